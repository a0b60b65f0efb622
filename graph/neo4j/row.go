package neo4j

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/whomet/whomet/graph"
)

// row is a record or a map of Cypher's, by name. A value that is null or
// missing reads as Go's zero.
type row map[string]any

func (r row) str(key string) string { s, _ := r[key].(string); return s }

func (r row) id(key string) graph.ID { return graph.ID(r.str(key)) }

func (r row) date(key string) graph.PartialDate { return graph.PartialDate(r.str(key)) }

func (r row) num(key string) int { n, _ := r[key].(int64); return int(n) }

func (r row) float(key string) float64 { f, _ := r[key].(float64); return f }

func (r row) floatp(key string) *float64 {
	if f, ok := r[key].(float64); ok {
		return &f
	}
	return nil
}

// sub returns a map, rows a list of maps.
func (r row) sub(key string) row { m, _ := r[key].(map[string]any); return m }

func (r row) rows(key string) []row {
	list, _ := r[key].([]any)
	out := make([]row, 0, len(list))
	for _, v := range list {
		if m, ok := v.(map[string]any); ok {
			out = append(out, m)
		}
	}
	return out
}

// ordered returns a list of maps by their property order.
func (r row) ordered(key string) []row {
	rows := r.rows(key)
	slices.SortFunc(rows, func(a, b row) int { return a.num("order") - b.num("order") })
	return rows
}

func (r row) nums(key string) []int {
	list, _ := r[key].([]any)
	out := make([]int, len(list))
	for i, v := range list {
		n, _ := v.(int64)
		out[i] = int(n)
	}
	return out
}

// strs returns a list of strings, nil if it is empty.
func strs[S ~string](r row, key string) []S {
	list, _ := r[key].([]any)
	var out []S
	for _, v := range list {
		s, _ := v.(string)
		out = append(out, S(s))
	}
	return out
}

// unjson reads a property that holds JSON; an absent one leaves v as it is.
func (r row) unjson(key string, v any) error {
	s := r.str(key)
	if s == "" {
		return nil
	}
	if err := json.Unmarshal([]byte(s), v); err != nil {
		return fmt.Errorf("read %s of %s: %w", key, r.str("id"), err)
	}
	return nil
}

// set adds a property unless it is its type's zero: what is unknown has no
// property.
func set[T comparable](p map[string]any, key string, v T) {
	var zero T
	if v != zero {
		p[key] = v
	}
}

// setList adds a list property unless it is empty.
func setList[S ~string](p map[string]any, key string, list []S) {
	if len(list) > 0 {
		p[key] = texts(list)
	}
}

// texts turns a list of strings of any type into a parameter.
func texts[S ~string](list []S) []any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}
