package view

import (
	"cmp"
	"context"

	"github.com/whomet/whomet/graph"
)

// TimelineBucket is how many began in an interval.
type TimelineBucket = graph.Bucket

// Timeline answers timeline.
func (q *Query) Timeline(ctx context.Context, filter *MeetingFilter, interval graph.Interval) ([]TimelineBucket, error) {
	f, err := q.meetings(ctx, filter)
	if err != nil {
		return nil, err
	}
	return q.store.Timeline(ctx, graph.TimelineQuery{Filter: f, Interval: interval})
}

// MeetingFacets are what meetings have in common.
type MeetingFacets struct {
	facets graph.Facets
	level  *level
}

// Facet is one value and how many meetings have it.
type Facet struct {
	graph.FacetCount
	level *level
}

// Facets answers facets.
func (q *Query) Facets(ctx context.Context, filter *MeetingFilter, limit *int) (*MeetingFacets, error) {
	most := *cmp.Or(limit, new(10))
	if most < 0 || most > MaxPage {
		return nil, limitf("limit is %d; it must be from 0 to %d", most, MaxPage)
	}
	f, err := q.meetings(ctx, filter)
	if err != nil {
		return nil, err
	}
	facets, err := q.store.Facets(ctx, graph.FacetQuery{Filter: f, Limit: most})
	if err != nil {
		return nil, err
	}
	l := q.root()
	for _, counts := range [][]graph.FacetCount{facets.Participants, facets.Places, facets.Topics} {
		for _, c := range counts {
			l.refer(toFacet, c.Node)
		}
	}
	return &MeetingFacets{facets, l}, nil
}

func (m *MeetingFacets) of(counts []graph.FacetCount) []*Facet {
	out := make([]*Facet, len(counts))
	for i, c := range counts {
		out[i] = &Facet{c, m.level}
	}
	return out
}

// Participants answers participants, and so on.
func (m *MeetingFacets) Participants() []*Facet { return m.of(m.facets.Participants) }
func (m *MeetingFacets) Places() []*Facet       { return m.of(m.facets.Places) }
func (m *MeetingFacets) Topics() []*Facet       { return m.of(m.facets.Topics) }
func (m *MeetingFacets) Modes() []*Facet        { return m.of(m.facets.Modes) }
func (m *MeetingFacets) Sources() []*Facet      { return m.of(m.facets.Sources) }

// Node answers node.
func (f *Facet) Node(ctx context.Context) (Node, error) {
	if f.FacetCount.Node == "" {
		return nil, nil
	}
	nodes, err := f.level.follow(ctx, toFacet)
	return must[Node](nodes[f.FacetCount.Node], err)
}

// Value answers value.
func (f *Facet) Value(ctx context.Context) (string, error) {
	n, err := f.Node(ctx)
	if err != nil || n == nil {
		return f.FacetCount.Value, err
	}
	return n.node().Label(), nil
}
