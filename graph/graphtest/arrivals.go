package graphtest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/whomet/whomet/graph"
)

func testArrivals(f fixture) {
	page := func(after, limit int, filter graph.OccurrenceFilter) graph.ArrivalQuery {
		return graph.ArrivalQuery{Kind: graph.KindMeeting, After: after, Filter: filter, Limit: limit}
	}
	held := []graph.OccurrenceStatus{graph.StatusHeld}
	for _, c := range []struct {
		name string
		q    graph.ArrivalQuery
		want string
	}{
		{"all, as they came", page(0, 100, graph.OccurrenceFilter{}), "a1/summit a2/call a3/visit a3/summit a4/conference a5/dinner a5/video a5/call, on from 10"},
		{"events", graph.ArrivalQuery{Kind: graph.KindEvent, Limit: 100}, "a2/statement a3/strike, on from 10"},
		{"as many as asked for", page(0, 3, graph.OccurrenceFilter{}), "a1/summit a2/call a3/visit, on from 4"},
		{"from there on", page(4, 100, graph.OccurrenceFilter{}), "a3/summit a4/conference a5/dinner a5/video a5/call, on from 10"},
		{"the last of them", page(9, 1, graph.OccurrenceFilter{}), "a5/call, on from 10"},
		{"none after the last", page(10, 100, graph.OccurrenceFilter{}), ", on from 10"},
		{"none after a number that was never given", page(99, 100, graph.OccurrenceFilter{}), ", on from 99"},
		{"only how far the store has come", page(3, 0, graph.OccurrenceFilter{}), ", on from 10"},
		{"those of a filter", page(0, 100, graph.OccurrenceFilter{Who: [][]graph.ID{{f.sample.UnitID("ada")}}, Status: held}), "a1/summit a2/call a3/summit a4/conference a5/call, on from 10"},
		{"those of a filter from a mark on", page(6, 100, graph.OccurrenceFilter{Who: [][]graph.ID{f.ids("clara")}, Not: &graph.OccurrenceFilter{Topic: f.ids("tariffs")}}), "a5/dinner a5/call, on from 10"},
		{"those of words at a place", page(0, 1, graph.OccurrenceFilter{About: parse(f, "settle OR fishing"), Where: f.ids("norland")}), "a1/summit, on from 1"},
		{"of nobody", page(0, 100, graph.OccurrenceFilter{WhoAny: []graph.ID{}}), ", on from 10"},
	} {
		f.run(c.name, func(f fixture) {
			f.want(f.arrived(ask(f, f.store.Arrivals, c.q)), c.want)
		})
	}
	f.run("in full", func(f fixture) {
		got := ask(f, f.store.Arrivals, page(0, 1, graph.OccurrenceFilter{}))
		same(f, "report", got.Items[0].Report, f.sample.Claims[0].Reports[0])
	})
}

func (f fixture) arrived(a graph.Arrivals) string {
	var words []string
	for _, r := range a.Items {
		words = append(words, f.name(r.Report.Article)+"/"+f.name(r.Occurrence))
	}
	return strings.Join(words, " ") + fmt.Sprintf(", on from %d", a.Mark)
}

// testArriveOnce takes articles back and puts them again: what an update
// takes and puts again has not come anew, what an update only puts has, and
// no number is given twice.
func testArriveOnce(t *testing.T, open Opener) {
	f := openSample(t, open)
	first, last := f.sample.Claims[0], f.sample.Claims[4]
	mark := 10
	step := func(what, want string, change func(ctx context.Context, tx graph.Tx) error) {
		f.Helper()
		f.update(change)
		got := ask(f, f.store.Arrivals, graph.ArrivalQuery{Kind: graph.KindMeeting, After: mark, Limit: 100})
		if s := f.arrived(got); s != want {
			f.Errorf("%s: got %q, want %q", what, s, want)
		}
		mark = got.Mark
	}
	again := func(claims graph.Claims) func(context.Context, graph.Tx) error {
		return func(ctx context.Context, tx graph.Tx) error {
			if err := tx.RemoveClaims(ctx, []graph.ID{claims.Article.ID}); err != nil {
				return err
			}
			return tx.PutClaims(ctx, []graph.Claims{claims})
		}
	}
	step("read again", ", on from 10", again(last))
	step("an empty update", ", on from 10", func(context.Context, graph.Tx) error { return nil })
	fewer := last
	fewer.Reports = last.Reports[:1]
	step("read again, and less is told", ", on from 10", again(fewer))
	step("read again, and more is told", "a5/video a5/call, on from 12", again(last))
	step("taken back", ", on from 12", func(ctx context.Context, tx graph.Tx) error {
		return tx.RemoveClaims(ctx, []graph.ID{first.Article.ID, last.Article.ID})
	})
	step("come again", "a1/summit a5/dinner a5/video a5/call, on from 16", func(ctx context.Context, tx graph.Tx) error {
		return tx.PutClaims(ctx, []graph.Claims{first, last})
	})
	err := f.store.Update(t.Context(), func(tx graph.Tx) error {
		if err := tx.RemoveClaims(t.Context(), []graph.ID{first.Article.ID}); err != nil {
			return err
		}
		return fmt.Errorf("refused")
	})
	if err == nil {
		f.Error("a refused update is none")
	}
	step("after an update that failed", ", on from 16", again(first))
}

// testArriveFromSeveral has several writers put articles while a reader asks
// for what came after what it has seen: it must see each once, and in the
// order of numbers, though writers wait for each other.
func testArriveFromSeveral(t *testing.T, open Opener) {
	const writers, each = 3, 4
	f := openSample(t, open)
	summit := f.sample.Claims[0].Reports[0]
	article := func(writer, n int) graph.Claims {
		id := articleID(fmt.Sprint("by ", writer, n))
		r := summit
		r.ID, r.Article = reportID(string(id), "summit"), id
		return graph.Claims{Article: graph.Article{ID: id, Text: f.sample.Claims[0].Article.Text}, Reports: []graph.Report{r}}
	}
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			for n := range each {
				// The one that is begun first need not be put first.
				claims := []graph.Claims{article(w, n)}
				if err := f.store.Update(t.Context(), func(tx graph.Tx) error { return tx.PutClaims(t.Context(), claims) }); err != nil {
					t.Error(err)
				}
			}
		})
	}
	done := make(chan struct{})
	go func() { wg.Wait(); close(done) }()
	var seen []graph.ID
	for mark, ended := 10, false; ; {
		got, err := f.store.Arrivals(t.Context(), graph.ArrivalQuery{Kind: graph.KindMeeting, After: mark, Limit: 2})
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Items) == 0 && ended {
			break
		}
		for _, r := range got.Items {
			seen = append(seen, r.Report.Article)
		}
		mark = got.Mark
		select {
		case <-done:
			ended = true
		default:
		}
	}
	slices.Sort(seen)
	if n := len(slices.Compact(slices.Clone(seen))); n != writers*each || len(seen) != n {
		t.Errorf("of %d articles %d came, %d of them once", writers*each, len(seen), n)
	}
}
