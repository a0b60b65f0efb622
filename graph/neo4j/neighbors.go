package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// Neighbors implements [graph.Reader].
func (s *Store) Neighbors(ctx context.Context, q graph.NeighborQuery) ([]graph.Edge, error) {
	b := newBuilder()
	branches := []string{"UNWIND [] AS x RETURN x, null AS source, null AS target, null AS kind, null AS label, null AS weight, null AS start, null AS end"}
	for _, kind := range q.Via {
		branches = append(branches, b.edges(kind, q)...)
	}
	if q.Via == nil {
		for _, kind := range relations {
			branches = append(branches, b.edges(kind, q)...)
		}
	}
	rows, err := s.read(ctx, "walk", `
	UNWIND `+b.param(texts(q.Nodes))+` AS id
	`+find("id", "n")+`
	WITH DISTINCT n
	CALL (n) {
		CALL (n) {
			`+strings.Join(branches, "\n			UNION ALL\n			")+`
		}
		RETURN {source: source, target: target, kind: kind, label: label, weight: weight, start: start, end: end} AS row
		ORDER BY weight DESC, x.id, kind LIMIT `+b.param(max(q.LimitPerNode, 0))+`
	}
	RETURN row`, b.params)
	if err != nil {
		return nil, err
	}
	edges := make([]graph.Edge, len(rows))
	for i, r := range rows {
		edges[i] = graph.Edge{
			Source: r.id("source"),
			Target: r.id("target"),
			Kind:   graph.RelationKind(r.str("kind")),
			Label:  r.str("label"),
			Weight: float64(r.num("weight")),
			Start:  r.date("start"),
			End:    r.date("end"),
		}
	}
	slices.SortFunc(edges, func(a, b graph.Edge) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target), cmp.Compare(a.Kind, b.Kind))
	})
	return slices.Compact(edges), nil
}

// relations are all kinds of edges.
var relations = []graph.RelationKind{
	graph.RelMet, graph.RelParticipatedIn, graph.RelHeldAt, graph.RelAbout, graph.RelConcerns,
	graph.RelHoldsPositionAt, graph.RelWithin, graph.RelMentionedIn, graph.RelReportedIn,
}

// edges writes the subqueries that find the edges of a kind between the node n
// and nodes x, and return x and what a [graph.Edge] holds.
func (b *builder) edges(kind graph.RelationKind, q graph.NeighborQuery) []string {
	kinds := " AND " + ofKinds("x", q.Kinds)
	dated := func(o string) string { // where only occurrences of a date count
		if q.When == nil {
			return "true" + kinds
		}
		return b.dateHolds(*q.When, o) + kinds
	}
	const undated = ", null AS start, null AS end"
	switch kind {
	case graph.RelMet:
		return []string{fmt.Sprintf(`MATCH (n)-[:PARTICIPATED_IN]->(o:Meeting)<-[:PARTICIPATED_IN]-(x)
			WHERE o.status = 'HELD' AND x <> n AND %s
			WITH DISTINCT n, x, o ORDER BY o.firstDay IS NULL, o.firstDay DESC, o.id
			WITH n, x, collect(o) AS met, [d IN collect(o.date) WHERE d <> ''] AS dates
			RETURN x, CASE WHEN n.id < x.id THEN n.id ELSE x.id END AS source, CASE WHEN n.id < x.id THEN x.id ELSE n.id END AS target,
				'MET' AS kind, met[0].summary AS label, size(met) AS weight, dates[-1] AS start, dates[0] AS end`, dated("o"))}
	case graph.RelParticipatedIn:
		return both("(%s)-[r:PARTICIPATED_IN]->(%s)", func(from, to string) string {
			return dated(to) + `
			WITH n, x, r ORDER BY r.order
			WITH n, x, collect(r.role)[0] AS label
			` + returnEdge(from, to, kind, "label", "1", dates(to))
		})
	case graph.RelHeldAt, graph.RelAbout:
		return both("(%s)-[:"+string(kind)+"]->(%s)", func(from, to string) string {
			return dated(from) + "\n			WITH DISTINCT n, x\n			" + returnEdge(from, to, kind, "null", "1", dates(from))
		})
	case graph.RelConcerns:
		return both("(%s)-[:CONCERNS]->(%s)", func(from, to string) string {
			where := "true" + kinds
			if q.When != nil {
				where = "(NOT " + to + ":Occurrence OR " + b.dateHolds(*q.When, to) + ")" + kinds
			}
			return where + "\n			WITH DISTINCT n, x\n			" + returnEdge(from, to, kind, "null", "1", dates(to))
		})
	case graph.RelHoldsPositionAt:
		return both("(%s)-[r:HOLDS_POSITION_AT]->(%s)", func(from, to string) string {
			return "true" + kinds + `
			WITH n, x, r ORDER BY r.order
			WITH n, x, collect(r.title)[0] AS label
			` + returnEdge(from, to, kind, "label", "1", undated)
		})
	case graph.RelWithin:
		return both("(%s)-[:WITHIN]->(%s)", func(from, to string) string {
			return "true" + kinds + "\n			" + returnEdge(from, to, kind, "null", "1", undated)
		})
	case graph.RelMentionedIn:
		return both("(%s)<-[:REFERS_TO]-(m:Mention)<-[:HAS]-(%s)", func(from, to string) string {
			return "true" + kinds + `
			WITH n, x, sum(size(m.starts)) AS weight
			` + returnEdge(from, to, kind, "null", "weight", undated)
		})
	case graph.RelReportedIn:
		return both("(%s)<-[:OF]-(:Report)<-[:MAKES]-(%s)", func(from, to string) string {
			return dated(from) + "\n			WITH DISTINCT n, x\n			" + returnEdge(from, to, kind, "null", "1", dates(from))
		})
	}
	return nil
}

// both writes a match of the pattern with n at its start, and one with n at
// its end.
func both(pattern string, rest func(from, to string) string) []string {
	return []string{
		"MATCH " + fmt.Sprintf(pattern, "n", "x") + " WHERE " + rest("n", "x"),
		"MATCH " + fmt.Sprintf(pattern, "x", "n") + " WHERE " + rest("x", "n"),
	}
}

func returnEdge(from, to string, kind graph.RelationKind, label, weight, dates string) string {
	return fmt.Sprintf("RETURN x, %s.id AS source, %s.id AS target, '%s' AS kind, %s AS label, %s AS weight%s", from, to, kind, label, weight, dates)
}

func dates(o string) string { return ", " + o + ".date AS start, " + o + ".dateEnd AS end" }
