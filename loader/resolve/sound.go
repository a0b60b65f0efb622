package resolve

import "strings"

// A sound is a set of the phonemes that a spelling may stand for: "dh" is
// read as d or as z. Two spellings are of one name when they can be read
// alike, sound by sound, which holds the usual transliterations of one name
// together (Qasem, Qassem, Kasim; Kadhimi, Kazemi) and distinct names apart
// (Hassan, Hussein), as skeletons of consonants alone do not.
type sound uint32

const (
	sA sound = 1 << iota
	sI
	sU
	sB
	sC // as in "church"
	sD
	sF
	sG
	sH
	sJ
	sK
	sL
	sM
	sN
	sP
	sR
	sS
	sSh
	sT
	sV
	sX // as in "loch"
	sY
	sZ
)

const vowels = sA | sI | sU

// spellings of sounds, the longest that fits first.
var spellings = []struct {
	letters string
	sounds  []sound
}{
	{"iye", []sound{sI}}, {"tsch", []sound{sC}}, {"shch", []sound{sSh}},
	{"sch", []sound{sSh}}, {"tch", []sound{sC}}, {"dzh", []sound{sJ}},
	{"kh", []sound{sX | sK}}, {"gh", []sound{sG}}, {"dh", []sound{sD | sZ}}, {"th", []sound{sT | sS}},
	{"zh", []sound{sZ | sJ}}, {"sh", []sound{sSh}}, {"sj", []sound{sSh}}, {"ch", []sound{sC}}, {"ph", []sound{sF}},
	{"ck", []sound{sK}}, {"dj", []sound{sJ}}, {"cz", []sound{sC}}, {"ts", []sound{sT | sS}}, {"tz", []sound{sT | sS}},
	{"iy", []sound{sI}}, {"ij", []sound{sI}}, {"yy", []sound{sI}}, {"ee", []sound{sI}}, {"ie", []sound{sI}}, {"ea", []sound{sI}},
	{"oo", []sound{sU}}, {"ou", []sound{sU}}, {"ue", []sound{sU}}, {"oa", []sound{sU}}, {"oe", []sound{sU}}, {"ae", []sound{sA | sI}},
	{"ai", []sound{sA | sI}}, {"ay", []sound{sA | sI}}, {"ei", []sound{sA | sI}}, {"ey", []sound{sA | sI}}, {"au", []sound{sA | sU}},
	{"a", []sound{sA}}, {"e", []sound{sA | sI}}, {"i", []sound{sI}}, {"o", []sound{sU}}, {"u", []sound{sU}},
	{"b", []sound{sB}}, {"c", []sound{sK}}, {"d", []sound{sD}}, {"f", []sound{sF}}, {"g", []sound{sG}}, {"h", []sound{sH}},
	{"j", []sound{sJ | sY}}, {"k", []sound{sK}}, {"l", []sound{sL}}, {"m", []sound{sM}}, {"n", []sound{sN}}, {"p", []sound{sP}},
	{"q", []sound{sK | sG}}, {"r", []sound{sR}}, {"s", []sound{sS}}, {"t", []sound{sT}}, {"v", []sound{sV}}, {"w", []sound{sV}},
	{"x", []sound{sK, sS}}, {"z", []sound{sZ}},
}

// sounds reads a folded word. A word in letters other than a to z gives nil:
// it is like nothing but itself.
func sounds(w string) []sound {
	var out []sound
	add := func(s sound) {
		if n := len(out); n > 0 && (out[n-1] == s || s&vowels == s && s&out[n-1] == s) { // doubles are single, and so is a vowel said twice
			return
		}
		out = append(out, s)
	}
next:
	for i := 0; i < len(w); {
		rest := w[i:]
		switch {
		case rest == "h" && len(out) > 0 && out[len(out)-1]&vowels != 0: // Abdullah, Abdulla
			return out
		case rest == "e" && len(out) > 0: // Anne is not Anna
			add(sI)
			return out
		case rest == "eh":
			add(sI)
			return out
		case i == 0 && strings.HasPrefix(rest, "ye"): // Yeltsin, Eltsin
			add(sA | sI)
			i += 2
			continue
		case rest[0] == 'i' && len(rest) > 1 && strings.IndexByte("aou", rest[1]) >= 0: // Iulia, Yulia
			if i == 0 {
				add(sY | sJ)
			} else {
				add(sI | sY)
			}
			i++
			continue
		case len(out) > 0 && (strings.HasPrefix(rest, "yi") || strings.HasPrefix(rest, "yy")): // Zelenskyi
			add(sI)
			i += 2
			continue
		case rest[0] == 's' && len(out) > 0 && out[len(out)-1]&vowels != 0 && len(rest) > 1 && strings.IndexByte("aeiou", rest[1]) >= 0: // Elisabeth, Elizabeth
			add(sS | sZ)
			i++
			continue
		case rest == "c": // Vučić, Vuchich
			add(sK | sC)
			return out
		case rest[0] == 'y':
			if len(rest) > 1 && strings.IndexByte("aeiou", rest[1]) >= 0 {
				if len(out) == 0 || out[len(out)-1]&sI == 0 { // Mariya, Maria
					add(sY | sJ)
				}
			} else {
				add(sI)
			}
			i++
			continue
		case rest[0] == 'c' && len(rest) > 1 && strings.IndexByte("eiy", rest[1]) >= 0 && !strings.HasPrefix(rest, "ch"):
			add(sS)
			i++
			continue
		}
		for _, s := range spellings {
			if strings.HasPrefix(rest, s.letters) {
				for _, p := range s.sounds {
					add(p)
				}
				i += len(s.letters)
				continue next
			}
		}
		return nil
	}
	return out
}

// alike tells whether two folded words can be read alike. Words of less than
// three sounds must be equal.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	return alikeSounds(sounds(a), sounds(b))
}

func alikeSounds(x, y []sound) bool {
	if len(x) != len(y) || len(x) < 3 {
		return false
	}
	for i := range x {
		if x[i]&y[i] == 0 {
			return false
		}
	}
	return true
}

// coarse returns a key that words which are [alike] share: the consonants,
// those that one spelling may mix made one, and whether a vowel stands first.
func coarse(w string) string {
	x := sounds(w)
	if x == nil {
		return w
	}
	return coarseSounds(x)
}

func coarseSounds(x []sound) string {
	var b strings.Builder
	for i, s := range x {
		var c byte
		switch {
		case s&vowels != 0:
			if i > 0 {
				continue
			}
			c = 'a'
		case s&(sK|sG|sX|sC) != 0:
			c = 'k'
		case s&(sD|sZ|sT|sS|sJ|sY) != 0:
			c = 't'
		case s&sB != 0:
			c = 'b'
		case s&sF != 0:
			c = 'f'
		case s&sH != 0:
			c = 'h'
		case s&sL != 0:
			c = 'l'
		case s&sM != 0:
			c = 'm'
		case s&sN != 0:
			c = 'n'
		case s&sP != 0:
			c = 'p'
		case s&sR != 0:
			c = 'r'
		case s&sSh != 0:
			c = 's'
		case s&sV != 0:
			c = 'v'
		}
		b.WriteByte(c)
	}
	return b.String()
}

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
