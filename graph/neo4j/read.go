package neo4j

import (
	"context"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Neo4j's readers are not isolated: a statement that runs while an update is
// committed may see half of it. So an update counts up Commit.begun just
// before it commits and sets Commit.done to it just after, each in a
// transaction of its own. An answer is whole if nothing was being committed
// when its statement began and nothing had begun to be when it ended. If it is
// not, the statement is run again.

// whole wraps a statement that returns one list of maps, called rows.
const whole = `
MATCH (c:Commit {id: 'whomet'})
WITH c.begun AS begun, c.done AS done
CALL () {%s
}
MATCH (c:Commit {id: 'whomet'})
RETURN begun = done AND c.begun = begun AS whole, rows`

// patience is how long a reader waits for a whole answer. Then either a writer
// died between begun and done, which the reader makes good, or updates follow
// each other faster than the question is answered, and it takes what it gets.
const patience = 2 * time.Second

// read asks one question and returns the rows that the statement returns. What
// it is for ("list meetings") stands in the error.
func (s *Store) read(ctx context.Context, what, cypher string, params map[string]any) ([]row, error) {
	start, resumed := time.Now(), false
	for wait := time.Millisecond; ; wait *= 2 {
		rows, err := s.run(ctx, fmt.Sprintf(whole, cypher), params)
		if err != nil {
			return nil, s.explain(ctx, what, err)
		}
		if len(rows) == 0 {
			return nil, fmt.Errorf("%s: database %s at %s was emptied since it was opened; open it again", what, s.cfg.Database, s.url)
		}
		if rows[0]["whole"] == true || resumed {
			return rows[0].rows("rows"), nil
		}
		if time.Since(start)+wait > patience {
			resumed = true
			s.resume(ctx)
			continue
		}
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return nil, s.explain(ctx, what, ctx.Err())
		}
	}
}

// resume sets Commit.done once no writer is there any more that would. It may
// fail, as where a writer is at work or the user may only read: the next
// update does the same.
func (s *Store) resume(ctx context.Context) {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	_, _ = session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		if _, err := s.runIn(ctx, tx, lockStore, nil); err != nil {
			return nil, err
		}
		return s.runIn(ctx, tx, commitDone, nil)
	}, neo4j.WithTxTimeout(patience))
}
