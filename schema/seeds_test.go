package schema_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader"
	"github.com/whomet/whomet/loader/nlp/model/modeltest"
	"github.com/whomet/whomet/schema"
)

// TestSeeds loads the labelled seed articles into each store and asks what
// the labels ask: the documents are in testdata/seeds. The stores must answer
// alike to the byte.
func TestSeeds(t *testing.T) {
	dir := shared(t)
	var gold seedGraph
	decode(t, []byte(read(t, filepath.Join(dir, "gold", "seeds-graph.json"))), &gold)
	pipeline := modeltest.Load(t)
	answers := map[string]string{}
	onEachStore(t, func(t *testing.T, store graph.Store, _ func() int) {
		articles := filepath.Join(dir, "articles", "seeds")
		_, err := loader.Load(t.Context(), loader.Input{Paths: []string{articles}}, loader.Options{Store: store, Extractor: loader.Rules{Pipeline: pipeline}, Workers: 2})
		if err != nil {
			t.Fatal(err)
		}
		s := seeds{api: api(store), gold: gold, articles: articles, answers: answers}
		t.Run("identity", s.identity)
		for _, q := range gold.Questions {
			t.Run(q.ID, func(t *testing.T) { s.question(t, q.ID, q.Answer) })
		}
	})
}

// seedGraph is what the labels say of the graph.
type seedGraph struct {
	One []struct {
		Kind, Name string
		Articles   []string
	}
	Apart    []struct{ A, B string }
	Counts   map[string]any
	Meetings []struct {
		Key          string
		Participants []string
	}
	Events []struct {
		Key, Type    string
		Participants []struct {
			Name, Role string
			Articles   []string
		}
	}
	Questions []struct {
		ID     string
		Answer map[string]json.RawMessage
	}
}

// seeds asks a store that holds the seed articles.
type seeds struct {
	api      *schema.API
	gold     seedGraph
	articles string
	// answers are those of the store that was asked before, by document.
	answers map[string]string
}

// fields tells, for each question, where in the data of its document each
// field of the answer stands.
var fields = map[string]map[string]string{
	"q01": {"people": "person.met.nodes.entity", "meetings": "person.meetings.nodes", "places": "person.meetings.nodes.place"},
	"q02": {"meetings": "meetings.nodes"},
	"q04": {"people": "person.met.nodes.entity", "meetings": "person.meetings.nodes", "articles": "person.meetings.nodes.reports.nodes.article"},
	"q05": {"people": "person.met.nodes.entity", "organizations": "person.met.nodes.entity", "meetings": "person.meetings.nodes"},
	"q06": {"events": "events.nodes", "places": "events.nodes.place", "agents": "events.nodes.participants", "patients": "events.nodes.participants",
		"articles": "events.nodes.reports.nodes.article"},
	"q07": {"meetings": "meetings.nodes"},
	"q08": {"people": "person.met.nodes.entity", "meetings": "person.meetings.nodes"},
	"q09": {"events": "events.nodes", "places": "events.nodes.place", "articles": "events.nodes.reports.nodes.article"},
	"q10": {"meetings": "meetings.nodes", "people": "meetings.nodes.participants.entity"},
	"q11": {"meetings": "meetings.nodes"},
	"q14": {"events": "person.events.nodes", "organizations": "person.events.nodes.participants.entity", "people": "person.met.nodes.entity", "meetings": "person.meetings.nodes"},
	"q15": {"meetings": "meetings.nodes"},
}

// special are questions, or parts of them, with an answer of their own form.
var special = map[string]func(seeds, *testing.T, map[string]json.RawMessage, any){
	"q01": seeds.topics,
	"q03": seeds.path,
	"q04": seeds.position,
	"q06": seeds.day,
	"q12": seeds.pairs,
	"q13": seeds.both,
}

