package resolve_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/sqlite"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/resolve"
)

// dump writes the nodes, units and counts of the store as its articles know
// them.
func dump(t *testing.T, s graph.Store, articles []graph.ID) string {
	t.Helper()
	ctx := context.Background()
	var b strings.Builder
	err := s.Update(ctx, func(tx graph.Tx) error {
		b.Reset()
		claims, err := tx.Claims(ctx, articles)
		if err != nil {
			return err
		}
		ids := map[graph.ID]bool{}
		for _, c := range claims {
			for _, m := range c.Mentions {
				ids[m.Unit] = true
			}
			for _, r := range c.Reports {
				ids[r.Unit] = true
				for _, topic := range r.Topics {
					ids[topic.Unit] = true
				}
			}
		}
		var all []graph.ID
		for id := range ids {
			all = append(all, id)
		}
		slices.Sort(all)
		units, err := tx.Units(ctx, all)
		if err != nil {
			return err
		}
		if len(units) != len(all) {
			t.Errorf("%d units of %d are there", len(units), len(all))
		}
		for _, u := range units {
			slices.Sort(u.Blocks)
			fmt.Fprintf(&b, "unit %s %s %s %v %s\n", u.ID, u.Kind, u.Node, u.Blocks, u.Data)
		}
		nodes, err := tx.Nodes(ctx, all)
		if err != nil {
			return err
		}
		for _, id := range all {
			n, err := json.Marshal(nodes[id])
			if err != nil {
				return err
			}
			// Stores may give an empty list as nil.
			fmt.Fprintf(&b, "node of %s: %s\n", id, strings.ReplaceAll(string(n), ":[]", ":null"))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	st, err := s.Stats(ctx)
	if err != nil {
		t.Fatal(err)
	}
	st.Store = "" // its name
	fmt.Fprintf(&b, "%+v\n", st)
	return b.String()
}

// firstDifference returns the first lines that differ.
func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] + "\n" + y[i]
		}
	}
	return fmt.Sprintf("%d lines and %d", len(x), len(y))
}

func open(t *testing.T) graph.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// Laws 1 and 3 on the embedded store.
func TestLawsOnSQLite(t *testing.T) {
	ctx := context.Background()
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 11))
		claims, err := resolve.MakeArticles(r, 20)
		if err != nil {
			t.Fatal(err)
		}
		var ids []graph.ID
		for _, c := range claims {
			ids = append(ids, c.Article.ID)
		}
		load := func(s graph.Store, claims []graph.Claims) {
			t.Helper()
			for c := range slices.Chunk(claims, 1+r.IntN(8)) {
				if err := s.Update(ctx, func(tx graph.Tx) error { _, err := resolve.Add(ctx, tx, c); return err }); err != nil {
					t.Fatal(err)
				}
			}
		}
		a, b := open(t), open(t)
		load(a, claims)
		r.Shuffle(len(claims), func(i, j int) { claims[i], claims[j] = claims[j], claims[i] })
		load(b, claims)
		if dump(t, a, ids) != dump(t, b, ids) {
			t.Fatalf("seed %d: another order gives another graph", seed)
		}
		var back []graph.ID
		for _, c := range claims[10:] {
			back = append(back, c.Article.ID)
		}
		if err := b.Update(ctx, func(tx graph.Tx) error { return resolve.Remove(ctx, tx, back) }); err != nil {
			t.Fatal(err)
		}
		half := open(t)
		load(half, claims[:10])
		if dump(t, half, ids) != dump(t, b, ids) {
			t.Fatalf("seed %d: taking articles back leaves another graph than the others give", seed)
		}
		load(b, claims)
		if dump(t, a, ids) != dump(t, b, ids) {
			t.Fatalf("seed %d: loading articles again gives another graph", seed)
		}
	}
}

// A subject is found by any of its wordings, and so are the meetings about it.
func TestOneSubjectIsFoundByEveryWording(t *testing.T) {
	ctx := context.Background()
	s := open(t)
	wordings := []string{"expulsion of American forces", "withdrawal of US troops", "foreign forces must leave"}
	for _, c := range resolve.MakeTopics(t, append(wordings, "the border with Chile")...) {
		if err := s.Update(ctx, func(tx graph.Tx) error { _, err := resolve.Add(ctx, tx, []graph.Claims{c}); return err }); err != nil {
			t.Fatal(err)
		}
	}
	for _, query := range []string{"expulsion", "withdraw*", `"foreign forces"`, "American soldiers OR troops"} {
		text, err := terms.Parse(query)
		if err != nil {
			t.Fatal(err)
		}
		topics, err := s.Topics(ctx, graph.TopicQuery{Text: &text, Page: graph.Page{Limit: 9}})
		if err != nil {
			t.Fatal(err)
		}
		if len(topics.Items) != 1 || len(topics.Items[0].Wordings) != len(wordings) {
			t.Errorf("%s finds %+v", query, topics.Items)
		}
		meetings, err := s.Occurrences(ctx, graph.OccurrenceQuery{Kind: graph.KindMeeting, Filter: graph.OccurrenceFilter{About: &text}, Page: graph.Page{Limit: 9}})
		if err != nil {
			t.Fatal(err)
		}
		if n := meetings[""].Total; n != 1 {
			t.Errorf("%s finds %d meetings, want the one", query, n)
		}
	}
}
