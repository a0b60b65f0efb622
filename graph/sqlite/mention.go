package sqlite

import (
	"context"
	"fmt"

	"github.com/whomet/whomet/graph"
)

// spans are the mentions' spans with their entities and articles.
const spans = `mention JOIN unit ON unit.id = mention.unit JOIN entity e ON e.id = unit.node JOIN article t ON t.id = mention.article JOIN span ON span.mention = mention.id`

// spanColumns are what mentionItem reads.
const spanColumns = `mention.article, unit.node, span.text,
	(SELECT text FROM sentence WHERE sentence.article = mention.article AND sentence.start = span.sentence_start AND sentence.stop = span.sentence_stop),
	span.start, span.stop`

func (r reader) Mentions(ctx context.Context, q graph.MentionQuery) (map[graph.ID]graph.List[graph.MentionItem], error) {
	var a arguments
	// A span is called by its mention and its place in it.
	p := page{from: spans, id: "json_array(span.mention, span.ord)", order: newest + ", span.start, span.stop, unit.node, span.mention"}
	with := a.anchors(q.Anchor, q.Anchors)
	switch q.Anchor {
	case graph.AnchorEntity:
		p.where = append(p.where, "unit.node = asked.node")
	case graph.AnchorArticle:
		p.where = append(p.where, "mention.article = asked.node")
	default:
		return nil, fmt.Errorf("list mentions: they do not hang on %q", q.Anchor)
	}
	statement := "WITH " + with + ", " + a.lists(p, q.Page) + `
		SELECT lists.ask, lists.total, ` + spanColumns + `
		FROM lists LEFT JOIN json_each(lists.ids) item
		LEFT JOIN span ON span.mention = item.value ->> 0 AND span.ord = item.value ->> 1
		LEFT JOIN mention ON mention.id = span.mention LEFT JOIN unit ON unit.id = mention.unit
		ORDER BY lists.ask, item.key`
	lists, err := readLists(ctx, r.db, statement, a.values, 6, func(c []column) (graph.MentionItem, error) { return mentionItem(c), nil })
	if err != nil {
		return nil, fmt.Errorf("list mentions: %w", err)
	}
	return lists, nil
}

func (r reader) MentionsByID(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.MentionItem, error) {
	var a arguments
	statement := `SELECT span.mention, 1, ` + spanColumns + ` FROM ` + spans + ` WHERE span.ord = 0 AND mention.id IN (` + list(&a, ids) + `)`
	lists, err := readLists(ctx, r.db, statement, a.values, 6, func(c []column) (graph.MentionItem, error) { return mentionItem(c), nil })
	if err != nil {
		return nil, fmt.Errorf("read mentions: %w", err)
	}
	items := map[graph.ID]graph.MentionItem{}
	for id, l := range lists {
		items[id] = l.Items[0]
	}
	return items, nil
}

func mentionItem(c []column) graph.MentionItem {
	return graph.MentionItem{
		Article:  graph.ID(c[0].text()),
		Entity:   graph.ID(c[1].text()),
		Text:     c[2].text(),
		Sentence: c[3].text(),
		Span:     graph.Span{Start: c[4].int(), End: c[5].int()},
	}
}
