package clean

import (
	"strings"
)

// dropFurniture takes out what the table of rules names, addresses, repeated
// headlines, and dates that stand alone above or below the article.
func (b *body) dropFurniture() {
	first, last := len(b.lines), -1
	for i, l := range b.lines {
		if isProse(l.text) && !signsOff(l.text) {
			first, last = min(first, i), i
		}
	}
	width := b.width()
	kept := b.lines[:0]
	dropped := false
	for i, l := range b.lines {
		if n := len(kept); width > 0 && !l.gap && !dropped && n > 0 && !endsSentence(kept[n-1].text) {
			kept = append(kept, l) // it goes on the line before: "… declined to / comment."
			continue
		}
		z := anywhere
		switch {
		case i < first:
			z = atTop
		case i > last:
			z = atEnd
		}
		l.gap = l.gap || dropped
		if dropped = b.isFurniture(&l, z); dropped {
			continue
		}
		kept = append(kept, l)
		if len(kept) == 1 && b.page.Title == "" && isHeadline(l) {
			b.titled = true
		}
	}
	b.lines = kept
}

// isFurniture tells whether l is to go, having read what it says about the page.
func (b *body) isFurniture(l *textLine, z zone) bool {
	if same(l.text, b.page.Title) {
		b.titled = true
		return len(b.lines) > 1
	}
	if url, labelled, ok := address(l.text); ok {
		if b.page.URL == "" && (labelled || isOwn(url, b.headline())) {
			b.page.URL = url
		}
		return true
	}
	if len(l.text) > maxBytes || len(strings.Fields(l.text)) > maxWords {
		return false
	}
	bare := bareLine(l.text)
	lower, prose := strings.ToLower(bare), isProse(bare)
	for i := range rules {
		r := &rules[i]
		if r.zone != anywhere && r.zone != z {
			continue
		}
		m := r.match(bare, lower, prose)
		if m == nil {
			continue
		}
		switch r.action {
		case dropList:
			l.list = true
			return false
		case stamp:
			if !onlyDate(m[1]) {
				continue
			}
		case published:
			if !onlyDate(m[1]) {
				continue
			}
			b.setDate(m[1])
		case source:
			if b.page.Source == "" && isName(m[1]) {
				b.page.Source = m[1]
			}
		case copyright:
			if name := strings.TrimSpace(m[1]); b.copyright == "" && isName(name) {
				b.copyright = name
			}
		}
		return true
	}
	if z != anywhere && onlyDate(l.text) && !endsSentence(l.text) {
		// Above the headline it is the day the page was looked at.
		if b.titled && z == atTop {
			b.setDate(l.text)
		}
		return true
	}
	return false
}

// bareLine is a line as the rules see it.
func bareLine(s string) string {
	return strings.Trim(s, " ›»«<>•·*|#_~=→▶▸►■●-–—:")
}

// signsOff tells whether a line would be furniture at the end of an article.
func signsOff(s string) bool {
	bare := bareLine(s)
	lower := strings.ToLower(bare)
	for i := range rules {
		if r := &rules[i]; r.zone == atEnd && r.match(bare, lower, true) != nil {
			return true
		}
	}
	return false
}

// dropLists takes out the headings of lists of other articles, with the
// headlines under them.
func (b *body) dropLists() {
	kept := b.lines[:0]
	inList := false
	for _, l := range b.lines {
		inList = l.list || inList && !isProse(l.text)
		if !inList {
			kept = append(kept, l)
		}
	}
	b.lines = kept
}
