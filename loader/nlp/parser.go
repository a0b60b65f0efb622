package nlp

import (
	"fmt"
	"strings"

	"github.com/whomet/whomet/loader/nlp/internal/thinc"
)

// parser finds the dependency tree and, with it, the sentences.
type parser struct {
	model   *thinc.Transition
	actions []action
	labels  *labels
	root    int16 // label of a token without a head
	// decorated has, for a label "a||b", the labels a and b.
	decorated map[int16][2]int16
}

// newParser puts a parser together from its model and its moves file.
func newParser(m *thinc.Model, moves []byte) (*parser, error) {
	p := &parser{decorated: map[int16][2]int16{}}
	var err error
	if p.model, err = thinc.NewTransition(m, parserFeatures); err != nil {
		return nil, err
	}
	p.actions, p.labels, err = readMoves(moves, parserMoves, func(int8, string) bool { return true })
	if err != nil {
		return nil, fmt.Errorf("moves: %w", err)
	}
	if len(p.actions) != p.model.Actions() {
		return nil, fmt.Errorf("%d actions with %d scores", len(p.actions), p.model.Actions())
	}
	p.root = p.labels.id("ROOT")
	for id, name := range p.labels.names {
		if label, head, ok := strings.Cut(name, "||"); ok {
			p.decorated[int16(id)] = [2]int16{p.labels.id(label), p.labels.id(head)}
		}
	}
	return p, nil
}

// parse fills w.tree from the vectors of w.spans; tokens of w.starts begin
// sentences.
func (p *parser) parse(w *worker, vectors []float32) {
	n := len(w.spans)
	w.state.Begin(p.model, vectors, n)
	a := &w.arcs
	for a.begin(n, w.starts); !a.done(); {
		tokens := a.features()
		scores := w.state.Score(tokens[:])
		valid := a.valid()
		at := -1
		for i, m := range p.actions {
			if valid[m.move] && (at < 0 || scores[i] > scores[at]) {
				at = i
			}
		}
		a.do(p.actions[at])
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
