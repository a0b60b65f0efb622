package thinc

import "fmt"

// panelCols is the width of the panels that weights are packed in, and
// rowGroup the number of rows that a kernel takes together.
const (
	panelCols = 16
	rowGroup  = 6
)

// Affine computes Y = X·Wᵀ + b.
//
// W is kept in panels of 16 outputs, each [nI][16], so that the kernel reads
// it from one end to the other.
type Affine struct {
	nI, nO int
	cols   int       // nO rounded up to whole panels
	w      []float32 // [cols/16][nI][16]
	b      []float32 // [cols]
}

// NewAffine packs the weights w, [nO][nI], and the bias b, [nO] or nil. Output
// c of the layer is row order[c] of w; without order, row c.
func NewAffine(w []float32, nO, nI int, b []float32, order []int) (*Affine, error) {
	if nI%4 != 0 || nI == 0 || nO == 0 {
		return nil, fmt.Errorf("affine layer %d to %d: inputs must come in fours", nI, nO)
	}
	cols := (nO + panelCols - 1) / panelCols * panelCols
	a := &Affine{nI: nI, nO: nO, cols: cols, w: make([]float32, cols*nI), b: make([]float32, cols)}
	for c := range nO {
		r := c
		if order != nil {
			r = order[c]
		}
		panel := a.w[c/panelCols*panelCols*nI:]
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
func readAffine(n *Node, nI int) (*Affine, error) {
	w, err := n.Param("W", -1, nI)
	if err != nil {
		return nil, err
	}
	b, err := n.Param("b", w.Shape[0])
	if err != nil {
		return nil, err
	}
	return NewAffine(w.Data, w.Shape[0], nI, b.Data, nil)
}

// paddedRows returns the rows that a matrix of n rows must have room for,
// since the kernel works on groups of rows.
func paddedRows(n int) int { return (n + rowGroup - 1) / rowGroup * rowGroup }

// apply writes rows results of a.cols each to y. Row r of x begins at
// x[r*stride]; x and y must have room for paddedRows(rows). Rows may overlap
// (stride < nI): the window of an encoder is such.
//
// Every row goes through the same operations in the same order, whatever its
// place and its neighbours, so that a result does not depend on the batch.
func (a *Affine) apply(x []float32, stride, rows int, y []float32) {
	if rows == 0 {
		return
	}
	rows = paddedRows(rows)
	_ = x[(rows-1)*stride+a.nI-1]
	_ = y[rows*a.cols-1]
	for c := 0; c < a.cols; c += panelCols {
		gemmPanel(x, stride, rows, a.w[c*a.nI:(c+panelCols)*a.nI], a.b[c:c+panelCols], y[c:], a.cols)
	}
}

// applyRow writes the a.cols results of the one row x to y.
func (a *Affine) applyRow(x, y []float32) {
	x, y = x[:a.nI], y[:a.cols]
	for c := 0; c < a.cols; c += panelCols {
		rowPanel(x, a.w[c*a.nI:(c+panelCols)*a.nI], a.b[c:c+panelCols], y[c:c+panelCols])
	}
}
