package resolve

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
)

// teller writes small articles for the tests below.
type teller struct {
	t   *testing.T
	n   int
	all []graph.Claims
}

// told is one occurrence in a test's words.
type told struct {
	kind    graph.EventType // "" is a meeting
	mode    graph.MeetingMode
	status  graph.OccurrenceStatus
	who     []string // "Name, Title:ROLE"; for the country that a title is "of"
	place   string
	date    string // ISO, or words
	lasts   string // last day, if any
	quote   string
	aliases map[string]string
	topic   string
	ties    []string // "KIND n": to the article's n-th tale, from 0
}

// article adds an article of the day that tells these.
func (w *teller) article(published string, tales ...told) {
	w.t.Helper()
	var text strings.Builder
	w.n++
	res := extract.Result{Article: extract.Article{ID: graph.NewID("article", fmt.Sprint(w.n)), Path: fmt.Sprint(w.n), Language: "en"}}
	if published != "" {
		res.Article.PublishedAt = &published
	}
	ids := map[string]string{}
	entity := func(kind graph.NodeKind, name string, aliases map[string]string) string {
		start := text.Len()
		text.WriteString(name)
		if id, ok := ids[name]; ok {
			text.WriteString(" ")
			return id
		}
		ids[name] = fmt.Sprintf("e%d", len(ids)+1)
		e := extract.Entity{ID: ids[name], Kind: kind, Name: name, Mentions: []extract.Mention{{Start: start, End: text.Len(), Text: name}}}
		if a := aliases[name]; a != "" {
			e.Aliases = []string{a}
		}
		res.Entities = append(res.Entities, e)
		text.WriteString(" ")
		return ids[name]
	}
	for i, tale := range tales {
		from := text.Len()
		o := extract.Occurrence{ID: fmt.Sprint(i), Status: tale.status, Confidence: 0.5}
		if o.Status == "" {
			o.Status = graph.StatusHeld
		}
		for _, p := range tale.who {
			name, role, _ := strings.Cut(p, ":")
			name, title, _ := strings.Cut(name, ", ")
			kind := graph.KindPerson
			if s := readPlace(name); s.known {
				kind = graph.KindPlace
			} else if strings.Contains(strings.ToLower(name), "cabinet") || strings.ToUpper(name) == name || strings.Contains(name, "Ministry") || strings.Contains(name, "Agency") {
				kind = graph.KindOrganization
			}
			if role == "" {
				role = "PARTICIPANT"
			}
			took := extract.Participant{Entity: entity(kind, name, tale.aliases), Role: graph.Role(role)}
			if _, of, ok := strings.Cut(title, " of "); ok && readPlace(of).known {
				side := entity(graph.KindPlace, of, nil)
				took.OnBehalfOf = &side
			}
			o.Participants = append(o.Participants, took)
			if e := slices.IndexFunc(res.Entities, func(e extract.Entity) bool { return e.Name == name }); title != "" {
				res.Entities[e].Positions = append(res.Entities[e].Positions, extract.Position{Title: title})
			}
		}
		if tale.place != "" {
			text.WriteString("at ")
			id := entity(graph.KindPlace, tale.place, nil)
			o.Place = &id
		}
		switch {
		case tale.date == "":
		case tale.date[0] >= '0' && tale.date[0] <= '9':
			o.Date = &extract.Date{Start: &tale.date, Precision: graph.PrecisionDay}
			if tale.lasts != "" {
				o.Date.End = &tale.lasts
			}
		default:
			o.Date = &extract.Date{Precision: graph.PrecisionUnknown, Text: &tale.date}
		}
		text.WriteString(tale.quote + " ")
		if tale.topic != "" {
			start := text.Len()
			text.WriteString(tale.topic)
			o.Topics = []extract.Topic{{Text: tale.topic, Start: start, End: text.Len()}}
		}
		text.WriteString(". ")
		o.Evidence = []extract.Quote{{Start: from, End: text.Len(), Quote: text.String()[from:]}}
		for _, tie := range tale.ties {
			kind, to, _ := strings.Cut(tie, " ")
			o.Relations = append(o.Relations, extract.Relation{Kind: graph.RelationKind(kind), To: to, Start: from, End: text.Len(), Quote: text.String()[from:]})
		}
		if tale.kind == "" {
			mode := tale.mode
			if mode == "" {
				mode = graph.ModeInPerson
			}
			res.Meetings = append(res.Meetings, extract.Meeting{Occurrence: o, Mode: mode})
		} else {
			res.Events = append(res.Events, extract.Event{Occurrence: o, Type: tale.kind})
		}
	}
	res.Article.Text = text.String()
	c, err := Claims(res, "test", time.Unix(0, 0))
	if err != nil {
		w.t.Fatal(err)
	}
	w.all = append(w.all, c)
}

