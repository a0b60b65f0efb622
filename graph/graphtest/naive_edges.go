package graphtest

import (
	"cmp"
	"context"
	"slices"

	"github.com/whomet/whomet/graph"
)

// edges returns every edge of the graph, in the dated form that a walk sees.
func (n *naive) edges(when *graph.DateFilter) []graph.Edge {
	var out []graph.Edge
	add := func(e graph.Edge) {
		// Of edges alike the first tells the label.
		if !slices.ContainsFunc(out, func(o graph.Edge) bool { return o.Source == e.Source && o.Target == e.Target && o.Kind == e.Kind }) {
			out = append(out, e)
		}
	}
	dated := func(o *graph.Occurrence, e graph.Edge) {
		if when != nil && !overlaps(o.Date.First(), o.Date.Last(), *when) {
			return
		}
		if o.Date != nil {
			e.Start, e.End = o.Date.Start, o.Date.End
		}
		add(e)
	}
	for _, node := range n.all(nil) {
		id := node.ID()
		switch {
		case node.Entity != nil:
			for _, p := range node.Entity.Positions {
				if p.Of != "" {
					add(graph.Edge{Source: id, Target: p.Of, Kind: graph.RelHoldsPositionAt, Label: p.Title, Weight: 1})
				}
			}
			if w := node.Entity.Within; w != "" {
				add(graph.Edge{Source: id, Target: w, Kind: graph.RelWithin, Weight: 1})
			}
			for article := range n.claims {
				if _, spans := n.names(article, id); spans > 0 {
					add(graph.Edge{Source: id, Target: article, Kind: graph.RelMentionedIn, Weight: float64(spans)})
				}
			}
			for _, other := range n.all(graph.EntityKinds) {
				if e := n.met(id, other.ID(), when); id < other.ID() && e.Weight > 0 {
					add(e)
				}
			}
		case node.Occurrence != nil:
			o := node.Occurrence
			for _, p := range o.Participants {
				dated(o, graph.Edge{Source: p.Entity, Target: id, Kind: graph.RelParticipatedIn, Label: string(p.Role), Weight: 1})
			}
			if o.Place != "" {
				dated(o, graph.Edge{Source: id, Target: o.Place, Kind: graph.RelHeldAt, Weight: 1})
			}
			for _, t := range o.Topics {
				dated(o, graph.Edge{Source: id, Target: t, Kind: graph.RelAbout, Weight: 1})
			}
			for _, r := range o.Relations {
				dated(o, graph.Edge{Source: id, Target: r.To, Kind: r.Kind, Weight: 1})
			}
			for _, r := range n.reportsOf(id) {
				dated(o, graph.Edge{Source: id, Target: r.article, Kind: graph.RelReportedIn, Weight: 1})
			}
		case node.Topic != nil:
			for _, c := range node.Topic.Concerns {
				e := graph.Edge{Source: id, Target: c, Kind: graph.RelConcerns, Weight: 1}
				if o := n.nodes[c].Occurrence; o != nil {
					dated(o, e)
				} else {
					add(e)
				}
			}
		}
	}
	return out
}

// met returns the edge between two who met, of weight 0 if they did not.
func (n *naive) met(a, b graph.ID, when *graph.DateFilter) graph.Edge {
	e := graph.Edge{Source: min(a, b), Target: max(a, b), Kind: graph.RelMet}
	var meetings []graph.ID
	for _, m := range n.all([]graph.NodeKind{graph.KindMeeting}) {
		o := *m.Occurrence
		if o.Status == graph.StatusHeld && took(o, a) && took(o, b) && (when == nil || overlaps(o.Date.First(), o.Date.Last(), *when)) {
			meetings = append(meetings, o.ID)
		}
	}
	slices.SortFunc(meetings, n.newestOccurrence)
	for i, m := range meetings {
		o := n.nodes[m].Occurrence
		e.Weight++
		if i == 0 {
			e.Label = o.Summary
		}
		if o.Date.First() != "" {
			e.Start = o.Date.Start
			e.End = cmp.Or(e.End, o.Date.Start)
		}
	}
	return e
}

func (n *naive) Neighbors(_ context.Context, q graph.NeighborQuery) ([]graph.Edge, error) {
	var out []graph.Edge
	all := n.edges(q.When)
	for _, node := range n.resolved(q.Nodes) {
		far := func(e graph.Edge) graph.ID {
			if e.Source == node {
				return e.Target
			}
			return e.Source
		}
		var own []graph.Edge
		for _, e := range all {
			if (e.Source == node) != (e.Target == node) && (q.Via == nil || slices.Contains(q.Via, e.Kind)) &&
				(q.Kinds == nil || slices.Contains(q.Kinds, n.nodes[far(e)].Kind)) {
				own = append(own, e)
			}
		}
		slices.SortFunc(own, func(a, b graph.Edge) int {
			return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(far(a), far(b)), cmp.Compare(a.Kind, b.Kind))
		})
		for _, e := range window(own, graph.Page{Limit: q.LimitPerNode}).Items {
			if !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	slices.SortFunc(out, func(a, b graph.Edge) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target), cmp.Compare(a.Kind, b.Kind))
	})
	return out, nil
}
