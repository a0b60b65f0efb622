package nlp

import (
	"slices"
	"strings"
)

// specialMatcher finds exceptions that the splitting at spaces and affixes has
// taken apart, such as "o'clock." or "a. m." and puts them back.
type specialMatcher struct {
	byFirst map[string][][]string // the tokens of such exceptions, by the first
}

// newSpecialMatcher keeps the exceptions that have affixes or spaces, as the
// rules alone would split them.
func newSpecialMatcher(t *tokenizer) *specialMatcher {
	m := &specialMatcher{byFirst: map[string][][]string{}}
	for text := range t.exceptions {
		s := []rune(text)
		if t.findPrefix(s) == 0 && t.findSuffix(s) == 0 && len(t.infix.findAll(s)) == 0 && !strings.Contains(text, " ") {
			continue
		}
		var tokens []string
		eachChunk(text, func(chunk string, _ bool) {
			for _, p := range t.split(chunk, false) {
				tokens = append(tokens, p.text)
			}
		})
		m.byFirst[tokens[0]] = append(m.byFirst[tokens[0]], tokens)
	}
	for _, seqs := range m.byFirst {
		slices.SortFunc(seqs, slices.Compare[[]string])
	}
	return m
}

// startingWith returns the token sequences that begin with text.
func (m *specialMatcher) startingWith(text string) [][]string { return m.byFirst[text] }

// replace puts exceptions back where their tokens stand. Of overlapping
// matches the longest counts, of equals the first. Spaces between the tokens
// do not matter to a match, but only a text that is an exception with them is
// replaced.
func (m *specialMatcher) replace(t *tokenizer, spans []span) []span {
	matches := m.find(spans)
	if len(matches) == 0 {
		return spans
	}
	slices.SortStableFunc(matches, func(a, b Span) int { return b.Len() - a.Len() })
	taken := make(map[int]bool)
	chosen := make(map[int]Span)
	for _, s := range matches {
		if !taken[s.Start] && !taken[s.End-1] {
			chosen[s.Start] = s
		}
		for i := s.Start; i < s.End; i++ {
			taken[i] = true
		}
	}
	out := make([]span, 0, len(spans))
	for i := 0; i < len(spans); {
		s, ok := chosen[i]
		if !ok {
			out = append(out, spans[i])
			i++
			continue
		}
		pieces, ok := t.exceptions[textOf(spans[s.Start:s.End])]
		if !ok {
			out = append(out, spans[s.Start:s.End]...)
		}
		for _, p := range pieces {
			out = append(out, span{lex: t.vocab.get(p.text, p.norm)})
		}
		out[len(out)-1].space = spans[s.End-1].space
		i = s.End
	}
	return out
}

// find returns all matches, by their start.
func (m *specialMatcher) find(spans []span) []Span {
	var matches []Span
	for i := range spans {
		for _, seq := range spans[i].lex.special {
			if i+len(seq) > len(spans) {
				continue
			}
			ok := true
			for j := 1; ok && j < len(seq); j++ {
				ok = spans[i+j].lex.text == seq[j]
			}
			if ok {
				matches = append(matches, Span{i, i + len(seq)})
			}
		}
	}
	return matches
}

// textOf returns the text of spans with the spaces between them.
func textOf(spans []span) string {
	var b strings.Builder
	for i, s := range spans {
		b.WriteString(s.lex.text)
		if s.space && i < len(spans)-1 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}