// graph adds all articles to an empty graph and returns its nodes of the kind
// as "label", by label.
func (w *teller) graph(kind graph.NodeKind) []string {
	w.t.Helper()
	m := newMemory(w.t)
	if _, err := Add(context.Background(), m, w.all); err != nil {
		w.t.Fatal(err)
	}
	m.check()
	var out []string
	for _, b := range m.nodes {
		var n graph.Node
		m.decode(b, &n)
		if n.Kind == kind {
			s := n.Label()
			if o := n.Occurrence; o != nil && o.Date != nil {
				s += " " + string(o.Date.Start)
			}
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return out
}

func TestOccurrences(t *testing.T) {
	const agent, patient = ":AGENT", ":PATIENT"
	meet := func(who ...string) told { return told{who: who} }
	on := func(x told, date string) told { x.date = date; return x }
	at := func(x told, place string) told { x.place = place; return x }
	is := func(x told, s graph.OccurrenceStatus) told { x.status = s; return x }
	by := func(x told, m graph.MeetingMode) told { x.mode = m; return x }
	event := func(k graph.EventType, quote string, who ...string) told {
		return told{kind: k, quote: quote, who: who}
	}
	type day struct {
		published string
		tales     []told
	}
	for _, c := range []struct {
		name string
		days []day
		want int
	}{
		{"one day", []day{{"2020-01-04", []told{on(meet("Ada Lind", "Bo Rask"), "2020-01-03")}}, {"2020-01-05", []told{on(meet("Bo Rask", "Ada Lind"), "2020-01-03")}}}, 1},
		{"two days", []day{{"2020-01-04", []told{on(meet("Ada Lind", "Bo Rask"), "2020-01-03")}}, {"2020-01-05", []told{on(meet("Bo Rask", "Ada Lind"), "2020-01-04")}}}, 2},
		{"two articles of one week without dates", []day{{"2020-01-04", []told{meet("Ada Lind", "Bo Rask")}}, {"2020-01-06", []told{meet("Ada Lind", "Bo Rask")}}}, 1},
		{"two articles of two months without dates", []day{{"2020-01-04", []told{meet("Ada Lind", "Bo Rask")}}, {"2020-03-06", []told{meet("Ada Lind", "Bo Rask")}}}, 2},
		{"one article tells two", []day{{"2020-01-04", []told{meet("Ada Lind", "Bo Rask"), by(meet("Bo Rask", "Ada Lind"), graph.ModePhone)}}}, 2},
		{"a subset", []day{{"2020-01-04", []told{on(meet("Ada Lind", "Bo Rask", "Cy Tamm"), "2020-01-03")}}, {"", []told{on(meet("Ada Lind", "Cy Tamm"), "2020-01-03")}}}, 1},
		{"only one in common", []day{{"2020-01-04", []told{on(meet("Ada Lind", "Bo Rask"), "2020-01-03")}}, {"", []told{on(meet("Ada Lind", "Cy Tamm"), "2020-01-03")}}}, 2},
		{"a call and a meeting", []day{{"", []told{on(meet("Ada Lind", "Bo Rask"), "2020-01-03")}}, {"", []told{by(on(meet("Ada Lind", "Bo Rask"), "2020-01-03"), graph.ModePhone)}}}, 2},
		{"two cities", []day{{"", []told{at(on(meet("Ada Lind", "Bo Rask"), "2020-01-03"), "Vienna")}}, {"", []told{at(on(meet("Ada Lind", "Bo Rask"), "2020-01-03"), "Tehran")}}}, 2},
		{"city and country", []day{{"", []told{at(on(meet("Ada Lind", "Bo Rask"), "2020-01-03"), "Vienna")}}, {"", []told{at(on(meet("Ada Lind", "Bo Rask"), "2020-01-03"), "Austria")}}}, 1},
		{"planned, then held", []day{{"2020-01-01", []told{is(on(meet("Ada Lind", "Bo Rask"), "2020-01-03"), graph.StatusPlanned)}}, {"2020-01-04", []told{on(meet("Ada Lind", "Bo Rask"), "2020-01-03")}}}, 1},
		{"refused, and held", []day{{"2020-01-01", []told{is(on(meet("Ada Lind", "Bo Rask"), "2020-01-03"), graph.StatusRefused)}}, {"2020-01-04", []told{on(meet("Ada Lind", "Bo Rask"), "2020-01-03")}}}, 2},
		{"undated between two days", []day{{"", []told{on(meet("Ada Lind", "Bo Rask"), "2020-01-03")}}, {"", []told{on(meet("Ada Lind", "Bo Rask"), "2020-01-06")}}, {"2020-01-08", []told{meet("Ada Lind", "Bo Rask")}}}, 3},
		{"Tuesday is not Friday", []day{{"", []told{on(meet("Ada Lind", "Bo Rask"), "Tuesday")}}, {"", []told{on(meet("Ada Lind", "Bo Rask"), "Friday")}}}, 2},
		{"Friday is that Friday", []day{{"", []told{on(meet("Ada Lind", "Bo Rask"), "on Friday")}}, {"", []told{on(meet("Ada Lind", "Bo Rask"), "2020-01-03")}}}, 1},
		{"nobody is killed twice", []day{
			{"2020-01-04", []told{on(at(event(graph.EventAssault, "killed", "France"+agent, "Ada Lind"+patient), "Vienna"), "January 3")}},
			{"2021-01-04", []told{on(event(graph.EventAssault, "the murder of", "Ada Lind"+patient, "Bo Rask"+patient), "2020-01-03")}},
			{"2023-05-04", []told{event(graph.EventAssault, "the assassination of", "Bo Rask"+patient)}},
		}, 1},
		{"wounded twice", []day{
			{"2020-01-04", []told{event(graph.EventAssault, "shot and wounded", "France"+agent, "Ada Lind"+patient)}},
			{"2021-01-04", []told{event(graph.EventAssault, "shot and wounded", "France"+agent, "Ada Lind"+patient)}},
		}, 2},
		{"who attacked whom", []day{
			{"2020-01-04", []told{event(graph.EventAssault, "attacked", "Iran"+agent, "Iraq"+patient)}},
			{"2020-01-05", []told{event(graph.EventAssault, "attacked", "Iraq"+agent, "Iran"+patient)}},
		}, 2},
		{"one statement on two days", []day{
			{"2020-01-04", []told{on(event(graph.EventStatement, "said", "Ada Lind"+agent), "2020-01-04")}},
			{"2020-01-05", []told{on(event(graph.EventStatement, "said", "Ada Lind"+agent), "2020-01-05")}},
		}, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := &teller{t: t}
			for _, d := range c.days {
				w.article(d.published, d.tales...)
			}
			if got := append(w.graph(graph.KindMeeting), w.graph(graph.KindEvent)...); len(got) != c.want {
				t.Errorf("%d occurrences, want %d:\n%s", len(got), c.want, strings.Join(got, "\n"))
			}
		})
	}
}

func TestWhoIsWho(t *testing.T) {
	for _, c := range []struct {
		name     string
		articles [][]string // who is named in each article
		kind     graph.NodeKind
		want     []string
	}{
		{"a surname joins its one bearer", [][]string{{"Ada Lindqvist"}, {"Lindqvist"}}, graph.KindPerson, []string{"Ada Lindqvist"}},
		{"and no one of two", [][]string{{"Ada Lindqvist"}, {"Lindqvist"}, {"Bo Lindqvist"}}, graph.KindPerson, []string{"Ada Lindqvist", "Bo Lindqvist", "Lindqvist"}},
		{"unless they are one", [][]string{{"Ada Lindqvist"}, {"Lindqvist"}, {"Ada B. Lindqvist"}}, graph.KindPerson, []string{"Ada B. Lindqvist"}},
		{"unless an office tells", [][]string{{"Ada Lindqvist, President"}, {"Lindqvist, president"}, {"Bo Lindqvist, actor"}}, graph.KindPerson, []string{"Ada Lindqvist", "Bo Lindqvist"}},
		{"and tells of one only", [][]string{{"Ada Lindqvist, President"}, {"Lindqvist, president"}, {"Bo Lindqvist, president"}}, graph.KindPerson, []string{"Ada Lindqvist", "Bo Lindqvist", "Lindqvist"}},
		{"a middle name short for two", [][]string{{"George Harlow"}, {"George W. Harlow"}, {"George H. W. Harlow"}}, graph.KindPerson, []string{"George H. W. Harlow", "George Harlow", "George W. Harlow"}},
		{"cabinets of two countries", [][]string{{"Iraqi cabinet"}, {"Iraq's cabinet"}, {"Iranian cabinet"}}, graph.KindOrganization, []string{"Iranian cabinet", "Iraq's cabinet"}},
		{"cabinets of unknown countries", [][]string{{"cabinet"}, {"cabinet"}}, graph.KindOrganization, []string{"cabinet", "cabinet"}},
		{"the ministry's two names", [][]string{{"French Ministry of Foreign Affairs"}, {"French Foreign Ministry"}}, graph.KindOrganization, []string{"French Ministry of Foreign Affairs"}},
		{"an acronym that no article explains", [][]string{{"WSA"}, {"World Salt Agency"}}, graph.KindOrganization, []string{"WSA", "World Salt Agency"}},
		{"a spelling of an unknown place", [][]string{{"at Ghazalabad Airbase"}, {"at Ghazallabad Airbase"}}, graph.KindPlace, []string{"Ghazallabad Airbase"}},
		{"Iran and Iraq", [][]string{{"Iran"}, {"Iraq"}}, graph.KindPlace, []string{"Iran", "Iraq"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := &teller{t: t}
			for _, names := range c.articles {
				tale := told{kind: graph.EventStatement}
				for _, n := range names {
					if p, ok := strings.CutPrefix(n, "at "); ok {
						tale.place = p
					} else {
						tale.who = append(tale.who, n)
					}
				}
				w.article("2020-01-01", tale)
			}
			if got := w.graph(c.kind); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
	type named struct{ name, also string }
	for _, c := range []struct {
		name     string
		kind     graph.NodeKind
		articles []named
		want     []string
	}{
		{"an acronym that an article explains", graph.KindOrganization, []named{{"WSA", ""}, {"World Salt Agency", "WSA"}}, []string{"World Salt Agency"}},
		{"a former name that an article tells", graph.KindOrganization, []named{{"Harrow Agency", ""}, {"Velmora Agency", "Harrow Agency"}, {"Velmora Agency", ""}}, []string{"Velmora Agency"}},
		{"a former name of two", graph.KindOrganization, []named{{"Harrow Ministry", ""}, {"Velmora Agency", "Harrow Ministry"}, {"Norvik Agency", "Harrow Ministry"}}, []string{"Harrow Ministry", "Norvik Agency", "Velmora Agency"}},
		{"another name of a person", graph.KindPerson, []named{{"Abu Khalid Tunisi", ""}, {"Ahmed Darwish", "Abu Khalid Tunisi"}, {"Abu Khalid Tunisi", ""}}, []string{"Ahmed Darwish"}},
		{"a married name", graph.KindPerson, []named{{"Maria Lindqvist", ""}, {"Maria Vestergaard", "Maria Lindqvist"}, {"Maria Vestergaard", ""}}, []string{"Maria Vestergaard"}},
		{"a shorter form is no other name", graph.KindPerson, []named{{"Tunisi", ""}, {"Karim Tunisi", ""}, {"Abu Khalid Tunisi", "Tunisi"}}, []string{"Abu Khalid Tunisi", "Karim Tunisi", "Tunisi"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := &teller{t: t}
			for _, a := range c.articles {
				w.article("", told{kind: graph.EventStatement, who: []string{a.name}, aliases: map[string]string{a.name: a.also}})
			}
			if got := w.graph(c.kind); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestSummaries(t *testing.T) {
	for _, c := range []struct {
		tale told
		want string
	}{
		{told{who: []string{"Bo Rask:VISITOR", "Ada Lind:HOST"}, place: "Vienna"}, "Ada Lind met Bo Rask in Vienna"},
		{told{who: []string{"Ada Lind", "Bo Rask", "Cy Tamm"}}, "Ada Lind, Bo Rask and Cy Tamm met"},
		{told{who: []string{"Ada Lind", "Bo Rask"}, mode: graph.ModePhone}, "Ada Lind and Bo Rask spoke by phone"},
		{told{who: []string{"Ada Lind", "Bo Rask"}, status: graph.StatusPlanned, place: "Camp Lund"}, "Planned: meeting of Ada Lind and Bo Rask at Camp Lund"},
		{told{who: []string{"Ada Lind:VISITOR"}, mode: graph.ModeVisit, place: "Vienna"}, "Ada Lind visited Vienna"},
		{told{kind: graph.EventAssault, quote: "killed", who: []string{"France:AGENT", "Ada Lind:PATIENT"}, place: "Vienna"}, "France killed Ada Lind in Vienna"},
		{told{kind: graph.EventAssault, quote: "killed", who: []string{"Ada Lind:PATIENT"}}, "Ada Lind was killed"},
		{told{kind: graph.EventTravel, who: []string{"Ada Lind:AGENT"}, place: "Vienna"}, "Ada Lind travelled to Vienna"},
		{told{kind: graph.EventAccident, place: "Vienna"}, "Accident in Vienna"},
	} {
		w := &teller{t: t}
		w.article("", c.tale)
		got := append(w.graph(graph.KindMeeting), w.graph(graph.KindEvent)...)
		if len(got) != 1 || got[0] != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestClaimsRefusesWrongSpans(t *testing.T) {
	good := func() extract.Result {
		return extract.Result{Article: extract.Article{ID: "a", Text: "Zoë met Bo."},
			Entities: []extract.Entity{{ID: "e1", Kind: graph.KindPerson, Name: "Zoë", Mentions: []extract.Mention{{Start: 0, End: 3, Text: "Zoë"}}},
				{ID: "e2", Kind: graph.KindPerson, Name: "Bo", Mentions: []extract.Mention{{Start: 8, End: 10, Text: "Bo"}}}},
			Meetings: []extract.Meeting{{Occurrence: extract.Occurrence{ID: "m1", Participants: []extract.Participant{{Entity: "e1"}, {Entity: "e2"}},
				Evidence: []extract.Quote{{Start: 0, End: 11, Quote: "Zoë met Bo."}}}}}}
	}
	if _, err := Claims(good(), "x", time.Time{}); err != nil {
		t.Fatal(err)
	}
	second := func(r *extract.Result) {
		r.Meetings = append(r.Meetings, r.Meetings[0])
		r.Meetings[1].ID = "m2"
	}
	relate := func(r *extract.Result, kind graph.RelationKind, to, quote string) {
		r.Meetings[0].Relations = []extract.Relation{{Kind: kind, To: to, Start: 0, End: 3, Quote: quote}}
	}
	two := good()
	second(&two)
	relate(&two, graph.RelAfter, "m2", "Zoë")
	c, err := Claims(two, "x", time.Time{})
	if err != nil || c.Reports[0].ID == c.Reports[1].ID {
		t.Fatalf("two meetings in one sentence have ids %v, %v", c.Reports, err)
	}
	if r := c.Reports[0].Relations; len(r) != 1 || r[0].To != c.Reports[1].ID || r[0].Quote.Quote != "Zoë" {
		t.Errorf("the relation to the second meeting is %+v", r)
	}
	for name, break_ := range map[string]func(*extract.Result){
		"span outside":        func(r *extract.Result) { r.Entities[0].Mentions[0].End = 99 },
		"other text":          func(r *extract.Result) { r.Entities[1].Mentions[0].Text = "Bob" },
		"quote not there":     func(r *extract.Result) { r.Meetings[0].Evidence[0].End = 5 },
		"no evidence":         func(r *extract.Result) { r.Meetings[0].Evidence = nil },
		"no mention":          func(r *extract.Result) { r.Entities[0].Mentions = nil },
		"unknown entity":      func(r *extract.Result) { r.Meetings[0].Participants[0].Entity = "e9" },
		"two of one id":       func(r *extract.Result) { r.Entities[1].ID = "e1" },
		"same entity twice":   func(r *extract.Result) { r.Entities = append(r.Entities, r.Entities[0]); r.Entities[2].ID = "e3" },
		"impossible date":     func(r *extract.Result) { d := "2020-02-31"; r.Article.PublishedAt = &d },
		"kind of an article":  func(r *extract.Result) { r.Entities[0].Kind = graph.KindArticle },
		"relation to nothing": func(r *extract.Result) { relate(r, graph.RelAfter, "m9", "Zoë") },
		"relation to itself":  func(r *extract.Result) { relate(r, graph.RelAfter, "m1", "Zoë") },
		"relation not told":   func(r *extract.Result) { second(r); relate(r, graph.RelAfter, "m2", "Bob") },
		"no relation":         func(r *extract.Result) { second(r); relate(r, graph.RelMet, "m2", "Zoë") },
		"two occurrences of one id": func(r *extract.Result) {
			r.Meetings = append(r.Meetings, r.Meetings[0])
		},
	} {
		r := good()
		break_(&r)
		if _, err := Claims(r, "x", time.Time{}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestPlaces(t *testing.T) {
	for name, want := range map[string]struct{ code, key string }{
		"United States": {"US", "country united states"}, "the UK": {"GB", "country united kingdom"}, "Iran": {"IR", "country iran"},
		"Soviet Union": {"", "country soviet union"}, "USSR": {"", "country soviet union"}, "South Korea": {"KR", "country south korea"}, "North Korea": {"KP", "country north korea"},
		"Russia": {"RU", "country russia"}, "Tehran": {"IR", "tehran"}, "Middle East": {"", "middle east"}, "Nowhere Hill": {"", "nowhere hill"},
	} {
		s := readPlace(name)
		code := ""
		if s.place != nil {
			code = s.place.Code()
		}
		if s.key != want.key || code != want.code {
			t.Errorf("%s: key %q, code %q, want %+v", name, s.key, code, want)
		}
	}
}
