package nlp

import (
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"github.com/whomet/whomet/loader/nlp/internal/thinc"
)

// lexeme is a word type: what is known of a token from its text alone.
type lexeme struct {
	text, lower, norm, shape   string
	normID, prefixID, suffixID uint64
	shapeID, lowerID, orthID   uint64
	space                      bool       // all white space
	special                    [][]string // see specialMatcher
	rules                      []int32    // see attributeRuler.forLexeme
	vectors                    [vectorKinds]atomic.Pointer[thinc.Embedding]
	lemma                      atomic.Pointer[lemmaMemo]
}

// Where a lexeme keeps its embedding in each Tok2Vec: in the one that components
// share, and in one of their own. Where a Tok2Vec looks at SPACY, the embedding
// of a token that a space follows is at the next place.
const (
	sharedVector = 2 * iota
	taggerVector
	parserVector
	nerVector
	vectorKinds
)

// maxLexemes bounds the lexemes kept, of at most 12 KB each with the networks of
// en_core_web_sm.
const maxLexemes = 1 << 13

// vocab makes lexemes, and keeps those met before.
type vocab struct {
	norms   map[uint64]string // norm by id of the text: the model's lexeme_norm table
	special *specialMatcher
	ruler   *attributeRuler
	known   *cache[*lexeme]
}

// get returns the lexeme of text. A norm that is not "" overrides the
// lexeme's own: the tokenizer's exceptions set it.
func (v *vocab) get(text, norm string) *lexeme {
	key := text
	if norm != "" {
		key = text + "\x00" + norm
	}
	if l, ok := v.known.get(key); ok {
		return l
	}
	// A token is part of its document's text, which must not be kept.
	text = strings.Clone(text)
	if norm == "" {
		key = text
	}
	l := v.make(text, norm)
	v.known.put(key, l)
	return l
}

func (v *vocab) make(text, norm string) *lexeme {
	l := &lexeme{text: text, lower: lower(text), shape: wordShape(text), space: allSpace(text)}
	l.norm = norm
	if norm == "" {
		l.norm = v.norm(text, l.lower)
	}
	_, first := utf8.DecodeRuneInString(text)
	l.normID = stringID(l.norm)
	l.prefixID = stringID(text[:first])
	l.suffixID = stringID(lastRunes(text, 3))
	l.shapeID = stringID(l.shape)
	l.lowerID = stringID(l.lower)
	l.orthID = stringID(text)
	l.special = v.special.startingWith(text)
	l.rules = v.ruler.forLexeme(l)
	return l
}

// norm returns the norm of a text without an exception of its own.
func (v *vocab) norm(text, lower string) string {
	if n, ok := v.norms[stringID(text)]; ok {
		return n
	}
	if n, ok := baseNorms[text]; ok {
		return n
	}
	return lower
}

// lastRunes returns the last n characters of s, or s if it has fewer.
func lastRunes(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

// wordShape writes X for an upper-case letter, x for another, d for a digit,
// and other characters as they are; runs end after four.
func wordShape(s string) string {
	if utf8.RuneCountInString(s) >= 100 {
		return "LONG"
	}
	var b strings.Builder
	last, run := rune(-1), 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			r = 'X'
		case unicode.IsLetter(r):
			r = 'x'
		case isDigit(r):
			r = 'd'
		}
		if r != last {
			last, run = r, 0
		}
		if run++; run <= 4 {
			b.WriteRune(r)
		}
	}
	return b.String()
}
