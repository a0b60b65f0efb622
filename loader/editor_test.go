package loader_test

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/sqlite"
	"github.com/whomet/whomet/loader"
	"github.com/whomet/whomet/loader/extract"
)

// caller is an extractor that takes each line of a text for a person's name.
type caller struct{}

func (caller) Version() string { return "caller/1" }

func (caller) Extract(_ context.Context, text string, meta extract.Meta) (extract.Result, error) {
	res := extract.Result{Article: extract.Article{ID: meta.ArticleID(text), Path: meta.Path, Text: text, Language: "en"}}
	at := 0
	for line := range strings.Lines(text) {
		if name := strings.TrimSpace(line); name != "" {
			res.Entities = append(res.Entities, extract.Entity{ID: name, Kind: graph.KindPerson, Name: name,
				Mentions: []extract.Mention{{Start: at, End: at + len(name), Text: name, Sentence: graph.Span{Start: at, End: at + len(name)}}}})
		}
		at += len(line)
	}
	return res, nil
}

func newEditor(t *testing.T) *loader.Editor {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return &loader.Editor{Store: s, Extractor: func() (loader.Extractor, error) { return caller{}, nil },
		Now: func() time.Time { return time.Date(2024, 5, 1, 12, 0, 0, 0, time.UTC) }}
}

// text is long enough English for the cleaner to take it for an article; its
// paragraphs are what caller reads.
const text = "Ann Lee of the town council spoke for an hour about the new bridge over the river.\n\nBea Roe of the harbour board said that it would be built before the end of the year."

