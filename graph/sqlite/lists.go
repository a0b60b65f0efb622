package sqlite

import (
	"context"
	"fmt"

	"github.com/whomet/whomet/graph"
)

// A column is one value of a row of a list.
type column struct{ value any }

func (c column) text() string {
	s, _ := c.value.(string)
	return s
}

func (c column) int() int {
	n, _ := c.value.(int64)
	return int(n)
}

// readLists reads rows of (anchor, total, columns...), each with an item of
// the anchor's list or, where the page holds none, with NULL as its first
// column. item makes an item of the n columns.
func readLists[T any](ctx context.Context, db traced, statement string, args []any, n int, item func([]column) (T, error)) (map[graph.ID]graph.List[T], error) {
	lists := map[graph.ID]graph.List[T]{}
	var ask graph.ID
	var total int
	columns := make([]column, n)
	into := []any{&ask, &total}
	for i := range columns {
		into = append(into, &columns[i].value)
	}
	err := db.query(ctx, statement, args, func(scan func(...any) error) error {
		if err := scan(into...); err != nil {
			return err
		}
		l := lists[ask]
		l.Total = total
		if columns[0].value != nil {
			it, err := item(columns)
			if err != nil {
				return fmt.Errorf("in the list of %q: %w", ask, err)
			}
			l.Items = append(l.Items, it)
		}
		lists[ask] = l
		return nil
	})
	return lists, err
}
