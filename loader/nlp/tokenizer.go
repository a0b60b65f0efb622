package nlp

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/vmihailenco/msgpack/v5"
)

// tokenizer splits a text at white space, then takes prefixes, suffixes and
// infixes off each chunk by rules, with exceptions such as "don't" and "U.S.".
// It is spaCy's tokenizer.pyx.
type tokenizer struct {
	prefix, suffix *affix
	infix, url     *pyRegexp
	infixFirst     *edges // what infixes begin with
	exceptions     map[string][]piece
	longest        int // bytes in the longest exception
	vocab          *vocab
	chunks         *cache[[]piece]
}

// piece is a token of a chunk: its text and, from an exception, its norm.
type piece struct{ text, norm string }

// maxChunks bounds the chunks whose tokens are kept.
const maxChunks = 1 << 16

// Attribute numbers in the tokenizer's exceptions.
const (
	attrOrth = 65
	attrNorm = 67
)

// readTokenizer reads the tokenizer file of a pipeline. The vocab gets its
// special matcher from it.
func readTokenizer(b []byte, v *vocab) (*tokenizer, error) {
	var file struct {
		Prefix     string                      `msgpack:"prefix_search"`
		Suffix     string                      `msgpack:"suffix_search"`
		Infix      string                      `msgpack:"infix_finditer"`
		TokenMatch *string                     `msgpack:"token_match"`
		URL        string                      `msgpack:"url_match"`
		Exceptions map[string][]map[int]string `msgpack:"exceptions"`
	}
	if err := msgpack.Unmarshal(b, &file); err != nil {
		return nil, err
	}
	if file.TokenMatch != nil {
		return nil, fmt.Errorf("a token_match rule is not supported")
	}
	if file.Prefix == "" || file.Suffix == "" || file.Infix == "" || file.URL == "" {
		return nil, fmt.Errorf("a rule for prefixes, suffixes, infixes or URLs is missing")
	}
	t := &tokenizer{vocab: v, exceptions: make(map[string][]piece, len(file.Exceptions)), chunks: newCache[[]piece](maxChunks)}
	var errs [4]error
	t.prefix, errs[0] = newAffix(file.Prefix, false)
	t.suffix, errs[1] = newAffix(file.Suffix, true)
	t.infix, errs[2] = compilePyRegexp(file.Infix)
	t.url, errs[3] = compilePyRegexp(anchored(linearURL(file.URL)))
	if err := errors.Join(errs[:]...); err != nil {
		return nil, err
	}
	t.infixFirst = findEdges(file.Infix, false)
	for text, tokens := range file.Exceptions {
		n := 0
		for _, attrs := range tokens {
			t.exceptions[text] = append(t.exceptions[text], piece{attrs[attrOrth], attrs[attrNorm]})
			n += len(attrs[attrOrth])
		}
		t.longest = max(t.longest, len(text))
		if n != len(text) || n == 0 {
			return nil, fmt.Errorf("exception %q has tokens of another text", text)
		}
	}
	v.special = newSpecialMatcher(t)
	return t, nil
}

// anchored makes an expression match at the beginning only, and saves the
// search for a match elsewhere: spaCy's prefixes all begin with ^, and URLs are
// asked for by re.match.
func anchored(expr string) string { return "^(?:" + expr + ")" }

// linearURL takes a branch out of the rule for URLs that changes no answer but
// makes the search for an @ take the square of a long word's length: a name
// may have a colon in it with or without the branch.
func linearURL(expr string) string {
	return strings.Replace(expr, `(?:\S+(?::\S*)?@)?`, `(?:\S+@)?`, 1)
}

// span is a token while the tokenizer works: its lexeme, and whether one space
// follows. Spans follow each other in the text without a gap beyond that.
type span struct {
	lex   *lexeme
	space bool
}

// tokenize splits text. Each span's text, and the spaces, give text back.
func (t *tokenizer) tokenize(spans []span, text string) []span {
	eachChunk(text, func(chunk string, space bool) {
		if pieces := t.pieces(chunk); pieces == nil {
			spans = append(spans, span{lex: t.vocab.get(chunk, "")})
		} else {
			for _, p := range pieces {
				spans = append(spans, span{lex: t.vocab.get(p.text, p.norm)})
			}
		}
		spans[len(spans)-1].space = space
	})
	return t.vocab.special.replace(t, spans)
}

// eachChunk calls f with each run of characters that are all white space or
// all not. One space after a run belongs to that run, and space is then true;
// the rest of the white space, if any, is a run of its own.
func eachChunk(text string, f func(chunk string, space bool)) {
	if text == "" {
		return
	}
	first, _ := utf8.DecodeRuneInString(text)
	inSpace, start := isSpace(first), 0
	for i, r := range text {
		if isSpace(r) == inSpace {
			continue
		}
		inSpace = !inSpace
		if start < i {
			f(text[start:i], r == ' ')
		}
		start = i
		if r == ' ' {
			start++
		}
	}
	if start < len(text) {
		f(text[start:], false)
	}
}

// pieces returns the tokens of a chunk, or nil if it is one.
func (t *tokenizer) pieces(chunk string) []piece {
	if len(chunk) <= t.longest {
		if pieces, ok := t.exceptions[chunk]; ok {
			return pieces
		}
	}
	if asciiLetters(chunk) {
		return nil // no rule matches between letters
	}
	if pieces, ok := t.chunks.get(chunk); ok {
		return pieces
	}
	chunk = strings.Clone(chunk)
	pieces := t.split(chunk, true)
	t.chunks.put(chunk, pieces)
	return pieces
}
