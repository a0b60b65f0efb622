package view

import (
	"context"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// maxFilters bounds the filters within a filter.
const maxFilters = 50

// MeetingFilter tells which meetings are meant.
type MeetingFilter struct {
	Who, WhoAny, WhoNot []EntityRef
	About               *string
	Topic               []graph.ID
	Where               *EntityRef
	When                *graph.DateFilter
	Mode                []graph.MeetingMode
	Status              []graph.OccurrenceStatus
	Source              *graph.StringFilter
	MinConfidence       *float64
	And, Or             []MeetingFilter
	Not                 *MeetingFilter
}

// EventFilter tells which events are meant.
type EventFilter struct {
	Who, WhoAny   []EntityRef
	About         *string
	Where         *EntityRef
	When          *graph.DateFilter
	Type          []graph.EventType
	Status        []graph.OccurrenceStatus
	Source        *graph.StringFilter
	MinConfidence *float64
	And, Or       []EventFilter
	Not           *EventFilter
}

// occurrenceFilter is a filter of either kind, as it was asked.
type occurrenceFilter struct {
	who, whoAny, whoNot []EntityRef
	about               *string
	topic               []graph.ID
	where               *EntityRef
	when                *graph.DateFilter
	modes               []graph.MeetingMode
	types               []graph.EventType
	status              []graph.OccurrenceStatus
	source              *graph.StringFilter
	minConfidence       *float64
	and, or             []occurrenceFilter
	not                 *occurrenceFilter
}

func (f MeetingFilter) plain() occurrenceFilter {
	out := occurrenceFilter{
		who: f.Who, whoAny: f.WhoAny, whoNot: f.WhoNot, about: f.About, topic: f.Topic, where: f.Where, when: f.When, modes: f.Mode,
		status: f.Status, source: f.Source, minConfidence: f.MinConfidence, and: plain(f.And), or: plain(f.Or),
	}
	if f.Not != nil {
		not := f.Not.plain()
		out.not = &not
	}
	return out
}

func (f EventFilter) plain() occurrenceFilter {
	out := occurrenceFilter{
		who: f.Who, whoAny: f.WhoAny, about: f.About, where: f.Where, when: f.When, types: f.Type,
		status: f.Status, source: f.Source, minConfidence: f.MinConfidence, and: plain(f.And), or: plain(f.Or),
	}
	if f.Not != nil {
		not := f.Not.plain()
		out.not = &not
	}
	return out
}

// plain keeps nil nil: an empty list is a condition, none is not.
func plain[F interface{ plain() occurrenceFilter }](fs []F) []occurrenceFilter {
	if fs == nil {
		return nil
	}
	out := make([]occurrenceFilter, len(fs))
	for i, f := range fs {
		out[i] = f.plain()
	}
	return out
}

// meetings makes the store's filter of what was asked. Where no status is
// named anywhere in it, only held meetings are meant.
func (q *Query) meetings(ctx context.Context, f *MeetingFilter) (graph.OccurrenceFilter, error) {
	if f == nil {
		f = &MeetingFilter{}
	}
	asked := f.plain()
	out, err := q.occurrences(ctx, asked)
	if !asked.any(func(f occurrenceFilter) bool { return f.status != nil }) {
		out.Status = []graph.OccurrenceStatus{graph.StatusHeld}
	}
	return out, err
}

// events makes the store's filter of what was asked.
func (q *Query) events(ctx context.Context, f *EventFilter) (graph.OccurrenceFilter, error) {
	if f == nil {
		return graph.OccurrenceFilter{}, nil
	}
	return q.occurrences(ctx, f.plain())
}

func (q *Query) occurrences(ctx context.Context, f occurrenceFilter) (graph.OccurrenceFilter, error) {
	var refs []EntityRef
	filters := 0
	f.any(func(f occurrenceFilter) bool {
		filters++
		refs = append(append(append(refs, f.who...), f.whoAny...), f.whoNot...)
		if f.where != nil {
			refs = append(refs, *f.where)
		}
		return false
	})
	if filters > maxFilters {
		return graph.OccurrenceFilter{}, limitf("a filter holds %d filters; use at most %d", filters, maxFilters)
	}
	known, err := q.lookup(ctx, graph.EntityKinds, refs)
	if err != nil {
		return graph.OccurrenceFilter{}, err
	}
	return f.graph(known)
}

// any tells whether a filter or one within it satisfies is.
func (f occurrenceFilter) any(is func(occurrenceFilter) bool) bool {
	found := is(f)
	for _, sub := range f.and {
		found = sub.any(is) || found
	}
	for _, sub := range f.or {
		found = sub.any(is) || found
	}
	if f.not != nil {
		found = f.not.any(is) || found
	}
	return found
}

func (f occurrenceFilter) graph(known bearers) (out graph.OccurrenceFilter, err error) {
	for _, r := range f.who {
		out.Who = append(out.Who, known.ids(r, graph.NodeKind.IsEntity))
	}
	out.WhoAny = known.union(f.whoAny)
	out.WhoNot = known.union(f.whoNot)
	if f.where != nil {
		out.Where = known.ids(*f.where, func(k graph.NodeKind) bool { return k == graph.KindPlace })
	}
	out.Topic, out.Modes, out.Types, out.Status, out.Source, out.When = f.topic, f.modes, f.types, f.status, f.source, f.when
	if out.About, err = text(f.about); err != nil {
		return out, err
	}
	if err := checkDates(f.when); err != nil {
		return out, err
	}
	if f.minConfidence != nil {
		out.MinConfidence = *f.minConfidence
	}
	if out.And, err = graphs(f.and, known); err != nil {
		return out, err
	}
	if out.Or, err = graphs(f.or, known); err != nil {
		return out, err
	}
	if f.not != nil {
		not, err := f.not.graph(known)
		if err != nil {
			return out, err
		}
		out.Not = &not
	}
	return out, nil
}

func graphs(fs []occurrenceFilter, known bearers) ([]graph.OccurrenceFilter, error) {
	if fs == nil {
		return nil, nil
	}
	out := make([]graph.OccurrenceFilter, len(fs))
	for i, f := range fs {
		var err error
		if out[i], err = f.graph(known); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// union returns the entities that any of the references means; nil of nil.
func (b bearers) union(refs []EntityRef) []graph.ID {
	if refs == nil {
		return nil
	}
	ids := []graph.ID{}
	for _, r := range refs {
		ids = append(ids, b.ids(r, graph.NodeKind.IsEntity)...)
	}
	return ids
}

// text reads a full-text condition; nil of nil.
func text(s *string) (*graph.Text, error) {
	if s == nil {
		return nil, nil
	}
	t, err := terms.Parse(*s)
	if err != nil {
		return nil, badInputf("%v", err)
	}
	return &t, nil
}

func checkDates(d *graph.DateFilter) error {
	if d != nil && d.From != "" && d.To != "" && d.From.First() > d.To.Last() {
		return badInputf("the dates run from %s to %s, backwards; exchange them", d.From, d.To)
	}
	return nil
}

// EntityFilter tells which entities are meant.
type EntityFilter struct {
	Name        *graph.StringFilter
	Mentioned   *graph.DateFilter
	MinMeetings *int
	Position    *string
	Article     *graph.ID
}

func (f *EntityFilter) graph() (out graph.EntityFilter, err error) {
	if f == nil {
		return out, nil
	}
	out.Name, out.Mentioned = f.Name, f.Mentioned
	if f.MinMeetings != nil {
		out.MinMeetings = *f.MinMeetings
	}
	if f.Article != nil {
		out.Article = *f.Article
	}
	if err := checkDates(f.Mentioned); err != nil {
		return out, err
	}
	out.Position, err = text(f.Position)
	return out, err
}

// ArticleFilter tells which articles are meant.
type ArticleFilter struct {
	Text      *string
	Source    *graph.StringFilter
	Published *graph.DateFilter
	Mentions  []EntityRef
}

// articles makes the store's filter of what was asked.
func (q *Query) articles(ctx context.Context, f *ArticleFilter) (out graph.ArticleFilter, err error) {
	if f == nil {
		return out, nil
	}
	known, err := q.lookup(ctx, graph.EntityKinds, f.Mentions)
	if err != nil {
		return out, err
	}
	for _, r := range f.Mentions {
		out.Mentions = append(out.Mentions, known.ids(r, graph.NodeKind.IsEntity))
	}
	out.Source, out.Published = f.Source, f.Published
	if err := checkDates(f.Published); err != nil {
		return out, err
	}
	out.Text, err = text(f.Text)
	return out, err
}

// OccurrenceOrder is one key of an order of occurrences.
type OccurrenceOrder struct {
	By        graph.OrderField
	Direction SortDirection
}

// EntityOrder is one key of an order of entities.
type EntityOrder struct {
	By        graph.OrderField
	Direction SortDirection
}

// SortDirection is the direction of an order.
type SortDirection string

// The directions of an order.
const (
	Ascending  SortDirection = "ASC"
	Descending SortDirection = "DESC"
)

func occurrenceOrders(by []OccurrenceOrder) []graph.Order {
	var out []graph.Order
	for _, o := range by {
		out = append(out, graph.Order{By: o.By, Desc: o.Direction == Descending})
	}
	return out
}

func entityOrders(by []EntityOrder) []graph.Order {
	var out []graph.Order
	for _, o := range by {
		out = append(out, graph.Order{By: o.By, Desc: o.Direction == Descending})
	}
	return out
}
