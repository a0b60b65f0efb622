package graphtest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

func testNeighbors(f fixture) {
	occurrencesOnly := []graph.NodeKind{graph.KindMeeting, graph.KindEvent}
	for _, c := range []struct {
		name string
		q    graph.NeighborQuery
		want string
	}{
		{"of a meeting", graph.NeighborQuery{Nodes: f.ids("summit"), LimitPerNode: 100}, `
			ada PARTICIPATED_IN summit "HOST" 1 2019-03-04..
			bruno PARTICIPATED_IN summit "VISITOR" 1 2019-03-04..
			summit ABOUT fishing "" 1 2019-03-04..
			summit HELD_AT castle "" 1 2019-03-04..
			summit REPORTED_IN a1 "" 1 2019-03-04..
			summit REPORTED_IN a3 "" 1 2019-03-04..
			visit AFTER summit "" 1 2019-06-10..2019-06-12`},
		{"from one occurrence to another", graph.NeighborQuery{Nodes: f.ids("strike", "dinner"), Via: graph.OccurrenceRelations, LimitPerNode: 100}, `
			dinner PART_OF conference "" 1 ..
			statement IN_RESPONSE_TO strike "" 1 2019-05-02..`},
		{"of the source's date", graph.NeighborQuery{Nodes: f.ids("strike", "summit", "dinner"), Via: graph.OccurrenceRelations, When: &graph.DateFilter{From: "2019-06"}, LimitPerNode: 100},
			`visit AFTER summit "" 1 2019-06-10..2019-06-12`},
		{"of a person", graph.NeighborQuery{Nodes: []graph.ID{f.sample.UnitID("ada")}, LimitPerNode: 100}, `
			ada HOLDS_POSITION_AT league "Chair of the Strait Council" 1 ..
			ada HOLDS_POSITION_AT norland "Foreign Minister" 1 ..
			ada MENTIONED_IN a1 "" 3 ..
			ada MENTIONED_IN a2 "" 1 ..
			ada MENTIONED_IN a3 "" 2 ..
			ada MENTIONED_IN a4 "" 1 ..
			ada MET bruno "Lindqvist receives Castellan" 2 2018..2019-03-04
			ada MET clara "Lindqvist and Okafor telephone" 2 2018..2019-05
			ada MET elise "Conference on tariffs" 1 2018..2018
			ada MET league "Conference on tariffs" 1 2018..2018
			ada PARTICIPATED_IN call "PARTICIPANT" 1 2019-05..
			ada PARTICIPATED_IN conference "PARTICIPANT" 1 2018..
			ada PARTICIPATED_IN summit "HOST" 1 2019-03-04..
			ada PARTICIPATED_IN visit "VISITOR" 1 2019-06-10..2019-06-12`},
		{"of a place", graph.NeighborQuery{Nodes: f.ids("vesper"), LimitPerNode: 100}, `
			fishing CONCERNS vesper "" 1 ..
			strike HELD_AT vesper "" 1 2019-02-20..
			vesper MENTIONED_IN a3 "" 2 ..
			vesper PARTICIPATED_IN strike "PATIENT" 1 2019-02-20..
			vesper WITHIN sudmark "" 1 ..
			visit HELD_AT vesper "" 1 2019-06-10..2019-06-12`},
		{"of a topic", graph.NeighborQuery{Nodes: f.ids("fishing"), LimitPerNode: 100}, `
			call ABOUT fishing "" 1 2019-05..
			conference ABOUT fishing "" 1 2018..
			fishing CONCERNS strike "" 1 2019-02-20..
			fishing CONCERNS vesper "" 1 ..
			summit ABOUT fishing "" 1 2019-03-04..`},
		{"of an article", graph.NeighborQuery{Nodes: f.ids("a6", "a5"), Via: []graph.RelationKind{graph.RelMentionedIn, graph.RelReportedIn}, LimitPerNode: 100}, `
			bruno MENTIONED_IN a5 "" 1 ..
			call REPORTED_IN a5 "" 1 2019-05..
			clara MENTIONED_IN a5 "" 2 ..
			dario MENTIONED_IN a5 "" 2 ..
			dinner REPORTED_IN a5 "" 1 ..
			farid MENTIONED_IN a6 "" 1 ..
			greta MENTIONED_IN a6 "" 1 ..
			henrik MENTIONED_IN a6 "" 1 ..
			norland MENTIONED_IN a6 "" 1 ..
			video REPORTED_IN a5 "" 1 2019-07-01..`},
		{"an edge between two asked is told once", graph.NeighborQuery{Nodes: f.ids("ada", "bruno", "clara"), Via: []graph.RelationKind{graph.RelMet}, Kinds: []graph.NodeKind{graph.KindPerson}, LimitPerNode: 100}, `
			ada MET bruno "Lindqvist receives Castellan" 2 2018..2019-03-04
			ada MET clara "Lindqvist and Okafor telephone" 2 2018..2019-05
			ada MET elise "Conference on tariffs" 1 2018..2018
			bruno MET clara "Conference on tariffs" 1 2018..2018
			bruno MET elise "Conference on tariffs" 1 2018..2018
			clara MET dario "Okafor dines with Vey" 1 ..
			clara MET elise "Conference on tariffs" 1 2018..2018`},
		{"places both ways", graph.NeighborQuery{Nodes: f.ids("aldermoor"), Via: []graph.RelationKind{graph.RelWithin}, LimitPerNode: 100}, `
			aldermoor WITHIN norland "" 1 ..
			castle WITHIN aldermoor "" 1 ..`},
		{"holders of offices", graph.NeighborQuery{Nodes: f.ids("norland"), Via: []graph.RelationKind{graph.RelHoldsPositionAt}, LimitPerNode: 100}, `
			ada HOLDS_POSITION_AT norland "Foreign Minister" 1 ..
			greta HOLDS_POSITION_AT norland "Deputy Foreign Minister" 1 ..`},
		{"of a date", graph.NeighborQuery{Nodes: f.ids("ada", "clara"), Via: []graph.RelationKind{graph.RelMet, graph.RelParticipatedIn}, When: &graph.DateFilter{From: "2019"}, LimitPerNode: 100}, `
			ada MET bruno "Lindqvist receives Castellan" 1 2019-03-04..2019-03-04
			ada MET clara "Lindqvist and Okafor telephone" 1 2019-05..2019-05
			ada PARTICIPATED_IN call "PARTICIPANT" 1 2019-05..
			ada PARTICIPATED_IN summit "HOST" 1 2019-03-04..
			ada PARTICIPATED_IN visit "VISITOR" 1 2019-06-10..2019-06-12
			clara PARTICIPATED_IN call "PARTICIPANT" 1 2019-05..`},
		{"of a date, undated relations", graph.NeighborQuery{Nodes: f.ids("vesper", "fishing"), When: &graph.DateFilter{From: "2020"}, LimitPerNode: 100}, `
			fishing CONCERNS vesper "" 1 ..
			vesper MENTIONED_IN a3 "" 2 ..
			vesper WITHIN sudmark "" 1 ..`},
		{"of kinds", graph.NeighborQuery{Nodes: f.ids("vesper"), Kinds: occurrencesOnly, LimitPerNode: 100}, `
			strike HELD_AT vesper "" 1 2019-02-20..
			vesper PARTICIPATED_IN strike "PATIENT" 1 2019-02-20..
			visit HELD_AT vesper "" 1 2019-06-10..2019-06-12`},
		{"the heaviest", graph.NeighborQuery{Nodes: f.ids("ada", "clara"), Via: []graph.RelationKind{graph.RelMentionedIn}, LimitPerNode: 2}, fmt.Sprintf(`
			ada MENTIONED_IN a1 "" 3 ..
			ada MENTIONED_IN a3 "" 2 ..
			clara MENTIONED_IN a5 "" 2 ..
			clara MENTIONED_IN %s "" 1 ..`, strings.Fields(byID(f, "= a2 a4 ="))[0])},
		{"the heaviest, then by the other's id and kind", graph.NeighborQuery{Nodes: f.ids("vesper"), Kinds: occurrencesOnly, Via: []graph.RelationKind{graph.RelHeldAt, graph.RelParticipatedIn}, LimitPerNode: 1},
			map[bool]string{true: `strike HELD_AT vesper "" 1 2019-02-20..`, false: `visit HELD_AT vesper "" 1 2019-06-10..2019-06-12`}[f.id("strike") < f.id("visit")]},
		{"of none", graph.NeighborQuery{Nodes: []graph.ID{"nobody"}, LimitPerNode: 9}, ""},
		{"no kind of edge", graph.NeighborQuery{Nodes: f.ids("ada"), Via: []graph.RelationKind{}, LimitPerNode: 9}, ""},
		{"no kind of node", graph.NeighborQuery{Nodes: f.ids("ada"), Kinds: []graph.NodeKind{}, LimitPerNode: 9}, ""},
		{"limit 0", graph.NeighborQuery{Nodes: f.ids("ada")}, ""},
	} {
		f.run(c.name, func(f fixture) {
			got := ask(f, f.store.Neighbors, c.q)
			if !slices.IsSortedFunc(got, func(a, b graph.Edge) int {
				return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target), cmp.Compare(a.Kind, b.Kind))
			}) {
				f.Error("edges do not go by source, target and kind")
			}
			f.want(showEdges(f, got), sortLines(c.want))
		})
	}
}

// showEdges writes one edge a line, by names. MET joins equals: it is written
// with the lesser name first, whichever id is the lesser.
func showEdges(f fixture, edges []graph.Edge) string {
	var lines []string
	for _, e := range edges {
		from, to := f.name(e.Source), f.name(e.Target)
		if e.Kind == graph.RelMet {
			if e.Source >= e.Target {
				f.Errorf("the source of MET is %s, not the lesser id", from)
			}
			from, to = min(from, to), max(from, to)
		}
		lines = append(lines, fmt.Sprintf("%s %s %s %q %v %s..%s", from, e.Kind, to, e.Label, e.Weight, e.Start, e.End))
	}
	return sortLines(strings.Join(lines, "\n"))
}

func sortLines(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
