package resolve

import (
	"slices"
	"strings"
)

// A sound is a set of the phonemes that a spelling may stand for: "ch" is read
// now as in "church", now as in "loch", now as "sh". Two spellings are compared
// sound by sound (see [apart]), which holds the usual transliterations of one
// name together (Qasem, Qassem, Kasim; Chekhov, Tschechow, Tchekhov) and
// distinct names apart (Hassan, Hussein), as skeletons of consonants do not.
type sound uint32

const (
	sA sound = 1 << iota
	sE
	sI
	sO
	sU
	sB
	sC // as in "church"
	sD
	sF
	sG
	sH
	sJ // as in "judge"
	sK
	sL
	sM
	sN
	sP
	sR
	sS
	sSh
	sT
	sTs
	sV
	sX // as in "loch"
	sY
	sZ
	sZh
	soundCount = iota
)

const vowels = sA | sE | sI | sO | sU

// spelling tells how letters are read; before, if any, are the letters of
// which one must follow.
type spelling struct {
	letters string
	before  string
	sounds  []sound
}

const (
	front = "eiy"
	vocal = "aeiou"
)

// spellings of sounds, over the languages whose names stand in English texts
// and their systems of Latin letters; the longest that fits first.
var spellings = indexed([]spelling{
	{"schtsch", "", []sound{sSh}}, {"chtch", "", []sound{sSh}}, {"shch", "", []sound{sSh}},
	{"tsch", "", []sound{sC}}, {"dsch", "", []sound{sJ}}, {"tch", "", []sound{sC}}, {"tsh", "", []sound{sC}}, {"dzh", "", []sound{sJ}},
	{"sch", "", []sound{sSh | sZh}}, {"dj", "", []sound{sJ | sD}}, {"tj", "", []sound{sC}}, {"xh", "", []sound{sJ}}, {"dh", "", []sound{sD | sZ}}, {"th", "", []sound{sT | sS}},
	{"skj", "", []sound{sSh}}, {"zh", "", []sound{sZh | sJ | sZ}}, {"kh", "", []sound{sX | sK | sH}}, {"gh", "", []sound{sG | sX}}, {"ph", "", []sound{sF | sP}},
	{"sh", "", []sound{sSh}}, {"lj", "", []sound{sL}}, {"sj", "", []sound{sSh}}, {"sz", "", []sound{sSh | sS}}, {"cz", "", []sound{sC | sTs}},
	{"ch", "", []sound{sC | sSh | sX | sK}}, {"ck", "", []sound{sK}}, {"ts", "", []sound{sTs}}, {"tz", "", []sound{sTs}},
	{"quist", "", []sound{sK, sV, sI, sS, sT}}, {"tx", "", []sound{sC}}, {"gu", "ei", []sound{sG}}, {"qu", "ei", []sound{sK}}, {"dz", "", []sound{sZ | sJ | sTs}},
	{"ica", "", []sound{sI, sK | sTs, sA}}, {"iye", "", []sound{sI}}, {"iy", "", []sound{sI}}, {"ij", "", []sound{sI}}, {"yy", "", []sound{sI}}, {"yi", "", []sound{sI}},
	{"ee", "", []sound{sI | sE}}, {"ie", "", []sound{sI | sE}}, {"ea", "", []sound{sI | sE}}, {"oo", "", []sound{sU | sO}},
	{"ou", "", []sound{sU | sO}}, {"ue", "", []sound{sU}}, {"oe", "", []sound{sO | sU | sE}},
	{"ae", "", []sound{sA | sE | sI}}, {"ai", "", []sound{sA | sE | sI}}, {"ay", "", []sound{sA | sE | sI}},
	{"ei", "", []sound{sA | sE | sI}}, {"ey", "", []sound{sA | sE | sI}}, {"au", "", []sound{sA | sO | sU}},
	{"a", "", []sound{sA}}, {"e", "", []sound{sE}}, {"i", "aou", []sound{sI | sY}}, {"i", "", []sound{sI}}, {"o", "", []sound{sO}}, {"u", "", []sound{sU}},
	{"y", vocal, []sound{sY}}, {"y", "", []sound{sI}},
	{"c", front, []sound{sS | sC | sTs | sJ}}, {"c", "", []sound{sK}}, {"g", front, []sound{sG | sJ | sZh}}, {"g", "", []sound{sG}},
	{"b", "", []sound{sB}}, {"d", "", []sound{sD}}, {"f", "", []sound{sF}}, {"h", "", []sound{sH}}, {"j", "", []sound{sJ | sY | sZh}},
	{"k", "", []sound{sK}}, {"l", "", []sound{sL}}, {"m", "", []sound{sM}}, {"n", "", []sound{sN}}, {"p", "", []sound{sP}},
	{"q", "", []sound{sK | sG}}, {"r", "", []sound{sR}}, {"s", "", []sound{sS}}, {"t", "", []sound{sT}}, {"v", "", []sound{sV}},
	{"w", "", []sound{sV | sU}}, {"x", "", []sound{sK, sS}}, {"z", "", []sound{sZ}},
})

