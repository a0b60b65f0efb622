package nlp

import "slices"

// The moves of the arc-eager system (Nivre 2003), as spaCy extends it: BREAK
// begins a sentence, REDUCE gives a token without a head back to the buffer
// (Honnibal and Johnson 2014), and arcs may be attached anew.
const (
	moveShift = iota
	moveReduce
	moveLeft
	moveRight
	moveBreak
	parserMoves
)

// arcEager is the state of a parse: a stack, a buffer and the arcs so far.
// Tokens are numbered; -1 is none.
type arcEager struct {
	n           int32
	next        int32   // first token of the buffer not yet read
	returned    []int32 // tokens given back to the buffer's front, last first
	stack       []int32
	head        []int32
	label       []int16
	leftChild   []int32 // latest left and right child of each token
	rightChild  []int32
	sibling     []int32 // the child that was latest before this one
	unshiftable []bool
	sentStart   []bool
	given       []int // sentence starts that the caller gave
}

// begin sets the state for n tokens, n > 0, of which those of starts begin
// sentences.
func (a *arcEager) begin(n int, starts []int) {
	a.n, a.next = int32(n), 0
	a.stack, a.returned = a.stack[:0], a.returned[:0]
	for _, s := range []*[]int32{&a.head, &a.leftChild, &a.rightChild, &a.sibling} {
		*s = resize(*s, n)
		for i := range *s {
			(*s)[i] = -1
		}
	}
	a.label = resize(a.label, n)
	a.unshiftable = resize(a.unshiftable, n)
	a.sentStart = resize(a.sentStart, n)
	clear(a.label)
	clear(a.unshiftable)
	clear(a.sentStart)
	a.sentStart[0] = true
	for _, i := range starts {
		a.sentStart[i] = true
	}
	a.given = starts
}

// resize returns s with length n; its content is lost.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/4)[:n]
	}
	return s[:n]
}

func (a *arcEager) done() bool { return len(a.stack) == 0 && a.buffered() == 0 }

// buffered returns how many tokens are in the buffer.
func (a *arcEager) buffered() int { return int(a.n-a.next) + len(a.returned) }

// s returns the i-th token from the top of the stack.
func (a *arcEager) s(i int) int32 {
	if i >= len(a.stack) {
		return -1
	}
	return a.stack[len(a.stack)-1-i]
}

// b returns the i-th token of the buffer.
func (a *arcEager) b(i int) int32 {
	if i < len(a.returned) {
		return a.returned[len(a.returned)-1-i]
	}
	if t := a.next + int32(i-len(a.returned)); t < a.n {
		return t
	}
	return -1
}

// features appends the tokens that describe the state: n of them, 8 or, with
// spaCy's extra_state_tokens, 13.
func (a *arcEager) features(to []int32, n int) []int32 {
	b0, s0, s1 := a.b(0), a.s(0), a.s(1)
	to = append(to, b0, a.b(1), s0, s1, a.s(2))
	if n == parserFeatures {
		return append(to, latest(a.leftChild, b0), latest(a.leftChild, s0), latest(a.rightChild, s0))
	}
	left, right := latest(a.leftChild, s1), latest(a.rightChild, s1)
	return append(to,
		latest(a.leftChild, s0), latest(a.rightChild, s0), latest(a.leftChild, b0), latest(a.sibling, latest(a.rightChild, s0)),
		left, latest(a.sibling, left), right, latest(a.sibling, right))
}

// parserFeatures is how many tokens describe a state to the model, and
// parserFeaturesExtra with extra_state_tokens.
const (
	parserFeatures      = 8
	parserFeaturesExtra = 13
)

// latest returns of[t], or no token if t is none.
func latest(of []int32, t int32) int32 {
	if t < 0 {
		return -1
	}
	return of[t]
}

// valid says which moves are allowed.
func (a *arcEager) valid() (ok [parserMoves]bool) {
	n, b0, b1 := a.buffered(), a.b(0), a.b(1)
	starts := b0 >= 0 && a.sentStart[b0]
	if len(a.stack) == 0 {
		ok[moveShift] = true
	} else {
		ok[moveShift] = n >= 2 && !starts && !a.unshiftable[b0]
		ok[moveReduce] = true
		ok[moveLeft] = n > 0 && !starts
		ok[moveRight] = ok[moveLeft]
	}
	// a sentence that the caller saw begin is more than its first word: in
	// "June 1 - U.S. President X" the "U.S." would pass for one
	ok[moveBreak] = n >= 2 && b1 == b0+1 && !a.sentStart[b1] && !slices.Contains(a.given, int(b0))
	return ok
}

// do makes a move that is valid.
func (a *arcEager) do(m action) {
	b0, s0 := a.b(0), a.s(0)
	switch m.move {
	case moveShift:
		a.push()
	case moveReduce:
		depth := len(a.stack)
		a.stack = a.stack[:depth-1]
		if a.head[s0] < 0 && depth > 1 {
			a.unshiftable[s0] = true
			a.returned = append(a.returned, s0)
		}
	case moveLeft:
		a.attach(s0, b0, m.label)
		a.unshiftable[b0] = false
		a.stack = a.stack[:len(a.stack)-1]
	case moveRight:
		a.attach(b0, s0, m.label)
		a.push()
	case moveBreak:
		a.sentStart[a.b(1)] = true
	}
}

// push moves the first token of the buffer to the stack.
func (a *arcEager) push() {
	if k := len(a.returned); k > 0 {
		a.stack = append(a.stack, a.returned[k-1])
		a.returned = a.returned[:k-1]
		return
	}
	a.stack = append(a.stack, a.next)
	a.next++
}

// attach makes child a child of head, and of no other token. A token that is
// attached anew is always the latest child of its old head.
func (a *arcEager) attach(child, head int32, label int16) {
	if old := a.head[child]; old >= 0 {
		if of := a.children(old, child); of[old] == child {
			of[old] = a.sibling[child]
		}
	}
	of := a.children(head, child)
	a.sibling[child], of[head] = of[head], child
	a.head[child], a.label[child] = head, label
}

// children returns the list that a child on child's side of head is in.
func (a *arcEager) children(head, child int32) []int32 {
	if head > child {
		return a.leftChild
	}
	return a.rightChild
}
