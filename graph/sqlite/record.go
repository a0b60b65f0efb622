package sqlite

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"github.com/whomet/whomet/graph"
)

// errStop ends a query whose rows nobody wants any more.
var errStop = errors.New("stop")

// All is one statement, which reads one snapshot row by row.
func (s *Store) All(ctx context.Context) iter.Seq2[graph.Record, error] {
	statement := `SELECT node.id, node.kind, node.data, ` + edgesOf("node.kind", "node.id") + `,
			iif(node.kind = 'ARTICLE', (SELECT text FROM article_text WHERE article_text.article = node.id), ''),
			iif(node.kind = 'ARTICLE', ` + arrayOf("json_array(of, data, json(spans))", `(SELECT mention.ord, unit.node AS of, mention.data, `+spansOf+` AS spans
				FROM mention LEFT JOIN unit ON unit.id = mention.unit WHERE mention.article = node.id) ORDER BY ord`) + `, NULL),
			iif(node.kind = 'ARTICLE', ` + arrayOf("json_array(of, data)", `(SELECT report.n, unit.node AS of, report.data
				FROM report LEFT JOIN unit ON unit.id = report.unit WHERE report.article = node.id) ORDER BY n`) + `, NULL)
		FROM node ORDER BY node.id`
	return func(yield func(graph.Record, error) bool) {
		err := s.db.query(ctx, statement, nil, func(scan func(...any) error) error {
			r, err := scanRecord(scan)
			if err != nil {
				return err
			}
			if !yield(r, nil) {
				return errStop
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStop) {
			yield(graph.Record{}, fmt.Errorf("read the whole graph: %w", err))
		}
	}
}

func scanRecord(scan func(...any) error) (graph.Record, error) {
	var id graph.ID
	var kind graph.NodeKind
	var data, edges, text string
	var mentions, reports []byte
	if err := scan(&id, &kind, &data, &edges, &text, &mentions, &reports); err != nil {
		return graph.Record{}, err
	}
	n, err := decodeNode(kind, data, edges)
	r := graph.Record{Node: n}
	if err != nil || n.Article == nil {
		return r, err
	}
	n.Article.Text = text
	var named []naming
	var told []telling
	if err := errors.Join(unmarshalList(mentions, &named), unmarshalList(reports, &told)); err != nil {
		return r, fmt.Errorf("read the claims of article %s: %w", id, err)
	}
	for _, m := range named {
		r.Mentions = append(r.Mentions, m.Naming)
	}
	for _, t := range told {
		r.Reports = append(r.Reports, t.ReportItem)
	}
	return r, nil
}

// unmarshalList reads a JSON list; nothing is an empty one.
func unmarshalList(b []byte, v any) error {
	if b == nil {
		return nil
	}
	return json.Unmarshal(b, v)
}

// naming is a row [node, mention, spans], telling a row [node, report].
type (
	naming  struct{ graph.Naming }
	telling struct{ graph.ReportItem }
)

func (n *naming) UnmarshalJSON(b []byte) error {
	var data string
	var spans json.RawMessage
	if err := json.Unmarshal(b, &[]any{&n.Entity, &data, &spans}); err != nil {
		return err
	}
	return decodeMention(data, string(spans), &n.Mention)
}

func (t *telling) UnmarshalJSON(b []byte) error {
	var data string
	if err := json.Unmarshal(b, &[]any{&t.Occurrence, &data}); err != nil {
		return err
	}
	return json.Unmarshal([]byte(data), &t.Report)
}
