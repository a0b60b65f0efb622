package graphtest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// update makes an update that must not fail.
func (f fixture) update(change func(ctx context.Context, tx graph.Tx) error) {
	f.Helper()
	ctx := f.Context()
	if err := f.store.Update(ctx, func(tx graph.Tx) error { return change(ctx, tx) }); err != nil {
		f.Fatalf("update: %v", err)
	}
	f.sent.take()
}

func testClaims(t *testing.T, open Opener) {
	f := openSample(t, open)
	want := slices.Clone(f.sample.Claims)
	slices.SortFunc(want, func(a, b graph.Claims) int { return strings.Compare(string(a.Article.ID), string(b.Article.ID)) })
	f.update(func(ctx context.Context, tx graph.Tx) error {
		loaded, err := tx.Loaded(ctx, append(f.ids("a1", "a6", "ada"), "nothing"))
		if err != nil {
			return err
		}
		if len(loaded) != 2 || loaded[f.id("a1")] != "graphtest/1" || loaded[f.id("a6")] != "graphtest/1" {
			f.Errorf("loaded: %v", loaded)
		}
		got, err := tx.Claims(ctx, append(f.ids("a1", "a2", "a3", "a4", "a5", "a6"), "nothing"))
		if err != nil {
			return err
		}
		same(f, "claims", got, want)
		return nil
	})
	err := f.store.Update(t.Context(), func(tx graph.Tx) error { return tx.PutClaims(t.Context(), f.sample.Claims[:1]) })
	if err == nil {
		f.Error("the claims of an article that is in the store were put again")
	}
}

func testUnits(t *testing.T, open Opener) {
	f := openSample(t, open)
	name := func(u graph.Unit) string { return f.name(u.ID) }
	list := func(units []graph.Unit, err error) string {
		f.Helper()
		if err != nil {
			f.Fatal(err)
		}
		if !slices.IsSortedFunc(units, func(a, b graph.Unit) int { return strings.Compare(string(a.ID), string(b.ID)) }) {
			f.Error("units do not go by id")
		}
		var names []string
		for _, u := range units {
			names = append(names, name(u))
		}
		slices.Sort(names)
		return strings.Join(names, " ")
	}
	adas := f.sample.UnitID("ada")
	f.update(func(ctx context.Context, tx graph.Tx) error {
		f.want(list(tx.Units(ctx, []graph.ID{adas, f.id("ada"), f.id("strike"), f.id("a1"), "nothing"})), "ada ada' strike")
		f.want(list(tx.UnitsInBlocks(ctx, []string{"first:f", "name:ada", "name:farid", "name:nobody"})), "ada ada' farid fishing fishing' front")
		f.want(list(tx.UnitsOf(ctx, append(f.ids("ada", "dario"), "nothing"))), "ada ada' dario")
		units, err := tx.Units(ctx, []graph.ID{adas})
		if err != nil {
			return err
		}
		for _, u := range f.sample.Units {
			if u.ID == adas {
				same(f, "unit", units[0], u)
				if string(units[0].Data) != string(u.Data) {
					f.Errorf("data is %s, not %s", units[0].Data, u.Data)
				}
			}
		}
		return nil
	})

	// The mentions under a unit, with their articles' dates.
	ministers := unitID("ada", "minister lindqvist")
	f.update(func(ctx context.Context, tx graph.Tx) error {
		got, err := tx.MentionsOf(ctx, []graph.ID{ministers, unitID("farid", "farid al najar"), "nothing"})
		if err != nil {
			return err
		}
		want := []graph.DatedMention{{Mention: f.sample.Claims[2].Mentions[0], PublishedAt: "2019-05-20"}, {Mention: f.sample.Claims[5].Mentions[0]}}
		slices.SortFunc(want, func(a, b graph.DatedMention) int { return strings.Compare(string(a.ID), string(b.ID)) })
		same(f, "mentions", got, want)
		return nil
	})

	// A unit that is put again takes its mentions along and loses its blocks.
	f.update(func(ctx context.Context, tx graph.Tx) error {
		return tx.PutUnits(ctx, []graph.Unit{{ID: ministers, Kind: graph.KindPerson, Node: f.id("greta"), Blocks: []string{"new"}, Data: []byte(`{"a": [1.0, "\u00e9"]}`)}})
	})
	f.update(func(ctx context.Context, tx graph.Tx) error {
		f.want(list(tx.UnitsInBlocks(ctx, []string{"name:ada"})), strings.ReplaceAll("ada", "ada", f.name(unitID("ada", "ada lindqvist"))))
		f.want(list(tx.UnitsInBlocks(ctx, []string{"new"})), f.name(ministers))
		units, err := tx.UnitsOf(ctx, f.ids("greta"))
		if err != nil {
			return err
		}
		for _, u := range units {
			if u.ID == ministers && string(u.Data) != `{"a": [1.0, "\u00e9"]}` {
				f.Errorf("data is %s", u.Data)
			}
		}
		return nil
	})
	mentions := ask(f, f.store.Mentions, graph.MentionQuery{Anchor: graph.AnchorEntity, Anchors: f.ids("ada", "greta")})
	f.want(show(f, mentions, func(graph.MentionItem) string { return "" }), "ada: (5); greta: (3)")

	f.update(func(ctx context.Context, tx graph.Tx) error {
		return tx.RemoveUnits(ctx, []graph.ID{ministers, "nothing"})
	})
	f.update(func(ctx context.Context, tx graph.Tx) error {
		f.want(list(tx.Units(ctx, []graph.ID{ministers})), "")
		f.want(list(tx.UnitsInBlocks(ctx, []string{"new"})), "")
		f.want(list(tx.UnitsOf(ctx, f.ids("greta"))), "greta")
		return nil
	})
}

