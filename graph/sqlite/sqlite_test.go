package sqlite

import (
	"context"
	"flag"
	"path/filepath"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/graphtest"
)

func TestStore(t *testing.T) {
	graphtest.TestStore(t, func(t *testing.T, trace func(string)) graph.Store {
		return open(t, filepath.Join(t.TempDir(), "graph.db"), WithTrace(trace))
	})
}

func open(t testing.TB, path string, opts ...Option) *Store {
	t.Helper()
	s, err := Open(context.Background(), path, opts...)
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

var meetings = flag.Int("meetings", 500, "how many meetings the graph of the benchmarks holds")

func BenchmarkStore(b *testing.B) {
	graphtest.BenchmarkStore(b, open(b, filepath.Join(b.TempDir(), "graph.db")), *meetings)
}
