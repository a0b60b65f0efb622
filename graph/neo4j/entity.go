package neo4j

import (
	"encoding/json"
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// labels are the labels of nodes, by kind.
var labels = map[graph.NodeKind]string{
	graph.KindPerson:       "Person",
	graph.KindOrganization: "Organization",
	graph.KindPlace:        "Place",
	graph.KindMeeting:      "Meeting",
	graph.KindEvent:        "Event",
	graph.KindTopic:        "Topic",
	graph.KindArticle:      "Article",
}

// entityMap is the projection of an entity that readEntity reads.
func entityMap(v string) string {
	return v + " {.*, " + bookkeeping + ", " + entityLinks(v) + "}"
}

// entityLinks are the entries of the projection that follow edges.
func entityLinks(v string) string {
	return `within: [(` + v + `)-[:WITHIN]->(w) | w.id][0], held: [(` + v + `)-[h:HOLDS_POSITION_AT]->(w) | h {.*, words: null, of: w.id}]`
}

// bookkeeping are properties that no projection needs: long lists of words.
// (A projection of all others is planned in half the time that one by name
// takes.)
const bookkeeping = "keys: null, folded: null, words: null"

func readEntity(r row) (graph.Entity, error) {
	e := graph.Entity{
		ID:           r.id("id"),
		Kind:         graph.NodeKind(r.str("kind")),
		Name:         r.str("name"),
		Aliases:      strs[string](r, "aliases"),
		MentionCount: r.num("mentionCount"),
		MeetingCount: r.num("meetingCount"),
		FirstSeen:    r.date("firstSeen"),
		LastSeen:     r.date("lastSeen"),
		CountryCode:  r.str("countryCode"),
		Latitude:     r.floatp("latitude"),
		Longitude:    r.floatp("longitude"),
		Within:       r.id("within"),
	}
	if err := r.unjson("names", &e.Names); err != nil {
		return e, err
	}
	var held []orderedPosition
	if err := r.unjson("positions", &held); err != nil {
		return e, err
	}
	for _, h := range r.rows("held") {
		held = append(held, orderedPosition{h.num("order"), graph.Position{
			Title:     h.str("title"),
			Of:        h.id("of"),
			FirstSeen: h.date("firstSeen"),
			LastSeen:  h.date("lastSeen"),
			Mentions:  strs[graph.ID](h, "mentions"),
		}})
	}
	slices.SortFunc(held, func(a, b orderedPosition) int { return a.Order - b.Order })
	for _, p := range held {
		e.Positions = append(e.Positions, p.Position)
	}
	return e, nil
}

// orderedPosition is a position and its place among the person's positions.
// Those at a body are edges, the others JSON on the person.
type orderedPosition struct {
	Order    int            `json:"order"`
	Position graph.Position `json:"position"`
}

// entityProperties are all properties of an entity but its meetingCount,
// which follows its edges.
func entityProperties(e *graph.Entity) (map[string]any, error) {
	names := append([]string{e.Name}, e.Aliases...)
	folded := make([]string, len(names))
	for i, n := range names {
		folded[i] = terms.Fold(n)
	}
	p := map[string]any{
		"id":           string(e.ID),
		"kind":         string(e.Kind),
		"name":         e.Name,
		"mentionCount": e.MentionCount,
		"folded":       texts(folded),
		"keys":         indexKeys(terms.NameKeys(names...)),
	}
	setList(p, "aliases", e.Aliases)
	if len(e.Names) > 0 {
		data, err := json.Marshal(e.Names)
		if err != nil {
			return nil, err
		}
		p["names"] = string(data)
	}
	set(p, "firstSeen", string(e.FirstSeen))
	set(p, "lastSeen", string(e.LastSeen))
	set(p, "lastSeenDay", e.LastSeen.First())
	set(p, "countryCode", e.CountryCode)
	if e.Latitude != nil {
		p["latitude"] = *e.Latitude
	}
	if e.Longitude != nil {
		p["longitude"] = *e.Longitude
	}
	var titles, words []string
	var nowhere []orderedPosition
	for i, pos := range e.Positions {
		titles = append(titles, pos.Title)
		if pos.Of == "" {
			nowhere = append(nowhere, orderedPosition{i, pos})
			words = append(words, indexText(terms.Index(pos.Title)))
		}
	}
	setList(p, "titles", titles)
	setList(p, "titleWords", words)
	if len(nowhere) > 0 {
		data, err := json.Marshal(nowhere)
		if err != nil {
			return nil, err
		}
		p["positions"] = string(data)
	}
	return p, nil
}

// entityEdges are the edges that an entity has of its own.
func entityEdges(e *graph.Entity) []edge {
	var edges []edge
	if e.Within != "" {
		edges = append(edges, edge{kind: "WITHIN", from: e.ID, to: e.Within})
	}
	for i, pos := range e.Positions {
		if pos.Of == "" {
			continue
		}
		p := map[string]any{"title": pos.Title, "order": i, "words": indexText(terms.Index(pos.Title))}
		set(p, "firstSeen", string(pos.FirstSeen))
		set(p, "lastSeen", string(pos.LastSeen))
		setList(p, "mentions", pos.Mentions)
		edges = append(edges, edge{kind: "HOLDS_POSITION_AT", from: e.ID, to: pos.Of, properties: p})
	}
	return edges
}
