package resolve

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-unidecode"
	"golang.org/x/text/unicode/norm"
)

// A script tells how letters other than Latin ones are compared with these.
type script int8

const (
	latin  script = iota
	abjad         // Arabic, Hebrew: short vowels are not written
	hangul        // Korean: read in several systems of Latin spelling
	other         // read letter by letter: Cyrillic, Greek, Han, …
)

func scriptOf(word string) script {
	for _, r := range word {
		switch {
		case r < 0x80:
		case unicode.In(r, unicode.Arabic, unicode.Hebrew):
			return abjad
		case unicode.Is(unicode.Hangul, r):
			return hangul
		default:
			return other
		}
	}
	return latin
}

// Latin for Greek and Serbian letters whose sound is not their
// transliteration's; a space is a word's beginning. Folded.
var greek = strings.NewReplacer(" μπ", "b", " ντ", "d", " γκ", "g", "γγ", "ng", "αυ", "av", "ευ", "ev", "ου", "ou", "ει", "i", "οι", "i", "η", "i", "υ", "y", "χ", "ch", "ξ", "x", "ћ", "c", "ђ", "dj", "ј", "j", "љ", "lj", "њ", "nj")

// The alef carries a vowel, which unidecode leaves out.
var alef = strings.NewReplacer("ا", "a", "ى", "a", "א", "a", "ع", "`", "ע", "`")

// Families that are written with two Han characters, in pinyin.
var twoHan = set("ouyang sima zhuge shangguan situ xiahou huangfu dongfang murong linghu gongsun")

// Family names whose usual Latin spelling is not their transliteration, by
// Hangul syllable.
var koreanFamilies = map[string]string{"이": "lee", "박": "park", "노": "roh", "임": "lim", "류": "ryu", "최": "choi"}

// latinize returns the words of a folded name, those in scripts that have one
// Latin spelling in it. Arabic and Hebrew words stay, without their article,
// and so do Korean ones; a Chinese or Korean name in one piece is taken apart,
// the family name first.
func latinize(folded string) []string {
	words := strings.Fields(folded)
	var out []string
	for _, w := range words {
		switch scriptOf(w) {
		case latin:
			out = append(out, w)
		case abjad:
			if rest, ok := strings.CutPrefix(w, "ال"); ok && len([]rune(rest)) > 2 {
				w = rest
			}
			out = append(out, w)
		case hangul:
			out = append(out, koreanWords(w, len(words) == 1)...)
		default:
			out = append(out, otherWords(w, len(words) == 1)...)
		}
	}
	return out
}

func koreanWords(w string, alone bool) []string {
	rs := []rune(norm.NFC.String(w)) // folding takes syllables apart
	if !alone || len(rs) < 2 {
		return []string{string(rs)}
	}
	family, given := string(rs[:1]), string(rs[1:])
	if s, ok := koreanFamilies[family]; ok {
		family = s
	}
	return []string{family, given}
}

func otherWords(w string, alone bool) []string {
	read := strings.Fields(strings.ToLower(unidecode.Unidecode(strings.TrimSpace(greek.Replace(" " + norm.NFC.String(w))))))
	for i, s := range read {
		read[i] = strings.Map(letter, s)
	}
	if len(read) < 2 || !alone {
		return []string{strings.Join(read, "")}
	}
	family := 1
	if len(read) > 2 && twoHan[read[0]+read[1]] {
		family = 2
	}
	return []string{strings.Join(read[:family], ""), strings.Join(read[family:], "")}
}

// letter drops what is no letter from a to z.
func letter(r rune) rune {
	if r < 'a' || r > 'z' {
		return -1
	}
	return r
}

// reading of a word of a script that does not write all sounds: what each
// letter may stand for.
func readLoosely(w string, s script) []sound {
	read := strings.ToLower(unidecode.Unidecode(alef.Replace(norm.NFC.String(w))))
	var out []sound
	if s == hangul {
		out = sounds(strings.NewReplacer("eo", "o", "eu", "u").Replace(strings.Map(letter, read)))
	} else {
		for _, part := range strings.Split(read, "`") { // a silent letter keeps its neighbours two
			out = append(out, sounds(strings.Map(letter, part))...)
		}
	}
	for i, x := range out {
		for _, wide := range widened[s] {
			if x&wide != 0 {
				out[i] |= wide
			}
		}
	}
	return out
}

// widened are sounds that one letter of a script may stand for.
var widened = map[script][]sound{
	abjad:  {vowels, sV | sU, sI | sY, sJ | sG, sB | sV, sP | sF, sS | sSh, sH | sX, sK | sX, sX | sC},
	hangul: {sK | sG, sT | sD, sP | sB, sJ | sC, sL | sR, sS | sSh, vowels},
}

// fits tells whether a Latin spelling may be that of a word of a script that
// leaves vowels out or reads them in several ways.
func fits(spelt []sound, loose []sound, s script) bool {
	if len(loose) < 2 {
		return false
	}
	if s == hangul {
		return runsFit(runs(spelt), runs(loose))
	}
	// ok[j]: spelt so far fits the first j letters.
	ok := make([]bool, len(loose)+1)
	ok[0] = true
	silent := func(ok []bool) { // a last h is often not spelt
		if n := len(loose); loose[n-1]&sH != 0 && ok[n-1] {
			ok[n] = true
		}
	}
	for i, x := range spelt {
		next := make([]bool, len(loose)+1)
		for j := range next {
			skip := x&vowels != 0 || i == len(spelt)-1 && x == sH
			if ok[j] && skip {
				next[j] = true
			}
			if j > 0 && ok[j-1] && x&loose[j-1] != 0 {
				next[j] = true
			}
			if j > 0 && next[j-1] && loose[j-1]&sA != 0 { // an alef that is not heard
				next[j] = true
			}
		}
		ok = next
	}
	silent(ok)
	return ok[len(loose)]
}

// runs makes one of vowels that stand together.
func runs(x []sound) []sound {
	var out []sound
	for _, s := range x {
		if n := len(out); n > 0 && out[n-1]&vowels != 0 && s&vowels != 0 {
			out[n-1] |= s
			continue
		}
		out = append(out, s)
	}
	return out
}

func runsFit(a, b []sound) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i]&b[i] == 0 {
			return false
		}
	}
	return true
}