// indexed groups spellings by their first letter, in the order given.
func indexed(all []spelling) (by [26][]spelling) {
	for _, s := range all {
		i := s.letters[0] - 'a'
		by[i] = append(by[i], s)
	}
	return by
}

// sounds reads a folded word. A word in letters other than a to z gives nil:
// it is like nothing but itself.
func sounds(w string) []sound {
	out := make([]sound, 0, len(w))
	add := func(s sound) {
		if n := len(out); n > 0 && out[n-1] == s { // doubles are single
			return
		}
		out = append(out, s)
	}
	for i := 0; i < len(w); {
		rest := w[i:]
		vowelBefore := len(out) > 0 && out[len(out)-1]&vowels != 0
		switch {
		case len(rest) > 1 && rest[0] == rest[1] && strings.IndexByte("aeiouy", rest[0]) < 0: // doubles are single
			i++
			continue
		case rest == "h" && vowelBefore: // Abdullah, Abdulla
			return out
		case rest == "iyeh": // Haniyeh, Haniya
			add(sI | sY)
			add(sE | sA)
			return out
		case rest == "ej" || rest == "aj": // Sergej, Nikolaj
			add(sA | sE | sI)
			return out
		case rest == "eh": // Fatemeh, Fatima
			add(sE | sA)
			return out
		case rest[0] == 's' && vowelBefore && len(rest) > 1 && strings.IndexByte(vocal, rest[1]) >= 0: // Elisabeth, Elizabeth
			add(sS | sZ)
			i++
			continue
		case rest == "c" && vowelBefore: // Vučić, Vuchich
			add(sK | sC | sTs)
			return out
		case i == 0 && rest[0] == 'x': // Xi, Xavier, and Somali Xasan
			add(sSh | sX | sH | sZ)
			i++
			continue
		case i == 0 && rest[0] == 'i' && len(rest) > 1 && strings.IndexByte("aou", rest[1]) >= 0: // Iulia, Yulia
			add(sY)
			i++
			continue
		case i == 0 && strings.HasPrefix(rest, "z") && len(rest) > 1 && rest[1] != 'h': // Zimmermann, Tsimmermann
			add(sZ | sTs)
			i++
			continue
		}
		s, ok := spellingAt(rest)
		if !ok {
			return nil
		}
		for _, p := range s.sounds {
			add(p)
		}
		i += len(s.letters)
	}
	return out
}

func spellingAt(rest string) (spelling, bool) {
	if rest[0] < 'a' || rest[0] > 'z' {
		return spelling{}, false
	}
	for _, s := range spellings[rest[0]-'a'] {
		if !strings.HasPrefix(rest, s.letters) {
			continue
		}
		if s.before == "" || len(rest) > len(s.letters) && strings.IndexByte(s.before, rest[len(s.letters)]) >= 0 {
			return s, true
		}
	}
	return spelling{}, false
}

// coarse returns the keys of which words that are [alike] mostly share one:
// the consonants, those that spellings mix made one, and whether a vowel stands
// first. There are two where a letter is read in two ways: "ch".
func coarse(w string) []string {
	x := sounds(w)
	if x == nil {
		return []string{w}
	}
	return coarseSounds(x)
}

var coarseClasses = []struct {
	of sound
	as byte
}{
	{sD | sZ | sT | sS | sC | sJ | sTs | sZh | sSh, 't'}, {sK | sG | sX, 'k'}, {sB | sV, 'b'}, {sF | sP, 'f'}, {sL, 'l'}, {sM, 'm'}, {sN, 'n'}, {sR, 'r'},
}

// coarseSounds makes the keys of readings. A w, j or kh may be no consonant, and a
// "ch" one of two; where a word has both, there are up to four. What a word begins
// with that may not be said, Yevgeny, Haider, counts as a vowel.
func coarseSounds(x []sound) []string {
	var out []string
	for _, as := range []struct{ faint, last bool }{{false, false}, {true, true}, {true, false}, {false, true}} {
		var key []byte
		for i, s := range x {
			if c := coarseSound(x, i, s, as.faint, as.last); c != 0 && (len(key) == 0 || key[len(key)-1] != c) {
				key = append(key, c)
			}
		}
		if k := string(key); (k != "" || out == nil) && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// coarseSound is the class of the sound at i; 0 if it has none. last takes of several
// the last, faint none where it may be no consonant.
func coarseSound(x []sound, i int, s sound, faint, last bool) byte {
	var as byte
	for _, c := range coarseClasses {
		if s&c.of != 0 && (as == 0 || last) {
			as = c.as
		}
	}
	maybe := s&(sY|sU|sH) != 0 && !(s&sV != 0 && firm(x, i))
	switch {
	case as != 0 && !(faint && maybe):
		return as
	case i == 0 && s&(vowels|sY|sH) != 0:
		return 'a'
	}
	return 0
}

// firm tells whether a w is a consonant in any spelling: Janukowytsch, but not the
// one of Rawi, Raoui.
func firm(x []sound, i int) bool {
	if i == 0 || x[i-1]&vowels == 0 {
		return false
	}
	return x[i-1]&(sA|sO|sU) == 0 || x[i-1]&sA == 0 && i+1 < len(x) && x[i+1]&vowels != 0 && x[i-1]&sO != 0
}
