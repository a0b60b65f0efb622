package open

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
)

func TestStoreOpensSQLite(t *testing.T) {
	file := filepath.Join(t.TempDir(), "graph.db")
	for _, u := range []string{"sqlite:" + file, "sqlite://" + file} {
		var sent []string
		s, err := Store(t.Context(), u, WithTrace(func(statement string) { sent = append(sent, statement) }))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Nodes(t.Context(), []graph.ID{"nobody"}); err != nil {
			t.Error(err)
		}
		if len(sent) != 1 {
			t.Errorf("%d statements were traced, want 1", len(sent))
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestStoreTellsTheForms tests that what cannot be opened is refused before
// anything is reached, with words that help and no password.
func TestStoreTellsTheForms(t *testing.T) {
	for u, want := range map[string]string{
		"":                                "sqlite:FILE",
		"whomet.db":                       "sqlite:FILE",
		"sqlite:":                         "sqlite:whomet.db",
		"sqlite://":                       "sqlite:whomet.db",
		"postgres://localhost/graph":      `"postgres"`,
		"http://localhost:7474":           "neo4j://HOST:PORT",
		"neo4j:":                          "neo4j://HOST:PORT",
		"bolt+s://":                       "bolt+s://HOST:PORT",
		"neo4j://%zz":                     "neo4j://HOST:PORT",
		"neo4j://sam:secret@localhost":    "NEO4J_PASSWORD",
		"bolt+ssc://sam:secret@localhost": "NEO4J_PASSWORD",
	} {
		s, err := Store(t.Context(), u)
		if err == nil {
			s.Close()
			t.Errorf("%q was opened", u)
			continue
		}
		if s != nil {
			t.Errorf("%q: a store came with the error", u)
		}
		if !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: the error is %q; it must say %q", u, err, want)
		}
	}
}
