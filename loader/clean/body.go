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

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}
