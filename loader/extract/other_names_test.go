package extract

import (
	"slices"
	"testing"
)

// Names that a text says are another's too are one entity's, and today's is
// its name.
func TestOtherNames(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Executives of Velmora Group, formerly known as Harrow Brothers, met regulators. Harrow Brothers had lost money.", []string{"ORG Velmora Group"}},
		{"The deal was signed by Velmora Holdings (formerly Harrow Oil Company). Velmora Holdings is based in Oslo.", []string{"ORG Velmora Holdings", "PLA Oslo"}},
		{"Harrow Brothers, which changed its name to Velmora Group last year, met regulators.", []string{"ORG Velmora Group"}},
		{"The Harrow Institute was renamed the Velmora Centre in May.", []string{"ORG Velmora Centre"}},
		{"Harrow Bank, now known as Velmora Bank, met regulators.", []string{"ORG Velmora Bank"}},
		{"Ahmed Darwish, formerly known as Abu Khalid al-Tunisi, met the envoy. Tunisi spoke first.", []string{"PER Ahmed Darwish"}},
		{"Maria Vestergaard, born Maria Lindqvist in Malmo, met the envoy.", []string{"PER Maria Vestergaard", "PLA Malmo"}},
		// What is not said to be another name.
		{"The Velmora Group met Harrow Brothers, formerly its rival.", []string{"ORG Harrow Brothers", "ORG Velmora Group"}},
		{"Peter Vestergaard called Maria Lindqvist on Monday.", []string{"PER Maria Lindqvist", "PER Peter Vestergaard"}},
		{"Peter Vestergaard, known as Maria Lindqvist's heir, met the envoy.", []string{"PER Maria Lindqvist", "PER Peter Vestergaard"}},
		{"Peter Vestergaard, formerly Maria Lindqvist's aide, met the envoy.", []string{"PER Maria Lindqvist", "PER Peter Vestergaard"}},
		{"Peter Vestergaard named Maria Lindqvist as his deputy.", []string{"PER Maria Lindqvist", "PER Peter Vestergaard"}},
	} {
		if got := readText(t, c.text).named(); !slices.Equal(got, c.want) {
			t.Errorf("%q names %q, want %q", c.text, got, c.want)
		}
	}
}
