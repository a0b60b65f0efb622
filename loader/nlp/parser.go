package nlp

import (
	"fmt"
	"strings"

	"github.com/whomet/whomet/loader/nlp/internal/thinc"
)

// parser finds the dependency tree and, with it, the sentences.
type parser struct {
	tok2vec *embedder
	model   *thinc.Transition
	actions *actions
	labels  *labels
	root    int16 // label of a token without a head
	// decorated has, for a label "a||b", the labels a and b.
	decorated map[int16][2]int16
}

// newParser puts a parser together from its model and its moves file.
func newParser(m *thinc.Model, moves []byte) (*parser, error) {
	p := &parser{decorated: map[int16][2]int16{}}
	var err error
	if p.tok2vec, err = ownEmbedder(m, parserVector); err != nil {
		return nil, err
	}
	if p.model, err = thinc.NewTransition(m); err != nil {
		return nil, err
	}
	if f := p.model.Features(); f != parserFeatures && f != parserFeaturesExtra {
		return nil, fmt.Errorf("states of %d tokens are not supported", f)
	}
	p.actions, p.labels, err = readMoves(moves, parserMoves, func(int8, string) bool { return true })
	if err != nil {
		return nil, fmt.Errorf("moves: %w", err)
	}
	if len(p.actions.all) != p.model.Actions() {
		return nil, fmt.Errorf("%d actions with %d scores", len(p.actions.all), p.model.Actions())
	}
	for _, move := range []int{moveShift, moveReduce} { // one of them is always allowed
		if p.actions.best(make([]float32, len(p.actions.all)), move, -1) < 0 {
			return nil, fmt.Errorf("no action for move %d", move)
		}
	}
	p.root = p.labels.id("ROOT")
	for id, name := range p.labels.names {
		if label, head, ok := strings.Cut(name, "||"); ok {
			p.decorated[int16(id)] = [2]int16{p.labels.id(label), p.labels.id(head)}
		}
	}
	return p, nil
}

// parse fills w.tree; tokens of w.starts begin sentences.
func (p *parser) parse(w *worker) {
	n := len(w.spans)
	w.state.Begin(p.model, w.vectors(p.tok2vec), n)
	a := &w.arcs
	for a.begin(n, w.starts); !a.done(); {
		w.described = a.features(w.described[:0], p.model.Features())
		scores := w.state.Score(w.described)
		at := -1
		for move, ok := range a.valid() {
			if ok {
				at = p.actions.best(scores, move, at)
			}
		}
		a.do(p.actions.all[at])
	}
	t := &w.tree
	t.begin(n)
	for i := range n {
		t.head[i], t.label[i] = a.head[i], a.label[i]
		if a.head[i] < 0 {
			t.head[i], t.label[i] = int32(i), p.root
		}
	}
	t.setEdges()
	if p.deprojectivize(t, w.spans) {
		t.setEdges()
	}
}
