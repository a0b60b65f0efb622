package sqlite

import (
	"context"
	"fmt"

	"github.com/whomet/whomet/graph"
)

func (r *nodeRows) judgement(j graph.Judgement) error {
	r.judgements = append(r.judgements, []any{j.ID, j.A, j.B, bit(j.ByRule()), j.Score, j.Instant()})
	return r.node(j.ID, graph.KindJudgement, j)
}

// onUnits joins both units to a judgement.
const onUnits = " JOIN unit a ON a.id = judgement.a JOIN unit b ON b.id = judgement.b"

func (r reader) Judgements(ctx context.Context, q graph.JudgementQuery) (map[graph.ID]graph.List[graph.Judgement], error) {
	var a arguments
	p := page{from: "judgement" + onUnits, id: "judgement.id", order: "judgement.score DESC, judgement.id"}
	with := a.anchors(q.Anchor, q.Anchors)
	switch {
	case q.Anchor == graph.AnchorNone && q.Said:
		p = page{from: "judgement", id: "judgement.id", order: "judgement.at, judgement.id", where: []string{"judgement.rule = 0"}}
	case q.Anchor == graph.AnchorNone:
		p.where = append(p.where, "judgement.rule = 1")
		if q.Kinds != nil {
			p.where = append(p.where, "a.kind IN ("+list(&a, q.Kinds)+")")
		}
	case q.Anchor == graph.AnchorEntity, q.Anchor == graph.AnchorOccurrence:
		on := func(side string) string {
			return "SELECT judgement.id FROM unit CROSS JOIN judgement ON judgement." + side + " = unit.id WHERE unit.node = asked.node"
		}
		p.from = hanging(on("a")+" UNION "+on("b"), "judgement", "judgement.id") + onUnits
		p.order = "judgement.rule, iif(judgement.rule, 0, judgement.at) DESC, iif(judgement.rule, judgement.score, 0) DESC, judgement.id"
	default:
		return nil, fmt.Errorf("list judgements: they do not hang on %q", q.Anchor)
	}
	statement := "WITH " + with + ", " + a.lists(p, q.Page) + `
		SELECT lists.ask, lists.total, node.data
		FROM lists LEFT JOIN json_each(lists.ids) item LEFT JOIN node ON node.id = item.value ORDER BY lists.ask, item.key`
	lists, err := readLists(ctx, r.db, statement, a.values, 1, func(c []column) (j graph.Judgement, err error) {
		return j, decode(c[0].text(), "{}", &j)
	})
	if err != nil {
		return nil, fmt.Errorf("list judgements: %w", err)
	}
	return lists, nil
}

func (t *tx) JudgementsOn(ctx context.Context, units []graph.ID) ([]graph.Judgement, error) {
	var a arguments
	these := list(&a, units)
	statement := `SELECT data FROM node WHERE id IN (SELECT id FROM judgement WHERE a IN (` + these + `) UNION SELECT id FROM judgement WHERE b IN (` + these + `)) ORDER BY id`
	var judgements []graph.Judgement
	err := t.db.query(ctx, statement, a.values, func(scan func(...any) error) error {
		var data string
		if err := scan(&data); err != nil {
			return err
		}
		var j graph.Judgement
		err := decode(data, "{}", &j)
		judgements = append(judgements, j)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read judgements: %w", err)
	}
	return judgements, nil
}
