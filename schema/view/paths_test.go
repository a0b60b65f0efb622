package view

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
)

// wires is a store of people of which only who met whom is known, written
// "a-b a-c b-d".
type wires struct {
	graph.Reader
	met   string
	asked *int
}

func (w wires) Nodes(_ context.Context, ids []graph.ID) (map[graph.ID]graph.Node, error) {
	out := map[graph.ID]graph.Node{}
	for _, id := range ids {
		if strings.Contains(w.met, string(id)) {
			out[id] = graph.Node{Kind: graph.KindPerson, Entity: &graph.Entity{ID: id, Kind: graph.KindPerson, Name: string(id)}}
		}
	}
	return out, nil
}

func (w wires) Neighbors(_ context.Context, q graph.NeighborQuery) ([]graph.Edge, error) {
	*w.asked++
	var out []graph.Edge
	of := map[graph.ID]int{}
	for _, pair := range strings.Fields(w.met) {
		a, b, _ := strings.Cut(pair, "-")
		from, to := graph.ID(a), graph.ID(b)
		near := func(id graph.ID) bool { return slices.Contains(q.Nodes, id) && of[id] < q.LimitPerNode }
		if near(from) || near(to) {
			of[from]++
			of[to]++
			out = append(out, graph.Edge{Source: from, Target: to, Kind: graph.RelMet, Weight: 1})
		}
	}
	return out, nil
}

func TestPaths(t *testing.T) {
	ladder := "" // s-a1 a1-b1 … two ways at each of ten steps
	for i := range 10 {
		ladder += fmt.Sprintf("n%d-x%d n%d-y%d x%d-n%d y%d-n%d ", i, i, i, i, i, i+1, i, i+1)
	}
	hub := "a-h h-z a-q q-z "
	for i := range 20 {
		hub += fmt.Sprintf("h-w%d ", i)
	}
	for _, c := range []struct {
		name, met, from, to string
		hops, limit         int
		want                string
		asked               int // most calls
	}{
		{"next to each other", "a-b b-c", "a", "b", 4, 5, "a b", 1},
		{"shortest only", "a-b b-c c-d a-d", "a", "c", 4, 5, "a b c|a d c", 3},
		{"through the hub last", hub, "a", "z", 4, 5, "a q z|a h z", 3},
		{"cut", hub, "a", "z", 4, 1, "a q z|…", 3},
		{"too far", "a-b b-c c-d d-e e-f", "a", "f", 4, 5, "", 4},
		{"far enough", "a-b b-c c-d d-e e-f", "a", "f", 5, 5, "a b c d e f", 6},
		{"apart", "a-b c-d", "a", "d", 8, 5, "", 8},
		{"to itself", "a-b", "a", "a", 4, 5, "a", 0},
		{"a loop on the way", "a-b b-c c-a c-d d-e", "a", "e", 4, 5, "a c d e", 4},
		{"two ways at each step", ladder, "n0", "n2", 8, 50, "n0 x0 n1 x1 n2|n0 x0 n1 y1 n2|n0 y0 n1 x1 n2|n0 y0 n1 y1 n2", 5},
	} {
		t.Run(c.name, func(t *testing.T) {
			var asked int
			q := New(wires{met: c.met, asked: &asked}, "")
			r, err := q.Paths(t.Context(), graph.ID(c.from), graph.ID(c.to), nil, nil, &c.hops, &c.limit)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range r.Paths {
				var names []string
				for _, n := range p.Nodes {
					names = append(names, n.Label)
				}
				if len(p.Edges) != len(p.Nodes)-1 {
					t.Errorf("%d edges join %d nodes", len(p.Edges), len(p.Nodes))
				}
				got = append(got, strings.Join(names, " "))
			}
			if r.Truncated {
				got = append(got, "…")
			}
			if strings.Join(got, "|") != c.want {
				t.Errorf("got %q, want %s", got, c.want)
			}
			if asked > c.asked {
				t.Errorf("%d calls, want at most %d", asked, c.asked)
			}
		})
	}
}

func TestPathsSayWhenTheyWereCut(t *testing.T) {
	// More relations than are looked at, with the way on among the last.
	crowd := ""
	for i := range 2 * edgesPerNode {
		crowd += fmt.Sprintf("a-w%d z-v%d ", i, i)
	}
	var asked int
	q := New(wires{met: crowd + "a-m m-z", asked: &asked}, "")
	r, err := q.Paths(t.Context(), "a", "z", nil, nil, nil, nil)
	if err != nil || !r.Truncated {
		t.Errorf("got %+v, %v, want a result that says it was cut", r, err)
	}
}
