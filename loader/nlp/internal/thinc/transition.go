package thinc

import (
	"fmt"
	"math"
)

// Transition scores the actions of a transition-based parser: spaCy's
// TransitionBasedParser. A state is described by a few tokens; each stands for
// a precomputed row, the rows are added and passed through maxout, and an
// affine layer turns the result into a score for each action
// (Chen and Manning 2014, https://aclanthology.org/D14-1082).
type Transition struct {
	features, hidden, cols int // cols: pieces of all hidden outputs

	reduce *Affine   // to [hidden], the end of the parser's tok2vec
	lower  *Affine   // [hidden] to [features][cols]
	bias   []float32 // [cols]
	pad    []float32 // [features][cols], the row of a missing token
	upper  *Affine   // [hidden] to [actions]; nil if the hidden outputs are the scores
}

// NewTransition finds the layers in m.
func NewTransition(m *Model) (*Transition, error) {
	t := &Transition{}
	if err := t.read(m); err != nil {
		return nil, fmt.Errorf("transition model: %w", err)
	}
	return t, nil
}

func (t *Transition) read(m *Model) error {
	nodes, err := m.Exactly(1, "precomputable_affine")
	if err != nil {
		return err
	}
	w, err := nodes[0].Param("W", -1, -1, -1, -1)
	if err != nil {
		return err
	}
	features, hidden, pieces, nI := w.Shape[0], w.Shape[1], w.Shape[2], w.Shape[3]
	t.features, t.hidden, t.cols = features, hidden, hidden*pieces
	b, err := nodes[0].Param("b", hidden, pieces)
	if err != nil {
		return err
	}
	pad, err := nodes[0].Param("pad", 1, features, hidden, pieces)
	if err != nil {
		return err
	}
	// Breadth first, the layer over the actions comes before the one that
	// ends the tok2vec.
	linear := m.All("linear")
	switch len(linear) {
	case 1:
	case 2:
		if t.upper, err = readAffine(linear[0]); err != nil {
			return err
		}
		if t.upper.nI != hidden {
			return fmt.Errorf("layer linear: %d inputs, want %d", t.upper.nI, hidden)
		}
	default:
		return fmt.Errorf("%d layers of linear, want 2 at most", len(linear))
	}
	if t.reduce, err = readAffine(linear[len(linear)-1]); err != nil {
		return err
	}
	if t.reduce.nO != nI {
		return fmt.Errorf("layer linear: %d outputs, want %d", t.reduce.nO, nI)
	}

	order := make([]int, 0, features*t.cols)
	for f := range features {
		for _, o := range pieceOrder(hidden, pieces) {
			order = append(order, f*t.cols+o)
		}
	}
	for _, from := range order {
		t.pad = append(t.pad, pad.Data[from])
	}
	for _, from := range order[:t.cols] {
		t.bias = append(t.bias, b.Data[from])
	}
	t.lower, err = NewAffine(w.Data, features*t.cols, nI, nil, order)
	return err
}

// Inputs returns the width of the vectors that it wants.
func (t *Transition) Inputs() int { return t.reduce.nI }

// Features returns how many tokens describe a state.
func (t *Transition) Features() int { return t.features }

// Actions returns the number of actions that are scored.
func (t *Transition) Actions() int {
	if t.upper == nil {
		return t.hidden
	}
	return t.upper.nO
}

// stateRows is how many tokens' rows a State computes together, and
// stateBlocks how many such blocks it keeps: more than a state has features,
// so that all rows of one state are there at once.
const (
	stateRows   = 48
	stateBlocks = 16
)

// State scores the states of one document after another. It computes the rows
// of tokens block by block when they are first asked for, and forgets those
// not used for longest: a parser seldom looks far back. The zero value is
// ready. One goroutine.
type State struct {
	model   *Transition
	vectors []float32
	tokens  int

	slot   []int8 // of each block of tokens: where its rows are, or -1
	block  [stateBlocks]int
	used   [stateBlocks]int // the call of Score that last needed the slot
	calls  int
	rows   [stateBlocks][]float32 // [stateRows][features][cols]
	input  []float32              // [stateRows][inputs of lower]
	picked [][]float32
	hidden []float32
	scores []float32
}

// Begin starts a document of n tokens; vectors are what Tok2Vec.Encode
// returned, and must stay until the last Score.
func (s *State) Begin(t *Transition, vectors []float32, n int) {
	s.model, s.vectors, s.tokens, s.calls = t, vectors, n, 0
	blocks := (n + stateRows - 1) / stateRows
	if cap(s.slot) < blocks {
		s.slot = make([]int8, blocks+blocks/4)
	}
	s.slot = s.slot[:blocks]
	for i := range s.slot {
		s.slot[i] = -1
	}
	for i := range s.block {
		s.block[i], s.used[i] = -1, -1
	}
	s.hidden = grow(s.hidden, t.hidden+panelCols)
	clear(s.hidden[t.hidden:])
	if t.upper != nil {
		s.scores = grow(s.scores, t.upper.cols)
	}
}

// Score returns the scores of all actions in the state that tokens describe,
// one for each feature; a negative one is missing. The slice is valid until
// the next call.
func (s *State) Score(tokens []int32) []float32 {
	t := s.model
	s.calls++
	s.picked = s.picked[:0]
	for f, id := range tokens {
		var row []float32
		if id < 0 {
			row = t.pad[f*t.cols:]
		} else {
			row = s.rowsOf(int(id) / stateRows)[int(id)%stateRows*t.lower.cols+f*t.cols:]
		}
		s.picked = append(s.picked, row[:t.cols])
	}
	kernel.sumMaxout(s.picked, t.bias, s.hidden[:t.hidden])
	if t.upper == nil {
		return s.hidden[:t.hidden]
	}
	t.upper.applyRow(s.hidden, s.scores)
	return s.scores[:t.upper.nO]
}

// rowsOf returns the rows of a block of tokens.
func (s *State) rowsOf(block int) []float32 {
	if at := s.slot[block]; at >= 0 {
		s.used[at] = s.calls
		return s.rows[at]
	}
	at, oldest := 0, math.MaxInt
	for i, u := range s.used {
		if u < oldest {
			at, oldest = i, u
		}
	}
	if old := s.block[at]; old >= 0 {
		s.slot[old] = -1
	}
	s.slot[block], s.block[at], s.used[at] = int8(at), block, s.calls

	t := s.model
	s.rows[at] = grow(s.rows[at], stateRows*t.lower.cols)
	s.input = grow(s.input, stateRows*t.reduce.cols+panelCols)
	from := block * stateRows
	n := min(stateRows, s.tokens-from)
	t.reduce.apply(s.vectors[from*t.reduce.nI:], t.reduce.nI, n, s.input)
	t.lower.apply(s.input, t.reduce.cols, n, s.rows[at])
	return s.rows[at]
}
