package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// A relation selects the edges of one kind that touch the nodes around: near
// is the node around, far the other end.
type relation struct {
	kind graph.RelationKind
	// edges selects (source, target, label, weight, starts, ends) of edges of
	// which the end named in %[1]s is one of around; dated stands in for the
	// condition that an occurrence o is of the date asked for.
	edges func(near, dated string) string
	// source and target are the columns that the ends stand in.
	source, target string
}

// relations are all kinds of edges but MET.
var relations = []relation{
	{graph.RelParticipatedIn, func(near, dated string) string {
		// Of several roles the first: SQLite takes bare columns from the row of the min.
		return `SELECT entity, occurrence, role, 1, o.starts, o.ends, min(ord) FROM around JOIN participation ON ` + near + ` = around.node
			JOIN occurrence o ON o.id = occurrence WHERE ` + dated + ` GROUP BY entity, occurrence`
	}, "participation.entity", "participation.occurrence"},
	{graph.RelHeldAt, func(near, dated string) string {
		return `SELECT o.id, o.place, '', 1, o.starts, o.ends, 0 FROM around JOIN occurrence o ON ` + near + ` = around.node WHERE o.place IS NOT NULL AND ` + dated
	}, "o.id", "o.place"},
	{graph.RelAbout, func(near, dated string) string {
		return `SELECT occurrence, topic, '', 1, o.starts, o.ends, 0 FROM around JOIN about ON ` + near + ` = around.node
			JOIN occurrence o ON o.id = occurrence WHERE ` + dated
	}, "about.occurrence", "about.topic"},
	between(graph.RelAfter), between(graph.RelDuring), between(graph.RelInResponseTo), between(graph.RelPartOf),
	{graph.RelConcerns, func(near, dated string) string {
		return `SELECT topic, concern.node, '', 1, coalesce(o.starts, ''), coalesce(o.ends, ''), 0 FROM around JOIN concern ON ` + near + ` = around.node
			LEFT JOIN occurrence o ON o.id = concern.node WHERE (o.id IS NULL OR ` + dated + `)`
	}, "concern.topic", "concern.node"},
	{graph.RelHoldsPositionAt, func(near, _ string) string {
		return `SELECT person, of, title, 1, '', '', min(ord) FROM around JOIN position ON ` + near + ` = around.node WHERE of IS NOT NULL GROUP BY person, of`
	}, "position.person", "position.of"},
	{graph.RelWithin, func(near, _ string) string {
		return `SELECT id, within, '', 1, '', '', 0 FROM around JOIN entity ON ` + near + ` = around.node WHERE within IS NOT NULL`
	}, "entity.id", "entity.within"},
	{graph.RelMentionedIn, func(near, _ string) string {
		return `SELECT entity, article, '', count(*), '', '', 0 FROM around JOIN naming ON ` + near + ` = around.node
			JOIN span ON span.mention = naming.mention GROUP BY entity, article`
	}, "naming.entity", "naming.article"},
	{graph.RelReportedIn, func(near, dated string) string {
		return `SELECT DISTINCT occurrence, article, '', 1, o.starts, o.ends, 0 FROM around JOIN telling ON ` + near + ` = around.node
			JOIN occurrence o ON o.id = occurrence WHERE ` + dated
	}, "telling.occurrence", "telling.article"},
}

// between is a relation of one occurrence to another.
func between(kind graph.RelationKind) relation {
	return relation{kind, func(near, dated string) string {
		return `SELECT source, target, '', 1, o.starts, o.ends, 0 FROM around JOIN relation ON ` + near + ` = around.node
			JOIN occurrence o ON o.id = source WHERE relation.kind = '` + string(kind) + `' AND ` + dated
	}, "relation.source", "relation.target"}
}

// met selects the edges between those around and whom they met: the newest
// meeting gives the label and the end, the oldest dated one the start.
func met(dated string) string {
	return `SELECT near, far, min(near, far), max(near, far), 'MET', max(CASE WHEN newest = 1 THEN node.data ->> 'summary' END), count(*),
			max(CASE WHEN oldest = 1 THEN starts END), max(CASE WHEN newest = 1 THEN starts END)
		FROM (SELECT near, far, meeting, starts,
				row_number() OVER (PARTITION BY near, far ORDER BY first_day DESC, meeting) AS newest,
				row_number() OVER (PARTITION BY near, far ORDER BY first_day = '', first_day, meeting DESC) AS oldest
			FROM (SELECT own.entity AS near, theirs.entity AS far, o.id AS meeting, o.starts, o.first_day
				FROM around JOIN participation own ON own.entity = around.node AND own.met = 1 JOIN occurrence o ON o.id = own.occurrence
				JOIN participation theirs ON theirs.occurrence = o.id AND theirs.met = 1 AND theirs.entity <> own.entity
				WHERE ` + dated + `))
		JOIN node ON node.id = meeting GROUP BY near, far`
}

func (r reader) Neighbors(ctx context.Context, q graph.NeighborQuery) ([]graph.Edge, error) {
	var a arguments
	around := a.nodes(q.Nodes)
	dated := "true"
	if q.When != nil {
		dated = a.overlaps("o", *q.When)
	}
	var edges []string
	asked := func(kind graph.RelationKind) bool { return q.Via == nil || slices.Contains(q.Via, kind) }
	if asked(graph.RelMet) {
		edges = append(edges, met(dated))
	}
	for _, rel := range relations {
		if asked(rel.kind) {
			const columns = `SELECT %s, '%s', label, weight, starts, ends FROM (WITH edge (source, target, label, weight, starts, ends, ord) AS (%s) SELECT * FROM edge)`
			edges = append(edges,
				fmt.Sprintf(columns, "source, target, source, target", rel.kind, rel.edges(rel.source, dated)),
				fmt.Sprintf(columns, "target, source, source, target", rel.kind, rel.edges(rel.target, dated)))
		}
	}
	if len(edges) == 0 {
		return nil, nil
	}
	kinds := "true"
	if q.Kinds != nil {
		kinds = "node.kind IN (" + list(&a, q.Kinds) + ")"
	}
	statement := `WITH around (node) AS MATERIALIZED (SELECT DISTINCT * FROM (` + around + `)),
		edge (near, far, source, target, kind, label, weight, starts, ends) AS (` + strings.Join(edges, " UNION ALL ") + `)
		SELECT DISTINCT source, target, kind, label, weight, starts, ends
		FROM (SELECT edge.*, row_number() OVER (PARTITION BY near ORDER BY weight DESC, far, edge.kind) AS rank FROM edge CROSS JOIN node ON node.id = far WHERE near <> far AND ` + kinds + `)
		WHERE rank <= ` + a.bind(max(q.LimitPerNode, 0)) + ` ORDER BY source, target, kind`
	var out []graph.Edge
	err := r.db.query(ctx, statement, a.values, func(scan func(...any) error) error {
		var e graph.Edge
		err := scan(&e.Source, &e.Target, &e.Kind, &e.Label, &e.Weight, &e.Start, &e.End)
		out = append(out, e)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list edges: %w", err)
	}
	return out, nil
}
