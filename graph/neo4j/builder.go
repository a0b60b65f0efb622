package neo4j

import (
	"fmt"
	"strings"

	"github.com/whomet/whomet/graph"
)

// A builder collects the parameters of a statement and the sets of ids that
// its filters name.
type builder struct {
	params map[string]any
	sets   []any
	known  map[string]int // where a set is in sets
}

func newBuilder() *builder { return &builder{params: map[string]any{}, known: map[string]int{}} }

// param adds a parameter and returns how Cypher writes it.
func (b *builder) param(v any) string {
	name := fmt.Sprintf("p%d", len(b.params))
	b.params[name] = v
	return "$" + name
}

// nodes returns an expression for the set of nodes that the ids, or the units
// of these ids, lead to.
func (b *builder) nodes(ids []graph.ID) string {
	key := fmt.Sprintf("%q", ids)
	i, ok := b.known[key]
	if !ok {
		i = len(b.sets)
		b.known[key] = i
		b.sets = append(b.sets, texts(ids))
	}
	return fmt.Sprintf("sets[%d]", i)
}

// head is the start of a statement with filters: it finds the nodes of all
// their sets.
func (b *builder) head() string {
	if len(b.sets) == 0 {
		return "\nWITH 1 AS none"
	}
	b.params["sets"] = b.sets
	return `
CALL () {
	UNWIND range(0, size($sets) - 1) AS i
	CALL (i) {
		UNWIND $sets[i] AS id
		` + find("id", "n") + `
		RETURN collect(DISTINCT n) AS found
	}
	WITH found ORDER BY i
	RETURN collect(found) AS sets
}`
}

// find writes clauses that bind a variable to the node that an id, or a
// unit's id, leads to; rows whose id leads nowhere go.
func find(id, as string) string {
	return fmt.Sprintf(`OPTIONAL MATCH (x:Node {id: %[1]s})
	OPTIONAL MATCH (u:Unit {id: %[1]s})
	OPTIONAL MATCH (y:Node {id: u.node})
	WITH %[1]s, coalesce(x, y) AS %[2]s WHERE %[2]s IS NOT NULL`, id, as)
}

// list writes a statement that makes one list. Body is a subquery that ends
// by returning total and items.
func (b *builder) list(body string) string {
	return fmt.Sprintf(`%s
WITH *, '' AS asked
CALL (*) {%s
}
RETURN collect({asked: asked, total: total, items: items}) AS rows`, b.head(), body)
}

// lists writes a statement that makes a list for each anchor. Body is a
// subquery that starts from the node "anchor" and ends by returning total and
// items.
func (b *builder) lists(anchors []graph.ID, body string) string {
	ids := b.param(texts(anchors))
	return fmt.Sprintf(`%s
UNWIND %s AS asked
CALL (asked) {
	%s
	RETURN n AS anchor
}
CALL (*) {%s
}
RETURN collect({asked: asked, total: total, items: items}) AS rows`, b.head(), ids, find("asked", "n"), body)
}

// page ends a subquery that has bound rows of the variables: it counts them
// and projects one page of them in order.
func (b *builder) page(vars, order, projection string, p graph.Page) string {
	pack := make([]string, 0, 2)
	unpack := make([]string, 0, 2)
	for _, v := range strings.Split(vars, ", ") {
		pack = append(pack, v+": "+v)
		unpack = append(unpack, "r."+v+" AS "+v)
	}
	return fmt.Sprintf(`
	WITH collect({%s}) AS found
	CALL (found) {
		UNWIND found AS r
		WITH %s
		ORDER BY %s SKIP %s LIMIT %s
		WITH %s AS item
		RETURN collect(item) AS items
	}
	RETURN size(found) AS total, items`, strings.Join(pack, ", "), strings.Join(unpack, ", "), order,
		b.param(max(p.Offset, 0)), b.param(max(p.Limit, 0)), projection)
}

func allOf(parts []string) string { return join(parts, " AND ", "true") }
func anyOf(parts []string) string { return join(parts, " OR ", "false") }

func join(parts []string, op, none string) string {
	switch len(parts) {
	case 0:
		return none
	case 1:
		return parts[0]
	}
	return "(" + strings.Join(parts, op) + ")"
}

// readLists reads the rows of a statement that makes lists.
func readLists[T any](rows []row, item func(row) (T, error)) (map[graph.ID]graph.List[T], error) {
	out := make(map[graph.ID]graph.List[T], len(rows))
	for _, r := range rows {
		list := graph.List[T]{Total: r.num("total")}
		for _, v := range r.rows("items") {
			t, err := item(v)
			if err != nil {
				return nil, err
			}
			list.Items = append(list.Items, t)
		}
		out[r.id("asked")] = list
	}
	return out, nil
}
