package extract

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
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
	for n, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		path, example, _ := strings.Cut(line, "|")
		fields := strings.Fields(path)
		p := pattern{slot: fields[0], source: strings.Join(fields[1:], " "), example: strings.TrimSpace(example)}
		p.entry = entry{file, n + 1, p.slot + " " + p.source}
		for _, f := range fields[1:] {
			p.steps = append(p.steps, mustStep(f, fmt.Sprintf("%s:%d", file, n+1)))
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

// found is a token that a pattern led to.
type found struct {
	token int
	via   *pattern
}

// follow returns the tokens that the patterns of slot lead to from token, in
// the order of the patterns, each token once.
func (d *document) follow(slot string, token int) []found { return d.followDeep(slot, token, 0) }

// maxDepth bounds the recursion of .slot steps; sentences nest less.
const maxDepth = 12

func (d *document) followDeep(slot string, token, depth int) []found {
	if depth > maxDepth {
		return nil
	}
	if slot == "surface" {
		if t := d.lostSubject(token); t >= 0 {
			return []found{{t, &lostSubject}}
		}
	}
	return d.followAll(patterns[slot], token, depth)
}

func (d *document) followAll(s *slotPaths, token, depth int) []found {
	if s == nil {
		return nil
	}
	return d.walk(s.paths, token, token, depth, nil)
}

// walk takes each of the paths from token t and adds to out where they lead,
// but not back to the token from which all began.
func (d *document) walk(paths []path, t, from, depth int, out []found) []found {
	for i := range paths {
		p := &paths[i]
		switch p.op {
		case '/':
			for _, c := range d.Children(t) {
				if d.arcIs(c, p.dep) && d.wordIs(c, &p.step) {
					out = d.arrive(p, c, from, depth, out)
				}
			}
		case '^':
			h := d.Tokens[t].Head
			if h == t || !d.arcIs(t, p.dep) || !d.wordIs(h, &p.step) {
				break
			}
			out = d.arrive(p, h, from, depth, out)
			// "ahead of", "together with": the outer preposition counts too
			for p.dep == "prep" && d.Tokens[h].Dep == "prep" && d.Tokens[d.Tokens[h].Head].POS == "ADP" {
				h = d.Tokens[h].Head
				out = d.arrive(p, h, from, depth, out)
			}
		case '~':
			out = d.arrive(p, d.outer(t), from, depth, out)
		case '?':
			if d.isForm(t, p.dep) {
				out = d.arrive(p, t, from, depth, out)
			}
		case '!':
			if !d.hasChild(t, p.dep) {
				out = d.arrive(p, t, from, depth, out)
			}
		case '.':
			for _, f := range d.followDeep(p.dep, t, depth+1) {
				out = d.arrive(p, f.token, from, depth, out)
			}
		}
	}
	return out
}

// arrive goes on from token t, to which the step of p led.
func (d *document) arrive(p *path, t, from, depth int, out []found) []found {
	switch {
	case p.ends == nil:
		return d.walk(p.rest, t, from, depth, out)
	case t == from || slices.ContainsFunc(out, func(f found) bool { return f.token == t }):
		return out
	}
	return append(out, found{t, p.ends})
}

// arcIs tells whether the arc above token t is dep; a dative is an object, and
// a clausal subject is none.
func (d *document) arcIs(t int, dep string) bool {
	have := d.Tokens[t].Dep
	switch dep {
	case "dobj":
		return have == "dobj" || have == "dative" && d.Tokens[t].POS != "ADP"
	case "prep":
		return have == "prep" || have == "dative" && d.Tokens[t].POS == "ADP"
	}
	return have == dep
}

func (d *document) wordIs(t int, s *step) bool {
	if s.class != "" {
		g := d.governorAt(t)
		return g != nil && (g.class == s.class || s.class == "party" && g.role != "")
	}
	return s.lemmas == nil || slices.Contains(s.lemmas, d.lemma(t))
}

func (d *document) hasChild(t int, dep string) bool {
	for _, c := range d.Children(t) {
		if d.Tokens[c].Dep == dep || dep == "nsubj" && d.Tokens[c].Dep == "nsubjpass" {
			return true
		}
	}
	return false
}

func (d *document) child(t int, deps ...string) int {
	for _, c := range d.Children(t) {
		if slices.Contains(deps, d.Tokens[c].Dep) {
			return c
		}
	}
	return -1
}

// isForm tells the form of a verb.
func (d *document) isForm(t int, form string) bool {
	tok := &d.Tokens[t]
	switch form {
	case "passive", "active":
		return d.passive(t) == (form == "passive")
	case "inf":
		for _, c := range d.Children(t) {
			if d.Tokens[c].Tag == "TO" {
				return true
			}
		}
		return false
	case "ing":
		return tok.Tag == "VBG"
	case "where":
		for _, c := range d.Children(t) {
			if d.Tokens[c].Lower == "where" {
				return true
			}
			if o := d.child(c, "pobj"); o >= 0 && d.Tokens[c].Dep == "prep" && (d.Tokens[o].Lower == "which" || d.Tokens[o].Lower == "whom") {
				switch d.Tokens[c].Lower {
				case "in", "at", "during":
					return true
				}
			}
		}
		return false
	case "noun":
		return tok.POS == "NOUN" || tok.POS == "PROPN"
	case "verb":
		return tok.POS == "VERB" || tok.POS == "AUX"
	}
	return false
}

// passive tells "was received" and "received by" from "received".
func (d *document) passive(t int) bool {
	if d.Tokens[t].Tag != "VBN" {
		return false
	}
	for _, c := range d.Children(t) {
		switch d.Tokens[c].Dep {
		case "auxpass", "nsubjpass":
			return true
		case "agent": // not "spoke by telephone"
			if o := d.child(c, "pobj"); o < 0 || !phoneWords[d.Tokens[o].Lower] && !videoWords[d.Tokens[o].Lower] {
				return true
			}
		}
	}
	switch d.Tokens[t].Dep {
	case "acl", "amod":
		return !d.hasAux(t, "have")
	case "conj": // "was met and feted"
		return d.child(t, "aux") < 0 && d.child(t, "nsubj") < 0 && d.passive(d.Tokens[t].Head)
	}
	return false
}

func (d *document) hasAux(t int, lemma string) bool {
	for _, c := range d.Children(t) {
		if dep := d.Tokens[c].Dep; (dep == "aux" || dep == "auxpass") && d.Tokens[c].Lemma == lemma {
			return true
		}
	}
	return false
}

// measures are nouns that count meetings: what holds of "a round of talks"
// holds of the talks.
var measures = wordSet(`round series day days week weeks hour hours session sessions string flurry bout set couple number
	start beginning end close conclusion opening resumption conduct course kind sort phase stage leg part breakdown collapse`)

// outer climbs from "talks" to "round" in "a round of talks".
func (d *document) outer(t int) int {
	for range 4 {
		p := d.Tokens[t].Head
		if d.Tokens[t].Dep == "compound" && triggers["noun"][d.lemma(p)] != nil && triggers["noun"][d.lemma(t)] != nil {
			t = p // "summit talks"
			continue
		}
		if d.Tokens[t].Dep != "pobj" || d.Tokens[p].Dep != "prep" || d.Tokens[p].Lower != "of" {
			return t
		}
		h := d.Tokens[p].Head
		if !measures[d.lemma(h)] {
			return t
		}
		t = h
	}
	return t
}

// wordSet makes a set of the words of a text.
func wordSet(words string) set {
	s := set{}
	for _, w := range strings.Fields(words) {
		s[w] = true
	}
	return s
}
