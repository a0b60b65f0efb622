package sqlite

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// A node is told by three columns: its kind, its JSON, and the JSON of its
// edges and counts, which is read over the first.

// edgesOf is the edges column of a node of whatever kind, given its columns.
func edgesOf(kind, id string) string {
	return `CASE WHEN ` + kind + ` IN ('PERSON', 'ORGANIZATION', 'PLACE') THEN ` + entityEdges(id) + `
		WHEN ` + kind + ` IN ('MEETING', 'EVENT') THEN ` + occurrenceEdges(id) + `
		WHEN ` + kind + ` = 'TOPIC' THEN ` + topicEdges(id) + ` ELSE '{}' END`
}

func entityEdges(id string) string {
	return `json_object(
		'meetingCount', ` + meetingCount(id) + `,
		'within', (SELECT within FROM entity WHERE entity.id = ` + id + `),
		'positions', ` + arrayOf("json_object('title', title, 'of', of, 'firstSeen', first_seen, 'lastSeen', last_seen, 'mentions', json(nullif(mentions, '[]')))", "position WHERE person = "+id+" ORDER BY ord") + `)`
}

func occurrenceEdges(id string) string {
	return `json_object(
		'reportCount', ` + reportCount(id) + `,
		'place', (SELECT place FROM occurrence WHERE occurrence.id = ` + id + `),
		'participants', ` + arrayOf("json_object('entity', entity, 'role', role, 'title', title, 'onBehalfOf', on_behalf_of)", "participation WHERE occurrence = "+id+" ORDER BY ord") + `,
		'topics', ` + arrayOf("topic", "about WHERE occurrence = "+id+" ORDER BY ord") + `,
		'relations', ` + arrayOf("json_object('kind', kind, 'to', target, 'evidence', json(nullif(evidence, 'null')))", "relation WHERE source = "+id+" ORDER BY kind, target") + `)`
}

func topicEdges(id string) string {
	return `json_object('concerns', ` + arrayOf("node", "concern WHERE topic = "+id+" ORDER BY node") + `)`
}

// arrayOf is the JSON array of an expression over rows in their order, null
// where there is none. (An ORDER BY within the aggregate, and the subquery,
// would make strings of objects; json() makes JSON of them again.)
func arrayOf(expression, rows string) string {
	return "json(nullif((SELECT json_group_array(" + expression + ") FROM (SELECT * FROM " + rows + ")), '[]'))"
}

// meetingCount is the number of held meetings that an entity took part in,
// reportCount that of reports of an occurrence, topicCount that of held
// meetings about a topic.
func meetingCount(entity string) string {
	return "(SELECT count(*) FROM participation WHERE entity = " + entity + " AND met = 1)"
}

func reportCount(occurrence string) string {
	return "(SELECT count(*) FROM telling WHERE telling.occurrence = " + occurrence + ")"
}

func topicCount(topic string) string {
	return "(SELECT count(*) FROM about WHERE about.topic = " + topic + " AND held = 1)"
}

// weight is how much a node weighs among candidates; see package graphtest.
func weight(kind, id string) string {
	return `CASE WHEN ` + kind + ` IN ('MEETING', 'EVENT') THEN ` + reportCount(id) + `
		WHEN ` + kind + ` = 'TOPIC' THEN ` + topicCount(id) + `
		WHEN ` + kind + ` = 'ARTICLE' THEN (SELECT CAST(replace(first_day, '-', '') AS INTEGER) FROM article WHERE article.id = ` + id + `)
		ELSE (SELECT mentions FROM entity WHERE entity.id = ` + id + `) END`
}

// decode reads a node's JSON, and its edges over it, into what v points to.
func decode(data, edges string, v any) error {
	if err := json.Unmarshal([]byte(data), v); err != nil {
		return fmt.Errorf("read a node: %w", err)
	}
	if err := json.Unmarshal([]byte(edges), v); err != nil {
		return fmt.Errorf("read a node's edges: %w", err)
	}
	return nil
}

func decodeNode(kind graph.NodeKind, data, edges string) (graph.Node, error) {
	n := graph.Node{Kind: kind}
	switch {
	case kind.IsEntity():
		n.Entity = new(graph.Entity)
		return n, decode(data, edges, n.Entity)
	case kind.IsOccurrence():
		n.Occurrence = new(graph.Occurrence)
		return n, decode(data, edges, n.Occurrence)
	case kind == graph.KindTopic:
		n.Topic = new(graph.Topic)
		return n, decode(data, edges, n.Topic)
	}
	if kind == graph.KindJudgement {
		n.Judgement = new(graph.Judgement)
		return n, decode(data, edges, n.Judgement)
	}
	n.Article = new(graph.Article)
	return n, decode(data, edges, n.Article)
}

