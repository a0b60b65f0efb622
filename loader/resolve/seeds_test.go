package resolve_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/article"
	"github.com/whomet/whomet/loader/clean"
	"github.com/whomet/whomet/loader/extract"
	"github.com/whomet/whomet/loader/nlp/model/modeltest"
	"github.com/whomet/whomet/loader/resolve"
)

// shared returns the folder of the labelled material, and skips where it is
// not beside the repository.
func shared(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("WHOMET_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "gold", "seeds-graph.json")); err != nil {
		t.Skip("the labelled material is not here; set WHOMET_SHARED to its folder")
	}
	return dir
}

// expected is what the graph over the seeds must hold.
type expected struct {
	One []struct {
		Kind     graph.NodeKind
		Name     string
		Articles []string
	}
	Apart []struct{ A, B string }
	// Counts of nodes: PERSON and meetings are complete.
	Counts struct {
		Person   int `json:"PERSON"`
		Meetings int
	}
	Meetings []struct {
		Key            string
		Articles       []string
		Participants   []string
		Status         graph.OccurrenceStatus
		Place          string
		PlaceMayBeNull bool
	}
	Events []struct {
		Key          string
		Type         graph.EventType
		Articles     []string
		Participants []struct {
			Name string
			Role graph.Role
		}
		Date  *string
		Place *string
	}
}

func readJSON(t *testing.T, path string, v any) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

// seeds is the graph over the seeds, ready to be asked.
type seeds struct {
	t        *testing.T
	store    graph.Store
	entities []graph.Entity
}

func newSeeds(t *testing.T, s graph.Store) seeds {
	t.Helper()
	got, err := s.Entities(context.Background(), graph.EntityQuery{Kinds: graph.EntityKinds, Page: graph.Page{Limit: 1000}})
	if err != nil {
		t.Fatal(err)
	}
	out := seeds{t: t, store: s}
	for _, e := range got[""].Items {
		out.entities = append(out.entities, e.Entity)
	}
	return out
}

// named returns the entities that bear the name: as their name if there are
// such, else as another name.
func (s seeds) named(name string, kind graph.NodeKind) []graph.Entity {
	var first, other []graph.Entity
	for _, e := range s.entities {
		switch {
		case kind != "" && e.Kind != kind:
		case terms.Same(e.Name, name):
			first = append(first, e)
		case slices.ContainsFunc(e.Aliases, func(a string) bool { return terms.Same(a, name) }):
			other = append(other, e)
		}
	}
	if len(first) > 0 {
		return first
	}
	return other
}

// called tells whether the node bears the name.
func (s seeds) called(id graph.ID, name string) bool {
	return slices.ContainsFunc(s.named(name, ""), func(e graph.Entity) bool { return e.ID == id })
}

// articlesOf returns the files, without ending, whose articles name the
// entity or report the occurrence.
func (s seeds) articlesOf(id graph.ID, anchor graph.Anchor) []string {
	s.t.Helper()
	ctx := context.Background()
	ids := map[graph.ID]bool{}
	if anchor == graph.AnchorOccurrence {
		got, err := s.store.Reports(ctx, graph.ReportQuery{Anchor: anchor, Anchors: []graph.ID{id}, Page: graph.Page{Limit: 100}})
		if err != nil {
			s.t.Fatal(err)
		}
		for _, r := range got[id].Items {
			ids[r.Report.Article] = true
		}
	} else {
		got, err := s.store.Articles(ctx, graph.ArticleQuery{Anchor: anchor, Anchors: []graph.ID{id}, Page: graph.Page{Limit: 100}})
		if err != nil {
			s.t.Fatal(err)
		}
		for _, a := range got[id].Items {
			ids[a.ID] = true
		}
	}
	var all []graph.ID
	for id := range ids {
		all = append(all, id)
	}
	nodes, err := s.store.Nodes(ctx, all)
	if err != nil {
		s.t.Fatal(err)
	}
	var out []string
	for _, n := range nodes {
		out = append(out, strings.TrimSuffix(filepath.Base(n.Article.Path), ".txt"))
	}
	slices.Sort(out)
	return out
}

