package resolve_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/jsonl"
	"github.com/whomet/whomet/loader/resolve"
)

// export returns the canonical export of the store.
func export(t *testing.T, s graph.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := jsonl.Write(context.Background(), s, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// permutations calls f with every order of n things.
func permutations(n int, f func(order []int)) {
	order := make([]int, 0, n)
	used := make([]bool, n)
	var next func()
	next = func() {
		if len(order) == n {
			f(order)
			return
		}
		for i := range n {
			if !used[i] {
				used[i], order = true, append(order, i)
				next()
				used[i], order = false, order[:len(order)-1]
			}
		}
	}
	next()
}

// Law 1 on the seeds: every order, one article after the other, gives one and
// the same export; and so does the other store.
func TestSeedsInEveryOrder(t *testing.T) {
	claims := readSeeds(t, shared(t))
	in := func(order []int) []graph.Claims {
		out := make([]graph.Claims, len(order))
		for i, j := range order {
			out[i] = claims[j]
		}
		return out
	}
	want := export(t, put(t, open(t), claims))
	orders := 0
	permutations(len(claims), func(order []int) {
		orders++
		if testing.Short() && orders%12 != 0 || t.Failed() {
			return
		}
		if got := export(t, put(t, open(t), in(order))); got != want {
			t.Errorf("order %v gives another export:\n%s", order, firstDifference(got, want))
		}
	})
	t.Logf("%d articles in %d orders", len(claims), orders)

	// Neo4j, in a few orders: articles are taken back and come again.
	ctx := context.Background()
	server := openServer(t)
	var ids []graph.ID
	for _, c := range claims {
		ids = append(ids, c.Article.ID)
	}
	for _, order := range [][]int{{4, 2, 0, 3, 1}, {1, 3, 2, 4, 0}} {
		for _, c := range in(order) {
			if err := server.Update(ctx, func(tx graph.Tx) error { _, err := resolve.Add(ctx, tx, []graph.Claims{c}); return err }); err != nil {
				t.Fatal(err)
			}
		}
		if got := export(t, server); got != want {
			t.Errorf("Neo4j in order %v gives another export:\n%s", order, firstDifference(got, want))
		}
		if err := server.Update(ctx, func(tx graph.Tx) error { return resolve.Remove(ctx, tx, ids) }); err != nil {
			t.Fatal(err)
		}
		if got := export(t, server); got != "" {
			t.Errorf("all articles were taken back; what is left is\n%s", got)
		}
	}
}
