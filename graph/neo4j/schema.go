package neo4j

import (
	"context"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// schemaVersion is the version of what migrations make; a store keeps it.
var schemaVersion = len(migrations)

// migrations bring a store from version i to i+1. Each is a list of
// statements that may be run again, as a migration that is cut short is.
// Schema statements of Neo4j are transactions of their own.
var migrations = [][]string{{
	"CREATE CONSTRAINT node_id IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE",
	"CREATE CONSTRAINT mention_id IF NOT EXISTS FOR (n:Mention) REQUIRE n.id IS UNIQUE",
	"CREATE CONSTRAINT report_id IF NOT EXISTS FOR (n:Report) REQUIRE n.id IS UNIQUE",
	"CREATE CONSTRAINT unit_id IF NOT EXISTS FOR (n:Unit) REQUIRE n.id IS UNIQUE",
	"CREATE CONSTRAINT block_key IF NOT EXISTS FOR (n:Block) REQUIRE n.key IS UNIQUE",

	"CREATE INDEX mention_unit IF NOT EXISTS FOR (n:Mention) ON (n.unit)",
	"CREATE INDEX report_unit IF NOT EXISTS FOR (n:Report) ON (n.unit)",
	"CREATE INDEX unit_node IF NOT EXISTS FOR (n:Unit) ON (n.node)",
	"CREATE INDEX article_day IF NOT EXISTS FOR (n:Article) ON (n.firstDay)",
	"CREATE INDEX meeting_day IF NOT EXISTS FOR (n:Meeting) ON (n.firstDay)",
	"CREATE INDEX event_day IF NOT EXISTS FOR (n:Event) ON (n.firstDay)",

	"CREATE FULLTEXT INDEX keys IF NOT EXISTS FOR (n:Entity|Topic|Article) ON EACH [n.keys]" + byWhiteSpace,
	"CREATE FULLTEXT INDEX articleWords IF NOT EXISTS FOR (n:Article) ON EACH [n.words]" + byWhiteSpace,
	"CREATE FULLTEXT INDEX reportWords IF NOT EXISTS FOR (n:Report) ON EACH [n.words]" + byWhiteSpace,
	"CREATE FULLTEXT INDEX topicWords IF NOT EXISTS FOR (n:Topic) ON EACH [n.words]" + byWhiteSpace,
	"CALL db.awaitIndexes(300)",
}, {
	"CREATE INDEX judgement_a IF NOT EXISTS FOR (n:Judgement) ON (n.a)",
	"CREATE INDEX judgement_b IF NOT EXISTS FOR (n:Judgement) ON (n.b)",
	"CREATE INDEX judgement_rule IF NOT EXISTS FOR (n:Judgement) ON (n.rule)",
	"MATCH (a:Article) WHERE size(a.path) < 100 SET a.pathKey = a.path",
	"CREATE INDEX article_path IF NOT EXISTS FOR (n:Article) ON (n.pathKey)",
	"CALL db.awaitIndexes(300)",
}, {
	"CREATE INDEX report_arrived IF NOT EXISTS FOR (n:Report) ON (n.arrived)",
	"CALL db.awaitIndexes(300)",
}}

const byWhiteSpace = " OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}"

// migrate brings the store to schemaVersion.
func (s *Store) migrate(ctx context.Context) error {
	rows, err := s.run(ctx, `
		OPTIONAL MATCH (s:Store {id: 'whomet'})
		RETURN s.schema AS version, s IS NULL AND EXISTS { MATCH (x) } AS foreign`, nil)
	if err != nil {
		return s.explain(ctx, "open", err)
	}
	version, foreign := rows[0].num("version"), rows[0]["foreign"] == true
	switch {
	case foreign:
		return fmt.Errorf("open %s: database %s holds something else than whomet's graph; set NEO4J_DATABASE to an empty one", s.url, s.cfg.Database)
	case version > schemaVersion:
		return fmt.Errorf("open %s: a newer whomet wrote this store (its schema is %d, this whomet knows up to %d); use that one", s.url, version, schemaVersion)
	case version == schemaVersion:
		return nil
	}
	// Made first, and alone, so that two processes that open an empty
	// database make one :Store and not two.
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	statements := []string{
		"CREATE CONSTRAINT store_id IF NOT EXISTS FOR (n:Store) REQUIRE n.id IS UNIQUE",
		"CREATE CONSTRAINT commit_id IF NOT EXISTS FOR (n:Commit) REQUIRE n.id IS UNIQUE",
	}
	for _, m := range migrations[version:] {
		statements = append(statements, m...)
	}
	for _, cypher := range statements {
		if err := s.schema(ctx, session, cypher, nil); err != nil {
			return s.explain(ctx, "migrate the store", err)
		}
	}
	err = s.schema(ctx, session, `
		MERGE (s:Store {id: 'whomet'})
		MERGE (c:Commit {id: 'whomet'}) ON CREATE SET c.begun = 0, c.done = 0
		SET s.schema = CASE WHEN s.schema > $version THEN s.schema ELSE $version END`, map[string]any{"version": schemaVersion})
	if err != nil {
		return s.explain(ctx, "migrate the store", err)
	}
	return nil
}

func (s *Store) schema(ctx context.Context, session neo4j.SessionWithContext, cypher string, params map[string]any) error {
	if s.cfg.Trace != nil {
		s.cfg.Trace(cypher)
	}
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		result, err := tx.Run(ctx, cypher, params)
		if err != nil {
			return nil, err
		}
		return result.Consume(ctx)
	})
	return err
}