func (s seeds) occurrences(kind graph.NodeKind) []graph.Occurrence {
	s.t.Helper()
	got, err := s.store.Occurrences(context.Background(), graph.OccurrenceQuery{Kind: kind, Page: graph.Page{Limit: 1000}})
	if err != nil {
		s.t.Fatal(err)
	}
	return got[""].Items
}

func (s seeds) label(id graph.ID) string {
	for _, e := range s.entities {
		if e.ID == id {
			return e.Name
		}
	}
	return string(id)
}

// compare reports where the graph is not as expected.
func (s seeds) compare(want expected) {
	t := s.t
	fail := func(check, format string, args ...any) {
		t.Helper()
		t.Errorf(format+" [%s]", append(args, check)...)
	}
	for _, w := range want.One {
		got := s.named(w.Name, w.Kind)
		if len(got) != 1 {
			fail(w.Name, "%d nodes are named %s, want one", len(got), w.Name)
			continue
		}
		in := s.articlesOf(got[0].ID, graph.AnchorEntity)
		for _, a := range w.Articles {
			if !slices.Contains(in, a) {
				fail(w.Name+" articles", "%s is named in %v, want %v", w.Name, in, w.Articles)
				break
			}
		}
	}
	for _, w := range want.Apart {
		for _, a := range s.named(w.A, "") {
			for _, b := range s.named(w.B, "") {
				if a.ID == b.ID {
					fail(w.A+" apart", "%s and %s are one node, named %s", w.A, w.B, a.Name)
				}
			}
		}
	}
	var people []string
	for _, e := range s.entities {
		if e.Kind == graph.KindPerson {
			people = append(people, e.Name)
		}
	}
	if len(people) != want.Counts.Person {
		fail("people", "%d people, want %d: %q", len(people), want.Counts.Person, people)
	}
	meetings := s.occurrences(graph.KindMeeting)
	if len(meetings) != want.Counts.Meetings {
		fail("meetings", "%d meetings, want %d", len(meetings), want.Counts.Meetings)
	}
	for _, w := range want.Meetings {
		var found []graph.Occurrence
		for _, m := range meetings {
			all := len(m.Participants) == len(w.Participants)
			for _, p := range w.Participants {
				all = all && slices.ContainsFunc(m.Participants, func(q graph.Participation) bool { return s.called(q.Entity, p) })
			}
			if all {
				found = append(found, m)
			}
		}
		if len(found) != 1 {
			fail(w.Key, "%d meetings of %q, want one", len(found), w.Participants)
			continue
		}
		m := found[0]
		if m.Status != w.Status {
			fail(w.Key+" status", "%s is %s, want %s", m.Summary, m.Status, w.Status)
		}
		if !(m.Place == "" && w.PlaceMayBeNull) && !s.called(m.Place, w.Place) {
			fail(w.Key+" place", "%s was at %q, want %s", m.Summary, s.label(m.Place), w.Place)
		}
		if in := s.articlesOf(m.ID, graph.AnchorOccurrence); !slices.Equal(in, w.Articles) {
			fail(w.Key+" articles", "%s is reported in %v, want %v", m.Summary, in, w.Articles)
		}
	}
	events := s.occurrences(graph.KindEvent)
	for _, w := range want.Events {
		var found []graph.Occurrence
		for _, e := range events {
			if e.Type != w.Type {
				continue
			}
			all := true
			for _, p := range w.Participants {
				all = all && slices.ContainsFunc(e.Participants, func(q graph.Participation) bool { return q.Role == p.Role && s.called(q.Entity, p.Name) })
			}
			if all {
				found = append(found, e)
			}
		}
		if len(found) != 1 {
			fail(w.Key, "%d events are like %s, want one", len(found), w.Key)
			continue
		}
		e := found[0]
		for _, q := range e.Participants {
			if !slices.ContainsFunc(w.Participants, func(p struct {
				Name string
				Role graph.Role
			}) bool {
				return s.called(q.Entity, p.Name)
			}) && len(w.Participants) > 1 {
				fail(w.Key+" participants", "%s: %s is %s, which nobody expects", w.Key, s.label(q.Entity), q.Role)
			}
		}
		switch {
		case w.Date != nil && e.Date.First() != graph.PartialDate(*w.Date).First():
			fail(w.Key+" date", "%s was on %+v, want %s", w.Key, e.Date, *w.Date)
		case w.Date == nil && e.Date != nil && e.Date.Start != "":
			fail(w.Key+" date", "%s was on %+v, which no article says", w.Key, e.Date)
		}
		switch {
		case w.Place != nil && !s.called(e.Place, *w.Place):
			fail(w.Key+" place", "%s was at %q, want %s", w.Key, s.label(e.Place), *w.Place)
		case w.Place == nil && e.Place != "":
			fail(w.Key+" place", "%s was at %q, which no article says", w.Key, s.label(e.Place))
		}
		if in := s.articlesOf(e.ID, graph.AnchorOccurrence); !slices.Equal(in, w.Articles) {
			fail(w.Key+" articles", "%s is reported in %v, want %v", w.Key, in, w.Articles)
		}
	}
	if t.Failed() {
		for _, o := range append(meetings, events...) {
			t.Logf("%s %s%s: %s, %+v, in %v", o.Kind, o.Type, o.Mode, o.Summary, o.Date, s.articlesOf(o.ID, graph.AnchorOccurrence))
		}
	}
}

