package resolve

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
)

// gossip makes judgements on names and reports of the claims, at few different
// times.
func gossip(r *rand.Rand, claims []graph.Claims, n int) []graph.Judgement {
	seen := map[graph.ID]bool{}
	byKind := map[graph.NodeKind][]graph.ID{}
	for i := range claims {
		rd := read(&claims[i])
		for _, id := range sortedKeys(rd.names) {
			if !seen[id] {
				seen[id] = true
				byKind[rd.kinds[id]] = append(byKind[rd.kinds[id]], id)
			}
		}
		for _, id := range sortedKeys(rd.reports) {
			byKind[rd.reports[id].Kind] = append(byKind[rd.reports[id].Kind], id)
		}
	}
	kinds := sortedKeys(byKind)
	var out []graph.Judgement
	for len(out) < n {
		kind := kinds[r.IntN(len(kinds))]
		of := byKind[kind]
		j := graph.Judgement{A: of[r.IntN(len(of))], B: of[r.IntN(len(of))], By: []string{"ada", "ben"}[r.IntN(2)],
			Verdict: []graph.Verdict{graph.VerdictSame, graph.VerdictSame, graph.VerdictDifferent, graph.VerdictDifferent, graph.VerdictUndecided}[r.IntN(5)],
			At:      time.Date(2024, 1, 1+r.IntN(6), 0, 0, 0, 0, time.UTC)}
		if kind.IsOccurrence() && j.A == j.B {
			continue
		}
		if j.A == j.B || kind.IsEntity() && r.IntN(8) == 0 {
			j.B, j.Verdict, j.Name = "", graph.VerdictCalled, []string{"", "The Old Hand", "N. N."}[r.IntN(3)]
		}
		out = append(out, j.Identified())
	}
	return out
}

func judge(t *testing.T, tx graph.Tx, judgements ...graph.Judgement) {
	t.Helper()
	if err := Judge(context.Background(), tx, judgements); err != nil {
		t.Fatal(err)
	}
}

// obeyed fails where what a person keeps apart is one, or where what one joins
// is not, though nobody keeps anything apart.
func (m *memory) obeyed(judgements []graph.Judgement) {
	m.t.Helper()
	latest := map[[2]graph.ID]graph.Judgement{}
	for _, j := range judgements {
		k := [2]graph.ID{j.A, j.B}
		if have, ok := latest[k]; !ok || have.Before(j) {
			latest[k] = j
		}
	}
	kept := false
	for _, j := range latest {
		kept = kept || j.Verdict == graph.VerdictDifferent
	}
	for k, j := range latest {
		a, b := m.units[k[0]], m.units[k[1]]
		switch {
		case a.ID == "" || b.ID == "":
		case j.Verdict == graph.VerdictDifferent && a.Node == b.Node:
			m.t.Errorf("%s and %s are one, though a person keeps them apart", a.Data, b.Data)
		case j.Verdict == graph.VerdictSame && !kept && a.Node != b.Node:
			m.t.Errorf("%s and %s are two, though a person joins them", a.Data, b.Data)
		}
	}
}

// Law 1 with people's words: whatever the order in which articles come, go and
// come again and people judge, repeat and contradict themselves, the graph is
// that of the articles that are there and of all that was said.
func TestLawsOfJudgements(t *testing.T) {
	ctx := context.Background()
	for seed := range uint64(rounds(40)) {
		r := rand.New(rand.NewPCG(seed, 17))
		claims, err := world{r}.articles(2+r.IntN(24), "test/1")
		if err != nil {
			t.Fatal(err)
		}
		said := gossip(r, claims, 1+r.IntN(12))
		live := newMemory(t)
		there := map[int]bool{}
		var heard []graph.Judgement
		for step := range 3 * len(claims) {
			switch i := r.IntN(len(claims)); r.IntN(4) {
			case 0:
				n := 1 + r.IntN(len(said))
				some := said[r.IntN(len(said)):]
				some = some[:min(n, len(some))]
				judge(t, live, some...)
				heard = append(heard, some...)
			case 1:
				if err := Remove(ctx, live, []graph.ID{claims[i].Article.ID}); err != nil {
					t.Fatalf("seed %d, step %d: %v", seed, step, err)
				}
				delete(there, i)
			default:
				load(t, live, r, claims[i:min(i+3, len(claims))])
				for k := i; k < min(i+3, len(claims)); k++ {
					there[k] = true
				}
			}
		}
		live.check()
		live.obeyed(heard)
		fresh := newMemory(t)
		var of []graph.Claims
		for _, i := range sortedKeys(there) {
			of = append(of, claims[i])
		}
		if r.IntN(2) == 0 {
			judge(t, fresh, heard...)
			load(t, fresh, r, of)
		} else {
			load(t, fresh, r, shuffled(r, of))
			for _, i := range r.Perm(len(heard)) {
				judge(t, fresh, heard[i])
			}
		}
		differ(t, fmt.Sprintf("seed %d", seed), fresh.dump(), live.dump())
	}
}

