package score

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
)

const pageText = "Queen Ilse of Norland received the envoys Otto Brandt and Pia Lund in Vik on 3 May 2019 to discuss herring quotas. " +
	"She will ring Max Ohm next week about the U.S. tariffs. Norland's coastguard rammed a trawler off Vik on 1 May 2019."

const pageLabel = `{"id": "page", "entities": [
	{"kind": "PERSON", "name": "Ilse", "also": ["Queen Ilse"], "positions": [{"title": "Queen", "of": "Norland"}]},
	{"kind": "PERSON", "name": "Otto Brandt", "positions": []}, {"kind": "PERSON", "name": "Pia Lund", "positions": [{"title": "envoy", "of": null}]},
	{"kind": "PERSON", "name": "Max Ohm", "positions": []}, {"kind": "PLACE", "name": "Norland"}, {"kind": "PLACE", "name": "Vik"},
	{"kind": "PLACE", "name": "United States", "also": ["U.S."], "optional": true}],
"meetings": [{"participants": [{"name": "Ilse", "role": "HOST"}, {"name": "Otto Brandt", "role": "VISITOR"}, {"name": "Pia Lund", "role": "VISITOR"}],
	"mode": "IN_PERSON", "status": "HELD", "date": {"start": "2019-05-03"}, "place": "Vik", "topics": [["herring|fish", "quota"]],
	"quote": "Queen Ilse of Norland received the envoys Otto Brandt and Pia Lund in Vik on 3 May 2019 to discuss herring quotas."},
	{"participants": [{"name": "Ilse", "role": "PARTICIPANT"}, {"name": "Max Ohm", "role": "PARTICIPANT"}], "mode": "PHONE", "status": "PLANNED",
	"date": {"text": "next week"}, "place": null, "topics": ["tariff"], "quote": "She will ring Max Ohm next week about the U.S. tariffs."}],
"events": [{"type": "ASSAULT", "participants": [{"name": "Norland", "role": "AGENT"}], "date": "2019-05-01", "place": "Vik",
	"quote": "Norland's coastguard rammed a trawler off Vik on 1 May 2019."}]}`

// page returns the labels above and a result without fault.
func page(t *testing.T) (Article, extract.Result) {
	t.Helper()
	a := article(t, pageLabel)
	return a, perfect(&a, pageText)
}

func article(t *testing.T, label string) Article {
	t.Helper()
	file := filepath.Join(t.TempDir(), "labels.jsonl")
	if err := os.WriteFile(file, []byte(strings.ReplaceAll(label, "\n", " ")), 0o644); err != nil {
		t.Fatal(err)
	}
	labels, err := ReadLabels(file)
	if err != nil {
		t.Fatal(err)
	}
	return labels[0]
}

