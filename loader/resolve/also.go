package resolve

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// also returns the keys of the other names that articles give with the name, as
// "Meta, formerly Facebook" does, and no shorter or fuller forms of it: of a
// person those of another family name, of a body those that are neither within
// the name nor hold it, nor are acronyms. They come sorted.
func (n *name) also(kind graph.NodeKind) []string {
	if len(n.Forms) < 2 || kind == graph.KindPlace { // other names of places are the gazetteer's
		return nil
	}
	words := strings.Fields(n.Key)
	var out []string
	for f := range n.Forms {
		if acronym(f) != "" {
			continue
		}
		var key string
		if kind == graph.KindPerson {
			p := readPerson(f)
			if key = p.key(); slices.Contains(words, p.surname) || slices.Contains(p.given, words[len(words)-1]) {
				continue
			}
		} else if k, _, isGeneric := organizationKey(f); !isGeneric {
			key = k
		}
		if other := strings.Fields(key); len(other) > 0 && !includes(words, other) && !includes(other, words) {
			out = append(out, key)
		}
	}
	return finish(out)
}

// alsoBlocks are the blocks by which a name and another of its bearer find each
// other.
func (n *name) alsoBlocks(kind graph.NodeKind) []string {
	if n.In != "" && kind == graph.KindOrganization || kind == graph.KindPlace {
		return nil
	}
	out := []string{"A2:" + n.Key}
	for _, k := range n.also(kind) {
		out = append(out, "A1:"+k)
	}
	return out
}

// compareAlso compares two names that are not alike: one is less than the
// other where articles give it as another name of that one's bearer only, as
// an acronym is.
func compareAlso(a, b *unit) (comparison, bool) {
	// The blocks have the other names, and only of names that have them.
	other := func(u, of *unit) bool {
		return (u.name.In == "" || u.kind == graph.KindPerson) && slices.Contains(of.blocks, "A1:"+u.name.Key)
	}
	c := comparison{score: 0.9}
	ofA, ofB := other(b, a), other(a, b)
	switch {
	case ofA && ofB:
		c.relation = variant
	case ofA:
		c.relation = greater
	case ofB:
		c.relation = lesser
	default:
		return c, false
	}
	c.reasons = []string{fmt.Sprintf("an article says that %s and %s are one", min(a.name.Key, b.name.Key), max(a.name.Key, b.name.Key))}
	return c, true
}

// todays returns how often the units, which are one, are named, without those
// whose name articles give only as another's.
func todays(kind graph.NodeKind, units []*unit) map[string]int {
	others := map[string]bool{}
	for _, u := range units {
		for _, k := range u.name.also(kind) {
			others[k] = true
		}
	}
	all, left := map[string]int{}, map[string]int{}
	for _, u := range units {
		add(&all, u.name.Named)
		if !others[u.name.Key] {
			add(&left, u.name.Named)
		}
	}
	if len(left) == 0 {
		return all
	}
	return left
}
