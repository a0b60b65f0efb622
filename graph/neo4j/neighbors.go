package neo4j

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// A walk's edges of most kinds are relationships as they lie in the database;
// those of three kinds are paths.

// relationshipEdges returns the relationships of some types between n and a
// node x, several of one type between the same two as one: with the role or
// title that comes first. The occurrence at either end, if any, dates it, of two
// the source.
const relationshipEdges = `
			MATCH (n)-[r:TYPES]-(x) WHERE x <> n
			WITH r, x ORDER BY r.order
			WITH startNode(r) AS source, endNode(r) AS target, type(r) AS kind, x, collect(coalesce(r.role, r.title))[0] AS label
			WITH *, CASE WHEN source:Occurrence THEN source WHEN target:Occurrence THEN target END AS o
			WHERE %s
			RETURN x, source, target, kind, label, 1 AS weight, o.date AS start, o.dateEnd AS end`

// metEdges joins n to those who took part in held meetings with it.
const metEdges = `
			MATCH (n)-[:PARTICIPATED_IN]->(o:Meeting)<-[:PARTICIPATED_IN]-(x)
			WHERE o.status = 'HELD' AND x <> n AND %s
			WITH DISTINCT n, x, o ORDER BY o.firstDay IS NULL, o.firstDay DESC, o.id
			WITH n, x, collect(o) AS met, collect(o.date) AS dates
			RETURN x, CASE WHEN n.id < x.id THEN n ELSE x END AS source, CASE WHEN n.id < x.id THEN x ELSE n END AS target,
				'MET' AS kind, met[0].summary AS label, size(met) AS weight, dates[-1] AS start, dates[0] AS end`

// mentionEdges joins entities and the articles that name them.
const mentionEdges = `
			MATCH (n)-[:REFERS_TO|HAS]-(m:Mention)-[:REFERS_TO|HAS]-(x)
			WHERE %s
			WITH n, x, sum(size(m.starts)) AS weight
			RETURN x, CASE WHEN n:Entity THEN n ELSE x END AS source, CASE WHEN n:Entity THEN x ELSE n END AS target,
				'MENTIONED_IN' AS kind, null AS label, weight, null AS start, null AS end`

// reportEdges joins occurrences and the articles that report them.
const reportEdges = `
			MATCH (n)-[:OF|MAKES]-(:Report)-[:OF|MAKES]-(x)
			WITH DISTINCT n, x, CASE WHEN n:Occurrence THEN n ELSE x END AS o WHERE %s
			RETURN x, o AS source, CASE WHEN n:Occurrence THEN x ELSE n END AS target,
				'REPORTED_IN' AS kind, null AS label, 1 AS weight, o.date AS start, o.dateEnd AS end`

// Neighbors implements [graph.Reader].
func (s *Store) Neighbors(ctx context.Context, q graph.NeighborQuery) ([]graph.Edge, error) {
	b := newBuilder()
	rows, err := s.read(ctx, "walk", `
	UNWIND `+b.param(texts(q.Nodes))+` AS id
	`+find("id", "n")+`
	WITH DISTINCT n
	CALL (n) {
		CALL (n) {`+strings.Join(b.edges(q), "\n			UNION ALL")+`
		}
		WITH {source: source.id, target: target.id, kind: kind, label: label, weight: weight, start: start, end: end} AS edge, x
		ORDER BY edge.weight DESC, x.id, edge.kind LIMIT `+b.param(max(q.LimitPerNode, 0))+`
		RETURN edge
	}
	RETURN collect(edge) AS rows`, b.params)
	if err != nil {
		return nil, err
	}
	var edges []graph.Edge
	for _, r := range rows {
		edges = append(edges, graph.Edge{
			Source: r.id("source"),
			Target: r.id("target"),
			Kind:   graph.RelationKind(r.str("kind")),
			Label:  r.str("label"),
			Weight: float64(r.num("weight")),
			Start:  r.date("start"),
			End:    r.date("end"),
		})
	}
	slices.SortFunc(edges, func(a, b graph.Edge) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target), cmp.Compare(a.Kind, b.Kind))
	})
	return slices.Compact(edges), nil // one between two asked nodes came twice
}

// relations are all kinds of edges.
var relations = []graph.RelationKind{
	graph.RelMet, graph.RelParticipatedIn, graph.RelHeldAt, graph.RelAbout, graph.RelConcerns,
	graph.RelHoldsPositionAt, graph.RelWithin, graph.RelMentionedIn, graph.RelReportedIn,
	graph.RelAfter, graph.RelDuring, graph.RelInResponseTo, graph.RelPartOf,
}

// edges writes the branches of a union that find the edges around n.
func (b *builder) edges(q graph.NeighborQuery) []string {
	via := q.Via
	if via == nil {
		via = relations
	}
	kinds := b.kindHolds("x", q.Kinds)
	dated := kinds
	if q.When != nil {
		dated += " AND " + b.dateHolds(*q.When, "o")
	}
	var types, branches []string
	for _, kind := range relations {
		if !slices.Contains(via, kind) {
			continue
		}
		switch kind {
		case graph.RelMet:
			branches = append(branches, strings.Replace(metEdges, "%s", dated, 1))
		case graph.RelMentionedIn:
			branches = append(branches, strings.Replace(mentionEdges, "%s", kinds, 1))
		case graph.RelReportedIn:
			branches = append(branches, strings.Replace(reportEdges, "%s", dated, 1))
		default:
			types = append(types, string(kind))
		}
	}
	if len(types) > 0 {
		if q.When != nil { // what touches no occurrence has no date and passes
			dated = kinds + " AND (o IS NULL OR " + b.dateHolds(*q.When, "o") + ")"
		}
		branches = append(branches, strings.NewReplacer("TYPES", strings.Join(types, "|"), "%s", dated).Replace(relationshipEdges))
	}
	if len(branches) == 0 {
		branches = []string{strings.Replace(mentionEdges, "%s", "false", 1)}
	}
	return branches
}
