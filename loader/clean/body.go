package clean

import (
	"strings"
)

// body is a text being cleaned. What it says about its article goes to page.
type body struct {
	page  *Page
	lines []textLine

	titled    bool   // the headline stood in the text
	copyright string // the outlet of a copyright line
}

// clean gives the text of b.lines. Lines that are joined or uncovered may in
// turn show as furniture, so that it goes on until nothing changes.
func (b *body) clean() string {
	for last := ""; ; {
		b.dropFurniture()
		b.takeHeadline()
		b.takeOutlet()
		b.join()
		b.dropLists()
		text := b.text()
		if text == last {
			break
		}
		last = text
		b.lines = split(text)
	}
	b.nameOutlet()
	return b.text()
}

func (b *body) text() string {
	texts := make([]string, len(b.lines))
	for i, l := range b.lines {
		texts[i] = l.text
	}
	return strings.Join(texts, "\n\n")
}

func (b *body) setDate(s string) {
	if b.page.PublishedAt == "" {
		b.page.PublishedAt = isoDate(s)
	}
}

// headline gives the article's title, or the line that will be taken for it.
func (b *body) headline() string {
	if b.page.Title != "" || len(b.lines) == 0 {
		return b.page.Title
	}
	for _, l := range b.lines {
		if !onlyDate(l.text) {
			return l.text
		}
	}
	return ""
}

// takeHeadline moves the first line to the page's title where it is a headline
// and none is known, and drops its repetitions.
func (b *body) takeHeadline() {
	if b.page.Title != "" || len(b.lines) < 2 || b.lines[0].list || !isHeadline(b.lines[0]) || b.goesOn() {
		return
	}
	b.page.Title, b.titled = b.lines[0].text, true
	b.lines = b.lines[1:]
	b.lines[0].gap = true
	b.dropFurniture()
}

// takeOutlet reads the outlet's name off the last line.
func (b *body) takeOutlet() {
	n := len(b.lines) - 1
	if n < 1 || !isProse(b.lines[n-1].text) || !isOutlet(b.lines[n]) {
		return
	}
	if b.page.Source == "" {
		b.page.Source = b.lines[n].text
	}
	if same(b.page.Source, b.lines[n].text) {
		b.lines = b.lines[:n]
	}
}

// nameOutlet falls back on the dateline and on the copyright.
func (b *body) nameOutlet() {
	if b.page.Source != "" {
		return
	}
	b.page.Source = b.copyright
	if len(b.lines) > 0 {
		if m := dateline.FindStringSubmatch(b.lines[0].text); m != nil {
			b.page.Source = m[1]
		}
	}
}
