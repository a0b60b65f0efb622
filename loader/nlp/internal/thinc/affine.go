package thinc

import "fmt"

// Affine computes Y = X·Wᵀ + b.
type Affine struct {
	nI, nO int
	cols   int // nO rounded up to whole panels
	w      panels
	b      []float32 // [cols]
}

// NewAffine packs the weights w, [nO][nI], and the bias b, [nO] or nil. Output
// c of the layer is row order[c] of w; without order, row c.
func NewAffine(w []float32, nO, nI int, b []float32, order []int) (*Affine, error) {
	if nI <= 0 || nO <= 0 || len(w) != nO*nI {
		return nil, fmt.Errorf("affine layer %d to %d with %d weights", nI, nO, len(w))
	}
	// Inputs beyond the last have the weight 0.
	p := panels{inputs: (nI + 3) / 4 * 4, n: (nO + panelCols - 1) / panelCols}
	p.step = p.inputs * panelCols
	p.w = make([]float32, p.n*p.step)
	a := &Affine{nI: nI, nO: nO, cols: p.n * panelCols, w: p, b: make([]float32, p.n*panelCols)}
	for c := range nO {
		r := c
		if order != nil {
			r = order[c]
		}
		panel := p.panel(c / panelCols)
		for i := range nI {
			panel[i*panelCols+c%panelCols] = w[r*nI+i]
		}
		if b != nil {
			a.b[c] = b[r]
		}
	}
	return a, nil
}

// readAffine makes the layer of a node with W [nO][nI] and b [nO].
func readAffine(n *Node) (*Affine, error) {
	w, err := n.Param("W", -1, -1)
	if err != nil {
		return nil, err
	}
	b, err := n.Param("b", w.Shape[0])
	if err != nil {
		return nil, err
	}
	return NewAffine(w.Data, w.Shape[0], w.Shape[1], b.Data, nil)
}

// apply writes rows results of a.cols each to y. Row r of x begins at
// x[r*stride]; x and y must have room for paddedRows(rows), and x for the
// inputs rounded up to a multiple of four: what is there must be finite. Rows
// may overlap (stride < nI): the window of an encoder is such.
//
// Every row goes through the same operations in the same order, whatever its
// place and its neighbours, so that a result does not depend on the batch.
func (a *Affine) apply(x []float32, stride, rows int, y []float32) {
	a.applyTo(x, stride, rows, y, a.cols)
}

// applyTo is apply with rows of y that are cols apart.
func (a *Affine) applyTo(x []float32, stride, rows int, y []float32, cols int) {
	if rows == 0 {
		return
	}
	rows = paddedRows(rows)
	_ = x[(rows-1)*stride+a.w.inputs-1]
	_ = y[(rows-1)*cols+a.cols-1]
	kernel.gemm(x, stride, rows, a.w, a.b, y, cols)
}

// applyRow writes the a.cols results of the one row x to y.
func (a *Affine) applyRow(x, y []float32) {
	kernel.row(x[:a.w.inputs], a.w, a.b, y[:a.cols])
}
