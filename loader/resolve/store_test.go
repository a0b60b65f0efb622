package resolve_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/neo4j"
	"github.com/whomet/whomet/graph/neo4j/neo4jtest"
	"github.com/whomet/whomet/graph/sqlite"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/resolve"
)

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

// open returns an empty graph in SQLite.
func open(t *testing.T) graph.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "graph.db"))
	return closing(t, s, err)
}

// openServer returns an empty graph in Neo4j.
func openServer(t *testing.T) graph.Store {
	t.Helper()
	s, err := neo4j.Open(context.Background(), neo4jtest.Start(t), neo4j.Config{})
	return closing(t, s, err)
}

// closing returns the store just opened, which is closed when the test ends.
func closing(t *testing.T, s graph.Store, err error) graph.Store {
	t.Helper()
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

// onBothStores runs the test with an empty graph of each kind.
func onBothStores(t *testing.T, test func(*testing.T, graph.Store)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, open(t)) })
	t.Run("neo4j", func(t *testing.T) { test(t, openServer(t)) })
}

// A subject is found by any of its wordings, and so are the meetings about it.
func TestOneSubjectIsFoundByEveryWording(t *testing.T) {
	for _, c := range []struct{ wordings, queries []string }{
		{[]string{"expulsion of American forces", "withdrawal of US troops", "foreign forces must leave"},
			[]string{"expulsion", "withdraw*", `"foreign forces"`, "American soldiers OR troops"}},
		{[]string{"dearer bread in Egypt", "a rise in the price of Egyptian bread"}, []string{"dearer", `"price of Egyptian bread"`}},
		{[]string{"vaccinating Ghanaian children against measles", "measles jabs for children in Ghana"}, []string{"vaccinating", "jabs"}},
		{[]string{"Peru's sale of copper to Cuba", "Cuba buying Peruvian copper"}, []string{"sale of copper", "buying copper"}},
	} {
		t.Run(c.wordings[0], func(t *testing.T) {
			onBothStores(t, func(t *testing.T, s graph.Store) { findsByEach(t, s, c.wordings, c.queries) })
		})
	}
}

// findsByEach loads a meeting about each wording, which are of one subject,
// and one about another, and looks for them.
func findsByEach(t *testing.T, s graph.Store, wordings, queries []string) {
	ctx := context.Background()
	for _, c := range resolve.MakeTopics(t, append(slices.Clone(wordings), "the border with Chile")...) {
		if err := s.Update(ctx, func(tx graph.Tx) error { _, err := resolve.Add(ctx, tx, []graph.Claims{c}); return err }); err != nil {
			t.Fatal(err)
		}
	}
	for _, query := range queries {
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
