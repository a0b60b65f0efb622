package view

import (
	"context"

	"github.com/whomet/whomet/graph"
)

// Occurrence is a meeting or another event.
type Occurrence interface {
	Node
	IsOccurrence()
}

// Meeting and Event are the occurrences.
type (
	Meeting struct{ occurrence }
	Event   struct{ occurrence }
)

// occurrence is what all occurrences have.
type occurrence struct {
	graph.Occurrence
	level *level
}

// IsNode and IsOccurrence say which interfaces of the schema it implements.
func (*occurrence) IsNode()       {}
func (*occurrence) IsOccurrence() {}

func (o *occurrence) node() graph.Node { return graph.Node{Kind: o.Kind, Occurrence: &o.Occurrence} }

// occurrence returns a sibling as GraphQL shows it; nil if it is of no known
// kind.
func (l *level) occurrence(o graph.Occurrence) Occurrence {
	switch o.Kind {
	case graph.KindMeeting:
		return &Meeting{occurrence{o, l}}
	case graph.KindEvent:
		return &Event{occurrence{o, l}}
	}
	return nil
}

// Place answers place.
func (o *occurrence) Place(ctx context.Context) (*Place, error) {
	nodes, err := o.level.follow(ctx, toPlace)
	place, _ := nodes[o.Occurrence.Place].(*Place)
	return place, err
}

// Topics answers topics.
func (o *occurrence) Topics(ctx context.Context) ([]*Topic, error) {
	return topics(ctx, o.level, o.Occurrence.Topics)
}

// topics returns the topics that a sibling refers to by ids.
func topics(ctx context.Context, l *level, ids []graph.ID) ([]*Topic, error) {
	nodes, err := l.all(ctx, toTopic, ids)
	out := make([]*Topic, 0, len(nodes))
	for _, n := range nodes {
		if t, ok := n.(*Topic); ok {
			out = append(out, t)
		}
	}
	return out, err
}

// Participants answers participants.
func (o *occurrence) Participants() []*Participation {
	out := make([]*Participation, len(o.Occurrence.Participants))
	for i, p := range o.Occurrence.Participants {
		out[i] = &Participation{p, o.level}
	}
	return out
}

// Reports answers reports.
func (o *occurrence) Reports(ctx context.Context, first *int, after *string) (*ReportConnection, error) {
	return o.level.reports(ctx, graph.AnchorOccurrence, o.ID, first, after)
}

// Participation is one entity's part in an occurrence.
type Participation struct {
	graph.Participation
	level *level // the occurrence's
}

// Entity answers entity.
func (p *Participation) Entity(ctx context.Context) (Entity, error) {
	nodes, err := p.level.follow(ctx, toParticipant)
	return must[Entity](nodes[p.Participation.Entity], err)
}

// OnBehalfOf answers onBehalfOf.
func (p *Participation) OnBehalfOf(ctx context.Context) (Entity, error) {
	nodes, err := p.level.follow(ctx, toBehalf)
	e, _ := nodes[p.Participation.OnBehalfOf].(Entity)
	return e, err
}

// Title answers title.
func (p *Participation) Title() *string { return orNull(p.Participation.Title) }

// must returns a node that the schema promises. That it is not there means
// that the graph changed since the request began.
func must[T Node](n Node, err error) (T, error) {
	t, ok := n.(T)
	if err == nil && !ok {
		err = notFoundf("the graph changed while it was read; ask again")
	}
	return t, err
}

// orEmpty returns the empty text for nil.
func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// orNull returns nil for the empty text.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// Meetings answers meetings.
func (q *Query) Meetings(ctx context.Context, filter *MeetingFilter, orderBy []OccurrenceOrder, first *int, after *string) (*MeetingConnection, error) {
	return q.root().meetings(ctx, graph.AnchorNone, "", filter, orderBy, first, after)
}

// Events answers events.
func (q *Query) Events(ctx context.Context, filter *EventFilter, orderBy []OccurrenceOrder, first *int, after *string) (*EventConnection, error) {
	return q.root().events(ctx, graph.AnchorNone, "", filter, orderBy, first, after)
}

func (l *level) meetings(ctx context.Context, by graph.Anchor, anchor graph.ID, filter *MeetingFilter, orderBy []OccurrenceOrder, first *int, after *string) (*MeetingConnection, error) {
	page, err := window(first, after)
	if err != nil {
		return nil, err
	}
	pages, err := ask(l, "meetings", []any{by, filter, orderBy, page}, func() (map[graph.ID]*MeetingConnection, error) {
		f, err := l.q.meetings(ctx, filter)
		if err != nil {
			return nil, err
		}
		return occurrences[*Meeting](ctx, l, graph.OccurrenceQuery{
			Kind: graph.KindMeeting, Anchor: by, Anchors: l.anchors(by), Filter: f, Order: occurrenceOrders(orderBy), Page: page,
		})
	})
	return of(pages, anchor, err)
}

func (l *level) events(ctx context.Context, by graph.Anchor, anchor graph.ID, filter *EventFilter, orderBy []OccurrenceOrder, first *int, after *string) (*EventConnection, error) {
	page, err := window(first, after)
	if err != nil {
		return nil, err
	}
	pages, err := ask(l, "events", []any{by, filter, orderBy, page}, func() (map[graph.ID]*EventConnection, error) {
		f, err := l.q.events(ctx, filter)
		if err != nil {
			return nil, err
		}
		return occurrences[*Event](ctx, l, graph.OccurrenceQuery{
			Kind: graph.KindEvent, Anchor: by, Anchors: l.anchors(by), Filter: f, Order: occurrenceOrders(orderBy), Page: page,
		})
	})
	return of(pages, anchor, err)
}

// occurrences asks the store for lists of one kind of occurrence.
func occurrences[T Occurrence](ctx context.Context, l *level, q graph.OccurrenceQuery) (map[graph.ID]*Connection[T], error) {
	lists, err := l.q.store.Occurrences(ctx, q)
	if err != nil {
		return nil, err
	}
	sub := l.q.level(siblings(lists, func(o graph.Occurrence) graph.Node {
		return graph.Node{Kind: o.Kind, Occurrence: &o}
	}))
	return connections(lists, q.Page, func(o graph.Occurrence) T {
		t, _ := sub.occurrence(o).(T)
		return t
	}), nil
}
