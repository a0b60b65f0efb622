package graphtest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// testRandom puts the same random questions to the store, filled with a
// random graph, and to the naive evaluation of the contract: the answers must
// be the same.
func testRandom(t *testing.T, open Opener) {
	const graphs, questions = 3, 12
	for seed := range uint64(graphs) {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			r := newRandom(seed)
			f := fixture{T: t, sent: &statements{}}
			f.store = open(t, f.sent.add)
			if err := r.Put(t.Context(), f.store); err != nil {
				t.Fatal(err)
			}
			n := newNaive(r.Graph)
			for range questions {
				compare(f, "Nodes", r.ids(9), f.store.Nodes, n.Nodes)
				compare(f, "Occurrences", r.occurrenceQuery(), f.store.Occurrences, n.Occurrences)
				compare(f, "Occurrences", r.occurrenceQuery(), f.store.Occurrences, n.Occurrences)
				compare(f, "Occurrences", r.occurrenceQuery(), f.store.Occurrences, n.Occurrences)
				compare(f, "Entities", r.entityQuery(), f.store.Entities, n.Entities)
				compare(f, "Entities", r.entityQuery(), f.store.Entities, n.Entities)
				compare(f, "Articles", r.articleQuery(), f.store.Articles, n.Articles)
				compare(f, "Mentions", graph.MentionQuery{Anchor: pick(r, graph.AnchorEntity, graph.AnchorArticle), Anchors: r.ids(3), Page: r.page()}, f.store.Mentions, n.Mentions)
				compare(f, "Reports", graph.ReportQuery{Anchor: pick(r, graph.AnchorOccurrence, graph.AnchorArticle), Anchors: r.ids(3), Page: r.page()}, f.store.Reports, n.Reports)
				compare(f, "Arrivals", graph.ArrivalQuery{Kind: pick(r, graph.KindMeeting, graph.KindEvent), After: r.IntN(9), Filter: r.occurrenceFilter(1), Limit: r.IntN(6)}, f.store.Arrivals, n.Arrivals)
				compare(f, "Judgements", r.judgementQuery(), f.store.Judgements, n.Judgements)
				compare(f, "Topics", graph.TopicQuery{Text: maybe(r, r.text(2)), Page: r.page()}, f.store.Topics, n.Topics)
				compare(f, "Timeline", graph.TimelineQuery{Filter: r.occurrenceFilter(1), Interval: pick(r, graph.IntervalDay, graph.IntervalWeek, graph.IntervalMonth, graph.IntervalYear)}, f.store.Timeline, n.Timeline)
				compare(f, "Facets", graph.FacetQuery{Filter: r.occurrenceFilter(1), Limit: r.IntN(6)}, f.store.Facets, n.Facets)
				compare(f, "Counterparts", graph.CounterpartQuery{Entities: r.ids(3), Filter: r.occurrenceFilter(1), Page: r.page()}, f.store.Counterparts, n.Counterparts)
				compare(f, "Relations", graph.RelationQuery{Occurrences: r.ids(6), Kinds: some(r, 2, graph.OccurrenceRelations...), Page: r.page()}, f.store.Relations, n.Relations)
				compare(f, "CoMentions", graph.CoMentionQuery{Entities: r.ids(3), Kinds: r.kinds(), Page: r.page()}, f.store.CoMentions, n.CoMentions)
				compare(f, "Neighbors", r.neighborQuery(), f.store.Neighbors, n.Neighbors)
				compare(f, "Lookup", graph.LookupQuery{Keys: terms.QueryKeys(r.name()), Prefix: pick(r, "", terms.PrefixKey(r.word()[:1])), Kinds: r.kinds(), Limit: r.IntN(6)}, f.store.Lookup, n.Lookup)
				compare(f, "Search", graph.TextQuery{Text: r.text(2), Kinds: r.kinds(), Limit: r.IntN(8)}, f.store.Search, n.Search)
			}
		})
	}
}

// compare asks both and tells the question where the answers differ.
func compare[Q, R any](f fixture, name string, q Q, store, naive method[Q, R]) {
	f.Helper()
	want, err := naive(f.Context(), q)
	if err != nil {
		f.Fatal(err)
	}
	before := f.Failed()
	same(f, name, ask(f, store, q), want)
	if f.Failed() && !before {
		f.Fatalf("the question was %s", canonical(f, q))
	}
}

// A random is a source of graphs and of questions about them.
type random struct {
	*rand.Rand
	Graph
	everything []graph.ID // ids of nodes, units and of nothing
}

