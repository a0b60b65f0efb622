package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/whomet/whomet/graph"
)

func (r reader) Lookup(ctx context.Context, q graph.LookupQuery) ([]graph.Candidate, error) {
	var a arguments
	// A row with a NULL key is a node that the prefix found.
	hits := "SELECT node, key FROM name_key WHERE key IN (" + list(&a, q.Keys) + ")"
	if q.Prefix != "" {
		hits += " UNION ALL SELECT DISTINCT node, NULL FROM name_key WHERE key >= " + a.bind(q.Prefix) + " AND key < " + a.bind(q.Prefix+beyond)
	}
	statement := `SELECT node.kind, node.data, ` + edgesOf("node.kind", "node.id") + `, found.keys
		FROM (SELECT node.id, node.n, count(hit.key) AS carried, json_group_array(hit.key ORDER BY hit.key) FILTER (WHERE hit.key IS NOT NULL) AS keys, ` + weight("node.kind", "node.id") + ` AS weight
			FROM (` + hits + `) hit JOIN node ON node.id = hit.node` + a.ofKinds(q.Kinds) + `
			GROUP BY node.id ORDER BY carried DESC, weight DESC, node.id ` + limit(graph.Page{Limit: q.Limit}) + `) found
		JOIN node ON node.id = found.id ORDER BY found.carried DESC, found.weight DESC, found.id`
	var candidates []graph.Candidate
	err := r.db.query(ctx, statement, a.values, func(scan func(...any) error) error {
		var kind graph.NodeKind
		var data, edges, keys string
		if err := scan(&kind, &data, &edges, &keys); err != nil {
			return err
		}
		n, err := decodeNode(kind, data, edges)
		if err != nil {
			return err
		}
		c := graph.Candidate{Node: n}
		if keys != "[]" {
			err = json.Unmarshal([]byte(keys), &c.Keys)
		}
		candidates = append(candidates, c)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("look up names: %w", err)
	}
	return candidates, nil
}

func (r reader) Search(ctx context.Context, q graph.TextQuery) ([]graph.Node, error) {
	var a arguments
	sources := []string{
		"SELECT id FROM node WHERE kind = 'ARTICLE' AND " + a.text("article_words", "n", q.Text),
		a.told(q.Text),
		"SELECT id FROM node WHERE kind = 'TOPIC' AND " + a.text("topic_words", "n", q.Text),
	}
	statement := `SELECT node.kind, node.data, ` + edgesOf("node.kind", "node.id") + `
		FROM (SELECT node.id, ` + weight("node.kind", "node.id") + ` AS weight FROM node
			WHERE node.id IN (` + strings.Join(sources, " UNION ") + `)` + a.ofKinds(q.Kinds) + `
			ORDER BY weight DESC, node.id ` + limit(graph.Page{Limit: q.Limit}) + `) found
		JOIN node ON node.id = found.id ORDER BY found.weight DESC, found.id`
	var nodes []graph.Node
	err := r.db.query(ctx, statement, a.values, func(scan func(...any) error) error {
		var kind graph.NodeKind
		var data, edges string
		if err := scan(&kind, &data, &edges); err != nil {
			return err
		}
		n, err := decodeNode(kind, data, edges)
		nodes = append(nodes, n)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	return nodes, nil
}

// ofKinds is the further condition that a node is of one of the kinds; nil
// means all.
func (a *arguments) ofKinds(kinds []graph.NodeKind) string {
	if kinds == nil {
		return ""
	}
	return " AND node.kind IN (" + list(a, kinds) + ")"
}
