package graphtest

import (
	"fmt"
	"slices"

	"github.com/whomet/whomet/graph"
)

func testEntities(f fixture) {
	all := graph.Page{Limit: 100}
	people := []graph.NodeKind{graph.KindPerson}
	str := func(s string) *string { return &s }
	name := []graph.Order{{By: graph.OrderName}}
	for _, c := range []struct {
		name string
		q    graph.EntityQuery
		want string
	}{
		{"by name, by code point", graph.EntityQuery{Order: name, Page: all},
			"ada aldermoor bruno castle clara league dario farid greta front henrik norland vesper sudmark elise (15)"},
		{"by name, backwards", graph.EntityQuery{Kinds: people, Order: []graph.Order{{By: graph.OrderName, Desc: true}}, Page: all},
			"elise henrik greta farid dario clara bruno ada (8)"},
		{"of a kind", graph.EntityQuery{Kinds: []graph.NodeKind{graph.KindOrganization}, Page: all}, "league front (2)"},
		{"of two kinds", graph.EntityQuery{Kinds: []graph.NodeKind{graph.KindPlace, graph.KindOrganization}, Order: name, Page: all},
			"aldermoor castle league front norland vesper sudmark (7)"},
		{"of no kind", graph.EntityQuery{Kinds: []graph.NodeKind{}, Page: all}, "(0)"},
		{"most mentioned first", graph.EntityQuery{Kinds: people, Page: graph.Page{Limit: 3}}, "bruno ada clara (8)"},
		{"least mentioned, then by name", graph.EntityQuery{Order: []graph.Order{{By: graph.OrderMentions}, {By: graph.OrderName, Desc: true}}, Kinds: people, Page: all},
			"henrik greta farid elise dario clara ada bruno (8)"},
		{"by meetings, then name", graph.EntityQuery{Order: []graph.Order{{By: graph.OrderMeetings, Desc: true}, {By: graph.OrderName}}, Kinds: people, Page: all},
			"ada clara bruno dario elise farid greta henrik (8)"},
		{"last seen first, the undated last", graph.EntityQuery{Order: []graph.Order{{By: graph.OrderLastSeen, Desc: true}, {By: graph.OrderName}}, Kinds: people, Page: all},
			"bruno clara dario ada elise farid greta henrik (8)"},
		{"last seen last, the undated last", graph.EntityQuery{Order: []graph.Order{{By: graph.OrderLastSeen}, {By: graph.OrderName}}, Kinds: people, Page: all},
			"elise ada bruno clara dario farid greta henrik (8)"},
		{"a page", graph.EntityQuery{Order: name, Page: graph.Page{Offset: 3, Limit: 2}}, "castle clara (15)"},
		{"beyond the end", graph.EntityQuery{Order: name, Page: graph.Page{Offset: 99, Limit: 2}}, "(15)"},
		{"only the total", graph.EntityQuery{Kinds: people}, "(8)"},

		{"name", graph.EntityQuery{Filter: graph.EntityFilter{Name: &graph.StringFilter{Eq: str("ELISE ANGSTROM")}}, Page: all}, "elise (1)"},
		{"alias", graph.EntityQuery{Filter: graph.EntityFilter{Name: &graph.StringFilter{Eq: str("b castellan")}}, Page: all}, "bruno (1)"},
		{"name contains", graph.EntityQuery{Filter: graph.EntityFilter{Name: &graph.StringFilter{Contains: str("lindq")}}, Order: name, Page: all}, "ada greta (2)"},
		{"name starts with", graph.EntityQuery{Filter: graph.EntityFilter{Name: &graph.StringFilter{StartsWith: str("k")}}, Page: all}, "norland (1)"},
		{"one of the names, both conditions", graph.EntityQuery{Filter: graph.EntityFilter{Name: &graph.StringFilter{StartsWith: str("lind"), Contains: str("ada")}}, Page: all}, "(0)"},
		{"name is one of", graph.EntityQuery{Filter: graph.EntityFilter{Name: &graph.StringFilter{In: []string{"Okafor", "League"}}}, Order: name, Page: all}, "clara league (2)"},
		{"punctuation does not count", graph.EntityQuery{Filter: graph.EntityFilter{Name: &graph.StringFilter{Eq: str("the quill")}}, Page: all}, "henrik (1)"},
		{"mentioned in a year", graph.EntityQuery{Kinds: people, Filter: graph.EntityFilter{Mentioned: &graph.DateFilter{From: "2018", To: "2018"}}, Order: name, Page: all},
			"ada bruno clara elise (4)"},
		{"mentioned since", graph.EntityQuery{Kinds: people, Filter: graph.EntityFilter{Mentioned: &graph.DateFilter{From: "2019-05-20"}}, Order: name, Page: all},
			"ada bruno clara dario (4)"},
		{"mentioned at any date", graph.EntityQuery{Kinds: people, Filter: graph.EntityFilter{Mentioned: &graph.DateFilter{}}, Order: name, Page: all},
			"ada bruno clara dario elise (5)"},
		{"meetings", graph.EntityQuery{Filter: graph.EntityFilter{MinMeetings: 2}, Order: name, Page: all}, "ada bruno clara (3)"},
		{"position", graph.EntityQuery{Filter: graph.EntityFilter{Position: parse(f, "foreign ministers")}, Order: name, Page: all}, "ada greta (2)"},
		{"position, a phrase", graph.EntityQuery{Filter: graph.EntityFilter{Position: parse(f, `"minister for"`)}, Page: all}, "ada (1)"},
		{"position, all words in one title", graph.EntityQuery{Filter: graph.EntityFilter{Position: parse(f, "foreign fisheries")}, Page: all}, "(0)"},
		{"position, a prefix", graph.EntityQuery{Filter: graph.EntityFilter{Position: parse(f, "env*")}, Page: all}, "farid (1)"},
		{"position, not", graph.EntityQuery{Filter: graph.EntityFilter{Position: parse(f, "minister -prime -deputy")}, Page: all}, "ada (1)"},
		{"in an article", graph.EntityQuery{Filter: graph.EntityFilter{Article: f.id("a6")}, Order: name, Page: all}, "farid greta henrik norland (4)"},
		{"in an unknown article", graph.EntityQuery{Filter: graph.EntityFilter{Article: "nothing"}, Page: all}, "(0)"},
		{"all at once", graph.EntityQuery{Kinds: people, Filter: graph.EntityFilter{
			Name: &graph.StringFilter{Contains: str("ada")}, Mentioned: &graph.DateFilter{From: "2019"}, MinMeetings: 3,
			Position: parse(f, "minister"), Article: f.id("a2")}, Page: all}, "ada (1)"},

		{"members", graph.EntityQuery{Anchor: graph.AnchorOrganization, Anchors: append(f.ids("norland", "sudmark", "front"), f.sample.UnitID("league"), "nobody"), Order: name, Page: all},
			"front: (0); league': ada (1); norland: ada greta (2); sudmark: bruno (1)"},
		{"members that satisfy", graph.EntityQuery{Anchor: graph.AnchorOrganization, Anchors: f.ids("norland", "sudmark"), Filter: graph.EntityFilter{MinMeetings: 1}, Order: name, Page: graph.Page{Limit: 1}},
			"norland: ada (1); sudmark: bruno (1)"},
	} {
		f.run(c.name, func(f fixture) {
			f.want(show(f, ask(f, f.store.Entities, c.q), f.entity), c.want)
		})
	}
	f.run("of articles, with spans", func(f fixture) {
		q := graph.EntityQuery{Anchor: graph.AnchorArticle, Anchors: append(f.ids("a1", "a5", "a6"), "nothing"), Order: name, Page: graph.Page{Offset: 1, Limit: 3}}
		got := show(f, ask(f, f.store.Entities, q), func(e graph.EntityItem) string {
			return fmt.Sprintf("%s=%d", f.name(e.Entity.ID), e.Mentions)
		})
		f.want(got, "a1: aldermoor=1 bruno=3 castle=1 (6); a5: clara=2 dario=2 (3); a6: greta=1 henrik=1 norland=1 (4)")
	})
	f.run("of people in articles", func(f fixture) {
		q := graph.EntityQuery{Kinds: people, Anchor: graph.AnchorArticle, Anchors: f.ids("a1", "a2"), Page: all}
		f.want(show(f, ask(f, f.store.Entities, q), f.entity), "a1: bruno ada (2); a2: ada clara elise (3)")
	})
	f.run("equals go by id", func(f fixture) {
		q := graph.EntityQuery{Kinds: people, Filter: graph.EntityFilter{Article: f.id("a6")}, Page: all}
		want := f.ids("farid", "greta", "henrik")
		slices.Sort(want)
		f.want(show(f, ask(f, f.store.Entities, q), f.entity), f.names(want)+" (3)")
	})
}
