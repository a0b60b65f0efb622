package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// comparison is what two names are to each other, how sure that is (1: the
// same letters, 0: nothing in common), and why.
type comparison struct {
	relation relation
	score    float64
	reasons  []string
}

func (c *comparison) say(factor float64, format string, args ...any) {
	c.score *= factor
	c.reasons = append(c.reasons, fmt.Sprintf(format, args...))
}

// why is the reasons in one line.
func (c comparison) why() string { return strings.Join(c.reasons, "; ") }

// relate is the relation that compare finds.
func (p person) relate(q person) relation { return p.compare(q).relation }

// compare compares two people's names. Of two that are not related a score of
// 0.5 or more says that they may be one person's all the same.
func (p person) compare(q person) comparison {
	if p.full > q.full { // ties are broken alike, whichever comes first
		c := q.compare(p)
		c.relation = c.relation.inverse()
		return c
	}
	c := p.compareNames(q)
	if p.called != nil || q.called != nil {
		c = p.compareCalled(q, c)
	}
	if c.relation == different && (p.own != nil || q.own != nil) {
		return p.compareOwn(q, c)
	}
	return c
}

// compareNames compares two names without what else the people are called.
func (p person) compareNames(q person) comparison {
	switch {
	case p.bare() || q.bare():
		return p.compareBare(q)
	case p.full == q.full && !slices.ContainsFunc(slices.Concat(p.words, q.words), func(w word) bool { return w.script != latin }):
		return comparison{relation: variant, score: 1} // J. Hill, and Hill, J.
	}
	c := p.compareWords(q)
	if c.relation == different {
		c = p.compareFamily(q, c)
	}
	if c.relation == different {
		c = p.compareCyrillic(q, c)
	}
	if c.relation == different {
		return p.compareBaltic(q, c)
	}
	if p.suffix == q.suffix {
		return c
	}
	with := cmp.Or(p.suffix, q.suffix)
	// Which name says more, by suffix.
	fuller := lesser
	if q.suffix == "" {
		fuller = greater
	}
	switch {
	case p.suffix != "" && q.suffix != "":
		c.say(0.3, "%s is not %s", p.suffix, q.suffix)
		c.relation = different
	case generation(with), !knownNames().isGiven(p.surname) && !p.bare() && !q.bare(): // John Paul II may be called John Paul
		c.say(0.55, "only one is called %s", with)
		c.score = max(c.score, undecidedFrom) // a father, or the same without what tells him from his
		c.relation = different
	case c.relation == variant || c.relation == fuller:
		c.say(0.9, "only one is called %s", with)
		c.relation = fuller
	default: // each says something that the other does not
		c.say(0.85, "only one is called %s", with)
		c.relation = variant
	}
	return c
}

// compareBaltic compares two names of which one may have endings of Latvian or
// Lithuanian, and that are different otherwise, as c says.
func (p person) compareBaltic(q person, c comparison) comparison {
	a, isA := p.withoutBaltic()
	b, isB := q.withoutBaltic()
	if isA == isB {
		return c
	}
	if isA {
		b = q
	} else {
		a = p
	}
	if without := a.compareWords(b); without.relation != different {
		without.say(0.95, "one has Baltic endings")
		return without
	}
	return c
}

// generation tells whether a suffix tells a son from his father; without it
// the name is the other's. A regnal number may just be left out.
func generation(suffix string) bool { return suffix == "jr" || suffix == "sr" }

// compareBare compares names of which one or both are a surname alone.
func (p person) compareBare(q person) comparison {
	c := comparison{relation: different, score: 1}
	if p.bare() && q.bare() {
		a, b := p.words[0], q.words[0]
		switch l := a.like(b); {
		case p.suffix != q.suffix:
			c.say(0.3, "%q is not %q", p.suffix, q.suffix)
		case l == equal || l == sameSound:
			c.relation = variant
			c.say(0.9, "one and the same single name")
		case l == misspelt:
			c.say(0.6, "%s may be %s misspelt, but there is nothing else to go by", a.text, b.text)
		default:
			c.score = 0
			c.say(0, "%s is not %s", a.text, b.text)
		}
		return c
	}
	if q.bare() {
		c := q.compareBare(p)
		c.relation = c.relation.inverse()
		return c
	}
	if p.words[0].isAll(q) {
		c.relation = variant
		c.say(0.97, "the same, otherwise divided")
		return c
	}
	if led := p.words[0].led; knownNames().nicknames(led, q.words[0].text) && p.words[0].like(q.words[len(q.words)-1]) == equal && p.suffix == q.suffix { // Ben, Al
		c.relation = variant
		c.say(0.95, "%s may be %s", led, q.words[0].text)
		return c
	}
	// p is a surname, q a full name.
	// Where the family name stands first, the last word is one only as it is written.
	l := p.words[0].like(q.words[len(q.words)-1])
	family := l == equal || l == sameSound && q.first == "" || q.first != "" && p.surname == q.first
	switch {
	case !family || p.suffix != "" && p.suffix != q.suffix:
		c.score = 0
		c.say(0, "%s is not the family name", p.surname)
	default:
		c.relation = lesser
		c.say(0.6, "%s is the family name alone", p.surname)
	}
	return c
}

