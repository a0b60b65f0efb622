package sqlite

import (
	"context"
	"fmt"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

func (r *nodeRows) topic(t graph.Topic) error {
	r.topics = append(r.topics, []any{t.ID, t.Name})
	r.words = append(r.words, []any{t.ID, terms.TopicIndex(t)})
	concerned := map[graph.ID]bool{}
	for _, id := range t.Concerns {
		if !concerned[id] {
			concerned[id] = true
			r.concerns = append(r.concerns, []any{t.ID, id})
		}
	}
	t.Concerns = nil
	return r.node(t.ID, graph.KindTopic, t, append([]string{t.Name}, t.Wordings...)...)
}

func (r reader) Topics(ctx context.Context, q graph.TopicQuery) (graph.List[graph.Topic], error) {
	var a arguments
	p := page{from: "topic t", id: "t.id", order: topicCount("t.id") + " DESC, t.name, t.id"}
	if q.Text != nil {
		p.where = append(p.where, "t.id IN (SELECT id FROM node WHERE kind = 'TOPIC' AND "+a.text("topic_words", "n", *q.Text)+")")
	}
	statement := "WITH " + a.anchors(graph.AnchorNone, nil) + ", " + a.lists(p, q.Page) + `
		SELECT lists.ask, lists.total, node.data, ` + topicEdges("node.id") + `
		FROM lists LEFT JOIN json_each(lists.ids) item LEFT JOIN node ON node.id = item.value ORDER BY item.key`
	lists, err := readLists(ctx, r.db, statement, a.values, 2, func(c []column) (t graph.Topic, err error) {
		return t, decode(c[0].text(), c[1].text(), &t)
	})
	if err != nil {
		return graph.List[graph.Topic]{}, fmt.Errorf("list topics: %w", err)
	}
	return lists[""], nil
}
