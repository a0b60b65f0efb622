package graphtest

import (
	"context"
	"slices"
	"testing"

	"github.com/whomet/whomet/graph"
)

func testJudgements(f fixture) {
	all := graph.Page{Limit: 100}
	for _, c := range []struct {
		name string
		q    graph.JudgementQuery
		want string
	}{
		{"what waits, most likely first, then by id", graph.JudgementQuery{Page: all}, "j5 " + f.names(f.sorted("j4", "j7")) + " (3)"},
		{"what people said, earliest first", graph.JudgementQuery{Said: true, Kinds: []graph.NodeKind{}, Page: all}, "j1 j2 j3 j6 j8 (5)"},
		{"a page of what people said", graph.JudgementQuery{Said: true, Page: graph.Page{Offset: 3, Limit: 1}}, "j6 (5)"},
		{"of a kind", graph.JudgementQuery{Kinds: []graph.NodeKind{graph.KindOrganization}, Page: all}, "j5 (1)"},
		{"of no kind", graph.JudgementQuery{Kinds: []graph.NodeKind{}, Page: all}, "(0)"},
		{"a page", graph.JudgementQuery{Page: graph.Page{Offset: 1, Limit: 1}}, f.name(f.sorted("j4", "j7")[0]) + " (3)"},
		{"only the total", graph.JudgementQuery{}, "(3)"},
		{"of entities: people's, latest first, then the rules'; none with who is not there", graph.JudgementQuery{Anchor: graph.AnchorEntity,
			Anchors: append(f.ids("ada", "greta", "league", "henrik", "norland"), f.sample.UnitID("ada"), "nothing"), Page: all},
			"ada: j2 j1 j7 (3); ada': j2 j1 j7 (3); greta: j2 j1 (2); henrik: (0); league: j5 (1); norland: (0)"},
		{"of meetings", graph.JudgementQuery{Anchor: graph.AnchorOccurrence, Anchors: f.ids("call", "video", "dinner"), Page: all}, "call: j8 (1); dinner: (0); video: j8 (1)"},
		{"a page of an entity's", graph.JudgementQuery{Anchor: graph.AnchorEntity, Anchors: f.ids("ada"), Page: graph.Page{Offset: 2, Limit: 1}}, "ada: j7 (3)"},
	} {
		f.run(c.name, func(f fixture) {
			f.want(show(f, ask(f, f.store.Judgements, c.q), func(j graph.Judgement) string { return f.name(j.ID) }), c.want)
		})
	}
	f.run("in full", func(f fixture) {
		q := graph.JudgementQuery{Anchor: graph.AnchorEntity, Anchors: f.ids("greta"), Page: graph.Page{Limit: 1}}
		got := ask(f, f.store.Judgements, q)[f.id("greta")].Items[0]
		for _, n := range f.sample.Nodes {
			if n.ID() == got.ID {
				same(f, "judgement", got, *n.Judgement)
			}
		}
	})
	f.run("lead to no picture, name or text", func(f fixture) {
		if got := ask(f, f.store.Neighbors, graph.NeighborQuery{Nodes: f.ids("j2"), LimitPerNode: 9}); len(got) != 0 {
			f.Errorf("edges of a judgement: %v", got)
		}
	})
}

// sorted returns the ids of those names, by id.
func (f fixture) sorted(names ...string) []graph.ID {
	ids := f.ids(names...)
	slices.Sort(ids)
	return ids
}

// testPutJudgements tests that judgements hang on units that may come and go,
// can be replaced and removed, and stay when articles go.
func testPutJudgements(t *testing.T, open Opener) {
	all := graph.Page{Limit: 100}
	f := openSample(t, open)
	on := func(units ...graph.ID) string {
		f.Helper()
		var ids []graph.ID
		f.update(func(ctx context.Context, tx graph.Tx) error {
			got, err := tx.JudgementsOn(ctx, units)
			ids = nil
			for _, j := range got {
				ids = append(ids, j.ID)
			}
			return err
		})
		if !slices.IsSorted(ids) {
			f.Error("judgements do not go by id")
		}
		var names []string
		for _, id := range ids {
			names = append(names, f.name(id))
		}
		slices.Sort(names)
		out := ""
		for _, n := range names {
			out += n + " "
		}
		return out
	}
	list := func() string {
		return show(f, ask(f, f.store.Judgements, graph.JudgementQuery{Anchor: graph.AnchorEntity, Anchors: f.ids("ada", "bruno"), Page: all}),
			func(j graph.Judgement) string { return f.name(j.ID) })
	}
	nobody := unitID("nobody", "nobody")
	f.want(on(f.id("ada"), "nothing"), "j1 j2 j3 j7")
	f.want(on(nobody), "j3")
	f.want(on(f.id("henrik"), f.id("greta")), "j1 j2 j6")
	f.want(on(f.sample.UnitID("ada")), "")
	f.want(on(), "")

	// It wakes with its unit and sleeps without.
	f.update(func(ctx context.Context, tx graph.Tx) error {
		return tx.PutUnits(ctx, []graph.Unit{{ID: nobody, Kind: graph.KindPerson, Node: f.id("bruno"), Data: []byte("{}")}})
	})
	f.want(list(), "ada: j3 j2 j1 j7 (4); bruno: j3 j4 (2)")
	f.update(func(ctx context.Context, tx graph.Tx) error {
		if err := tx.RemoveUnits(ctx, []graph.ID{nobody}); err != nil {
			return err
		}
		return tx.RemoveClaims(ctx, f.ids("a1", "a2", "a3", "a4", "a5", "a6"))
	})
	f.want(list(), "ada: j2 j1 j7 (3); bruno: j4 (1)")

	j4 := graph.Judgement{A: f.id("bruno"), B: f.id("dario"), Verdict: graph.VerdictUndecided, Score: 0.5, Reason: "on second thoughts", By: graph.ByRules}.Identified()
	f.update(func(ctx context.Context, tx graph.Tx) error {
		if err := tx.RemoveNodes(ctx, f.ids("j7", "j1")); err != nil {
			return err
		}
		return tx.PutNodes(ctx, []graph.Node{{Kind: graph.KindJudgement, Judgement: &j4}})
	})
	f.want(list(), "ada: j2 (1); bruno: j4 (1)")
	got := ask(f, f.store.Nodes, f.ids("j4", "j7"))
	if len(got) != 1 {
		f.Errorf("%d judgements, want 1", len(got))
	}
	same(f, "j4", got[f.id("j4")].Judgement, &j4)
	f.update(func(ctx context.Context, tx graph.Tx) error {
		within, err := tx.Nodes(ctx, f.ids("j2"))
		if err == nil && within[f.id("j2")].Judgement == nil {
			f.Error("an update does not see a judgement")
		}
		return err
	})
}
