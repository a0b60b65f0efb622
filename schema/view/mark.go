package view

import (
	"html"
	"slices"
	"strings"
	"unicode"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// marker tells which words of a text a search was for.
type marker struct {
	words    map[string]bool // stems
	prefixes []string
}

// markText marks the words of a full-text condition, without those that must
// not stand.
func markText(t graph.Text) marker {
	m := marker{words: map[string]bool{}}
	m.add(t)
	return m
}

func (m *marker) add(t graph.Text) {
	switch t.Op {
	case graph.TextNot:
	case graph.TextPrefix:
		m.prefixes = append(m.prefixes, t.Words...)
	default:
		for _, w := range t.Words {
			m.words[w] = true
		}
		for _, p := range t.Parts {
			m.add(p)
		}
	}
}

// markName marks the words of a name.
func markName(name string) marker {
	m := marker{words: map[string]bool{}}
	for _, w := range terms.Words(name) {
		m.words[w] = true
	}
	return m
}

// markPrefix marks the words of a name that is being typed: the last one may
// go on.
func markPrefix(typed string) marker {
	words := strings.Fields(terms.Fold(typed))
	if len(words) == 0 {
		return marker{}
	}
	m := markName(strings.Join(words[:len(words)-1], " "))
	m.prefixes = words[len(words)-1:]
	return m
}

// hits tells whether a word of a text is one of those that are marked.
func (m marker) hits(word string) bool {
	for _, w := range terms.Words(word) {
		if m.words[w] {
			return true
		}
	}
	for _, w := range strings.Fields(terms.Fold(word)) {
		if slices.ContainsFunc(m.prefixes, func(p string) bool { return strings.HasPrefix(w, p) }) {
			return true
		}
	}
	return false
}

// Snippets show so many characters around the first marked word.
const (
	snippetBefore = 60
	snippetAfter  = 140
)

// html returns the text as HTML with the marked words in <mark>, cut around
// the first of them; nil where no word is marked.
func (m marker) html(text string) *string {
	rs := []rune(text)
	spans := m.spans(rs)
	if len(spans) == 0 {
		return nil
	}
	from, to := 0, len(rs)
	if len(rs) > snippetBefore+snippetAfter {
		from = wordStart(rs, max(0, spans[0].Start-snippetBefore))
		to = wordEnd(rs, min(len(rs), spans[0].End+snippetAfter))
	}
	var b strings.Builder
	if from > 0 {
		b.WriteString("… ")
	}
	at := from
	for _, s := range spans {
		if s.End > to {
			break
		}
		b.WriteString(html.EscapeString(string(rs[at:s.Start])))
		b.WriteString("<mark>" + html.EscapeString(string(rs[s.Start:s.End])) + "</mark>")
		at = s.End
	}
	b.WriteString(html.EscapeString(string(rs[at:to])))
	if to < len(rs) {
		b.WriteString(" …")
	}
	out := strings.Join(strings.Fields(b.String()), " ")
	return &out
}

// spans returns where the marked words stand, in code points.
func (m marker) spans(rs []rune) []graph.Span {
	var spans []graph.Span
	for i := 0; i < len(rs); {
		if !inWord(rs[i]) {
			i++
			continue
		}
		end := i
		for end < len(rs) && inWord(rs[end]) {
			end++
		}
		if m.hits(string(rs[i:end])) {
			spans = append(spans, graph.Span{Start: i, End: end})
		}
		i = end
	}
	return spans
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '\'' || r == '’'
}

// wordStart and wordEnd move a cut out of the middle of a word.
func wordStart(rs []rune, i int) int {
	for i > 0 && inWord(rs[i-1]) && inWord(rs[i]) {
		i--
	}
	return i
}

func wordEnd(rs []rune, i int) int {
	for i < len(rs) && i > 0 && inWord(rs[i-1]) && inWord(rs[i]) {
		i++
	}
	return i
}
