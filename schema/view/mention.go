package view

import (
	"context"

	"github.com/whomet/whomet/graph"
)

// Mention is an entity named in an article.
type Mention struct {
	Text, Sentence string
	Start, End     int
	item           graph.MentionItem
	level          *level
}

// mention adds a mention to a level and returns it as GraphQL shows it.
func (l *level) mention(m graph.MentionItem) *Mention {
	l.refer(toArticle, m.Article)
	l.refer(toEntity, m.Entity)
	return &Mention{m.Text, m.Sentence, m.Span.Start, m.Span.End, m, l}
}

// Article answers article.
func (m *Mention) Article(ctx context.Context) (*Article, error) {
	nodes, err := m.level.follow(ctx, toArticle)
	return must[*Article](nodes[m.item.Article], err)
}

// Entity answers entity.
func (m *Mention) Entity(ctx context.Context) (Entity, error) {
	nodes, err := m.level.follow(ctx, toEntity)
	return must[Entity](nodes[m.item.Entity], err)
}

func (l *level) mentions(ctx context.Context, by graph.Anchor, anchor graph.ID, first *int, after *string) (*MentionConnection, error) {
	page, err := window(first, after)
	if err != nil {
		return nil, err
	}
	pages, err := ask(l, "mentions", []any{by, page}, func() (map[graph.ID]*MentionConnection, error) {
		lists, err := l.q.store.Mentions(ctx, graph.MentionQuery{Anchor: by, Anchors: l.anchors(by), Page: page})
		if err != nil {
			return nil, err
		}
		return connections(lists, page, l.q.root().mention), nil
	})
	return of(pages, anchor, err)
}
