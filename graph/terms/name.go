package terms

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// The kinds of name keys, each with a prefix of its own.
const (
	// KeyWhole is a whole folded name.
	KeyWhole = "="
	// KeyFrom is a name from one of its words on; look it up by prefix for
	// names as they are typed.
	KeyFrom = "^"
	// KeyWord is one word of a name.
	KeyWord = "w"
	// KeyNear is a word, or a word less one letter.
	KeyNear = "~"
	// KeySound is a word's skeleton of consonants.
	KeySound = "#"
)

// minFuzzy is the least number of letters of a word that is looked for by
// likeness: shorter ones are near to everything.
const minFuzzy = 4

// NameKeys returns the keys that a node with these names is indexed under,
// sorted, each once.
func NameKeys(names ...string) []string {
	var keys []string
	for _, name := range names {
		words := nameWords(name)
		if len(words) == 0 {
			continue
		}
		keys = append(keys, KeyWhole+strings.Join(words, " "))
		for i, w := range words {
			keys = append(keys, KeyFrom+strings.Join(words[i:], " "), KeyWord+w)
			keys = append(keys, fuzzyKeys(w)...)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// QueryKeys returns the keys under which a name as someone types it is looked
// up: whole, by word and by likeness.
func QueryKeys(name string) []string {
	words := nameWords(name)
	if len(words) == 0 {
		return nil
	}
	keys := []string{KeyWhole + strings.Join(words, " ")}
	for _, w := range words {
		keys = append(keys, KeyWord+w)
		keys = append(keys, fuzzyKeys(w)...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// PrefixKey returns the key prefix under which names that have a word
// beginning so are found.
func PrefixKey(prefix string) string { return KeyFrom + strings.Join(nameWords(prefix), " ") }

// Same tells whether two names are equal when folded, a leading "the" aside.
func Same(a, b string) bool { return slices.Equal(nameWords(a), nameWords(b)) }

// The words of a name that count, and the letters of a word: no name that
// anyone bears is longer, and the keys of one that is would fill a store.
const (
	maxNameWords   = 32
	maxNameLetters = 64
)

func nameWords(name string) []string {
	words := strings.Fields(Fold(name))
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	words = words[:min(len(words), maxNameWords)]
	for i, w := range words {
		if utf8.RuneCountInString(w) > maxNameLetters {
			words[i] = string([]rune(w)[:maxNameLetters])
		}
	}
	return words
}

func fuzzyKeys(w string) []string {
	if utf8.RuneCountInString(w) < minFuzzy {
		return nil
	}
	keys := []string{KeyNear + w}
	rs := []rune(w)
	for i := range rs {
		if i == 0 || rs[i] != rs[i-1] { // dropping either of a double letter is the same
			keys = append(keys, KeyNear+string(rs[:i])+string(rs[i+1:]))
		}
	}
	if s := Skeleton(w); utf8.RuneCountInString(s) >= 2 {
		keys = append(keys, KeySound+s)
	}
	return keys
}

// digraphs that transliterations of one sound exchange, longest first.
var digraphs = strings.NewReplacer(
	"tsch", "s", "shch", "s", "sch", "s", "tch", "s", "kh", "k", "gh", "g", "dh", "d", "th", "t", "zh", "s", "sh", "s", "sj", "s", "ch", "s", "ph", "f",
	"ck", "k", "dj", "j", "cz", "s", "ou", "u", "ee", "i", "x", "ks", "q", "k", "c", "k", "z", "s", "w", "v", "f", "v", "j", "j",
)

// Skeleton returns a folded word's consonants, those that transliterations
// exchange made alike and doubles single; vowels (and y, h) count only where
// a word begins with one. "qassem", "kasim" and "qasem" are all "ksm".
func Skeleton(w string) string {
	w = digraphs.Replace(w)
	var b strings.Builder
	var last rune
	for i, r := range w {
		switch r {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			if i == 0 {
				b.WriteByte('a')
			}
			last = 0
			continue
		case 'h', '\'':
			continue
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// NameScore tells how well a typed name fits a name, from 0 (not at all) to 1
// (equal when folded). Each typed word goes with the name's word most like
// it; words of the name that were not typed cost little.
func NameScore(query, name string) float64 {
	qs, ns := nameWords(query), nameWords(name)
	if len(qs) == 0 || len(ns) == 0 {
		return 0
	}
	if slices.Equal(qs, ns) {
		return 1
	}
	var sum, weight float64
	used := make([]bool, len(ns))
	for _, q := range qs {
		best, at := 0.0, -1
		for i, n := range ns {
			if s := wordScore(q, n); !used[i] && s > best {
				best, at = s, i
			}
		}
		if at >= 0 {
			used[at] = true
		}
		l := float64(utf8.RuneCountInString(q))
		sum += best * l
		weight += l
	}
	covered := 0.0
	for i := range ns {
		if used[i] {
			covered++
		}
	}
	return 0.99 * (0.88*sum/weight + 0.12*covered/float64(len(ns)))
}

func wordScore(a, b string) float64 {
	if a == b {
		return 1
	}
	la, lb := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if min(la, lb) < minFuzzy {
		return 0
	}
	s := 1 - float64(levenshtein.ComputeDistance(a, b))/float64(max(la, lb))
	if Skeleton(a) == Skeleton(b) {
		s = max(s, 0.85)
	}
	if s < 0.7 {
		return 0
	}
	return s
}
