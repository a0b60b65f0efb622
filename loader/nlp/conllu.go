package nlp

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// WriteCoNLLU writes d in the CoNLL-U format
// (https://universaldependencies.org/format.html), sentence by sentence; the
// id of sentence n is prefix and n, from 1. XPOS is the Penn tag, DEPREL
// spaCy's label, "root" for a root. MISC holds SpaceAfter=No, NE=B-PERSON and
// the like, and the token's range in code points, TokenRange=12:18.
//
// Tokens of white space, which the format cannot hold, are left out: what hangs
// from one hangs from its head instead. Where that is the root, the first of
// its children is the root instead, and the others hang from this one.
func (d *Doc) WriteCoNLLU(w io.Writer, prefix string) error {
	b := bufio.NewWriter(w)
	ids := make([]int, len(d.Tokens)) // in the sentence, from 1; 0: left out
	n := 0
	for _, s := range d.Sents {
		id, root := 0, -1
		for i := s.Start; i < s.End; i++ {
			if !allSpace(d.Tokens[i].Text) {
				id++
				ids[i] = id
			}
		}
		if id == 0 {
			continue
		}
		for i := s.Start; i < s.End && root < 0; i++ {
			if ids[i] > 0 && d.wordAbove(ids, i) < 0 {
				root = i
			}
		}
		n++
		fmt.Fprintf(b, "# sent_id = %s%d\n# text = %s\n", prefix, n, field(d.TextOf(s)))
		for i := s.Start; i < s.End; i++ {
			if ids[i] > 0 {
				d.writeCoNLLUToken(b, ids, i, root)
			}
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

// wordAbove returns the nearest token above token i that has an id, or -1.
func (d *Doc) wordAbove(ids []int, i int) int {
	for h := d.Tokens[i].Head; h != i; i, h = h, d.Tokens[h].Head {
		if ids[h] > 0 {
			return h
		}
	}
	return -1
}

// writeCoNLLUToken writes the line of token i in the sentence of root.
func (d *Doc) writeCoNLLUToken(b *bufio.Writer, ids []int, i, root int) {
	t := &d.Tokens[i]
	head, dep := 0, "root"
	if i != root {
		head, dep = ids[root], field(t.Dep)
		if h := d.wordAbove(ids, i); h >= 0 {
			head = ids[h]
		}
	}
	misc := fmt.Sprintf("TokenRange=%d:%d", d.Runes(t.Start), d.Runes(t.End))
	if t.EntType != "" {
		misc = fmt.Sprintf("NE=%c-%s|%s", t.EntIOB, t.EntType, misc)
	}
	if next, _ := utf8.DecodeRuneInString(d.Text[t.End:]); t.End < len(d.Text) && !isSpace(next) {
		misc = "SpaceAfter=No|" + misc
	}
	fmt.Fprintf(b, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n",
		ids[i], field(t.Text), field(t.Lemma), field(t.POS), field(t.Tag), field(t.Morph), head, dep, misc)
}

// field is s as a column of CoNLL-U: _ where there is nothing.
func field(s string) string {
	if s == "" {
		return "_"
	}
	return strings.Join(strings.Fields(s), " ")
}
