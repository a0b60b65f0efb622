package graphtest

import (
	"strings"

	"github.com/whomet/whomet/graph"
)

func testAll(f fixture) {
	articles := map[graph.ID]graph.Claims{}
	for _, c := range f.sample.Claims {
		articles[c.Article.ID] = c
	}
	want := map[graph.ID]graph.Record{}
	for _, n := range f.sample.counted() {
		r := graph.Record{Node: n}
		if n.Article != nil {
			c := articles[n.Article.ID]
			n.Article.Text = c.Article.Text
			for _, m := range c.Mentions {
				r.Mentions = append(r.Mentions, graph.Naming{Mention: m, Entity: unitNode(f.sample.b, m.Unit)})
			}
			for _, p := range c.Reports {
				r.Reports = append(r.Reports, graph.ReportItem{Report: p, Occurrence: unitNode(f.sample.b, p.Unit)})
			}
		}
		want[n.ID()] = r
	}
	f.run("every node, by id", func(f fixture) {
		f.sent.take()
		last := graph.ID("")
		seen := 0
		for r, err := range f.store.All(f.Context()) {
			if err != nil {
				f.Fatal(err)
			}
			if strings.Compare(string(last), string(r.ID())) >= 0 {
				f.Errorf("%s comes after %s", r.ID(), last)
			}
			last = r.ID()
			seen++
			same(f, f.name(r.ID()), r, want[r.ID()])
		}
		f.asked(nil)
		if seen != len(want) {
			f.Errorf("%d nodes, want %d", seen, len(want))
		}
	})
	f.run("no more than is wanted", func(f fixture) {
		seen := 0
		for _, err := range f.store.All(f.Context()) {
			if err != nil {
				f.Fatal(err)
			}
			if seen++; seen == 2 {
				break
			}
		}
		if seen != 2 {
			f.Errorf("%d nodes, want 2", seen)
		}
	})
}
