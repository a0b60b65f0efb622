package nlp_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/whomet/whomet/loader/nlp"
)

// checkLaws holds a parsed text to what is true of any.
func checkLaws(t *testing.T, d *nlp.Doc, text string) {
	t.Helper()
	if d.Text != text {
		t.Fatalf("Text is %q, want %q", d.Text, text)
	}
	checkTokens(t, d)
	checkTree(t, d)
	checkEnts(t, d)
}

// checkTokens: tokens and the spaces between them give the text back, and no
// token begins or ends inside a character.
func checkTokens(t *testing.T, d *nlp.Doc) {
	t.Helper()
	at := 0
	for i, k := range d.Tokens {
		if k.Start != at || k.End <= k.Start || k.Text != d.Text[k.Start:k.End] {
			t.Fatalf("token %d [%d, %d) %q of %q, want one that begins at %d", i, k.Start, k.End, k.Text, d.Text, at)
		}
		at = k.End
		if k.Space {
			if !strings.HasPrefix(d.Text[at:], " ") {
				t.Fatalf("token %d %q of %q: no space follows", i, k.Text, d.Text)
			}
			at++
		}
		if utf8.ValidString(d.Text) && !utf8.ValidString(k.Text) {
			t.Fatalf("token %d %q of %q splits a character", i, k.Text, d.Text)
		}
		if k.Tag == "" || k.Dep == "" || k.Lemma == "" {
			t.Fatalf("token %d %q of %q: tag %q, dep %q, lemma %q", i, k.Text, d.Text, k.Tag, k.Dep, k.Lemma)
		}
	}
	if at != len(d.Text) {
		t.Fatalf("tokens of %q end at %d of %d bytes", d.Text, at, len(d.Text))
	}
}

// checkTree: sentences cover the tokens; each has one root, to which every
// token leads; children and subtrees agree with the heads.
func checkTree(t *testing.T, d *nlp.Doc) {
	t.Helper()
	at := 0
	for n, s := range d.Sents {
		if s.Start != at || s.End <= s.Start {
			t.Fatalf("%q: sentence %d is %v, want one from %d", d.Text, n, s, at)
		}
		at = s.End
		roots := 0
		for i := s.Start; i < s.End; i++ {
			k := d.Tokens[i]
			if k.Sent != n {
				t.Fatalf("%q: token %d in sentence %d says %d", d.Text, i, n, k.Sent)
			}
			if k.Head < s.Start || k.Head >= s.End {
				t.Fatalf("%q: token %d of %v has its head at %d", d.Text, i, s, k.Head)
			}
			if k.Head == i {
				roots++
			}
			steps := 0
			for h := i; d.Tokens[h].Head != h; h = d.Tokens[h].Head {
				if steps++; steps > len(d.Tokens) {
					t.Fatalf("%q: token %d heads itself in a circle", d.Text, i)
				}
			}
			if k.Left > i || k.Right <= i {
				t.Fatalf("%q: token %d outside its subtree [%d, %d)", d.Text, i, k.Left, k.Right)
			}
		}
		if roots != 1 {
			t.Fatalf("%q: %d roots in sentence %v", d.Text, roots, s)
		}
	}
	if at != len(d.Tokens) {
		t.Fatalf("%q: sentences end at %d of %d tokens", d.Text, at, len(d.Tokens))
	}
	children := 0
	for i := range d.Tokens {
		last := -1
		for _, c := range d.Children(i) {
			if c <= last || d.Tokens[c].Head != i || c == i {
				t.Fatalf("%q: children of %d are %v", d.Text, i, d.Children(i))
			}
			last = c
			children++
		}
	}
	if children != len(d.Tokens)-len(d.Sents) {
		t.Fatalf("%q: %d children, want %d tokens less %d roots", d.Text, children, len(d.Tokens), len(d.Sents))
	}
}

// checkEnts: entities are in order, apart, inside a sentence, and their tokens
// say so.
func checkEnts(t *testing.T, d *nlp.Doc) {
	t.Helper()
	want := make([]string, len(d.Tokens))
	at := 0
	for _, e := range d.Ents {
		if e.Start < at || e.End <= e.Start || e.End > len(d.Tokens) || e.Label == "" {
			t.Fatalf("%q: entity %v", d.Text, e)
		}
		if d.Tokens[e.Start].Sent != d.Tokens[e.End-1].Sent {
			t.Fatalf("%q: entity %v in two sentences", d.Text, e)
		}
		at = e.End
		for i := e.Start; i < e.End; i++ {
			want[i] = "I" + e.Label
		}
		want[e.Start] = "B" + e.Label
	}
	for i, k := range d.Tokens {
		if want[i] == "" {
			want[i] = "O"
		}
		if got := string(k.EntIOB) + k.EntType; got != want[i] {
			t.Fatalf("%q: token %d says %s, want %s", d.Text, i, got, want[i])
		}
	}
}

func FuzzParse(f *testing.F) {
	p := pipeline(f)
	for _, ref := range references(f) {
		f.Add(ref.text)
	}
	f.Add("AZk what,X do; lA\xe0") // arcs that cross, and an edge beyond the head's
	f.Add("bad \xff\xfe UTF-8 \xe2\x82 here\x80.")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 10_000 {
			t.Skip("long")
		}
		checkLaws(t, p.Parse(text), text)
	})
}

func FuzzRunes(f *testing.F) {
	f.Add("plain", 3)
	f.Add("naïve "+strings.Repeat("日本", 60), 100)
	f.Add(strings.Repeat("x", 63)+"é"+strings.Repeat("😀", 40), 66)
	f.Add("\xff\xfe"+strings.Repeat("é", 50)+"\xe2\x82", 64)
	f.Fuzz(func(t *testing.T, text string, at int) {
		d := &nlp.Doc{Text: text}
		at = max(0, min(at, len(text)))
		if want := utf8.RuneCountInString(text[:at]); at == len(text) || utf8.RuneStart(text[at]) {
			if got := d.Runes(at); got != want {
				t.Errorf("Runes(%d) of %q = %d, want %d", at, text, got, want)
			}
		}
		for i := 1; i <= len(text); i++ {
			if d.Runes(i) < d.Runes(i-1) {
				t.Fatalf("Runes falls at %d of %q", i, text)
			}
		}
	})
}

// TestLongWords parses words that are long enough for anything slower than
// linear to be felt.
func TestLongWords(t *testing.T) {
	p := pipeline(t)
	for _, word := range []string{"http://a.b/", "127.0.0.1:", "a:b@", "a@b.c,", "x-", "(", "'s", "..", "é(", "5km"} {
		text := strings.Repeat(word, 40_000/len(word))
		d := p.Parse(text)
		if d.Text != text {
			t.Fatalf("%q…: another text", word)
		}
		checkTokens(t, d)
	}
}
