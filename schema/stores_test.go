package schema_test

import (
	"path/filepath"
	"sync"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/graphtest"
	"github.com/whomet/whomet/graph/neo4j"
	"github.com/whomet/whomet/graph/neo4j/neo4jtest"
	"github.com/whomet/whomet/graph/sqlite"
)

// onEachStore runs a test on an empty store of each kind. count returns the
// number of statements that the store sent since it was called last.
func onEachStore(t *testing.T, test func(t *testing.T, store graph.Store, count func() int)) {
	for name, open := range map[string]func(*testing.T, func(string)) (graph.Store, error){
		"sqlite": func(t *testing.T, trace func(string)) (graph.Store, error) {
			return sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), sqlite.WithTrace(trace))
		},
		"neo4j": func(t *testing.T, trace func(string)) (graph.Store, error) {
			return neo4j.Open(t.Context(), neo4jtest.Start(t), neo4j.Config{Trace: trace})
		},
	} {
		t.Run(name, func(t *testing.T) {
			var sent counter
			store, err := open(t, sent.add)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { store.Close() })
			test(t, store, sent.take)
		})
	}
}

// onSample runs a test on the sample graph in each store.
func onSample(t *testing.T, test func(t *testing.T, store graph.Store, sample graphtest.SampleGraph, count func() int)) {
	onEachStore(t, func(t *testing.T, store graph.Store, count func() int) {
		sample := graphtest.Sample()
		if err := sample.Put(t.Context(), store); err != nil {
			t.Fatal(err)
		}
		count()
		test(t, store, sample, count)
	})
}

// counter counts statements.
type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) add(string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
}

func (c *counter) take() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := c.n
	c.n = 0
	return n
}
