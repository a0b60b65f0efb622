package nlp_test

import (
	"strings"
	"testing"
	"unicode"
)

// TestWriteCoNLLU checks what the example does not show: white space tokens,
// several sentences, offsets after characters of several bytes.
func TestWriteCoNLLU(t *testing.T) {
	p := pipeline(t)
	for _, ref := range references(t) {
		var b strings.Builder
		d := p.Parse(ref.text)
		if err := d.WriteCoNLLU(&b, ""); err != nil {
			t.Fatal(err)
		}
		words := 0
		for _, k := range d.Tokens {
			if strings.TrimFunc(k.Text, func(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }) != "" {
				words++
			}
		}
		rows, roots, sentences := 0, 0, 0
		for line := range strings.Lines(b.String()) {
			if line == "\n" {
				sentences++
			}
			if line == "\n" || strings.HasPrefix(line, "# ") {
				continue
			}
			columns := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			if len(columns) != 10 {
				t.Fatalf("%q: line %q has %d columns", ref.text, line, len(columns))
			}
			for _, c := range columns {
				if c == "" {
					t.Fatalf("%q: line %q has an empty column", ref.text, line)
				}
			}
			rows++
			if columns[6] == "0" {
				roots++
			}
			if (columns[6] == "0") != (columns[7] == "root") {
				t.Errorf("%q: head %s by %s", ref.text, columns[6], columns[7])
			}
		}
		if rows != words {
			t.Errorf("%q: %d lines, want %d words", ref.text, rows, words)
		}
		if roots != sentences {
			t.Errorf("%q: %d roots in %d sentences", ref.text, roots, sentences)
		}
	}
}
