package graphtest

import (
	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

func testOccurrences(f fixture) {
	all := graph.Page{Limit: 100}
	by := func(o graph.OrderField, desc bool) []graph.Order { return []graph.Order{{By: o, Desc: desc}} }
	for _, c := range []struct {
		name string
		q    graph.OccurrenceQuery
		want string
	}{
		{"newest first, the undated last", graph.OccurrenceQuery{Kind: graph.KindMeeting, Page: all},
			"video visit call summit conference dinner (6)"},
		{"oldest first, the undated last", graph.OccurrenceQuery{Kind: graph.KindMeeting, Order: by(graph.OrderDate, false), Page: all},
			"conference summit call visit video dinner (6)"},
		{"events", graph.OccurrenceQuery{Kind: graph.KindEvent, Page: all}, "statement strike (2)"},
		{"a page", graph.OccurrenceQuery{Kind: graph.KindMeeting, Page: graph.Page{Offset: 1, Limit: 2}}, "visit call (6)"},
		{"the last page", graph.OccurrenceQuery{Kind: graph.KindMeeting, Page: graph.Page{Offset: 5, Limit: 2}}, "dinner (6)"},
		{"a page beyond the end", graph.OccurrenceQuery{Kind: graph.KindMeeting, Page: graph.Page{Offset: 9, Limit: 2}}, "(6)"},
		{"only the total", graph.OccurrenceQuery{Kind: graph.KindMeeting}, "(6)"},
		{"by reports, then date", graph.OccurrenceQuery{Kind: graph.KindMeeting, Page: all,
			Order: []graph.Order{{By: graph.OrderReports, Desc: true}, {By: graph.OrderDate, Desc: true}}},
			"call summit video visit conference dinner (6)"},
		{"by confidence, then date", graph.OccurrenceQuery{Kind: graph.KindMeeting, Page: all,
			Order: []graph.Order{{By: graph.OrderConfidence, Desc: true}, {By: graph.OrderDate}}},
			"summit conference call visit video dinner (6)"},
		{"of participants", graph.OccurrenceQuery{Kind: graph.KindMeeting, Anchor: graph.AnchorParticipant, Anchors: f.ids("ada", "dario", "henrik"), Page: all},
			"ada: visit call summit conference (4); dario: video dinner (2); henrik: (0)"},
		{"pages of participants", graph.OccurrenceQuery{Kind: graph.KindMeeting, Anchor: graph.AnchorParticipant, Anchors: f.ids("ada", "dario"), Page: graph.Page{Offset: 2, Limit: 1}},
			"ada: summit (4); dario: (2)"},
		{"totals of participants", graph.OccurrenceQuery{Kind: graph.KindMeeting, Anchor: graph.AnchorParticipant, Anchors: f.ids("ada", "dario")},
			"ada: (4); dario: (2)"},
		{"of a unit and its node", graph.OccurrenceQuery{Kind: graph.KindMeeting, Anchor: graph.AnchorParticipant, Anchors: []graph.ID{f.sample.UnitID("ada"), f.id("ada")}, Page: graph.Page{Limit: 1}},
			"ada: visit (4); ada': visit (4)"},
		{"of someone unknown", graph.OccurrenceQuery{Kind: graph.KindMeeting, Anchor: graph.AnchorParticipant, Anchors: []graph.ID{"nobody", f.id("elise")}, Page: all},
			"elise: conference (1)"},
		{"of nobody", graph.OccurrenceQuery{Kind: graph.KindMeeting, Anchor: graph.AnchorParticipant, Page: all}, ""},
		{"events of participants", graph.OccurrenceQuery{Kind: graph.KindEvent, Anchor: graph.AnchorParticipant, Anchors: f.ids("elise", "vesper"), Page: all},
			"elise: statement (1); vesper: strike (1)"},
		{"at places and within", graph.OccurrenceQuery{Kind: graph.KindMeeting, Anchor: graph.AnchorPlace, Anchors: f.ids("norland", "aldermoor", "castle", "sudmark"), Page: all},
			"aldermoor: summit conference (2); castle: summit (1); norland: summit conference (2); sudmark: visit (1)"},
		{"about topics", graph.OccurrenceQuery{Kind: graph.KindMeeting, Anchor: graph.AnchorTopic, Anchors: append(f.ids("tariffs"), f.sample.UnitID("fishing")), Page: all},
			"fishing': call summit conference (3); tariffs: video conference (2)"},
		{"filtered by participant", graph.OccurrenceQuery{Kind: graph.KindMeeting, Anchor: graph.AnchorParticipant, Anchors: f.ids("ada", "bruno"), Page: all,
			Filter: graph.OccurrenceFilter{Status: []graph.OccurrenceStatus{graph.StatusHeld}, Who: [][]graph.ID{f.ids("bruno")}}},
			"ada: summit conference (2); bruno: summit conference (2)"},
	} {
		f.run(c.name, func(f fixture) {
			f.want(show(f, ask(f, f.store.Occurrences, c.q), f.occurrence), c.want)
		})
	}
}

// testOccurrenceFilters asks for the meetings and events that satisfy a
// filter, newest first.
func testOccurrenceFilters(f fixture) {
	text := func(q string) *graph.Text { return parse(f, q) }
	str := func(s string) *string { return &s }
	for _, c := range []struct {
		name             string
		filter           graph.OccurrenceFilter
		meetings, events string
	}{
		{"nothing asked", graph.OccurrenceFilter{}, "video visit call summit conference dinner (6)", "statement strike (2)"},
		{"who", graph.OccurrenceFilter{Who: [][]graph.ID{f.ids("ada")}}, "visit call summit conference (4)", "(0)"},
		{"who, two", graph.OccurrenceFilter{Who: [][]graph.ID{f.ids("ada"), f.ids("clara")}}, "call conference (2)", "(0)"},
		{"who, one of a set", graph.OccurrenceFilter{Who: [][]graph.ID{f.ids("ada"), f.ids("clara", "bruno")}}, "visit call summit conference (4)", "(0)"},
		{"who, an empty set", graph.OccurrenceFilter{Who: [][]graph.ID{f.ids("ada"), {}}}, "(0)", "(0)"},
		{"who, no set", graph.OccurrenceFilter{Who: [][]graph.ID{}}, "video visit call summit conference dinner (6)", "statement strike (2)"},
		{"who, by a unit", graph.OccurrenceFilter{Who: [][]graph.ID{{f.sample.UnitID("league")}}}, "conference (1)", "(0)"},
		{"who, unknown", graph.OccurrenceFilter{Who: [][]graph.ID{{"nobody"}}}, "(0)", "(0)"},
		{"who any", graph.OccurrenceFilter{WhoAny: f.ids("dario", "front")}, "video dinner (2)", "strike (1)"},
		{"who any, none", graph.OccurrenceFilter{WhoAny: []graph.ID{}}, "(0)", "(0)"},
		{"who not", graph.OccurrenceFilter{WhoNot: f.ids("bruno", "elise")}, "call dinner (2)", "strike (1)"},
		{"who not, by a unit", graph.OccurrenceFilter{WhoNot: []graph.ID{f.sample.UnitID("ada")}}, "video dinner (2)", "statement strike (2)"},
		{"who not, none", graph.OccurrenceFilter{WhoNot: []graph.ID{}}, "video visit call summit conference dinner (6)", "statement strike (2)"},
		{"topic", graph.OccurrenceFilter{Topic: f.ids("prisoners")}, "call (1)", "statement (1)"},
		{"topic, by a unit", graph.OccurrenceFilter{Topic: []graph.ID{f.sample.UnitID("fishing")}}, "call summit conference (3)", "(0)"},
		{"topic, none", graph.OccurrenceFilter{Topic: []graph.ID{}}, "(0)", "(0)"},
		{"where", graph.OccurrenceFilter{Where: f.ids("castle")}, "summit (1)", "(0)"},
		{"where, within", graph.OccurrenceFilter{Where: []graph.ID{f.sample.UnitID("norland")}}, "summit conference (2)", "(0)"},
		{"where, two", graph.OccurrenceFilter{Where: f.ids("castle", "sudmark")}, "visit summit (2)", "strike (1)"},
		{"when, a year", graph.OccurrenceFilter{When: &graph.DateFilter{From: "2019", To: "2019"}}, "video visit call summit (4)", "statement strike (2)"},
		{"when, from", graph.OccurrenceFilter{When: &graph.DateFilter{From: "2019-05-31"}}, "video visit call (3)", "(0)"},
		{"when, to", graph.OccurrenceFilter{When: &graph.DateFilter{To: "2019-03-04"}}, "summit conference (2)", "strike (1)"},
		{"when, a day within a span", graph.OccurrenceFilter{When: &graph.DateFilter{From: "2019-06-11", To: "2019-06-11"}}, "visit (1)", "(0)"},
		{"when, a day within a year", graph.OccurrenceFilter{When: &graph.DateFilter{From: "2018-07-07", To: "2018-07-07"}}, "conference (1)", "(0)"},
		{"when, any date", graph.OccurrenceFilter{When: &graph.DateFilter{}}, "video visit call summit conference (5)", "statement strike (2)"},
		{"modes", graph.OccurrenceFilter{Modes: []graph.MeetingMode{graph.ModePhone, graph.ModeVideo}}, "video call (2)", "(0)"},
		{"modes, none", graph.OccurrenceFilter{Modes: []graph.MeetingMode{}}, "(0)", "(0)"},
		{"types", graph.OccurrenceFilter{Types: []graph.EventType{graph.EventAssault}}, "(0)", "strike (1)"},
		{"status", graph.OccurrenceFilter{Status: []graph.OccurrenceStatus{graph.StatusHeld}}, "call summit conference dinner (4)", "statement strike (2)"},
		{"status, two", graph.OccurrenceFilter{Status: []graph.OccurrenceStatus{graph.StatusPlanned, graph.StatusCancelled}}, "video visit (2)", "(0)"},
		{"confidence", graph.OccurrenceFilter{MinConfidence: 0.9}, "call summit conference (3)", "(0)"},
		{"source", graph.OccurrenceFilter{Source: &graph.StringFilter{Eq: str("norland RADIO")}}, "video call dinner (3)", "statement (1)"},
		{"source, without diacritics", graph.OccurrenceFilter{Source: &graph.StringFilter{Eq: str("l'echo de sudmark")}}, "conference (1)", "(0)"},
		{"source, contains", graph.OccurrenceFilter{Source: &graph.StringFilter{Contains: str("Strait")}}, "visit summit (2)", "strike (1)"},
		{"source, starts with", graph.OccurrenceFilter{Source: &graph.StringFilter{StartsWith: str("the")}}, "visit summit (2)", "strike (1)"},
		{"source, one of", graph.OccurrenceFilter{Source: &graph.StringFilter{In: []string{"The Strait Post", "L’ÉCHO DE SUDMARK"}}}, "visit summit conference (3)", "strike (1)"},
		{"source, none", graph.OccurrenceFilter{Source: &graph.StringFilter{In: []string{}}}, "(0)", "(0)"},
		{"source, two conditions", graph.OccurrenceFilter{Source: &graph.StringFilter{StartsWith: str("the"), Contains: str("radio")}}, "(0)", "(0)"},
		{"about, a word of a quote", graph.OccurrenceFilter{About: text("telephoning")}, "call (1)", "(0)"},
		{"about, a wording of a topic", graph.OccurrenceFilter{About: text("who fish")}, "call summit conference (3)", "(0)"},
		{"about, a phrase", graph.OccurrenceFilter{About: text(`"exchange of prisoners"`)}, "call (1)", "statement (1)"},
		{"about, no such phrase", graph.OccurrenceFilter{About: text(`"prisoners exchange"`)}, "(0)", "(0)"},
		{"about, a prefix", graph.OccurrenceFilter{About: text("tarif*")}, "video conference (2)", "(0)"},
		{"about, either", graph.OccurrenceFilter{About: text("dined OR shelled")}, "dinner (1)", "strike (1)"},
		{"about, but not", graph.OccurrenceFilter{About: text("okafor -exchange")}, "conference dinner (2)", "(0)"},
		{"about, only not", graph.OccurrenceFilter{About: &graph.Text{Op: graph.TextNot, Parts: []graph.Text{*text("a OR the OR and")}}}, "video visit call conference dinner (5)", "statement (1)"},
		{"and", graph.OccurrenceFilter{And: []graph.OccurrenceFilter{{Who: [][]graph.ID{f.ids("ada")}}, {Topic: f.ids("tariffs")}}}, "conference (1)", "(0)"},
		{"or", graph.OccurrenceFilter{Or: []graph.OccurrenceFilter{{Who: [][]graph.ID{f.ids("dario")}}, {Topic: f.ids("prisoners")}}}, "video call dinner (3)", "statement (1)"},
		{"or of nothing", graph.OccurrenceFilter{Or: []graph.OccurrenceFilter{}}, "(0)", "(0)"},
		{"and of nothing", graph.OccurrenceFilter{And: []graph.OccurrenceFilter{}}, "video visit call summit conference dinner (6)", "statement strike (2)"},
		{"not", graph.OccurrenceFilter{Not: &graph.OccurrenceFilter{Who: [][]graph.ID{f.ids("ada")}}}, "video dinner (2)", "statement strike (2)"},
		{"not dated", graph.OccurrenceFilter{Not: &graph.OccurrenceFilter{When: &graph.DateFilter{}}}, "dinner (1)", "(0)"},
		{"not there", graph.OccurrenceFilter{Not: &graph.OccurrenceFilter{Where: f.ids("norland", "sudmark")}}, "video call dinner (3)", "statement (1)"},
		{"not so sourced", graph.OccurrenceFilter{Not: &graph.OccurrenceFilter{Source: &graph.StringFilter{Contains: str("radio")}}}, "visit summit conference (3)", "strike (1)"},
		{"or within and within not", graph.OccurrenceFilter{
			Status: []graph.OccurrenceStatus{graph.StatusHeld},
			Not: &graph.OccurrenceFilter{Or: []graph.OccurrenceFilter{
				{Where: f.ids("castle")},
				{And: []graph.OccurrenceFilter{{Who: [][]graph.ID{f.ids("clara")}}, {When: &graph.DateFilter{From: "2019"}}}},
			}},
		}, "conference dinner (2)", "statement strike (2)"},
		{"all at once", graph.OccurrenceFilter{
			Who: [][]graph.ID{f.ids("ada"), f.ids("bruno")}, WhoAny: f.ids("ada", "dario"), WhoNot: f.ids("clara"),
			About: text("fishing strait"), Topic: f.ids("fishing", "tariffs"), Where: f.ids("norland"),
			When: &graph.DateFilter{From: "2019-03-01", To: "2019-03-31"}, Modes: []graph.MeetingMode{graph.ModeInPerson},
			Status: []graph.OccurrenceStatus{graph.StatusHeld}, Source: &graph.StringFilter{StartsWith: str("The Strait")}, MinConfidence: 0.95,
		}, "summit (1)", "(0)"},
	} {
		f.run(c.name, func(f fixture) {
			for kind, want := range map[graph.NodeKind]string{graph.KindMeeting: c.meetings, graph.KindEvent: c.events} {
				q := graph.OccurrenceQuery{Kind: kind, Filter: c.filter, Page: graph.Page{Limit: 100}}
				f.want(show(f, ask(f, f.store.Occurrences, q), f.occurrence), want)
			}
		})
	}
}

func parse(f fixture, q string) *graph.Text {
	f.Helper()
	t, err := terms.Parse(q)
	if err != nil {
		f.Fatalf("parse %q: %v", q, err)
	}
	return &t
}
