package neo4j_test

import (
	"flag"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/graphtest"
	"github.com/whomet/whomet/graph/neo4j"
	"github.com/whomet/whomet/graph/neo4j/neo4jtest"
)

func open(t testing.TB, trace func(string)) graph.Store {
	t.Helper()
	s, err := neo4j.Open(t.Context(), neo4jtest.Start(t), neo4j.Config{Trace: trace})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestStore(t *testing.T) {
	graphtest.TestStore(t, func(t *testing.T, trace func(string)) graph.Store { return open(t, trace) })
}

var meetings = flag.Int("meetings", 500, "how many meetings the graph of the benchmarks holds")

func BenchmarkStore(b *testing.B) { graphtest.BenchmarkStore(b, open(b, nil), *meetings) }