// testPutNodesReplaces tests that a node that is put again keeps nothing of
// what it was, and loses nothing of what leads to it.
func testPutNodesReplaces(t *testing.T, open Opener) {
	all := graph.Page{Limit: 100}
	f := openSample(t, open)
	f.update(func(ctx context.Context, tx graph.Tx) error {
		return tx.PutNodes(ctx, []graph.Node{
			{Kind: graph.KindOrganization, Entity: &graph.Entity{ID: f.id("ada"), Kind: graph.KindOrganization, Name: "Ada Inc.", MeetingCount: 77,
				Positions: []graph.Position{{Title: "Patron", Of: f.id("front")}}}},
			{Kind: graph.KindMeeting, Occurrence: &graph.Occurrence{ID: f.id("summit"), Kind: graph.KindMeeting, Summary: "A summit", Status: graph.StatusDenied, Mode: graph.ModeVideo, ReportCount: 77,
				Participants: []graph.Participation{{Entity: f.id("henrik"), Role: graph.RoleChair}, {Entity: f.id("ada"), Role: graph.RoleHost}, {Entity: f.id("henrik"), Role: graph.RoleHost}},
				Place:        f.id("sudmark"), Topics: f.ids("tariffs"), Confidence: 1}},
			{Kind: graph.KindEvent, Occurrence: &graph.Occurrence{ID: f.id("dinner"), Kind: graph.KindEvent, Summary: "A dinner", Status: graph.StatusHeld, Type: graph.EventOther}},
			{Kind: graph.KindTopic, Topic: &graph.Topic{ID: f.id("fishing"), Name: "cod", Wordings: []string{"cod"}, Concerns: f.ids("ada")}},
			{Kind: graph.KindPlace, Entity: &graph.Entity{ID: f.id("castle"), Kind: graph.KindPlace, Name: "Castle Hill", Within: f.id("sudmark")}},
		})
	})
	got := ask(f, f.store.Nodes, f.ids("ada", "summit", "dinner", "fishing", "castle"))
	same(f, "ada", got[f.id("ada")], graph.Node{Kind: graph.KindOrganization, Entity: &graph.Entity{ID: f.id("ada"), Kind: graph.KindOrganization, Name: "Ada Inc.", MeetingCount: 2,
		Positions: []graph.Position{{Title: "Patron", Of: f.id("front")}}}})
	summit := got[f.id("summit")].Occurrence
	f.want(fmt.Sprintf("%d %d %s %s %v", len(summit.Participants), summit.ReportCount, f.name(summit.Place), f.names(summit.Topics), summit.Date), "3 2 sudmark tariffs <nil>")
	if dinner := got[f.id("dinner")]; dinner.Kind != graph.KindEvent || len(dinner.Occurrence.Participants) != 0 {
		f.Errorf("the dinner is %+v", dinner)
	}

	f.want(showEdges(f, ask(f, f.store.Neighbors, graph.NeighborQuery{Nodes: f.ids("summit", "dinner"), LimitPerNode: 100})), sortLines(`
		ada PARTICIPATED_IN summit "HOST" 1 ..
		henrik PARTICIPATED_IN summit "CHAIR" 1 ..
		summit ABOUT tariffs "" 1 ..
		summit HELD_AT sudmark "" 1 ..
		summit REPORTED_IN a1 "" 1 ..
		summit REPORTED_IN a3 "" 1 ..
		visit AFTER summit "" 1 2019-06-10..2019-06-12
		dinner REPORTED_IN a5 "" 1 ..`))
	f.want(showEdges(f, ask(f, f.store.Neighbors, graph.NeighborQuery{Nodes: f.ids("fishing", "castle"), Via: []graph.RelationKind{graph.RelConcerns, graph.RelAbout, graph.RelWithin}, LimitPerNode: 100})), sortLines(`
		call ABOUT fishing "" 1 2019-05..
		castle WITHIN sudmark "" 1 ..
		conference ABOUT fishing "" 1 2018..
		fishing CONCERNS ada "" 1 ..`))
	f.want(show(f, ask(f, f.store.Entities, graph.EntityQuery{Anchor: graph.AnchorOrganization, Anchors: f.ids("norland", "front"), Page: all}), f.entity), "front: ada (1); norland: greta (1)")
	f.want(show(f, ask(f, f.store.Entities, graph.EntityQuery{Kinds: []graph.NodeKind{graph.KindPerson}}), f.entity), "(7)")
	f.want(show(f, ask(f, f.store.Occurrences, graph.OccurrenceQuery{Kind: graph.KindMeeting, Anchor: graph.AnchorParticipant, Anchors: f.ids("henrik", "bruno", "ada", "dario"), Page: all}), f.occurrence),
		"ada: visit call conference summit (4); bruno: video visit conference (3); dario: video (1); henrik: summit (1)")
	candidates := ask(f, f.store.Lookup, graph.LookupQuery{Keys: []string{terms.KeyWhole + "ada lindqvist", terms.KeyWord + "inc"}, Limit: 9})
	if len(candidates) != 1 || len(candidates[0].Keys) != 1 {
		f.Errorf("the keys of ada: %+v", candidates)
	}
	f.want(show(f, map[graph.ID]graph.List[graph.Topic]{"": ask(f, f.store.Topics, graph.TopicQuery{Text: parse(f, "fish OR cod"), Page: all})}, func(t graph.Topic) string { return f.name(t.ID) }), "fishing (1)")
	if topics := ask(f, f.store.Topics, graph.TopicQuery{Text: parse(f, "fish")}); topics.Total != 0 {
		f.Error("a wording that was replaced is found")
	}
}

