package neo4j

import (
	"context"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/whomet/whomet/graph"
)

// Update implements [graph.Store]. Writers, of whatever process, take turns
// by the lock on the :Store node.
func (s *Store) Update(ctx context.Context, f func(graph.Tx) error) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	begun := false
	_, err := session.ExecuteWrite(ctx, func(managed neo4j.ManagedTransaction) (any, error) {
		t := &tx{store: s, managed: managed, taken: map[graph.ID]int{}}
		rows, err := t.read(ctx, "lock the store", lockStore, nil)
		if err == nil && len(rows) == 0 {
			err = fmt.Errorf("database %s at %s was emptied since it was opened; open it again", s.cfg.Database, s.url)
		}
		if err == nil && rows[0]["begun"] == true { // by one who died, or is just done
			err = s.mark(ctx, commitDone)
		}
		if err == nil {
			err = f(t)
		}
		if err == nil {
			err = t.settle(ctx)
		}
		if err == nil {
			begun = true
			err = s.mark(ctx, commitBegun)
		}
		if t.fault != nil && neo4j.IsRetryable(t.fault) {
			return nil, t.fault // bare, for the driver to know it
		}
		return nil, err
	})
	if begun {
		// Committed or failed, and whether or not ctx is over: nothing is being
		// committed now. If this cannot be said, a reader or the next update
		// will say it.
		_ = s.mark(context.WithoutCancel(ctx), commitDone)
	}
	if err != nil {
		return s.explain(ctx, "update the store", err)
	}
	return nil
}

const (
	// lockStore takes the lock that writers take turns by, and tells whether a
	// commit has begun and not been marked as done.
	lockStore = `
		MATCH (s:Store {id: 'whomet'})
		SET s.revision = coalesce(s.revision, 0) + 1
		WITH s
		MATCH (c:Commit {id: 'whomet'})
		RETURN c.begun <> c.done AS begun`
	commitBegun = "MATCH (c:Commit {id: 'whomet'}) SET c.begun = c.begun + 1"
	commitDone  = "MATCH (c:Commit {id: 'whomet'}) SET c.done = c.begun"
)

// mark changes the :Commit node in a transaction of its own (see read.go).
func (s *Store) mark(ctx context.Context, cypher string) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return s.runIn(ctx, tx, cypher, nil)
	})
	return err
}

// tx is one update. What it writes of claims, units and nodes may come in any
// order; the edges that join them are made at its end, by settle.
type tx struct {
	store   *Store
	managed neo4j.ManagedTransaction
	fault   error // the first error that a statement met

	taken             map[graph.ID]int // reports that were taken away, and the numbers they came under
	mentions, reports []graph.ID       // claims that were put
	units             []graph.ID       // units that came, moved or went
	nodes             []graph.ID       // nodes that were put
}

func (t *tx) read(ctx context.Context, what, cypher string, params map[string]any) ([]row, error) {
	rows, err := t.store.runIn(ctx, t.managed, cypher, params)
	if err != nil {
		if t.fault == nil {
			t.fault = err
		}
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	return rows, nil
}

func (t *tx) write(ctx context.Context, what, cypher string, params map[string]any) error {
	_, err := t.read(ctx, what, cypher, params)
	return err
}

// settle points mentions and reports at the nodes of their units, wherever
// one of the three has changed, and counts reports anew by the difference.
func (t *tx) settle(ctx context.Context) error {
	if len(t.mentions)+len(t.reports)+len(t.units)+len(t.nodes) == 0 {
		return nil
	}
	for _, c := range []struct{ label, edge, uncount, count string }{
		{"Mention", "REFERS_TO", "", ""},
		{"Report", "OF",
			"FOREACH (_ IN CASE WHEN x IS NULL THEN [] ELSE [1] END | SET x.reportCount = x.reportCount - 1)",
			"SET n.reportCount = n.reportCount + 1"},
	} {
		put := t.mentions
		if c.label == "Report" {
			put = t.reports
		}
		err := t.write(ctx, "settle", fmt.Sprintf(`
			CALL () {
				UNWIND $put AS id
				MATCH (m:%[1]s {id: id})
				RETURN m
				UNION
				UNWIND $units AS id
				MATCH (m:%[1]s {unit: id})
				RETURN m
				UNION
				UNWIND $nodes AS id
				MATCH (n:Node {id: id})
				WHERE NOT EXISTS { (n)<-[:REFERS_TO|OF]-() }
				MATCH (u:Unit {node: id})
				MATCH (m:%[1]s {unit: u.id})
				RETURN m
			}
			OPTIONAL MATCH (u:Unit {id: m.unit})
			OPTIONAL MATCH (n:Node {id: u.node})
			OPTIONAL MATCH (m)-[old:%[2]s]->(x)
			WITH m, n, old, x WHERE coalesce(n <> x, n IS NOT NULL OR x IS NOT NULL)
			DELETE old
			%[3]s
			WITH m, n WHERE n IS NOT NULL
			CREATE (m)-[:%[2]s]->(n)
			%[4]s`, c.label, c.edge, c.uncount, c.count),
			map[string]any{"put": texts(put), "units": texts(t.units), "nodes": texts(t.nodes)})
		if err != nil {
			return err
		}
	}
	t.mentions, t.reports, t.units, t.nodes = nil, nil, nil, nil
	return nil
}
