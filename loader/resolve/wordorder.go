package resolve

import (
	"slices"
	"strings"
)

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
		if f.full+f.typos > 2 && !arabs && from == nowhere && (rotated(with) || f.familyMoved(with, longer)) {
			c.say(0.9, "the words stand in another order")
			return true
		}
		if !turned || len(shorter) == 2 && p.first == "" && q.first == "" && names.christian(shorter[0].text) && names.christian(shorter[1].text) { // James Thomas is not Thomas James
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
	case (p.isEastern() || q.isEastern()) && extra == 1 && with[0] == 1 && longer[0].western(): // an English name before the Chinese one
		c.say(0.95, "only one has %s", longer[0].text)
		return true
	case p.isEastern() || q.isEastern(): // Wang Ming is not Wang Xiaoming
		c.say(0.6, "one has a syllable more")
		return false
	case len(shorter) == 2 && with[0] > 0 && with[1] > with[0]+2 && !slices.ContainsFunc(longer[with[0]+1:with[1]], func(w word) bool { return w.letters() == 1 }):
		c.say(0.65, "%s is too little of %s", text(shorter), text(longer))
		return false
	case with[0] > 0:
		if !f.mayLack(c, longer[:with[0]], longer[with[0]], shorter) {
			return false
		}
	case len(shorter) == 2 && with[1] > 1 && (ofMany(shorter[0]) || names.nicknames(shorter[0].text, "ahmed")) && spelt(longer[1:with[1]]) && !houseOf[longer[1].led]: // Mohammad Khatami, Mohammad Reza Khatami, but Ali al-Husayni al-Sistani
		c.say(0.65, "%s may be another than %s %s", text(shorter), shorter[0].text, longer[1].text)
		return false
	}
	if with[n] == last {
		return true
	}
	// The longer one ends in words that the shorter one lacks: where someone is
	// from, or another family name if the shorter has one already.
	end := shorter[n]
	if v := longer[with[n]]; !houseOf[longer[last].led] && end.script == latin && v.script == latin && end.text != v.text {
		c.say(0.65, "another %s has %s besides", v.text, longer[last].text)
		return false
	}
	if p.first != "" && q.first != "" || houseOf[longer[last].led] || khans(longer[with[n]+1:]) && with[n] == n && !ofMany(shorter[0]) || strings.HasSuffix(end.led, "bin") || end.script == abjad {
		return true
	}
	if with[0] != 0 || names.given[end.text] || patronymic(end.text) || end.letters() == 1 {
		c.say(0.65, "%s may be no family name", end.text)
		return false
	}
	return true
}

// khans tells whether what a name goes on with is Khan and a tribe, which Pashtuns
// and Persians put to a name that is whole without them: Dost Mohammad, Karim Khan Zand.
func khans(rest []word) bool { return len(rest) == 2 && rest[0].text == "khan" }

// rotated tells whether the words begin elsewhere and go round: Suu Kyi Aung San.
func rotated(with []int) bool {
	for i := 1; i < len(with); i++ {
		if with[i-1] > with[i] {
			return len(with) > 3 && with[len(with)-1] < with[0] && slices.IsSorted(with[:i]) && slices.IsSorted(with[i:])
		}
	}
	return false
}

// familyMoved tells whether all words are in order but the last of the longer name,
// which stands among the others: Boris Johnson de Pfeffel.
func (f *found) familyMoved(with []int, longer []word) bool {
	i := slices.Index(with, len(longer)-1)
	return i > 0 && len(longer) > 3 && slices.IsSorted(slices.Delete(slices.Clone(with), i, i+1))
}

// houseOf are particles before a family's or a town's name after a name that is
// whole without it: bin Salman Al Saud, Hussein al-Tikriti.
var houseOf = set("al el as ash an ar at az ed es ال آل")

// mayLack tells whether a name may lack what another begins with.
// The longer one goes on with next.
func (f *found) mayLack(c *comparison, lead []word, next word, shorter []word) bool {
	if !slices.ContainsFunc(lead, func(w word) bool { return !ofMany(w) && w.letters() > 1 }) {
		return true // Mohammad Javad Zarif
	}
	names := knownNames()
	switch first := shorter[0]; {
	case sonOf(next) && !sonOf(first), names.arabic(lead[0].text), strings.HasSuffix(next.text, "bhai"), // Saif bin Ibrahim, Hamza Shehbaz Sharif, Jay Amitbhai Shah
		first.script == abjad || names.arabic(first.text), // his father's name, if he is Ziad Tariq Aziz
		len(shorter) > 2 && slices.ContainsFunc(shorter[:len(shorter)-1], func(w word) bool { return names.arabic(w.text) }):
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

// sonOf tells whether a word is led by one for "son of".
func sonOf(w word) bool {
	return strings.HasPrefix(w.led, "bin") || strings.HasPrefix(w.led, "ibn") || strings.HasPrefix(w.led, "ben") || strings.HasPrefix(w.led, "ould")
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
