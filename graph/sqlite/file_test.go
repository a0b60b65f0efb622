package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/graphtest"
)

func TestOpenAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	sample := graphtest.Sample()
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := sample.Put(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	stats, err := open(t, path).Stats(t.Context())
	if err != nil || stats.Articles != 6 || !strings.HasPrefix(stats.Store, "SQLite 3.") {
		t.Errorf("opened again, the store holds %+v, %v", stats, err)
	}
}

func TestOpenPaths(t *testing.T) {
	for _, name := range []string{"a b.db", "what?.db", "100%.db", "#1.db", "größe.db", "a&_pragma=query_only(1).db", "%41.db"} {
		dir := t.TempDir()
		s := open(t, filepath.Join(dir, name))
		if err := graphtest.Sample().Put(t.Context(), s); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	// A name relative to the working directory.
	t.Chdir(t.TempDir())
	s := open(t, "graph.db")
	if err := s.Ready(t.Context()); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat("graph.db"); err != nil {
		t.Error(err)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	run := func(name string, statements ...string) string {
		path := filepath.Join(dir, name)
		db, err := sql.Open("sqlite", dsn(path, 1))
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		for _, s := range statements {
			if _, err := db.Exec(s); err != nil {
				t.Fatal(err)
			}
		}
		return path
	}
	text := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("This is no database. ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"":                                     "no file",
		text:                                   "not a database",
		dir:                                    "unable to open",
		filepath.Join(dir, "none", "graph.db"): "unable to open",
		run("other.db", "CREATE TABLE song (title TEXT)"): "not whomet's",
		run("fake.db", "CREATE TABLE node (id TEXT)"):     "not whomet's",
		run("newer.db", fmt.Sprintf("PRAGMA application_id = %d", applicationID), "PRAGMA user_version = 999", "CREATE TABLE node (id TEXT)"): "newer whomet",
	} {
		s, err := Open(t.Context(), path)
		if err == nil {
			s.Close()
			t.Errorf("%s was opened", path)
			continue
		}
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%s: the error is %q; it must say %q", path, err, want)
		}
	}
	if b, err := os.ReadFile(text); err != nil || !strings.HasPrefix(string(b), "This is no database.") {
		t.Error("a file that is no database was written to")
	}
}

// TestMigrateStopsWhole tests that a migration that fails leaves the file as
// it was.
func TestMigrateStopsWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	db, err := sql.Open("sqlite", dsn(path, 1))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	// A view in the way of the last table.
	if _, err := db.Exec(fmt.Sprintf("PRAGMA application_id = %d; CREATE VIEW topic_words AS SELECT 1", applicationID)); err != nil {
		t.Fatal(err)
	}
	if s, err := Open(t.Context(), path); err == nil {
		s.Close()
		t.Fatal("the migration went through")
	}
	var tables, version int
	if err := db.QueryRow("SELECT (SELECT count(*) FROM sqlite_schema), user_version FROM pragma_user_version").Scan(&tables, &version); err != nil {
		t.Fatal(err)
	}
	if tables != 1 || version != 0 {
		t.Errorf("a failed migration left %d tables at version %d", tables, version)
	}
}