func testRemoveNodes(t *testing.T, open Opener) {
	f := openSample(t, open)
	f.update(func(ctx context.Context, tx graph.Tx) error {
		return tx.RemoveNodes(ctx, append(f.ids("ada", "castle", "fishing", "strike", "league"), "nothing"))
	})
	if got := ask(f, f.store.Nodes, append(f.ids("ada", "castle", "fishing", "strike"), f.sample.UnitID("ada"))); len(got) != 0 {
		f.Errorf("%d removed nodes are there", len(got))
	}
	got := ask(f, f.store.Nodes, f.ids("summit", "call", "tariffs", "clara", "statement"))
	if r := got[f.id("statement")].Occurrence.Relations; len(r) != 0 {
		f.Errorf("the statement is still in relation to what was removed: %+v", r)
	}
	summit := got[f.id("summit")].Occurrence
	if len(summit.Participants) != 1 || summit.Participants[0].Entity != f.id("bruno") || summit.Place != "" || len(summit.Topics) != 0 {
		f.Errorf("the summit is %+v", summit)
	}
	f.want(f.names(got[f.id("call")].Occurrence.Topics), "prisoners")
	if n := got[f.id("clara")].Entity.MeetingCount; n != 3 {
		f.Errorf("clara was at %d meetings", n)
	}
	f.want(showEdges(f, ask(f, f.store.Neighbors, graph.NeighborQuery{Nodes: f.ids("summit", "bruno", "vesper", "aldermoor"),
		Via: []graph.RelationKind{graph.RelMet, graph.RelParticipatedIn, graph.RelHeldAt, graph.RelAbout, graph.RelWithin, graph.RelConcerns}, LimitPerNode: 100})), sortLines(`
		aldermoor WITHIN norland "" 1 ..
		bruno MET clara "Conference on tariffs" 1 2018..2018
		bruno MET elise "Conference on tariffs" 1 2018..2018
		bruno PARTICIPATED_IN conference "PARTICIPANT" 1 2018..
		bruno PARTICIPATED_IN summit "VISITOR" 1 2019-03-04..
		bruno PARTICIPATED_IN video "PARTICIPANT" 1 2019-07-01..
		bruno PARTICIPATED_IN visit "HOST" 1 2019-06-10..2019-06-12
		conference HELD_AT aldermoor "" 1 2018..
		vesper WITHIN sudmark "" 1 ..
		visit HELD_AT vesper "" 1 2019-06-10..2019-06-12`))
	if c := ask(f, f.store.Lookup, graph.LookupQuery{Keys: append(terms.QueryKeys("Ada"), terms.QueryKeys("who may fish where")...), Kinds: []graph.NodeKind{graph.KindPerson, graph.KindTopic}, Limit: 9}); len(c) != 0 {
		f.Errorf("%s is found by name", c[0].Node.Label())
	}
	if topics := ask(f, f.store.Topics, graph.TopicQuery{Text: parse(f, "fish")}); topics.Total != 0 {
		f.Error("a topic that was removed is found")
	}

	// Articles are claims and stay.
	f.update(func(ctx context.Context, tx graph.Tx) error { return tx.RemoveNodes(ctx, f.ids("a1")) })
	if got := ask(f, f.store.Nodes, f.ids("a1")); len(got) != 1 {
		f.Error("an article was removed as a node")
	}
	err := f.store.Update(t.Context(), func(tx graph.Tx) error {
		return tx.PutNodes(t.Context(), []graph.Node{{Kind: graph.KindArticle, Article: &graph.Article{ID: "another"}}})
	})
	if err == nil {
		f.Error("an article was put as a node")
	}

	// What was removed can come back.
	f.update(func(ctx context.Context, tx graph.Tx) error { return tx.PutNodes(ctx, f.sample.Nodes) })
	testNodes(f)
}

