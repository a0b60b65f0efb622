package nlp

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// WriteCoNLLU writes d in the CoNLL-U format
// (https://universaldependencies.org/format.html), sentence by sentence. XPOS
// is the Penn tag, DEPREL spaCy's label, "root" for a root. MISC holds
// SpaceAfter=No, NE=B-PERSON and the like, and the token's range in code
// points, TokenRange=12:18. Tokens of white space, which the format cannot
// hold, are left out: what hangs from one hangs from its head instead, or is a
// root if the white space is one.
func (d *Doc) WriteCoNLLU(w io.Writer) error {
	b := bufio.NewWriter(w)
	ids := make([]int, len(d.Tokens)) // in the sentence, from 1; 0: left out
	for n, s := range d.Sents {
		id := 0
		for i := s.Start; i < s.End; i++ {
			if !allSpace(d.Tokens[i].Text) {
				id++
				ids[i] = id
			}
		}
		if id == 0 {
			continue
		}
		fmt.Fprintf(b, "# sent_id = %d\n# text = %s\n", n+1, strings.Join(strings.Fields(d.TextOf(s)), " "))
		for i := s.Start; i < s.End; i++ {
			if ids[i] > 0 {
				d.writeCoNLLUToken(b, ids, i)
			}
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

func (d *Doc) writeCoNLLUToken(b *bufio.Writer, ids []int, i int) {
	t := &d.Tokens[i]
	h := i
	for h != d.Tokens[h].Head && (h == i || ids[h] == 0) {
		h = d.Tokens[h].Head
	}
	head, dep := ids[h], t.Dep
	if h == i || head == 0 {
		head, dep = 0, "root"
	}
	misc := fmt.Sprintf("TokenRange=%d:%d", d.Runes(t.Start), d.Runes(t.End))
	if t.EntType != "" {
		misc = fmt.Sprintf("NE=%c-%s|%s", t.EntIOB, t.EntType, misc)
	}
	if next, _ := utf8.DecodeRuneInString(d.Text[t.End:]); t.End < len(d.Text) && !isSpace(next) {
		misc = "SpaceAfter=No|" + misc
	}
	fmt.Fprintf(b, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n",
		ids[i], field(t.Text), field(t.Lemma), field(t.POS), field(t.Tag), field(t.Morph), head, field(dep), misc)
}

// field is s as a column of CoNLL-U: _ where there is nothing.
func field(s string) string {
	if s == "" {
		return "_"
	}
	return strings.Join(strings.Fields(s), " ")
}
