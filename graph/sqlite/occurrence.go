package sqlite

import (
	"context"
	"fmt"
	"strings"

	"github.com/whomet/whomet/graph"
)

func (r *nodeRows) occurrence(o graph.Occurrence) error {
	var starts, ends graph.PartialDate
	if o.Date != nil {
		starts, ends = o.Date.Start, o.Date.End
	}
	held := o.Kind == graph.KindMeeting && o.Status == graph.StatusHeld
	r.occurrences = append(r.occurrences, []any{o.ID, o.Kind, o.Status, o.Mode, o.Type, o.Confidence, o.Date.First(), o.Date.Last(), starts, ends, orNull(o.Place)})
	counted := map[graph.ID]bool{}
	for i, p := range o.Participants {
		r.participations = append(r.participations, []any{o.ID, i, p.Entity, p.Role, p.Title, p.OnBehalfOf, bit(held && !counted[p.Entity])})
		counted[p.Entity] = true
	}
	spoken := map[graph.ID]bool{}
	for i, t := range o.Topics {
		if !spoken[t] {
			spoken[t] = true
			r.abouts = append(r.abouts, []any{o.ID, i, t, bit(held)})
		}
	}
	if err := r.relationRows(o.ID, o.Relations); err != nil {
		return err
	}
	o.Participants, o.Place, o.Topics, o.Relations, o.ReportCount = nil, "", nil, nil, 0
	return r.node(o.ID, o.Kind, o)
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (r reader) Occurrences(ctx context.Context, q graph.OccurrenceQuery) (map[graph.ID]graph.List[graph.Occurrence], error) {
	order, err := occurrenceOrder(q.Order)
	if err != nil {
		return nil, err
	}
	var a arguments
	p := page{from: "occurrence o", id: "o.id", order: order}
	with := a.anchors(q.Anchor, q.Anchors)
	switch q.Anchor {
	case graph.AnchorNone:
	case graph.AnchorParticipant:
		p.from = hanging("SELECT DISTINCT occurrence AS id FROM participation WHERE entity = asked.node", "occurrence o", "o.id")
	case graph.AnchorPlace:
		p.from = hanging(inside("SELECT asked.node"), "occurrence o", "o.place")
	case graph.AnchorTopic:
		p.from = hanging("SELECT occurrence AS id FROM about WHERE topic = asked.node", "occurrence o", "o.id")
	default:
		return nil, fmt.Errorf("list occurrences: they do not hang on %q", q.Anchor)
	}
	p.where = append(p.where, a.occurrences(q.Filter)...)
	kind := "o.kind"
	if q.Anchor != graph.AnchorNone || selective(q.Filter) {
		kind = "+o.kind" // the plus keeps SQLite from starting at all of a kind
	}
	p.where = append(p.where, kind+" = "+a.bind(string(q.Kind)))
	statement := "WITH " + with + ", " + a.lists(p, q.Page) + `
		SELECT lists.ask, lists.total, node.data, ` + occurrenceEdges("node.id") + `
		FROM lists LEFT JOIN json_each(lists.ids) item LEFT JOIN node ON node.id = item.value ORDER BY lists.ask, item.key`
	lists, err := readLists(ctx, r.db, statement, a.values, 2, func(c []column) (o graph.Occurrence, err error) {
		return o, decode(c[0].text(), c[1].text(), &o)
	})
	if err != nil {
		return nil, fmt.Errorf("list occurrences: %w", err)
	}
	return lists, nil
}

func occurrenceOrder(orders []graph.Order) (string, error) {
	if len(orders) == 0 {
		orders = []graph.Order{{By: graph.OrderDate, Desc: true}}
	}
	var keys []string
	for _, o := range orders {
		switch o.By {
		case graph.OrderDate:
			keys = append(keys, day("o.first_day", o))
		case graph.OrderReports:
			keys = append(keys, direction(reportCount("o.id"), o))
		case graph.OrderConfidence:
			keys = append(keys, direction("o.confidence", o))
		default:
			return "", fmt.Errorf("list occurrences: they have no order %q", o.By)
		}
	}
	return strings.Join(append(keys, "o.id"), ", "), nil
}
