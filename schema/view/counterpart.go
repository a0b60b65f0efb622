package view

import (
	"context"
	"maps"
	"slices"

	"github.com/whomet/whomet/graph"
)

// Counterpart is someone or something that an entity met.
type Counterpart struct {
	Entity            Entity
	MeetingCount      int
	FirstMet, LastMet graph.PartialDate
	shared            graph.Counterpart
	among             *counterparts
}

// counterparts are the siblings of one level of counterparts.
type counterparts struct {
	level *level
	all   []graph.Counterpart
}

// Topics answers topics.
func (c *Counterpart) Topics(ctx context.Context) ([]*Topic, error) {
	return topics(ctx, c.among.level, c.shared.Topics)
}

// Meetings answers meetings.
func (c *Counterpart) Meetings(ctx context.Context, first *int, after *string) (*MeetingConnection, error) {
	page, err := window(first, after)
	if err != nil {
		return nil, err
	}
	l := c.among.level
	found, err := ask(l, "shared meetings", page, func() (map[graph.ID]Node, error) {
		ids := map[graph.ID]bool{}
		for _, c := range c.among.all {
			for _, id := range cut(c.Meetings, page) {
				ids[id] = true
			}
		}
		return l.q.byID(ctx, slices.Sorted(maps.Keys(ids)))
	})
	if err != nil {
		return nil, err
	}
	meetings := []*Meeting{}
	for _, id := range cut(c.shared.Meetings, page) {
		if m, ok := found[id].(*Meeting); ok {
			meetings = append(meetings, m)
		}
	}
	return connect(meetings, page, len(c.shared.Meetings)), nil
}

// cut returns the page of a list that is wholly at hand.
func cut[T any](all []T, page graph.Page) []T {
	all = all[min(page.Offset, len(all)):]
	return all[:min(page.Limit, len(all))]
}

// Met answers met.
func (e *entity) Met(ctx context.Context, filter *MeetingFilter, first *int, after *string) (*CounterpartConnection, error) {
	page, err := window(first, after)
	if err != nil {
		return nil, err
	}
	pages, err := ask(e.level, "met", []any{filter, page}, func() (map[graph.ID]*CounterpartConnection, error) {
		q := e.level.q
		f, err := q.meetings(ctx, filter)
		if err != nil {
			return nil, err
		}
		lists, err := q.store.Counterparts(ctx, graph.CounterpartQuery{Entities: e.level.anchors(graph.AnchorEntity), Filter: f, Page: page})
		if err != nil {
			return nil, err
		}
		among := &counterparts{level: q.level(siblings(lists, func(c graph.Counterpart) graph.Node {
			return graph.Node{Kind: c.Entity.Kind, Entity: &c.Entity}
		}))}
		for _, list := range lists {
			among.all = append(among.all, list.Items...)
			for _, c := range list.Items {
				among.level.refer(toTopic, c.Topics...)
			}
		}
		return connections(lists, page, func(c graph.Counterpart) *Counterpart {
			return &Counterpart{among.level.entity(c.Entity), len(c.Meetings), c.FirstMet, c.LastMet, c, among}
		}), nil
	})
	return of(pages, e.ID, err)
}

// CoMention is someone or something named in the same articles.
type CoMention struct {
	Entity       Entity
	ArticleCount int
}

// MentionedWith answers mentionedWith.
func (e *entity) MentionedWith(ctx context.Context, kinds []graph.NodeKind, first *int, after *string) (*CoMentionConnection, error) {
	page, err := window(first, after)
	if err != nil {
		return nil, err
	}
	pages, err := ask(e.level, "mentioned with", []any{kinds, page}, func() (map[graph.ID]*CoMentionConnection, error) {
		q := e.level.q
		lists, err := q.store.CoMentions(ctx, graph.CoMentionQuery{Entities: e.level.anchors(graph.AnchorEntity), Kinds: kinds, Page: page})
		if err != nil {
			return nil, err
		}
		sub := q.level(siblings(lists, func(c graph.CoMention) graph.Node { return graph.Node{Kind: c.Entity.Kind, Entity: &c.Entity} }))
		return connections(lists, page, func(c graph.CoMention) *CoMention { return &CoMention{sub.entity(c.Entity), c.Articles} }), nil
	})
	return of(pages, e.ID, err)
}
