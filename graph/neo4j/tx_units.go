package neo4j

import (
	"context"

	"github.com/whomet/whomet/graph"
)

const unitMap = "u {.id, .kind, .node, .blocks, .data} AS unit ORDER BY u.id"

func (t *tx) listUnits(ctx context.Context, cypher string, params map[string]any) ([]graph.Unit, error) {
	rows, err := t.read(ctx, "get units", cypher, params)
	if err != nil {
		return nil, err
	}
	var out []graph.Unit
	for _, r := range rows {
		u := r.sub("unit")
		unit := graph.Unit{
			ID:     u.id("id"),
			Kind:   graph.NodeKind(u.str("kind")),
			Node:   u.id("node"),
			Blocks: strs[string](u, "blocks"),
		}
		if data := u.str("data"); data != "" {
			unit.Data = []byte(data)
		}
		out = append(out, unit)
	}
	return out, nil
}

// Units implements [graph.Tx].
func (t *tx) Units(ctx context.Context, ids []graph.ID) ([]graph.Unit, error) {
	return t.listUnits(ctx, "UNWIND $ids AS id MATCH (u:Unit {id: id}) WITH DISTINCT u RETURN "+unitMap, map[string]any{"ids": texts(ids)})
}

// UnitsInBlocks implements [graph.Tx].
func (t *tx) UnitsInBlocks(ctx context.Context, blocks []string) ([]graph.Unit, error) {
	return t.listUnits(ctx, "UNWIND $keys AS key MATCH (:Block {key: key})<-[:IN]-(u) WITH DISTINCT u RETURN "+unitMap, map[string]any{"keys": tokens(blocks)})
}

// UnitsOf implements [graph.Tx].
func (t *tx) UnitsOf(ctx context.Context, nodes []graph.ID) ([]graph.Unit, error) {
	return t.listUnits(ctx, `
		UNWIND $ids AS id
		OPTIONAL MATCH (own:Unit {id: id})
		MATCH (u:Unit {node: coalesce(own.node, id)})
		WITH DISTINCT u RETURN `+unitMap, map[string]any{"ids": texts(nodes)})
}

// MentionsOf implements [graph.Tx].
func (t *tx) MentionsOf(ctx context.Context, units []graph.ID) ([]graph.DatedMention, error) {
	rows, err := t.read(ctx, "get mentions", `
		UNWIND $ids AS id
		MATCH (m:Mention {unit: id})<-[:HAS]-(a)
		WITH DISTINCT m, a
		RETURN `+mentionMap+` AS mention, a.publishedAt AS published
		ORDER BY m.id`, map[string]any{"ids": texts(units)})
	if err != nil {
		return nil, err
	}
	var out []graph.DatedMention
	for _, r := range rows {
		m, err := readMention(r.sub("mention"))
		if err != nil {
			return nil, err
		}
		out = append(out, graph.DatedMention{Mention: m, PublishedAt: r.date("published")})
	}
	return out, nil
}

// PutUnits implements [graph.Tx].
func (t *tx) PutUnits(ctx context.Context, units []graph.Unit) error {
	var rows []any
	keys := map[string]any{} // by unit
	for _, u := range units {
		rows = append(rows, map[string]any{
			"id":     string(u.ID),
			"kind":   string(u.Kind),
			"node":   string(u.Node),
			"blocks": texts(u.Blocks),
			"data":   string(u.Data),
		})
		keys[string(u.ID)] = tokens(u.Blocks)
	}
	// A unit's edges to its blocks are made anew only where these changed.
	put, err := t.read(ctx, "put units", `
		UNWIND $rows AS row
		MERGE (u:Unit {id: row.id})
		WITH u, row, u.node AS node, coalesce(u.blocks, []) AS blocks
		SET u = row
		RETURN u.id AS id, coalesce(node <> row.node, true) AS moved, blocks <> row.blocks AS blocked`, map[string]any{"rows": rows})
	if err != nil {
		return err
	}
	var blocked []any
	var ids []graph.ID
	for _, r := range put {
		if r["moved"] == true {
			t.units = append(t.units, r.id("id"))
		}
		if r["blocked"] == true {
			blocked = append(blocked, map[string]any{"id": r.str("id"), "keys": keys[r.str("id")]})
			ids = append(ids, r.id("id"))
		}
	}
	if len(blocked) == 0 {
		return nil
	}
	if err := t.leaveBlocks(ctx, map[string]any{"ids": texts(ids)}); err != nil {
		return err
	}
	return t.write(ctx, "put units", `
		UNWIND $rows AS row
		MATCH (u:Unit {id: row.id})
		UNWIND row.keys AS key
		WITH DISTINCT u, key
		MERGE (b:Block {key: key})
		CREATE (u)-[:IN]->(b)`, map[string]any{"rows": blocked})
}

// leaveBlocks takes units out of their blocks, and blocks away that are empty
// then.
func (t *tx) leaveBlocks(ctx context.Context, ids map[string]any) error {
	return t.write(ctx, "leave blocks", `
		UNWIND $ids AS id
		MATCH (u:Unit {id: id})-[in:IN]->(b)
		DELETE in
		WITH DISTINCT b WHERE NOT EXISTS { (b)<-[:IN]-() }
		DELETE b`, ids)
}

// RemoveUnits implements [graph.Tx].
func (t *tx) RemoveUnits(ctx context.Context, ids []graph.ID) error {
	t.units = append(t.units, ids...)
	params := map[string]any{"ids": texts(ids)}
	if err := t.leaveBlocks(ctx, params); err != nil {
		return err
	}
	return t.write(ctx, "remove units", "UNWIND $ids AS id MATCH (u:Unit {id: id}) DETACH DELETE u", params)
}