func compare(t *testing.T, a Article, x ...extract.Result) *Report {
	t.Helper()
	r, err := Compare([]Article{a}, x, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestFaults makes one fault at a time and tells what it costs.
func TestFaults(t *testing.T) {
	byName := func(x *extract.Result, name string) *extract.Entity {
		return first(x.Entities, func(e *extract.Entity) bool { return e.Name == name })
	}
	tests := []struct {
		name   string
		fault  func(*extract.Result)
		counts map[string]Counts
		shares map[string]Share
	}{
		{"none", func(*extract.Result) {},
			map[string]Counts{"who met whom (held)": {3, 0, 0}, "who met whom (all)": {4, 0, 0}, "meetings": {2, 0, 0}, "participants": {5, 0, 0}, "PERSON": {4, 0, 0}, "positions": {2, 0, 0}, "events, typed": {1, 0, 0}},
			map[string]Share{"role": {5, 5}, "date": {2, 2}, "topic recall": {2, 2}, "evidence spans": {3, 3}}},
		{"a participant is lost", func(x *extract.Result) { x.Meetings[0].Participants = x.Meetings[0].Participants[:2] },
			map[string]Counts{"who met whom (held)": {1, 0, 2}, "meetings": {2, 0, 0}, "participants": {4, 0, 1}}, nil},
		{"planned told as held", func(x *extract.Result) { x.Meetings[1].Status = graph.StatusHeld },
			map[string]Counts{"who met whom (held)": {3, 1, 0}, "who met whom (all)": {4, 0, 0}, "meetings": {1, 1, 1}, "participants": {3, 2, 2}},
			map[string]Share{"status*": {1, 2}}},
		{"planned told as refused", func(x *extract.Result) { x.Meetings[1].Status = graph.StatusRefused },
			map[string]Counts{"meetings": {2, 0, 0}}, map[string]Share{"status": {1, 2}, "status*": {1, 2}}},
		{"one meeting split in two", func(x *extract.Result) {
			split := x.Meetings[0]
			split.Participants = slices.Delete(slices.Clone(split.Participants), 1, 2)
			x.Meetings[0].Participants = x.Meetings[0].Participants[:2]
			x.Meetings = append(x.Meetings, split)
		}, map[string]Counts{"who met whom (held)": {2, 0, 1}, "meetings": {2, 1, 0}}, nil},
		{"a person taken for a company", func(x *extract.Result) { byName(x, "Max Ohm").Kind = graph.KindOrganization },
			map[string]Counts{"PERSON": {3, 0, 1}, "ORGANIZATION": {0, 1, 0}, "participants": {5, 0, 0}}, nil},
		{"title, case and accent", func(x *extract.Result) { byName(x, "Pia Lund").Name = "Senator PÍA LUND" },
			map[string]Counts{"PERSON": {4, 0, 0}, "participants": {5, 0, 0}}, nil},
		{"one person as two", func(x *extract.Result) {
			x.Entities = append(x.Entities, extract.Entity{ID: "twin", Kind: graph.KindPerson, Name: "Queen Ilse"})
			x.Meetings[1].Participants[0].Entity = "twin"
		}, map[string]Counts{"PERSON": {4, 1, 0}, "participants": {5, 0, 0}}, nil},
		{"an optional place", func(x *extract.Result) {
			x.Entities = append(x.Entities, extract.Entity{ID: "us", Kind: graph.KindPlace, Name: "US"})
		}, map[string]Counts{"PLACE": {2, 0, 0}}, nil},
		{"a place nobody named", func(x *extract.Result) {
			x.Entities = append(x.Entities, extract.Entity{ID: "x", Kind: graph.KindPlace, Name: "Herring"})
		}, map[string]Counts{"PLACE": {2, 1, 0}}, map[string]Share{}},
		{"a post at another body", func(x *extract.Result) { at := "Sudland"; byName(x, "Ilse").Positions[0].OfText = &at },
			map[string]Counts{"positions": {1, 1, 1}}, nil},
		{"dates: wrong, invented, without a year", func(x *extract.Result) {
			wrong, invented, yearless := "2019-05-04", "2019-05-10", "--05-01"
			x.Meetings[0].Date.Start, x.Meetings[1].Date.Start, x.Events[0].Date.Start = &wrong, &invented, &yearless
		}, nil, map[string]Share{"date": {0, 2}, "date, where gold has one": {0, 1}, "event date": {0, 1}}},
		{"a place lost, another made up", func(x *extract.Result) {
			x.Meetings[0].Place = nil
			x.Meetings[1].Place = &byName(x, "Norland").ID
		}, nil, map[string]Share{"place": {0, 2}}},
		{"a wrong role and a wrong mode", func(x *extract.Result) {
			x.Meetings[0].Participants[0].Role = graph.RoleVisitor
			x.Meetings[1].Mode = graph.ModeVideo
		}, nil, map[string]Share{"role": {4, 5}, "mode": {1, 2}}},
		{"topics: another, and the same in other words", func(x *extract.Result) {
			x.Meetings[0].Topics = []extract.Topic{{Text: "the weather"}, {Text: "quotas for the fishing of cod"}}
		}, nil, map[string]Share{"topic recall": {2, 2}, "topic precision": {2, 3}}},
		{"a topic as long as an article", func(x *extract.Result) {
			x.Meetings[0].Topics[0].Text += strings.Repeat(" and so on", 20)
		}, nil, map[string]Share{"topic recall": {1, 2}, "topic precision": {1, 2}}},
		{"evidence: shifted, made up", func(x *extract.Result) {
			x.Meetings[0].Evidence[0].Start++
			x.Meetings[1].Evidence[0].Quote = "She rang Max Ohm."
		}, nil, map[string]Share{"evidence spans": {1, 3}}},
		{"an event of another type", func(x *extract.Result) { x.Events[0].Type = graph.EventAccuse },
			map[string]Counts{"events": {1, 0, 0}, "events, typed": {0, 1, 1}}, nil},
		{"nothing found", func(x *extract.Result) { x.Entities, x.Meetings, x.Events = nil, nil, nil },
			map[string]Counts{"who met whom (held)": {0, 0, 3}, "PERSON": {0, 0, 4}, "events": {0, 0, 1}}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, x := page(t)
			test.fault(&x)
			r := compare(t, a, x)
			for figure, want := range test.counts {
				if got, _ := r.Counts(figure); got != want {
					t.Errorf("%s: %+v, want %+v", figure, got, want)
				}
			}
			for figure, want := range test.shares {
				if got, _ := r.Share(figure); got != want {
					t.Errorf("%s: %+v, want %+v", figure, got, want)
				}
			}
		})
	}
}

// TestAlternatives reads every way of saying that more than one answer is right.
func TestAlternatives(t *testing.T) {
	label := strings.NewReplacer(
		`"mode": "IN_PERSON", "status": "HELD", "date": {"start": "2019-05-03"}, "place": "Vik"`,
		`"mode": "VISIT", "modeAlt": ["IN_PERSON"], "status": "OFFERED", "status_or": "HELD", "date": null, "dateAlso": ["2019-05-03"], "place": null, "placeAlt": ["Norland", "Vik"]`,
		`"name": "Ilse", "role": "HOST"`, `"name": "Ilse", "role": "CHAIR", "roleAlso": ["HOST"]`,
		`"topics": ["tariff"]`, `"topics": [], "topicsAlso": [["tariff|duty"]]`,
	).Replace(pageLabel)
	_, x := page(t)
	r := compare(t, article(t, label), x)
	for _, figure := range []string{"status", "mode", "date", "place", "role", "topic precision"} {
		if s, _ := r.Share(figure); s.Right != s.Total || s.Total == 0 {
			t.Errorf("%s: %d of %d", figure, s.Right, s.Total)
		}
	}
	if got, _ := r.Counts("who met whom (held)"); got != (Counts{}) {
		t.Errorf("pairs of a meeting that may be held cost nothing: %+v", got)
	}
}

// TestLayers leaves unscored what is not labelled.
func TestLayers(t *testing.T) {
	a, x := page(t)
	a.Entities, a.Events = nil, nil
	r := compare(t, a, x)
	if _, scored := r.Counts("PERSON"); scored {
		t.Error("people were not labelled, and are scored")
	}
	no := false
	a, x = page(t)
	a.EventsComplete = &no
	more := x.Events[0]
	more.Type, more.Participants, more.Place, more.Evidence = graph.EventAid, nil, nil, nil
	x.Events = append(x.Events, more)
	if got, _ := compare(t, a, x).Counts("events, typed"); got != (Counts{1, 0, 0}) {
		t.Errorf("an event beyond the main ones is not false: %+v", got)
	}
	if got, _ := compare(t, a).Counts("meetings"); got != (Counts{0, 0, 2}) {
		t.Errorf("without a result all is missed: %+v", got)
	}
}

// TestPairUp finds an article's result by id, by file, and by its quotes.
func TestPairUp(t *testing.T) {
	a, x := page(t)
	for name, change := range map[string]func(*Article, *extract.Result){
		"id":     func(*Article, *extract.Result) {},
		"file":   func(a *Article, x *extract.Result) { a.ID, a.File, x.Article.Path = "", "a/page.txt", "in/a/page.txt" },
		"stem":   func(a *Article, x *extract.Result) { a.ID, a.File, x.Article.Path = "", "page.html", "in/page.txt" },
		"quotes": func(a *Article, x *extract.Result) { a.ID, x.Article.Path = "other", "all.jsonl" },
	} {
		a, x := a, x
		stranger := x
		strange := "stranger"
		stranger.Article.SourceID, stranger.Article.Text = &strange, "Nobody met."
		if name != "id" {
			x.Article.SourceID = nil
		}
		change(&a, &x)
		if r := compare(t, a, stranger, x); len(r.Without) != 0 {
			t.Errorf("by %s: not found", name)
		}
	}
}

func TestReadLabelsTellsWhatToMend(t *testing.T) {
	for label, want := range map[string]string{
		`{"id": "a", "meetings": []`: "unexpected end of JSON",
		`{"meetings": []}`:           `neither "id" nor "file"`,
		`{"id": "a"}`:                "none of",
		`{"id": "a", "entities": [{"kind": "PERSON"}]}`:                                         `entity 1 lacks its "name"`,
		`{"id": "a", "entities": [{"name": "B", "kind": "BODY"}]}`:                              `entity "B": kind: "BODY" is none of PERSON, ORGANIZATION, PLACE`,
		`{"id": "a", "meetings": [{"participants": []}]}`:                                       `meeting 1 has no "status"`,
		`{"id": "a", "meetings": [{"status": "DONE", "quote": "they met"}]}`:                    `"they met": status: "DONE" is none of HELD`,
		`{"id": "a", "meetings": [{"status": "HELD", "participants": [{"role": "HOST"}]}]}`:     `participant has no "name"`,
		`{"id": "a", "meetings": [{"status": "HELD", "mode": "PHONE", "modeAlt": ["LETTER"]}]}`: `mode: "LETTER" is none of`,
		`{"id": "a", "events": [{"participants": []}]}`:                                         `event 1 has no "type"`,
		`{"id": "a", "events": [{"type": "OTHER", "topics": [7]}]}`:                             "topics",
		`{"id": "ok", "meetings": []}`:                                                          "ok is labelled on line 1 too",
	} {
		file := filepath.Join(t.TempDir(), "labels.jsonl")
		if err := os.WriteFile(file, []byte(`{"id": "ok", "meetings": []}`+"\n\n"+label+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := ReadLabels(file)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), file+":3: ") {
			t.Errorf("%s\n gives %v; want %s:3: … %s", label, err, file, want)
		}
	}
}

func TestReportAsText(t *testing.T) {
	a, x := page(t)
	x.Meetings[0].Status = graph.StatusPlanned
	r := compare(t, a, x)
	var b strings.Builder
	if err := r.WriteTable(&b); err != nil {
		t.Fatal(err)
	}
	if err := r.WriteNotes(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"who met whom (held)            –  0.000  0.000      0     0     3\n",
		"status*                          0.500       1 / 2\n",
		"HELD          -> PLANNED          1   wrong\n",
		"== page\n  wrong status: PLANNED, not HELD: PLANNED Ilse + Otto Brandt + Pia Lund @ Vik\n      “Queen Ilse of Norland received",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
	out, err := json.Marshal(r)
	if err != nil || !strings.Contains(string(out), `"who met whom (held)":{"precision":null,"recall":0,"f1":0,"tp":0,"fp":0,"fn":3}`) {
		t.Errorf("%v %s", err, out)
	}
}

// TestAssign compares with trying every assignment.
func TestAssign(t *testing.T) {
	weights := [][]float64{{5, 9, 1, 0}, {10, 3, 2, 4}, {8, 7, 4, -3}}
	got := assign([]int{0, 1, 2}, []int{0, 1, 2, 3}, func(i, j int) float64 { return weights[i][j] })
	if want := []match{{1, 0}, {0, 1}, {2, 2}}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := assign([]int{0}, []int{0}, func(int, int) float64 { return 0 }); len(got) != 0 {
		t.Errorf("weight 0 is matched: %v", got)
	}
}

func TestTopicWords(t *testing.T) {
	wanted := topic{{"drive out", "withdraw"}, {"troops"}}
	for text, want := range map[string]bool{
		"to drive the last foreign troops out":           true,
		"a withdrawal of U.S. troops":                    true,
		"troops":                                         false,
		"drive the troops that came in spring right out": false, // too far apart
	} {
		if got := wanted.in(wordsOf(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if got := wordsOf("Norland's U.S. tariffs, pèche"); !slices.Equal(got, []string{"norland", "us", "tariffs", "peche"}) {
		t.Error(got)
	}
}

func TestNames(t *testing.T) {
	for _, same := range [][2]string{{"U.S.", "the United States"}, {"United Nations Assembly", "the U.N. Assembly"}, {"Lt. General José Ruiz", "Jose Ruiz"}, {"Ann O’Hara's", "Ann O'Hara"}} {
		if !formsOf(true, same[0]).meets(formsOf(true, same[1])) {
			t.Errorf("%q and %q are one name", same[0], same[1])
		}
	}
	if formsOf(true, "Foreign Ministry").meets(formsOf(true, "Defence Ministry")) {
		t.Error("two ministries are one")
	}
}
