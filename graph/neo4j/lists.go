package neo4j

import (
	"context"
	"fmt"
	"strings"

	"github.com/whomet/whomet/graph"
)

// list runs a statement that makes lists.
func list[T any](ctx context.Context, s *Store, what string, b *builder, cypher string, item func(row) (T, error)) (map[graph.ID]graph.List[T], error) {
	rows, err := s.read(ctx, what, cypher, b.params)
	if err != nil {
		return nil, err
	}
	return readLists(rows, item)
}

// Occurrences implements [graph.Reader].
func (s *Store) Occurrences(ctx context.Context, q graph.OccurrenceQuery) (map[graph.ID]graph.List[graph.Occurrence], error) {
	b := newBuilder()
	label := labels[q.Kind]
	var from string
	switch q.Anchor {
	case graph.AnchorNone:
		from = b.occurrenceSeed(q.Filter, label)
	case graph.AnchorParticipant:
		from = distinct("(anchor)-[:PARTICIPATED_IN]->(o:"+label+")", "o")
	case graph.AnchorPlace:
		from = distinct("(anchor)<-[:WITHIN*0..]-()<-[:HELD_AT]-(o:"+label+")", "o")
	case graph.AnchorTopic:
		from = distinct("(anchor)<-[:ABOUT]-(o:"+label+")", "o")
	default:
		return nil, fmt.Errorf("list occurrences: no anchor %q", q.Anchor)
	}
	order, err := orderBy("o", q.Order, graph.Order{By: graph.OrderDate, Desc: true})
	if err != nil {
		return nil, fmt.Errorf("list occurrences: %w", err)
	}
	body := from + "\n	WITH * WHERE " + b.occurrenceHolds(q.Filter) + b.page("o", order, occurrenceMap("o"), q.Page)
	return list(ctx, s, "list occurrences", b, b.over(q.Anchor, q.Anchors, body), readOccurrence)
}

// distinct writes a subquery that matches a pattern and returns each result
// once; variables around it stay in scope.
func distinct(pattern, result string) string {
	return "\n	CALL (*) { MATCH " + pattern + " RETURN DISTINCT " + result + " }"
}

// Entities implements [graph.Reader].
func (s *Store) Entities(ctx context.Context, q graph.EntityQuery) (map[graph.ID]graph.List[graph.EntityItem], error) {
	b := newBuilder()
	var from string
	switch q.Anchor {
	case graph.AnchorNone:
		from = b.entitySeed(q.Filter, q.Kinds) + "\n	WITH *, 0 AS spans"
	case graph.AnchorArticle:
		from = distinct("(anchor)-[:HAS]->(m:Mention)-[:REFERS_TO]->(e) WHERE "+b.kindHolds("e", q.Kinds), "e, sum(size(m.starts)) AS spans")
	case graph.AnchorOrganization:
		from = distinct("(anchor)<-[:HOLDS_POSITION_AT]-(e) WHERE "+b.kindHolds("e", q.Kinds), "e, 0 AS spans")
	default:
		return nil, fmt.Errorf("list entities: no anchor %q", q.Anchor)
	}
	order, err := orderBy("e", q.Order, graph.Order{By: graph.OrderMentions, Desc: true})
	if err != nil {
		return nil, fmt.Errorf("list entities: %w", err)
	}
	body := from + "\n	WITH * WHERE " + b.entityHolds(q.Filter) +
		b.page("e, spans", order, "{entity: "+entityMap("e")+", spans: spans}", q.Page)
	return list(ctx, s, "list entities", b, b.over(q.Anchor, q.Anchors, body), func(r row) (graph.EntityItem, error) {
		e, err := readEntity(r.sub("entity"))
		return graph.EntityItem{Entity: e, Mentions: r.num("spans")}, err
	})
}

// Articles implements [graph.Reader].
func (s *Store) Articles(ctx context.Context, q graph.ArticleQuery) (map[graph.ID]graph.List[graph.Article], error) {
	b := newBuilder()
	var from string
	left := q.Filter
	switch q.Anchor {
	case graph.AnchorNone:
		from, left = b.articleSeed(q.Filter)
	case graph.AnchorEntity:
		from = distinct("(anchor)<-[:REFERS_TO]-(:Mention)<-[:HAS]-(a:Article)", "a")
	default:
		return nil, fmt.Errorf("list articles: no anchor %q", q.Anchor)
	}
	body := from + "\n	WITH * WHERE " + b.articleHolds(left) + b.page("a", newestArticle, articleMap("a"), q.Page)
	return list(ctx, s, "list articles", b, b.over(q.Anchor, q.Anchors, body), readArticle)
}

// newestArticle orders articles a.
const newestArticle = "a.firstDay IS NULL, a.firstDay DESC, a.id"

