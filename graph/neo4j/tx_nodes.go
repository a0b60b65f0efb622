package neo4j

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/whomet/whomet/graph"
)

// edge is an edge as it is written. One of its ends is the node it is put
// with; the other is named by its id or that of one of its units.
type edge struct {
	kind       string
	from, to   graph.ID
	properties map[string]any
}

// Nodes implements [graph.Tx].
func (t *tx) Nodes(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Node, error) {
	if err := t.settle(ctx); err != nil { // reports may be yet to count
		return nil, err
	}
	rows, err := t.read(ctx, "get nodes", nodesByID, map[string]any{"ids": texts(ids)})
	if err != nil {
		return nil, err
	}
	return readNodes(rows[0].rows("rows"))
}

// PutNodes implements [graph.Tx].
func (t *tx) PutNodes(ctx context.Context, nodes []graph.Node) error {
	var rows []any
	var edges []edge
	var ids []graph.ID
	for _, n := range nodes {
		row := map[string]any{"id": string(n.ID())}
		switch {
		case n.Entity != nil:
			p, err := entityProperties(n.Entity)
			if err != nil {
				return fmt.Errorf("put %s: %w", n.Label(), err)
			}
			row["labels"], row["properties"] = []string{"Entity", labels[n.Entity.Kind]}, p
			edges = append(edges, entityEdges(n.Entity)...)
		case n.Occurrence != nil:
			p, err := occurrenceProperties(n.Occurrence)
			if err != nil {
				return fmt.Errorf("put %s: %w", n.Label(), err)
			}
			row["labels"], row["properties"] = []string{"Occurrence", labels[n.Occurrence.Kind]}, p
			own, err := occurrenceEdges(n.Occurrence)
			if err != nil {
				return fmt.Errorf("put %s: %w", n.Label(), err)
			}
			edges = append(edges, own...)
		case n.Topic != nil:
			row["labels"], row["properties"] = []string{"Topic"}, topicProperties(n.Topic)
			edges = append(edges, topicEdges(n.Topic)...)
		case n.Judgement != nil:
			row["labels"], row["properties"] = []string{"Judgement"}, judgementProperties(n.Judgement)
		default:
			return fmt.Errorf("put node %s: %s is no node that can be put; articles are put as claims", n.ID(), n.Kind)
		}
		rows = append(rows, row)
		ids = append(ids, n.ID())
	}
	t.nodes = append(t.nodes, ids...)
	params := map[string]any{"ids": distinctIDs(ids), "rows": rows}
	if err := t.countMeetings(ctx, params, "-"); err != nil {
		return err
	}
	for _, cypher := range []string{
		// The edges that a node has of its own.
		`UNWIND $ids AS id
		MATCH (n:Node {id: id})
		CALL (n) {
			MATCH (n)-[r:WITHIN|HOLDS_POSITION_AT|HELD_AT|ABOUT|CONCERNS|` + relationTypes + `]->() RETURN r
			UNION
			MATCH (n:Occurrence)<-[r:PARTICIPATED_IN]-() RETURN r
		}
		DELETE r`,
		`UNWIND $rows AS row
		MERGE (n:Node {id: row.id})
		WITH n, row, {meetingCount: coalesce(n.meetingCount, 0), reportCount: coalesce(n.reportCount, 0)} AS counts
		REMOVE n:Person:Organization:Place:Meeting:Event
		SET n = row.properties, n:$(row.labels)
		FOREACH (_ IN CASE WHEN n:Entity OR n:Topic THEN [1] ELSE [] END | SET n.meetingCount = counts.meetingCount)
		FOREACH (_ IN CASE WHEN n:Occurrence THEN [1] ELSE [] END | SET n.reportCount = counts.reportCount)`,
	} {
		if err := t.write(ctx, "put nodes", cypher, params); err != nil {
			return err
		}
	}
	if err := t.putEdges(ctx, edges); err != nil {
		return err
	}
	return t.countMeetings(ctx, params, "+")
}

// countMeetings adds 1 to, or takes it from, the meetingCount of whoever took
// part in, or was the topic of, those of the nodes that are held meetings.
func (t *tx) countMeetings(ctx context.Context, params map[string]any, sign string) error {
	return t.write(ctx, "count meetings", `
		UNWIND $ids AS id
		MATCH (o:Node {id: id})-[:PARTICIPATED_IN|ABOUT]-(n)
		WHERE o:Meeting AND o.status = 'HELD'
		WITH DISTINCT o, n
		SET n.meetingCount = n.meetingCount `+sign+` 1`, params)
}

// putEdges writes edges; it fails where an end is no node.
func (t *tx) putEdges(ctx context.Context, edges []edge) error {
	if len(edges) == 0 {
		return nil
	}
	byKind := map[string][]any{}
	var ends []graph.ID
	for _, e := range edges {
		p := e.properties
		if p == nil {
			p = map[string]any{}
		}
		byKind[e.kind] = append(byKind[e.kind], map[string]any{"from": string(e.from), "to": string(e.to), "properties": p})
		ends = append(ends, e.from, e.to)
	}
	rows, err := t.read(ctx, "put edges", `
		UNWIND $ids AS id
		OPTIONAL MATCH (n:Node {id: id})
		OPTIONAL MATCH (u:Unit {id: id})
		OPTIONAL MATCH (m:Node {id: u.node})
		WITH id WHERE n IS NULL AND m IS NULL
		RETURN id LIMIT 1`, map[string]any{"ids": distinctIDs(ends)})
	if err != nil {
		return err
	}
	if len(rows) > 0 {
		for _, e := range edges {
			if id := rows[0].id("id"); e.from == id || e.to == id {
				return fmt.Errorf("put %s from %s to %s: no node is %s; put it in the same call or before", e.kind, e.from, e.to, id)
			}
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(byKind)) {
		err := t.write(ctx, "put edges", `
			UNWIND $rows AS row
			OPTIONAL MATCH (from:Node {id: row.from})
			OPTIONAL MATCH (fromUnit:Unit {id: row.from})
			OPTIONAL MATCH (fromNode:Node {id: fromUnit.node})
			OPTIONAL MATCH (to:Node {id: row.to})
			OPTIONAL MATCH (toUnit:Unit {id: row.to})
			OPTIONAL MATCH (toNode:Node {id: toUnit.node})
			WITH row, coalesce(from, fromNode) AS from, coalesce(to, toNode) AS to
			CREATE (from)-[r:`+kind+`]->(to)
			SET r = row.properties`, map[string]any{"rows": byKind[kind]})
		if err != nil {
			return err
		}
	}
	return nil
}

// RemoveNodes implements [graph.Tx].
func (t *tx) RemoveNodes(ctx context.Context, ids []graph.ID) error {
	params := map[string]any{"ids": distinctIDs(ids)}
	if err := t.countMeetings(ctx, params, "-"); err != nil {
		return err
	}
	return t.write(ctx, "remove nodes", "UNWIND $ids AS id MATCH (n:Node {id: id}) WHERE NOT n:Article DETACH DELETE n", params)
}