// TestWritersOfSeveralProcesses has two stores on one file, as two processes
// have, take turns.
func TestWritersOfSeveralProcesses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	stores := []*Store{open(t, path), open(t, path)}
	const each = 20
	var wg sync.WaitGroup
	for i, s := range stores {
		wg.Go(func() {
			for n := range each {
				err := s.Update(t.Context(), func(tx graph.Tx) error {
					units, err := tx.Units(t.Context(), []graph.ID{"counter"})
					if err != nil {
						return err
					}
					data := "x"
					if len(units) > 0 {
						data += string(units[0].Data)
					}
					return tx.PutUnits(t.Context(), []graph.Unit{{ID: "counter", Data: []byte(data)}, {ID: graph.ID(fmt.Sprint(i, n))}})
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	err := stores[0].Update(t.Context(), func(tx graph.Tx) error {
		units, err := tx.Units(t.Context(), []graph.ID{"counter"})
		if err == nil && len(units[0].Data) != 2*each {
			t.Errorf("%d updates left %d marks", 2*each, len(units[0].Data))
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestWaitEndsWithContext tests that who waits for another's update can give
// up, whether the other is of this process or not.
func TestWaitEndsWithContext(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	s, other := open(t, path), open(t, path)
	err := s.Update(t.Context(), func(graph.Tx) error {
		for _, waiting := range []*Store{s, other} {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			if err := waiting.Update(ctx, func(graph.Tx) error { return nil }); err == nil {
				t.Error("two updates ran at once")
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// TestNothingIsLeftBehind tests that no table holds a row once everything is
// removed.
func TestNothingIsLeftBehind(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "graph.db"))
	sample := graphtest.Sample()
	if err := sample.Put(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	var articles, units, nodes []graph.ID
	for _, c := range sample.Claims {
		articles = append(articles, c.Article.ID)
	}
	for _, u := range sample.Units {
		units = append(units, u.ID)
	}
	for _, n := range sample.Nodes {
		nodes = append(nodes, n.ID())
	}
	rows := func() map[string]int {
		t.Helper()
		counts := map[string]int{}
		var tables []string
		query := func(statement string, into func(scan func(...any) error) error) {
			t.Helper()
			if err := s.db.query(t.Context(), statement, nil, into); err != nil {
				t.Fatal(err)
			}
		}
		// Of the full-text tables the documents' sizes tell how many there are.
		query("SELECT name FROM sqlite_schema WHERE type = 'table' AND (name NOT LIKE '%\\_words%' ESCAPE '\\' OR name LIKE '%\\_docsize' ESCAPE '\\')", func(scan func(...any) error) error {
			var name string
			err := scan(&name)
			tables = append(tables, name)
			return err
		})
		for _, name := range tables {
			query("SELECT count(*) FROM "+name, func(scan func(...any) error) error {
				var n int
				err := scan(&n)
				counts[name] = n
				return err
			})
		}
		return counts
	}
	for table, n := range rows() {
		if n == 0 {
			t.Errorf("the sample leaves %s empty: it does not test it", table)
		}
	}
	err := s.Update(t.Context(), func(tx graph.Tx) error {
		ctx := t.Context()
		if err := tx.RemoveClaims(ctx, articles); err != nil {
			return err
		}
		if err := tx.RemoveUnits(ctx, units); err != nil {
			return err
		}
		return tx.RemoveNodes(ctx, nodes)
	})
	if err != nil {
		t.Fatal(err)
	}
	for table, n := range rows() {
		if table == "arrival" {
			continue // no number is given twice
		}
		if n != 0 {
			t.Errorf("%d rows are left in %s", n, table)
		}
	}
}

// TestReportsFromBefore tests that reports of a file that an older whomet
// wrote have not come anew when their article is read again.
func TestReportsFromBefore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	s := open(t, path)
	sample := graphtest.Sample()
	if err := sample.Put(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	// As the older one knew it.
	if _, err := s.writer.Exec("DROP INDEX report_arrived; ALTER TABLE report DROP COLUMN arrived; DROP TABLE arrival; PRAGMA user_version = 3"); err != nil {
		t.Fatal(err)
	}
	again := open(t, path)
	err := again.Update(t.Context(), func(tx graph.Tx) error {
		if err := tx.RemoveClaims(t.Context(), sample.IDs("a1")); err != nil {
			return err
		}
		return tx.PutClaims(t.Context(), sample.Claims[:1])
	})
	if err != nil {
		t.Fatal(err)
	}
	got, err := again.Arrivals(t.Context(), graph.ArrivalQuery{Kind: graph.KindMeeting, Limit: 10})
	if err != nil || len(got.Items) != 0 || got.Mark != 0 {
		t.Errorf("came: %+v, %v", got, err)
	}
}
