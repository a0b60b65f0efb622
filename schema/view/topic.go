package view

import (
	"context"

	"github.com/whomet/whomet/graph"
)

// Topic is what meetings were about.
type Topic struct {
	graph.Topic
	level *level
}

// IsNode says which interface of the schema it implements.
func (*Topic) IsNode() {}

func (t *Topic) node() graph.Node { return graph.Node{Kind: graph.KindTopic, Topic: &t.Topic} }

// Concerns answers concerns.
func (t *Topic) Concerns(ctx context.Context) ([]Node, error) {
	return t.level.all(ctx, toConcern, t.Topic.Concerns)
}

// Meetings answers meetings.
func (t *Topic) Meetings(ctx context.Context, filter *MeetingFilter, orderBy []OccurrenceOrder, first *int, after *string) (*MeetingConnection, error) {
	return t.level.meetings(ctx, graph.AnchorTopic, t.ID, filter, orderBy, first, after)
}

// Topics answers topics.
func (q *Query) Topics(ctx context.Context, about *string, first *int, after *string) (*TopicConnection, error) {
	page, err := window(first, after)
	if err != nil {
		return nil, err
	}
	t, err := text(about)
	if err != nil {
		return nil, err
	}
	list, err := q.store.Topics(ctx, graph.TopicQuery{Text: t, Page: page})
	if err != nil {
		return nil, err
	}
	lists := map[graph.ID]graph.List[graph.Topic]{"": list}
	sub := q.level(siblings(lists, func(t graph.Topic) graph.Node { return graph.Node{Kind: graph.KindTopic, Topic: &t} }))
	return of(connections(lists, page, func(t graph.Topic) *Topic { return &Topic{t, sub} }), "", nil)
}