// label is one line of the labelled seeds.
type label struct {
	File, Title, Source string
	PublishedAt         *string
	Entities            []struct {
		Kind      graph.NodeKind
		Name      string
		Also      []string
		Positions []struct {
			Title string
			Of    *string
		}
	}
	Meetings, Events []struct {
		Optional     bool
		Type         graph.EventType
		Mode         graph.MeetingMode
		Status       graph.OccurrenceStatus
		Participants []struct {
			Name string
			Role graph.Role
		}
		Date  *extract.Date
		Place *string
		Quote string
	}
}

// result turns a label into what a perfect extractor would say.
func (l label) result(t *testing.T, text string) extract.Result {
	t.Helper()
	res := extract.Result{Article: extract.Article{ID: graph.NewID("article", l.File), Path: l.File, Title: &l.Title, PublishedAt: l.PublishedAt, Language: "en", Text: text}}
	runes := []rune(text)
	ids := map[string]string{}
	at := func(s string, from int) int {
		i := strings.Index(string(runes[from:]), s)
		if i < 0 {
			return -1
		}
		return from + len([]rune(string(runes[from:])[:i]))
	}
	taken := make([]bool, len(runes))
	for i, e := range l.Entities {
		ids[e.Name] = fmt.Sprintf("e%d", i+1)
		x := extract.Entity{ID: ids[e.Name], Kind: e.Kind, Name: e.Name, Aliases: e.Also}
		forms := append([]string{e.Name}, e.Also...)
		slices.SortFunc(forms, func(a, b string) int { return len(b) - len(a) })
		for _, f := range forms {
			n := len([]rune(f))
			for j := at(f, 0); j >= 0; j = at(f, j+n) {
				if slices.Contains(taken[j:j+n], true) {
					continue
				}
				for k := j; k < j+n; k++ {
					taken[k] = true
				}
				x.Mentions = append(x.Mentions, extract.Mention{Start: j, End: j + n, Text: f, Sentence: sentence(runes, j)})
			}
		}
		if len(x.Mentions) == 0 { // told by words that are no name
			x.Mentions = []extract.Mention{{Start: i, End: i + 1, Text: string(runes[i : i+1])}}
		}
		slices.SortFunc(x.Mentions, func(a, b extract.Mention) int { return a.Start - b.Start })
		res.Entities = append(res.Entities, x)
	}
	for i, e := range l.Entities {
		for _, p := range e.Positions {
			pos := extract.Position{Title: p.Title, OfText: p.Of}
			if p.Of != nil {
				if id, ok := ids[*p.Of]; ok {
					pos.Of = &id
				}
			}
			res.Entities[i].Positions = append(res.Entities[i].Positions, pos)
		}
	}
	for i, m := range append(slices.Clone(l.Meetings), l.Events...) {
		if m.Optional {
			continue
		}
		o := extract.Occurrence{ID: fmt.Sprintf("o%d", i), Status: m.Status, Confidence: 0.9, Date: m.Date}
		if o.Status == "" {
			o.Status = graph.StatusHeld
		}
		for _, p := range m.Participants {
			o.Participants = append(o.Participants, extract.Participant{Entity: ids[p.Name], Role: p.Role})
		}
		if m.Place != nil {
			id := ids[*m.Place]
			o.Place = &id
		}
		start := at(m.Quote, 0)
		if start < 0 {
			t.Fatalf("%s does not say %q", l.File, m.Quote)
		}
		o.Evidence = []extract.Quote{{Start: start, End: start + len([]rune(m.Quote)), Quote: m.Quote}}
		if i < len(l.Meetings) {
			res.Meetings = append(res.Meetings, extract.Meeting{Occurrence: o, Mode: m.Mode})
		} else {
			res.Events = append(res.Events, extract.Event{Occurrence: o, Type: m.Type})
		}
	}
	return res
}

