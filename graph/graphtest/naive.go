package graphtest

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// naive is a graph.Reader over Go values that walks through all there is and
// does what the contract says, word for word: what other stores' answers are
// compared with.
type naive struct {
	nodes    map[graph.ID]graph.Node
	units    map[graph.ID]graph.ID
	claims   map[graph.ID]graph.Claims
	namings  []naming
	tellings []telling
	// words are those of articles, reports and topics by their ids, and of
	// positions by their titles.
	words map[graph.ID][]string
}

type naming struct {
	article, entity graph.ID
	mention         graph.Mention
}

type telling struct {
	article, occurrence graph.ID
	report              graph.Report
}

func newNaive(g Graph) *naive {
	n := &naive{nodes: map[graph.ID]graph.Node{}, units: map[graph.ID]graph.ID{}, claims: map[graph.ID]graph.Claims{}, words: map[graph.ID][]string{}}
	for _, u := range g.Units {
		n.units[u.ID] = u.Node
	}
	for _, c := range g.Claims {
		a := c.Article
		a.Text = ""
		n.nodes[a.ID] = graph.Node{Kind: graph.KindArticle, Article: &a}
		n.claims[a.ID] = c
		n.words[a.ID] = strings.Fields(terms.ArticleIndex(c.Article))
		for _, m := range c.Mentions {
			n.namings = append(n.namings, naming{a.ID, n.units[m.Unit], m})
		}
		for _, r := range c.Reports {
			n.tellings = append(n.tellings, telling{a.ID, n.units[r.Unit], r})
			n.words[r.ID] = strings.Fields(terms.ReportIndex(r))
		}
	}
	for _, node := range g.Nodes {
		switch {
		case node.Entity != nil:
			e := *node.Entity
			e.MeetingCount = 0
			for _, p := range e.Positions {
				n.words[graph.ID(p.Title)] = terms.Words(p.Title)
			}
			for _, o := range g.Nodes {
				if o.Kind == graph.KindMeeting && o.Occurrence.Status == graph.StatusHeld && took(*o.Occurrence, e.ID) {
					e.MeetingCount++
				}
			}
			node.Entity = &e
		case node.Occurrence != nil:
			o := *node.Occurrence
			o.ReportCount = len(n.reportsOf(o.ID))
			node.Occurrence = &o
		}
		n.nodes[node.ID()] = node
		if node.Topic != nil {
			n.words[node.ID()] = strings.Fields(terms.TopicIndex(*node.Topic))
		}
	}
	return n
}

// all returns the nodes of the kinds, by id; nil means all kinds.
func (n *naive) all(kinds []graph.NodeKind) []graph.Node {
	var nodes []graph.Node
	for _, id := range slices.Sorted(maps.Keys(n.nodes)) {
		if node := n.nodes[id]; kinds == nil || slices.Contains(kinds, node.Kind) {
			nodes = append(nodes, node)
		}
	}
	return nodes
}

// resolve returns the node that an id leads to, "" if none.
func (n *naive) resolve(id graph.ID) graph.ID {
	if _, ok := n.nodes[id]; ok {
		return id
	}
	if node := n.units[id]; n.nodes[node].ID() != "" {
		return node
	}
	return ""
}

func (n *naive) resolved(ids []graph.ID) []graph.ID {
	var nodes []graph.ID
	for _, id := range ids {
		if node := n.resolve(id); node != "" && !slices.Contains(nodes, node) {
			nodes = append(nodes, node)
		}
	}
	return nodes
}

func (n *naive) reportsOf(occurrence graph.ID) []telling {
	var out []telling
	for _, t := range n.tellings {
		if t.occurrence == occurrence {
			out = append(out, t)
		}
	}
	return out
}

// names tells whether the article names the entity, and in how many spans.
func (n *naive) names(article, entity graph.ID) (bool, int) {
	named, spans := false, 0
	for _, t := range n.namings {
		if t.article == article && t.entity == entity {
			named, spans = true, spans+len(t.mention.Spans)
		}
	}
	return named, spans
}

