package view

import (
	"context"

	"github.com/whomet/whomet/graph"
)

// Judgement is a word on whether two are one.
type Judgement struct {
	graph.Judgement
	level *level
}

// IsNode says which interface of the schema it implements.
func (*Judgement) IsNode() {}

func (j *Judgement) node() graph.Node {
	return graph.Node{Kind: graph.KindJudgement, Judgement: &j.Judgement}
}

// A answers a.
func (j *Judgement) A(ctx context.Context) (Entity, error) {
	return judged[Entity](ctx, j.level, "name", j.Judgement.A)
}

// B answers b.
func (j *Judgement) B(ctx context.Context) (Entity, error) {
	return judged[Entity](ctx, j.level, "name", j.Judgement.B)
}

// judged returns the entity or occurrence that a judgement on a unit is of.
func judged[T any](ctx context.Context, l *level, what string, unit graph.ID) (T, error) {
	nodes, err := l.follow(ctx, toJudged)
	of, ok := nodes[unit].(T)
	if err == nil && !ok {
		err = notFoundf("a %s that the judgement hangs on is in no article now", what)
	}
	return of, err
}

// OccurrenceJudgement is a person's word on whether two reports are of one
// occurrence.
type OccurrenceJudgement struct {
	graph.Judgement
	level *level
}

// IsNode says which interface of the schema it implements.
func (*OccurrenceJudgement) IsNode() {}

func (j *OccurrenceJudgement) node() graph.Node {
	return graph.Node{Kind: graph.KindJudgement, Judgement: &j.Judgement}
}

// A answers a.
func (j *OccurrenceJudgement) A(ctx context.Context) (Occurrence, error) {
	return judged[Occurrence](ctx, j.level, "report", j.Judgement.A)
}

// B answers b.
func (j *OccurrenceJudgement) B(ctx context.Context) (Occurrence, error) {
	return judged[Occurrence](ctx, j.level, "report", j.Judgement.B)
}

// Reports answers reports.
func (j *OccurrenceJudgement) Reports() []graph.ID {
	return []graph.ID{j.Judgement.A, j.Judgement.B}
}

// Judgements answers judgements.
func (o *occurrence) Judgements(ctx context.Context) ([]*OccurrenceJudgement, error) {
	lists, err := ask(o.level, "judgements of occurrences", nil, func() (map[graph.ID][]*OccurrenceJudgement, error) {
		lists, err := o.level.q.store.Judgements(ctx, graph.JudgementQuery{
			Anchor: graph.AnchorOccurrence, Anchors: o.level.anchors(graph.AnchorOccurrence), Page: graph.Page{Limit: MaxPage},
		})
		if err != nil {
			return nil, err
		}
		sub := o.level.q.level(siblings(lists, func(j graph.Judgement) graph.Node {
			return graph.Node{Kind: graph.KindJudgement, Judgement: &j}
		}))
		out := map[graph.ID][]*OccurrenceJudgement{}
		for id, l := range lists {
			for _, j := range l.Items {
				out[id] = append(out[id], &OccurrenceJudgement{j, sub})
			}
		}
		return out, nil
	})
	return lists[o.ID], err
}

// Names answers names.
func (j *Judgement) Names(ctx context.Context) ([]*Name, error) {
	var names []*Name
	for _, unit := range []graph.ID{j.Judgement.A, j.Judgement.B} {
		e, err := judged[Entity](ctx, j.level, "name", unit)
		if err != nil {
			return nil, err
		}
		of := e.node().Entity
		n := Name{unit, of.Name, of.MentionCount} // of an entity that has no names told apart
		for _, m := range of.Names {
			if m.ID == unit {
				n = Name{m.ID, m.Text, m.Mentions}
			}
		}
		names = append(names, &n)
	}
	return names, nil
}

// Name is one of the names of an entity.
type Name struct {
	ID           graph.ID
	Text         string
	MentionCount int
}

// Names answers names.
func (e *entity) Names() []*Name {
	names := make([]*Name, len(e.Entity.Names))
	for i, n := range e.Entity.Names {
		names[i] = &Name{n.ID, n.Text, n.Mentions}
	}
	return names
}

// Judgements answers judgements.
func (e *entity) Judgements(ctx context.Context) ([]*Judgement, error) {
	pages, err := ask(e.level, "judgements", nil, func() (map[graph.ID]*JudgementConnection, error) {
		return e.level.judgements(ctx, graph.JudgementQuery{
			Anchor: graph.AnchorEntity, Anchors: e.level.anchors(graph.AnchorEntity), Page: graph.Page{Limit: MaxPage},
		})
	})
	page, err := of(pages, e.ID, err)
	if err != nil {
		return nil, err
	}
	return page.Nodes(), nil
}

// judgements asks the store for lists of judgements and makes a level of them.
func (l *level) judgements(ctx context.Context, q graph.JudgementQuery) (map[graph.ID]*JudgementConnection, error) {
	lists, err := l.q.store.Judgements(ctx, q)
	if err != nil {
		return nil, err
	}
	sub := l.q.level(siblings(lists, func(j graph.Judgement) graph.Node {
		return graph.Node{Kind: graph.KindJudgement, Judgement: &j}
	}))
	return connections(lists, q.Page, func(j graph.Judgement) *Judgement { return &Judgement{j, sub} }), nil
}

// Candidates answers candidates.
func (q *Query) Candidates(ctx context.Context, kinds []graph.NodeKind, first *int, after *string) (*JudgementConnection, error) {
	page, err := window(first, after)
	if err != nil {
		return nil, err
	}
	pages, err := q.root().judgements(ctx, graph.JudgementQuery{Kinds: kinds, Page: page})
	return of(pages, "", err)
}