func newRandom(seed uint64) *random {
	r := &random{Rand: rand.New(rand.NewPCG(seed, 7))}
	r.Graph = r.graph()
	return r
}

func pick[T any](r *random, from ...T) T { return from[r.IntN(len(from))] }

func maybe[T any](r *random, v T) *T {
	if r.IntN(2) == 0 {
		return nil
	}
	return &v
}

func some[T any](r *random, n int, from ...T) []T {
	if r.IntN(2) == 0 {
		return nil
	}
	out := []T{}
	for range r.IntN(n + 1) {
		out = append(out, pick(r, from...))
	}
	return out
}

// Few words and dates make many coincidences. The words sort otherwise by
// code point than by UTF-16, by case or by locale, and are operators of query
// languages.
var (
	randomWords = strings.Fields(`Oslo oslo Ålesund Zebra fish fishing fished fisher NOT AND near treaty's "quoted" O'Hara a* 😀joy ﬁnal \back %d {x} 東京 ещё`)
	randomDates = []graph.PartialDate{"", "", "2018", "2019", "2019-03", "2019-03-04", "2019-03-31", "2019-04", "2020-02-29"}
)

func (r *random) word() string { return pick(r, randomWords...) }

func (r *random) name() string {
	words := make([]string, 1+r.IntN(3))
	for i := range words {
		words[i] = r.word()
	}
	return strings.Join(words, " ")
}

func (r *random) names() []string {
	names := make([]string, r.IntN(3))
	for i := range names {
		names[i] = r.name()
	}
	return names
}

func (r *random) date() graph.PartialDate { return pick(r, randomDates...) }

func (r *random) span() *graph.DateSpan {
	if r.IntN(4) == 0 {
		return nil
	}
	d := &graph.DateSpan{Start: r.date(), Precision: graph.PrecisionUnknown, Text: r.word()}
	if end := r.date(); d.Start != "" && end.Last() >= d.Start.Last() {
		d.End = end
	}
	return d
}

// units adds one or two units and returns the node that they make.
func (r *random) units(kind graph.NodeKind) graph.ID {
	var ids []graph.ID
	for range 1 + r.IntN(2) {
		ids = append(ids, graph.NewID("graphtest random", fmt.Sprint(r.Uint64())))
	}
	for _, id := range ids {
		r.Graph.Units = append(r.Graph.Units, graph.Unit{ID: id, Kind: kind, Node: slices.Min(ids), Data: []byte("{}")})
	}
	r.everything = append(r.everything, ids...)
	return slices.Min(ids)
}

func (r *random) unitOf(node graph.ID) graph.ID {
	var ids []graph.ID
	for _, u := range r.Graph.Units {
		if u.Node == node {
			ids = append(ids, u.ID)
		}
	}
	return pick(r, ids...)
}

