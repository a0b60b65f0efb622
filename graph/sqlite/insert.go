package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
)

// insert writes rows in one statement: into is the table and its columns,
// "topic (id, name)", rows go in as one JSON array of arrays.
func insert(ctx context.Context, db traced, into string, rows [][]any) error {
	table, columns, _ := strings.Cut(into, " ")
	values := make([]string, strings.Count(columns, ",")+1)
	for i := range values {
		values[i] = fmt.Sprintf("value ->> %d", i)
	}
	statement := "INSERT INTO " + table + " " + columns + " SELECT " + strings.Join(values, ", ") + " FROM json_each(?)"
	return insertBy(ctx, db, statement, rows)
}

// insertBy runs a statement of one argument, the JSON array of rows; none are
// not worth a statement.
func insertBy(ctx context.Context, db traced, statement string, rows [][]any) error {
	if len(rows) == 0 {
		return nil
	}
	b, err := json.Marshal(rows)
	if err != nil {
		return err
	}
	return db.exec(ctx, statement, string(b))
}
