package graphtest

import (
	"context"
	"encoding/json"
	"reflect"
	"strings"

	"github.com/whomet/whomet/graph"
)

func testNodes(f fixture) {
	f.run("of every kind, in full", func(f fixture) {
		var ids []graph.ID
		want := map[graph.ID]graph.Node{}
		for _, n := range f.sample.counted() {
			ids, want[n.ID()] = append(ids, n.ID()), n
		}
		got := ask(f, f.store.Nodes, append(ids, "nothing", ""))
		if len(got) != len(want) {
			f.Errorf("%d nodes, want %d", len(got), len(want))
		}
		for id, n := range want {
			same(f, f.name(id), got[id], n)
		}
	})
	f.run("a unit leads to its node", func(f fixture) {
		for _, name := range []string{"ada", "league", "norland", "summit", "fishing"} {
			unit := f.sample.UnitID(name)
			got := ask(f, f.store.Nodes, []graph.ID{unit})
			if len(got) != 1 || got[unit].ID() != f.id(name) {
				f.Errorf("the unit of %s leads to %q", name, f.name(got[unit].ID()))
			}
		}
	})
	f.run("asked twice, and by its unit", func(f fixture) {
		got := ask(f, f.store.Nodes, []graph.ID{f.id("ada"), f.sample.UnitID("ada"), f.id("ada")})
		if len(got) != 2 {
			f.Errorf("%d nodes, want 2", len(got))
		}
	})
	f.run("none", func(f fixture) {
		if got, err := f.store.Nodes(f.Context(), nil); err != nil || len(got) != 0 {
			f.Errorf("got %v, %v", got, err)
		}
	})
	f.run("many", func(f fixture) {
		var ids []graph.ID
		for i := range 5000 {
			ids = append(ids, graph.NewID("graphtest stranger", string(rune('a'+i%26)), string(rune(i))))
		}
		if got := ask(f, f.store.Nodes, append(ids, f.id("ada"))); len(got) != 1 {
			f.Errorf("%d nodes, want 1", len(got))
		}
	})
}

// counted returns all nodes of the sample as a store returns them: with the
// counts that stores count, and articles without text.
func (s SampleGraph) counted() []graph.Node {
	meetings := map[graph.ID]int{}
	for _, name := range []string{"summit", "call", "conference", "dinner"} {
		for _, n := range s.Nodes {
			if n.ID() == s.ID(name) {
				for _, p := range n.Occurrence.Participants {
					meetings[p.Entity]++
				}
			}
		}
	}
	reports := map[graph.ID]int{}
	for _, c := range s.Claims {
		for _, r := range c.Reports {
			reports[unitNode(s.b, r.Unit)]++
		}
	}
	var nodes []graph.Node
	for _, n := range s.Nodes {
		switch {
		case n.Entity != nil:
			e := *n.Entity
			e.MeetingCount = meetings[e.ID]
			n.Entity = &e
		case n.Occurrence != nil:
			o := *n.Occurrence
			o.ReportCount = reports[o.ID]
			n.Occurrence = &o
		}
		nodes = append(nodes, n)
	}
	for _, c := range s.Claims {
		a := c.Article
		a.Text = ""
		nodes = append(nodes, graph.Node{Kind: graph.KindArticle, Article: &a})
	}
	return nodes
}

func testStats(f fixture) {
	f.sent.take()
	got, err := f.store.Stats(f.Context())
	f.asked(err)
	if got.Store == "" {
		f.Error("the store does not tell its name")
	}
	got.Store = ""
	want := graph.Stats{Articles: 6, People: 8, Organizations: 2, Places: 5, Events: 2, Meetings: 6, Topics: 3, Mentions: 39}
	if got != want {
		f.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func testReady(f fixture) {
	if err := f.store.Ready(f.Context()); err != nil {
		f.Error(err)
	}
}

// testCancelled tests that a question whose asker has gone is not answered.
func testCancelled(f fixture) {
	ctx, cancel := context.WithCancel(f.Context())
	cancel()
	if _, err := f.store.Occurrences(ctx, graph.OccurrenceQuery{Kind: graph.KindMeeting, Page: graph.Page{Limit: 1}}); err == nil {
		f.Error("a cancelled question was answered")
	}
	if err := f.store.Update(ctx, func(tx graph.Tx) error { return tx.RemoveNodes(ctx, f.ids("ada")) }); err == nil {
		f.Error("a cancelled update was made")
	}
	if got := ask(f, f.store.Nodes, f.ids("ada")); len(got) != 1 {
		f.Error("a cancelled update was seen")
	}
}

// same compares two values by their JSON, where what is empty counts as
// absent. An empty list that the store returns must be nil.
func same(f fixture, what string, got, want any) {
	f.Helper()
	if v := reflect.ValueOf(got); v.Kind() == reflect.Slice && v.Len() == 0 {
		// The whole answer may be an empty list.
	} else if at := emptyList(v); at != "" {
		f.Errorf("%s: %s is empty and not nil", what, at)
	}
	g, w := canonical(f, got), canonical(f, want)
	if g == w {
		return
	}
	at := 0
	for at < len(g) && at < len(w) && g[at] == w[at] {
		at++
	}
	near := func(s string) string { return s[min(max(0, at-60), len(s)):min(at+120, len(s))] }
	f.Errorf("%s, near byte %d:\ngot  %s\nwant %s", what, at, near(g), near(w))
}

// emptyList returns the path to a list within v that is empty and not nil, ""
// if there is none.
func emptyList(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			return emptyList(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				if at := emptyList(v.Field(i)); at != "" {
					return f.Name + " " + at
				}
			}
		}
	case reflect.Slice:
		if v.Len() == 0 && !v.IsNil() && v.Type().Elem().Kind() != reflect.Uint8 {
			return "list"
		}
		for i := range v.Len() {
			if at := emptyList(v.Index(i)); at != "" {
				return at
			}
		}
	}
	return ""
}

func canonical(f fixture, v any) string {
	f.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		f.Fatal(err)
	}
	var x any
	d := json.NewDecoder(strings.NewReader(string(b)))
	d.UseNumber()
	if err := d.Decode(&x); err != nil {
		f.Fatal(err)
	}
	b, err = json.Marshal(withoutEmpty(x))
	if err != nil {
		f.Fatal(err)
	}
	return string(b)
}

func withoutEmpty(x any) any {
	switch x := x.(type) {
	case map[string]any:
		for k, v := range x {
			if v = withoutEmpty(v); v == nil {
				delete(x, k)
			} else {
				x[k] = v
			}
		}
		return x
	case []any:
		if len(x) == 0 {
			return nil
		}
		for i, v := range x {
			x[i] = withoutEmpty(v)
		}
		return x
	case string:
		if x == "" {
			return nil
		}
	}
	return x
}
