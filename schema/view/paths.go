package view

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/whomet/whomet/graph"
)

// The bounds of a search for paths.
const (
	maxPathHops = 8
	maxPaths    = 50
	// maxVisited bounds the nodes that one search visits.
	maxVisited = 20000
	// maxChains bounds the shortest chains that are compared.
	maxChains = 1000
)

// PathResult is the shortest chains from one node to another.
type PathResult struct {
	Paths     []*Subgraph
	Hops      *int
	Truncated bool
}

// Paths answers paths by breadth-first search from both ends at once, one call
// of the store for each hop, the smaller frontier first.
func (q *Query) Paths(ctx context.Context, from, to graph.ID, via []graph.RelationKind, when *graph.DateFilter, hops, limit *int) (*PathResult, error) {
	most, count := *cmp.Or(hops, new(4)), *cmp.Or(limit, new(5))
	switch {
	case most < 0 || most > maxPathHops:
		return nil, limitf("maxHops is %d; it must be from 0 to %d", most, maxPathHops)
	case count < 0 || count > maxPaths:
		return nil, limitf("limit is %d; it must be from 0 to %d", count, maxPaths)
	}
	if err := checkDates(when); err != nil {
		return nil, err
	}
	if via == nil {
		via = []graph.RelationKind{graph.RelMet}
	}
	ends, err := q.byID(ctx, []graph.ID{from, to})
	if err != nil {
		return nil, err
	}
	for _, id := range []graph.ID{from, to} {
		if !drawn(ends[id]) {
			return nil, notFoundf("no node has the id %q", id)
		}
	}
	s := search{
		walk:  walk{q: q, query: graph.NeighborQuery{Via: via, When: when, LimitPerNode: edgesPerNode}, edges: map[graph.ID]graph.Edge{}},
		sides: [2]*side{newSide(ends[from].node().ID()), newSide(ends[to].node().ID())},
	}
	middle, err := s.run(ctx, most)
	if err != nil {
		return nil, err
	}
	chains := s.chains(middle)
	if err := s.rank(ctx, chains); err != nil {
		return nil, err
	}
	return s.result(ctx, chains, count)
}

// search is a breadth-first search from two ends.
type search struct {
	walk
	sides [2]*side
}

// side is what one end has reached.
type side struct {
	depth    map[graph.ID]int
	parents  map[graph.ID][]graph.ID
	frontier []graph.ID
	hops     int
}

func newSide(id graph.ID) *side {
	return &side{depth: map[graph.ID]int{id: 0}, parents: map[graph.ID][]graph.ID{}, frontier: []graph.ID{id}}
}

// run searches until the frontiers meet and returns where, sorted; none where
// they do not within so many hops.
func (s *search) run(ctx context.Context, most int) ([]graph.ID, error) {
	a, b := s.sides[0], s.sides[1]
	for {
		if middle := meet(a, b); len(middle) > 0 {
			return middle, nil
		}
		if a.hops+b.hops == most || len(a.frontier) == 0 || len(b.frontier) == 0 {
			return nil, nil
		}
		if len(a.depth)+len(b.depth) > maxVisited {
			s.truncated = true
			return nil, nil
		}
		next := a
		if len(b.frontier) < len(a.frontier) {
			next = b
		}
		edges, err := s.from(ctx, next.frontier)
		if err != nil {
			return nil, err
		}
		next.step(edges)
	}
}

// step goes one hop further along the edges around the frontier.
func (s *side) step(edges []graph.Edge) {
	s.hops++
	s.frontier = nil
	reach := func(from, to graph.ID) {
		d, known := s.depth[from]
		if !known || d != s.hops-1 {
			return
		}
		if _, seen := s.depth[to]; !seen {
			s.depth[to] = s.hops
			s.frontier = append(s.frontier, to)
		}
		if s.depth[to] == s.hops && !slices.Contains(s.parents[to], from) {
			s.parents[to] = append(s.parents[to], from)
		}
	}
	for _, e := range edges {
		reach(e.Source, e.Target)
		reach(e.Target, e.Source)
	}
}

