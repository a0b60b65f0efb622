package loader_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader"
	"github.com/whomet/whomet/loader/extract"
)

// matchmaker is an extractor by which the people of a text met on the day on
// which it was published.
type matchmaker struct{ caller }

func (m matchmaker) Extract(ctx context.Context, text string, meta extract.Meta) (extract.Result, error) {
	res, err := m.caller.Extract(ctx, text, meta)
	day := string(meta.PublishedAt)
	res.Article.PublishedAt = &day
	o := extract.Occurrence{ID: "m1", Status: graph.StatusHeld, Confidence: 1, Date: &extract.Date{Start: &day, Precision: graph.PrecisionDay},
		Evidence: []extract.Quote{{Start: 0, End: len(text), Quote: text}}}
	for _, e := range res.Entities {
		o.Participants = append(o.Participants, extract.Participant{Entity: e.ID, Role: graph.RoleParticipant})
	}
	res.Meetings = []extract.Meeting{{Occurrence: o, Mode: graph.ModeInPerson}}
	return res, err
}

// Two meetings on different days are two until a person says that they are
// one, and the reports of one are parted by a person's word.
func TestJudgeOccurrences(t *testing.T) {
	e := newEditor(t)
	e.Extractor = func() (loader.Extractor, error) { return matchmaker{}, nil }
	for _, a := range []graph.Article{
		{Text: text, PublishedAt: "2024-05-01"},
		{Text: text + "\n", URL: "https://news.example/again", PublishedAt: "2024-05-01"},
		{Text: text, URL: "https://news.example/later", PublishedAt: "2024-05-09"},
	} {
		if _, err := e.LoadArticle(t.Context(), a, ""); err != nil {
			t.Fatal(err)
		}
	}
	meetings := func(s graph.Store) (out []graph.ID, reports map[graph.ID][]graph.ID) {
		t.Helper()
		lists, err := s.Occurrences(t.Context(), graph.OccurrenceQuery{Kind: graph.KindMeeting, Order: []graph.Order{{By: graph.OrderDate}}, Page: graph.Page{Limit: 9}})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range lists[""].Items {
			out = append(out, o.ID)
		}
		told, err := s.Reports(t.Context(), graph.ReportQuery{Anchor: graph.AnchorOccurrence, Anchors: out, Page: graph.Page{Limit: 9}})
		if err != nil {
			t.Fatal(err)
		}
		reports = map[graph.ID][]graph.ID{}
		for id, l := range told {
			for _, r := range l.Items {
				reports[id] = append(reports[id], r.Report.Unit)
			}
		}
		return out, reports
	}
	two, reports := meetings(e.Store)
	if len(two) != 2 || len(reports[two[0]]) != 2 {
		t.Fatalf("meetings %v, reports %v", two, reports)
	}
	twice := reports[two[0]]
	for _, step := range []struct {
		a, b    graph.ID
		verdict graph.Verdict
		want    int
	}{
		{two[0], two[1], graph.VerdictSame, 1},
		{two[1], two[0], graph.VerdictUndecided, 2},
		{twice[0], twice[1], graph.VerdictDifferent, 3},
		{two[0], two[1], graph.VerdictSame, 2},
	} {
		j, err := e.JudgeOccurrences(t.Context(), step.a, step.b, step.verdict, "", "ben")
		if err != nil || j.Of != graph.KindMeeting {
			t.Fatalf("%+v, %v", j, err)
		}
		if got, _ := meetings(e.Store); len(got) != step.want {
			t.Fatalf("after %s there are %d meetings, want %d", step.verdict, len(got), step.want)
		}
		lists, err := e.Store.Judgements(t.Context(), graph.JudgementQuery{Anchor: graph.AnchorOccurrence, Anchors: []graph.ID{step.a}, Page: graph.Page{Limit: 9}})
		if err != nil || !slices.ContainsFunc(lists[step.a].Items, func(o graph.Judgement) bool { return o.ID == j.ID }) {
			t.Errorf("%v, %v; want %s among them", lists, err, j.ID)
		}
	}
	people, err := e.Store.Entities(t.Context(), graph.EntityQuery{Page: graph.Page{Limit: 9}})
	if err != nil {
		t.Fatal(err)
	}
	person := people[""].Items[0].Entity.ID
	for what, err := range map[string]error{
		"a meeting as an entity": second(e.Judge(t.Context(), two[0], two[1], graph.VerdictSame, "", "ben")),
		"a person as a meeting":  second(e.JudgeOccurrences(t.Context(), two[0], person, graph.VerdictSame, "", "ben")),
		"a meeting's new name":   e.Rename(t.Context(), two[0], "The Bridge Talks", "ben"),
		"nothing":                second(e.JudgeOccurrences(t.Context(), two[0], "", graph.VerdictSame, "", "ben")),
	} {
		var refused *graph.Refusal
		if !errors.As(err, &refused) {
			t.Errorf("%s: %v", what, err)
		}
	}

	// The file brings it to another store, before the articles come.
	var file bytes.Buffer
	if err := e.WriteJudgements(t.Context(), &file); err != nil {
		t.Fatal(err)
	}
	other := newEditor(t)
	other.Extractor = e.Extractor
	if read, bad, err := other.ReadJudgements(t.Context(), "f", strings.NewReader(file.String()+
		strings.Replace(file.String()[:strings.Index(file.String(), "\n")], "MEETING", "PERSON", 1)+"\n")); err != nil || read != 4 || len(bad) != 1 {
		t.Errorf("read %d, %v, %v", read, bad, err)
	}
	for _, a := range []graph.Article{
		{Text: text, URL: "https://news.example/later", PublishedAt: "2024-05-09"},
		{Text: text + "\n", URL: "https://news.example/again", PublishedAt: "2024-05-01"},
		{Text: text, PublishedAt: "2024-05-01"},
	} {
		if _, err := other.LoadArticle(t.Context(), a, ""); err != nil {
			t.Fatal(err)
		}
	}
	want, _ := meetings(e.Store)
	if got, _ := meetings(other.Store); len(got) != len(want) || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("meetings %v, want %v", got, want)
	}
}
