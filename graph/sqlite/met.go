package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/whomet/whomet/graph"
)

// Those who share something with the entities asked for are found in three
// steps: shared (node, other, thing) are the meetings or articles that two
// share, ranked orders the others of each node, and the page is cut from it.

// ranked returns the tables ranked (node, other, things, rank) and totals
// (node, total) over the table shared.
const ranked = `ranked (node, other, things, rank) AS MATERIALIZED (
		SELECT shared.node, other, count(*), row_number() OVER (PARTITION BY shared.node ORDER BY count(*) DESC, e.name, other)
		FROM shared CROSS JOIN entity e ON e.id = other GROUP BY shared.node, other),
	totals (node, total) AS MATERIALIZED (SELECT node, count(*) FROM ranked GROUP BY node)`

// rankedPage joins the anchors with their page of ranked.
func (a *arguments) rankedPage(w graph.Page) string {
	from, n := a.bind(max(w.Offset, 0)), a.bind(max(w.Limit, 0))
	return `FROM asked LEFT JOIN totals ON totals.node = asked.node
		LEFT JOIN ranked ON ranked.node = asked.node AND ranked.rank > ` + from + ` AND ranked.rank <= ` + from + ` + ` + n + `
		LEFT JOIN node ON node.id = ranked.other ORDER BY asked.ask, ranked.rank`
}

func (r reader) Counterparts(ctx context.Context, q graph.CounterpartQuery) (map[graph.ID]graph.List[graph.Counterpart], error) {
	var a arguments
	with := a.asked(q.Entities)
	where := append([]string{"+o.kind = 'MEETING'"}, a.occurrences(q.Filter)...)
	statement := "WITH " + with + `,
		shared (node, other, thing) AS MATERIALIZED (
			SELECT DISTINCT own.entity, theirs.entity, o.id
			FROM (SELECT DISTINCT node FROM asked) a CROSS JOIN participation own ON own.entity = a.node CROSS JOIN occurrence o ON o.id = own.occurrence
			CROSS JOIN participation theirs ON theirs.occurrence = o.id AND theirs.entity <> own.entity
			WHERE ` + all(where) + `), ` + ranked + `
		SELECT asked.ask, coalesce(totals.total, 0), node.data, ` + entityEdges("node.id") + `,
			` + arrayOf("json_array(id, starts)", "shared CROSS JOIN occurrence o ON o.id = shared.thing WHERE shared.node = ranked.node AND shared.other = ranked.other ORDER BY first_day DESC, id") + `,
			(SELECT json_group_array(topic ORDER BY n DESC, topic) FROM (SELECT about.topic, count(*) AS n
				FROM shared CROSS JOIN about ON about.occurrence = shared.thing WHERE shared.node = ranked.node AND shared.other = ranked.other GROUP BY about.topic))
		` + a.rankedPage(q.Page)
	lists, err := readLists(ctx, r.db, statement, a.values, 4, func(c []column) (graph.Counterpart, error) {
		var p graph.Counterpart
		if err := decode(c[0].text(), c[1].text(), &p.Entity); err != nil {
			return p, err
		}
		var meetings [][2]string
		if err := json.Unmarshal([]byte(c[2].text()), &meetings); err != nil {
			return p, err
		}
		for _, m := range meetings {
			p.Meetings = append(p.Meetings, graph.ID(m[0]))
			if date := graph.PartialDate(m[1]); date != "" {
				p.FirstMet = date
				if p.LastMet == "" {
					p.LastMet = date
				}
			}
		}
		return p, json.Unmarshal([]byte(c[3].text()), &p.Topics)
	})
	if err != nil {
		return nil, fmt.Errorf("list whom entities met: %w", err)
	}
	return lists, nil
}

func (r reader) CoMentions(ctx context.Context, q graph.CoMentionQuery) (map[graph.ID]graph.List[graph.CoMention], error) {
	var a arguments
	with := a.asked(q.Entities)
	kinds := "true"
	if q.Kinds != nil {
		kinds = "e.kind IN (" + list(&a, q.Kinds) + ")"
	}
	statement := "WITH " + with + `,
		shared (node, other, thing) AS MATERIALIZED (
			SELECT DISTINCT own.entity, theirs.entity, own.article
			FROM (SELECT DISTINCT node FROM asked) a CROSS JOIN naming own ON own.entity = a.node
			CROSS JOIN naming theirs ON theirs.article = own.article AND theirs.entity <> own.entity
			JOIN entity e ON e.id = theirs.entity WHERE ` + kinds + `), ` + ranked + `
		SELECT asked.ask, coalesce(totals.total, 0), node.data, ` + entityEdges("node.id") + `, ranked.things
		` + a.rankedPage(q.Page)
	lists, err := readLists(ctx, r.db, statement, a.values, 3, func(c []column) (graph.CoMention, error) {
		m := graph.CoMention{Articles: c[2].int()}
		return m, decode(c[0].text(), c[1].text(), &m.Entity)
	})
	if err != nil {
		return nil, fmt.Errorf("list who is named with entities: %w", err)
	}
	return lists, nil
}
