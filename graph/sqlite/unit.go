package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/whomet/whomet/graph"
)

func (t *tx) Units(ctx context.Context, ids []graph.ID) ([]graph.Unit, error) {
	var a arguments
	return t.units(ctx, "unit.id IN ("+list(&a, ids)+")", a)
}

func (t *tx) UnitsInBlocks(ctx context.Context, blocks []string) ([]graph.Unit, error) {
	var a arguments
	return t.units(ctx, "unit.id IN (SELECT unit FROM block WHERE block IN ("+list(&a, blocks)+"))", a)
}

func (t *tx) UnitsOf(ctx context.Context, nodes []graph.ID) ([]graph.Unit, error) {
	var a arguments
	return t.units(ctx, "unit.node IN ("+list(&a, nodes)+")", a)
}

func (t *tx) units(ctx context.Context, where string, a arguments) ([]graph.Unit, error) {
	statement := `SELECT id, kind, node, data, (SELECT json_group_array(block ORDER BY block) FROM block WHERE block.unit = unit.id)
		FROM unit WHERE ` + where + ` ORDER BY id`
	var units []graph.Unit
	err := t.db.query(ctx, statement, a.values, func(scan func(...any) error) error {
		var u graph.Unit
		var data, blocks string
		if err := scan(&u.ID, &u.Kind, &u.Node, &data, &blocks); err != nil {
			return err
		}
		u.Data = []byte(data)
		units = append(units, u)
		return json.Unmarshal([]byte(blocks), &units[len(units)-1].Blocks)
	})
	if err != nil {
		return nil, fmt.Errorf("read units: %w", err)
	}
	return units, nil
}

func (t *tx) PutUnits(ctx context.Context, units []graph.Unit) error {
	var ids []graph.ID
	var rows, blocks [][]any
	for _, u := range units {
		ids = append(ids, u.ID)
		rows = append(rows, []any{u.ID, u.Kind, u.Node, string(u.Data)})
		for _, b := range u.Blocks {
			blocks = append(blocks, []any{b, u.ID})
		}
	}
	err := t.db.exec(ctx, "DELETE FROM block WHERE unit IN (SELECT value FROM json_each(?))", array(ids))
	if err == nil {
		err = insertBy(ctx, t.db, `INSERT INTO unit (id, kind, node, data) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?) WHERE true
			ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, node = excluded.node, data = excluded.data`, rows)
	}
	if err == nil {
		err = insertBy(ctx, t.db, `INSERT OR IGNORE INTO block (block, unit) SELECT value ->> 0, value ->> 1 FROM json_each(?)`, blocks)
	}
	if err != nil {
		return fmt.Errorf("put units: %w", err)
	}
	return nil
}

func (t *tx) RemoveUnits(ctx context.Context, ids []graph.ID) error {
	if err := t.db.exec(ctx, "DELETE FROM unit WHERE id IN (SELECT value FROM json_each(?))", array(ids)); err != nil {
		return fmt.Errorf("remove units: %w", err)
	}
	return nil
}

func (t *tx) MentionsOf(ctx context.Context, units []graph.ID) ([]graph.DatedMention, error) {
	var a arguments
	statement := `SELECT mention.data, ` + spansOf + `, node.data ->> 'publishedAt' FROM mention JOIN node ON node.id = mention.article
		WHERE mention.unit IN (` + list(&a, units) + `) ORDER BY mention.id`
	var mentions []graph.DatedMention
	err := t.db.query(ctx, statement, a.values, func(scan func(...any) error) error {
		var m graph.DatedMention
		var data, spans string
		if err := scan(&data, &spans, &m.PublishedAt); err != nil {
			return err
		}
		err := decodeMention(data, spans, &m.Mention)
		mentions = append(mentions, m)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read mentions: %w", err)
	}
	return mentions, nil
}
