package extract

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/whomet/whomet/loader/datafile"
)

//go:embed patterns.txt
var patternsText string

// patterns are the lines of patterns.txt by slot. The language is told at the
// head of that file.
var patterns = mustPatterns("patterns.txt", patternsText)

// slotPaths is what a data file has for one slot: its patterns, and the same as
// paths that part where the patterns differ, for walking them all at once.
type slotPaths struct {
	patterns []pattern
	paths    []path
}

// pattern is one line of patterns.txt: a path from a trigger word to the word
// that fills a slot.
type pattern struct {
	slot    string
	steps   []step
	source  string // the path as written
	example string
	entry   entry
}

// step is one step of a path.
type step struct {
	written string
	op      byte // one of / ^ ~ ? ! .
	dep     string
	lemmas  []string // nil: any
	class   string   // a class of governors.txt, in place of lemmas
}

// forks tells whether a step can lead to several words.
func (s *step) forks() bool {
	return s.op == '/' || s.op == '.' || s.op == '^' && s.dep == "prep"
}

// path is a step, and either the pattern that ends with it or the steps that
// may follow.
type path struct {
	step
	ends *pattern
	rest []path
}

// pathsOf returns the paths of patterns from their step k on. Neighbours that
// begin with the same step share it, unless it forks: words are found in the
// order of the patterns.
func pathsOf(list []pattern, k int) []path {
	var out []path
	for i := 0; i < len(list); {
		p, same := path{step: list[i].steps[k]}, i+1
		if len(list[i].steps) == k+1 {
			p.ends = &list[i]
		} else {
			for !p.forks() && same < len(list) && len(list[same].steps) > k+1 && list[same].steps[k].written == p.written {
				same++
			}
			p.rest = pathsOf(list[i:same], k+1)
		}
		out = append(out, p)
		i = same
	}
	return out
}

func mustPatterns(file, text string) map[string]*slotPaths {
	bySlot := map[string]*slotPaths{}
	for n, line := range datafile.Lines(text) {
		path, example, _ := strings.Cut(line, "|")
		fields := strings.Fields(path)
		p := pattern{slot: fields[0], source: strings.Join(fields[1:], " "), example: strings.TrimSpace(example)}
		p.entry = entry{file, n, p.slot + " " + p.source}
		for _, f := range fields[1:] {
			p.steps = append(p.steps, mustStep(f, fmt.Sprintf("%s:%d", file, n)))
		}
		if bySlot[p.slot] == nil {
			bySlot[p.slot] = &slotPaths{}
		}
		bySlot[p.slot].patterns = append(bySlot[p.slot].patterns, p)
	}
	for _, s := range bySlot {
		s.paths = pathsOf(s.patterns, 0)
	}
	return bySlot
}

// mustStep reads one step; the file is ours and embedded, so a bad one is a
// mistake of the programmer.
func mustStep(f, at string) step {
	s := step{written: f, op: f[0], dep: f[1:]}
	if !strings.ContainsRune("/^~?!.", rune(s.op)) {
		panic(fmt.Sprintf("%s: %q is no step", at, f))
	}
	dep, words, ok := strings.Cut(s.dep, ":")
	if ok {
		s.dep = dep
		if class, ok := strings.CutPrefix(words, "@"); ok {
			s.class = class
		} else {
			s.lemmas = strings.Split(words, ",")
		}
	}
	return s
}
