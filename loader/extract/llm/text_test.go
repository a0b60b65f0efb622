package llm

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/whomet/whomet/graph"
)

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, words, want string }{
		{"Ann Lee met Bo Ek.", "Ann Lee", "Ann Lee"},
		{"Ann\n  Lee met Bo Ek.", "Ann Lee", "Ann\n  Lee"},
		{"“Peace,” she said.", `"Peace," she said.`, "“Peace,” she said."},
		{`"Peace" — at last`, "“Peace” - at last", `"Peace" — at last`},
		{"Lee’s visit", "Lee's visit", "Lee’s visit"},
		{"He waited… and left", "waited... and", "waited… and"},
		{"co\u00adoperation grew", "cooperation", "co\u00adoperation"},
		{"Élise Ångström in Malmö", "Ångström", "Ångström"},
		{"  Ann Lee", "  Ann Lee ", "Ann Lee"},
		{"Leeds is a town, and Lee a man", "Lee", "Lee"},
		{"Leeds is a town", "Lee", ""},
		{"Ann Lee", "ann lee", ""},
		{"Ann Lee", "Ann Marie Lee", ""},
		{"Ann Lee", "", ""},
		{"Ann Lee", " \n", ""},
	} {
		x := newText(c.text)
		s, ok := x.find(c.words, 0)
		if got := c.text[s.Start:s.End]; ok != (c.want != "") || got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.words, c.text, got, c.want)
		}
	}
}

// TestFindFrom finds what stands behind a place before what stands before it.
func TestFindFrom(t *testing.T) {
	x := newText("Monday, and Monday")
	if s, _ := x.find("Monday", 3); s.Start != 12 {
		t.Errorf("found at %d, want 12", s.Start)
	}
	if s, _ := x.find("Monday", 15); s.Start != 0 {
		t.Errorf("found at %d, want 0", s.Start)
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Ann met Bo. They spoke.", []string{"Ann met Bo.", "They spoke."}},
		{"U.S. President Ann Lee met Gen. Bo Ek. They spoke.", []string{"U.S. President Ann Lee met Gen. Bo Ek.", "They spoke."}},
		{"Headline without a stop\n\nThe text begins. It ends", []string{"Headline without a stop", "The text begins.", "It ends"}},
		{"It cost 3.5 million. “Too much,” said J. Doe.", []string{"It cost 3.5 million.", "“Too much,” said J. Doe."}},
		{"", nil},
		{" \n ", nil},
	} {
		var got []string
		for _, s := range sentences(c.text) {
			got = append(got, strings.TrimSpace(c.text[s.Start:s.End]))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// FuzzFind holds that what is found says, folded, what was sought; that the
// sentence around it holds it; and that code points count runes.
func FuzzFind(f *testing.F) {
	for _, words := range []string{"Karen Holm", "“will receive”", "Aarhus on\n12 May", "…", "\u00ad", "é"} {
		f.Add(ferry, words)
	}
	f.Add("a\u00ad b “c” — d", "b \"c\"")
	f.Fuzz(func(t *testing.T, text, words string) {
		if !utf8.ValidString(text) || !utf8.ValidString(words) {
			t.Skip()
		}
		x := newText(text)
		s, ok := x.find(words, len(text)/2)
		if !ok {
			return
		}
		found, _ := fold(text[s.Start:s.End])
		sought, _ := fold(strings.TrimSpace(words))
		if strings.TrimSpace(found) != strings.TrimSpace(sought) {
			t.Errorf("sought %q, found %q", sought, found)
		}
		if around := x.around(s); !holds(around, s) {
			t.Errorf("%v is not inside %v", s, around)
		}
		start, end, got := x.codePoints(s)
		if got != string([]rune(text)[start:end]) {
			t.Errorf("[%d,%d) is %q, want %q", start, end, string([]rune(text)[start:end]), got)
		}
	})
}

func holds(outer, inner graph.Span) bool { return outer.Start <= inner.Start && inner.End <= outer.End }