func testRemoveClaims(t *testing.T, open Opener) {
	all := graph.Page{Limit: 100}
	f := openSample(t, open)
	f.update(func(ctx context.Context, tx graph.Tx) error {
		if err := tx.RemoveClaims(ctx, append(f.ids("a1", "a5", "ada"), "nothing")); err != nil {
			return err
		}
		loaded, err := tx.Loaded(ctx, f.ids("a1", "a2"))
		if len(loaded) != 1 {
			f.Errorf("loaded: %v", loaded)
		}
		return err
	})
	if got := ask(f, f.store.Nodes, f.ids("a1", "a5", "a2", "ada", "summit")); len(got) != 3 || got[f.id("summit")].Occurrence.ReportCount != 1 {
		f.Errorf("nodes: %v", got)
	}
	if got := ask(f, f.store.Texts, f.ids("a1", "a2")); len(got) != 1 {
		f.Errorf("%d texts", len(got))
	}
	f.want(show(f, ask(f, f.store.Articles, graph.ArticleQuery{Page: all}), f.article), "a3 a2 a4 a6 (4)")
	f.want(show(f, ask(f, f.store.Articles, graph.ArticleQuery{Filter: graph.ArticleFilter{Text: parse(f, "strait OR dined")}, Page: all}), f.article), "a2 a4 (2)")
	f.want(show(f, ask(f, f.store.Mentions, graph.MentionQuery{Anchor: graph.AnchorEntity, Anchors: f.ids("ada", "dario")}), func(graph.MentionItem) string { return "" }), "ada: (4); dario: (0)")
	f.want(show(f, ask(f, f.store.Reports, graph.ReportQuery{Anchor: graph.AnchorOccurrence, Anchors: f.ids("summit", "dinner")}), func(graph.ReportItem) string { return "" }), "dinner: (0); summit: (1)")
	f.want(show(f, ask(f, f.store.Occurrences, graph.OccurrenceQuery{Kind: graph.KindMeeting, Filter: graph.OccurrenceFilter{About: parse(f, "dined OR settle OR spoke")}, Page: all}), f.occurrence), "call summit (2)")
	if got := ask(f, f.store.MentionsByID, []graph.ID{f.sample.MentionID("a1", "ada"), f.sample.MentionID("a2", "ada")}); len(got) != 1 {
		f.Errorf("%d mentions", len(got))
	}
	if c := ask(f, f.store.Lookup, graph.LookupQuery{Keys: []string{terms.KeyWhole + "lindqvist receives castellan"}, Limit: 9}); len(c) != 0 {
		f.Error("an article that was removed is found by its title")
	}
	f.update(func(ctx context.Context, tx graph.Tx) error {
		units, err := tx.Units(ctx, []graph.ID{unitID("dario", "dario vey")})
		if len(units) != 1 {
			f.Error("a unit went with its claims")
		}
		return err
	})

	// What was taken back can come again.
	f.update(func(ctx context.Context, tx graph.Tx) error {
		return tx.PutClaims(ctx, []graph.Claims{f.sample.Claims[0], f.sample.Claims[4]})
	})
	testNodes(f)
	testMentions(f)
	testReports(f)
	testArticles(f)
}

