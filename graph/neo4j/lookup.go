package neo4j

import (
	"context"

	"github.com/whomet/whomet/graph"
)

// nodeWeight is how heavy a node n is among those that a lookup or a text
// search finds.
const nodeWeight = `CASE
		WHEN n:Entity THEN n.mentionCount
		WHEN n:Occurrence THEN n.reportCount
		WHEN n:Topic THEN n.meetingCount
		ELSE coalesce(toInteger(replace(n.firstDay, '-', '')), 0)
	END`

// Lookup implements [graph.Reader].
func (s *Store) Lookup(ctx context.Context, q graph.LookupQuery) ([]graph.Candidate, error) {
	var keys []string // as asked, each once
	seen := map[string]bool{}
	for _, k := range q.Keys {
		if !seen[k] {
			seen[k] = true
			keys = append(keys, k)
		}
	}
	b := newBuilder()
	asked := b.param(indexKeys(keys))
	rows, err := s.read(ctx, "look up names", `
	UNWIND `+b.param(luceneKeys(keys, q.Prefix))+` AS query
	CALL db.index.fulltext.queryNodes('keys', query) YIELD node AS n
	WITH DISTINCT n WHERE `+b.kindHolds("n", q.Kinds)+`
	WITH n, [i IN range(0, size(`+asked+`) - 1) WHERE `+asked+`[i] IN n.keys] AS found, `+nodeWeight+` AS weight
	ORDER BY size(found) DESC, weight DESC, n.id LIMIT `+b.param(max(q.Limit, 0))+`
	RETURN collect({kind: `+nodeKind("n")+`, node: `+nodeMap+`, keys: found}) AS rows`, b.params)
	if err != nil {
		return nil, err
	}
	var out []graph.Candidate
	for _, r := range rows {
		n, err := readNode(r.str("kind"), r.sub("node"))
		if err != nil {
			return nil, err
		}
		c := graph.Candidate{Node: n}
		for _, k := range r.nums("keys") {
			c.Keys = append(c.Keys, keys[k])
		}
		out = append(out, c)
	}
	return out, nil
}

// Search implements [graph.Reader].
func (s *Store) Search(ctx context.Context, q graph.TextQuery) ([]graph.Node, error) {
	b := newBuilder()
	rows, err := s.read(ctx, "search texts", `
	CALL () {
		`+b.withWords("Article", "n", q.Text)+`
		RETURN n
		UNION
		`+b.withWords("Topic", "n", q.Text)+`
		RETURN n
		UNION
		`+b.withWords("Topic", "t", q.Text)+`
		MATCH (t)<-[:ABOUT]-(n)
		RETURN n
		UNION
		`+b.withWords("Report", "r", q.Text)+`
		MATCH (r)-[:OF]->(n)
		RETURN n
	}
	WITH n WHERE `+b.kindHolds("n", q.Kinds)+`
	WITH n, `+nodeWeight+` AS weight
	ORDER BY weight DESC, n.id LIMIT `+b.param(max(q.Limit, 0))+`
	RETURN collect({kind: `+nodeKind("n")+`, node: `+nodeMap+`}) AS rows`, b.params)
	if err != nil {
		return nil, err
	}
	var out []graph.Node
	for _, r := range rows {
		n, err := readNode(r.str("kind"), r.sub("node"))
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, nil
}