// derived is the dump without what people said.
func (m *memory) derived() string {
	var kept []string
	for l := range strings.Lines(m.dump()) {
		if !strings.Contains(l, `"by":"ada"`) {
			kept = append(kept, l)
		}
	}
	return strings.Join(kept, "")
}

// Law 4: what a person joins or parts is undone by taking the word back, to
// the last unit; and until then every id leads to the node that stands for it.
func TestJudgementsCanBeTakenBack(t *testing.T) {
	ctx := context.Background()
	merged, parted, occasions := 0, 0, 0
	for seed := range uint64(rounds(40)) {
		r := rand.New(rand.NewPCG(seed, 23))
		claims, err := world{r}.articles(4+r.IntN(20), "test/1")
		if err != nil {
			t.Fatal(err)
		}
		m := newMemory(t)
		load(t, m, r, claims)
		heard := gossip(r, claims, r.IntN(4))
		judge(t, m, heard...)
		before := m.derived()
		units := m.pick(func(u graph.Unit) bool { return u.Kind.IsEntity() || u.Kind.IsOccurrence() })
		for k := range 6 {
			a, b := units[r.IntN(len(units))], units[r.IntN(len(units))]
			if of := m.pick(func(u graph.Unit) bool { return u.Node == a.Node }); k%2 == 0 {
				b = of[r.IntN(len(of))]
			}
			if a.ID == b.ID || a.Kind != b.Kind {
				continue
			}
			if k%2 == 1 && r.IntN(2) == 0 { // as whoever has only the node at hand
				a, b = m.units[a.Node], m.units[b.Node]
			}
			verdict := graph.VerdictSame
			if m.units[a.ID].Node == m.units[b.ID].Node {
				verdict = graph.VerdictDifferent
			}
			judged := func(j graph.Judgement) bool { return j.A == min(a.ID, b.ID) && j.B == max(a.ID, b.ID) }
			if a.ID == b.ID || slices.ContainsFunc(heard, judged) { // taking back would take that back, too
				continue
			}
			at := time.Date(2025, 1, 1+k, 0, 0, 0, 0, time.UTC)
			judge(t, m, graph.Judgement{A: a.ID, B: b.ID, Verdict: verdict, By: "ada", At: at})
			m.check()
			x, y := m.units[a.ID].Node, m.units[b.ID].Node
			switch {
			case verdict == graph.VerdictDifferent && x == y:
				t.Errorf("seed %d: %s and %s are still one", seed, a.Data, b.Data)
			case verdict == graph.VerdictDifferent:
				parted++
			case x == y:
				merged++
				occasions += bit(a.Kind.IsOccurrence())
			}
			var ids []graph.ID
			for _, u := range units {
				ids = append(ids, u.ID)
			}
			nodes, err := m.Nodes(ctx, ids)
			if err != nil {
				t.Fatal(err)
			}
			for _, u := range units {
				if n := nodes[u.ID]; n.ID() != m.units[u.ID].Node {
					t.Errorf("seed %d: %s leads to %s", seed, u.ID, n.ID())
				}
				if e := nodes[u.ID].Entity; u.Kind.IsEntity() && (e == nil || !slices.ContainsFunc(e.Names, func(n graph.Name) bool { return n.ID == u.ID })) {
					t.Errorf("seed %d: %s leads to %v, which does not name it", seed, u.ID, e)
				}
			}
			judge(t, m, graph.Judgement{A: b.ID, B: a.ID, Verdict: graph.VerdictUndecided, By: "ada", At: at.Add(time.Second)})
			differ(t, fmt.Sprintf("seed %d: taken back", seed), before, m.derived())
		}
		if t.Failed() {
			return
		}
	}
	if merged == 0 || parted == 0 || occasions == 0 {
		t.Errorf("%d pairs were merged, %d of them reports, and %d parted; the test tests nothing", merged, occasions, parted)
	}
	t.Logf("%d pairs were merged, %d of them reports, and %d parted", merged, occasions, parted)
}
