// Package jsonl writes a whole graph as JSON Lines, one node or edge a line,
// byte for byte alike from every store that holds the same graph: the form in
// which graphs are compared, kept and read by other programs.
//
// A node's line has its id, its kind and its properties. An edge's line has an
// id that begins with the id of the node it is put with, its kind, from and to
// (ids of nodes) and its properties:
//
//	PARTICIPATED_IN   entity -> occurrence: role, title, onBehalfOf, order
//	HELD_AT           occurrence -> place
//	ABOUT             occurrence -> topic: order
//	AFTER, DURING, IN_RESPONSE_TO, PART_OF
//	                  occurrence -> occurrence: evidence
//	CONCERNS          topic -> entity or occurrence
//	HOLDS_POSITION_AT person -> entity, or to nothing that is named: title, …, order
//	WITHIN            place -> place
//	MENTIONED_IN      entity -> article: the mention, with its spans
//	REPORTED_IN       occurrence -> article: the report, with its quotes
//
// A judgement's line has the two units it hangs on, a and b, which may be names
// of an entity's or of nothing that is there now.
//
// Lines are sorted by id, by bytes. Lists that are empty are left out, and so
// are the times at which articles were loaded and the rules judged.
package jsonl

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/whomet/whomet/graph"
)

// Write writes the graph of the store to w, node by node as the store yields
// them, without holding it in memory.
func Write(ctx context.Context, s graph.Store, w io.Writer) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for r, err := range s.All(ctx) {
		if err != nil {
			return fmt.Errorf("export the graph: %w", err)
		}
		for _, line := range lines(r) {
			if err := enc.Encode(line); err != nil {
				return fmt.Errorf("export %s: %w", r.ID(), err)
			}
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("export the graph: %w", err)
	}
	return nil
}

// lines returns the node's line and those of its edges, by id.
func lines(r graph.Record) []any {
	e := edges{seen: map[string]int{}}
	node := e.node(r)
	slices.SortFunc(e.all, func(a, b edge) int { return cmp.Compare(a.ID, b.ID) })
	out := []any{node}
	for _, x := range e.all {
		out = append(out, x)
	}
	return out
}
