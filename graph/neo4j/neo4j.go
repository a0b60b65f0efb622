// Package neo4j keeps the graph in a Neo4j 5 (5.26 or later): for a team, on a
// server or a cluster.
//
// What lies in the database can be asked in Cypher by hand. Dates are ISO 8601
// strings, as precise as they are known; days ("firstDay") are whole ones, to
// compare.
//
//	(:Node:Entity:Person|Organization|Place {id, kind, name, aliases, mentionCount, meetingCount, firstSeen, lastSeen,
//	    titles, countryCode, latitude, longitude})
//	(:Node:Occurrence:Meeting|Event {id, kind, summary, status, mode, type, date, dateEnd, datePrecision, dateText,
//	    firstDay, lastDay, confidence, reportCount})
//	(:Node:Topic {id, name, wordings, meetingCount})
//	(:Node:Article {id, title, url, path, source, sourceId, publishedAt, firstDay, lastDay, loadedAt, language, text,
//	    extractor, spanCount})
//	(:Mention {id, kind, name, aliases, starts, ends, texts, sentences, unit})    one entry a span in each list
//	(:Report {id, kind, status, date, topics, quotes, extractor, confidence, unit, arrived})
//	(:Node:Judgement {id, kind, a, b, verdict, name, score, reason, by, at, rule})    a and b are ids of units
//	(:Unit {id, kind, node, blocks, data}), (:Block {key})
//	(:Store {id: "whomet", schema, revision, arrived}), (:Commit {id: "whomet", begun, done})
//
//	(:Article)-[:HAS {order}]->(:Mention)-[:REFERS_TO]->(:Entity)
//	(:Article)-[:MAKES {order}]->(:Report)-[:OF]->(:Occurrence)
//	(:Entity)-[:PARTICIPATED_IN {role, title, onBehalfOf, order}]->(:Occurrence)
//	(:Occurrence)-[:HELD_AT]->(:Place)
//	(:Occurrence)-[:ABOUT {order}]->(:Topic)
//	(:Topic)-[:CONCERNS]->(:Entity|Occurrence)
//	(:Person)-[:HOLDS_POSITION_AT {title, firstSeen, lastSeen}]->(:Entity)
//	(:Place)-[:WITHIN]->(:Place)
//	(:Unit)-[:IN]->(:Block)
//
// A unit names its node, and a mention or report its unit, by id; REFERS_TO
// and OF follow from these. Some properties are whomet's own bookkeeping:
// positions, participants and the like as JSON ("claim", "positions"), and
// the words and keys of graph/terms ("words", "keys", "folded").
//
// Every id is unique: among all nodes (:Node), among mentions, reports and
// units (constraints). Full-text indexes over
// "words" and "keys" take these apart at white space only, so that Neo4j sees
// the words that graph/terms made. See schema.go for all indexes.
//
// Every read is one statement. It starts where there is least (an id, a name,
// a topic, a word) and walks from there. Writers take turns by locking the
// :Store node; :Commit lets readers see whole updates only (read.go).
package neo4j

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"github.com/whomet/whomet/graph"
)

// Config says how to reach a database.
type Config struct {
	// Username and Password; an empty Username means no authentication.
	Username, Password string
	// Database, "neo4j" if empty.
	Database string
	// Trace, if set, is told every statement that is run.
	Trace func(statement string)
}

// Store is a [graph.Store] in a Neo4j database.
type Store struct {
	driver neo4j.DriverWithContext
	url    string
	cfg    Config
	// bookmarks let a session read what another of this process wrote, on
	// whatever member of a cluster.
	bookmarks neo4j.BookmarkManager
	version   string // "Neo4j 5.26.26"
}

var _ graph.Store = (*Store)(nil)

// Open reaches the database at a URL such as "neo4j://host:7687", brings its
// schema up to date and returns it as a store. It refuses a database that
// holds something else, or that a newer whomet wrote. Errors say what to do.
func Open(ctx context.Context, url string, cfg Config) (*Store, error) {
	if cfg.Database == "" {
		cfg.Database = "neo4j"
	}
	auth := neo4j.NoAuth()
	if cfg.Username != "" {
		auth = neo4j.BasicAuth(cfg.Username, cfg.Password, "")
	}
	driver, err := neo4j.NewDriverWithContext(url, auth, func(c *config.Config) {
		c.UserAgent = "whomet"
		c.SocketConnectTimeout = 5 * time.Second
		c.ConnectionAcquisitionTimeout = 30 * time.Second
		c.MaxTransactionRetryTime = 30 * time.Second
	})
	if err != nil {
		return nil, fmt.Errorf("open %s: %w; a Neo4j URL is written neo4j://host:7687, neo4j+s://host or bolt://host:7687", url, err)
	}
	s := &Store{driver: driver, url: url, cfg: cfg, bookmarks: neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{})}
	if err := s.start(ctx); err != nil {
		driver.Close(ctx)
		return nil, err
	}
	return s, nil
}

func (s *Store) start(ctx context.Context) error {
	if err := s.driver.VerifyConnectivity(ctx); err != nil {
		return s.explain(ctx, "open", err)
	}
	rows, err := s.run(ctx, "CALL dbms.components() YIELD name, versions RETURN name, versions[0] AS version", nil)
	if err != nil {
		return s.explain(ctx, "open", err)
	}
	for _, row := range rows {
		if v := row.str("version"); strings.HasPrefix(row.str("name"), "Neo4j Kernel") {
			s.version = "Neo4j " + v
			if !supported(v) {
				return fmt.Errorf("open %s: this is Neo4j %s; whomet needs 5.26 or later (docker-compose.yml starts one)", s.url, v)
			}
		}
	}
	return s.migrate(ctx)
}

// supported tells whether whomet's Cypher runs on a version of Neo4j.
func supported(version string) bool {
	var major, minor int
	if _, err := fmt.Sscanf(version, "%d.%d", &major, &minor); err != nil {
		return true // a development build: let it try
	}
	return major > 5 || major == 5 && minor >= 26
}

// Ready tells whether the database answers and takes this store's
// credentials.
func (s *Store) Ready(ctx context.Context) error {
	_, err := s.read(ctx, "ask the store", " RETURN [] AS rows", nil)
	return err
}

// Close ends all connections.
func (s *Store) Close() error { return s.driver.Close(context.Background()) }

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: mode, DatabaseName: s.cfg.Database, BookmarkManager: s.bookmarks})
}

// run runs one statement that reads, again after transient faults, and returns
// its rows.
func (s *Store) run(ctx context.Context, cypher string, params map[string]any) ([]row, error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(ctx)
	rows, err := session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return s.runIn(ctx, tx, cypher, params)
	})
	if err != nil {
		return nil, err
	}
	return rows.([]row), nil
}

// runIn runs a statement in a transaction and returns its rows.
func (s *Store) runIn(ctx context.Context, tx neo4j.ManagedTransaction, cypher string, params map[string]any) ([]row, error) {
	if s.cfg.Trace != nil {
		s.cfg.Trace(cypher)
	}
	result, err := tx.Run(ctx, cypher, params)
	if err != nil {
		return nil, err
	}
	records, err := result.Collect(ctx)
	if err != nil {
		return nil, err
	}
	rows := make([]row, len(records))
	for i, r := range records {
		rows[i] = row(r.AsMap())
	}
	return rows, nil
}
