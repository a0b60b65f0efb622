package neo4j

import (
	"encoding/json"

	"github.com/whomet/whomet/graph"
)

// occurrenceMap is the projection of an occurrence that readOccurrence reads.
func occurrenceMap(v string) string {
	return v + " {.*, " + occurrenceLinks(v) + "}"
}

// occurrenceLinks are the entries of the projection that follow edges.
func occurrenceLinks(v string) string {
	return `place: [(` + v + `)-[:HELD_AT]->(w) | w.id][0],
		participants: [(` + v + `)<-[h:PARTICIPATED_IN]-(w) | h {.*, entity: w.id}],
		topics: [(` + v + `)-[h:ABOUT]->(w) | h {.*, id: w.id}],
		relations: [(` + v + `)-[h:` + relationTypes + `]->(w) | h {.*, kind: type(h), to: w.id}]`
}

func readOccurrence(r row) (graph.Occurrence, error) {
	o := graph.Occurrence{
		ID:          r.id("id"),
		Kind:        graph.NodeKind(r.str("kind")),
		Summary:     r.str("summary"),
		Status:      graph.OccurrenceStatus(r.str("status")),
		Mode:        graph.MeetingMode(r.str("mode")),
		Type:        graph.EventType(r.str("type")),
		Date:        readDate(r),
		Place:       r.id("place"),
		Confidence:  r.float("confidence"),
		ReportCount: r.num("reportCount"),
	}
	for _, t := range r.ordered("topics") {
		o.Topics = append(o.Topics, t.id("id"))
	}
	for _, p := range r.ordered("participants") {
		o.Participants = append(o.Participants, graph.Participation{
			Entity:     p.id("entity"),
			Role:       graph.Role(p.str("role")),
			Title:      p.str("title"),
			OnBehalfOf: p.id("onBehalfOf"),
		})
	}
	if err := r.unjson("disagreements", &o.Disagreements); err != nil {
		return o, err
	}
	var err error
	o.Relations, err = readRelations(r)
	return o, err
}

func readDate(r row) *graph.DateSpan {
	if r["datePrecision"] == nil {
		return nil
	}
	return &graph.DateSpan{
		Start:     r.date("date"),
		End:       r.date("dateEnd"),
		Precision: graph.DatePrecision(r.str("datePrecision")),
		Text:      r.str("dateText"),
	}
}

// occurrenceProperties are all properties of an occurrence but its
// reportCount, which follows its edges.
func occurrenceProperties(o *graph.Occurrence) (map[string]any, error) {
	p := map[string]any{
		"id":         string(o.ID),
		"kind":       string(o.Kind),
		"summary":    o.Summary,
		"status":     string(o.Status),
		"confidence": o.Confidence,
	}
	set(p, "mode", string(o.Mode))
	set(p, "type", string(o.Type))
	setDate(p, o.Date)
	if len(o.Disagreements) > 0 {
		b, err := json.Marshal(o.Disagreements)
		if err != nil {
			return nil, err
		}
		p["disagreements"] = string(b)
	}
	return p, nil
}

// occurrenceEdges are the edges that an occurrence has of its own.
func occurrenceEdges(o *graph.Occurrence) ([]edge, error) {
	var edges []edge
	for i, part := range o.Participants {
		p := map[string]any{"role": string(part.Role), "order": i}
		set(p, "title", part.Title)
		set(p, "onBehalfOf", string(part.OnBehalfOf))
		edges = append(edges, edge{kind: "PARTICIPATED_IN", from: part.Entity, to: o.ID, properties: p})
	}
	if o.Place != "" {
		edges = append(edges, edge{kind: "HELD_AT", from: o.ID, to: o.Place})
	}
	for i, t := range o.Topics {
		edges = append(edges, edge{kind: "ABOUT", from: o.ID, to: t, properties: map[string]any{"order": i}})
	}
	for _, r := range o.Relations {
		e, err := relationEdge(o.ID, r)
		if err != nil {
			return nil, err
		}
		edges = append(edges, e)
	}
	return edges, nil
}

// setDate adds the properties of a date. Its precision is there, be it empty,
// whenever the date is.
func setDate(p map[string]any, d *graph.DateSpan) {
	if d == nil {
		return
	}
	p["datePrecision"] = string(d.Precision)
	set(p, "date", string(d.Start))
	set(p, "dateEnd", string(d.End))
	set(p, "dateText", d.Text)
	set(p, "firstDay", d.First())
	set(p, "lastDay", d.Last())
}
