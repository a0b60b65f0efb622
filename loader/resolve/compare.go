package resolve

import (
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
	if p.bare() || q.bare() {
		return p.compareBare(q)
	}
	c := p.compareWords(q)
	if c.relation == different || p.suffix == q.suffix {
		return c
	}
	// Which name says more, by suffix.
	fuller := lesser
	with := q.suffix
	if with == "" {
		fuller, with = greater, p.suffix
	}
	switch {
	case p.suffix != "" && q.suffix != "":
		c.say(0.3, "%s is not %s", p.suffix, q.suffix)
		c.relation = different
	case generation(with):
		c.say(0.55, "only one is called %s", with)
		c.relation = different
	case c.relation == variant || c.relation == fuller:
		c.say(0.9, "only one is called %s", with)
		c.relation = fuller
	default:
		c.say(0.6, "each says something that the other does not")
		c.relation = different
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
	// p is a surname, q a full name.
	family := alike(p.surname, q.surname) || p.words[0].like(q.words[len(q.words)-1]) >= sameSound || q.first != "" && p.surname == q.first
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

// pairing says which words of two names stand for each other.
type pairing struct {
	with   []int // by word of the first name: of the second, or -1
	like   []likeness
	weight int
}

// pair finds the pairing that makes most of both names; of equal ones, the one
// with the words most in order.
func pair(a, b []word) pairing {
	likes := make([][]likeness, len(a))
	for i := range a {
		likes[i] = make([]likeness, len(b))
		for j := range b {
			likes[i][j] = a[i].like(b[j])
		}
	}
	best := pairing{weight: -1}
	with := make([]int, len(a))
	used := make([]bool, len(b))
	var try func(i, weight int)
	try = func(i, weight int) {
		if i == len(a) {
			for x := range with {
				for y := x + 1; y < len(with); y++ {
					if with[x] >= 0 && with[y] >= 0 && with[x] > with[y] {
						weight--
					}
				}
			}
			if weight > best.weight {
				best = pairing{with: slices.Clone(with), weight: weight}
			}
			return
		}
		for j := range b {
			if l := likes[i][j]; l != unlike && !used[j] {
				used[j], with[i] = true, j
				near := 0
				if i == j || len(a)-i == len(b)-j {
					near = 1
				}
				try(i+1, weight+100*int(l)+100+near)
				used[j] = false
			}
		}
		with[i] = -1
		try(i+1, weight)
	}
	try(0, 0)
	best.like = make([]likeness, len(a))
	for i, j := range best.with {
		if j >= 0 {
			best.like[i] = likes[i][j]
		}
	}
	return best
}

// join makes one word of neighbours in a that are written as one in b:
// "Jong Un", "Jongun".
func join(a, b []word) []word {
	for i := 0; i+1 < len(a); i++ {
		if a[i].script != latin || a[i+1].script != latin {
			if a[i].script != a[i+1].script {
				continue
			}
		}
		n := len(a[i].text) + len(a[i+1].text)
		if a[i].letters() < 2 && a[i+1].letters() < 2 || a[i].script == latin && !slices.ContainsFunc(b, func(w word) bool { return w.script != latin || max(n-len(w.text), len(w.text)-n) < 4 }) {
			continue
		}
		whole := readWord(a[i].text + a[i+1].text)
		for _, w := range b {
			if whole.like(w) >= sameSound && a[i].like(w) < sameSound && a[i+1].like(w) < sameSound {
				a = slices.Concat(a[:i], []word{whole}, a[i+2:])
				break
			}
		}
	}
	return a
}

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
	a := join(p.words, q.words)
	b := join(q.words, a)
	c := comparison{relation: different, score: 1}
	if len(a) < 2 || len(b) < 2 {
		if len(a) == len(b) && a[0].like(b[0]) >= sameSound {
			c.relation = variant
			c.say(0.97, "the same, otherwise divided")
			return c
		}
		c.say(0.4, "one is a single word")
		return c
	}
	m := pair(a, b)
	var restA, restB []word
	taken := make([]bool, len(b))
	full, typos, lessA, lessB := 0, 0, 0, 0
	for i, j := range m.with {
		if j < 0 {
			restA = append(restA, a[i])
			continue
		}
		taken[j] = true
		x, y := a[i], b[j]
		switch l := m.like[i]; l {
		case equal:
			if x.letters() > 1 {
				full++
			}
		case sameSound:
			full++
			c.say(0.98, "%s is %s spelt otherwise", x.text, y.text)
		case nickname:
			full++
			c.say(0.95, "%s may go by %s", x.text, y.text)
		case misspelt:
			typos++
			c.say(0.9, "%s may be %s misspelt", x.text, y.text)
		case initial:
			c.say(0.92, "%s and %s begin alike", x.text, y.text)
			if x.letters() < y.letters() {
				lessA++
			} else {
				lessB++
			}
		}
	}
	for j, w := range b {
		if !taken[j] {
			restB = append(restB, w)
		}
	}
	matched := full + typos + lessA + lessB
	if len(restA) > 0 && len(restB) > 0 {
		c.score = min(0.45, float64(full)/float64(max(len(a), len(b))))
		c.reasons = append(c.reasons, fmt.Sprintf("%s is not %s", text(restA), text(restB)))
		return c
	}
	if matched < 2 || full == 0 {
		c.say(0.4, "too little agrees")
		return c
	}
	if typos > 1 || typos == 1 && full < 1 {
		c.say(0.7, "misspelt more than once")
		return c
	}
	if typos == 1 && lessA+lessB > 0 && full < 2 {
		c.say(0.7, "misspelt, and no more than an initial besides")
		return c
	}
	// The longer name's further words make the other the lesser.
	longer, shorter, rest, with := b, a, restB, m.with
	if len(restA) > 0 {
		longer, shorter, rest, with = a, b, restA, inverted(m.with, len(b))
	}
	// That J. F. Kennedy has an F. does not make it say more than John Kennedy.
	if lessA > 0 && (lessB > 0 || spelt(restA)) || lessB > 0 && spelt(restB) {
		c.say(0.65, "each says something that the other does not")
		return c
	}
	if !c.ordered(p, q, shorter, longer, with) {
		return c
	}
	for _, w := range rest {
		c.say(0.95, "only one has %s", w.text)
	}
	switch {
	case lessA > 0, lessB == 0 && len(restB) > 0:
		c.relation = lesser
	case lessB > 0, len(restA) > 0:
		c.relation = greater
	default:
		c.relation = variant
	}
	return c
}

// spelt tells whether a word is more than an initial.
func spelt(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.letters() > 1 })
}