func took(o graph.Occurrence, entity graph.ID) bool {
	return slices.ContainsFunc(o.Participants, func(p graph.Participation) bool { return p.Entity == entity })
}

// within tells whether a place is one of places or lies within it.
func (n *naive) within(place graph.ID, places []graph.ID) bool {
	for seen := map[graph.ID]bool{}; place != "" && !seen[place]; {
		if slices.Contains(places, place) {
			return true
		}
		seen[place] = true
		if e := n.nodes[place].Entity; e != nil {
			place = e.Within
		} else {
			place = ""
		}
	}
	return false
}

// The conditions.

func overlaps(first, last string, f graph.DateFilter) bool {
	return first != "" && (f.From == "" || last >= f.From.First()) && (f.To == "" || first <= f.To.Last())
}

func matches(s string, f graph.StringFilter) bool {
	s = terms.Fold(s)
	in := func(all []string) bool {
		return slices.ContainsFunc(all, func(x string) bool { return terms.Fold(x) == s })
	}
	return (f.Eq == nil || in([]string{*f.Eq})) && (f.In == nil || in(f.In)) &&
		(f.Contains == nil || strings.Contains(s, terms.Fold(*f.Contains))) &&
		(f.StartsWith == nil || strings.HasPrefix(s, terms.Fold(*f.StartsWith)))
}

func (n *naive) occurrence(o graph.Occurrence, f graph.OccurrenceFilter) bool {
	anyTook := func(ids []graph.ID) bool {
		return slices.ContainsFunc(n.resolved(ids), func(id graph.ID) bool { return took(o, id) })
	}
	for _, who := range f.Who {
		if !anyTook(who) {
			return false
		}
	}
	for _, and := range f.And {
		if !n.occurrence(o, and) {
			return false
		}
	}
	reports := n.reportsOf(o.ID)
	return (f.WhoAny == nil || anyTook(f.WhoAny)) &&
		!anyTook(f.WhoNot) &&
		(f.About == nil || n.told(o, *f.About)) &&
		(f.Topic == nil || slices.ContainsFunc(n.resolved(f.Topic), func(t graph.ID) bool { return slices.Contains(o.Topics, t) })) &&
		(f.Where == nil || n.within(o.Place, n.resolved(f.Where))) &&
		(f.When == nil || overlaps(o.Date.First(), o.Date.Last(), *f.When)) &&
		(f.Modes == nil || slices.Contains(f.Modes, o.Mode)) &&
		(f.Types == nil || slices.Contains(f.Types, o.Type)) &&
		(f.Status == nil || slices.Contains(f.Status, o.Status)) &&
		(f.Source == nil || slices.ContainsFunc(reports, func(t telling) bool { return matches(n.nodes[t.article].Article.Source, *f.Source) })) &&
		o.Confidence >= f.MinConfidence &&
		(f.Or == nil || slices.ContainsFunc(f.Or, func(or graph.OccurrenceFilter) bool { return n.occurrence(o, or) })) &&
		(f.Not == nil || !n.occurrence(o, *f.Not))
}

// told tells whether a report of the occurrence or one of its topics
// satisfies a text condition.
func (n *naive) told(o graph.Occurrence, t graph.Text) bool {
	for _, r := range n.reportsOf(o.ID) {
		if terms.Match(t, n.words[r.report.ID]) {
			return true
		}
	}
	for _, id := range o.Topics {
		if terms.Match(t, n.words[id]) {
			return true
		}
	}
	return false
}