func (r reader) Nodes(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Node, error) {
	var a arguments
	q := "WITH " + a.asked(ids) + " SELECT asked.ask, node.kind, node.data, " + edgesOf("node.kind", "node.id") + " FROM asked JOIN node ON node.id = asked.node"
	nodes := map[graph.ID]graph.Node{}
	err := r.db.query(ctx, q, a.values, func(scan func(...any) error) error {
		var ask graph.ID
		var kind graph.NodeKind
		var data, edges string
		if err := scan(&ask, &kind, &data, &edges); err != nil {
			return err
		}
		n, err := decodeNode(kind, data, edges)
		nodes[ask] = n
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read nodes: %w", err)
	}
	return nodes, nil
}

func (t *tx) PutNodes(ctx context.Context, nodes []graph.Node) error {
	var ids []graph.ID
	for _, n := range nodes {
		if n.Article != nil || n.ID() == "" {
			return errors.New("put nodes: an article or nothing was given; articles are put as claims")
		}
		ids = append(ids, n.ID())
	}
	if err := t.clearNodes(ctx, ids); err != nil {
		return fmt.Errorf("put nodes: %w", err)
	}
	var rows nodeRows
	for _, n := range nodes {
		if err := rows.add(n); err != nil {
			return fmt.Errorf("put node %s: %w", n.ID(), err)
		}
	}
	if err := rows.write(ctx, t.db); err != nil {
		return fmt.Errorf("put nodes (an edge may lead to no node): %w", err)
	}
	return nil
}

// clearNodes takes away what nodes own: their columns, keys, words and the
// edges that lead from them (an occurrence's from its participants).
func (t *tx) clearNodes(ctx context.Context, ids []graph.ID) error {
	these := array(ids)
	for _, statement := range []string{
		"DELETE FROM topic_words WHERE rowid IN (SELECT n FROM node WHERE kind = 'TOPIC' AND id IN (SELECT value FROM json_each(?)))",
		"DELETE FROM name_key WHERE node IN (SELECT value FROM json_each(?))",
		"DELETE FROM entity WHERE id IN (SELECT value FROM json_each(?))",
		"DELETE FROM name WHERE entity IN (SELECT value FROM json_each(?))",
		"DELETE FROM position WHERE person IN (SELECT value FROM json_each(?))",
		"DELETE FROM occurrence WHERE id IN (SELECT value FROM json_each(?))",
		"DELETE FROM participation WHERE occurrence IN (SELECT value FROM json_each(?))",
		"DELETE FROM relation WHERE source IN (SELECT value FROM json_each(?))",
		"DELETE FROM about WHERE occurrence IN (SELECT value FROM json_each(?))",
		"DELETE FROM topic WHERE id IN (SELECT value FROM json_each(?))",
		"DELETE FROM concern WHERE topic IN (SELECT value FROM json_each(?))",
		"DELETE FROM judgement WHERE id IN (SELECT value FROM json_each(?))",
	} {
		if err := t.db.exec(ctx, statement, these); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) RemoveNodes(ctx context.Context, ids []graph.ID) error {
	these := array(ids)
	for _, statement := range []string{
		"DELETE FROM topic_words WHERE rowid IN (SELECT n FROM node WHERE kind = 'TOPIC' AND id IN (SELECT value FROM json_each(?)))",
		"DELETE FROM node WHERE kind <> 'ARTICLE' AND id IN (SELECT value FROM json_each(?))",
	} {
		if err := t.db.exec(ctx, statement, these); err != nil {
			return fmt.Errorf("remove nodes: %w", err)
		}
	}
	return nil
}

// nodeRows are the rows of nodes, by table.
type nodeRows struct {
	nodes, keys, entities, names, positions, occurrences, participations, abouts, relations, topics, concerns, words, judgements [][]any
}

func (r *nodeRows) add(n graph.Node) error {
	switch {
	case n.Entity != nil:
		return r.entity(*n.Entity)
	case n.Occurrence != nil:
		return r.occurrence(*n.Occurrence)
	case n.Judgement != nil:
		return r.judgement(*n.Judgement)
	}
	return r.topic(*n.Topic)
}

// node adds the row of any node; v is it without its edges.
func (r *nodeRows) node(id graph.ID, kind graph.NodeKind, v any, names ...string) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	r.nodes = append(r.nodes, []any{id, kind, string(data)})
	for _, key := range terms.NameKeys(names...) {
		r.keys = append(r.keys, []any{key, id})
	}
	return nil
}

func (r *nodeRows) write(ctx context.Context, db traced) error {
	const nodes = `INSERT INTO node (id, kind, data) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE true
		ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, data = excluded.data`
	const words = `INSERT INTO topic_words (rowid, words) SELECT node.n, value ->> 1 FROM json_each(?) JOIN node ON node.id = value ->> 0`
	if err := insertBy(ctx, db, nodes, r.nodes); err != nil {
		return err
	}
	for _, table := range []struct {
		into string
		rows [][]any
	}{
		{"name_key (key, node)", r.keys},
		{"entity (id, kind, name, mentions, last_seen, within)", r.entities},
		{"name (entity, folded)", r.names},
		{"position (person, ord, title, words, of, first_seen, last_seen, mentions)", r.positions},
		{"occurrence (id, kind, status, mode, type, confidence, first_day, last_day, starts, ends, place)", r.occurrences},
		{"participation (occurrence, ord, entity, role, title, on_behalf_of, met)", r.participations},
		{"about (occurrence, ord, topic, held)", r.abouts},
		{"relation (source, kind, target, evidence)", r.relations},
		{"topic (id, name)", r.topics},
		{"concern (topic, node)", r.concerns},
		{"judgement (id, a, b, rule, score, at)", r.judgements},
	} {
		if err := insert(ctx, db, table.into, table.rows); err != nil {
			return err
		}
	}
	return insertBy(ctx, db, words, r.words)
}

// orNull returns the id for a column that is NULL where there is none.
func orNull(id graph.ID) any {
	if id == "" {
		return nil
	}
	return id
}
