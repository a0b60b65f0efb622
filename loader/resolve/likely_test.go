package resolve

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
)

// namedIn makes the claims of articles that each name one entity.
func namedIn(t *testing.T, kind graph.NodeKind, names ...string) []graph.Claims {
	t.Helper()
	var out []graph.Claims
	for i, n := range names {
		text := n + " was named."
		end := len([]rune(n))
		r := extract.Result{Article: extract.Article{ID: graph.NewID("likely", n, string(rune('a'+i))), Text: text, Language: "en"},
			Entities: []extract.Entity{{ID: "e1", Kind: kind, Name: n,
				Mentions: []extract.Mention{{Start: 0, End: end, Text: n, Sentence: graph.Span{Start: 0, End: end}}}}}}
		c, err := Claims(r, "test/1", time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// candidatesAmong returns the pairs of names that the rules leave undecided.
func candidatesAmong(t *testing.T, claims []graph.Claims) []string {
	t.Helper()
	ctx := context.Background()
	m := newMemory(t)
	for _, c := range claims {
		if _, err := Add(ctx, m, []graph.Claims{c}); err != nil {
			t.Fatal(err)
		}
	}
	var out []string
	for id := range m.nodes {
		nodes, err := m.Nodes(ctx, []graph.ID{id})
		if err != nil {
			t.Fatal(err)
		}
		if j := nodes[id].Judgement; j != nil && j.ByRule() {
			both, err := m.Nodes(ctx, []graph.ID{j.A, j.B})
			if err != nil {
				t.Fatal(err)
			}
			pair := []string{both[j.A].Entity.Name, both[j.B].Entity.Name}
			slices.Sort(pair)
			out = append(out, pair[0]+" ? "+pair[1])
			if j.Reason == "" || j.Score < undecidedFrom || j.Score >= sameFrom {
				t.Errorf("%v: %.3f %q", pair, j.Score, j.Reason)
			}
		}
	}
	slices.Sort(out)
	return out
}

// Bodies and places that may be one are left to a person, whatever the order
// of the articles; those that are not like each other are not.
func TestLikelyDuplicates(t *testing.T) {
	for _, c := range []struct {
		kind  graph.NodeKind
		names []string
		want  []string
	}{
		{graph.KindOrganization, []string{"Halden Maritime Institute", "Maritime Institute of Halden"}, []string{"Halden Maritime Institute ? Maritime Institute of Halden"}},
		{graph.KindOrganization, []string{"Brimvale Technologies", "Brimvale"}, []string{"Brimvale ? Brimvale Technologies"}},
		{graph.KindOrganization, []string{"Northern Water Users Union", "NWUU"}, []string{"NWUU ? Northern Water Users Union"}},
		{graph.KindOrganization, []string{"Brimvale Neft", "Brimvale Gas", "Brimvale"}, nil},
		{graph.KindOrganization, []string{"Ministry of Fisheries of Norway", "Ministry of Fisheries of Iceland"}, nil},
		{graph.KindOrganization, []string{"International Atomic Energy Agency", "International Energy Agency"}, nil},
		{graph.KindPlace, []string{"Deir ez-Zour", "Deir ez-Zor"}, []string{"Deir ez-Zor ? Deir ez-Zour"}},
		{graph.KindPlace, []string{"Baghdhad", "Baghdad"}, []string{"Baghdad ? Baghdhad"}},
		{graph.KindPlace, []string{"Al-Qusara", "Qusara"}, []string{"Al-Qusara ? Qusara"}},
		{graph.KindPlace, []string{"Kiev", "Kyiv"}, nil},
		{graph.KindPlace, []string{"Iran", "Iraq", "Niger", "Nigeria", "Mali", "Malia", "Austria", "Australia"}, nil},
		{graph.KindPlace, []string{"Springfield", "Portland", "Oregon"}, nil},
	} {
		claims := namedIn(t, c.kind, c.names...)
		for range 2 {
			if got := candidatesAmong(t, claims); !slices.Equal(got, c.want) {
				t.Errorf("%q: %q, want %q", c.names, got, c.want)
			}
			slices.Reverse(claims)
		}
	}
}