// isAll tells whether the word is a whole name written in one, with its
// particles or without: "BertoltHagemann".
func (w word) isAll(q person) bool {
	if w.letters() < minTypo || w.also != nil {
		return false
	}
	all := q.words[0]
	led := all.led + all.text
	for _, v := range q.words[1:] {
		all, led = all.and(v), led+v.led+v.text
	}
	for from := chinese; from <= vietnamese; from++ {
		if q.origin[from] {
			return w.likeFrom(all, from) >= sameSound
		}
	}
	switch {
	case w.text == all.text || w.text == led:
		return true
	case w.script == latin && all.script == latin:
		return apart(w.sounds, all.sounds, &sharp, exact) <= exact
	}
	const most = 60 // no consonant more or less
	return w.likeForeign(all) == sameSound && apart(w.sounds, all.sounds, ears[max(w.script, all.script)], most) <= most
}

// exact is how far, in hundredths of a consonant, two readings in Latin letters
// may be apart where the words' limits are not seen.
const exact = 20

func text(words []word) string {
	var out []string
	for _, w := range words {
		out = append(out, w.text)
	}
	return strings.Join(out, " ")
}

// compareWords compares two full names word by word. Names are one when all
// words of one stand for words of the other; what the other says besides may
// be a middle name or another family name, but not a family name where the
// first has none.
func (p person) compareWords(q person) comparison {
	best, of := comparison{}, false
	for from := chinese; from <= vietnamese; from++ {
		if p.origin[from] && q.origin[from] {
			if c := p.compareFrom(q, from); !of || c.better(best) {
				best, of = c, true
			}
		}
	}
	for _, x := range [][2]person{{p, q}, {q, p}} {
		if x[0].origin[korean] && x[0].words[0].whole && !x[1].isEastern() { // a Korean is no Jay Hong, as his name is heard elsewhere
			return comparison{relation: different, reasons: []string{text(x[1].words) + " is no Korean name"}}
		}
	}
	if of {
		return best
	}
	return p.compareFrom(q, nowhere)
}

// better tells whether a comparison finds more in common than another.
func (c comparison) better(o comparison) bool {
	if (c.relation == different) != (o.relation == different) {
		return c.relation != different
	}
	return c.score > o.score
}

// compareFrom compares two names as names of a land.
func (p person) compareFrom(q person, from eastern) comparison {
	a, b := joinSpelt(p.words, q.words), joinSpelt(q.words, p.words)
	m := pair(a, b, from)
	for m.open(len(b)) {
		x := join(a, b, m.firm(), from)
		y := join(b, x, inverted(m.firm(), len(b)), from)
		if len(x) == len(a) && len(y) == len(b) {
			break
		}
		a, b = x, y
		m = pair(a, b, from)
	}
	c := comparison{relation: different, score: 1}
	if len(a) < 2 || len(b) < 2 {
		if len(a) == len(b) && a[0].likeFrom(b[0], from) >= sameSound {
			c.relation = variant
			c.say(0.97, "the same, otherwise divided")
			return c
		}
		c.say(0.4, "one is a single word")
		return c
	}
	f := found{a: a, b: b, with: m.with, slip: maxSounds}
	f.count(&c, m.like)
	switch {
	case len(f.restA) > 0 && len(f.restB) > 0 && (p.isEastern() || q.isEastern() || !f.complementary()):
		c.score = min(0.45, float64(f.full)/float64(max(len(a), len(b))))
		c.reasons = append(c.reasons, fmt.Sprintf("%s is not %s", text(f.restA), text(f.restB)))
		return c
	case !f.enough(&c), !f.ordered(&c, p, q, from):
		return c
	}
	for _, w := range slices.Concat(f.restA, f.restB) {
		c.say(0.95, "only one has %s", w.text)
	}
	switch {
	case len(f.restA) > 0 && len(f.restB) > 0:
		c.relation = variant
	case f.lessA > 0, f.lessB == 0 && len(f.restB) > 0:
		c.relation = lesser
	case f.lessB > 0, len(f.restA) > 0:
		c.relation = greater
	default:
		c.relation = variant
	}
	return c
}
