package resolve

import (
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"testing"
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

func (s *tally) add(same bool, v Verdict) {
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

func (s tally) precision() float64 { return float64(s.right) / float64(s.right+s.wrong) }
func (s tally) recall() float64    { return float64(s.right) / float64(s.right+s.missed) }

// People are matched by their names alone with few errors: of what is called
// SAME nearly all is, and nearly all that is the same is called so. The floors
// follow what is reached.
func TestMatchPeople(t *testing.T) {
	for _, set := range []struct {
		file                      string
		tunedPrecision, tunedCall float64
		heldPrecision, heldCall   float64
	}{
		{"people.txt", 0.99, 0.95, 0.98, 0.93},
		{"namesakes.txt", 0.97, 0.93, 0.96, 0.88},
	} {
		t.Run(set.file, func(t *testing.T) {
			var halves [2]tally
			for _, l := range readLabelled(t, set.file) {
				m, err := MatchPeople(l.a, l.b)
				if err != nil {
					t.Errorf("%q, %q: %v", l.a, l.b, err)
					continue
				}
				if back, _ := MatchPeople(l.b, l.a); back.Verdict != m.Verdict || back.Score != m.Score {
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
			for i, want := range [][2]float64{{set.tunedPrecision, set.tunedCall}, {set.heldPrecision, set.heldCall}} {
				h := halves[i]
				t.Logf("%s: %d pairs, %d the same: precision %.3f, recall %.3f; %d of %d others are told DIFFERENT", []string{"tuned on", "held out"}[i], h.pairs,
					h.right+h.missed, h.precision(), h.recall(), h.apart, h.pairs-h.right-h.missed)
				if h.precision() < want[0] || h.recall() < want[1] {
					t.Errorf("precision %.3f, recall %.3f; want %.2f, %.2f", h.precision(), h.recall(), want[0], want[1])
				}
			}
		})
	}
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
