package neo4j

import (
	"context"
	"fmt"
	"time"

	"github.com/whomet/whomet/graph"
)

// judgementProperties are all properties of a judgement. "at" sorts as time
// does.
func judgementProperties(j *graph.Judgement) map[string]any {
	p := map[string]any{
		"id":      string(j.ID),
		"kind":    string(graph.KindJudgement),
		"a":       string(j.A),
		"b":       string(j.B),
		"verdict": string(j.Verdict),
		"score":   j.Score,
		"by":      j.By,
		"at":      j.Instant(),
		"rule":    j.ByRule(),
	}
	set(p, "of", string(j.Of))
	set(p, "name", j.Name)
	set(p, "reason", j.Reason)
	return p
}

func readJudgement(r row) (graph.Judgement, error) {
	j := graph.Judgement{
		ID:      r.id("id"),
		A:       r.id("a"),
		B:       r.id("b"),
		Of:      graph.NodeKind(r.str("of")),
		Verdict: graph.Verdict(r.str("verdict")),
		Name:    r.str("name"),
		Score:   r.float("score"),
		Reason:  r.str("reason"),
		By:      r.str("by"),
	}
	var err error
	if j.At, err = time.Parse(time.RFC3339Nano, r.str("at")); err != nil {
		return j, fmt.Errorf("read judgement %s: %w", j.ID, err)
	}
	return j, nil
}

// Judgements implements [graph.Reader].
func (s *Store) Judgements(ctx context.Context, q graph.JudgementQuery) (map[graph.ID]graph.List[graph.Judgement], error) {
	b := newBuilder()
	var from, order string
	switch {
	case q.Anchor == graph.AnchorNone && q.Said:
		from, order = "\n	MATCH (j:Judgement {rule: false})", "j.at, j.id"
	case q.Anchor == graph.AnchorNone:
		from = `
	MATCH (j:Judgement {rule: true})
	MATCH (a:Unit {id: j.a})
	MATCH (:Unit {id: j.b})`
		if q.Kinds != nil {
			from += "\n	WITH * WHERE a.kind IN " + b.param(texts(q.Kinds))
		}
		order = "j.score DESC, j.id"
	case q.Anchor == graph.AnchorEntity, q.Anchor == graph.AnchorOccurrence:
		from = `
	CALL (anchor) {
		MATCH (u:Unit {node: anchor.id})
		MATCH (j:Judgement {a: u.id})
		RETURN j
		UNION
		MATCH (u:Unit {node: anchor.id})
		MATCH (j:Judgement {b: u.id})
		RETURN j
	}
	MATCH (:Unit {id: j.a})
	MATCH (:Unit {id: j.b})`
		order = "j.rule, CASE WHEN j.rule THEN '' ELSE j.at END DESC, CASE WHEN j.rule THEN j.score ELSE 0 END DESC, j.id"
	default:
		return nil, fmt.Errorf("list judgements: no anchor %q", q.Anchor)
	}
	body := from + b.page("j", order, "j {.*}", q.Page)
	return list(ctx, s, "list judgements", b, b.over(q.Anchor, q.Anchors, body), readJudgement)
}

// JudgementsOn implements [graph.Tx].
func (t *tx) JudgementsOn(ctx context.Context, units []graph.ID) ([]graph.Judgement, error) {
	rows, err := t.read(ctx, "get judgements", `
		CALL () {
			UNWIND $ids AS id
			MATCH (j:Judgement {a: id})
			RETURN j
			UNION
			UNWIND $ids AS id
			MATCH (j:Judgement {b: id})
			RETURN j
		}
		RETURN j {.*} AS judgement ORDER BY j.id`, map[string]any{"ids": texts(units)})
	if err != nil {
		return nil, err
	}
	var out []graph.Judgement
	for _, r := range rows {
		j, err := readJudgement(r.sub("judgement"))
		if err != nil {
			return nil, err
		}
		out = append(out, j)
	}
	return out, nil
}
