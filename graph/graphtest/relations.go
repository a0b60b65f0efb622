package graphtest

import (
	"fmt"

	"github.com/whomet/whomet/graph"
)

func testRelations(f fixture) {
	item := func(r graph.Related) string {
		words := ""
		for _, e := range r.Evidence {
			words += fmt.Sprintf("|%s %q", f.name(e.Article), e.Quote.Quote)
		}
		if r.Incoming {
			return fmt.Sprintf("[%s %s this%s]", f.name(r.Occurrence.ID), r.Kind, words)
		}
		return fmt.Sprintf("[this %s %s%s]", r.Kind, f.name(r.Occurrence.ID), words)
	}
	for _, c := range []struct {
		name string
		q    graph.RelationQuery
		want string
	}{
		{"both ways, with the words that say so", graph.RelationQuery{Occurrences: f.ids("visit", "strike"), Page: graph.Page{Limit: 9}},
			`strike: [statement IN_RESPONSE_TO this|a2 "called on Thursday"] (1); visit: [this AFTER summit|a3 "In March Lindqvist and Castellan had met"] (1)`},
		{"by a unit", graph.RelationQuery{Occurrences: []graph.ID{f.sample.UnitID("summit")}, Page: graph.Page{Limit: 9}},
			`summit': [visit AFTER this|a3 "In March Lindqvist and Castellan had met"] (1)`},
		{"derived, so without words", graph.RelationQuery{Occurrences: f.ids("dinner", "conference", "call"), Page: graph.Page{Limit: 9}},
			"call: (0); conference: [dinner PART_OF this] (1); dinner: [this PART_OF conference] (1)"},
		{"of a kind", graph.RelationQuery{Occurrences: f.ids("dinner", "visit"), Kinds: []graph.RelationKind{graph.RelPartOf}, Page: graph.Page{Limit: 9}},
			"dinner: [this PART_OF conference] (1); visit: (0)"},
		{"of no kind", graph.RelationQuery{Occurrences: f.ids("dinner"), Kinds: []graph.RelationKind{}, Page: graph.Page{Limit: 9}}, "dinner: (0)"},
		{"only the total", graph.RelationQuery{Occurrences: append(f.ids("visit"), "nothing")}, "visit: (1)"},
		{"a later page", graph.RelationQuery{Occurrences: f.ids("visit"), Page: graph.Page{Offset: 1, Limit: 9}}, "visit: (1)"},
	} {
		f.run(c.name, func(f fixture) {
			f.want(show(f, ask(f, f.store.Relations, c.q), item), c.want)
		})
	}
}