func (n *naive) entity(e graph.Entity, f graph.EntityFilter) bool {
	if f.Name != nil && !slices.ContainsFunc(append([]string{e.Name}, e.Aliases...), func(s string) bool { return matches(s, *f.Name) }) {
		return false
	}
	if f.Position != nil && !slices.ContainsFunc(e.Positions, func(p graph.Position) bool { return terms.Match(*f.Position, n.words[graph.ID(p.Title)]) }) {
		return false
	}
	if named, _ := n.names(f.Article, e.ID); f.Article != "" && !named {
		return false
	}
	if f.Mentioned != nil && !slices.ContainsFunc(n.namings, func(t naming) bool {
		d := n.nodes[t.article].Article.PublishedAt
		return t.entity == e.ID && overlaps(d.First(), d.Last(), *f.Mentioned)
	}) {
		return false
	}
	return e.MeetingCount >= f.MinMeetings
}

func (n *naive) article(a graph.Article, f graph.ArticleFilter) bool {
	for _, set := range f.Mentions {
		if !slices.ContainsFunc(n.resolved(set), func(id graph.ID) bool { named, _ := n.names(a.ID, id); return named }) {
			return false
		}
	}
	return (f.Text == nil || terms.Match(*f.Text, n.words[a.ID])) &&
		(f.Source == nil || matches(a.Source, *f.Source)) &&
		(f.Path == nil || slices.Contains(f.Path, a.Path)) &&
		(f.Published == nil || overlaps(a.PublishedAt.First(), a.PublishedAt.Last(), *f.Published))
}

// The orders.

// newest compares days, unknown ones last.
func newest(a, b string) int { return strings.Compare(b, a) }

func byDay(a, b string, desc bool) int {
	if (a == "") != (b == "") {
		return cmp.Compare(len(b), len(a))
	}
	return direction(strings.Compare(a, b), desc)
}

func direction(c int, desc bool) int {
	if desc {
		return -c
	}
	return c
}

func (n *naive) newestArticle(a, b graph.ID) int {
	return cmp.Or(newest(n.nodes[a].Article.PublishedAt.First(), n.nodes[b].Article.PublishedAt.First()), cmp.Compare(a, b))
}

func (n *naive) newestOccurrence(a, b graph.ID) int {
	return cmp.Or(newest(n.nodes[a].Occurrence.Date.First(), n.nodes[b].Occurrence.Date.First()), cmp.Compare(a, b))
}

// heldAbout is the number of held meetings about a topic.
func (n *naive) heldAbout(topic graph.ID) int {
	count := 0
	for _, o := range n.all([]graph.NodeKind{graph.KindMeeting}) {
		if o.Occurrence.Status == graph.StatusHeld && slices.Contains(o.Occurrence.Topics, topic) {
			count++
		}
	}
	return count
}

func (n *naive) weight(node graph.Node) int {
	switch {
	case node.Entity != nil:
		return node.Entity.MentionCount
	case node.Occurrence != nil:
		return node.Occurrence.ReportCount
	case node.Topic != nil:
		return n.heldAbout(node.Topic.ID)
	}
	day := 0
	for _, r := range strings.ReplaceAll(node.Article.PublishedAt.First(), "-", "") {
		day = day*10 + int(r-'0')
	}
	return day
}

// window cuts a page.
func window[T any](items []T, p graph.Page) graph.List[T] {
	from := min(max(p.Offset, 0), len(items))
	return graph.List[T]{Items: items[from:min(from+max(p.Limit, 0), len(items))], Total: len(items)}
}

// listEach makes the list of each id that leads to a node; without an anchor
// it makes the one of "".
func listEach[T any](n *naive, none bool, ids []graph.ID, p graph.Page, list func(node graph.ID) []T) map[graph.ID]graph.List[T] {
	lists := map[graph.ID]graph.List[T]{}
	if none {
		lists[""] = window(list(""), p)
		return lists
	}
	for _, id := range ids {
		if node := n.resolve(id); node != "" {
			lists[id] = window(list(node), p)
		}
	}
	return lists
}

func (n *naive) Nodes(_ context.Context, ids []graph.ID) (map[graph.ID]graph.Node, error) {
	out := map[graph.ID]graph.Node{}
	for _, id := range ids {
		if node := n.resolve(id); node != "" {
			out[id] = n.nodes[node]
		}
	}
	return out, nil
}
