package neo4j

import (
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// topicMap is the projection of a topic that readTopic reads.
func topicMap(v string) string {
	return v + " {.*, " + bookkeeping + ", " + topicLinks(v) + "}"
}

// topicLinks are the entries of the projection that follow edges.
func topicLinks(v string) string { return `concerns: [(` + v + `)-[:CONCERNS]->(w) | w.id]` }

func readTopic(r row) graph.Topic {
	t := graph.Topic{
		ID:       r.id("id"),
		Name:     r.str("name"),
		Wordings: strs[string](r, "wordings"),
		Concerns: strs[graph.ID](r, "concerns"),
	}
	slices.Sort(t.Concerns)
	return t
}

// topicProperties are all properties of a topic but its meetingCount, which
// follows its edges.
func topicProperties(t *graph.Topic) map[string]any {
	p := map[string]any{
		"id":    string(t.ID),
		"name":  t.Name,
		"words": indexText(terms.TopicIndex(*t)),
		"keys":  indexKeys(terms.NameKeys(append([]string{t.Name}, t.Wordings...)...)),
	}
	setList(p, "wordings", t.Wordings)
	return p
}

// topicEdges are the edges that a topic has of its own.
func topicEdges(t *graph.Topic) []edge {
	var edges []edge
	for _, c := range t.Concerns {
		edges = append(edges, edge{kind: "CONCERNS", from: t.ID, to: c})
	}
	return edges
}