func (r *random) graph() Graph {
	var entities, places, topics, occurrences []graph.ID
	kinds := map[graph.ID]graph.NodeKind{}
	for _, kind := range []graph.NodeKind{graph.KindPerson, graph.KindPerson, graph.KindOrganization, graph.KindPlace, graph.KindPlace} {
		for range 3 {
			id := r.units(kind)
			kinds[id] = kind
			entities = append(entities, id)
			if kind == graph.KindPlace {
				places = append(places, id)
			}
		}
	}
	for range 4 {
		topics = append(topics, r.units(graph.KindTopic))
	}
	for i := range 16 {
		id := r.units(graph.KindMeeting)
		kinds[id] = graph.KindMeeting
		if i%4 == 0 {
			kinds[id] = graph.KindEvent
		}
		occurrences = append(occurrences, id)
	}
	for _, id := range entities {
		e := graph.Entity{ID: id, Kind: kinds[id], Name: r.name(), Aliases: r.names(), MentionCount: r.IntN(4), FirstSeen: r.date(), LastSeen: r.date()}
		for range r.IntN(3) {
			e.Positions = append(e.Positions, graph.Position{Title: r.name(), Of: pick(r, append(entities, "")...), FirstSeen: r.date(), Mentions: []graph.ID{"m"}})
		}
		if at := slices.Index(places, id); at > 0 {
			e.Within = pick(r, append(places[:at:at], "")...)
		}
		r.Graph.Nodes = append(r.Graph.Nodes, graph.Node{Kind: e.Kind, Entity: &e})
	}
	for _, id := range topics {
		t := graph.Topic{ID: id, Name: r.name(), Wordings: append(r.names(), r.name()), Concerns: some(r, 3, append(entities, occurrences...)...)}
		slices.Sort(t.Concerns)
		t.Concerns = slices.Compact(t.Concerns)
		r.Graph.Nodes = append(r.Graph.Nodes, graph.Node{Kind: graph.KindTopic, Topic: &t})
	}
	for _, id := range occurrences {
		o := graph.Occurrence{ID: id, Kind: kinds[id], Summary: r.name(), Status: pick(r, graph.StatusHeld, graph.StatusHeld, graph.StatusPlanned, graph.StatusDenied),
			Date: r.span(), Place: pick(r, append(places, "")...), Confidence: float64(r.IntN(4)) / 4}
		if o.Kind == graph.KindMeeting {
			o.Mode = pick(r, graph.ModePhone, graph.ModeVisit, graph.ModeUnknown)
		} else {
			o.Type = pick(r, graph.EventAid, graph.EventOther)
		}
		for range r.IntN(5) {
			o.Participants = append(o.Participants, graph.Participation{Entity: pick(r, entities...), Role: pick(r, graph.RoleHost, graph.RoleVisitor, graph.RoleAgent), Title: pick(r, "", r.word())})
		}
		o.Relations = r.relations(occurrences)
		if r.IntN(3) == 0 {
			o.Disagreements = []graph.Disagreement{{Field: graph.DisagreeDate, Versions: []graph.Version{{Value: r.word(), Reports: 2}, {Place: pick(r, places...), Reports: 1}}}}
		}
		for _, t := range topics {
			if r.IntN(3) == 0 {
				o.Topics = append(o.Topics, t)
			}
		}
		r.Graph.Nodes = append(r.Graph.Nodes, graph.Node{Kind: o.Kind, Occurrence: &o})
	}
	for range 8 {
		r.Graph.Claims = append(r.Graph.Claims, r.article(entities, occurrences, topics))
	}
	r.everything = append(r.everything, "nothing", graph.NewID("graphtest random", "nothing"))
	r.judgements()
	return r.Graph
}

// relations are up to two edges to occurrences, perhaps to the one itself.
func (r *random) relations(occurrences []graph.ID) []graph.Relation {
	var out []graph.Relation
	for _, kind := range graph.OccurrenceRelations {
		if r.IntN(4) > 0 {
			continue
		}
		x := graph.Relation{Kind: kind, To: pick(r, occurrences...)}
		for i := range r.IntN(3) {
			x.Evidence = append(x.Evidence, graph.Citation{Article: "a", Quote: graph.Quote{Span: graph.Span{Start: i, End: i + 1}, Quote: r.word()}})
		}
		out = append(out, x)
	}
	return out
}

// judgements adds words on pairs of units, some of which are not there.
func (r *random) judgements() {
	names, reports := []graph.ID{"nothing"}, []graph.ID{"nothing"}
	for _, u := range r.Graph.Units {
		switch {
		case u.Kind.IsEntity():
			names = append(names, u.ID)
		case u.Kind.IsOccurrence():
			reports = append(reports, u.ID)
		}
	}
	seen := map[graph.ID]bool{}
	for range 30 {
		j := graph.Judgement{A: pick(r, names...), B: pick(r, names...), Score: float64(r.IntN(3)) / 2, Reason: pick(r, "", r.name()),
			Verdict: pick(r, graph.VerdictSame, graph.VerdictDifferent, graph.VerdictUndecided), By: pick(r, graph.ByRules, "ada"),
			At: time.Date(2024, 1, 1+r.IntN(3), 0, 0, 0, pick(r, 0, 500_000_000), time.UTC)}
		switch r.IntN(6) {
		case 0:
			j.B, j.Verdict, j.Name = "", graph.VerdictCalled, r.name()
		case 1:
			j.A, j.B, j.Of, j.By = pick(r, reports...), pick(r, reports...), pick(r, graph.KindMeeting, graph.KindEvent), "ada"
		}
		if j = j.Identified(); j.A != j.B && !seen[j.ID] {
			seen[j.ID] = true
			r.Graph.Nodes = append(r.Graph.Nodes, graph.Node{Kind: graph.KindJudgement, Judgement: &j})
			r.everything = append(r.everything, j.ID)
		}
	}
}

