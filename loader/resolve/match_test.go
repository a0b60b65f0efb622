package resolve

import (
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// labelled is a pair of names of testdata/people.txt.
type labelled struct {
	a, b string
	same bool
	// held tells that the pair's line is in the half that rules are not made by.
	held bool
}

func readLabelled(t *testing.T) []labelled {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "people.txt"))
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
		names := strings.Split(line[1:], "|")
		for i, a := range names {
			for _, b := range names[i+1:] {
				out = append(out, labelled{strings.TrimSpace(a), strings.TrimSpace(b), line[0] == '=', h.Sum32()&1 == 1})
			}
		}
	}
	return out
}

// People are matched by their names alone with few errors: of what is called
// SAME nearly all is, and nearly all that is the same is called so.
func TestMatchPeople(t *testing.T) {
	type tally struct{ pairs, right, wrong, missed, apart int }
	var tuned, held tally
	for _, l := range readLabelled(t) {
		m, err := MatchPeople(l.a, l.b)
		if err != nil {
			t.Errorf("%q, %q: %v", l.a, l.b, err)
			continue
		}
		if back, _ := MatchPeople(l.b, l.a); back.Verdict != m.Verdict || back.Score != m.Score {
			t.Errorf("%q, %q: %s %.3f, the other way round %s %.3f", l.a, l.b, m.Verdict, m.Score, back.Verdict, back.Score)
		}
		sum := &tuned
		if l.held {
			sum = &held
		}
		sum.pairs++
		switch {
		case l.same && m.Verdict == Same:
			sum.right++
		case l.same:
			sum.missed++
		case m.Verdict == Same:
			sum.wrong++
		case m.Verdict == Different:
			sum.apart++
		}
		// What is wrong in the half that is held out is not looked at.
		if !l.held && (l.same && m.Verdict != Same || !l.same && m.Verdict == Same) {
			t.Logf("%s %.3f: %s | %s: %s", m.Verdict, m.Score, l.a, l.b, strings.Join(m.Reasons, "; "))
		}
	}
	for _, half := range []struct {
		name string
		tally
		precision, recall float64
	}{
		{"tuned on", tuned, 0.99, 0.95},
		{"held out", held, 0.98, 0.9},
		{"all", tally{tuned.pairs + held.pairs, tuned.right + held.right, tuned.wrong + held.wrong, tuned.missed + held.missed, tuned.apart + held.apart}, 0.99, 0.95},
	} {
		precision := float64(half.right) / float64(half.right+half.wrong)
		recall := float64(half.right) / float64(half.right+half.missed)
		t.Logf("%s: %d pairs, %d the same: precision %.3f, recall %.3f; %d of %d others are told DIFFERENT", half.name, half.pairs,
			half.right+half.missed, precision, recall, half.apart, half.pairs-half.right-half.missed)
		if precision < half.precision || recall < half.recall {
			t.Errorf("%s: precision %.3f, recall %.3f; want %.2f, %.2f", half.name, precision, recall, half.precision, half.recall)
		}
	}
}
