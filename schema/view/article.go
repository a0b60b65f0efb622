package view

import (
	"context"

	"github.com/whomet/whomet/graph"
)

// Article is a text that was loaded.
type Article struct {
	graph.Article
	level *level
}

// IsNode says which interface of the schema it implements.
func (*Article) IsNode() {}

func (a *Article) node() graph.Node { return graph.Node{Kind: graph.KindArticle, Article: &a.Article} }

// Title answers title.
func (a *Article) Title() *string { return orNull(a.Article.Title) }

// URL answers url.
func (a *Article) URL() *string { return orNull(a.Article.URL) }

// Source answers source.
func (a *Article) Source() *string { return orNull(a.Article.Source) }

// Text answers text.
func (a *Article) Text(ctx context.Context) (string, error) {
	texts, err := ask(a.level, "text", nil, func() (map[graph.ID]string, error) {
		return a.level.q.store.Texts(ctx, a.level.anchors(graph.AnchorArticle))
	})
	return texts[a.ID], err
}

// Mentions answers mentions.
func (a *Article) Mentions(ctx context.Context, first *int, after *string) (*MentionConnection, error) {
	return a.level.mentions(ctx, graph.AnchorArticle, a.ID, first, after)
}

// Reports answers reports.
func (a *Article) Reports(ctx context.Context, first *int, after *string) (*ReportConnection, error) {
	return a.level.reports(ctx, graph.AnchorArticle, a.ID, first, after)
}

// Entities answers entities.
func (a *Article) Entities(ctx context.Context, kinds []graph.NodeKind, first *int, after *string) (*EntityConnection, error) {
	q := entityQuery{Anchor: graph.AnchorArticle, Kinds: kinds, First: first, After: after}
	page, err := window(first, after)
	if err != nil {
		return nil, err
	}
	pages, err := ask(a.level, "named", q, func() (map[graph.ID]*EntityConnection, error) {
		lists, sub, err := a.level.entityLists(ctx, q, page)
		if err != nil {
			return nil, err
		}
		out := map[graph.ID]*EntityConnection{}
		for id, c := range connections(lists, page, func(i graph.EntityItem) graph.EntityItem { return i }) {
			edges := make([]*EntityEdge, len(c.Edges))
			for i, e := range c.Edges {
				edges[i] = &EntityEdge{e.Cursor, sub.entity(e.Node.Entity), e.Node.Mentions}
			}
			out[id] = &EntityConnection{edges, c.PageInfo, c.TotalCount}
		}
		return out, nil
	})
	if err != nil {
		return nil, err
	}
	if c := pages[a.ID]; c != nil {
		return c, nil
	}
	return &EntityConnection{}, nil
}

// Articles answers articles.
func (q *Query) Articles(ctx context.Context, filter *ArticleFilter, first *int, after *string) (*ArticleConnection, error) {
	return q.root().articles(ctx, graph.AnchorNone, "", filter, first, after)
}

func (l *level) articles(ctx context.Context, by graph.Anchor, anchor graph.ID, filter *ArticleFilter, first *int, after *string) (*ArticleConnection, error) {
	page, err := window(first, after)
	if err != nil {
		return nil, err
	}
	pages, err := ask(l, "articles", []any{by, filter, page}, func() (map[graph.ID]*ArticleConnection, error) {
		f, err := l.q.articles(ctx, filter)
		if err != nil {
			return nil, err
		}
		lists, err := l.q.store.Articles(ctx, graph.ArticleQuery{Anchor: by, Anchors: l.anchors(by), Filter: f, Page: page})
		if err != nil {
			return nil, err
		}
		sub := l.q.level(siblings(lists, func(a graph.Article) graph.Node { return graph.Node{Kind: graph.KindArticle, Article: &a} }))
		return connections(lists, page, func(a graph.Article) *Article { return &Article{a, sub} }), nil
	})
	return of(pages, anchor, err)
}
