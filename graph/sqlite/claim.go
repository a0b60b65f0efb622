package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

func (t *tx) Loaded(ctx context.Context, articles []graph.ID) (map[graph.ID]string, error) {
	loaded := map[graph.ID]string{}
	var a arguments
	statement := "SELECT id, extractor FROM article WHERE id IN (" + list(&a, articles) + ")"
	err := t.db.query(ctx, statement, a.values, func(scan func(...any) error) error {
		var id graph.ID
		var extractor string
		err := scan(&id, &extractor)
		loaded[id] = extractor
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read which articles are loaded: %w", err)
	}
	return loaded, nil
}

// spansOf is the JSON array of a mention's spans, as columns in the order
// that decodeMention reads.
var spansOf = "coalesce(" + arrayOf("json_array(start, stop, text, sentence_start, sentence_stop)", "span WHERE span.mention = mention.id ORDER BY ord") + ", 'null')"

// Claims reads articles, mentions and reports in one statement: the rows of
// an article follow it.
func (t *tx) Claims(ctx context.Context, articles []graph.ID) ([]graph.Claims, error) {
	var a arguments
	statement := `WITH wanted (id) AS MATERIALIZED (SELECT id FROM article WHERE id IN (` + list(&a, articles) + `))
		SELECT node.id AS article, 0 AS part, 0 AS n, node.data, article_text.text FROM wanted CROSS JOIN node ON node.id = wanted.id CROSS JOIN article_text ON article_text.article = wanted.id
		UNION ALL SELECT mention.article, 1, mention.ord, mention.data, ` + spansOf + ` FROM wanted CROSS JOIN mention ON mention.article = wanted.id
		UNION ALL SELECT report.article, 2, report.n, report.data, '' FROM wanted CROSS JOIN report ON report.article = wanted.id
		ORDER BY 1, 2, 3`
	var claims []graph.Claims
	err := t.db.query(ctx, statement, a.values, func(scan func(...any) error) error {
		var article graph.ID
		var part, n int
		var data, more string
		if err := scan(&article, &part, &n, &data, &more); err != nil {
			return err
		}
		if part == 0 {
			claims = append(claims, graph.Claims{})
		}
		c := &claims[len(claims)-1]
		switch part {
		case 0:
			err := json.Unmarshal([]byte(data), &c.Article)
			c.Article.Text = more
			return err
		case 1:
			var m graph.Mention
			err := decodeMention(data, more, &m)
			c.Mentions = append(c.Mentions, m)
			return err
		default:
			var r graph.Report
			err := json.Unmarshal([]byte(data), &r)
			c.Reports = append(c.Reports, r)
			return err
		}
	})
	if err != nil {
		return nil, fmt.Errorf("read claims: %w", err)
	}
	return claims, nil
}

func decodeMention(data, spans string, m *graph.Mention) error {
	if err := json.Unmarshal([]byte(data), m); err != nil {
		return err
	}
	var rows []columns
	if err := json.Unmarshal([]byte(spans), &rows); err != nil {
		return err
	}
	for _, r := range rows {
		m.Spans = append(m.Spans, r.span)
	}
	return nil
}

// columns is a span as spansOf gives it.
type columns struct{ span graph.NamedSpan }

func (c *columns) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&c.span.Start, &c.span.End, &c.span.Text, &c.span.Sentence.Start, &c.span.Sentence.End})
}

func (t *tx) PutClaims(ctx context.Context, claims []graph.Claims) error {
	numbers, err := t.number(ctx, claims)
	if err != nil {
		return fmt.Errorf("number reports: %w", err)
	}
	rows := claimRows{numbers: numbers}
	for _, c := range claims {
		if err := rows.add(c); err != nil {
			return fmt.Errorf("put the claims of article %s: %w", c.Article.ID, err)
		}
	}
	if err := rows.write(ctx, t.db); err != nil {
		return fmt.Errorf("put claims (an article may be in the store already): %w", err)
	}
	return nil
}

