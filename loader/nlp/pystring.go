package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Python's idea of characters, where it differs from Go's: spaCy's answers
// follow Python's.

// isSpace is str.isspace of one character: Go's white space and the four
// separators \x1c to \x1f.
func isSpace(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }

// allSpace is str.isspace.
func allSpace(s string) bool {
	for _, r := range s {
		if !isSpace(r) {
			return false
		}
	}
	return s != ""
}

// allAlpha is str.isalpha.
func allAlpha(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return s != ""
}

// isDigit is str.isdigit of one character.
func isDigit(r rune) bool { return unicode.IsDigit(r) || r >= utf8.RuneSelf && otherDigits[r] }

// lower is str.lower: Unicode's full mapping, which has two rules beyond
// unicode.ToLower: İ becomes two characters, and Σ becomes ς at a word's end.
func lower(s string) string {
	if !strings.ContainsAny(s, "İΣ") {
		return strings.ToLower(s)
	}
	rs := []rune(s)
	var b strings.Builder
	for i, r := range rs {
		switch {
		case r == 'İ':
			b.WriteString("i\u0307")
		case r == 'Σ' && endsWord(rs, i):
			b.WriteRune('ς')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// endsWord says whether a cased letter comes before rs[i] and none after it,
// not counting case-ignorable characters (Unicode's Final_Sigma).
func endsWord(rs []rune, i int) bool {
	before := i - 1
	for before >= 0 && caseIgnorable(rs[before]) {
		before--
	}
	after := i + 1
	for after < len(rs) && caseIgnorable(rs[after]) {
		after++
	}
	return before >= 0 && cased(rs[before]) && (after == len(rs) || !cased(rs[after]))
}

func cased(r rune) bool {
	return unicode.IsUpper(r) || unicode.IsLower(r) || unicode.IsTitle(r) ||
		unicode.In(r, unicode.Other_Lowercase, unicode.Other_Uppercase)
}

func caseIgnorable(r rune) bool {
	return strings.ContainsRune("'.:^`\u00a8\u00ad\u00af\u00b4\u00b7\u00b8\u2018\u2019\u2024\u2027", r) ||
		unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk)
}
