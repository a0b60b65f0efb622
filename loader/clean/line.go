package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// textLine is one line of a page.
type textLine struct {
	text    string // without marks and surplus space
	indent  int    // leading blanks
	gap     bool   // nothing joins it to the line before: a blank or a dropped line stood there
	bold    bool   // emphasised as a whole
	heading bool   // marked as a heading
	bullet  bool   // an item of a list
	list    bool   // heads a list of other articles
}

var (
	breaks   = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\v", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")
	headMark = regexp.MustCompile(`^#{1,6}\s+|\s+#{1,6}$`)
	listMark = regexp.MustCompile(`^(?:[•●▪■◦‣›»]|[-*+–—](?:\s))\s*|^>\s*`)
	noWords  = regexp.MustCompile(`^[^\p{L}\p{N}]*$`)
)

// split gives the lines of text that hold a word or a number; rules (---) and
// rows of stars go.
func split(text string) []textLine {
	var lines []textLine
	gap := true
	for raw := range strings.SplitSeq(breaks.Replace(text), "\n") {
		l := textLine{gap: gap, indent: len(raw) - len(strings.TrimLeft(raw, " \t"))}
		l.text = collapse(raw)
		l.unmark()
		if noWords.MatchString(l.text) {
			gap = true
			continue
		}
		lines = append(lines, l)
		gap = false
	}
	return lines
}

// collapse makes every run of white space and control characters one space.
func collapse(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// unmark takes Markdown's marks off the ends of a line: of headings, of lists,
// and of emphasis around all of it. Marks inside a line stay, since a quote must
// be found in the page as it is.
func (l *textLine) unmark() {
	for {
		before := l.text
		if r := firstRune(before); unicode.IsLetter(r) && !strings.HasSuffix(before, "#") {
			return
		}
		if s := headMark.ReplaceAllString(l.text, ""); s != l.text {
			l.text, l.heading = s, true
		}
		if s := listMark.ReplaceAllString(l.text, ""); s != l.text {
			l.text, l.bullet = s, true
		}
		for _, mark := range []string{"***", "**", "__", "*", "_", "`"} {
			inner, ok := strings.CutPrefix(l.text, mark)
			if inner, ok2 := strings.CutSuffix(inner, mark); ok && ok2 && inner != "" && !strings.Contains(inner, mark) {
				l.text, l.bold = inner, true
				break
			}
		}
		l.text = strings.TrimSpace(l.text)
		if l.text == before {
			return
		}
	}
}

// isProse tells whether a line is a sentence or more of an article, and not a
// headline or a label. A headline may ask, but does not end in a stop.
func isProse(s string) bool {
	n := len(strings.Fields(s))
	return n > maxWords || n >= 8 && endsSentence(s) && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, ":")
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}