func testDanglingEdge(t *testing.T, open Opener) {
	f := openSample(t, open)
	const nobody = "00000000-0000-5000-8000-000000000000"
	occurrence := func(o graph.Occurrence) graph.Node {
		o.ID, o.Kind, o.Summary, o.Status, o.Mode = f.id("summit"), graph.KindMeeting, "changed", graph.StatusHeld, graph.ModePhone
		return graph.Node{Kind: graph.KindMeeting, Occurrence: &o}
	}
	for name, n := range map[string]graph.Node{
		"participant": occurrence(graph.Occurrence{Participants: []graph.Participation{{Entity: nobody, Role: graph.RoleHost}}}),
		"place":       occurrence(graph.Occurrence{Place: nobody}),
		"topic":       occurrence(graph.Occurrence{Topics: []graph.ID{nobody}}),
		"concern":     {Kind: graph.KindTopic, Topic: &graph.Topic{ID: f.id("fishing"), Name: "changed", Concerns: []graph.ID{nobody}}},
		"within":      {Kind: graph.KindPlace, Entity: &graph.Entity{ID: f.id("castle"), Kind: graph.KindPlace, Name: "changed", Within: nobody}},
		"position":    {Kind: graph.KindPerson, Entity: &graph.Entity{ID: f.id("ada"), Kind: graph.KindPerson, Name: "changed", Positions: []graph.Position{{Title: "Chief", Of: nobody}}}},
	} {
		f.run(name, func(f fixture) {
			err := f.store.Update(f.Context(), func(tx graph.Tx) error { return tx.PutNodes(f.Context(), []graph.Node{n}) })
			if err == nil {
				f.Error("an edge to no node was put")
			}
			if got, err := f.store.Nodes(f.Context(), []graph.ID{n.ID()}); err != nil || strings.Contains(got[n.ID()].Label(), "changed") {
				f.Errorf("a failed update is seen: %v, %v", got[n.ID()].Label(), err)
			}
		})
	}
}

func testAnyOrder(t *testing.T, open Opener) {
	for _, order := range []string{"cnu", "ucn", "unc", "ncu", "nuc"} {
		t.Run(order, func(t *testing.T) {
			f := fixture{T: t, sample: Sample(), sent: &statements{}}
			f.store = open(t, f.sent.add)
			f.update(func(ctx context.Context, tx graph.Tx) (err error) {
				for _, step := range order {
					switch {
					case err != nil:
					case step == 'c':
						err = tx.PutClaims(ctx, f.sample.Claims)
					case step == 'u':
						err = tx.PutUnits(ctx, f.sample.Units)
					case step == 'n':
						err = tx.PutNodes(ctx, f.sample.Nodes)
					}
				}
				return err
			})
			testNodes(f)
			testMentions(f)
			testReports(f)
			testCoMentions(f)
			testStats(f)
		})
	}
}

