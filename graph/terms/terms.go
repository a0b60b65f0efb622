// Package terms turns text into the words and keys that stores index, so that
// every store sees the same ones whatever its own tokenizer would make of
// them, and asks for them in the same way.
//
// A text is folded (case, diacritics and punctuation off), split, and its
// English words stemmed (Snowball/Porter2, https://snowballstem.org). A name
// is folded and indexed under keys: whole, by each of its words, by words one
// letter away (SymSpell's symmetric deletes, Garbe 2012) and by the skeleton
// of its consonants, so that misspellings and transliterations find each
// other by equality of keys.
package terms

import (
	"strings"
	"unicode"

	"github.com/kljensen/snowball/english"
	"golang.org/x/text/unicode/norm"
)

// letters that Unicode does not decompose, and what English keyboards make of
// them.
var undecomposed = map[rune]string{
	'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'æ': "ae", 'œ': "oe", 'ı': "i", 'ŋ': "ng", 'ħ': "h", 'ə': "a",
}

// apostrophes join what stands around them: "Sha'abi" is one word.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '`', '´', 'ʿ', 'ʾ', 'ʼ', 'ʹ':
		return true
	}
	return false
}

// Fold returns the text without case, diacritics and punctuation, its words
// separated by single spaces: "Qasim al-Araji’s U.S. visit" is "qasim al
// araji us visit". Folding twice is folding once.
func Fold(s string) string {
	if ascii(s) {
		if s = strings.ToLower(s); plain(s) {
			return s // most names and words
		}
	} else {
		s = strings.ToLower(norm.NFKD.String(s))
	}
	var b strings.Builder
	b.Grow(len(s))
	rs := []rune(s)
	gap := false   // a space is due before the next letter
	wordStart := 0 // index of the current word's first rune
	inWord := false
	for i := 0; i < len(rs); i++ {
		r := rs[i]
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			if !inWord || gap {
				wordStart = i
			}
			gap, inWord = false, true
			if t, ok := undecomposed[r]; ok {
				b.WriteString(t)
			} else {
				b.WriteRune(r)
			}
		case isApostrophe(r):
			// A possessive 's goes: it is a word of its own.
			if inWord && i+1 < len(rs) && rs[i+1] == 's' && (i+2 == len(rs) || !unicode.IsLetter(rs[i+2]) && !unicode.IsDigit(rs[i+2])) {
				i++
				gap = true
			}
		case r == '.' && inWord && !gap && i-wordStart == 1 && unicode.IsLetter(rs[wordStart]):
			// "u.s." is one word: the dot after a single letter joins it to
			// another single letter.
			if i+1 < len(rs) && unicode.IsLetter(rs[i+1]) && (i+2 == len(rs) || !unicode.IsLetter(rs[i+2])) {
				wordStart = i + 1
			} else {
				gap = true
			}
		default:
			gap = true
		}
	}
	return b.String()
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// plain tells whether a text of small letters is its own folded form: letters
// and digits, with single spaces between them.
func plain(s string) bool {
	gap := true // no space may follow here
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			gap = false
		case c == ' ' && !gap:
			gap = true
		default:
			return false
		}
	}
	return !gap || s == ""
}

// Words returns the folded words of a text, English ones stemmed.
func Words(s string) []string {
	words := strings.Fields(Fold(s))
	for i, w := range words {
		words[i] = stem(w)
	}
	return words
}

// Index returns [Words] joined by single spaces: what a store indexes as text.
func Index(s string) string { return strings.Join(Words(s), " ") }

func stem(w string) string {
	if len(w) < 4 || !ascii(w) {
		return w
	}
	return english.Stem(w, true)
}
