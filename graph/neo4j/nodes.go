package neo4j

import (
	"context"
	"fmt"

	"github.com/whomet/whomet/graph"
)

// nodeMap is the projection of a node n of any kind that readNode reads.
var nodeMap = "CASE WHEN n:Article THEN " + articleMap("n") + `
	ELSE n {.*, ` + bookkeeping + ", " + entityLinks("n") + ", " + occurrenceLinks("n") + ", " + topicLinks("n") + "} END"

// nodeKind is the kind of a node.
func nodeKind(v string) string {
	return "CASE WHEN " + v + ":Topic THEN 'TOPIC' WHEN " + v + ":Article THEN 'ARTICLE' ELSE " + v + ".kind END"
}

// nodesByID is the statement of Nodes.
var nodesByID = `
	UNWIND $ids AS id
	` + find("id", "n") + `
	RETURN collect({id: id, kind: ` + nodeKind("n") + `, node: ` + nodeMap + `}) AS rows`

func readNode(kind string, r row) (graph.Node, error) {
	n := graph.Node{Kind: graph.NodeKind(kind)}
	switch {
	case n.Kind.IsEntity():
		e, err := readEntity(r)
		n.Entity = &e
		return n, err
	case n.Kind.IsOccurrence():
		o, err := readOccurrence(r)
		n.Occurrence = &o
		return n, err
	case n.Kind == graph.KindTopic:
		t := readTopic(r)
		n.Topic = &t
	case n.Kind == graph.KindArticle:
		a, err := readArticle(r)
		n.Article = &a
		return n, err
	case n.Kind == graph.KindJudgement:
		j, err := readJudgement(r)
		n.Judgement = &j
		return n, err
	default:
		return n, fmt.Errorf("read node %s: no kind %q", r.str("id"), kind)
	}
	return n, nil
}

func readNodes(rows []row) (map[graph.ID]graph.Node, error) {
	out := make(map[graph.ID]graph.Node, len(rows))
	for _, r := range rows {
		n, err := readNode(r.str("kind"), r.sub("node"))
		if err != nil {
			return nil, err
		}
		out[r.id("id")] = n
	}
	return out, nil
}

// Nodes implements [graph.Reader].
func (s *Store) Nodes(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Node, error) {
	rows, err := s.read(ctx, "get nodes", nodesByID, map[string]any{"ids": texts(ids)})
	if err != nil {
		return nil, err
	}
	return readNodes(rows)
}

// Texts implements [graph.Reader].
func (s *Store) Texts(ctx context.Context, articles []graph.ID) (map[graph.ID]string, error) {
	rows, err := s.read(ctx, "get texts", "\n	UNWIND $ids AS id MATCH (a:Node {id: id}) WHERE a:Article RETURN collect({id: id, text: a.text}) AS rows",
		map[string]any{"ids": texts(articles)})
	if err != nil {
		return nil, err
	}
	out := make(map[graph.ID]string, len(rows))
	for _, r := range rows {
		out[r.id("id")] = r.str("text")
	}
	return out, nil
}

// Stats implements [graph.Reader].
func (s *Store) Stats(ctx context.Context) (graph.Stats, error) {
	rows, err := s.read(ctx, "count", `
		CALL () { MATCH (n:Article) RETURN count(n) AS articles }
		CALL () { MATCH (n:Person) RETURN count(n) AS people }
		CALL () { MATCH (n:Organization) RETURN count(n) AS organizations }
		CALL () { MATCH (n:Place) RETURN count(n) AS places }
		CALL () { MATCH (n:Event) RETURN count(n) AS events }
		CALL () { MATCH (n:Meeting) RETURN count(n) AS meetings }
		CALL () { MATCH (n:Topic) RETURN count(n) AS topics }
		CALL () { MATCH (n:Article) RETURN coalesce(sum(n.spanCount), 0) AS mentions }
		RETURN [{articles: articles, people: people, organizations: organizations, places: places, events: events,
			meetings: meetings, topics: topics, mentions: mentions}] AS rows`, nil)
	if err != nil {
		return graph.Stats{}, err
	}
	r := rows[0]
	return graph.Stats{
		Articles:      r.num("articles"),
		People:        r.num("people"),
		Organizations: r.num("organizations"),
		Places:        r.num("places"),
		Events:        r.num("events"),
		Meetings:      r.num("meetings"),
		Topics:        r.num("topics"),
		Mentions:      r.num("mentions"),
		Store:         s.version,
	}, nil
}