func (t *tx) RemoveClaims(ctx context.Context, articles []graph.ID) error {
	if err := t.take(ctx, articles); err != nil {
		return fmt.Errorf("remove claims: %w", err)
	}
	these := array(articles)
	for _, statement := range []string{
		"DELETE FROM article_words WHERE rowid IN (SELECT n FROM node WHERE kind = 'ARTICLE' AND id IN (SELECT value FROM json_each(?)))",
		"DELETE FROM report_words WHERE rowid IN (SELECT n FROM report WHERE article IN (SELECT value FROM json_each(?)))",
		"DELETE FROM node WHERE kind = 'ARTICLE' AND id IN (SELECT value FROM json_each(?))",
	} {
		if err := t.db.exec(ctx, statement, these); err != nil {
			return fmt.Errorf("remove claims: %w", err)
		}
	}
	return nil
}

// claimRows are the rows of claims, by table, and the numbers under which
// reports come.
type claimRows struct {
	numbers map[graph.ID]int

	nodes, keys, articles, texts, articleWords, mentions, spans, sentences, reports, reportWords [][]any
}

func (r *claimRows) add(c graph.Claims) error {
	a := c.Article
	r.articles = append(r.articles, []any{a.ID, a.PublishedAt.First(), a.PublishedAt.Last(), terms.Fold(a.Source), a.Extractor})
	r.texts = append(r.texts, []any{a.ID, a.Text})
	r.articleWords = append(r.articleWords, []any{a.ID, terms.ArticleIndex(a)})
	for _, key := range terms.NameKeys(a.Title) {
		r.keys = append(r.keys, []any{key, a.ID})
	}
	text := []rune(a.Text)
	a.Text = ""
	data, err := json.Marshal(a)
	if err != nil {
		return err
	}
	r.nodes = append(r.nodes, []any{a.ID, graph.KindArticle, string(data)})

	sentences := map[graph.Span]bool{}
	for i, m := range c.Mentions {
		for j, s := range m.Spans {
			r.spans = append(r.spans, []any{m.ID, j, s.Start, s.End, s.Text, s.Sentence.Start, s.Sentence.End})
			if !sentences[s.Sentence] {
				sentences[s.Sentence] = true
				r.sentences = append(r.sentences, []any{a.ID, s.Sentence.Start, s.Sentence.End, cut(text, s.Sentence)})
			}
		}
		m.Spans = nil
		data, err := json.Marshal(m)
		if err != nil {
			return err
		}
		r.mentions = append(r.mentions, []any{m.ID, a.ID, i, m.Unit, string(data)})
	}
	for _, p := range c.Reports {
		start := 0
		if len(p.Evidence) > 0 {
			start = p.Evidence[0].Start
		}
		data, err := json.Marshal(p)
		if err != nil {
			return err
		}
		r.reports = append(r.reports, []any{p.ID, a.ID, p.Unit, start, r.numbers[p.ID], string(data)})
		r.reportWords = append(r.reportWords, []any{p.ID, terms.ReportIndex(p)})
	}
	return nil
}

// cut returns what stands at a span, as far as it lies in the text.
func cut(text []rune, s graph.Span) string {
	start := min(max(s.Start, 0), len(text))
	return string(text[start:min(max(s.End, start), len(text))])
}

func (r *claimRows) write(ctx context.Context, db traced) error {
	for _, table := range []struct {
		into string
		rows [][]any
	}{
		{"node (id, kind, data)", r.nodes},
		{"name_key (key, node)", r.keys},
		{"article (id, first_day, last_day, source, extractor)", r.articles},
		{"article_text (article, text)", r.texts},
		{"mention (id, article, ord, unit, data)", r.mentions},
		{"span (mention, ord, start, stop, text, sentence_start, sentence_stop)", r.spans},
		{"sentence (article, start, stop, text)", r.sentences},
		{"report (id, article, unit, start, arrived, data)", r.reports},
	} {
		if err := insert(ctx, db, table.into, table.rows); err != nil {
			return err
		}
	}
	const articleWords = `INSERT INTO article_words (rowid, words) SELECT node.n, value ->> 1 FROM json_each(?) JOIN node ON node.id = value ->> 0`
	const reportWords = `INSERT INTO report_words (rowid, words) SELECT report.n, value ->> 1 FROM json_each(?) JOIN report ON report.id = value ->> 0`
	if err := insertBy(ctx, db, articleWords, r.articleWords); err != nil {
		return err
	}
	return insertBy(ctx, db, reportWords, r.reportWords)
}
