package extract

import (
	"slices"
	"strings"
	"testing"

	"github.com/whomet/whomet/loader/nlp"
	"github.com/whomet/whomet/loader/nlp/model/modeltest"
)

// parser loads the language model; a test without it is skipped, and says so.
var parser = modeltest.Load

// unmark takes the [anchor] and {target} marks out of an example and returns
// the byte offsets where they stood.
func unmark(example string) (text string, anchor, target int) {
	var b strings.Builder
	for _, r := range example {
		switch r {
		case '[':
			anchor = b.Len()
		case '{':
			target = b.Len()
		case ']', '}':
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), anchor, target
}

// tokenAt returns the token that begins at a byte offset.
func tokenAt(doc *nlp.Doc, offset int) int {
	return slices.IndexFunc(doc.Tokens, func(t nlp.Token) bool { return t.Start == offset })
}

// TestPatterns follows every pattern of patterns.txt and relations.txt through
// its own example.
func TestPatterns(t *testing.T) {
	t.Run("patterns.txt", func(t *testing.T) { checkPatterns(t, patterns) })
	t.Run("relations.txt", func(t *testing.T) { checkPatterns(t, relations) })
}

func checkPatterns(t *testing.T, bySlot map[string]*slotPaths) {
	p := parser(t)
	for slot, s := range bySlot {
		for _, pat := range s.patterns {
			if pat.example == "-" || pat.example == "" {
				t.Errorf("%s %s: no example", slot, pat.source)
				continue
			}
			text, anchor, target := unmark(pat.example)
			doc := p.Parse(text)
			d := &document{Doc: doc}
			from, to := tokenAt(doc, anchor), tokenAt(doc, target)
			if from < 0 || to < 0 {
				t.Fatalf("%q: marks are not at words", pat.example)
			}
			var got []int
			for _, f := range d.walk(pathsOf([]pattern{pat}, 0), from, from, 0, nil) {
				got = append(got, f.token)
			}
			for !slices.Contains(got, to) && doc.Tokens[to].Dep == "compound" { // a name is marked at its first word
				to = doc.Tokens[to].Head
			}
			if !slices.Contains(got, to) {
				var words []string
				for _, g := range got {
					words = append(words, doc.Tokens[g].Text)
				}
				t.Errorf("%s %s: %q leads to %v", slot, pat.source, pat.example, words)
			}
		}
	}
}