func testUpdateIsAtomic(t *testing.T, open Opener) {
	f := openSample(t, open)
	refused := errors.New("refused")
	ctx := t.Context()
	err := f.store.Update(ctx, func(tx graph.Tx) error {
		err := errors.Join(
			tx.RemoveClaims(ctx, f.ids("a1")),
			tx.RemoveNodes(ctx, f.ids("bruno")),
			tx.RemoveUnits(ctx, []graph.ID{f.sample.UnitID("ada")}),
			tx.PutNodes(ctx, []graph.Node{{Kind: graph.KindPerson, Entity: &graph.Entity{ID: f.id("ada"), Kind: graph.KindPerson, Name: "Adela"}}}),
			tx.PutUnits(ctx, []graph.Unit{{ID: "new", Kind: graph.KindPerson, Node: f.id("ada"), Blocks: []string{"b"}, Data: []byte("{}")}}),
		)
		if err != nil {
			return err
		}
		// The update sees what it wrote; nobody else does, and nobody waits.
		within, err := tx.Nodes(ctx, f.ids("ada", "bruno", "a1"))
		if err != nil {
			return err
		}
		if len(within) != 1 || within[f.id("ada")].Label() != "Adela" {
			f.Errorf("the update sees %v", within)
		}
		outside, err := f.store.Nodes(ctx, f.ids("ada", "bruno", "a1"))
		if err != nil {
			return err
		}
		if len(outside) != 3 || outside[f.id("ada")].Label() != "Ada Lindqvist" {
			f.Errorf("others see %v", outside)
		}
		return refused
	})
	if !errors.Is(err, refused) {
		f.Errorf("the update returns %v", err)
	}
	testNodes(f)
	testMentions(f)
	f.update(func(ctx context.Context, tx graph.Tx) error {
		units, err := tx.UnitsInBlocks(ctx, []string{"b"})
		if len(units) != 0 {
			f.Errorf("units of a failed update are there")
		}
		return err
	})

	// A panic in f is f's; the store is left as it was and can be used.
	func() {
		defer func() {
			if recover() == nil {
				f.Error("the store swallowed a panic")
			}
		}()
		_ = f.store.Update(ctx, func(tx graph.Tx) error {
			if err := tx.RemoveNodes(ctx, f.ids("ada")); err != nil {
				return err
			}
			panic("in an update")
		})
	}()
	testNodes(f)
	f.update(func(ctx context.Context, tx graph.Tx) error { return tx.RemoveNodes(ctx, f.ids("henrik")) })
}

// testUpdatesAreSerialised has several writers count in one unit: each reads
// the count and writes one more.
func testUpdatesAreSerialised(t *testing.T, open Opener) {
	const writers, each = 4, 5
	f := openSample(t, open)
	counter := graph.Unit{ID: "counter", Kind: graph.KindPerson, Node: f.id("ada"), Data: []byte("0")}
	f.update(func(ctx context.Context, tx graph.Tx) error { return tx.PutUnits(ctx, []graph.Unit{counter}) })
	var wg sync.WaitGroup
	for range writers {
		wg.Go(func() {
			for range each {
				err := f.store.Update(t.Context(), func(tx graph.Tx) error {
					units, err := tx.Units(t.Context(), []graph.ID{"counter"})
					if err != nil {
						return err
					}
					n, err := strconv.Atoi(string(units[0].Data))
					if err != nil {
						return err
					}
					units[0].Data = []byte(strconv.Itoa(n + 1))
					return tx.PutUnits(t.Context(), units)
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	f.update(func(ctx context.Context, tx graph.Tx) error {
		units, err := tx.Units(ctx, []graph.ID{"counter"})
		if err == nil && string(units[0].Data) != strconv.Itoa(writers*each) {
			f.Errorf("%d updates counted %s", writers*each, units[0].Data)
		}
		return err
	})
}

// testReadersSeeWholeUpdates reads two nodes again and again while one update
// after the other changes both.
func testReadersSeeWholeUpdates(t *testing.T, open Opener) {
	f := openSample(t, open)
	pair := func(n int) []graph.Node {
		name := "version " + strconv.Itoa(n)
		return []graph.Node{
			{Kind: graph.KindPerson, Entity: &graph.Entity{ID: f.id("farid"), Kind: graph.KindPerson, Name: name}},
			{Kind: graph.KindPerson, Entity: &graph.Entity{ID: f.id("greta"), Kind: graph.KindPerson, Name: name}},
		}
	}
	f.update(func(ctx context.Context, tx graph.Tx) error { return tx.PutNodes(ctx, pair(0)) })
	done := make(chan struct{})
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				got, err := f.store.Nodes(t.Context(), f.ids("farid", "greta"))
				if err != nil {
					t.Error(err)
					return
				}
				if a, b := got[f.id("farid")].Label(), got[f.id("greta")].Label(); a != b {
					t.Errorf("half an update is seen: %s and %s", a, b)
					return
				}
			}
		})
	}
	for n := 1; n <= 20; n++ {
		err := f.store.Update(t.Context(), func(tx graph.Tx) error {
			nodes := pair(n)
			if err := tx.PutNodes(t.Context(), nodes[:1]); err != nil {
				return err
			}
			return tx.PutNodes(t.Context(), nodes[1:])
		})
		if err != nil {
			t.Error(err)
		}
	}
	close(done)
	wg.Wait()
}
