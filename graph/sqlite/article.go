package sqlite

import (
	"context"
	"fmt"

	"github.com/whomet/whomet/graph"
)

// newest is the order of articles, and of what is listed by article.
const newest = "t.first_day DESC, t.id"

func (r reader) Articles(ctx context.Context, q graph.ArticleQuery) (map[graph.ID]graph.List[graph.Article], error) {
	var a arguments
	p := page{from: "article t", id: "t.id", order: newest}
	with := a.anchors(q.Anchor, q.Anchors)
	switch q.Anchor {
	case graph.AnchorNone:
	case graph.AnchorEntity:
		p.from = hanging("SELECT DISTINCT article AS id FROM naming WHERE entity = asked.node", "article t", "t.id")
	default:
		return nil, fmt.Errorf("list articles: they do not hang on %q", q.Anchor)
	}
	p.where = append(p.where, a.articles(q.Filter)...)
	statement := "WITH " + with + ", " + a.lists(p, q.Page) + `
		SELECT lists.ask, lists.total, node.data
		FROM lists LEFT JOIN json_each(lists.ids) item LEFT JOIN node ON node.id = item.value ORDER BY lists.ask, item.key`
	lists, err := readLists(ctx, r.db, statement, a.values, 1, func(c []column) (t graph.Article, err error) {
		return t, decode(c[0].text(), "{}", &t)
	})
	if err != nil {
		return nil, fmt.Errorf("list articles: %w", err)
	}
	return lists, nil
}

func (r reader) Texts(ctx context.Context, articles []graph.ID) (map[graph.ID]string, error) {
	texts := map[graph.ID]string{}
	var a arguments
	statement := "SELECT article, text FROM article_text WHERE article IN (" + list(&a, articles) + ")"
	err := r.db.query(ctx, statement, a.values, func(scan func(...any) error) error {
		var id graph.ID
		var text string
		err := scan(&id, &text)
		texts[id] = text
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read texts: %w", err)
	}
	return texts, nil
}
