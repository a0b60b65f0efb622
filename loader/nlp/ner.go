package nlp

import (
	"fmt"
	"math"
	"slices"

	"github.com/whomet/whomet/loader/nlp/internal/thinc"
)

// The moves of the entity recognizer, one for each token (BILUO). MISSING is
// for training only.
const (
	nerMissing = iota
	nerBegin
	nerIn
	nerLast
	nerUnit
	nerOut
	nerMoves
)

// nerFeatures is how many tokens describe a state to the model, and
// nerFeaturesExtra with extra_state_tokens.
const (
	nerFeatures      = 3
	nerFeaturesExtra = 6
)

// recognizer finds named entities (spaCy's ner). It looks at the parser's
// sentences: no entity crosses their bounds.
type recognizer struct {
	tok2vec *embedder
	model   *thinc.Transition
	actions *actions
	labels  *labels
	inside  [nerMoves][]int // the action of each label, or -1
	unused  []int           // actions without a label, which training never used
}

// newRecognizer puts a recognizer together from its model and its moves file.
func newRecognizer(m *thinc.Model, moves []byte) (*recognizer, error) {
	r := &recognizer{}
	var err error
	if r.tok2vec, err = ownEmbedder(m, nerVector); err != nil {
		return nil, err
	}
	if r.model, err = thinc.NewTransition(m); err != nil {
		return nil, err
	}
	if f := r.model.Features(); f != nerFeatures && f != nerFeaturesExtra {
		return nil, fmt.Errorf("states of %d tokens are not supported", f)
	}
	r.actions, r.labels, err = readMoves(moves, nerMoves, func(move int8, label string) bool {
		return move != nerMissing && (move != nerOut || label == "")
	})
	if err != nil {
		return nil, fmt.Errorf("moves: %w", err)
	}
	if len(r.actions.all) != r.model.Actions() {
		return nil, fmt.Errorf("%d actions with %d scores", len(r.actions.all), r.model.Actions())
	}
	for move := range r.inside {
		r.inside[move] = slices.Repeat([]int{-1}, len(r.labels.names))
	}
	for i, a := range r.actions.all {
		r.inside[a.move][a.label] = i
		if a.label == 0 && a.move != nerOut {
			r.unused = append(r.unused, i)
		}
	}
	return r, nil
}

// recognize returns the entities in w.spans.
func (r *recognizer) recognize(w *worker) []Ent {
	n := len(w.spans)
	w.state.Begin(r.model, w.vectors(r.tok2vec), n)
	var ents []Ent
	start, label := -1, int16(0) // the open entity
	for i := range n {
		w.described = nerState(w.described[:0], r.model.Features(), i, start)
		scores := w.state.Score(w.described)
		for _, k := range r.unused {
			scores[k] = float32(math.Inf(-1))
		}

		more := i+1 < n && !w.tree.sentStart[i+1]
		at := -1
		for move, ok := range r.valid(start >= 0, more, w.spans[i].lex.space) {
			if !ok {
				continue
			}
			if start < 0 {
				at = r.actions.best(scores, move, at)
			} else if k := r.inside[move][label]; k >= 0 && (at < 0 || scores[k] > scores[at]) {
				at = k // inside an entity only its label goes on
			}
		}
		if at < 0 {
			continue
		}
		switch a := r.actions.all[at]; a.move {
		case nerBegin:
			start, label = i, a.label
		case nerLast:
			ents = append(ents, Ent{start, i + 1, r.labels.names[label]})
			start = -1
		case nerUnit:
			ents = append(ents, Ent{i, i + 1, r.labels.names[a.label]})
		}
	}
	return ents
}

// nerState appends the n tokens that describe a state: token i, and of the
// entity that begins at start, if it is not negative, the first and the last so
// far; with extra_state_tokens the first five.
func nerState(to []int32, n, i, start int) []int32 {
	to = append(to, int32(i))
	switch {
	case start >= 0 && n == nerFeatures:
		return append(to, int32(start), int32(i-1))
	case start >= 0:
		for t := start; t < i && len(to) < n; t++ {
			to = append(to, int32(t))
		}
	}
	for len(to) < n {
		to = append(to, -1)
	}
	return to
}

// valid says which moves are allowed: more is whether the sentence goes on
// after this token, and space whether the token is white space.
func (r *recognizer) valid(open, more, space bool) [nerMoves]bool {
	return [nerMoves]bool{
		nerBegin: !open && more && !space,
		nerIn:    open && more,
		nerLast:  open,
		nerUnit:  !open && !space,
		nerOut:   !open,
	}
}
