package llm

import "github.com/whomet/whomet/graph"

const (
	// minWords is the least that a part may hold; an answer about fewer words
	// that is still cut off will not be mended by asking about half of them.
	minWords = 100
	// overlap is how many words the next part says again, for what is told
	// across the seam.
	overlap = 100
)

// cut divides a text into parts of at most so many words, between sentences
// where it can; parts overlap. A part is a span of bytes.
func cut(t *text, words int) []graph.Span {
	var parts []graph.Span
	part, count := graph.Span{}, 0
	from := 0 // the first sentence of the part
	for i := 0; i < len(t.sentences); i++ {
		s := t.sentences[i]
		n := t.words(s)
		if count > 0 && count+n > words {
			parts = append(parts, part)
			back, said := i, 0
			for back-1 > from && said+t.words(t.sentences[back-1]) <= min(overlap, words/4) {
				back--
				said += t.words(t.sentences[back])
			}
			from, count = back, said
			part = graph.Span{Start: t.sentences[back].Start}
		}
		part.End = s.End
		count += n
	}
	if count > 0 {
		parts = append(parts, part)
	}
	return parts
}

// cut2 halves a part between two sentences; nil if it is too small.
func cut2(t *text, p graph.Span) []graph.Span {
	all, half := t.words(p), 0
	if all < 2*minWords {
		return nil
	}
	for _, s := range t.sentences {
		if s.Start < p.Start || s.End > p.End {
			continue
		}
		if half += t.words(s); half >= all/2 && s.End < p.End {
			return []graph.Span{{Start: p.Start, End: s.End}, {Start: s.End, End: p.End}}
		}
	}
	return nil
}
