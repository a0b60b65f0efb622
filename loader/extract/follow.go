package extract

import (
	"slices"
)

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
