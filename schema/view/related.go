package view

import (
	"context"

	"github.com/whomet/whomet/graph"
)

// Related is an occurrence that another stands in relation to.
type Related struct {
	Kind       graph.RelationKind
	Direction  Direction
	Occurrence Occurrence
	Evidence   []*Citation
}

// Direction tells from where to where a relation leads.
type Direction string

// The directions of a relation, as the one that was asked about sees it.
const (
	DirectionOut Direction = "OUT"
	DirectionIn  Direction = "IN"
)

// Citation are words of an article.
type Citation struct {
	graph.Citation
	level *level
}

// Article answers article.
func (c *Citation) Article(ctx context.Context) (*Article, error) {
	nodes, err := c.level.follow(ctx, toArticle)
	return must[*Article](nodes[c.Citation.Article], err)
}

// Quote answers quote.
func (c *Citation) Quote() string { return c.Citation.Quote.Quote }

// Start answers start.
func (c *Citation) Start() int { return c.Citation.Start }

// End answers end.
func (c *Citation) End() int { return c.Citation.End }

// Related answers related.
func (o *occurrence) Related(ctx context.Context, kinds []graph.RelationKind, first *int, after *string) (*RelatedConnection, error) {
	page, err := window(first, after)
	if err != nil {
		return nil, err
	}
	pages, err := ask(o.level, "related", []any{kinds, page}, func() (map[graph.ID]*RelatedConnection, error) {
		q := o.level.q
		lists, err := q.store.Relations(ctx, graph.RelationQuery{Occurrences: o.level.anchors(graph.AnchorOccurrence), Kinds: kinds, Page: page})
		if err != nil {
			return nil, err
		}
		sub := q.level(siblings(lists, func(r graph.Related) graph.Node {
			return graph.Node{Kind: r.Occurrence.Kind, Occurrence: &r.Occurrence}
		}))
		return connections(lists, page, sub.related), nil
	})
	return of(pages, o.ID, err)
}

// related returns a sibling as GraphQL shows it in relation to another.
func (l *level) related(r graph.Related) *Related {
	out := &Related{Kind: r.Kind, Direction: DirectionOut, Occurrence: l.occurrence(r.Occurrence), Evidence: make([]*Citation, len(r.Evidence))}
	if r.Incoming {
		out.Direction = DirectionIn
	}
	for i, c := range r.Evidence {
		l.refer(toArticle, c.Article)
		out.Evidence[i] = &Citation{c, l}
	}
	return out
}
