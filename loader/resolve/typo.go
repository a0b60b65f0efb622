package resolve

import (
	"slices"
	"strings"
)

// oneEdit tells whether two words differ by exactly one letter put in, left
// out, exchanged or swapped with its neighbour (Damerau 1964).
func oneEdit(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) < len(y) {
		return string(x[i:]) == string(y[i+1:])
	}
	if string(x[i+1:]) == string(y[i+1:]) {
		return true
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && string(x[i+2:]) == string(y[i+2:])
}

// The least letters of a word in which one wrong letter (minSlip), or two that
// changed places, still leave no doubt, given that one other word of the name
// agrees; with each more that agrees, one letter less. Those of a name of one
// word, and of one that is known by lists too, are minTypo.
const (
	minTypo = 6
	minSlip = 5
	minSwap = 4
)

// misspells tells whether one word may be the other with a slip of the pen: a
// letter more, less, wrong, twice or in another place. Two words of which both
// are people's names are two names, though a letter tells them apart; so are
// what a man's and a woman's forms differ by.
func (w word) misspells(v word) bool {
	a, b := w.text, v.text
	short, long := min(len(a), len(b)), max(len(a), len(b))
	if short < minSwap || long-short > 3 {
		return false
	}
	names := knownNames()
	switch {
	case swapped(a, b) && short >= minTypo: // Merkle
		return true
	case names.isName(a) && names.isName(b):
		return false
	case swapped(a, b), single(a) == single(b), anagram(a, b), displaced(a, b):
		return true
	case strings.ReplaceAll(a, "rn", "m") == strings.ReplaceAll(b, "rn", "m"): // as text recognition reads m
		return true
	case inflected(a, b):
		return false
	case oneEdit(a, b), short > 8 && twoEdits(a, b):
		return true
	}
	limit := 2 * sharp.within * max(len(w.sounds), len(v.sounds))
	return len(w.sounds) > 3 && len(v.sounds) > 3 && (w.sounds[0]&vowels != 0) == (v.sounds[0]&vowels != 0) && !w.otherwiseEnded(v) && apart(w.sounds, v.sounds, &sharp, limit) <= limit // Urayqat, Erekat
}

// sureness grows with what a misspelt word tells: its letters, two less if the
// first is wrong and no neighbour on the keyboard, which is seldom a slip; and is most if all letters of the other
// are there. Of a word in another script, which is spelt freely, a sound that is
// wrong tells little.
func (w word) sureness(v word) int {
	if w.script != v.script {
		return minSlip - 2
	}
	if swapped(w.text, v.text) || single(w.text) == single(v.text) || anagram(w.text, v.text) {
		return maxSounds
	}
	n := max(w.letters(), v.letters())
	if first := w.text[0]; first != v.text[0] && (strings.IndexByte(vocal, first) < 0 || strings.IndexByte(vocal, v.text[0]) < 0) && !nextKeys(first, v.text[0]) {
		n -= 2
	}
	return n
}

// anagram tells whether two words of some length are the same letters; those of long
// ones begin alike, and what they share finds them (see typoKeys).
func anagram(a, b string) bool {
	n := len(a)
	if n != len(b) || n < minSlip || n > minTypo && (a[0] != b[0] || a[:3] != b[:3] && a[n-3:] != b[n-3:]) {
		return false
	}
	x, y := []byte(a), []byte(b)
	slices.Sort(x)
	slices.Sort(y)
	return string(x) == string(y)
}

// displaced tells whether two long words differ by a letter that is left out in one
// place and one that is put in elsewhere: Nandela, Nadella.
func displaced(a, b string) bool {
	if len(a) != len(b) || len(a) < minTypo+1 {
		return false
	}
	i, n := 0, len(a)
	for a[i] == b[i] {
		i++
	}
	for n > i && a[n-1] == b[n-1] {
		n--
	}
	return n-i > 2 && (i > 2 || n < len(a)-2 || i > 1 && len(a) == minTypo+1) && (without(a[i+1:n], b[i:n]) || without(b[i+1:n], a[i:n]))
}

// without tells whether the short word is the other, which is one letter longer,
// without one of its letters.
func without(short, long string) bool {
	i := 0
	for i < len(short) && short[i] == long[i] {
		i++
	}
	return short[i:] == long[i+1:]
}

// nextKeys tells whether two letters are side by side on a keyboard.
func nextKeys(a, b byte) bool {
	for _, row := range []string{"qwertyuiop", "asdfghjkl", "zxcvbnm"} {
		if i, j := strings.IndexByte(row, a), strings.IndexByte(row, b); i >= 0 && j >= 0 {
			return i-j == 1 || j-i == 1
		}
	}
	return false
}

// single writes each letter that stands twice or more once.
func single(w string) string {
	return string(slices.Compact([]byte(w)))
}

// twoEdits tells whether two words that begin and end alike differ by two
// letters: one edit away from where they part leaves another.
func twoEdits(a, b string) bool {
	n, m := len(a), len(b)
	if a[:2] != b[:2] || a[n-2:] != b[m-2:] || a[2] != b[2] && a[n-3] != b[m-3] { // see typoKeys
		return false
	}
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	x, y := a[i:], b[i:]
	return x != "" && oneEdit(x[1:], y) || y != "" && oneEdit(x, y[1:]) || x != "" && y != "" && oneEdit(x[1:], y[1:])
}

// otherwiseEnded tells whether one word ends in a vowel that tells a woman
// from a man, and the other does not end in it.
func (w word) otherwiseEnded(v word) bool {
	a, b := w.text, v.text
	if len(a) > len(b) {
		a, b = b, a
	}
	if rest, ok := strings.CutSuffix(b, "a"); ok && !strings.HasSuffix(rest, "a") && !strings.HasSuffix(a, "a") && (rest == a || len(a) > 1 && rest[:len(rest)-1] == a[:len(a)-1] && len(rest) == len(a)) {
		return true
	}
	return false
}

// inflected tells whether two words differ in their ends only, where names
// tell women from men and sons from fathers.
func inflected(a, b string) bool {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	ends := a[i:] + b[i:]
	if ends == "v" && i > 1 && strings.HasSuffix(a[:i], "o") { // Sidorenko, Sidorenkov
		return true
	}
	return len(a)-i <= 1 && len(b)-i <= 1 && strings.ContainsAny(ends, "aiys")
}

// swapped tells whether two words differ by two neighbours that changed places.
func swapped(a, b string) bool {
	i := 0
	if len(a) != len(b) || a == b {
		return false
	}
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// typoKeys are what a misspelt form of the word still shares with it: a wrong
// letter leaves the beginning or the end as it was.
func (w word) typoKeys() []string {
	rs := []rune(w.text)
	n := len(rs)
	var out []string
	if n >= minSwap && n <= minTypo {
		sorted := slices.Clone(rs)
		slices.Sort(sorted)
		out = append(out, "~"+string(sorted))
	}
	plain := []rune(plainly.Replace(w.text))
	begins := func(k int) string { return string(plain[:min(k, len(plain))]) + "*" }
	ends := func(k int) string { return "*" + string(plain[max(0, len(plain)-k):]) }
	if n >= minSwap && n <= 7 {
		out = append(out, begins(2), ends(2))
	}
	if n >= 7 {
		out = append(out, begins(3), ends(3))
	}
	return out
}

// plainly makes one spelling of those that one sound has in several languages, so
// that a misspelt word is found in another's: Schmyhal, Shmygal.
var plainly = strings.NewReplacer("tsch", "ch", "sch", "sh", "ee", "i", "oo", "u", "ou", "u", "ph", "f", "y", "i", "w", "v")
