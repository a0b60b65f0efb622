package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/whomet/whomet/graph"
)

// relationRows adds the rows of an occurrence's relations.
func (r *nodeRows) relationRows(id graph.ID, relations []graph.Relation) error {
	for _, x := range relations {
		evidence, err := json.Marshal(x.Evidence)
		if err != nil {
			return err
		}
		r.relations = append(r.relations, []any{id, x.Kind, x.To, string(evidence)})
	}
	return nil
}

func (r reader) Relations(ctx context.Context, q graph.RelationQuery) (map[graph.ID]graph.List[graph.Related], error) {
	var a arguments
	with := a.asked(q.Occurrences)
	kinds := "target <> source"
	if q.Kinds != nil {
		kinds += " AND kind IN (" + list(&a, q.Kinds) + ")"
	}
	from, n := a.bind(max(q.Page.Offset, 0)), a.bind(max(q.Page.Limit, 0))
	statement := "WITH " + with + `,
		around (node) AS MATERIALIZED (SELECT DISTINCT node FROM asked),
		related (node, incoming, kind, other, evidence) AS MATERIALIZED (
			SELECT source, 0, kind, target, evidence FROM around CROSS JOIN relation ON source = around.node WHERE ` + kinds + `
			UNION ALL SELECT target, 1, kind, source, evidence FROM around CROSS JOIN relation ON target = around.node WHERE ` + kinds + `),
		ranked AS MATERIALIZED (SELECT *, row_number() OVER (PARTITION BY node ORDER BY incoming, kind, other) AS rank FROM related)
		SELECT asked.ask, (SELECT count(*) FROM related WHERE related.node = asked.node), node.data, ` + occurrenceEdges("node.id") + `, ranked.kind, ranked.incoming, ranked.evidence
		FROM asked LEFT JOIN ranked ON ranked.node = asked.node AND ranked.rank > ` + from + ` AND ranked.rank <= ` + from + ` + ` + n + `
		LEFT JOIN node ON node.id = ranked.other ORDER BY asked.ask, ranked.rank`
	lists, err := readLists(ctx, r.db, statement, a.values, 5, func(c []column) (graph.Related, error) {
		x := graph.Related{Kind: graph.RelationKind(c[2].text()), Incoming: c[3].int() == 1}
		if err := json.Unmarshal([]byte(c[4].text()), &x.Evidence); err != nil {
			return x, err
		}
		return x, decode(c[0].text(), c[1].text(), &x.Occurrence)
	})
	if err != nil {
		return nil, fmt.Errorf("list relations: %w", err)
	}
	return lists, nil
}
