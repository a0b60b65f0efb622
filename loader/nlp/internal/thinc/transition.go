package thinc

import "fmt"

// Transition scores the actions of a transition-based parser: spaCy's
// TransitionBasedParser. A state is described by a few tokens; each stands for
// a precomputed row, the rows are added and passed through maxout, and an
// affine layer turns the result into a score for each action
// (Chen and Manning 2014, https://aclanthology.org/D14-1082).
type Transition struct {
	features int
	reduce   *Affine   // [96] to [64], the end of the parser's tok2vec
	lower    *Affine   // [64] to [features][2][64]
	bias     []float32 // [2][64]
	pad      []float32 // [features][2][64], the row of a missing token
	upper    *Affine   // [64] to [actions]
}

// NewTransition finds the layers in m. features is the number of tokens that
// describe a state.
func NewTransition(m *Model, features int) (*Transition, error) {
	fail := func(err error) (*Transition, error) { return nil, fmt.Errorf("transition model: %w", err) }
	nodes, err := m.Exactly(1, "precomputable_affine")
	if err != nil {
		return fail(err)
	}
	w, err := nodes[0].Param("W", features, Hidden, statePieces, Hidden)
	if err != nil {
		return fail(err)
	}
	b, err := nodes[0].Param("b", Hidden, statePieces)
	if err != nil {
		return fail(err)
	}
	pad, err := nodes[0].Param("pad", 1, features, Hidden, statePieces)
	if err != nil {
		return fail(err)
	}
	// Breadth first, the layer over the actions comes before the one that
	// ends the tok2vec.
	linear, err := m.Exactly(2, "linear")
	if err != nil {
		return fail(err)
	}
	t := &Transition{features: features}
	if t.upper, err = readAffine(linear[0], Hidden); err != nil {
		return fail(err)
	}
	if t.reduce, err = readAffine(linear[1], Width); err != nil {
		return fail(err)
	}
	if t.reduce.nO != Hidden {
		return fail(fmt.Errorf("layer linear: %d outputs, want %d", t.reduce.nO, Hidden))
	}

	pieces := pieceOrder(Hidden, statePieces)
	order := make([]int, features*stateCols)
	t.pad = make([]float32, len(order))
	for c := range order {
		order[c] = c/stateCols*stateCols + pieces[c%stateCols]
		t.pad[c] = pad.Data[order[c]]
	}
	t.bias = make([]float32, stateCols)
	for c, r := range pieces {
		t.bias[c] = b.Data[r]
	}
	t.lower, err = NewAffine(w.Data, len(order), Hidden, nil, order)
	if err != nil {
		return fail(err)
	}
	return t, nil
}

// Actions returns the number of actions that are scored.
func (t *Transition) Actions() int { return t.upper.nO }

// stateBlocks is how many blocks of rows a State keeps: more than a state has
// features, so that all rows of one state are there at once.
const stateBlocks = 12

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
	rows   [stateBlocks][]float32 // [blockRows][features][2][64]
	input  [blockRows * Hidden]float32
	picked [][]float32
	hidden [Hidden]float32
	scores []float32
}

// Begin starts a document of n tokens; vectors are what Tok2Vec.Encode
// returned, and must stay until the last Score.
func (s *State) Begin(t *Transition, vectors []float32, n int) {
	s.model, s.vectors, s.tokens, s.calls = t, vectors, n, 0
	blocks := (n + blockRows - 1) / blockRows
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
	s.scores = grow(s.scores, t.upper.cols)
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
			row = t.pad[f*stateCols : (f+1)*stateCols]
		} else {
			rows := s.rowsOf(int(id) / blockRows)
			at := (int(id)%blockRows*t.features + f) * stateCols
			row = rows[at : at+stateCols]
		}
		s.picked = append(s.picked, row)
	}
	sumMaxout(s.picked, t.bias, s.hidden[:])
	t.upper.applyRow(s.hidden[:], s.scores)
	return s.scores[:t.upper.nO]
}

// rowsOf returns the rows of a block of tokens.
func (s *State) rowsOf(block int) []float32 {
	if at := s.slot[block]; at >= 0 {
		s.used[at] = s.calls
		return s.rows[at]
	}
	at := 0
	for i, u := range s.used {
		if u < s.used[at] {
			at = i
		}
	}
	if old := s.block[at]; old >= 0 {
		s.slot[old] = -1
	}
	s.slot[block], s.block[at], s.used[at] = int8(at), block, s.calls

	t := s.model
	s.rows[at] = grow(s.rows[at], blockRows*t.lower.cols)
	from := block * blockRows
	n := min(blockRows, s.tokens-from)
	t.reduce.apply(s.vectors[from*Width:], Width, n, s.input[:])
	t.lower.apply(s.input[:], Hidden, n, s.rows[at])
	return s.rows[at]
}
