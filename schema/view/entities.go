package view

import (
	"context"

	"github.com/whomet/whomet/graph"
)

// EntityConnection is a page of entities, each with how often the article
// that was asked names it.
type EntityConnection struct {
	Edges      []*EntityEdge
	PageInfo   PageInfo
	TotalCount int
}

// EntityEdge is one of a page of entities.
type EntityEdge struct {
	Cursor       string
	Node         Entity
	MentionCount int
}

// Nodes answers nodes.
func (c *EntityConnection) Nodes() []Entity {
	nodes := make([]Entity, len(c.Edges))
	for i, e := range c.Edges {
		nodes[i] = e.Node
	}
	return nodes
}

// entityQuery is what a field asks of a list of entities.
type entityQuery struct {
	Anchor graph.Anchor
	Kinds  []graph.NodeKind
	Filter *EntityFilter
	Order  []EntityOrder
	First  *int
	After  *string
}

// entities answers lists of entities of one kind of object.
func entities[T Entity](ctx context.Context, l *level, anchor graph.ID, q entityQuery) (*Connection[T], error) {
	page, err := window(q.First, q.After)
	if err != nil {
		return nil, err
	}
	pages, err := ask(l, "entities", q, func() (map[graph.ID]*Connection[T], error) {
		lists, sub, err := l.entityLists(ctx, q, page)
		if err != nil {
			return nil, err
		}
		return connections(lists, page, func(i graph.EntityItem) T {
			t, _ := sub.entity(i.Entity).(T)
			return t
		}), nil
	})
	return of(pages, anchor, err)
}

// entityLists asks the store for lists of entities and makes a level of them.
func (l *level) entityLists(ctx context.Context, q entityQuery, page graph.Page) (map[graph.ID]graph.List[graph.EntityItem], *level, error) {
	filter, err := q.Filter.graph()
	if err != nil {
		return nil, nil, err
	}
	lists, err := l.q.store.Entities(ctx, graph.EntityQuery{
		Kinds: q.Kinds, Anchor: q.Anchor, Anchors: l.anchors(q.Anchor), Filter: filter, Order: entityOrders(q.Order), Page: page,
	})
	if err != nil {
		return nil, nil, err
	}
	return lists, l.q.level(siblings(lists, func(i graph.EntityItem) graph.Node {
		return graph.Node{Kind: i.Entity.Kind, Entity: &i.Entity}
	})), nil
}

// siblings returns the items of all lists as nodes.
func siblings[I any](lists map[graph.ID]graph.List[I], node func(I) graph.Node) []graph.Node {
	var nodes []graph.Node
	for _, list := range lists {
		for _, item := range list.Items {
			nodes = append(nodes, node(item))
		}
	}
	return nodes
}

// People answers people.
func (q *Query) People(ctx context.Context, filter *EntityFilter, orderBy []EntityOrder, first *int, after *string) (*PersonConnection, error) {
	return entities[*Person](ctx, q.root(), "", entityQuery{Kinds: []graph.NodeKind{graph.KindPerson}, Filter: filter, Order: orderBy, First: first, After: after})
}

// Organizations answers organizations.
func (q *Query) Organizations(ctx context.Context, filter *EntityFilter, orderBy []EntityOrder, first *int, after *string) (*OrganizationConnection, error) {
	return entities[*Organization](ctx, q.root(), "", entityQuery{Kinds: []graph.NodeKind{graph.KindOrganization}, Filter: filter, Order: orderBy, First: first, After: after})
}

// Places answers places.
func (q *Query) Places(ctx context.Context, filter *EntityFilter, orderBy []EntityOrder, first *int, after *string) (*PlaceConnection, error) {
	return entities[*Place](ctx, q.root(), "", entityQuery{Kinds: []graph.NodeKind{graph.KindPlace}, Filter: filter, Order: orderBy, First: first, After: after})
}

// Person answers person.
func (q *Query) Person(ctx context.Context, id *graph.ID, name *string) (*Person, error) {
	return one[*Person](ctx, q, graph.KindPerson, id, name)
}

// Organization answers organization.
func (q *Query) Organization(ctx context.Context, id *graph.ID, name *string) (*Organization, error) {
	return one[*Organization](ctx, q, graph.KindOrganization, id, name)
}

// Place answers place.
func (q *Query) Place(ctx context.Context, id *graph.ID, name *string) (*Place, error) {
	return one[*Place](ctx, q, graph.KindPlace, id, name)
}

// one returns the entity of an id or a name: the zero T where there is none.
func one[T Entity](ctx context.Context, q *Query, kind graph.NodeKind, id *graph.ID, name *string) (T, error) {
	var none T
	ref := EntityRef{ID: id, Name: name}
	if err := ref.check(); err != nil {
		return none, err
	}
	if id != nil {
		n, err := q.Node(ctx, *id)
		if err != nil {
			return none, err
		}
		t, _ := n.(T)
		return t, nil
	}
	known, err := q.lookup(ctx, []graph.NodeKind{kind}, []EntityRef{ref})
	if err != nil {
		return none, err
	}
	if best, ok := known.best(*name); ok {
		t, _ := q.level([]graph.Node{best}).object(best).(T)
		return t, nil
	}
	return none, nil
}