// Mentions implements [graph.Reader].
func (s *Store) Mentions(ctx context.Context, q graph.MentionQuery) (map[graph.ID]graph.List[graph.MentionItem], error) {
	b := newBuilder()
	var from string
	switch q.Anchor {
	case graph.AnchorEntity:
		from = "\n	MATCH (anchor)<-[:REFERS_TO]-(m:Mention)<-[:HAS]-(a:Article)"
	case graph.AnchorArticle:
		from = "\n	MATCH (anchor)-[:HAS]->(m:Mention)\n	WITH *, anchor AS a"
	default:
		return nil, fmt.Errorf("list mentions: no anchor %q", q.Anchor)
	}
	body := from + `
	OPTIONAL MATCH (m)-[:REFERS_TO]->(e)
	UNWIND range(0, size(m.starts) - 1) AS i` +
		b.page("a, m, e, i", newestArticle+", m.starts[i], m.ends[i], e.id, m.id", spanMap, q.Page)
	return list(ctx, s, "list mentions", b, b.over(q.Anchor, q.Anchors, body), readSpan)
}

// spanMap is the projection of the i-th span of a mention m, in article a, of
// entity e, that readSpan reads.
const spanMap = `{article: a.id, entity: e.id, text: m.texts[i], sentence: m.sentences[i], start: m.starts[i], end: m.ends[i]}`

func readSpan(r row) (graph.MentionItem, error) {
	return graph.MentionItem{
		Article:  r.id("article"),
		Entity:   r.id("entity"),
		Text:     r.str("text"),
		Sentence: r.str("sentence"),
		Span:     graph.Span{Start: r.num("start"), End: r.num("end")},
	}, nil
}

// MentionsByID implements [graph.Reader].
func (s *Store) MentionsByID(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.MentionItem, error) {
	rows, err := s.read(ctx, "get mentions", `
		UNWIND $ids AS id
		MATCH (m:Mention {id: id})<-[:HAS]-(a:Article)
		WHERE size(m.starts) > 0
		OPTIONAL MATCH (m)-[:REFERS_TO]->(e)
		WITH id, m, a, e, 0 AS i
		RETURN collect({id: id, span: `+spanMap+`}) AS rows`, map[string]any{"ids": texts(ids)})
	if err != nil {
		return nil, err
	}
	out := make(map[graph.ID]graph.MentionItem, len(rows))
	for _, r := range rows {
		out[r.id("id")], _ = readSpan(r.sub("span"))
	}
	return out, nil
}

// Reports implements [graph.Reader].
func (s *Store) Reports(ctx context.Context, q graph.ReportQuery) (map[graph.ID]graph.List[graph.ReportItem], error) {
	b := newBuilder()
	var from string
	switch q.Anchor {
	case graph.AnchorOccurrence:
		from = "\n	MATCH (anchor)<-[:OF]-(r:Report)<-[:MAKES]-(a:Article)\n	WITH a, r, anchor AS o"
	case graph.AnchorArticle:
		from = "\n	MATCH (anchor)-[:MAKES]->(r:Report)\n	OPTIONAL MATCH (r)-[:OF]->(o)\n	WITH anchor AS a, r, o"
	default:
		return nil, fmt.Errorf("list reports: no anchor %q", q.Anchor)
	}
	body := from + b.page("a, r, o", newestArticle+", r.start, r.id", "{id: r.id, claim: r.claim, occurrence: o.id}", q.Page)
	return list(ctx, s, "list reports", b, b.over(q.Anchor, q.Anchors, body), func(r row) (graph.ReportItem, error) {
		rep, err := readReport(r)
		return graph.ReportItem{Report: rep, Occurrence: r.id("occurrence")}, err
	})
}

// Topics implements [graph.Reader].
func (s *Store) Topics(ctx context.Context, q graph.TopicQuery) (graph.List[graph.Topic], error) {
	b := newBuilder()
	from := "\n	MATCH (t:Topic)"
	if q.Text != nil {
		from = "\n	" + b.withWords("Topic", "t", *q.Text)
	}
	body := from + b.page("t", "t.meetingCount DESC, t.name, t.id", topicMap("t"), q.Page)
	lists, err := list(ctx, s, "list topics", b, b.list(body), func(r row) (graph.Topic, error) { return readTopic(r), nil })
	return lists[""], err
}

// over writes a statement that makes one list, or one for each anchor.
func (b *builder) over(anchor graph.Anchor, anchors []graph.ID, body string) string {
	if anchor == graph.AnchorNone {
		return b.list(body)
	}
	return b.lists(anchors, body)
}

// orderBy writes an order of the nodes of a variable, by default the given
// one; it ends with the id.
func orderBy(v string, order []graph.Order, def graph.Order) (string, error) {
	if len(order) == 0 {
		order = []graph.Order{def}
	}
	var keys []string
	for _, o := range order {
		key, dated := "", false
		switch o.By {
		case graph.OrderDate:
			key, dated = "firstDay", true
		case graph.OrderLastSeen:
			key, dated = "lastSeenDay", true
		case graph.OrderReports:
			key = "reportCount"
		case graph.OrderConfidence:
			key = "confidence"
		case graph.OrderName:
			key = "name"
		case graph.OrderMentions:
			key = "mentionCount"
		case graph.OrderMeetings:
			key = "meetingCount"
		default:
			return "", fmt.Errorf("no order by %q", o.By)
		}
		key = v + "." + key
		if dated { // the undated come last in both directions
			keys = append(keys, key+" IS NULL")
		}
		if o.Desc {
			key += " DESC"
		}
		keys = append(keys, key)
	}
	return strings.Join(append(keys, v+".id"), ", "), nil
}
