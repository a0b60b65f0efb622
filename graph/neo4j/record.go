package neo4j

import (
	"context"
	"errors"
	"iter"

	"github.com/whomet/whomet/graph"
)

// recordPage is the number of nodes that All asks for at a time.
const recordPage = 500

// recordsAfter is the statement of All: the nodes after an id.
var recordsAfter = `
	MATCH (c:Commit {id: 'whomet'})
	WITH c.begun AS begun
	CALL () {
		MATCH (n:Node) WHERE n.id > $after
		RETURN n ORDER BY n.id LIMIT $limit
	}
	RETURN collect({begun: begun, kind: ` + nodeKind("n") + `, node: ` + nodeMap + `, text: CASE WHEN n:Article THEN n.text END,
		mentions: [(n)-[has:HAS]->(m) | {order: has.order, node: [(m)-[:REFERS_TO]->(e) | e.id][0], mention: ` + mentionMapOf("n") + `}],
		reports: [(n)-[makes:MAKES]->(r) | r {.id, .claim, order: makes.order, node: [(r)-[:OF]->(o) | o.id][0]}]}) AS rows`

var errChanged = errors.New("the graph was changed while it was read; do it again when nothing is being loaded")

// All implements [graph.Store]. It reads page by page and fails where an
// update was committed in between.
func (s *Store) All(ctx context.Context) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		after, begun := graph.ID(""), -1
		for {
			rows, err := s.read(ctx, "read the whole graph", recordsAfter, map[string]any{"after": string(after), "limit": recordPage})
			if err != nil {
				yield(graph.Record{}, err)
				return
			}
			for _, r := range rows {
				if begun < 0 {
					begun = r.num("begun")
				}
				if r.num("begun") != begun {
					yield(graph.Record{}, s.explain(ctx, "read the whole graph", errChanged))
					return
				}
				record, err := readRecord(r)
				if err != nil {
					yield(graph.Record{}, err)
					return
				}
				if !yield(record, nil) {
					return
				}
				after = record.ID()
			}
			if len(rows) < recordPage {
				return
			}
		}
	}
}

func readRecord(r row) (graph.Record, error) {
	n, err := readNode(r.str("kind"), r.sub("node"))
	record := graph.Record{Node: n}
	if err != nil || n.Article == nil {
		return record, err
	}
	n.Article.Text = r.str("text")
	for _, v := range r.ordered("mentions") {
		m, err := readMention(v.sub("mention"))
		if err != nil {
			return record, err
		}
		record.Mentions = append(record.Mentions, graph.Naming{Mention: m, Entity: v.id("node")})
	}
	for _, v := range r.ordered("reports") {
		rep, err := readReport(v)
		if err != nil {
			return record, err
		}
		record.Reports = append(record.Reports, graph.ReportItem{Report: rep, Occurrence: v.id("node")})
	}
	return record, nil
}
