package nlp

// deprojectivize undoes what training did to arcs that cross others: such a
// token was attached higher up, under a label "dep||head" that names the label
// of its true head as well (Nivre and Nilsson 2005). It returns whether there
// was one; the tree's edges are then out of date.
func (p *parser) deprojectivize(t *tree, spans []span) bool {
	found := false
	for i, label := range t.label {
		if parts, ok := p.decorated[label]; ok {
			found = true
			t.head[i] = t.lift(int32(i), parts[1], spans)
			t.label[i] = parts[0]
		}
	}
	return found
}

// lift returns the token that token i should hang from: the nearest one below
// its head, breadth first, that has the label; else its head as it is.
func (t *tree) lift(i int32, label int16, spans []span) int32 {
	t.queue = append(t.queue[:0], t.head[i])
	for k := 0; k < len(t.queue); k++ {
		q := t.queue[k]
		for c := t.left[q]; c <= t.right[q]; c++ {
			if c == q || c == i || t.head[c] != q || spans[c].lex.space {
				continue
			}
			if t.label[c] == label {
				return c
			}
			t.queue = append(t.queue, c)
		}
	}
	return t.head[i]
}
