// Package sqlite is the embedded graph.Store: one SQLite file, read and
// written in this process by modernc.org/sqlite.
//
// The file holds both layers, and the units between them:
//
//	node            every node, articles too: its JSON without edges and counts
//	name_key        the keys that nodes are looked up by
//	entity          what entities are filtered and sorted by; within is an edge
//	name            their folded names
//	position        offices: edges from people to bodies
//	occurrence      what meetings and events are filtered and sorted by; place is an edge
//	participation   edges from entities to occurrences
//	about           edges from occurrences to topics
//	topic           what topics are sorted by
//	concern         edges from topics to entities and occurrences
//	article         what articles are filtered and sorted by
//	article_text    their texts
//	mention, span   an article's names for an entity, and where they stand
//	sentence        the sentences that they stand in
//	report          an article's account of an occurrence
//	arrival         the number under which the last report came
//	judgement       what people and rules hold of pairs of names
//	unit, block     which node claims belong to, and how units find each other
//	naming, telling (views) which mention is of which entity, which report of
//	                which occurrence
//	article_words, report_words, topic_words
//	                full-text indexes (FTS5) over words of graph/terms
//
// migrations/*.sql say more. Every question is one statement: lists of ids go
// in as one JSON array (json_each), a node comes out as its JSON and the JSON
// of its edges, and each anchor's page is taken by a correlated subquery, so
// that a question touches the rows near what it names.
//
// Writers take turns (BEGIN IMMEDIATE), in this process and among processes;
// readers go on beside them (write-ahead log) and see whole updates only.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"runtime"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/whomet/whomet/graph"
)

var _ graph.Store = (*Store)(nil)

// Store is a graph.Store in one SQLite file.
type Store struct {
	reader
	readers, writer *sql.DB
	trace           func(string)
}

// An Option changes how a store is opened.
type Option func(*Store)

// WithTrace has trace called with each statement that is sent to the
// database, by whichever goroutine sends it.
func WithTrace(trace func(statement string)) Option {
	return func(s *Store) { s.trace = trace }
}

// Open opens the store in the file, which is made if it is not there, and
// brings its schema up to date. It fails where the file is no SQLite database,
// is not whomet's, or was written by a newer whomet.
func Open(ctx context.Context, path string, opts ...Option) (*Store, error) {
	if path == "" {
		return nil, errors.New("open the SQLite store: no file is named")
	}
	s := &Store{trace: func(string) {}}
	for _, o := range opts {
		o(s)
	}
	var err error
	// Ids are random, so that every batch changes pages all over the file: keep
	// up to 256 MB of them, and let 32 MB of log come together before they are
	// written to their places.
	settings := []string{"_txlock=immediate", "_pragma=journal_mode(wal)", "_pragma=synchronous(normal)", "_pragma=wal_autocheckpoint(8192)"}
	if s.writer, err = sql.Open("sqlite", dsn(path, 256, settings...)); err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	s.writer.SetMaxOpenConns(1)
	if err := migrate(ctx, s.writer, path); err != nil {
		return nil, errors.Join(err, s.writer.Close())
	}
	if s.readers, err = sql.Open("sqlite", dsn(path, 32, "_pragma=query_only(1)")); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, err), s.writer.Close())
	}
	n := max(4, runtime.GOMAXPROCS(0))
	s.readers.SetMaxOpenConns(n)
	s.readers.SetMaxIdleConns(n)
	s.reader = reader{traced{s.readers, s.trace}}
	return s, nil
}

// patience is how long a statement waits for another process's lock before
// it looks whether anyone still wants it.
const patience = time.Second

// dsn names a file with the settings that every connection needs, and those of
// one that keeps so many MB of pages.
func dsn(path string, cache int, settings ...string) string {
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()}
	u.RawQuery = fmt.Sprintf("_pragma=busy_timeout(%d)&_pragma=foreign_keys(1)&_pragma=temp_store(memory)&_pragma=cache_size(%d)", patience.Milliseconds(), -cache*1024)
	for _, s := range settings {
		u.RawQuery += "&" + s
	}
	return u.String()
}

// Ready tells whether the store can answer now.
func (s *Store) Ready(ctx context.Context) error {
	if _, err := s.Nodes(ctx, []graph.ID{"ready"}); err != nil {
		return fmt.Errorf("sqlite: not ready: %w", err)
	}
	return nil
}

// Close closes the file once all statements have ended.
func (s *Store) Close() error {
	return errors.Join(s.readers.Close(), s.writer.Close())
}

// Update runs f in one transaction; see graph.Store.
func (s *Store) Update(ctx context.Context, f func(graph.Tx) error) error {
	s.trace("BEGIN IMMEDIATE")
	t, err := begin(ctx, s.writer)
	if err != nil {
		return fmt.Errorf("begin an update: %w", err)
	}
	defer t.Rollback() // after a commit it does nothing
	if err := f(&tx{reader{traced{t, s.trace}}, map[graph.ID]int{}}); err != nil {
		s.trace("ROLLBACK")
		return err
	}
	s.trace("COMMIT")
	if err := t.Commit(); err != nil {
		return fmt.Errorf("commit an update: %w", err)
	}
	return nil
}

// begin takes the write lock, waiting for other processes to give it up for
// as long as ctx does.
func begin(ctx context.Context, db *sql.DB) (*sql.Tx, error) {
	for {
		t, err := db.BeginTx(ctx, nil)
		var busy *sqlite.Error
		if err == nil || !errors.As(err, &busy) || busy.Code()&0xff != sqlite3.SQLITE_BUSY || ctx.Err() != nil {
			return t, err
		}
	}
}

// A traced database is asked in Go's own words, and tells of each statement.
type traced struct {
	db interface {
		QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
		ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	}
	trace func(string)
}

// exec runs a statement that returns nothing.
func (d traced) exec(ctx context.Context, statement string, args ...any) error {
	d.trace(statement)
	_, err := d.db.ExecContext(ctx, statement, args...)
	return err
}

// query runs a statement and calls row for each row it returns; row scans it.
func (d traced) query(ctx context.Context, statement string, args []any, row func(scan func(...any) error) error) error {
	d.trace(statement)
	rows, err := d.db.QueryContext(ctx, statement, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// reader answers questions, from the pool or within a transaction.
type reader struct{ db traced }

// tx is a graph.Tx.
type tx struct {
	reader
	// taken are the reports taken away so far, and the numbers they came under.
	taken map[graph.ID]int
}
