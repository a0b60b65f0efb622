package neo4j

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// relationTypes are the types of relationships from occurrence to occurrence.
var relationTypes = joined(graph.OccurrenceRelations)

func joined(kinds []graph.RelationKind) string {
	types := make([]string, len(kinds))
	for i, k := range kinds {
		types[i] = string(k)
	}
	return strings.Join(types, "|")
}

// relationEdge is a relation as it is written: its evidence is JSON.
func relationEdge(from graph.ID, r graph.Relation) (edge, error) {
	e := edge{kind: string(r.Kind), from: from, to: r.To}
	if len(r.Evidence) == 0 {
		return e, nil
	}
	evidence, err := json.Marshal(r.Evidence)
	e.properties = map[string]any{"evidence": string(evidence)}
	return e, err
}

func readRelations(r row) ([]graph.Relation, error) {
	var out []graph.Relation
	for _, h := range r.rows("relations") {
		x := graph.Relation{Kind: graph.RelationKind(h.str("kind")), To: h.id("to")}
		if err := h.unjson("evidence", &x.Evidence); err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	slices.SortFunc(out, func(a, b graph.Relation) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.To, b.To)) })
	return out, nil
}

// Relations implements [graph.Reader].
func (s *Store) Relations(ctx context.Context, q graph.RelationQuery) (map[graph.ID]graph.List[graph.Related], error) {
	b := newBuilder()
	kinds := q.Kinds
	if kinds == nil {
		kinds = graph.OccurrenceRelations
	}
	body := fmt.Sprintf(`
	MATCH (anchor)-[relation:%s]-(o) WHERE o <> anchor AND type(relation) IN %s
	WITH relation, o, CASE WHEN startNode(relation) = anchor THEN 0 ELSE 1 END AS incoming`, relationTypes, b.param(texts(kinds))) +
		b.page("relation, o, incoming", "incoming, type(relation), o.id",
			"{kind: type(relation), incoming: incoming, evidence: relation.evidence, occurrence: "+occurrenceMap("o")+"}", q.Page)
	return list(ctx, s, "list relations", b, b.lists(q.Occurrences, body), func(r row) (graph.Related, error) {
		o, err := readOccurrence(r.sub("occurrence"))
		if err != nil {
			return graph.Related{}, err
		}
		x := graph.Related{Kind: graph.RelationKind(r.str("kind")), Incoming: r.num("incoming") == 1, Occurrence: o}
		return x, r.unjson("evidence", &x.Evidence)
	})
}