func sentence(text []rune, at int) graph.Span {
	start, end := at, at
	for start > 0 && text[start-1] != '.' && text[start-1] != '\n' {
		start--
	}
	for end < len(text) && text[end] != '.' && text[end] != '\n' {
		end++
	}
	return graph.Span{Start: start, End: end}
}

// What a perfect extractor reads in the seeds gives the expected graph.
func TestSeedsAsLabelled(t *testing.T) {
	dir := shared(t)
	var want expected
	readJSON(t, filepath.Join(dir, "gold", "seeds-graph.json"), &want)
	lines, err := os.ReadFile(filepath.Join(dir, "gold", "seeds.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var claims []graph.Claims
	for line := range bytes.Lines(lines) {
		var l label
		if err := json.Unmarshal(line, &l); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(filepath.Join(dir, "articles", "seeds", l.File))
		if err != nil {
			t.Fatal(err)
		}
		c, err := resolve.Claims(l.result(t, string(text)), "labels", time.Now())
		if err != nil {
			t.Fatal(err)
		}
		claims = append(claims, c)
	}
	onBothStores(t, func(t *testing.T, s graph.Store) { newSeeds(t, put(t, s, claims)).compare(want) })
}

// What whomet reads in the seeds gives the expected graph.
func TestSeeds(t *testing.T) {
	dir := shared(t)
	var want expected
	readJSON(t, filepath.Join(dir, "gold", "seeds-graph.json"), &want)
	claims := readSeeds(t, dir)
	onBothStores(t, func(t *testing.T, s graph.Store) { newSeeds(t, put(t, s, claims)).compare(want) })
}

// readSeeds returns the claims of the seeds as whomet reads them; it skips the
// test where the language model is not installed.
func readSeeds(t *testing.T, dir string) []graph.Claims {
	t.Helper()
	pipeline := modeltest.Load(t)
	var claims []graph.Claims
	for raw, err := range article.Read(context.Background(), []string{filepath.Join(dir, "articles", "seeds")}, nil) {
		if err != nil {
			t.Fatal(err)
		}
		page, err := clean.Article(raw)
		if err != nil {
			t.Fatal(err)
		}
		res := extract.Read(pipeline.Parse(page.Text, extract.SentenceStarts(page.Text)...), extract.Meta{Path: raw.Path, URL: page.URL, Title: page.Title,
			Source: page.Source, PublishedAt: graph.PartialDate(page.PublishedAt), Language: page.Language})
		c, err := resolve.Claims(res, extract.Version, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		claims = append(claims, c)
	}
	return claims
}

// put writes the claims to the store, one article at a time.
func put(t *testing.T, s graph.Store, claims []graph.Claims) graph.Store {
	t.Helper()
	for _, c := range claims {
		if err := s.Update(context.Background(), func(tx graph.Tx) error {
			_, err := resolve.Add(context.Background(), tx, []graph.Claims{c})
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	return s
}
