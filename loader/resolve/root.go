package resolve

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/datafile"
)

//go:embed derivations.txt
var derivationsFile string

// derivations gives of a stem that of the verb or the other word it is derived
// from: of "expuls" (expulsion) "expel".
var derivations = sync.OnceValue(func() map[string]string {
	of := map[string]string{}
	for _, line := range datafile.Lines(derivationsFile) {
		verb, derived, _ := strings.Cut(line, "|")
		base := terms.Index(british(strings.TrimSpace(verb)))
		for _, w := range strings.Fields(derived) {
			if s := terms.Index(british(w)); s != base {
				of[s] = base
			}
		}
	}
	return of
})

// root returns the stem that a folded word shares with those of its lexical
// family which tell the same doing: "expulsion" and "expels" have "expel".
func root(word string) string {
	s := terms.Index(british(word))
	if base, ok := derivations()[s]; ok {
		return base
	}
	// "approv-al" and "approve" have one stem already; of "rebutt-al" the
	// consonant is double still, which English doubles before an ending only.
	if n := len(s); n > 5 && s[n-1] == s[n-2] && strings.IndexByte("lsfz", s[n-1]) < 0 {
		return s[:n-1]
	}
	return s
}

// roots returns the roots of a text's words.
func roots(text string) []string {
	words := strings.Fields(terms.Fold(text))
	for i, w := range words {
		words[i] = root(w)
	}
	return words
}

// british writes -ize as the British do, which keeps its stem apart from that
// of the adjective: "privatise" is not "private".
func british(word string) string {
	for _, end := range []string{"e", "es", "ed", "ing", "ation", "ations"} {
		if stem, ok := strings.CutSuffix(word, "iz"+end); ok && len(stem) > 2 {
			return stem + "is" + end
		}
	}
	return word
}
