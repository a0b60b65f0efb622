package neo4j

import (
	"context"
	"fmt"

	"github.com/whomet/whomet/graph"
)

// Timeline implements [graph.Reader].
func (s *Store) Timeline(ctx context.Context, q graph.TimelineQuery) ([]graph.Bucket, error) {
	b := newBuilder()
	body := b.occurrenceSeed(q.Filter, "Occurrence") + "\n	WITH * WHERE o.date IS NOT NULL AND " + b.occurrenceHolds(q.Filter)
	rows, err := s.read(ctx, "count occurrences by date", b.head()+`
CALL (*) {`+body+`
	WITH o.date AS start, o.kind AS kind, count(*) AS n
	RETURN collect({start: start, kind: kind, n: n}) AS rows
}
RETURN rows`, b.params)
	if err != nil {
		return nil, err
	}
	var counts []graph.Began
	for _, r := range rows {
		counts = append(counts, graph.Began{Start: r.date("start"), Kind: graph.NodeKind(r.str("kind")), Count: r.num("n")})
	}
	return graph.Timeline(q.Interval, counts), nil
}

// Facets implements [graph.Reader].
func (s *Store) Facets(ctx context.Context, q graph.FacetQuery) (graph.Facets, error) {
	b := newBuilder()
	meetings := b.occurrenceSeed(q.Filter, labels[graph.KindMeeting]) + "\n	WITH * WHERE " + b.occurrenceHolds(q.Filter)
	// Values are many only where they are ids, which Cypher orders as Go does.
	facet := func(name, pattern, value, limit string) string {
		return fmt.Sprintf(`
CALL (meetings) {
	UNWIND meetings AS o
	%s
	WITH %s AS value, count(DISTINCT o) AS n WHERE value IS NOT NULL AND value <> ''
	%s
	RETURN collect({value: value, n: n}) AS %s
}`, pattern, value, limit, name)
	}
	most := "WITH value, n ORDER BY n DESC, value LIMIT " + b.param(max(q.Limit, 0))
	body := `
CALL (*) {` + meetings + `
	RETURN collect(o) AS meetings
}` + facet("participants", "MATCH (o)<-[:PARTICIPATED_IN]-(e)", "e.id", most) +
		facet("places", "MATCH (o)-[:HELD_AT]->(e)", "e.id", most) +
		facet("topics", "MATCH (o)-[:ABOUT]->(e)", "e.id", most) +
		facet("modes", "", "o.mode", "") +
		facet("sources", "MATCH (o)<-[:OF]-(:Report)<-[:MAKES]-(a:Article)", "a.source", "") + `
RETURN [{participants: participants, places: places, topics: topics, modes: modes, sources: sources}] AS rows`
	rows, err := s.read(ctx, "count meetings by facet", b.head()+body, b.params)
	if err != nil || len(rows) == 0 {
		return graph.Facets{}, err
	}
	counts := func(name string, node bool) []graph.FacetCount {
		var out []graph.FacetCount
		for _, r := range rows[0].rows(name) {
			if node {
				out = append(out, graph.FacetCount{Node: r.id("value"), Count: r.num("n")})
			} else {
				out = append(out, graph.FacetCount{Value: r.str("value"), Count: r.num("n")})
			}
		}
		return graph.Most(out, q.Limit)
	}
	return graph.Facets{Participants: counts("participants", true), Places: counts("places", true), Topics: counts("topics", true),
		Modes: counts("modes", false), Sources: counts("sources", false)}, nil
}
