package graphtest

import (
	"fmt"
	"strings"

	"github.com/whomet/whomet/graph"
)

func testTimeline(f fixture) {
	held := graph.OccurrenceFilter{Status: []graph.OccurrenceStatus{graph.StatusHeld}}
	for _, c := range []struct {
		name string
		q    graph.TimelineQuery
		want string
	}{
		{"by years", graph.TimelineQuery{Interval: graph.IntervalYear}, "2018=1+0 2019=4+2"},
		{"by months; what only the year is known of stands by itself", graph.TimelineQuery{Interval: graph.IntervalMonth}, "2018=1+0 2019-02=0+1 2019-03=1+0 2019-05=1+1 2019-06=1+0 2019-07=1+0"},
		{"by weeks, from Monday on", graph.TimelineQuery{Interval: graph.IntervalWeek}, "2018=1+0 2019-02-18=0+1 2019-03-04=1+0 2019-04-29=0+1 2019-05=1+0 2019-06-10=1+0 2019-07-01=1+0"},
		{"by days, of those held", graph.TimelineQuery{Interval: graph.IntervalDay, Filter: held}, "2018=1+0 2019-02-20=0+1 2019-03-04=1+0 2019-05=1+0 2019-05-02=0+1"},
		{"of one person", graph.TimelineQuery{Interval: graph.IntervalMonth, Filter: graph.OccurrenceFilter{Who: [][]graph.ID{f.ids("elise")}}}, "2018=1+0 2019-05=0+1"},
		{"of nobody", graph.TimelineQuery{Interval: graph.IntervalMonth, Filter: graph.OccurrenceFilter{WhoAny: []graph.ID{"nobody"}}}, ""},
	} {
		f.run(c.name, func(f fixture) {
			var all []string
			for _, b := range ask(f, f.store.Timeline, c.q) {
				all = append(all, fmt.Sprintf("%s=%d+%d", b.Start, b.Meetings, b.Events))
			}
			f.want(strings.Join(all, " "), c.want)
		})
	}
}

func testFacets(f fixture) {
	counts := func(all []graph.FacetCount) string {
		var out []string
		for _, c := range all {
			if c.Node != "" {
				c.Value = f.name(c.Node)
			}
			out = append(out, fmt.Sprintf("%s=%d", c.Value, c.Count))
		}
		return strings.Join(out, " ")
	}
	for _, c := range []struct {
		name string
		q    graph.FacetQuery
		want string
	}{
		{"of those held", graph.FacetQuery{Limit: 2, Filter: graph.OccurrenceFilter{Status: []graph.OccurrenceStatus{graph.StatusHeld}}},
			"ada=3 clara=3; aldermoor=1 castle=1; fishing=3 tariffs=1; IN_PERSON=1 MULTILATERAL=1; Norland Radio=2 L'Écho de Sudmark=1"},
		{"of one person", graph.FacetQuery{Limit: 9, Filter: graph.OccurrenceFilter{Who: [][]graph.ID{f.ids("dario")}}},
			"dario=2 bruno=1 clara=1; ; tariffs=1; UNKNOWN=1 VIDEO=1; Norland Radio=2"},
		{"none", graph.FacetQuery{}, "; ; ; ; "},
		{"of nobody", graph.FacetQuery{Limit: 9, Filter: graph.OccurrenceFilter{Topic: []graph.ID{"nothing"}}}, "; ; ; ; "},
	} {
		f.run(c.name, func(f fixture) {
			got := ask(f, f.store.Facets, c.q)
			f.want(strings.Join([]string{counts(got.Participants), counts(got.Places), counts(got.Topics), counts(got.Modes), counts(got.Sources)}, "; "), c.want)
		})
	}
}
