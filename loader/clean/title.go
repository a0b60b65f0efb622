package clean

import (
	"regexp"
	"strings"
	"unicode"
)

const (
	titleWords = 30  // more words than this are a paragraph
	titleRunes = 220 // and so are more characters
)

// isHeadline tells whether the first line of a text is its headline: short, and
// not ended like a sentence. A heading mark of the page settles it.
func isHeadline(l textLine) bool {
	if l.heading {
		return true
	}
	if len(strings.Fields(l.text)) > titleWords || len([]rune(l.text)) > titleRunes {
		return false
	}
	if dateline.MatchString(l.text) {
		return false
	}
	return !endsSentence(l.text) || strings.HasSuffix(l.text, "?") || strings.HasSuffix(l.text, "’") || strings.HasSuffix(l.text, "'")
}

// endsSentence tells whether s ends where a sentence may: with a stop, perhaps
// inside quotation marks or brackets.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]* ")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") ||
		strings.HasSuffix(s, "…") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ";")
}

// same tells whether two lines say the same, whatever their case, marks and
// spaces: a headline that a page repeats.
func same(a, b string) bool {
	return a != "" && b != "" && letters(a) == letters(b) && letters(a) != ""
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// words gives the lower-case words of s of at least four letters.
func words(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) >= 4 {
			out = append(out, w)
		}
	}
	return out
}

// siteTail is what a page's <title> adds behind the headline.
var siteTail = regexp.MustCompile(`^(.{10,}?)\s+(?:[|»·•]|[-–—])\s+([^|»·•]{2,50})$`)
