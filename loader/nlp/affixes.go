package nlp

import "strings"

// split takes prefixes and suffixes off a chunk, one of each at a time, until
// an exception or the middle of the word is left, and splits that at infixes.
// Without exceptions, only the rules apply.
func (t *tokenizer) split(chunk string, exceptions bool) []piece {
	if asciiLetters(chunk) {
		return []piece{{text: chunk}} // no rule matches between letters
	}
	w := newRuneString(chunk)
	isException := func(from, to int) bool {
		if !exceptions || from >= to || to-from > t.longest {
			return false
		}
		_, ok := t.exceptions[w.text(from, to)]
		return ok
	}
	from, to := 0, w.len()
	var pieces, suffixes []piece
	takePrefix := func(n int) {
		pieces = append(pieces, piece{text: w.text(from, from+n)})
		from += n
	}
	takeSuffix := func(n int) {
		suffixes = append(suffixes, piece{text: w.text(to-n, to)})
		to -= n
	}
	other := 0 // the first character from from on that is no ASCII letter
	letters := func() bool {
		for other = max(other, from); other < to && asciiLetter(w.runes[other]); {
			other++
		}
		return other >= to
	}
	for last := -1; from < to && to-from != last && !letters() && !isException(from, to); {
		last = to - from
		prefix := t.findPrefix(w.runes[from:to])
		if prefix > 0 && isException(from+prefix, to) {
			takePrefix(prefix)
			break
		}
		// The suffix is searched without the prefix, so it cannot look behind
		// into it.
		suffix := t.findSuffix(w.runes[from+prefix : to])
		if suffix > 0 && isException(from, to-suffix) {
			takeSuffix(suffix)
			break
		}
		if prefix > 0 {
			takePrefix(prefix)
		}
		if suffix > 0 {
			takeSuffix(suffix)
		}
	}
	if from < to {
		if exc, ok := t.exceptions[w.text(from, to)]; ok && exceptions {
			pieces = append(pieces, exc...)
		} else {
			pieces = t.splitInfixes(pieces, w, from, to)
		}
	}
	for i := len(suffixes) - 1; i >= 0; i-- {
		pieces = append(pieces, suffixes[i])
	}
	return pieces
}

// splitInfixes appends the pieces of characters from to to of w: one if it is
// a URL, else what lies between infixes, and these. An infix at the beginning
// does not count.
func (t *tokenizer) splitInfixes(pieces []piece, w *runeString, from, to int) []piece {
	s := w.runes[from:to]
	if !t.infixFirst.anyOf(s) {
		return append(pieces, piece{text: w.text(from, to)}) // a URL or not
	}
	if strings.Contains(w.text(from, to), ".") { // no URL without
		if _, _, ok := t.url.find(s); ok {
			return append(pieces, piece{text: w.text(from, to)})
		}
	}
	start := 0
	for _, m := range t.infix.findAll(s) {
		if m[0] == 0 {
			continue
		}
		if start < m[0] {
			pieces = append(pieces, piece{text: w.text(from+start, from+m[0])})
		}
		if m[0] < m[1] {
			pieces = append(pieces, piece{text: w.text(from+m[0], from+m[1])})
		}
		start = m[1]
	}
	if start < len(s) {
		pieces = append(pieces, piece{text: w.text(from+start, to)})
	}
	return pieces
}

// findPrefix returns the length of the prefix of s, or 0.
func (t *tokenizer) findPrefix(s []rune) int {
	if len(s) == 0 {
		return 0
	}
	re, literal := t.prefix.at(s[0])
	if re == nil {
		return int(bit(literal))
	}
	start, end, _ := re.find(s)
	return end - start
}

// A suffix is searched in the last suffixWindow characters first: searching
// all of a long chunk for each of its suffixes would take the square of its
// length. But for a run of dots, suffixes have less than suffixContext
// characters, and patterns look behind no further than that.
const (
	suffixWindow  = 16
	suffixContext = 8
)

// findSuffix returns the length of the suffix of s, or 0.
func (t *tokenizer) findSuffix(s []rune) int {
	if len(s) == 0 {
		return 0
	}
	re, literal := t.suffix.at(s[len(s)-1])
	if re == nil {
		return int(bit(literal))
	}
	for window := suffixWindow; ; window *= 2 {
		tail := s[max(0, len(s)-window):]
		start, end, ok := re.find(tail)
		// A match at the window's beginning may be the end of a longer one.
		if !ok || start >= suffixContext || len(tail) == len(s) {
			return end - start
		}
	}
}

func asciiLetters(s string) bool {
	for i := 0; i < len(s); i++ {
		if !asciiLetter(rune(s[i])) {
			return false
		}
	}
	return true
}

func asciiLetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

// runeString is a string with its characters, so that regular expressions can
// run on these and the bytes are still what they were, valid UTF-8 or not.
type runeString struct {
	s     string
	runes []rune
	at    []int // byte offset of each character, and the end
}

func newRuneString(s string) *runeString {
	w := &runeString{s: s, runes: []rune(s)}
	w.at = make([]int, 0, len(w.runes)+1)
	for i := range s {
		w.at = append(w.at, i)
	}
	w.at = append(w.at, len(s))
	return w
}

func (w *runeString) len() int { return len(w.runes) }

// text returns characters from to to.
func (w *runeString) text(from, to int) string { return w.s[w.at[from]:w.at[to]] }
