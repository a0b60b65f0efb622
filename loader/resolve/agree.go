package resolve

import (
	"slices"
	"strings"
)

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

// ordered tells whether the words of the shorter name, which stand for words
// of the longer, stand where those of one person's name would, and what only
// the longer has is what a name may lack.
func (f *found) ordered(c *comparison, p, q person, from eastern) bool {
	longer, shorter, with := f.b, f.a, f.with
	if len(f.restA) > 0 {
		longer, shorter, with = f.a, f.b, inverted(f.with, len(f.b))
	}
	if len(f.restA) > 0 && len(f.restB) > 0 {
		c.say(0.85, "each has one name more")
		return true
	}
	n, last := len(shorter)-1, len(longer)-1
	names := knownNames()
	if !slices.IsSorted(with) {
		// A family name first: all words but one in order, that one at the
		// other end.
		turned := slices.IsSorted(with[1:]) && with[0] > with[n] || slices.IsSorted(with[:n]) && with[n] < with[0]
		arab := func(w word) bool { return w.script == abjad || names.arabic(w.text) }
		arabs := slices.ContainsFunc(shorter, arab) || slices.ContainsFunc(longer, arab)
		if len(shorter) == len(longer) && f.full+f.typos > 3 && (turned || !arabs && with[0] == 0 && with[n] == n) { // two of four words seldom trade places in another's name
			c.say(0.9, "the words stand in another order")
			return true
		}
		if !turned || len(shorter) == 2 && p.first == "" && q.first == "" && names.western[shorter[0].text] && names.western[shorter[1].text] { // James Thomas is not Thomas James
			c.say(0.6, "the words stand in another order")
			return false
		}
		if arabs {
			c.say(0.65, "the words stand in another order")
			return false
		}
		for i, w := range longer {
			if !slices.Contains(with, i) && w.letters() > 1 && !names.given[w.text] && !patronymic(w.text) {
				c.say(0.65, "the words stand in another order, and only one has %s", w.text)
				return false
			}
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
	switch extra := len(longer) - len(shorter); {
	case extra == 0:
		return true
	case from != nowhere: // Wang Ming is not Wang Xiaoming
		c.say(0.6, "one has a syllable more")
		return false
	case len(shorter) == 2 && with[0] > 0 && with[1] > with[0]+2 && !slices.ContainsFunc(longer[with[0]+1:with[1]], func(w word) bool { return w.letters() == 1 }):
		c.say(0.65, "%s is too little of %s", text(shorter), text(longer))
		return false
	case with[0] > 0:
		if !f.mayLack(c, longer[:with[0]], shorter) {
			return false
		}
	case len(shorter) == 2 && with[1] > 1 && (ofMany(shorter[0]) || names.nicknames(shorter[0].text, "ahmed")) && spelt(longer[1:with[1]]): // Mohammad Khatami, Mohammad Reza Khatami
		c.say(0.65, "%s may be another than %s %s", text(shorter), shorter[0].text, longer[1].text)
		return false
	}
	if with[n] == last {
		return true
	}
	// The longer one ends in words that the shorter one lacks: where someone is
	// from, or another family name if the shorter has one already.
	end := shorter[n]
	if v := longer[with[n]]; !houseOf[longer[last].led] && end.script == latin && v.script == latin && single(end.text) != single(v.text) {
		c.say(0.65, "another %s has %s besides", v.text, longer[last].text)
		return false
	}
	if p.first != "" && q.first != "" || houseOf[longer[last].led] || strings.HasSuffix(end.led, "bin") || end.script == abjad {
		return true
	}
	if with[0] != 0 || names.given[end.text] || patronymic(end.text) || end.letters() == 1 {
		c.say(0.65, "%s may be no family name", end.text)
		return false
	}
	return true
}

// houseOf are particles before a family's or a town's name after a name that is
// whole without it: bin Salman Al Saud, Hussein al-Tikriti.
var houseOf = set("al el as ash an ar at az ed es ال آل")

// mayLack tells whether a name may lack what another begins with.
func (f *found) mayLack(c *comparison, lead, shorter []word) bool {
	if !slices.ContainsFunc(lead, func(w word) bool { return !ofMany(w) && w.letters() > 1 }) {
		return true // Mohammad Javad Zarif
	}
	names := knownNames()
	switch first := shorter[0]; {
	case first.script == abjad || names.arabic(first.text): // his father's name, if he is Ziad Tariq Aziz
		c.say(0.65, "%s may be the father of %s", text(shorter), lead[0].text)
	case len(lead) > 1 && !spelt(lead[1:]), compound[lead[0].text] && len(shorter) == 2: // Pablo, and Juan Pablo
		c.say(0.65, "%s %s may be another than %s", lead[0].text, first.text, first.text)
	case len(shorter) == 2 && f.commonFamily() && (names.frequent[first.text] || abroad[shorter[1].text]):
		c.say(0.68, "only one has %s, and many are called %s", text(lead), text(shorter[1:]))
	default:
		c.say(0.9, "only one begins with %s", text(lead))
		return true
	}
	return false
}

// Given names that stand before others as one name of two.
var compound = set("juan jose jean maria ana luis hans joao marie pier gian")

// ofMany tells whether so many bear the name that a second one tells them
// apart, and it is often left out: Mohammad.
func ofMany(w word) bool {
	switch w.text {
	case "ali", "mir", "علي", "محمد", "سيد", "seyed", "sayyid", "syed", "sheikh", "hajji", "haji", "el", "muhammadu":
		return true
	}
	return w.script == latin && knownNames().nicknames(w.text, "mohammed")
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
