package resolve

import (
	"slices"
	"strings"
)

// compareFamily compares a family name of several words alone, "Vidal-Soler", with
// a full name that ends in it, where the words by themselves tell two people
// apart, as c says.
func (p person) compareFamily(q person, c comparison) comparison {
	short, long, relation := p, q, lesser
	if q.alone {
		short, long, relation = q, p, greater
	}
	n := len(long.words) - len(short.words)
	if !short.alone || long.alone || n < 1 || p.suffix != q.suffix {
		return c
	}
	for i, w := range short.words {
		if w.like(long.words[n+i]) < sameSound {
			return c
		}
	}
	out := comparison{relation: relation, score: 1}
	out.say(0.6, "%s is the family name alone", strings.Join(append(slices.Clone(short.given), short.surname), "-"))
	return out
}
