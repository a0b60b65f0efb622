package neo4j

import (
	"encoding/json"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

func readReport(r row) (graph.Report, error) {
	var rep graph.Report
	err := r.unjson("claim", &rep)
	return rep, err
}

// reportProperties hold the whole claim as JSON, and beside it what people
// and statements look at.
func reportProperties(r *graph.Report) (map[string]any, error) {
	claim, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	p := map[string]any{
		"id":         string(r.ID),
		"kind":       string(r.Kind),
		"status":     string(r.Status),
		"confidence": r.Confidence,
		"claim":      string(claim),
		"words":      indexText(terms.ReportIndex(*r)),
		"start":      0,
	}
	var topics, quotes []string
	for _, t := range r.Topics {
		topics = append(topics, t.Text)
	}
	for _, q := range r.Evidence {
		quotes = append(quotes, q.Quote)
	}
	if len(r.Evidence) > 0 {
		p["start"] = r.Evidence[0].Start
	}
	setList(p, "topics", topics)
	setList(p, "quotes", quotes)
	set(p, "mode", string(r.Mode))
	set(p, "type", string(r.Type))
	set(p, "extractor", r.Extractor)
	set(p, "unit", string(r.Unit))
	setDate(p, r.Date)
	return p, nil
}
