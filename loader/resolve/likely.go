package resolve

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/gazetteer"
)

// What the rules keep apart may be one all the same: a person is asked. Names
// find each other in blocks, so that a new one costs what is like it.

// likelyOrganizations returns how likely two bodies that are kept apart are
// one, from undecidedFrom; 0 if they are not likely to be.
func likelyOrganizations(a, b *name) (float64, []string) {
	if a.In != b.In || knownBodies()[a.Key] != "" && knownBodies()[b.Key] != "" {
		return 0, nil
	}
	if b.isAcronym() {
		a, b = b, a
	}
	switch {
	case b.isAcronym():
		return 0, nil
	case a.isAcronym():
		if slices.Contains(initialsOf(b.Key), a.Key) {
			return 0.6, []string{a.Key + " are the initials of " + b.Key}
		}
		return 0, nil
	}
	m := compareBodies(counted(strings.Fields(a.Key)), counted(strings.Fields(b.Key)))
	if m.Verdict == Different || m.Verdict == Undecided && m.Score < 0.55 {
		return 0, nil
	}
	why := m.Reasons
	if len(why) == 0 {
		why = []string{"only small words or legal forms tell them apart"}
	}
	return max(undecidedFrom, m.Score*sameFrom), why
}

// initialsOf returns the acronyms that the words of a key make, of three
// letters and more.
func initialsOf(key string) []string {
	words := strings.Fields(key)
	if len(words) < 3 {
		return nil
	}
	var all, big strings.Builder
	for _, w := range words {
		all.WriteByte(w[0])
		if !small(w) {
			big.WriteByte(w[0])
		}
	}
	out := finish([]string{all.String(), big.String()})
	return slices.DeleteFunc(out, func(s string) bool { return len(s) < 3 })
}

// likelyBlocks are the blocks of likely organizations: the acronym or the
// initials, and the words that count, in any order.
func (n *name) likelyBlocks() []string {
	if n.isAcronym() {
		return []string{"O4:" + n.Key}
	}
	var out []string
	if n.In == "" {
		for _, a := range initialsOf(n.Key) {
			out = append(out, "O5:"+a)
		}
	}
	words := counted(strings.Fields(n.Key))
	core := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return loose[w] || trades[w] || branches[w] })
	if len(core) == 0 {
		core = words
	}
	slices.Sort(core)
	return append(out, "O6:"+n.In+"|"+strings.Join(core, " "))
}

// likelyPlaces returns how likely two places that are kept apart are one: two
// spellings of which the gazetteer knows one at most, or a namesake and the
// name that the articles do not say whose it is.
func likelyPlaces(a, b *name) (float64, []string) {
	p, q := gazetteer.ByKey(a.Key), gazetteer.ByKey(b.Key)
	if p != nil && q != nil {
		return 0, nil
	}
	for _, x := range [][2]*name{{a, b}, {b, a}} {
		if known := gazetteer.ByKey(x[1].Key); known != nil && slices.ContainsFunc(gazetteer.Places(x[0].Key), func(m gazetteer.Meaning) bool { return m.Place == known }) {
			return 0.5, []string{"nothing tells which " + known.Name + " is meant"}
		}
	}
	x, y := barePlace(a.Key), barePlace(b.Key)
	switch {
	case len(gazetteer.Places(a.Key)) > 0 && len(gazetteer.Places(b.Key)) > 0:
		return 0, nil
	case x == y, len(x) > 4 && len(y) > 4 && alike(x, y) && (vowel(x[0]) == vowel(y[0])): // Zealand is not Iceland
		return 0.65, []string{fmt.Sprintf("%s may be %s spelt otherwise", x, y)}
	case len(x) >= minTypo && len(y) >= minTypo && oneEdit(x, y):
		return 0.6, []string{fmt.Sprintf("%s may be %s misspelt", x, y)}
	case len(skeleton(x)) > 3 && skeleton(x) == skeleton(y) && x[0] == y[0]:
		return 0.55, []string{fmt.Sprintf("%s and %s have the same consonants", x, y)}
	}
	return 0, nil
}

// barePlace is a place's name without what transliterations add: the article in
// its assimilated forms, spaces.
func barePlace(key string) string {
	key = strings.TrimPrefix(key, "country ")
	key, _, _ = strings.Cut(key, ", ")
	words := strings.Fields(terms.Fold(key))
	out := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return articleWords[w] })
	if len(out) == 0 {
		out = words
	}
	return strings.Join(out, "")
}

var articleWords = set("al el ar as ash at az ad an ez es ed the la le")

// sameConsonant brings together letters that transliterations take for one
// another.
var sameConsonant = strings.NewReplacer("kh", "h", "gh", "g", "dh", "d", "th", "t", "sh", "s", "zh", "s", "ch", "s", "ph", "f",
	"q", "k", "c", "k", "z", "s", "v", "w", "b", "b", "j", "g")

func vowel(c byte) bool { return strings.IndexByte("aeiouyh", c) >= 0 }

// skeleton is the consonants of a name, each once in a row.
func skeleton(s string) string {
	var out []byte
	for i, c := range []byte(sameConsonant.Replace(s)) {
		if strings.IndexByte("aeiouy", c) >= 0 || i > 0 && len(out) > 0 && out[len(out)-1] == c {
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

// placeLikelyBlocks are the blocks of likely places. Those that the gazetteer
// knows look for unknown ones only.
func (n *name) placeLikelyBlocks() []string {
	group := "L2:"
	if gazetteer.ByKey(n.Key) != nil {
		group = "L3:"
	}
	s := barePlace(n.Key)
	out := []string{group + s}
	if k := skeleton(s); len(k) > 3 {
		out = append(out, group+k+"/")
	}
	if rs := []rune(s); len(rs) >= minTypo { // one letter apart, one half is alike
		for _, half := range []int{len(rs) / 2, (len(rs) + 1) / 2} {
			out = append(out, group+string(rs[:half])+"*", group+"*"+string(rs[len(rs)-half:]))
		}
	}
	return out
}
