package llm

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/whomet/whomet/graph"
)

// text is an article's text as claims are looked up in it. Spans here are of
// bytes; codePoints makes them what a result holds.
type text struct {
	raw       string
	folded    string // with all white space, quotation marks and dashes alike
	at        []int  // byte of folded -> byte of the text it comes from; one more for the end
	runes     []int  // byte -> code points before it
	sentences []graph.Span
}

func newText(s string) *text {
	t := &text{raw: s, sentences: sentences(s)}
	t.folded, t.at = fold(s)
	t.runes = make([]int, len(s)+1)
	n := 0
	for i := range len(s) {
		t.runes[i] = n
		if i+1 == len(s) || utf8.RuneStart(s[i+1]) {
			n++
		}
	}
	t.runes[len(s)] = n
	return t
}

// codePoints turns a span of bytes into one of code points, with its text.
func (t *text) codePoints(s graph.Span) (start, end int, words string) {
	return t.runes[s.Start], t.runes[s.End], t.raw[s.Start:s.End]
}

// words counts the words of a span.
func (t *text) words(s graph.Span) int { return len(strings.Fields(t.raw[s.Start:s.End])) }

// fold writes s with one blank for any run of white space, and one form for
// each of quotation marks, apostrophes, dashes and dots. at leads back.
func fold(s string) (string, []int) {
	var b strings.Builder
	var at []int
	blank := true // none at the beginning
	put := func(r string, i int) {
		for range len(r) {
			at = append(at, i)
		}
		b.WriteString(r)
	}
	for i, r := range s {
		switch {
		case unicode.IsSpace(r):
			if !blank {
				put(" ", i)
			}
			blank = true
			continue
		case strings.ContainsRune("“”„‟«»", r):
			put(`"`, i)
		case strings.ContainsRune("‘’‚‛`´", r):
			put("'", i)
		case strings.ContainsRune("‐‑‒–—―−", r):
			put("-", i)
		case r == '…':
			put("...", i)
		case r == '\u00ad' || r == '\u200b': // soft hyphen, zero-width space
			continue
		default:
			put(s[i:i+utf8.RuneLen(r)], i)
		}
		blank = false
	}
	return b.String(), append(at, len(s))
}

// find returns where words stand in the text, from byte on if they stand there:
// as they are, else but for white space, quotation marks and dashes.
func (t *text) find(words string, from int) (graph.Span, bool) {
	words = strings.TrimSpace(words)
	if words == "" {
		return graph.Span{}, false
	}
	for _, from := range []int{from, 0} {
		if i := strings.Index(t.raw[from:], words); i >= 0 && t.whole(from+i, from+i+len(words)) {
			return graph.Span{Start: from + i, End: from + i + len(words)}, true
		}
		for s := range t.foldedAll(words) {
			if s.Start >= from {
				return s, true
			}
		}
	}
	return graph.Span{}, false
}

// foldedAll yields every place where words stand, folded.
func (t *text) foldedAll(words string) func(func(graph.Span) bool) {
	return func(yield func(graph.Span) bool) {
		words, _ := fold(strings.TrimSpace(words))
		words = strings.TrimSpace(words)
		if words == "" {
			return
		}
		for from := 0; ; {
			i := strings.Index(t.folded[from:], words)
			if i < 0 {
				return
			}
			i += from
			from = i + len(words)
			s := graph.Span{Start: t.at[i], End: t.at[from]}
			if t.whole(s.Start, s.End) && !yield(s) {
				return
			}
		}
	}
}

// whole tells whether no word is cut at either end of [start, end).
func (t *text) whole(start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(t.raw[:start])
	first, _ := utf8.DecodeRuneInString(t.raw[start:])
	last, _ := utf8.DecodeLastRuneInString(t.raw[:end])
	after, _ := utf8.DecodeRuneInString(t.raw[end:])
	return !(inWord(before) && inWord(first)) && !(inWord(last) && inWord(after))
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// around returns the sentences that a span stands in, as one span.
func (t *text) around(s graph.Span) graph.Span {
	for _, x := range t.sentences {
		if x.Start <= s.Start && s.Start < x.End {
			s.Start = x.Start
		}
		if x.Start < s.End && s.End <= x.End {
			s.End = x.End
			break
		}
	}
	s.Start = s.End - len(strings.TrimLeftFunc(t.raw[s.Start:s.End], unicode.IsSpace))
	s.End = s.Start + len(strings.TrimRightFunc(t.raw[s.Start:s.End], unicode.IsSpace))
	return s
}

// sentences divides a text by the rules of Unicode (UAX #29), without the breaks
// that these make inside a line after "Gen." and the initials of "U.S. aid".
func sentences(s string) []graph.Span {
	var out []graph.Span
	state, start, begin := -1, 0, 0
	for rest := s; rest != ""; {
		var one string
		one, rest, state = uniseg.FirstSentenceInString(rest, state)
		start += len(one)
		if rest != "" && !strings.Contains(one, "\n") && abbreviated(one) {
			continue
		}
		if strings.TrimSpace(s[begin:start]) != "" {
			out = append(out, graph.Span{Start: begin, End: start})
		}
		begin = start
	}
	if strings.TrimSpace(s[begin:]) != "" {
		out = append(out, graph.Span{Start: begin, End: len(s)})
	}
	return out
}

// abbreviated tells whether a text ends in a word that is written with a full
// stop before a name: a title, or initials.
func abbreviated(s string) bool {
	fields := strings.Fields(s)
	if len(fields) == 0 {
		return false
	}
	last, ok := strings.CutSuffix(fields[len(fields)-1], ".")
	if !ok {
		return false
	}
	last = strings.TrimLeft(last, `("'“‘`)
	return abbreviations[last] || len(last) == 1 && unicode.IsUpper(rune(last[0])) || len(last) == 3 && last[1] == '.'
}

var abbreviations = map[string]bool{}

func init() {
	for _, w := range strings.Fields("Mr Mrs Ms Dr Prof Rev Hon St Gen Lt Col Maj Capt Cmdr Adm Sgt Brig Sen Rep Gov Pres Jan Feb Mar Apr Aug Sept Oct Nov Dec No") {
		abbreviations[w] = true
	}
}
