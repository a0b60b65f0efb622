package graphtest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// Large returns a graph of n meetings between n/4 people at n/40 places about
// n/20 topics, told by n/2 articles, in batches that go into a store one
// after the other. A few people are at very many meetings, most at few. The
// first node of the first batch is the person at most.
func Large(n int) []Graph {
	r := &random{Rand: rand.New(rand.NewPCG(1, 2))}
	l := large{random: r}
	l.people = l.named("person", max(n/4, 10))
	l.places = l.named("place", max(n/40, 3))
	l.topics = l.named("topic", max(n/20, 3))
	var entities Graph
	for i, id := range l.people {
		l.unit(&entities, graph.KindPerson, id)
		entities.Nodes = append(entities.Nodes, graph.Node{Kind: graph.KindPerson, Entity: &graph.Entity{ID: id, Kind: graph.KindPerson, Name: l.person(i), MentionCount: 1 + len(l.people)/(i+1), LastSeen: l.day(),
			Positions: []graph.Position{{Title: pick(r, "Minister", "President", "Envoy"), Of: pick(r, l.places...)}}}})
	}
	for i, id := range l.places {
		l.unit(&entities, graph.KindPlace, id)
		e := graph.Entity{ID: id, Kind: graph.KindPlace, Name: fmt.Sprintf("%s City", syllables(i))}
		if i >= 3 {
			e.Within = l.places[i/3]
		}
		entities.Nodes = append(entities.Nodes, graph.Node{Kind: graph.KindPlace, Entity: &e})
	}
	for i, id := range l.topics {
		l.unit(&entities, graph.KindTopic, id)
		entities.Nodes = append(entities.Nodes, graph.Node{Kind: graph.KindTopic, Topic: &graph.Topic{ID: id, Name: l.wording(i), Wordings: []string{l.wording(i)}}})
	}
	batches := []Graph{entities}
	const batch = 200
	for from := 0; from < n; from += batch {
		var g Graph
		for i := from; i < min(from+batch, n); i += 2 {
			l.article(&g, i, min(i+2, n))
		}
		batches = append(batches, g)
	}
	return batches
}

type large struct {
	*random
	people, places, topics []graph.ID
}

func (l large) named(kind string, n int) []graph.ID {
	ids := make([]graph.ID, n)
	for i := range ids {
		ids[i] = graph.NewID("graphtest large", kind, fmt.Sprint(i))
	}
	return ids
}

func (l large) unit(g *Graph, kind graph.NodeKind, node graph.ID) {
	g.Units = append(g.Units, graph.Unit{ID: node, Kind: kind, Node: node, Blocks: []string{string(node[:3])}, Data: []byte("{}")})
}

// few picks one of n so that the first ones are picked most.
func (l large) few(n int) int { return int(float64(n) * l.Float64() * l.Float64() * l.Float64()) }

func (l large) day() graph.PartialDate {
	return graph.PartialDate(fmt.Sprintf("20%02d-%02d-%02d", l.IntN(20), 1+l.IntN(12), 1+l.IntN(28)))
}