func (r *random) judgementQuery() graph.JudgementQuery {
	kinds := some(r, 2, graph.EntityKinds...)
	return graph.JudgementQuery{Said: r.IntN(3) == 0, Anchor: pick(r, graph.AnchorNone, graph.AnchorEntity, graph.AnchorOccurrence), Anchors: r.ids(5), Kinds: kinds, Page: r.page()}
}

func (r *random) article(entities, occurrences, topics []graph.ID) graph.Claims {
	id := graph.NewID("graphtest random article", fmt.Sprint(r.Uint64()))
	r.everything = append(r.everything, id)
	var words []string
	for range 12 {
		words = append(words, r.word())
	}
	a := graph.Article{ID: id, Path: pick(r, "0.txt", "1.txt", "2.txt"), Title: r.name(), Source: pick(r, "", r.name()), PublishedAt: r.date(), Language: "en", Text: strings.Join(words, " "), Extractor: "graphtest/1"}
	c := graph.Claims{Article: a}
	text := []rune(a.Text)
	stretch := func() graph.Span {
		start := r.IntN(len(text))
		return graph.Span{Start: start, End: start + 1 + r.IntN(len(text)-start)}
	}
	for _, e := range entities {
		if r.IntN(3) > 0 {
			continue
		}
		m := graph.Mention{ID: graph.NewID("graphtest random mention", string(id), string(e)), Article: id, Name: r.name(), Unit: r.unitOf(e),
			Sex: []string{"", "m", "f"}[len(c.Mentions)%3]}
		for range 1 + r.IntN(2) {
			s := stretch()
			m.Spans = append(m.Spans, graph.NamedSpan{Span: s, Text: string(text[s.Start:s.End]), Sentence: stretch()})
		}
		slices.SortFunc(m.Spans, func(a, b graph.NamedSpan) int { return a.Start - b.Start })
		c.Mentions = append(c.Mentions, m)
	}
	for i := range r.IntN(6) {
		s := stretch()
		c.Reports = append(c.Reports, graph.Report{ID: graph.NewID("graphtest random report", string(id), fmt.Sprint(i)), Article: id, Unit: r.unitOf(pick(r, occurrences...)),
			Topics:   []graph.TopicClaim{{Text: r.name(), Unit: r.unitOf(pick(r, topics...))}},
			Evidence: []graph.Quote{{Span: s, Quote: string(text[s.Start:s.End])}, {Quote: r.name()}}})
	}
	return c
}

// The questions.

func (r *random) ids(n int) []graph.ID {
	ids := make([]graph.ID, 1+r.IntN(n))
	for i := range ids {
		ids[i] = pick(r, r.everything...)
	}
	return ids
}

func (r *random) sets() [][]graph.ID {
	if r.IntN(2) == 0 {
		return nil
	}
	sets := make([][]graph.ID, r.IntN(3))
	for i := range sets {
		sets[i] = r.ids(8)
	}
	return sets
}

func (r *random) page() graph.Page {
	return graph.Page{Offset: r.IntN(4) * r.IntN(2), Limit: r.IntN(12)}
}

func (r *random) kinds() []graph.NodeKind {
	return some(r, 3, graph.KindPerson, graph.KindOrganization, graph.KindPlace)
}

func (r *random) when() *graph.DateFilter {
	return maybe(r, graph.DateFilter{From: r.date(), To: r.date()})
}

func (r *random) text(depth int) graph.Text {
	words := terms.Words(r.word())
	for len(words) == 0 {
		words = terms.Words(r.word())
	}
	switch op := graph.TextOp(r.IntN(5)); {
	case op == graph.TextPrefix:
		return graph.Text{Op: op, Words: []string{string([]rune(words[0])[:1])}}
	case op == graph.TextPhrase || depth == 0:
		if r.IntN(2) == 0 {
			words = append(words, terms.Words(r.word())...)
		}
		return graph.Text{Words: words}
	case op == graph.TextNot:
		return graph.Text{Op: op, Parts: []graph.Text{r.text(depth - 1)}}
	default:
		return graph.Text{Op: op, Parts: []graph.Text{r.text(depth - 1), r.text(depth - 1)}}
	}
}

func (r *random) stringFilter() *graph.StringFilter {
	if r.IntN(3) > 0 {
		return nil
	}
	f := graph.StringFilter{In: some(r, 4, r.name(), r.word(), r.word())}
	switch r.IntN(3) {
	case 0:
		f.Contains = maybe(r, r.word()[:1])
	case 1:
		f.StartsWith = maybe(r, r.word()[:1])
	case 2:
		f.Eq = maybe(r, r.word())
	}
	return &f
}

