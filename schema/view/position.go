package view

import (
	"context"
	"slices"

	"github.com/whomet/whomet/graph"
)

// Position is an office that someone holds or held.
type Position struct {
	graph.Position
	level *level // the person's
}

// Of answers of.
func (p *Position) Of(ctx context.Context) (Entity, error) {
	nodes, err := p.level.follow(ctx, toBody)
	body, _ := nodes[p.Position.Of].(Entity)
	return body, err
}

// Mentions answers mentions.
func (p *Position) Mentions(ctx context.Context) ([]*Mention, error) {
	all, err := ask(p.level, "position mentions", nil, func() (map[graph.ID]*Mention, error) {
		var ids []graph.ID
		for _, n := range p.level.nodes {
			if n.Entity != nil {
				for _, pos := range n.Entity.Positions {
					ids = append(ids, pos.Mentions...)
				}
			}
		}
		slices.Sort(ids)
		found, err := p.level.q.store.MentionsByID(ctx, slices.Compact(ids))
		if err != nil {
			return nil, err
		}
		sub := p.level.q.root()
		out := make(map[graph.ID]*Mention, len(found))
		for id, m := range found {
			out[id] = sub.mention(m)
		}
		return out, nil
	})
	if err != nil {
		return nil, err
	}
	mentions := []*Mention{}
	for _, id := range p.Position.Mentions {
		if m := all[id]; m != nil {
			mentions = append(mentions, m)
		}
	}
	return mentions, nil
}
