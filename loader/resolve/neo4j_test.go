package resolve_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/neo4j"
	"github.com/whomet/whomet/graph/neo4j/neo4jtest"
	"github.com/whomet/whomet/loader/resolve"
)

// Both stores hold the same graph of the same articles, whatever the order and
// the batches, and after some were taken back.
func TestStoresHoldTheSameGraph(t *testing.T) {
	ctx := context.Background()
	server, err := neo4j.Open(ctx, neo4jtest.Start(t), neo4j.Config{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
	})
	file := open(t)
	r := rand.New(rand.NewPCG(5, 13))
	claims, err := resolve.MakeArticles(r, 20)
	if err != nil {
		t.Fatal(err)
	}
	var ids []graph.ID
	for _, c := range claims {
		ids = append(ids, c.Article.ID)
	}
	update := func(s graph.Store, f func(graph.Tx) error) {
		t.Helper()
		if err := s.Update(ctx, f); err != nil {
			t.Fatal(err)
		}
	}
	same := func(when string) {
		t.Helper()
		a, b := dump(t, file, ids), dump(t, server, ids)
		if a != b {
			t.Fatalf("%s, the stores differ:\n%s", when, firstDifference(a, b))
		}
	}
	update(file, func(tx graph.Tx) error { _, err := resolve.Add(ctx, tx, claims); return err })
	r.Shuffle(len(claims), func(i, j int) { claims[i], claims[j] = claims[j], claims[i] })
	for c := range slices.Chunk(claims, 7) {
		update(server, func(tx graph.Tx) error { _, err := resolve.Add(ctx, tx, c); return err })
	}
	same("loaded")
	for _, s := range []graph.Store{file, server} {
		update(s, func(tx graph.Tx) error { return resolve.Remove(ctx, tx, ids[:8]) })
	}
	same("after articles were taken back")
}
