package view

import (
	"cmp"
	"context"
	"slices"

	"github.com/whomet/whomet/graph"
)

// The bounds of pictures.
const (
	maxPicture   = 2000 // nodes of a picture
	maxHops      = 4    // relations from where a neighborhood begins
	edgesPerNode = 500  // relations of one node that are looked at
)

// Subgraph is nodes and edges, flat.
type Subgraph struct {
	Nodes     []*GraphNode
	Edges     []*GraphEdge
	Truncated bool
}

// GraphNode is a node of a picture.
type GraphNode struct {
	ID     graph.ID
	Kind   graph.NodeKind
	Label  string
	Weight float64
	Degree int
	Node   Node
}

// GraphEdge is a relation of a picture.
type GraphEdge struct {
	ID graph.ID
	graph.Edge
}

// picture makes the picture of edges between nodes, in the order of the ids;
// what the graph no longer has is left out.
func picture(ids []graph.ID, edges []graph.Edge, objects map[graph.ID]Node, truncated bool) *Subgraph {
	s := &Subgraph{Nodes: []*GraphNode{}, Edges: []*GraphEdge{}, Truncated: truncated}
	at := map[graph.ID]*GraphNode{}
	for _, id := range ids {
		if n := objects[id]; n != nil && at[id] == nil {
			node := n.node()
			at[id] = &GraphNode{ID: node.ID(), Kind: node.Kind, Label: node.Label(), Weight: weight(node), Node: n}
			s.Nodes = append(s.Nodes, at[id])
		}
	}
	for _, e := range edges {
		if at[e.Source] == nil || at[e.Target] == nil {
			continue
		}
		at[e.Source].Degree++
		at[e.Target].Degree++
		s.Edges = append(s.Edges, &GraphEdge{edgeID(e), e})
	}
	return s
}

// edgeID names a relation: there is one of each kind between two nodes.
func edgeID(e graph.Edge) graph.ID {
	return graph.NewID("edge", string(e.Source), string(e.Target), string(e.Kind))
}

// weight tells how much there is of a node.
func weight(n graph.Node) float64 {
	switch {
	case n.Entity != nil:
		return float64(n.Entity.MentionCount)
	case n.Occurrence != nil:
		return float64(n.Occurrence.ReportCount)
	}
	return 1
}

// Neighborhood answers neighborhood: ring by ring, one call of the store each,
// the heaviest relations first.
func (q *Query) Neighborhood(ctx context.Context, ids []graph.ID, hops *int, kinds []graph.NodeKind, via []graph.RelationKind, when *graph.DateFilter, limit *int) (*Subgraph, error) {
	rings, most := *cmp.Or(hops, new(1)), *cmp.Or(limit, new(200))
	switch {
	case len(ids) > MaxPage:
		return nil, limitf("neighborhood was asked for %d ids; ask for at most %d at a time", len(ids), MaxPage)
	case rings < 0 || rings > maxHops:
		return nil, limitf("hops is %d; it must be from 0 to %d", rings, maxHops)
	case most < 0 || most > maxPicture:
		return nil, limitf("limit is %d; it must be from 0 to %d", most, maxPicture)
	}
	if err := checkDates(when); err != nil {
		return nil, err
	}
	start, err := q.byID(ctx, ids)
	if err != nil {
		return nil, err
	}
	w := walk{q: q, query: graph.NeighborQuery{Via: relations(via), When: when, Kinds: kinds, LimitPerNode: edgesPerNode}, edges: map[graph.ID]graph.Edge{}}
	shown := map[graph.ID]bool{}
	var order, ring []graph.ID
	for _, id := range ids {
		if n := start[id]; drawn(n) && !shown[n.node().ID()] {
			if len(order) == most {
				w.truncated = true
				break
			}
			shown[n.node().ID()] = true
			order = append(order, n.node().ID())
		}
	}
	ring = order
	for ; rings > 0 && len(ring) > 0; rings-- {
		edges, err := w.from(ctx, ring)
		if err != nil {
			return nil, err
		}
		slices.SortStableFunc(edges, func(a, b graph.Edge) int { return cmp.Compare(b.Weight, a.Weight) })
		ring = nil
		for _, e := range edges {
			for _, id := range []graph.ID{e.Source, e.Target} {
				if shown[id] {
					continue
				}
				if len(order) == most {
					w.truncated = true
					continue
				}
				shown[id] = true
				order = append(order, id)
				ring = append(ring, id)
			}
		}
	}
	objects, err := q.byID(ctx, order)
	if err != nil {
		return nil, err
	}
	return picture(order, w.all(), objects, w.truncated), nil
}

// drawn tells whether a node can stand in a picture: not if there is none, and
// judgements are no part of it.
func drawn(n Node) bool { return n != nil && n.node().Judgement == nil }

// walk asks for relations and keeps them.
type walk struct {
	q         *Query
	query     graph.NeighborQuery
	edges     map[graph.ID]graph.Edge
	truncated bool
}

// from returns the relations of nodes, by one call of the store.
func (w *walk) from(ctx context.Context, nodes []graph.ID) ([]graph.Edge, error) {
	q := w.query
	q.Nodes = slices.Sorted(slices.Values(nodes))
	edges, err := w.q.store.Neighbors(ctx, q)
	if err != nil {
		return nil, err
	}
	degree := map[graph.ID]int{}
	for _, e := range edges {
		w.edges[edgeID(e)] = e
		degree[e.Source]++
		degree[e.Target]++
	}
	for _, id := range nodes {
		if degree[id] >= w.query.LimitPerNode {
			w.truncated = true
		}
	}
	return edges, nil
}

// all returns every relation that was seen, by source, target and kind.
func (w *walk) all() []graph.Edge {
	var edges []graph.Edge
	for _, e := range w.edges {
		edges = append(edges, e)
	}
	slices.SortFunc(edges, func(a, b graph.Edge) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target), cmp.Compare(a.Kind, b.Kind))
	})
	return edges
}

// relations returns the relations to walk: where null was given, all but those
// to articles.
func relations(via []graph.RelationKind) []graph.RelationKind {
	if via != nil {
		return via
	}
	return append([]graph.RelationKind{
		graph.RelMet, graph.RelParticipatedIn, graph.RelHeldAt, graph.RelAbout, graph.RelConcerns, graph.RelHoldsPositionAt, graph.RelWithin,
	}, graph.OccurrenceRelations...)
}
