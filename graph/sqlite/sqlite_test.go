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

// TestWideFilter tests that a condition of very many parts is not too deep
// for SQLite.
func TestWideFilter(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "graph.db"))
	sample := graphtest.Sample()
	if err := sample.Put(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	var f graph.OccurrenceFilter
	for range 1500 {
		f.Or = append(f.Or, graph.OccurrenceFilter{MinConfidence: 0.95})
		f.And = append(f.And, graph.OccurrenceFilter{MinConfidence: 0.5})
	}
	got, err := s.Occurrences(t.Context(), graph.OccurrenceQuery{Kind: graph.KindMeeting, Filter: f})
	if err != nil {
		t.Fatal(err)
	}
	if n := got[""].Total; n != 1 {
		t.Errorf("%d meetings, want 1", n)
	}
}
