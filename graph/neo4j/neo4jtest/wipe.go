package neo4jtest

import (
	"context"
	"fmt"
	"os"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// marker is the name of the index that says a database is for tests. An index
// on a label that nothing has is seen by no query, and outlives the wiping of
// all nodes.
const marker = "whomet_test_database"

// wipe empties the database: its nodes and relationships, not its indexes.
// It refuses one that holds anything and lacks the marker.
func wipe(ctx context.Context, url string) error {
	auth := neo4j.NoAuth()
	if user := os.Getenv("NEO4J_USERNAME"); user != "" {
		auth = neo4j.BasicAuth(user, os.Getenv("NEO4J_PASSWORD"), "")
	}
	driver, err := neo4j.NewDriverWithContext(url, auth)
	if err != nil {
		return fmt.Errorf("neo4jtest: %w", err)
	}
	defer driver.Close(ctx)
	database := os.Getenv("NEO4J_DATABASE")
	if database == "" {
		database = "neo4j"
	}
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: database})
	defer session.Close(ctx)

	// first runs a statement to its end and returns its first value.
	first := func(cypher string) (any, error) {
		result, err := session.Run(ctx, cypher, nil)
		if err != nil {
			return nil, fmt.Errorf("neo4jtest: %w", err)
		}
		records, err := result.Collect(ctx)
		if err != nil || len(records) == 0 {
			return nil, err
		}
		return records[0].Values[0], nil
	}
	marked, err := first("SHOW INDEXES YIELD name WHERE name = '" + marker + "' RETURN name")
	if err != nil {
		return err
	}
	if marked == nil {
		nodes, err := first("MATCH (n) RETURN count(n)")
		if err != nil {
			return err
		}
		if nodes != int64(0) {
			return fmt.Errorf("neo4jtest: database %s at %s holds %d nodes that no test made; give tests an empty one", database, url, nodes)
		}
		if _, err := first("CREATE INDEX " + marker + " FOR (n:WhometTestDatabase) ON (n.id)"); err != nil {
			return err
		}
	}
	_, err = first("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
	return err
}
