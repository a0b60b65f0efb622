package resolve

import "slices"

// found is what two names have in common.
type found struct {
	a, b         []word
	with         []int  // by word of a: the word of b, or -1
	restA, restB []word // that stand for none of the other's
	// full words agree, nicks of them as one person's names; letters are
	// initials that both have; typos are misspelt; lessA are initials of a for
	// words of b, and the other way round.
	full, nicks, letters, typos, lessA, lessB int
	// names are those of which both spellings are names that lists know.
	names int
	// short words are a part of the other's, and slip is the least letters of
	// one with a wrong letter.
	short, slip int
}

func (f *found) count(c *comparison, like []likeness) {
	taken := make([]bool, len(f.b))
	for i, j := range f.with {
		if j < 0 {
			f.restA = append(f.restA, f.a[i])
			continue
		}
		taken[j] = true
		x, y := f.a[i], f.b[j]
		switch like[i] {
		case equal:
			if x.letters() > 1 {
				f.full++
			} else {
				f.letters++
			}
		case sameSound:
			f.full++
			if x.script == latin && y.script == latin && knownNames().isName(x.text) && knownNames().isName(y.text) {
				f.names++
			}
			c.say(0.98, "%s is %s spelt otherwise", x.text, y.text)
		case nickname:
			f.full++
			f.nicks++
			c.say(0.95, "%s may go by %s", x.text, y.text)
		case shortened:
			f.short++
			c.say(0.95, "%s and %s are one, in part", x.text, y.text)
		case misspelt:
			f.typos++
			f.slip = min(f.slip, x.sureness(y))
			c.say(0.9, "%s may be %s misspelt", x.text, y.text)
		case initial:
			c.say(0.92, "%s and %s begin alike", x.text, y.text)
			if x.letters() < y.letters() {
				f.lessA++
			} else {
				f.lessB++
			}
		}
	}
	for j, w := range f.b {
		if !taken[j] {
			f.restB = append(f.restB, w)
		}
	}
}

// complementary tells whether one name has a second family name and the other
// a second given one: Hugo Chávez Frías, Hugo Rafael Chávez.
func (f *found) complementary() bool {
	if f.full < 2 || f.with[0] != 0 || f.typos > 0 || !slices.IsSorted(f.matched()) {
		return false
	}
	for i, j := range f.with { // Bannister, Banister-Cole
		if j >= 0 && f.a[i].script == latin && f.b[j].script == latin && f.a[i].text != f.b[j].text {
			return false
		}
	}
	middle, end := f.restA, f.restB
	if f.with[len(f.a)-1] < 0 {
		middle, end = f.restB, f.restA
	}
	last := end[len(end)-1]
	if len(middle) == 0 || middle[len(middle)-1].text == f.a[len(f.a)-1].text || middle[len(middle)-1].text == f.b[len(f.b)-1].text {
		return false
	}
	if last.text != f.a[len(f.a)-1].text && last.text != f.b[len(f.b)-1].text {
		return false
	}
	given := func(w word) bool { return w.letters() > 1 && knownNames().given[w.text] }
	other := func(w word) bool { return w.letters() > 1 && !given(w) }
	return !slices.ContainsFunc(end, given) && !slices.ContainsFunc(middle, other) // Juan Pablo is no Juan Pedro
}

// matched returns the words of b that words of a stand for.
func (f *found) matched() []int {
	return slices.DeleteFunc(slices.Clone(f.with), func(j int) bool { return j < 0 })
}

// enough tells whether what agrees is enough for one person, whatever else the
// names say.
func (f *found) enough(c *comparison) bool {
	initials := f.letters + f.lessA + f.lessB
	switch {
	case f.full == 0 || f.full+f.typos+initials < 2:
		c.say(0.4, "too little agrees")
	case f.full == f.nicks && f.typos == 0:
		c.say(0.65, "nothing but short forms agrees")
	case f.short > 0 && (f.short > 1 || f.full-f.nicks < 2 || len(f.restA)+len(f.restB) > 0):
		c.say(0.65, "no more than a part of a word agrees")
	case f.typos > 0 && f.slip < minSlip+1-f.full+f.nicks:
		c.say(0.65, "a short word is another")
	case f.typos > 1 || f.typos == 1 && f.full-f.nicks < 1:
		c.say(0.7, "misspelt more than once")
	case f.typos == 1 && initials > 0 && f.full < 2:
		c.say(0.7, "misspelt, and no more than an initial besides")
	case f.full == 1 && f.typos == 0 && f.names > 0: // T. S. Eliot is no T. S. Elliott
		c.say(0.65, "only initials agree, and two family names sound alike")
	// That J. F. Kennedy has an F. does not make it say more than John Kennedy.
	case f.lessA > 0 && (f.lessB > 0 || spelt(f.restA)) || f.lessB > 0 && spelt(f.restB):
		if f.full == 1 && f.commonFamily() { // Lyndon B. Johnson goes by no Boris
			c.say(0.5, "only an initial agrees, besides a common family name")
			break
		}
		c.say(0.65, "each says something that the other does not")
	case f.full == 1 && f.typos == 0 && initials == 1 && (spelt(f.restA) || spelt(f.restB) || f.commonFamily() || knownNames().isName(f.a[len(f.a)-1].text)):
		c.say(0.65, "only an initial agrees, besides the family name")
	default:
		return true
	}
	return false
}

// commonFamily tells whether the last words are a family name that very many
// have.
func (f *found) commonFamily() bool {
	common := knownNames().common
	return common[f.a[len(f.a)-1].text] && common[f.b[len(f.b)-1].text]
}

// spelt tells whether a word is more than an initial.
func spelt(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.letters() > 1 })
}
