package resolve

import (
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
)

// labelled is a pair of names of people.txt or namesakes.txt.
type labelled struct {
	a, b string
	same bool
	// held tells that the pair's line is in the half that rules are not made by.
	held bool
}

// readLabelled reads a file of testdata: in people.txt a line's first letter
// tells whether all its names are one's or no two are; in namesakes.txt "="
// joins names of one person.
func readLabelled(t testing.TB, file string) []labelled {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	var out []labelled
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		h := fnv.New32a()
		h.Write([]byte(line))
		between, people := "=", line
		switch line[0] {
		case '=':
			between, people = "|", line[1:]
		case '!':
			people = line[1:]
		}
		type named struct {
			name string
			of   int
		}
		var names []named
		for i, person := range strings.Split(people, "|") {
			if between == "|" {
				i = 0
			}
			for name := range strings.SplitSeq(person, "=") {
				names = append(names, named{strings.TrimSpace(name), i})
			}
		}
		for i, a := range names {
			for _, b := range names[i+1:] {
				out = append(out, labelled{a.name, b.name, a.of == b.of, h.Sum32()&1 == 1})
			}
		}
	}
	return out
}

// tally counts verdicts on labelled pairs.
type tally struct{ pairs, right, wrong, missed, apart int }

func (s *tally) add(same bool, v graph.Verdict) {
	s.pairs++
	switch {
	case same && v == Same:
		s.right++
	case same:
		s.missed++
	case v == Same:
		s.wrong++
	case v == Different:
		s.apart++
	}
}

func (s tally) plus(o tally) tally {
	return tally{s.pairs + o.pairs, s.right + o.right, s.wrong + o.wrong, s.missed + o.missed, s.apart + o.apart}
}

func (s tally) precision() float64 { return float64(s.right) / float64(s.right+s.wrong) }
func (s tally) recall() float64    { return float64(s.right) / float64(s.right+s.missed) }

// measure compares the labelled pairs of a file and counts by half: the one
// that rules were made by, then the one held out.
func measure(t *testing.T, file string, match func(a, b string) (Match, error)) (halves [2]tally) {
	t.Helper()
	for _, l := range readLabelled(t, file) {
		m, err := match(l.a, l.b)
		if err != nil {
			t.Errorf("%q, %q: %v", l.a, l.b, err)
			continue
		}
		if back, _ := match(l.b, l.a); back.Verdict != m.Verdict || back.Score != m.Score {
			t.Errorf("%q, %q: %s %.3f, the other way round %s %.3f", l.a, l.b, m.Verdict, m.Score, back.Verdict, back.Score)
		}
		half := 0
		if l.held {
			half = 1
		}
		halves[half].add(l.same, m.Verdict)
		// What is wrong in the half that is held out is not looked at.
		if !l.held && (l.same && m.Verdict != Same || !l.same && m.Verdict == Same) {
			t.Logf("%s %.3f: %s | %s: %s", m.Verdict, m.Score, l.a, l.b, strings.Join(m.Reasons, "; "))
		}
	}
	return halves
}

// floor reports the figures of one half and fails below the ones given.
func (s tally) floor(t *testing.T, half string, precision, recall float64) {
	t.Helper()
	t.Logf("%s: %d pairs, %d the same: precision %.3f, recall %.3f; %d of %d others are told DIFFERENT", half, s.pairs,
		s.right+s.missed, s.precision(), s.recall(), s.apart, s.pairs-s.right-s.missed)
	if s.precision() < precision || s.recall() < recall {
		t.Errorf("%s: precision %.3f, recall %.3f; want %.2f, %.2f", half, s.precision(), s.recall(), precision, recall)
	}
}

// byHalves measures the pairs of a file and fails where precision and recall of the
// half that rules were made by, or of the one held out, are below those given.
func byHalves(t *testing.T, file string, match func(a, b string) (Match, error), tuned, held [2]float64) {
	t.Run(file, func(t *testing.T) {
		halves := measure(t, file+".txt", match)
		halves[0].floor(t, "tuned on", tuned[0], tuned[1])
		halves[1].floor(t, "held out", held[0], held[1])
	})
}

// People are matched by their names alone with few errors: of what is called
// SAME nearly all is, and nearly all that is the same is called so. The floors
// follow what is reached.
func TestMatchPeople(t *testing.T) {
	byHalves(t, "people", MatchPeople, [2]float64{0.99, 0.98}, [2]float64{0.99, 0.95})
	byHalves(t, "people_blind", MatchPeople, [2]float64{0.99, 0.95}, [2]float64{0.99, 0.95})
	byHalves(t, "namesakes", MatchPeople, [2]float64{0.985, 0.97}, [2]float64{0.96, 0.93})
	t.Run("variants", func(t *testing.T) {
		halves := measure(t, "variants.txt", MatchPeople)
		halves[0].plus(halves[1]).floor(t, "tuned on", 0.97, 0.93)
	})
	t.Run("relatives", func(t *testing.T) {
		halves := measure(t, "relatives.txt", MatchPeople)
		halves[0].plus(halves[1]).floor(t, "tuned on", 0.89, 0.95)
	})
}

// The cost of one pair, names as they come.
func BenchmarkMatchPeople(b *testing.B) {
	pairs := readLabelled(b, "namesakes.txt")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		l := pairs[i%len(pairs)]
		if _, err := MatchPeople(l.a, l.b); err != nil {
			b.Fatal(err)
		}
	}
}
