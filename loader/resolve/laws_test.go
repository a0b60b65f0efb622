package resolve

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
)

// load adds the claims in batches of random size.
func load(t *testing.T, tx graph.Tx, r *rand.Rand, claims []graph.Claims) {
	t.Helper()
	for len(claims) > 0 {
		n := 1 + r.IntN(len(claims))
		if _, err := Add(context.Background(), tx, claims[:n]); err != nil {
			t.Fatal(err)
		}
		claims = claims[n:]
	}
}

func shuffled(r *rand.Rand, claims []graph.Claims) []graph.Claims {
	out := make([]graph.Claims, len(claims))
	for i, j := range r.Perm(len(claims)) {
		out[i] = claims[j]
	}
	return out
}

func differ(t *testing.T, what, want, got string) {
	t.Helper()
	if want == got {
		return
	}
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	in := func(l string, of []string) bool {
		for _, o := range of {
			if o == l {
				return true
			}
		}
		return false
	}
	var out []string
	for _, l := range a {
		if !in(l, b) {
			out = append(out, "- "+l)
		}
	}
	for _, l := range b {
		if !in(l, a) {
			out = append(out, "+ "+l)
		}
	}
	t.Fatalf("%s:\n%s", what, strings.Join(out[:min(len(out), 12)], "\n"))
}

// rounds returns how many rounds a property is tested for: usual, fewer with
// -short, as many as WHOMET_ROUNDS says.
func rounds(usual int) int {
	if testing.Short() {
		usual = (usual + 3) / 4
	}
	if s := os.Getenv("WHOMET_ROUNDS"); s != "" {
		fmt.Sscan(s, &usual)
	}
	return usual
}

// The laws of the design, 1 and 3: the graph is a function of the set of
// articles, whatever the order, the batches and the repeats; taking articles
// back leaves the graph of the others; loading them again restores it.
func TestLaws(t *testing.T) {
	ctx := context.Background()
	var seen sights
	for seed := range uint64(rounds(40)) {
		r := rand.New(rand.NewPCG(seed, 7))
		n := 2 + r.IntN(24)
		claims, err := world{r}.articles(n, "test/1")
		if err != nil {
			t.Fatal(err)
		}
		all := newMemory(t)
		if _, err := Add(ctx, all, claims); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		all.check()
		seen.look(all)
		want := all.dump()

		one := newMemory(t)
		order := shuffled(r, claims)
		load(t, one, r, order)
		differ(t, fmt.Sprintf("seed %d: another order", seed), want, one.dump())
		load(t, one, r, shuffled(r, claims)[:1+r.IntN(n)])
		differ(t, fmt.Sprintf("seed %d: loaded again", seed), want, one.dump())

		k := r.IntN(n)
		part := newMemory(t)
		load(t, part, r, order[:k])
		part.check()
		var back []graph.ID
		for _, c := range order[k:] {
			back = append(back, c.Article.ID)
		}
		if err := Remove(ctx, one, back); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		one.check()
		differ(t, fmt.Sprintf("seed %d: taken back", seed), part.dump(), one.dump())
		load(t, one, r, order)
		differ(t, fmt.Sprintf("seed %d: loaded once more", seed), want, one.dump())

		// Some of the articles come with other texts: one of the two stands,
		// whichever came first.
		other, err := world{rand.New(rand.NewPCG(seed, 8))}.articles(n, "test/1")
		if err != nil {
			t.Fatal(err)
		}
		fresh := newMemory(t)
		load(t, fresh, r, shuffled(r, append(slices.Clone(claims), other[k:]...)))
		load(t, one, r, other[k:])
		one.check()
		differ(t, fmt.Sprintf("seed %d: other texts", seed), fresh.dump(), one.dump())

		// Another extractor reads some of them again, and misses things.
		var again []graph.Claims
		for _, c := range claims[k:] {
			c.Article.Extractor = "test/2"
			c.Reports = c.Reports[:r.IntN(len(c.Reports)+1)]
			again = append(again, c)
		}
		two, three := newMemory(t), newMemory(t)
		load(t, two, r, order)
		load(t, two, r, again)
		load(t, three, r, shuffled(r, append(slices.Clone(again), claims[:k]...)))
		differ(t, fmt.Sprintf("seed %d: read again", seed), three.dump(), two.dump())
		one.check()
		if t.Failed() {
			return
		}
	}
	if seen != (sights{true, true, true, true}) {
		t.Errorf("the articles made no graph with all that there is to lose: %+v", seen)
	}
}

// sights tells what the laws were tested on.
type sights struct{ told, derived, disagreed, subjects bool }

func (s *sights) look(m *memory) {
	for _, b := range m.nodes {
		var n graph.Node
		m.decode(b, &n)
		s.subjects = s.subjects || n.Topic != nil && len(n.Topic.Wordings) > 1
		if n.Occurrence == nil {
			continue
		}
		s.disagreed = s.disagreed || len(n.Occurrence.Disagreements) > 0
		for _, r := range n.Occurrence.Relations {
			s.told = s.told || len(r.Evidence) > 0
			s.derived = s.derived || len(r.Evidence) == 0
		}
	}
}
