package graphtest

import (
	"context"

	"github.com/whomet/whomet/graph"
)

func (n *naive) Timeline(_ context.Context, q graph.TimelineQuery) ([]graph.Bucket, error) {
	var counts []graph.Began
	for _, node := range n.all([]graph.NodeKind{graph.KindMeeting, graph.KindEvent}) {
		if o := *node.Occurrence; o.Date != nil && n.occurrence(o, q.Filter) {
			counts = append(counts, graph.Began{Start: o.Date.Start, Kind: o.Kind, Count: 1})
		}
	}
	return graph.Timeline(q.Interval, counts), nil
}

func (n *naive) Facets(_ context.Context, q graph.FacetQuery) (graph.Facets, error) {
	var participants, places, topics, modes, sources []graph.ID
	once := func(into *[]graph.ID, seen map[graph.ID]bool, id graph.ID) {
		if id != "" && !seen[id] {
			seen[id] = true
			*into = append(*into, id)
		}
	}
	for _, node := range n.all([]graph.NodeKind{graph.KindMeeting}) {
		o := *node.Occurrence
		if !n.occurrence(o, q.Filter) {
			continue
		}
		seen := map[graph.ID]bool{}
		for _, p := range o.Participants {
			once(&participants, seen, p.Entity)
		}
		once(&places, map[graph.ID]bool{}, o.Place)
		for _, t := range o.Topics {
			once(&topics, seen, t)
		}
		once(&modes, map[graph.ID]bool{}, graph.ID(o.Mode))
		told := map[graph.ID]bool{}
		for _, r := range n.reportsOf(o.ID) {
			once(&sources, told, graph.ID(n.nodes[r.article].Article.Source))
		}
	}
	counts := func(ids []graph.ID, node bool) []graph.FacetCount {
		at := map[graph.ID]int{}
		var out []graph.FacetCount
		for _, id := range ids {
			if _, ok := at[id]; !ok {
				at[id] = len(out)
				if node {
					out = append(out, graph.FacetCount{Node: id})
				} else {
					out = append(out, graph.FacetCount{Value: string(id)})
				}
			}
			out[at[id]].Count++
		}
		return graph.Most(out, q.Limit)
	}
	return graph.Facets{Participants: counts(participants, true), Places: counts(places, true), Topics: counts(topics, true),
		Modes: counts(modes, false), Sources: counts(sources, false)}, nil
}