// meet returns the nodes at which both frontiers stand, sorted.
func meet(a, b *side) []graph.ID {
	var middle []graph.ID
	for _, id := range a.frontier {
		if d, ok := b.depth[id]; ok && d == b.hops {
			middle = append(middle, id)
		}
	}
	slices.Sort(middle)
	return middle
}

// chain is the nodes from one end to the other.
type chain struct {
	nodes []graph.ID
	hub   int // relations of its best connected node between the ends
}

// chains returns the chains through the middle, at most maxChains.
func (s *search) chains(middle []graph.ID) []*chain {
	var out []*chain
	for _, m := range middle {
		for _, head := range s.sides[0].toRoot(m) {
			for _, tail := range s.sides[1].toRoot(m) {
				if len(out) == maxChains {
					s.truncated = true
					return out
				}
				nodes := slices.Clone(head)
				slices.Reverse(nodes)
				out = append(out, &chain{nodes: append(nodes, tail[1:]...)})
			}
		}
	}
	return out
}

// toRoot returns the ways from a node back to the side's end, at most
// maxChains.
func (s *side) toRoot(id graph.ID) [][]graph.ID {
	if s.depth[id] == 0 {
		return [][]graph.ID{{id}}
	}
	var out [][]graph.ID
	for _, p := range slices.Sorted(slices.Values(s.parents[id])) {
		for _, way := range s.toRoot(p) {
			if len(out) > maxChains {
				return out
			}
			out = append(out, append([]graph.ID{id}, way...))
		}
	}
	return out
}

// rank orders chains: those whose best connected node between the ends has
// the fewest relations first, then by id.
func (s *search) rank(ctx context.Context, chains []*chain) error {
	between := map[graph.ID]bool{}
	for _, c := range chains {
		for i := 1; i < len(c.nodes)-1; i++ {
			between[c.nodes[i]] = true
		}
	}
	degree := map[graph.ID]int{}
	if len(chains) > 1 && len(between) > 1 {
		edges, err := s.from(ctx, slices.Sorted(maps.Keys(between)))
		if err != nil {
			return err
		}
		for _, e := range edges {
			degree[e.Source]++
			degree[e.Target]++
		}
	}
	for _, c := range chains {
		for i := 1; i < len(c.nodes)-1; i++ {
			c.hub = max(c.hub, degree[c.nodes[i]])
		}
	}
	slices.SortFunc(chains, func(a, b *chain) int { return cmp.Or(cmp.Compare(a.hub, b.hub), slices.Compare(a.nodes, b.nodes)) })
	return nil
}

func (s *search) result(ctx context.Context, chains []*chain, count int) (*PathResult, error) {
	out := &PathResult{Paths: []*Subgraph{}, Truncated: s.truncated || len(chains) > count}
	if len(chains) == 0 {
		return out, nil
	}
	hops := s.sides[0].hops + s.sides[1].hops
	out.Hops = &hops
	chains = chains[:min(count, len(chains))]
	var ids []graph.ID
	for _, c := range chains {
		ids = append(ids, c.nodes...)
	}
	slices.Sort(ids)
	objects, err := s.q.byID(ctx, slices.Compact(ids))
	if err != nil {
		return nil, err
	}
	between := map[[2]graph.ID][]graph.Edge{}
	for _, e := range s.all() {
		between[[2]graph.ID{e.Source, e.Target}] = append(between[[2]graph.ID{e.Source, e.Target}], e)
	}
	for _, c := range chains {
		var edges []graph.Edge
		for i := range c.nodes[1:] {
			a, b := c.nodes[i], c.nodes[i+1]
			edges = append(append(edges, between[[2]graph.ID{a, b}]...), between[[2]graph.ID{b, a}]...)
		}
		out.Paths = append(out.Paths, picture(c.nodes, edges, objects, false))
	}
	return out, nil
}
