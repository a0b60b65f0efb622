package resolve

import (
	"strings"
	"testing"
)

func TestRoot(t *testing.T) {
	for _, family := range []string{
		"expel expels expelled expelling expulsion expulsions",
		"ban bans banned banning",
		"acquit acquitted acquittal",
		"close closing closure",
		"sell selling sold sale sales",
		"withdraw withdrew withdrawn withdrawal",
		"legalise legalize legalised legalization legalisation",
		"ratify ratified ratification",
		"labour labor",
	} {
		words := strings.Fields(family)
		for _, w := range words[1:] {
			if root(w) != root(words[0]) {
				t.Errorf("%s has %s, %s has %s", w, root(w), words[0], root(words[0]))
			}
		}
	}
	for _, apart := range []string{"private privatise", "sell seller", "class close", "national nationalise", "press pressure"} {
		a, b, _ := strings.Cut(apart, " ")
		if root(a) == root(b) {
			t.Errorf("%s and %s have one root, %s", a, b, root(a))
		}
	}
}

// TestDerivations reads derivations.txt: no verb is derived from another, or
// what a stem comes to would hang on the order of the lines.
func TestDerivations(t *testing.T) {
	of := derivations()
	for s, base := range of {
		if further, ok := of[base]; ok {
			t.Errorf("%s comes from %s, which comes from %s", s, base, further)
		}
	}
}
