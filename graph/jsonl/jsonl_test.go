package jsonl_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/graphtest"
	"github.com/whomet/whomet/graph/jsonl"
	"github.com/whomet/whomet/graph/neo4j"
	"github.com/whomet/whomet/graph/neo4j/neo4jtest"
	"github.com/whomet/whomet/graph/sqlite"
)

var update = flag.Bool("update", false, "write testdata/sample.jsonl anew")

// Both stores write the sample graph as testdata/sample.jsonl has it.
func TestWrite(t *testing.T) {
	golden := filepath.Join("testdata", "sample.jsonl")
	for name, open := range map[string]func(t *testing.T) (graph.Store, error){
		"sqlite": func(t *testing.T) (graph.Store, error) {
			return sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
		},
		"neo4j": func(t *testing.T) (graph.Store, error) {
			return neo4j.Open(t.Context(), neo4jtest.Start(t), neo4j.Config{})
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := open(t)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if err := graphtest.Sample().Put(t.Context(), s); err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			if err := jsonl.Write(t.Context(), s, &got); err != nil {
				t.Fatal(err)
			}
			checkLines(t, got.String())
			if *update && name == "sqlite" {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			a, b := strings.Split(got.String(), "\n"), strings.Split(string(want), "\n")
			for i := range min(len(a), len(b)) {
				if a[i] != b[i] {
					t.Fatalf("line %d:\ngot  %s\nwant %s", i+1, a[i], b[i])
				}
			}
			if len(a) != len(b) {
				t.Errorf("%d lines, want %d", len(a), len(b))
			}
		})
	}
}

// checkLines tests that lines go by id, each once, and that edges lead to
// nodes that have a line.
func checkLines(t *testing.T, text string) {
	t.Helper()
	var ids []string
	nodes := map[string]bool{}
	var ends []string
	for line := range strings.Lines(text) {
		var l struct{ ID, Kind, From, To, LoadedAt string }
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		ids = append(ids, l.ID)
		if l.From == "" {
			nodes[l.ID] = true
		} else {
			ends = append(ends, l.From, l.To)
		}
		if l.LoadedAt != "" || l.Kind == "" {
			t.Errorf("a line with a load time or without a kind: %s", line)
		}
	}
	if !slices.IsSorted(ids) || len(slices.Compact(slices.Clone(ids))) != len(ids) {
		t.Error("the lines do not go by id, each once")
	}
	for _, id := range ends {
		if id != "" && !nodes[id] {
			t.Errorf("an edge leads to %s, which is no line", id)
		}
	}
}