func syllables(n int) string {
	var b strings.Builder
	for n++; n > 0; n /= 20 {
		b.WriteString([]string{"ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "ha", "je", "ki", "mo", "nu", "ra"}[n%20])
	}
	return strings.ToUpper(b.String()[:1]) + b.String()[1:]
}

func (l large) person(i int) string  { return syllables(i) + " " + syllables(i*7+400) }
func (l large) wording(i int) string { return "the " + syllables(i*3) + " question" }

// article adds an article that tells of meetings from..to, and the meetings.
func (l large) article(g *Graph, from, to int) {
	id := graph.NewID("graphtest large", "article", fmt.Sprint(from))
	var text strings.Builder
	c := graph.Claims{}
	mentions := map[int]*graph.Mention{}
	day := l.day()
	for i := from; i < to; i++ {
		a, b, topic := l.few(len(l.people)), l.few(len(l.people)), l.few(len(l.topics))
		meeting := graph.NewID("graphtest large", "meeting", fmt.Sprint(i))
		start := text.Len()
		sentence := fmt.Sprintf("%s met %s and they spoke about %s at great length. ", l.person(a), l.person(b), l.wording(topic))
		text.WriteString(sentence + strings.Repeat("Nothing further was said by either side. ", 10))
		whole := graph.Span{Start: start, End: start + len(sentence) - 1}
		for _, p := range []int{a, b} {
			if mentions[p] == nil {
				mentions[p] = &graph.Mention{ID: graph.NewID("graphtest large", "mention", string(id), fmt.Sprint(p)), Article: id, Kind: graph.KindPerson, Name: l.person(p), Unit: l.people[p]}
			}
			at := start + strings.Index(sentence, l.person(p))
			mentions[p].Spans = append(mentions[p].Spans, graph.NamedSpan{Span: graph.Span{Start: at, End: at + len(l.person(p))}, Text: l.person(p), Sentence: whole})
		}
		c.Reports = append(c.Reports, graph.Report{ID: graph.NewID("graphtest large", "report", fmt.Sprint(i)), Article: id, Kind: graph.KindMeeting, Status: graph.StatusHeld, Unit: meeting,
			Topics: []graph.TopicClaim{{Text: l.wording(topic), Unit: l.topics[topic]}}, Evidence: []graph.Quote{{Span: whole, Quote: sentence[:len(sentence)-1]}}})
		o := graph.Occurrence{ID: meeting, Kind: graph.KindMeeting, Summary: "A meeting", Status: pick(l.random, graph.StatusHeld, graph.StatusHeld, graph.StatusPlanned), Mode: graph.ModeInPerson,
			Date: &graph.DateSpan{Start: day, Precision: graph.PrecisionDay}, Place: pick(l.random, l.places...), Topics: []graph.ID{l.topics[topic]}, Confidence: 0.9}
		o.Participants = []graph.Participation{{Entity: l.people[a], Role: graph.RoleParticipant}}
		if b != a {
			o.Participants = append(o.Participants, graph.Participation{Entity: l.people[b], Role: graph.RoleParticipant})
		}
		l.unit(g, graph.KindMeeting, meeting)
		g.Nodes = append(g.Nodes, graph.Node{Kind: graph.KindMeeting, Occurrence: &o})
	}
	c.Article = graph.Article{ID: id, Title: "What " + l.person(from%len(l.people)) + " said", Source: pick(l.random, "The Post", "The Times"), PublishedAt: day, Language: "en", Text: text.String(), Extractor: "graphtest/1"}
	for _, m := range mentions {
		c.Mentions = append(c.Mentions, *m)
	}
	slices.SortFunc(c.Mentions, func(a, b graph.Mention) int { return strings.Compare(string(a.ID), string(b.ID)) })
	g.Claims = append(g.Claims, c)
}

// BenchmarkStore loads a [Large] graph of n meetings into an empty store and
// asks it the main questions. The time of loading is that of one run.
func BenchmarkStore(b *testing.B, s graph.Store, n int) {
	ctx := context.Background()
	batches := Large(n)
	start := time.Now()
	for _, g := range batches {
		if err := g.Put(ctx, s); err != nil {
			b.Fatal(err)
		}
	}
	loading := time.Since(start)
	b.Run("Load", func(b *testing.B) {
		for b.Loop() {
		}
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(loading.Seconds(), "s")
		b.ReportMetric(float64(n)/loading.Seconds(), "meetings/s")
	})
	l := large{random: &random{Rand: rand.New(rand.NewPCG(3, 4))}}
	l.people, l.places, l.topics = l.named("person", max(n/4, 10)), l.named("place", max(n/40, 3)), l.named("topic", max(n/20, 3))
	hub, rare := l.people[:1], l.people[len(l.people)-1:]
	page := graph.Page{Limit: 20}
	held := graph.OccurrenceFilter{Status: []graph.OccurrenceStatus{graph.StatusHeld}}
	text := func(q string) graph.Text {
		t, err := terms.Parse(q)
		if err != nil {
			b.Fatal(err)
		}
		return t
	}
	about := held
	word := text(syllables(3))
	about.About = &word
	both := held
	both.Who = [][]graph.ID{hub, l.people[1:2]}
	benchmark(b, "Nodes/100", s.Nodes, l.people[:min(100, len(l.people))])
	benchmark(b, "Meetings/newest", s.Occurrences, graph.OccurrenceQuery{Kind: graph.KindMeeting, Filter: held, Page: page})
	benchmark(b, "Meetings/of the one at most", s.Occurrences, graph.OccurrenceQuery{Kind: graph.KindMeeting, Anchor: graph.AnchorParticipant, Anchors: hub, Filter: held, Page: page})
	benchmark(b, "Meetings/of one at few", s.Occurrences, graph.OccurrenceQuery{Kind: graph.KindMeeting, Anchor: graph.AnchorParticipant, Anchors: rare, Filter: held, Page: page})
	benchmark(b, "Meetings/of 100 people", s.Occurrences, graph.OccurrenceQuery{Kind: graph.KindMeeting, Anchor: graph.AnchorParticipant, Anchors: l.people[:min(100, len(l.people))], Filter: held, Page: page})
	benchmark(b, "Meetings/of two", s.Occurrences, graph.OccurrenceQuery{Kind: graph.KindMeeting, Filter: both, Page: page})
	benchmark(b, "Meetings/about a word", s.Occurrences, graph.OccurrenceQuery{Kind: graph.KindMeeting, Filter: about, Page: page})
	benchmark(b, "Meetings/within a place", s.Occurrences, graph.OccurrenceQuery{Kind: graph.KindMeeting, Anchor: graph.AnchorPlace, Anchors: l.places[3:4], Filter: held, Page: page})
	benchmark(b, "People/by mentions", s.Entities, graph.EntityQuery{Kinds: []graph.NodeKind{graph.KindPerson}, Page: page})
	benchmark(b, "People/by meetings", s.Entities, graph.EntityQuery{Kinds: []graph.NodeKind{graph.KindPerson}, Order: []graph.Order{{By: graph.OrderMeetings, Desc: true}}, Page: page})
	benchmark(b, "Counterparts/of the one at most", s.Counterparts, graph.CounterpartQuery{Entities: hub, Filter: held, Page: page})
	benchmark(b, "CoMentions/of the one at most", s.CoMentions, graph.CoMentionQuery{Entities: hub, Page: page})
	benchmark(b, "Neighbors/of the one at most", s.Neighbors, graph.NeighborQuery{Nodes: hub, LimitPerNode: 50})
	benchmark(b, "Neighbors/of 100 people by MET", s.Neighbors, graph.NeighborQuery{Nodes: l.people[100:min(200, len(l.people))], Via: []graph.RelationKind{graph.RelMet}, LimitPerNode: 50})
	benchmark(b, "Mentions/of the one at most", s.Mentions, graph.MentionQuery{Anchor: graph.AnchorEntity, Anchors: hub, Page: page})
	benchmark(b, "Lookup/misspelt", s.Lookup, graph.LookupQuery{Keys: terms.QueryKeys(l.person(5) + "s"), Limit: 50})
	benchmark(b, "Lookup/prefix", s.Lookup, graph.LookupQuery{Prefix: terms.PrefixKey(l.person(5)[:4]), Limit: 10})
	benchmark(b, "Search/a word", s.Search, graph.TextQuery{Text: word, Limit: 20})
	benchmark(b, "Search/a word of all", s.Search, graph.TextQuery{Text: text("spoke"), Limit: 20})
	benchmark(b, "Topics", s.Topics, graph.TopicQuery{Page: page})
}

func benchmark[Q, R any](b *testing.B, name string, store method[Q, R], q Q) {
	b.Run(name, func(b *testing.B) {
		for b.Loop() {
			if _, err := store(context.Background(), q); err != nil {
				b.Fatal(err)
			}
		}
	})
}
