package neo4j

import (
	"context"
	"fmt"

	"github.com/whomet/whomet/graph"
)

// Arrivals implements [graph.Reader].
func (s *Store) Arrivals(ctx context.Context, q graph.ArrivalQuery) (graph.Arrivals, error) {
	b := newBuilder()
	items := "\nWITH [] AS items"
	if q.Limit > 0 {
		holds := b.occurrenceHolds(q.Filter)
		items = fmt.Sprintf(`%s
CALL (*) {
	MATCH (r:Report) WHERE r.arrived > %s
	MATCH (r)-[:OF]->(o:%s) WHERE %s
	WITH r, o ORDER BY r.arrived LIMIT %s
	RETURN collect({id: r.id, claim: r.claim, occurrence: o.id, number: r.arrived}) AS items
}`, b.head(), b.param(q.After), labels[q.Kind], holds, b.param(q.Limit))
	}
	cypher := items + `
MATCH (s:Store {id: 'whomet'})
RETURN [{last: coalesce(s.arrived, 0), items: items}] AS rows`
	rows, err := s.read(ctx, "list arrivals", cypher, b.params)
	if err != nil {
		return graph.Arrivals{}, err
	}
	var came []graph.ReportItem
	var numbers []int
	for _, r := range rows[0].rows("items") {
		rep, err := readReport(r)
		if err != nil {
			return graph.Arrivals{}, err
		}
		came = append(came, graph.ReportItem{Report: rep, Occurrence: r.id("occurrence")})
		numbers = append(numbers, r.num("number"))
	}
	return q.Answer(came, numbers, rows[0].num("last")), nil
}

// take notes under which numbers the reports of articles came, before they
// are taken away.
func (t *tx) take(ctx context.Context, articles []graph.ID) error {
	rows, err := t.read(ctx, "look at reports", "UNWIND $ids AS id MATCH (:Node {id: id})-[:MAKES]->(r:Report) RETURN r.id AS id, r.arrived AS number",
		map[string]any{"ids": texts(articles)})
	for _, r := range rows {
		t.taken[r.id("id")] = r.num("number")
	}
	return err
}

// number gives the reports of claims their numbers: those that this update
// took away keep theirs, be it none.
func (t *tx) number(ctx context.Context, claims []graph.Claims) (map[graph.ID]int, error) {
	return graph.NumberReports(claims, t.taken, func(n int) (int, error) {
		rows, err := t.read(ctx, "number reports", "MATCH (s:Store {id: 'whomet'}) SET s.arrived = coalesce(s.arrived, 0) + $come RETURN s.arrived AS last",
			map[string]any{"come": n})
		if err != nil {
			return 0, err
		}
		return rows[0].num("last"), nil
	})
}
