package neo4j

import (
	"strings"

	"github.com/whomet/whomet/graph"
)

// indexText puts a space around normalised words, so that a word is found
// whole by looking for it between spaces.
func indexText(words string) string { return " " + words + " " }

// textHolds writes a text condition as a predicate on an indexText: exactly
// terms.Match.
func (b *builder) textHolds(t graph.Text, on string) string {
	switch t.Op {
	case graph.TextPhrase:
		return on + " CONTAINS " + b.param(" "+strings.Join(t.Words, " ")+" ")
	case graph.TextPrefix:
		return on + " CONTAINS " + b.param(" "+t.Words[0])
	case graph.TextNot:
		return "NOT (" + b.textHolds(t.Parts[0], on) + ")"
	}
	parts := make([]string, len(t.Parts))
	for i, p := range t.Parts {
		parts[i] = b.textHolds(p, on)
	}
	if t.Op == graph.TextOr {
		return anyOf(parts)
	}
	return allOf(parts)
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
			words[i] = luceneEscape(w)
		}
		return `"` + strings.Join(words, " ") + `"`
	case graph.TextPrefix:
		return luceneEscape(t.Words[0]) + "*"
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

// maxKey is the longest key that is indexed, in bytes; longer ones are cut.
// Lucene's white space tokenizer would break them up at 255 characters.
const maxKey = 240

// indexKeys makes name keys into single tokens of the full-text index.
func indexKeys(keys []string) []any {
	out := make([]any, len(keys))
	for i, k := range keys {
		out[i] = indexKey(k)
	}
	return out
}

// luceneKeys writes a query for nodes that carry one of the keys, or one that
// begins with the prefix unless it is empty.
func luceneKeys(keys []string, prefix string) string {
	var either []string
	for _, k := range keys {
		either = append(either, luceneEscape(indexKey(k)))
	}
	if prefix != "" {
		either = append(either, luceneEscape(indexKey(prefix))+"*")
	}
	if len(either) == 0 {
		return luceneNone
	}
	return strings.Join(either, " ")
}

func indexKey(k string) string {
	if len(k) > maxKey {
		k = strings.ToValidUTF8(k[:maxKey], "")
	}
	return strings.ReplaceAll(k, " ", "_")
}
