package resolve

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/whomet/whomet/graph"
)

// What is taken out of a summary leaves the summary of the rest, or take says
// that it could not tell.
func TestTake(t *testing.T) {
	told := 0
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 7))
		mentions := make([]graph.DatedMention, 1+r.IntN(60))
		for i := range mentions {
			m := graph.Mention{ID: graph.ID(fmt.Sprint("m", i)), Name: []string{"Ana Ruiz", "Ruiz"}[r.IntN(2)]}
			if r.IntN(3) == 0 {
				m.Aliases = []string{"Ms Ruiz"}
			}
			for range r.IntN(3) {
				m.Spans = append(m.Spans, graph.NamedSpan{Text: []string{"Ruiz", "Ms Ruiz", "she"}[r.IntN(3)]})
			}
			if r.IntN(2) == 0 {
				m.Positions = []graph.PositionClaim{{Title: []string{"mayor", "judge"}[r.IntN(2)]}}
			}
			if r.IntN(3) == 0 {
				m.Within, m.Country = graph.ID(fmt.Sprint("u", r.IntN(2))), "Peru"
			}
			mentions[i].Mention = m
			if r.IntN(8) > 0 {
				mentions[i].PublishedAt = graph.PartialDate(fmt.Sprintf("2024-%02d", 1+r.IntN(12)))
			}
		}
		summary := func(ms []graph.DatedMention) *name {
			n := &name{}
			for _, m := range ms {
				n.merge(nameOf(m.Mention, m.PublishedAt, "", ""))
			}
			return n
		}
		k := r.IntN(len(mentions))
		n := summary(mentions)
		if !n.take(summary(mentions[:k])) {
			continue
		}
		told++
		leaves(t, seed, k, *n, *summary(mentions[k:]))
	}
	oftenTold(t, told)
}

// leaves tests what is left where k were taken. Empty maps and lists are as good as
// none.
func leaves(t *testing.T, seed uint64, k int, left, want any) {
	t.Helper()
	if got, want := fmt.Sprintf("%+v", left), fmt.Sprintf("%+v", want); got != want {
		t.Fatalf("seed %d: %d taken leave\n%s, not\n%s", seed, k, got, want)
	}
}

// oftenTold tests that take could tell in a tenth of 2000 cases.
func oftenTold(t *testing.T, told int) {
	t.Helper()
	if told < 200 {
		t.Errorf("take could tell %d times of 2000", told)
	}
}

// The same of topics.
func TestTakeTopic(t *testing.T) {
	told := 0
	ids := func(r *rand.Rand, n, of int) (out []graph.ID) {
		for range n {
			out = union(out, []graph.ID{graph.ID(fmt.Sprintf("u%02d", r.IntN(of)))})
		}
		return out
	}
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 8))
		of := 5 + r.IntN(60)
		uses := make([]about, 1+r.IntN(30))
		for i := range uses {
			uses[i] = about{Text: []string{"trade", "the trade"}[r.IntN(2)], Besides: r.IntN(3), Named: ids(r, r.IntN(3), of), SpeaksOf: ids(r, r.IntN(3), of), Around: ids(r, r.IntN(3), 4), Speakers: ids(r, r.IntN(3), of)}
		}
		summary := func(uses []about) *subject {
			s := &subject{Entities: []graph.ID{"e"}}
			for _, u := range uses {
				s.merge(u.said())
			}
			return s
		}
		k := r.IntN(len(uses))
		s, sure := summary(uses), true
		for _, u := range uses[:k] {
			sure = s.take(u.said()) && sure
		}
		if !sure {
			continue
		}
		told++
		leaves(t, seed, k, *s, *summary(uses[k:]))
	}
	oftenTold(t, told)
}