// inverted turns a pairing round.
func inverted(with []int, n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	for i, j := range with {
		if j >= 0 {
			out[j] = i
		}
	}
	return out
}

// ordered tells whether the words of the shorter name, all of which stand for
// words of the longer, stand where those of one person's name would.
func (c *comparison) ordered(p, q person, shorter, longer []word, with []int) bool {
	inOrder := slices.IsSorted(with)
	n, last := len(shorter)-1, len(longer)-1
	names := knownNames()
	if !inOrder {
		// A family name first: all words but one in order, that one at the
		// other end.
		turned := slices.IsSorted(with[1:]) && with[0] > with[n] || slices.IsSorted(with[:n]) && with[n] < with[0]
		if !turned || len(shorter) == 2 && p.first == "" && q.first == "" && names.given[shorter[0].text] && names.given[shorter[1].text] {
			c.say(0.6, "the words stand in another order")
			return false
		}
		c.say(0.95, "the family name first")
		return true
	}
	for i, j := range with { // George W. is not George H. W.
		if i < n && i != j && (shorter[i].letters() == 1 || longer[j].letters() == 1) {
			c.say(0.6, "the initials stand in another order")
			return false
		}
	}
	if with[n] == last || len(shorter) == len(longer) {
		return true
	}
	// The longer one ends in words that the shorter one lacks: another family
	// name if the shorter has one already.
	end := shorter[n].text
	if p.first != "" && q.first != "" {
		return true
	}
	if with[0] != 0 || names.given[end] || patronymic(end) || shorter[n].letters() == 1 {
		c.say(0.65, "%s may be no family name", end)
		return false
	}
	return true
}

// patronymic tells whether a word is a Russian or Ukrainian father's name.
func patronymic(w string) bool {
	for _, end := range []string{"ovich", "evich", "ovych", "evych", "ovna", "evna", "ivna", "yovych"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
