package neo4j

import (
	"context"
	"fmt"

	"github.com/whomet/whomet/graph"
)

// Loaded implements [graph.Tx].
func (t *tx) Loaded(ctx context.Context, articles []graph.ID) (map[graph.ID]string, error) {
	rows, err := t.read(ctx, "look for articles", "UNWIND $ids AS id MATCH (a:Node {id: id}) WHERE a:Article RETURN id, a.extractor AS extractor",
		map[string]any{"ids": texts(articles)})
	if err != nil {
		return nil, err
	}
	out := make(map[graph.ID]string, len(rows))
	for _, r := range rows {
		out[r.id("id")] = r.str("extractor")
	}
	return out, nil
}

// Claims implements [graph.Tx].
func (t *tx) Claims(ctx context.Context, articles []graph.ID) ([]graph.Claims, error) {
	rows, err := t.read(ctx, "get claims", `
		UNWIND $ids AS id
		MATCH (a:Node {id: id}) WHERE a:Article
		WITH DISTINCT a
		RETURN `+articleMap("a")+` AS article, a.text AS text,
			[(a)-[has:HAS]->(m) | {order: has.order, mention: `+mentionMap+`}] AS mentions,
			[(a)-[makes:MAKES]->(r) | r {.id, .claim, order: makes.order}] AS reports
		ORDER BY a.id`, map[string]any{"ids": texts(articles)})
	if err != nil {
		return nil, err
	}
	var out []graph.Claims
	for _, r := range rows {
		var c graph.Claims
		if c.Article, err = readArticle(r.sub("article")); err != nil {
			return nil, err
		}
		c.Article.Text = r.str("text")
		for _, v := range r.ordered("mentions") {
			m, err := readMention(v.sub("mention"))
			if err != nil {
				return nil, err
			}
			c.Mentions = append(c.Mentions, m)
		}
		for _, v := range r.ordered("reports") {
			rep, err := readReport(v)
			if err != nil {
				return nil, err
			}
			c.Reports = append(c.Reports, rep)
		}
		out = append(out, c)
	}
	return out, nil
}

// PutClaims implements [graph.Tx].
func (t *tx) PutClaims(ctx context.Context, claims []graph.Claims) error {
	numbers, err := t.number(ctx, claims)
	if err != nil {
		return err
	}
	var ids []graph.ID
	var articles, mentions, reports []any
	for i := range claims {
		c := &claims[i]
		ids = append(ids, c.Article.ID)
		articles = append(articles, articleProperties(c))
		text := []rune(c.Article.Text)
		for j := range c.Mentions {
			p, err := mentionProperties(&c.Mentions[j], text)
			if err != nil {
				return fmt.Errorf("put claims of %s: %w", c.Article.ID, err)
			}
			mentions = append(mentions, map[string]any{"article": string(c.Article.ID), "order": j, "properties": p})
			t.mentions = append(t.mentions, c.Mentions[j].ID)
		}
		for j := range c.Reports {
			p, err := reportProperties(&c.Reports[j])
			if err != nil {
				return fmt.Errorf("put claims of %s: %w", c.Article.ID, err)
			}
			set(p, "arrived", numbers[c.Reports[j].ID])
			reports = append(reports, map[string]any{"article": string(c.Article.ID), "order": j, "properties": p})
			t.reports = append(t.reports, c.Reports[j].ID)
		}
	}
	there, err := t.Loaded(ctx, ids)
	if err != nil {
		return err
	}
	for id := range there {
		return fmt.Errorf("put claims of %s: the article is in the store; remove its claims first", id)
	}
	for _, step := range []struct {
		cypher string
		rows   []any
	}{
		{"UNWIND $rows AS row CREATE (a:Node:Article) SET a = row", articles},
		{`UNWIND $rows AS row
			MATCH (a:Node {id: row.article})
			CREATE (a)-[:HAS {order: row.order}]->(m:Mention)
			SET m = row.properties`, mentions},
		{`UNWIND $rows AS row
			MATCH (a:Node {id: row.article})
			CREATE (a)-[:MAKES {order: row.order}]->(r:Report)
			SET r = row.properties`, reports},
	} {
		if err := t.write(ctx, "put claims", step.cypher, map[string]any{"rows": step.rows}); err != nil {
			return err
		}
	}
	return nil
}

// RemoveClaims implements [graph.Tx].
func (t *tx) RemoveClaims(ctx context.Context, articles []graph.ID) error {
	if err := t.take(ctx, articles); err != nil {
		return err
	}
	for _, cypher := range []string{
		`UNWIND $ids AS id
		MATCH (a:Node {id: id})-[:MAKES]->(:Report)-[:OF]->(o)
		SET o.reportCount = o.reportCount - 1`,
		`UNWIND $ids AS id
		MATCH (a:Node {id: id})-[:HAS|MAKES]->(c)
		DETACH DELETE c`,
		`UNWIND $ids AS id
		MATCH (a:Node {id: id}) WHERE a:Article
		DETACH DELETE a`,
	} {
		if err := t.write(ctx, "remove claims", cypher, map[string]any{"ids": distinctIDs(articles)}); err != nil {
			return err
		}
	}
	return nil
}

// distinctIDs turns ids into a parameter, each once.
func distinctIDs(ids []graph.ID) []any {
	out := make([]any, 0, len(ids))
	seen := make(map[graph.ID]bool, len(ids))
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			out = append(out, string(id))
		}
	}
	return out
}