func TestEditor(t *testing.T) {
	e := newEditor(t)
	loaded, err := e.LoadArticle(t.Context(), graph.Article{Text: text, URL: "https://news.example/bridge", Title: "A bridge", PublishedAt: "2024-05-01"}, "")
	if err != nil {
		t.Fatal(err)
	}
	if loaded.Already || loaded.Counts[graph.KindPerson] != 2 || loaded.Counts[graph.KindMeeting] != 0 {
		t.Errorf("loaded: %+v", loaded)
	}
	again, err := e.LoadArticle(t.Context(), graph.Article{Text: text, URL: "https://news.example/bridge", Title: "A bridge", PublishedAt: "2024-05-01"}, "")
	if err != nil || !again.Already || again.Article != loaded.Article || again.Counts[graph.KindPerson] != 2 {
		t.Errorf("loaded again: %+v, %v", again, err)
	}
	people, err := e.Store.Entities(t.Context(), graph.EntityQuery{Order: []graph.Order{{By: graph.OrderName}}, Page: graph.Page{Limit: 9}})
	if err != nil || len(people[""].Items) != 2 {
		t.Fatalf("people: %+v, %v", people, err)
	}
	ann, bea := people[""].Items[0].Entity.ID, people[""].Items[1].Entity.ID

	// The same instant, twice: the later word stands all the same.
	for _, v := range []graph.Verdict{graph.VerdictSame, graph.VerdictDifferent, graph.VerdictSame, graph.VerdictUndecided, graph.VerdictSame} {
		j, err := e.Judge(t.Context(), bea, ann, v, " a reason ", " ben ")
		if err != nil || j.By != "ben" || j.Reason != "a reason" || j.A != min(ann, bea) {
			t.Fatalf("judged: %+v, %v", j, err)
		}
		nodes, err := e.Store.Nodes(t.Context(), []graph.ID{ann, bea, j.ID})
		if err != nil {
			t.Fatal(err)
		}
		if one := nodes[ann].ID() == nodes[bea].ID(); one != (v == graph.VerdictSame) || nodes[j.ID].Judgement == nil {
			t.Errorf("after %s they are one: %v", v, one)
		}
	}
	if err := e.Rename(t.Context(), bea, "The Bridge Builder", "ben"); err != nil {
		t.Fatal(err)
	}
	nodes, err := e.Store.Nodes(t.Context(), []graph.ID{ann})
	if err != nil || nodes[ann].Entity.Name != "The Bridge Builder" {
		t.Errorf("renamed: %+v, %v", nodes[ann], err)
	}

	for what, err := range map[string]error{
		"one":          second(e.Judge(t.Context(), ann, ann, graph.VerdictSame, "", "ben")),
		"nothing":      second(e.Judge(t.Context(), ann, "", graph.VerdictSame, "", "ben")),
		"no verdict":   second(e.Judge(t.Context(), ann, bea, "MAYBE", "", "ben")),
		"a name":       second(e.Judge(t.Context(), ann, bea, graph.VerdictCalled, "", "ben")),
		"nobody":       second(e.Judge(t.Context(), ann, bea, graph.VerdictSame, "", " ")),
		"the rules":    second(e.Judge(t.Context(), ann, bea, graph.VerdictSame, "", graph.ByRules)),
		"an article":   second(e.Judge(t.Context(), ann, loaded.Article, graph.VerdictSame, "", "ben")),
		"stranger":     second(e.Judge(t.Context(), ann, "stranger", graph.VerdictSame, "", "ben")),
		"two lines":    e.Rename(t.Context(), ann, "Ann\nLee", "ben"),
		"bytes":        e.Rename(t.Context(), ann, "Ann \xff", "ben"),
		"long":         e.Rename(t.Context(), ann, strings.Repeat("Ann", 200), "ben"),
		"not there":    e.RemoveArticle(t.Context(), ann),
		"neither":      second(e.LoadArticle(t.Context(), graph.Article{}, " ")),
		"both":         second(e.LoadArticle(t.Context(), graph.Article{Text: text}, "<p>")),
		"not English":  second(e.LoadArticle(t.Context(), graph.Article{Text: "Der Minister traf am Montag in Wien ein und sprach mit dem Kanzler über den Haushalt des nächsten Jahres."}, "")),
		"not by path":  second(e.Articles(t.Context(), "nowhere.txt")),
		"not by a URL": second(e.Articles(t.Context(), "https://news.example/tunnel")),
	} {
		var refused *graph.Refusal
		if !errors.As(err, &refused) || refused.Reason == "" {
			t.Errorf("%s: %v", what, err)
		} else if missing := what == "stranger" || strings.HasPrefix(what, "not ") && what != "not English"; errors.Is(err, graph.ErrNotFound) != missing {
			t.Errorf("%s: %q is not found: %v", what, err, !missing)
		}
	}

	// Another store, told first: the file brings the same.
	var file, back bytes.Buffer
	if err := e.WriteJudgements(t.Context(), &file); err != nil {
		t.Fatal(err)
	}
	other := newEditor(t)
	for range 2 {
		read, bad, err := other.ReadJudgements(t.Context(), "f", strings.NewReader("\n"+file.String()+"{\n"+strings.Repeat("x", 70_000)+"\n\xff\n"))
		if err != nil || read != 6 || len(bad) != 3 || bad[0].Line != 8 || bad[1].Line != 9 || bad[2].Line != 10 {
			t.Errorf("read %d, %v, %v", read, bad, err)
		}
	}
	if err := other.WriteJudgements(t.Context(), &back); err != nil || back.String() != file.String() {
		t.Errorf("%v; read and written:\n%swritten:\n%s", err, &back, &file)
	}

	for _, named := range []string{"https://news.example/bridge", string(loaded.Article), "-"} {
		if ids, err := e.Articles(t.Context(), named); err != nil || len(ids) != 1 || ids[0] != loaded.Article {
			t.Errorf("%s names %v, %v", named, ids, err)
		}
	}
	if err := e.RemoveArticle(t.Context(), loaded.Article); err != nil {
		t.Error(err)
	}
	if stats, err := e.Store.Stats(t.Context()); err != nil || stats.Articles+stats.People != 0 {
		t.Errorf("left: %+v, %v", stats, err)
	}
}

// second returns the error of a call that returns two values.
func second[T any](_ T, err error) error { return err }
