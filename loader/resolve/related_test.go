package resolve

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
)

// relations adds all articles to an empty graph and returns the edges between
// its occurrences as "label KIND label, times told", sorted.
func (w *teller) relations() []string {
	w.t.Helper()
	m := newMemory(w.t)
	if _, err := Add(context.Background(), m, w.all); err != nil {
		w.t.Fatal(err)
	}
	m.check()
	nodes := map[graph.ID]graph.Node{}
	for id, b := range m.nodes {
		var n graph.Node
		m.decode(b, &n)
		nodes[id] = n
	}
	var out []string
	for _, n := range nodes {
		if n.Occurrence == nil {
			continue
		}
		for _, r := range n.Occurrence.Relations {
			out = append(out, fmt.Sprintf("%s %s %s, %d", n.Label(), r.Kind, nodes[r.To].Label(), len(r.Evidence)))
		}
	}
	slices.Sort(out)
	return out
}

func TestRelations(t *testing.T) {
	raid := told{kind: graph.EventAssault, quote: "raided", who: []string{"France:AGENT", "Iraq:PATIENT"}, date: "2020-01-03"}
	answer := told{kind: graph.EventAssault, quote: "struck back for that", who: []string{"Iraq:AGENT", "France:PATIENT"}, date: "2020-01-05",
		ties: []string{"IN_RESPONSE_TO 0"}}
	talks := told{who: []string{"Ada Lind", "Bo Rask"}, date: "2020-01-07"}
	after := func(x told, of string) told { x.ties = []string{of}; return x }
	for _, c := range []struct {
		name     string
		articles [][]told
		want     []string
	}{
		{"in one article", [][]told{{raid, answer}}, []string{"Iraq attacked France IN_RESPONSE_TO France attacked Iraq, 1"}},
		{"told twice is one edge", [][]told{{raid, answer}, {raid, answer}}, []string{"Iraq attacked France IN_RESPONSE_TO France attacked Iraq, 2"}},
		{"of several kinds", [][]told{{raid, after(talks, "AFTER 0")}, {raid, after(talks, "DURING 0")}},
			[]string{"Ada Lind met Bo Rask AFTER France attacked Iraq, 1", "Ada Lind met Bo Rask DURING France attacked Iraq, 1"}},
		{"what turns out to be one is in no relation to itself",
			[][]told{{{kind: graph.EventAssault, quote: "murdered", who: []string{"France:AGENT", "Ada Lind:PATIENT"}},
				after(told{kind: graph.EventAssault, quote: "the killing of", who: []string{"Ada Lind:PATIENT"}}, "AFTER 0")}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := &teller{t: t}
			for _, a := range c.articles {
				w.article("2020-01-08", a...)
			}
			if got := w.relations(); !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}
