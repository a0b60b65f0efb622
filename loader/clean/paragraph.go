package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// goesOn tells whether the first line is not a line of its own but the first of
// a paragraph that is broken by hand.
func (b *body) goesOn() bool {
	top, next := b.lines[0], b.lines[1]
	if top.heading || next.gap || next.bullet || next.list {
		return false
	}
	if unicode.IsLower(firstRune(next.text)) {
		return true
	}
	return b.width() > 0 && next.indent <= top.indent && strings.ToUpper(top.text) != top.text
}

// maxWidth is the length of the longest line that a typist or a wire breaks by hand.
const maxWidth = 120

// join makes one line of each paragraph that the page breaks by hand, so that
// sentences are whole. A line in lower case goes on the one before anywhere.
func (b *body) join() {
	width := b.width()
	var out []textLine
	for i, l := range b.lines {
		if i > 0 && !l.gap && !l.bullet && !l.list && !out[len(out)-1].list {
			before := b.lines[i-1]
			open := !endsSentence(before.text)
			lower := unicode.IsLower(firstRune(l.text))
			full := utf8.RuneCountInString(before.text)+utf8.RuneCountInString(firstWord(l.text)) >= width*3/4
			if open && lower || width > 0 && l.indent <= before.indent && (open || full) {
				out[len(out)-1].text += " " + l.text
				continue
			}
		}
		out = append(out, l)
	}
	b.lines = out
}

// width gives the length at which the text is broken by hand, or 0 when each of
// its lines is a paragraph: most lines of a broken text end within a sentence.
func (b *body) width() int {
	pairs, open, width := 0, 0, 0
	for i, l := range b.lines {
		width = max(width, utf8.RuneCountInString(l.text))
		if i+1 < len(b.lines) && !b.lines[i+1].gap {
			pairs++
			if !endsSentence(l.text) {
				open++
			}
		}
	}
	if width > maxWidth || pairs < 3 || open*2 <= pairs {
		return 0
	}
	return width
}
