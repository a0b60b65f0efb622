package nlp

// newDoc makes the Doc of a tokenized text.
func newDoc(text string, spans []span) *Doc {
	d := &Doc{Text: text, Tokens: make([]Token, len(spans)), childFrom: []int{0}}
	at := 0
	for i, s := range spans {
		end := at + len(s.lex.text)
		d.Tokens[i] = Token{
			Start: at, End: end, Space: s.space, Text: text[at:end],
			Lower: s.lex.lower, Norm: s.lex.norm, Shape: s.lex.shape, EntIOB: 'O',
		}
		at = end
		if s.space {
			at++
		}
	}
	return d
}

// setTree takes heads, labels and sentences from t.
func (d *Doc) setTree(t *tree, labels []string) {
	for i := range d.Tokens {
		if i == 0 || t.sentStart[i] {
			d.Sents = append(d.Sents, Span{i, i})
		}
		sent := len(d.Sents) - 1
		d.Sents[sent].End = i + 1
		k := &d.Tokens[i]
		k.Dep, k.Head, k.Sent = labels[t.label[i]], int(t.head[i]), sent
		k.Left, k.Right = int(t.left[i]), int(t.right[i])+1
	}
	d.linkChildren()
}

// setEnts takes the entities and marks their tokens.
func (d *Doc) setEnts(ents []Ent) {
	d.Ents = ents
	for _, e := range ents {
		for i := e.Start; i < e.End; i++ {
			d.Tokens[i].EntIOB, d.Tokens[i].EntType = 'I', e.Label
		}
		d.Tokens[e.Start].EntIOB = 'B'
	}
}

// linkChildren fills the adjacency that Children reads, from the heads.
func (d *Doc) linkChildren() {
	n := len(d.Tokens)
	from := make([]int, n+2)
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; h != i {
			from[h+2]++
		}
	}
	for i := 2; i < len(from); i++ {
		from[i] += from[i-1]
	}
	list := make([]int, from[n+1])
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; h != i {
			list[from[h+1]] = i
			from[h+1]++
		}
	}
	d.childFrom, d.childList = from[:n+1], list
}

// Reattach hangs tokens on other heads of their sentences, given as token to
// head, and brings children and subtrees in line. It is for readers that know
// better than the parser; heads must not make circles.
func (d *Doc) Reattach(heads map[int]int) {
	if len(heads) == 0 {
		return
	}
	sents := map[int]bool{}
	for i, h := range heads {
		d.Tokens[i].Head = h
		sents[d.Tokens[i].Sent] = true
	}
	for s := range sents {
		span := d.Sents[s]
		for i := span.Start; i < span.End; i++ {
			d.Tokens[i].Left, d.Tokens[i].Right = i, i+1
		}
		for i := span.Start; i < span.End; i++ {
			for h := i; d.Tokens[h].Head != h; {
				h = d.Tokens[h].Head
				d.Tokens[h].Left, d.Tokens[h].Right = min(d.Tokens[h].Left, i), max(d.Tokens[h].Right, i+1)
			}
		}
	}
	d.linkChildren()
}
