// Package view is the graph as GraphQL shows it: [Query] answers the fields
// of the root, the methods of [Person], [Meeting] and the others those of
// their objects. Package schema binds them to the schema's types.
//
// # One statement for each level
//
// Everything handed out belongs to a level: the group of all siblings that
// one call of the store brought, across all their parents. A field of an
// object asks its level for the field's answer; the first sibling to ask
// makes the level ask the store once, for all of its ids, and the others take
// their parts of that. What comes back is the next level. So the number of
// statements follows from the shape of a request and never from how much it
// finds:
//
//	meetings            level 1: one Occurrences call
//	  participants      level 2: one Nodes call for the participants, places
//	                             and topics of all of them
//	    entity.met      level 3: one Counterparts call for all participants
//	  reports           level 2': one Reports call for all of them
package view

import (
	"context"

	"github.com/whomet/whomet/graph"
)

// Query answers the fields of GraphQL's root from a store. It is safe for
// concurrent use.
type Query struct {
	store   graph.Reader
	version string
}

// New returns the root over a store; version is that of the program, as
// Stats.version tells it.
func New(store graph.Reader, version string) *Query { return &Query{store, version} }

// root returns a level whose siblings, if any, are no nodes of the graph.
func (q *Query) root() *level { return q.level(nil) }

// Node answers node: nil where the graph has none of this id.
func (q *Query) Node(ctx context.Context, id graph.ID) (Node, error) {
	nodes, err := q.byID(ctx, []graph.ID{id})
	return nodes[id], err
}

// Nodes answers nodes, in the order of the ids.
func (q *Query) Nodes(ctx context.Context, ids []graph.ID) ([]Node, error) {
	if len(ids) > MaxPage {
		return nil, limitf("nodes was asked for %d ids; ask for at most %d at a time", len(ids), MaxPage)
	}
	nodes, err := q.byID(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make([]Node, len(ids))
	for i, id := range ids {
		out[i] = nodes[id]
	}
	return out, nil
}

// byID brings nodes by the ids asked for, all on one level.
func (q *Query) byID(ctx context.Context, ids []graph.ID) (map[graph.ID]Node, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	found, err := q.store.Nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	return q.objects(found), nil
}

// Stats answers stats.
func (q *Query) Stats(ctx context.Context) (*Stats, error) {
	s, err := q.store.Stats(ctx)
	if err != nil {
		return nil, err
	}
	return &Stats{s, q.version}, nil
}

// Stats is how much the graph holds, and which program tells.
type Stats struct {
	graph.Stats
	Version string
}
