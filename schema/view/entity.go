package view

import (
	"context"

	"github.com/whomet/whomet/graph"
)

// Node is whatever has an id.
type Node interface {
	IsNode()
	// node returns what the graph holds of it.
	node() graph.Node
}

// Entity is a person, an organization or a place.
type Entity interface {
	Node
	IsEntity()
}

// Person, Organization and Place are the entities.
type (
	Person       struct{ entity }
	Organization struct{ entity }
	Place        struct{ entity }
)

// entity is what all entities have.
type entity struct {
	graph.Entity
	level *level
}

// IsNode and IsEntity say which interfaces of the schema it implements.
func (*entity) IsNode()   {}
func (*entity) IsEntity() {}

func (e *entity) node() graph.Node { return graph.Node{Kind: e.Kind, Entity: &e.Entity} }

// entity returns a sibling as GraphQL shows it; nil if it is of no known kind.
func (l *level) entity(e graph.Entity) Entity {
	switch e.Kind {
	case graph.KindPerson:
		return &Person{entity{e, l}}
	case graph.KindOrganization:
		return &Organization{entity{e, l}}
	case graph.KindPlace:
		return &Place{entity{e, l}}
	}
	return nil
}

// Meetings answers meetings.
func (e *entity) Meetings(ctx context.Context, filter *MeetingFilter, orderBy []OccurrenceOrder, first *int, after *string) (*MeetingConnection, error) {
	return e.level.meetings(ctx, graph.AnchorParticipant, e.ID, filter, orderBy, first, after)
}

// Events answers events.
func (e *entity) Events(ctx context.Context, filter *EventFilter, orderBy []OccurrenceOrder, first *int, after *string) (*EventConnection, error) {
	return e.level.events(ctx, graph.AnchorParticipant, e.ID, filter, orderBy, first, after)
}

// Articles answers articles.
func (e *entity) Articles(ctx context.Context, first *int, after *string) (*ArticleConnection, error) {
	return e.level.articles(ctx, graph.AnchorEntity, e.ID, nil, first, after)
}

// Mentions answers mentions.
func (e *entity) Mentions(ctx context.Context, first *int, after *string) (*MentionConnection, error) {
	return e.level.mentions(ctx, graph.AnchorEntity, e.ID, first, after)
}

// Positions answers positions.
func (p *Person) Positions() []*Position {
	positions := make([]*Position, len(p.Entity.Positions))
	for i, pos := range p.Entity.Positions {
		positions[i] = &Position{pos, p.level}
	}
	return positions
}

// Members answers members.
func (o *Organization) Members(ctx context.Context, first *int, after *string) (*PersonConnection, error) {
	q := entityQuery{Anchor: graph.AnchorOrganization, Kinds: []graph.NodeKind{graph.KindPerson}, First: first, After: after}
	return entities[*Person](ctx, o.level, o.ID, q)
}

// Within answers within.
func (p *Place) Within(ctx context.Context) (*Place, error) {
	nodes, err := p.level.follow(ctx, toWithin)
	within, _ := nodes[p.Entity.Within].(*Place)
	return within, err
}

// Hosted answers hosted.
func (p *Place) Hosted(ctx context.Context, filter *MeetingFilter, orderBy []OccurrenceOrder, first *int, after *string) (*MeetingConnection, error) {
	return p.level.meetings(ctx, graph.AnchorPlace, p.ID, filter, orderBy, first, after)
}

// CountryCode answers countryCode.
func (p *Place) CountryCode() *string { return orNull(p.Entity.CountryCode) }
