package resolve

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// findFrame chooses the frame of most concepts, of equally many the one that
// begins first, and returns the tokens that tell it.
func (g *gist) findFrame(tokens []token) map[int]bool {
	var best map[int]bool
	size, start := 0, 0
	frames := concepts().frames
	for i := range frames {
		f := &frames[i]
		for _, alternative := range f.alternatives {
			used, first, ok := tells(tokens, alternative)
			if !ok || f.slot == "person" && !slices.ContainsFunc(tokens, token.person) {
				continue
			}
			if n := len(alternative); n > size || n == size && first < start {
				best, size, start, g.frame = used, n, first, f
			}
		}
	}
	return best
}

// tells tells whether the frame is of the concept.
func (f *frame) tells(concept string) bool {
	return slices.ContainsFunc(f.alternatives, func(a []string) bool { return slices.Contains(a, concept) })
}

func (t token) person() bool { return t.name != nil && t.name.kind == graph.KindPerson }

// tells returns the tokens of a wording that carry the concepts, and the
// first of them.
func tells(tokens []token, names []string) (used map[int]bool, first int, ok bool) {
	carried := 0
	for _, n := range names { // most wordings lack most concepts
		for i := range tokens {
			if carries(tokens, i, n, len(names) == 1) {
				carried++
				break
			}
		}
	}
	if carried < len(names) {
		return nil, 0, false
	}
	used, first = map[int]bool{}, len(tokens)
	for _, n := range names {
		for i := range tokens {
			if carries(tokens, i, n, len(names) == 1) {
				used[i] = true
				first = min(first, i)
				for _, j := range tokens[i].made {
					used[j] = true
				}
			}
		}
	}
	return used, first, true
}

// carries tells whether the i-th token carries the concept of a frame; alone:
// the frame is of no other.
func carries(tokens []token, i int, concept string, alone bool) bool {
	t := &tokens[i]
	if concept == "STATE" {
		return t.name != nil && t.name.state && goes(tokens, i) && !owns(tokens, i)
	}
	return t.means(concept, alone)
}

// means tells whether one of the token's senses is the concept; alone: that
// which the rest of the wording tells.
func (t *token) means(name string, alone bool) bool {
	if alone {
		return t.sense != nil && t.sense.is(name)
	}
	return slices.ContainsFunc(t.concepts, func(c *concept) bool { return c.is(name) })
}

// owns tells whether the country is that of another thing: "Chilean diplomats"
// leave, and not Chile.
func owns(tokens []token, country int) bool {
	for i := country + 1; modifies(tokens, i-1); i++ {
		switch {
		case tokens[i].means("WITHDRAW", false):
			return false
		case tokens[i].means("REFUGEES", false):
			return true
		}
	}
	return modifies(tokens, country)
}

// goes tells whether a country goes from somewhere: from another place, or
// from "the region" or "our soil", and not from a treaty or a body.
func goes(tokens []token, country int) bool {
	here := false
	for i, t := range tokens {
		here = here || t.in("here")
		if t.word != "from" || i < country {
			continue
		}
		for i++; i < len(tokens) && tokens[i].name == nil && idle[tokens[i].stem]; i++ {
		}
		if i == len(tokens) || !tokens[i].in("here") && (tokens[i].name == nil || tokens[i].name.kind != graph.KindPlace) {
			return false
		}
		return true
	}
	return here
}
