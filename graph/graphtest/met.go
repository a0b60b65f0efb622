package graphtest

import (
	"fmt"

	"github.com/whomet/whomet/graph"
)

func testCounterparts(f fixture) {
	item := func(c graph.Counterpart) string {
		return fmt.Sprintf("%s[%s|%s..%s|%s]", f.name(c.Entity.ID), f.names(c.Meetings), c.FirstMet, c.LastMet, f.names(c.Topics))
	}
	held := graph.OccurrenceFilter{Status: []graph.OccurrenceStatus{graph.StatusHeld}}
	for _, c := range []struct {
		name string
		q    graph.CounterpartQuery
		want string
	}{
		{"whom ada met", graph.CounterpartQuery{Entities: f.ids("ada"), Filter: held, Page: graph.Page{Limit: 2}},
			fmt.Sprintf("ada: bruno[summit conference|2018..2019-03-04|fishing tariffs] clara[call conference|2018..2019-05|fishing %s] (4)", byID(f, "= prisoners tariffs ="))},
		{"in whatever state", graph.CounterpartQuery{Entities: f.ids("ada", "dario"), Page: graph.Page{Limit: 1}},
			"ada: bruno[visit summit conference|2018..2019-06-10|fishing tariffs] (4); dario: bruno[video|2019-07-01..2019-07-01|tariffs] (2)"},
		{"undated", graph.CounterpartQuery{Entities: f.ids("dario"), Filter: held, Page: graph.Page{Limit: 9}}, "dario: clara[dinner|..|] (1)"},
		{"later pages", graph.CounterpartQuery{Entities: f.ids("ada", "dario"), Filter: held, Page: graph.Page{Offset: 3, Limit: 9}},
			fmt.Sprintf("ada: elise[conference|2018..2018|%s] (4); dario: (1)", byID(f, "= fishing tariffs ="))},
		{"only the total", graph.CounterpartQuery{Entities: []graph.ID{f.sample.UnitID("ada"), "nobody", f.id("henrik")}}, "ada': (4); henrik: (0)"},
		{"filtered", graph.CounterpartQuery{Entities: f.ids("clara"), Filter: graph.OccurrenceFilter{Topic: f.ids("prisoners")}, Page: graph.Page{Limit: 9}},
			fmt.Sprintf("clara: ada[call|2019-05..2019-05|%s] (1)", byID(f, "= fishing prisoners ="))},
		{"events are no meetings", graph.CounterpartQuery{Entities: f.ids("front"), Page: graph.Page{Limit: 9}}, "front: (0)"},
	} {
		f.run(c.name, func(f fixture) {
			f.want(show(f, ask(f, f.store.Counterparts, c.q), item), c.want)
		})
	}
}

func testCoMentions(f fixture) {
	item := func(c graph.CoMention) string { return fmt.Sprintf("%s=%d", f.name(c.Entity.ID), c.Articles) }
	for _, c := range []struct {
		name string
		q    graph.CoMentionQuery
		want string
	}{
		{"most articles first, then by name", graph.CoMentionQuery{Entities: f.ids("clara", "henrik"), Page: graph.Page{Limit: 5}},
			"clara: ada=2 bruno=2 league=2 elise=2 dario=1 (7); henrik: farid=1 greta=1 norland=1 (3)"},
		{"of a kind", graph.CoMentionQuery{Entities: []graph.ID{f.sample.UnitID("ada"), "nobody"}, Kinds: []graph.NodeKind{graph.KindPlace}, Page: graph.Page{Limit: 9}},
			"ada': norland=2 sudmark=2 aldermoor=1 castle=1 vesper=1 (5)"},
		{"a page", graph.CoMentionQuery{Entities: f.ids("clara", "henrik"), Page: graph.Page{Offset: 2, Limit: 1}}, "clara: league=2 (7); henrik: norland=1 (3)"},
		{"only the total", graph.CoMentionQuery{Entities: f.ids("clara")}, "clara: (7)"},
		{"of no kind", graph.CoMentionQuery{Entities: f.ids("clara"), Kinds: []graph.NodeKind{}, Page: graph.Page{Limit: 9}}, "clara: (0)"},
	} {
		f.run(c.name, func(f fixture) {
			f.want(show(f, ask(f, f.store.CoMentions, c.q), item), c.want)
		})
	}
}
