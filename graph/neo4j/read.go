package neo4j

import (
	"context"
	"fmt"
	"time"
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

// patience bounds how long a reader waits for a whole answer. A writer that
// died between begun and done would else keep all readers waiting until the
// next update.
const patience = 2 * time.Second

// read asks one question and returns the rows that the statement returns. What
// it is for ("list meetings") stands in the error.
func (s *Store) read(ctx context.Context, what, cypher string, params map[string]any) ([]row, error) {
	start := time.Now()
	for wait := time.Millisecond; ; wait *= 2 {
		rows, err := s.run(ctx, fmt.Sprintf(whole, cypher), params)
		if err != nil {
			return nil, s.explain(ctx, what, err)
		}
		if len(rows) == 0 {
			return nil, fmt.Errorf("%s: database %s at %s was emptied since it was opened; open it again", what, s.cfg.Database, s.url)
		}
		if rows[0]["whole"] == true || time.Since(start)+wait > patience {
			return rows[0].rows("rows"), nil
		}
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return nil, s.explain(ctx, what, ctx.Err())
		}
	}
}
