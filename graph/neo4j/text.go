package neo4j

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// indexText puts a space around normalised words, so that a word is found
// whole by looking for it between spaces.
func indexText(words string) string {
	if len(words) > maxToken {
		fields := strings.Fields(words)
		for i, w := range fields {
			fields[i] = token(w)
		}
		words = strings.Join(fields, " ")
	}
	return " " + words + " "
}

// maxToken is the longest token that is indexed whole, in bytes. Lucene breaks
// tokens up at 255 characters.
const maxToken = 240

// token returns a word as it is indexed: of a very long one the beginning and
// a hash of the whole.
func token(w string) string {
	if len(w) <= maxToken {
		return w
	}
	return fmt.Sprintf("%s~%x", stub(w), sha256.Sum256([]byte(w)))[:maxToken]
}

// tokens returns words as range indexes take them, which take no long values.
func tokens(words []string) []any {
	out := make([]any, len(words))
	for i, w := range words {
		out[i] = token(w)
	}
	return out
}

// stub returns a prefix as it is looked for: as much of it as tokens keep.
func stub(prefix string) string {
	const keep = maxToken - 1 - 2*8 // and "~" and 8 bytes of hash
	if len(prefix) <= keep {
		return prefix
	}
	return strings.ToValidUTF8(prefix[:keep], "")
}

// needle returns what a phrase or prefix is looked for as in an indexText; ok
// tells whether the condition is one.
func needle(t graph.Text) (s string, ok bool) {
	switch t.Op {
	case graph.TextPhrase:
		words := make([]string, len(t.Words))
		for i, w := range t.Words {
			words[i] = token(w)
		}
		return " " + strings.Join(words, " ") + " ", true
	case graph.TextPrefix:
		return " " + stub(t.Words[0]), true
	}
	return "", false
}

// textHolds writes a text condition as a predicate on an indexText: exactly
// terms.Match. The number of words does not change the predicate, so that
// Neo4j plans few of them.
func (b *builder) textHolds(t graph.Text, on string) string {
	if s, ok := needle(t); ok {
		return on + " CONTAINS " + b.param(s)
	}
	if t.Op == graph.TextNot {
		return "NOT (" + b.textHolds(t.Parts[0], on) + ")"
	}
	var needles []any
	var parts []string
	for _, p := range t.Parts {
		if s, ok := needle(p); ok {
			needles = append(needles, s)
		} else {
			parts = append(parts, b.textHolds(p, on))
		}
	}
	of := map[bool]string{true: "any", false: "all"}[t.Op == graph.TextOr]
	if len(needles) > 0 {
		parts = append(parts, of+"(needle IN "+b.param(needles)+" WHERE "+on+" CONTAINS needle)")
	}
	if t.Op == graph.TextOr {
		return anyOf(parts)
	}
	return allOf(parts)
}

// withWords writes clauses that bind a variable to the nodes of a label whose
// words satisfy a condition: by the label's full-text index, or one by one if
// the condition is too long for it.
func (b *builder) withWords(label, as string, t graph.Text) string {
	if clauses(t) > maxClauses {
		return "MATCH (" + as + ":" + label + ") WHERE " + b.textHolds(t, as+".words")
	}
	index := strings.ToLower(label) + "Words"
	return "CALL db.index.fulltext.queryNodes('" + index + "', " + b.param(lucene(t)) + ") YIELD node AS " + as
}

// luceneNone is a query that nothing satisfies.
const luceneNone = "(+*:* -*:*)"

// lucene writes a text condition as a query of a full-text index over the
// same words.
func lucene(t graph.Text) string {
	switch t.Op {
	case graph.TextPhrase:
		words := make([]string, len(t.Words))
		for i, w := range t.Words {
			words[i] = luceneEscape(token(w))
		}
		return `"` + strings.Join(words, " ") + `"`
	case graph.TextPrefix:
		return luceneEscape(stub(t.Words[0])) + "*"
	case graph.TextNot:
		return "(+*:* -" + lucene(t.Parts[0]) + ")"
	}
	sign, none := "+", "*:*"
	if t.Op == graph.TextOr {
		sign, none = "", luceneNone
	}
	if len(t.Parts) == 0 {
		return none
	}
	parts := make([]string, len(t.Parts))
	for i, p := range t.Parts {
		parts[i] = sign + lucene(p)
	}
	return "(" + strings.Join(parts, " ") + ")"
}

// luceneEscape makes every character of a term stand for itself.
func luceneEscape(term string) string {
	var b strings.Builder
	for _, r := range term {
		if strings.ContainsRune(`+-&|!(){}[]^"~*?:\/<>=#@ `, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// maxClauses is how many keys, or words, are asked of an index at once; Lucene
// refuses more than 1024.
const maxClauses = 500

// clauses counts the words and phrases of a condition.
func clauses(t graph.Text) int {
	n := 1
	for _, p := range t.Parts {
		n += clauses(p)
	}
	return n
}

// luceneKeys writes queries for nodes that carry one of the keys, or one that
// begins with the prefix unless it is empty.
func luceneKeys(keys []string, prefix string) []any {
	var either []string
	for _, k := range keys {
		either = append(either, luceneEscape(indexKey(k)))
	}
	if prefix != "" {
		either = append(either, luceneEscape(stub(underscored(prefix)))+"*")
	}
	var queries []any
	for chunk := range slices.Chunk(either, maxClauses) {
		queries = append(queries, strings.Join(chunk, " "))
	}
	return queries
}

// indexKeys makes name keys into single tokens of the full-text index.
func indexKeys(keys []string) []any {
	out := make([]any, len(keys))
	for i, k := range keys {
		out[i] = indexKey(k)
	}
	return out
}

func indexKey(k string) string { return token(underscored(k)) }

func underscored(k string) string { return strings.ReplaceAll(k, " ", "_") }
