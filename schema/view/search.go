package view

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

const (
	// maxCandidates bounds what a search weighs, by name and by text.
	maxCandidates = 200
	// leastName is the least score of a name for it to be shown as a find.
	leastName = 0.6
	// textBase and textLabel make the score of what was found by its text:
	// the base, and more the more its label is made of the words searched for.
	textBase, textLabel = 0.4, 0.5
	// quotesPerHit bounds the reports looked through for a hit's highlight.
	quotesPerHit = 5
)

// SearchHit is something that a search found.
type SearchHit struct {
	Node  Node
	Kind  graph.NodeKind
	Text  string
	Score float64
	// name is the name that was found, "" where it was found by its text.
	name  string
	mark  marker
	level *level
}

// Search answers search. The stores bring candidates; they are weighed here,
// so that every store gives the same order.
func (q *Query) Search(ctx context.Context, text string, kinds []graph.NodeKind, first *int, after *string) (*SearchConnection, error) {
	page, err := window(first, after)
	if err != nil {
		return nil, err
	}
	condition, err := terms.Parse(text)
	if err != nil {
		return nil, badInputf("%v", err)
	}
	hits, err := q.byName(ctx, text, kinds)
	if err != nil {
		return nil, err
	}
	texts, err := q.byText(ctx, condition, kinds)
	if err != nil {
		return nil, err
	}
	if hits = merge(hits, texts); len(hits) == 0 {
		if hits, err = q.byMostWords(ctx, condition, kinds); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(hits, func(a, b found) int { return cmp.Compare(b.score, a.score) })
	shown := q.hits(cut(hits, page), markText(condition))
	return connect(shown, page, len(hits)), nil
}

// found is a node that a search brought.
type found struct {
	node  graph.Node
	name  string
	score float64
}

// named are the kinds that are known by names; the others are found by text.
var named = append([]graph.NodeKind{graph.KindTopic}, graph.EntityKinds...)

// worded are the kinds that have a text.
var worded = []graph.NodeKind{graph.KindArticle, graph.KindMeeting, graph.KindEvent, graph.KindTopic}

// among returns those of the kinds that were asked for; nil asks for all.
func among(kinds, asked []graph.NodeKind) []graph.NodeKind {
	if asked == nil {
		return kinds
	}
	both := []graph.NodeKind{}
	for _, k := range kinds {
		if slices.Contains(asked, k) {
			both = append(both, k)
		}
	}
	return both
}

func (q *Query) byName(ctx context.Context, text string, kinds []graph.NodeKind) ([]found, error) {
	keys, kinds := terms.QueryKeys(text), among(named, kinds)
	if len(keys) == 0 || len(kinds) == 0 {
		return nil, nil
	}
	candidates, err := q.store.Lookup(ctx, graph.LookupQuery{Keys: keys, Kinds: kinds, Limit: maxCandidates})
	if err != nil {
		return nil, err
	}
	var hits []found
	for _, c := range candidates {
		if s, name := nameScore(text, c.Node); s >= leastName {
			hits = append(hits, found{c.Node, name, s})
		}
	}
	return hits, nil
}

func (q *Query) byText(ctx context.Context, condition graph.Text, kinds []graph.NodeKind) ([]found, error) {
	if kinds = among(worded, kinds); len(kinds) == 0 {
		return nil, nil
	}
	nodes, err := q.store.Search(ctx, graph.TextQuery{Text: condition, Kinds: kinds, Limit: maxCandidates})
	if err != nil {
		return nil, err
	}
	hits := make([]found, len(nodes))
	mark := markText(condition)
	for i, n := range nodes {
		hits[i] = found{n, "", textBase + textLabel*mark.share(n.Label())}
	}
	return hits, nil
}

// share tells how much of a label is made of the marked words, and how many
// of these stand in it: 1 where the label is nothing else.
func (m marker) share(label string) float64 {
	words := strings.Fields(terms.Fold(label))
	hit := 0
	for _, w := range words {
		if m.hits(w) {
			hit++
		}
	}
	wanted := len(m.words) + len(m.prefixes)
	if len(words)+wanted == 0 {
		return 0
	}
	return min(1, 2*float64(hit)/float64(len(words)+wanted))
}

// merge joins two lists of finds, keeping the better score of what is in both.
func merge(a, b []found) []found {
	at := map[graph.ID]int{}
	for i, h := range a {
		at[h.node.ID()] = i
	}
	for _, h := range b {
		if i, ok := at[h.node.ID()]; !ok {
			a = append(a, h)
		} else if h.score > a[i].score {
			a[i] = h
		}
	}
	return a
}

// hits makes a level of finds.
func (q *Query) hits(found []found, mark marker) []*SearchHit {
	nodes := make([]graph.Node, len(found))
	for i, f := range found {
		nodes[i] = f.node
	}
	l := q.level(nodes)
	hits := make([]*SearchHit, len(found))
	for i, f := range found {
		score := math.Round(f.score*1e4) / 1e4
		hits[i] = &SearchHit{l.object(f.node), f.node.Kind, f.node.Label(), score, f.name, mark, l}
	}
	return hits
}

// Highlight answers highlight: the words in the name or label, or else in the
// wordings, the article's text or the quotes.
func (h *SearchHit) Highlight(ctx context.Context) (*string, error) {
	for _, s := range []string{h.name, h.Text} {
		if marked := h.mark.html(s); marked != nil {
			return marked, nil
		}
	}
	switch n := h.Node.(type) {
	case *Topic:
		return h.mark.first(n.Wordings), nil
	case *Article:
		text, err := n.Text(ctx)
		return h.mark.html(text), err
	case Occurrence:
		quotes, err := h.level.quotes(ctx)
		return h.mark.first(quotes[n.node().ID()]), err
	}
	return nil, nil
}

// first marks the first of the texts that has a word to mark.
func (m marker) first(texts []string) *string {
	for _, t := range texts {
		if marked := m.html(t); marked != nil {
			return marked
		}
	}
	return nil
}

// quotes returns the first quotes of each occurrence of the level.
func (l *level) quotes(ctx context.Context) (map[graph.ID][]string, error) {
	return ask(l, "quotes", nil, func() (map[graph.ID][]string, error) {
		lists, err := l.q.store.Reports(ctx, graph.ReportQuery{
			Anchor: graph.AnchorOccurrence, Anchors: l.anchors(graph.AnchorOccurrence), Page: graph.Page{Limit: quotesPerHit},
		})
		out := map[graph.ID][]string{}
		for id, list := range lists {
			for _, r := range list.Items {
				for _, t := range r.Report.Topics {
					out[id] = append(out[id], t.Text)
				}
				for _, e := range r.Report.Evidence {
					out[id] = append(out[id], e.Quote)
				}
			}
		}
		return out, err
	})
}

// Suggest answers suggest: names that begin so as a whole before those of
// which a later word does, and names before titles and the like; each the best
// known first.
func (q *Query) Suggest(ctx context.Context, prefix string, kinds []graph.NodeKind, limit *int) ([]SearchHit, error) {
	page, err := window(cmp.Or(limit, new(10)), nil)
	if err != nil {
		return nil, err
	}
	typed := terms.Fold(prefix)
	if typed == "" || page.Limit == 0 {
		return []SearchHit{}, nil
	}
	candidates, err := q.store.Lookup(ctx, graph.LookupQuery{Prefix: terms.PrefixKey(prefix), Kinds: kinds, Limit: maxCandidates})
	if err != nil {
		return nil, err
	}
	hits := make([]found, 0, len(candidates))
	for _, c := range candidates {
		hit := found{c.Node, "", 0}
		for _, name := range names(c.Node) {
			if s := begins(name, typed); s > hit.score {
				hit.name, hit.score = name, s
			}
		}
		if !slices.Contains(named, c.Node.Kind) {
			hit.score /= 2
		}
		hits = append(hits, hit)
	}
	slices.SortStableFunc(hits, func(a, b found) int { return cmp.Compare(b.score, a.score) })
	shown := []SearchHit{}
	for _, h := range q.hits(cut(hits, page), markPrefix(prefix)) {
		shown = append(shown, *h)
	}
	return shown, nil
}

// begins scores where a folded prefix begins in a name: 1 at its first word,
// 0.8 at a later one, 0 nowhere.
func begins(name, prefix string) float64 {
	folded := terms.Fold(name)
	switch {
	case strings.HasPrefix(folded, prefix):
		return 1
	case strings.Contains(folded, " "+prefix):
		return 0.8
	}
	return 0
}
