package resolve

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// word is one word of a person's name.
type word struct {
	text   string
	script script
	sounds []sound // what it may sound like; nil if that is not known
	coarse string  // see the function of the name
	stem   string  // without what is spelt now this, now that way: see readWord
}

// readWord reads a folded word. "Abdulrahman", "Abd-al-Rahman" and "Abdel
// Rahman" have one stem, and so have "McDonald" and "MacDonald".
func readWord(text string) word {
	w := word{text: text, script: scriptOf(text), stem: text}
	if w.script != latin {
		w.sounds, w.coarse = readLoosely(text, w.script), text
		return w
	}
	if rest, ok := strings.CutPrefix(text, "abd"); ok && len(rest) > 3 {
		if i := strings.IndexAny(rest, "aeiou"); i == 0 && strings.IndexByte("lrsnz", rest[1]) >= 0 && len(rest) > 3 {
			rest = rest[2:]
		}
		w.stem = "abd" + rest
	}
	if rest, ok := strings.CutPrefix(text, "mac"); ok && len(rest) > 3 && strings.IndexByte("aeiouy", rest[0]) < 0 {
		w.stem = "mc" + rest
	}
	if rest, ok := strings.CutSuffix(text, "enka"); ok && len(rest) > 2 { // Belarusian
		w.stem = rest + "enko"
	}
	w.sounds, w.coarse = sounds(w.stem), coarse(w.stem)
	return w
}

// likeness is how two words are like each other, the greatest that holds.
type likeness int8

const (
	unlike likeness = iota
	initial
	misspelt
	nickname
	sameSound
	equal
)

func (w word) letters() int { return utf8.RuneCountInString(w.text) }

func (w word) like(v word) likeness {
	switch {
	case w.text == v.text:
		return equal
	case w.script != v.script && w.script != latin && v.script != latin:
		return unlike
	case w.script != latin || v.script != latin:
		if w.script == v.script {
			return unlike
		}
		if w.script == latin {
			w, v = v, w
		}
		if v.letters() == 1 {
			if len(v.sounds) > 0 && len(w.sounds) > 0 && v.sounds[0]&w.sounds[0] != 0 {
				return initial
			}
			return unlike
		}
		if fits(v.sounds, w.sounds, w.script) {
			return sameSound
		}
		return unlike
	case w.letters() == 1 || v.letters() == 1:
		if w.text[0] == v.text[0] {
			return initial
		}
		return unlike
	case familyFirst[w.text] && familyFirst[v.text]: // Zhang is not Zheng
		return unlike
	case w.stem == v.stem || alikeSounds(w.sounds, v.sounds), w.withArticle(v), v.withArticle(w):
		return sameSound
	case knownNames().nicknames(w.text, v.text):
		return nickname
	case w.misspells(v):
		return misspelt
	}
	return unlike
}

// withArticle tells whether the word is the other with the Arabic article
// before it: "Elbaradei", and "Baradei" of "El Baradei".
func (w word) withArticle(v word) bool {
	return len(v.text) > 3 && (w.text == "al"+v.text || w.text == "el"+v.text) && !knownNames().given[w.text] && !knownNames().given[v.text]
}

// The least letters of a word in which one wrong letter, or two that changed
// places, still leave no doubt, given that the rest of the name agrees.
const (
	minTypo = 6
	minSwap = 4
)

// misspells tells whether one word may be the other with a wrong letter. Two
// words that both are names of their own are not: Marta is no misspelt Maria.
// Nor is what ends otherwise in a vowel: Ivanova is no misspelt Ivanov.
func (w word) misspells(v word) bool {
	a, b := w.text, v.text
	short, long := min(len(a), len(b)), max(len(a), len(b))
	if short < minSwap || long-short > 2 || a[0] != b[0] && w.coarse != v.coarse {
		return false
	}
	switch {
	case len(a) == len(b) && swapped(a, b):
	case short < minTypo || inflected(a, b):
		return false
	case oneEdit(a, b):
	case short > minTypo && len(w.sounds) > 4 && len(v.sounds) > 4 && soundEdit(w.sounds, v.sounds): // Aleksandr, Alexander
	default:
		return false
	}
	known := knownNames().known
	return !known[a] || !known[b]
}

// inflected tells whether two words differ in their ends only, where names
// tell women from men and sons from fathers.
func inflected(a, b string) bool {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	return len(a)-i <= 1 && len(b)-i <= 1 && strings.ContainsAny(a[i:]+b[i:], "aeiouys")
}

func swapped(a, b string) bool {
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// soundEdit tells whether two readings agree but for one sound more or less.
func soundEdit(x, y []sound) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) != 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i]&y[i] != 0 {
		i++
	}
	return i > 0 && y[i]&vowels != 0 && i < len(x) && runsFit(x[i:], y[i+1:])
}

// keys are what words that are like this one share: how it sounds, and the
// groups of nicknames that it is in.
func (w word) keys() []string {
	out := []string{w.coarse}
	for _, g := range knownNames().groups[w.text] {
		out = append(out, "#"+strconv.Itoa(g))
	}
	return out
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
	if n >= minTypo && n <= 7 {
		out = append(out, string(rs[:2])+"*", "*"+string(rs[n-2:]))
	}
	if n >= 7 {
		out = append(out, string(rs[:3])+"*", "*"+string(rs[n-3:]))
	}
	return out
}