func (s seeds) question(t *testing.T, id string, answer map[string]json.RawMessage) {
	vars := map[string]any{}
	if ends := "testdata/seeds/" + id + "-ends.graphql"; exists(ends) {
		for name, v := range s.ask(t, ends, nil).(map[string]any) {
			vars[name] = text(v, "id")
		}
	}
	data := s.ask(t, "testdata/seeds/"+id+".graphql", vars)
	if fields[id] == nil && special[id] == nil {
		t.Fatal("nothing is known of how to check this question")
	}
	var may []string
	if fields[id] != nil {
		may = list(t, answer["alsoRight"])
	}
	for field, path := range fields[id] {
		got := s.names(t, field, find(data, path))
		want := list(t, answer[field])
		for _, w := range want {
			if !slices.ContainsFunc(got, func(g string) bool { return same(g, w) }) {
				t.Errorf("%s has not %q: %q", field, w, got)
			}
		}
		for _, g := range got {
			if !slices.ContainsFunc(append(want, may...), func(w string) bool { return same(g, w) }) {
				t.Errorf("%s has %q, which is not right", field, g)
			}
		}
	}
	if check := special[id]; check != nil {
		check(s, t, answer, data)
	}
}

// names returns what stands for objects in the labels: keys of meetings and
// events, file names of articles, names of entities of the field's kind.
func (s seeds) names(t *testing.T, field string, objects []any) []string {
	var out []string
	for _, o := range objects {
		kind := text(o, "__typename")
		switch field {
		case "meetings":
			key := s.meeting(o)
			if slices.Contains(out, key) {
				t.Errorf("%s is there twice", key)
			}
			out = append(out, key)
			continue
		case "events":
			key := s.event(o)
			if slices.Contains(out, key) {
				t.Errorf("%s is there twice", key)
			}
			out = append(out, key)
			continue
		case "articles":
			out = append(out, s.file(t, text(o, "title")))
			continue
		case "people":
			if kind != "Person" {
				continue
			}
		case "organizations":
			if kind != "Organization" {
				continue
			}
		case "agents", "patients":
			if !strings.EqualFold(text(o, "role")+"S", field) {
				continue
			}
			o = o.(map[string]any)["entity"]
		case "places":
			// Who is at an airport of a city is in the city.
			for at := o; at != nil; at = at.(map[string]any)["within"] {
				if name := text(at, "name"); s.isPlace(name) {
					o = at
					break
				}
			}
		}
		out = append(out, text(o, "name"))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// isPlace tells whether the labels know a place by this name.
func (s seeds) isPlace(name string) bool {
	for _, e := range s.gold.One {
		if e.Kind == "PLACE" && e.Name == name {
			return true
		}
	}
	return false
}

// meeting returns the key of the meeting with just these participants.
func (s seeds) meeting(o any) string {
	who := find(o, "participants.entity")
	for _, m := range s.gold.Meetings {
		if len(m.Participants) == len(who) && !slices.ContainsFunc(m.Participants, func(p string) bool {
			return !slices.ContainsFunc(who, func(e any) bool { return bears(e, p) })
		}) {
			return m.Key
		}
	}
	return fmt.Sprint("? ", texts(who, "name"))
}

// event returns the key of the event of the type in which those took part in
// their roles.
func (s seeds) event(o any) string {
	who := find(o, "participants")
	for _, e := range s.gold.Events {
		if e.Type != text(o, "type") {
			continue
		}
		all := true
		for _, p := range e.Participants {
			all = all && slices.ContainsFunc(who, func(w any) bool {
				return text(w, "role") == p.Role && bears(w.(map[string]any)["entity"], p.Name)
			})
		}
		if all {
			return e.Key
		}
	}
	return fmt.Sprint("? ", text(o, "type"), texts(find(o, "participants.entity"), "name"))
}

// file returns the name, without its ending, of the article with the title.
func (s seeds) file(t *testing.T, title string) string {
	files, err := filepath.Glob(filepath.Join(s.articles, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if title != "" && strings.Contains(read(t, f), title) {
			return strings.TrimSuffix(filepath.Base(f), ".txt")
		}
	}
	return fmt.Sprintf("? %q", title)
}

// topics checks q01: what each meeting was about, in other words as well.
func (s seeds) topics(t *testing.T, answer map[string]json.RawMessage, data any) {
	var want map[string][]string
	decode(t, answer["topics"], &want)
	for _, m := range find(data, "person.meetings.nodes") {
		key := s.meeting(m)
		topics := find(m, "topics")
		if len(want[key]) == 0 && len(topics) > 0 {
			t.Errorf("%s was about %q, want nothing", key, texts(topics, "name"))
		}
		for _, w := range want[key] {
			if !slices.ContainsFunc(topics, func(topic any) bool { return speaks(fmt.Sprint(topic), w) }) {
				t.Errorf("%s was not about %q: %q", key, w, texts(topics, "name"))
			}
		}
	}
}

// speaks tells whether at least half of the words of a subject stand in a
// text, the little ones aside.
func speaks(in, subject string) bool {
	words := terms.Words(in)
	var wanted, found int
	for _, w := range terms.Words(subject) {
		if len(w) > 3 {
			wanted++
			if slices.Contains(words, w) {
				found++
			}
		}
	}
	return 2*found >= wanted
}

// path checks q03: who stand in the chain, and by which meetings.
func (s seeds) path(t *testing.T, answer map[string]json.RawMessage, data any) {
	keys := map[string]string{}
	for _, m := range find(data, "meetings.nodes") {
		keys[text(m, "summary")] = s.meeting(m)
	}
	var got [][]string
	for _, p := range find(data, "paths.paths") {
		people, edges := texts(find(p, "nodes"), "label"), texts(find(p, "edges"), "label")
		chain := people[:1]
		for i, e := range edges {
			chain = append(chain[:len(chain):len(chain)], keys[e], people[i+1])
		}
		got = append(got, chain)
	}
	want := list(t, answer["path"])
	if len(got) != 1 || !slices.EqualFunc(got[0], want, same) {
		t.Errorf("got %q, want only %q", got, want)
	}
	var steps float64
	decode(t, answer["steps"], &steps)
	if hops := data.(map[string]any)["paths"].(map[string]any)["hops"]; hops != steps {
		t.Errorf("%v hops, want %v", hops, steps)
	}
}

// position checks q04: the office.
func (s seeds) position(t *testing.T, answer map[string]json.RawMessage, data any) {
	var want struct{ Title, Of string }
	decode(t, answer["position"], &want)
	for _, p := range find(data, "person.positions") {
		if same(text(p, "title"), want.Title) && same(text(p.(map[string]any)["of"], "name"), want.Of) {
			return
		}
	}
	t.Errorf("positions are %v, want %v", find(data, "person.positions"), want)
}

// day checks q06: the date.
func (s seeds) day(t *testing.T, answer map[string]json.RawMessage, data any) {
	var want string
	decode(t, answer["date"], &want)
	if got := texts(find(data, "events.nodes.date"), "start"); !slices.Equal(got, []string{want}) {
		t.Errorf("dates are %q, want %s", got, want)
	}
}

// pairs checks q12: who hosted whom.
func (s seeds) pairs(t *testing.T, answer map[string]json.RawMessage, data any) {
	var want, may [][2]string
	decode(t, answer["pairs"], &want)
	decode(t, answer["alsoRight"], &may)
	var got [][2]string
	for _, m := range find(data, "meetings.nodes") {
		for _, host := range find(m, "participants") {
			for _, visitor := range find(m, "participants") {
				iraqi := slices.ContainsFunc(texts(find(visitor, "entity.positions.of"), "name"), func(of string) bool { return strings.HasPrefix(of, "Iraq") })
				if text(host, "role") == "HOST" && text(visitor, "role") == "VISITOR" && iraqi {
					got = append(got, [2]string{text(find(host, "entity")[0], "name"), text(find(visitor, "entity")[0], "name")})
				}
			}
		}
	}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("%q is missing in %q", w, got)
		}
	}
	for _, g := range got {
		if !slices.Contains(append(want, may...), g) {
			t.Errorf("%q is not right", g)
		}
	}
}

// both checks q13: whom two have met.
func (s seeds) both(t *testing.T, answer map[string]json.RawMessage, data any) {
	b := texts(find(data, "b.met.nodes.entity"), "name")
	var got []string
	for _, e := range find(data, "a.met.nodes.entity") {
		if name := text(e, "name"); text(e, "__typename") == "Person" && slices.Contains(b, name) {
			got = append(got, name)
		}
	}
	if want := list(t, answer["people"]); !slices.EqualFunc(got, want, same) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// identity checks who is one and who is not.
func (s seeds) identity(t *testing.T) {
	const doc = `query($name: String!) {
		PERSON: person(name: $name) { ...e } ORGANIZATION: organization(name: $name) { ...e } PLACE: place(name: $name) { ...e }
	} fragment e on Entity { id name aliases articles { nodes { title } } }`
	byName := func(name string) map[string]any {
		r := s.api.Execute(t.Context(), schema.Request{Query: doc, Variables: map[string]any{"name": name}})
		var data map[string]any
		decode(t, r.Data, &data)
		return data
	}
	for _, one := range s.gold.One {
		e := byName(one.Name)[one.Kind]
		if !bears(e, one.Name) {
			t.Errorf("no %s is named %s", one.Kind, one.Name)
			continue
		}
		files := s.names(t, "articles", find(e, "articles.nodes"))
		for _, a := range one.Articles {
			if !slices.Contains(files, a) {
				t.Errorf("%s is not linked to article %s: %q", one.Name, a, files)
			}
		}
	}
	for _, pair := range s.gold.Apart {
		a, b := byName(pair.A), byName(pair.B)
		for kind := range a {
			if a[kind] != nil && b[kind] != nil && bears(a[kind], pair.A) && bears(b[kind], pair.B) && text(a[kind], "id") == text(b[kind], "id") {
				t.Errorf("%s and %s are one", pair.A, pair.B)
			}
		}
	}
	var stats struct {
		Stats struct{ People, Meetings float64 }
	}
	decode(t, s.api.Execute(t.Context(), schema.Request{Query: `{stats{people meetings}}`}).Data, &stats)
	if got := stats.Stats; got.People != s.gold.Counts["PERSON"] || got.Meetings != s.gold.Counts["meetings"] {
		t.Errorf("%v people and meetings, want %v", got, s.gold.Counts)
	}
}

func (s seeds) ask(t *testing.T, file string, vars map[string]any) any {
	t.Helper()
	r := s.api.Execute(t.Context(), schema.Request{Query: read(t, file), Variables: vars})
	if len(r.Errors) > 0 {
		t.Fatal(r.Errors)
	}
	if before, ok := s.answers[file]; ok && before != string(r.Data) {
		t.Errorf("the stores answer %s otherwise:\n%s\n%s", file, before, r.Data)
	}
	s.answers[file] = string(r.Data)
	var data any
	decode(t, r.Data, &data)
	return data
}

// find returns what stands at a dotted path, through lists; nothing for null.
func find(v any, path string) []any {
	if list, ok := v.([]any); ok {
		var out []any
		for _, item := range list {
			out = append(out, find(item, path)...)
		}
		return out
	}
	if v == nil {
		return nil
	}
	if path == "" {
		return []any{v}
	}
	head, rest, _ := strings.Cut(path, ".")
	object, _ := v.(map[string]any)
	return find(object[head], rest)
}

func text(v any, field string) string {
	object, _ := v.(map[string]any)
	s, _ := object[field].(string)
	return s
}

func texts(vs []any, field string) []string {
	var out []string
	for _, v := range vs {
		out = append(out, text(v, field))
	}
	return out
}

// bears tells whether an entity goes by the name.
func bears(e any, name string) bool {
	return e != nil && (same(text(e, "name"), name) || slices.ContainsFunc(find(e, "aliases"), func(a any) bool { return same(fmt.Sprint(a), name) }))
}

func same(a, b string) bool { return terms.Same(a, b) }

func list(t *testing.T, raw json.RawMessage) []string {
	t.Helper()
	if raw == nil {
		return nil
	}
	var out []string
	decode(t, raw, &out)
	return out
}

func decode(t *testing.T, b []byte, v any) {
	t.Helper()
	if b == nil {
		return
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatalf("%v in %.200s", err, b)
	}
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}
