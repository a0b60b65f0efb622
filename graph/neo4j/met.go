package neo4j

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/whomet/whomet/graph"
)

// Counterparts implements [graph.Reader].
func (s *Store) Counterparts(ctx context.Context, q graph.CounterpartQuery) (map[graph.ID]graph.List[graph.Counterpart], error) {
	b := newBuilder()
	body := distinct("(anchor:Entity)-[:PARTICIPATED_IN]->(o:Meeting)", "o") + `
	WITH * WHERE ` + b.occurrenceHolds(q.Filter) + `
	CALL (*) { MATCH (o)<-[:PARTICIPATED_IN]-(e) WHERE e <> anchor RETURN DISTINCT e }
	WITH e, o ORDER BY o.firstDay IS NULL, o.firstDay DESC, o.id
	WITH e, collect(o) AS shared` +
		b.page("e, shared", "size(shared) DESC, e.name, e.id",
			"{entity: "+entityMap("e")+", meetings: [o IN shared | o {.id, .date, topics: [(o)-[:ABOUT]->(topic) | topic.id]}]}", q.Page)
	return list(ctx, s, "list counterparts", b, b.lists(q.Entities, body), readCounterpart)
}

func readCounterpart(r row) (graph.Counterpart, error) {
	e, err := readEntity(r.sub("entity"))
	c := graph.Counterpart{Entity: e}
	meetings := map[graph.ID]int{}         // by topic
	for _, m := range r.rows("meetings") { // newest first, the undated last
		c.Meetings = append(c.Meetings, m.id("id"))
		if d := m.date("date"); d != "" {
			c.FirstMet = d
			if c.LastMet == "" {
				c.LastMet = d
			}
		}
		for _, t := range strs[graph.ID](m, "topics") {
			meetings[t]++
		}
	}
	c.Topics = slices.SortedFunc(maps.Keys(meetings), func(a, b graph.ID) int {
		return cmp.Or(meetings[b]-meetings[a], cmp.Compare(a, b))
	})
	return c, err
}

// CoMentions implements [graph.Reader].
func (s *Store) CoMentions(ctx context.Context, q graph.CoMentionQuery) (map[graph.ID]graph.List[graph.CoMention], error) {
	b := newBuilder()
	body := distinct("(anchor:Entity)<-[:REFERS_TO]-(:Mention)<-[:HAS]-(a:Article)", "a") + `
	MATCH (a)-[:HAS]->(:Mention)-[:REFERS_TO]->(e) WHERE e <> anchor AND ` + b.kindHolds("e", q.Kinds) + `
	WITH e, count(DISTINCT a) AS articles` +
		b.page("e, articles", "articles DESC, e.name, e.id", "{entity: "+entityMap("e")+", articles: articles}", q.Page)
	return list(ctx, s, "list co-mentions", b, b.lists(q.Entities, body), func(r row) (graph.CoMention, error) {
		e, err := readEntity(r.sub("entity"))
		return graph.CoMention{Entity: e, Articles: r.num("articles")}, err
	})
}
