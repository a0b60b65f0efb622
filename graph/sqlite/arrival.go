package sqlite

import (
	"context"
	"fmt"

	"github.com/whomet/whomet/graph"
)

func (r reader) Arrivals(ctx context.Context, q graph.ArrivalQuery) (graph.Arrivals, error) {
	var a arguments
	where := append([]string{"report.arrived > " + a.bind(q.After), "o.kind = " + a.bind(string(q.Kind))}, a.occurrences(q.Filter)...)
	// From the index of numbers on: CROSS JOIN keeps the order.
	statement := `SELECT arrival.last, came.number, came.data, came.occurrence FROM arrival LEFT JOIN (
			SELECT report.arrived AS number, report.data AS data, o.id AS occurrence
			FROM report CROSS JOIN unit ON unit.id = report.unit CROSS JOIN occurrence o ON o.id = unit.node
			WHERE ` + all(where) + " ORDER BY report.arrived " + limit(graph.Page{Limit: q.Limit}) + `) came
		ORDER BY came.number`
	var items []graph.ReportItem
	var numbers []int
	var last int
	err := r.db.query(ctx, statement, a.values, func(scan func(...any) error) error {
		var number *int
		var data, occurrence *string
		if err := scan(&last, &number, &data, &occurrence); err != nil || number == nil {
			return err
		}
		item := graph.ReportItem{Occurrence: graph.ID(*occurrence)}
		items, numbers = append(items, item), append(numbers, *number)
		return decode(*data, "{}", &items[len(items)-1].Report)
	})
	if err != nil {
		return graph.Arrivals{}, fmt.Errorf("list arrivals: %w", err)
	}
	return q.Answer(items, numbers, last), nil
}

// take notes under which numbers the reports of articles came, before they
// are taken away.
func (t *tx) take(ctx context.Context, articles []graph.ID) error {
	var a arguments
	statement := "SELECT id, arrived FROM report WHERE article IN (" + list(&a, articles) + ")"
	return t.db.query(ctx, statement, a.values, func(scan func(...any) error) error {
		var id graph.ID
		var number int
		err := scan(&id, &number)
		t.taken[id] = number
		return err
	})
}

// number gives the reports of claims their numbers: those that this update
// took away keep theirs.
func (t *tx) number(ctx context.Context, claims []graph.Claims) (map[graph.ID]int, error) {
	return graph.NumberReports(claims, t.taken, func(n int) (last int, err error) {
		err = t.db.query(ctx, "UPDATE arrival SET last = last + ? RETURNING last", []any{n}, func(scan func(...any) error) error { return scan(&last) })
		return last, err
	})
}
