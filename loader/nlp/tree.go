package nlp

// tree is the dependency tree of a document while the parser finishes it.
type tree struct {
	head        []int32 // a root heads itself
	label       []int16
	left, right []int32 // the ends of each token's subtree, both inclusive
	sentStart   []bool
	queue       []int32
}

// begin sets the tree for n tokens; the caller fills head and label.
func (t *tree) begin(n int) {
	t.head, t.label = resize(t.head, n), resize(t.label, n)
	t.left, t.right = resize(t.left, n), resize(t.right, n)
	t.sentStart = resize(t.sentStart, n)
}

// maxEdgeSweeps is how often spaCy sweeps over the tokens at most.
const maxEdgeSweeps = 12

// setEdges computes the ends of all subtrees, and makes the leftmost token of
// every root a sentence start.
func (t *tree) setEdges() {
	for i := range t.head {
		t.left[i], t.right[i] = int32(i), int32(i)
	}
	for range maxEdgeSweeps {
		for i := range t.head {
			t.widen(i)
		}
		for i := len(t.head) - 1; i >= 0; i-- {
			t.widen(i)
		}
		t.setSentStarts()
		if t.headsInSentences() {
			return
		}
	}
}

// widen makes the subtree of a token's head hold that of the token.
func (t *tree) widen(i int) {
	h := t.head[i]
	t.left[h] = min(t.left[h], t.left[i])
	t.right[h] = max(t.right[h], t.right[i])
}

func (t *tree) setSentStarts() {
	clear(t.sentStart)
	for i, h := range t.head {
		if int(h) == i {
			t.sentStart[t.left[i]] = true
		}
	}
}

// headsInSentences says that no token's head is outside the token's sentence.
// As in spaCy, the last token is not looked at.
func (t *tree) headsInSentences() bool {
	start, last := 0, len(t.head)-1
	for i := range t.head {
		if (i == 0 || !t.sentStart[i]) && i != last {
			continue
		}
		for _, h := range t.head[start:i] {
			if int(h) < start || int(h) > i {
				return false
			}
		}
		start = i
	}
	return true
}
