package view

import (
	"cmp"
	"context"
	"slices"

	"github.com/whomet/whomet/graph"
)

// maxNetwork bounds the meetings that a network is made of.
const maxNetwork = 5000

// Network answers network: who took part in the same meetings. One call of the
// store brings the meetings, one those who took part.
func (q *Query) Network(ctx context.Context, filter *MeetingFilter, kinds []graph.NodeKind, minMeetings, limit *int) (*Subgraph, error) {
	least, most := *cmp.Or(minMeetings, new(1)), *cmp.Or(limit, new(500))
	if most < 0 || most > maxPicture {
		return nil, limitf("limit is %d; it must be from 0 to %d", most, maxPicture)
	}
	if kinds == nil {
		kinds = []graph.NodeKind{graph.KindPerson}
	}
	f, err := q.meetings(ctx, filter)
	if err != nil {
		return nil, err
	}
	lists, err := q.store.Occurrences(ctx, graph.OccurrenceQuery{Kind: graph.KindMeeting, Filter: f, Page: graph.Page{Limit: maxNetwork}})
	if err != nil {
		return nil, err
	}
	found := lists[""]
	took, pairs := meetingPairs(found.Items)
	objects, err := q.byID(ctx, took)
	if err != nil {
		return nil, err
	}

	var edges []graph.Edge
	meetings := map[graph.ID]float64{}
	for _, e := range pairs {
		if e.Weight >= float64(least) && ofKind(objects[e.Source], kinds) && ofKind(objects[e.Target], kinds) {
			edges = append(edges, e)
			meetings[e.Source] += e.Weight
			meetings[e.Target] += e.Weight
		}
	}
	var ids []graph.ID
	for id := range meetings {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b graph.ID) int { return cmp.Or(cmp.Compare(meetings[b], meetings[a]), cmp.Compare(a, b)) })
	truncated := found.Total > len(found.Items) || len(ids) > most
	return picture(ids[:min(most, len(ids))], edges, objects, truncated), nil
}

func ofKind(n Node, kinds []graph.NodeKind) bool {
	return n != nil && slices.Contains(kinds, n.node().Kind)
}

// meetingPairs returns who took part in meetings, sorted, and for every two
// that shared some an edge, by source, then target. The meetings come latest
// first.
func meetingPairs(meetings []graph.Occurrence) ([]graph.ID, []graph.Edge) {
	var took []graph.ID
	pairs := map[[2]graph.ID]*graph.Edge{}
	for _, m := range meetings {
		var who []graph.ID
		for _, p := range m.Participants {
			who = append(who, p.Entity)
		}
		slices.Sort(who)
		who = slices.Compact(who)
		took = append(took, who...)
		for i, a := range who {
			for _, b := range who[i+1:] {
				e := pairs[[2]graph.ID{a, b}]
				if e == nil {
					e = &graph.Edge{Source: a, Target: b, Kind: graph.RelMet, Label: m.Summary}
					pairs[[2]graph.ID{a, b}] = e
				}
				e.Weight++
				if m.Date == nil || m.Date.Start == "" {
					continue
				}
				if e.End == "" {
					e.End = m.Date.Start
				}
				e.Start = m.Date.Start
			}
		}
	}
	edges := make([]graph.Edge, 0, len(pairs))
	for _, e := range pairs {
		edges = append(edges, *e)
	}
	slices.SortFunc(edges, func(a, b graph.Edge) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target))
	})
	slices.Sort(took)
	return slices.Compact(took), edges
}
