package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whomet/whomet/graph/terms"
)

// nameText returns the text of tokens [start, end) with white space squeezed.
func (d *document) nameText(start, end int) string {
	text := d.Text[d.Tokens[start].Start:d.Tokens[end-1].End]
	if isSqueezed(text) {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

// titleText returns tokens [start, end) as titles are listed: in small letters,
// with a straight apostrophe.
func (d *document) titleText(start, end int) string {
	return strings.ReplaceAll(strings.ToLower(d.nameText(start, end)), "’", "'")
}

// isSqueezed tells whether single spaces are all the white space of a text.
func isSqueezed(text string) bool {
	for i := range len(text) {
		switch text[i] {
		case '\n', '\t':
			return false
		case ' ':
			if i+1 < len(text) && text[i+1] == ' ' {
				return false
			}
		case 0xC2: // U+00A0, a space that does not break
			if i+1 < len(text) && text[i+1] == 0xA0 {
				return false
			}
		}
	}
	return true
}

// gapless tells whether a particle at i may stand inside a name: hyphens only
// where no space is around them.
func (r *reader) gapless(i int) bool {
	return r.Tokens[i].Text != "-" || i > 0 && !r.Tokens[i-1].Space && !r.Tokens[i].Space
}

// properAt tells whether token i is a capitalised proper noun.
func (r *reader) properAt(i int) bool {
	t := &r.Tokens[i]
	return t.POS == "PROPN" && isCapital(t.Text) && utf8.RuneCountInString(t.Text) > 1
}

func (r *reader) lowerAt(i int) string {
	if i < 0 || i >= len(r.Tokens) {
		return ""
	}
	return r.Tokens[i].Lower
}

// fold returns a name as names are compared: no case, marks or punctuation.
func fold(s string) string { return terms.Fold(s) }

// titleCase returns a name in capitals as it is written elsewhere:
// "BADEN-BADEN" as "Baden-Baden".
func titleCase(s string) string {
	begins := true
	return strings.Map(func(c rune) rune {
		if !begins {
			c = unicode.ToLower(c)
		}
		begins = !unicode.IsLetter(c)
		return c
	}, s)
}

// isTitle tells whether the single token i is a title.
func (r *reader) isTitle(i int) bool { return r.is(i, titleWord) }

func isLetter(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(c)
}

// ordinal tells whether a word in small letters is an ordinal number in figures: "82nd".
func ordinal(s string) bool {
	number := strings.TrimLeft(s, "0123456789")
	return number != s && (number == "st" || number == "nd" || number == "rd" || number == "th")
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// isCapital tells whether a word begins with a capital letter.
func isCapital(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(c)
}

// isAcronym tells whether a word is capitals and digits only, 2 to 7 of them.
func isAcronym(s string) bool {
	letters := 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			letters++
		case unicode.IsDigit(c), c == '-', c == '.', c == '&':
		default:
			return false
		}
	}
	return letters >= 2 && letters <= 7
}

// isParticle tells whether a lower-case word may stand inside a name.
func isParticle(s string) bool {
	switch s {
	case "al", "el", "arap", "ul", "as", "ash", "ad", "an", "ar", "at", "az", "bin", "ibn", "ben", "bint", "abu", "de", "da", "di", "do", "dos", "du", "del", "della", "la", "le", "van", "von", "der", "den", "ter", "zu", "af", "y", "e", "-", "–", "'", "’":
		return true
	}
	return false
}
