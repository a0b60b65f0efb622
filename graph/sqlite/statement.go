package sqlite

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/whomet/whomet/graph"
)

// arguments are those of one statement. They are numbered, so that a piece of
// the statement can stand in it twice.
type arguments struct{ values []any }

// bind adds an argument and returns its place in the statement: "?3".
func (a *arguments) bind(v any) string {
	a.values = append(a.values, v)
	return "?" + strconv.Itoa(len(a.values))
}

// list binds strings as one JSON array and returns the select of them.
func list[S ~string](a *arguments, values []S) string {
	return "SELECT value FROM json_each(" + a.bind(array(values)) + ")"
}

// array returns strings as a JSON array.
func array[S ~string](values []S) string {
	if values == nil {
		values = []S{}
	}
	b, _ := json.Marshal(values) // strings always marshal
	return string(b)
}

// nodes binds ids and returns the select of the nodes that they lead to: the
// id's own, or its unit's.
func (a *arguments) nodes(ids []graph.ID) string {
	return `SELECT coalesce(node.id, unit.node) FROM json_each(` + a.bind(array(ids)) + `) asked
		LEFT JOIN node ON node.id = asked.value LEFT JOIN unit ON unit.id = asked.value
		WHERE node.id IS NOT NULL OR unit.id IS NOT NULL`
}

// asked binds ids and returns the table asked (ask, node): each id once, with
// the node that it leads to. Ids that lead nowhere are not in it.
func (a *arguments) asked(ids []graph.ID) string {
	return `asked (ask, node) AS MATERIALIZED (
		SELECT DISTINCT j.value, coalesce(own.id, other.id) FROM json_each(` + a.bind(array(ids)) + `) j
		LEFT JOIN node own ON own.id = j.value
		LEFT JOIN unit ON own.id IS NULL AND unit.id = j.value LEFT JOIN node other ON other.id = unit.node
		WHERE own.id IS NOT NULL OR other.id IS NOT NULL)`
}

// A page is what every list statement is made of: for each anchor, how many
// there are and the ids of one page of them.
type page struct {
	// from is what the items are selected from; it may speak of asked.node.
	from string
	// where are conditions; all must hold.
	where []string
	// id is what is listed, order the keys it is sorted by.
	id, order string
}

// lists returns the table lists (ask, node, total, ids): of each anchor in asked the
// number of items and a JSON array of the ids on the page.
func (a *arguments) lists(p page, window graph.Page) string {
	where := " WHERE " + all(p.where)
	return `lists (ask, node, total, ids) AS MATERIALIZED (
		SELECT ask, node,
			(SELECT count(*) FROM ` + p.from + where + `),
			(SELECT json_group_array(id) FROM (SELECT ` + p.id + ` AS id FROM ` + p.from + where + ` ORDER BY ` + p.order + ` ` + limit(window) + `))
		FROM asked)`
}

// hanging is the FROM of a list that hangs on an anchor: near selects the ids
// that table's column must hold, and comes first (CROSS JOIN keeps the order).
func hanging(near, table, column string) string {
	return "(" + near + ") near CROSS JOIN " + table + " ON " + column + " = near.id"
}

// limit is a window. It is written out, not bound: SQLite would plan a
// statement again once it sees the value of a bound limit.
func limit(w graph.Page) string {
	return fmt.Sprintf("LIMIT %d OFFSET %d", max(w.Limit, 0), max(w.Offset, 0))
}

// anchors returns the table asked for a query: without an anchor, one row of
// the empty id.
func (a *arguments) anchors(anchor graph.Anchor, ids []graph.ID) string {
	if anchor == graph.AnchorNone {
		return "asked (ask, node) AS (SELECT '', '')"
	}
	return a.asked(ids)
}

// all joins conditions; none of them is true.
func all(conditions []string) string { return join(conditions, " AND ", "true") }

// either joins alternatives; none of them is false.
func either(conditions []string) string { return join(conditions, " OR ", "false") }

// join joins conditions by halves, since SQLite bounds how deep a condition
// is nested, and reads a long chain as a deep one.
func join(conditions []string, by, none string) string {
	switch half := len(conditions) / 2; len(conditions) {
	case 0:
		return none
	case 1:
		return conditions[0]
	default:
		return "(" + join(conditions[:half], by, none) + by + join(conditions[half:], by, none) + ")"
	}
}