// occurrenceFilter sets each condition seldom, so that something holds.
func (r *random) occurrenceFilter(depth int) graph.OccurrenceFilter {
	var f graph.OccurrenceFilter
	for range 1 + r.IntN(3) {
		switch r.IntN(14) {
		case 0:
			f.Who = r.sets()
		case 1:
			f.WhoAny = r.ids(9)
		case 2:
			f.WhoNot = r.ids(6)
		case 3, 4:
			f.About = maybe(r, r.text(2))
		case 5:
			f.Topic = r.ids(9)
		case 6:
			f.Where = r.ids(9)
		case 7:
			f.When = r.when()
		case 8:
			f.Modes = some(r, 2, graph.ModePhone, graph.ModeVisit)
			f.Types = some(r, 1, graph.EventAid)
		case 9:
			f.Status = some(r, 2, graph.StatusHeld, graph.StatusPlanned)
		case 10:
			f.Source = r.stringFilter()
		case 11:
			f.MinConfidence = float64(r.IntN(4)) / 4
		case 12:
			if depth > 0 {
				f.Or = []graph.OccurrenceFilter{r.occurrenceFilter(depth - 1), r.occurrenceFilter(depth - 1)}
				f.And = []graph.OccurrenceFilter{r.occurrenceFilter(depth - 1)}[:r.IntN(2)]
			}
		case 13:
			if depth > 0 {
				not := r.occurrenceFilter(depth - 1)
				f.Not = &not
			}
		}
	}
	return f
}

func (r *random) orders(fields ...graph.OrderField) []graph.Order {
	orders := []graph.Order{}
	for range r.IntN(3) {
		orders = append(orders, graph.Order{By: pick(r, fields...), Desc: r.IntN(2) == 0})
	}
	return orders
}

func (r *random) occurrenceQuery() graph.OccurrenceQuery {
	return graph.OccurrenceQuery{
		Kind:    pick(r, graph.KindMeeting, graph.KindMeeting, graph.KindEvent),
		Anchor:  pick(r, graph.AnchorNone, graph.AnchorParticipant, graph.AnchorPlace, graph.AnchorTopic),
		Anchors: r.ids(5), Filter: r.occurrenceFilter(2), Order: r.orders(graph.OrderDate, graph.OrderReports, graph.OrderConfidence), Page: r.page(),
	}
}

func (r *random) entityQuery() graph.EntityQuery {
	q := graph.EntityQuery{
		Kinds:   r.kinds(),
		Anchor:  pick(r, graph.AnchorNone, graph.AnchorArticle, graph.AnchorOrganization),
		Anchors: r.ids(5), Order: r.orders(graph.OrderName, graph.OrderMentions, graph.OrderMeetings, graph.OrderLastSeen), Page: r.page(),
	}
	switch r.IntN(4) {
	case 0:
		q.Filter = graph.EntityFilter{Name: r.stringFilter(), MinMeetings: r.IntN(3)}
	case 1:
		q.Filter = graph.EntityFilter{Mentioned: r.when(), Position: maybe(r, r.text(1))}
	case 2:
		q.Filter = graph.EntityFilter{Article: pick(r, r.everything...)}
	}
	return q
}

func (r *random) articleQuery() graph.ArticleQuery {
	return graph.ArticleQuery{
		Anchor: pick(r, graph.AnchorNone, graph.AnchorEntity), Anchors: r.ids(5), Page: r.page(),
		Filter: graph.ArticleFilter{Text: maybe(r, r.text(2)), Source: r.stringFilter(), Published: r.when(), Mentions: r.sets(),
			Path: some(r, 3, "0.txt", "1.txt", "2.txt")},
	}
}

func (r *random) neighborQuery() graph.NeighborQuery {
	return graph.NeighborQuery{
		Nodes: r.ids(5), When: r.when(), LimitPerNode: r.IntN(30),
		Via: some(r, 6, append(graph.OccurrenceRelations, graph.RelMet, graph.RelParticipatedIn, graph.RelHeldAt, graph.RelAbout, graph.RelConcerns,
			graph.RelHoldsPositionAt, graph.RelWithin, graph.RelMentionedIn, graph.RelReportedIn)...),
		Kinds: some(r, 5, graph.KindPerson, graph.KindOrganization, graph.KindPlace, graph.KindMeeting, graph.KindEvent, graph.KindTopic, graph.KindArticle),
	}
}
