package thinc

import "math"

// convolution multiplies every window of three rows by a layer's weights,
// [96][3 pieces][3 places * 96]: a convolution along the rows. Four windows
// that follow each other overlap so much that Winograd's minimal filtering
// F(4,3) (https://arxiv.org/abs/1509.09308) takes six products of 96 inputs
// for them instead of twelve: half the work.
//
// It evaluates polynomials at 0, ±√½, ±√2 and infinity, points that lose less
// precision than the usual 0, ±1, ±2.
type convolution struct {
	w    []float32 // [18 panels][6 points][96][16]
	bias []float32 // [3 pieces][96]
}

const (
	window     = 3                   // rows
	quad       = 4                   // windows that share their products
	points     = quad + window - 1   // products for these
	quadIn     = points * modelWidth // a quad's inputs
	blockQuads = blockRows / quad
	pairCols   = 2 * panelCols // columns that are computed together
)

// newConvolution packs weights, [96][3 pieces][3 places * 96]; bias is
// [3 pieces][96].
func newConvolution(w, bias []float32) *convolution {
	c := &convolution{w: make([]float32, modelCols*quadIn), bias: bias}
	a := math.Sqrt(0.5)
	// The weight at a point is that of the filter as a polynomial, divided by
	// the product of the point's distances from the other points.
	at := func(x, divisor float64) [window]float64 {
		return [...]float64{1 / divisor, x / divisor, x * x / divisor}
	}
	filters := [points][window]float64{
		at(0, 1), at(a, -1.5), at(-a, -1.5), at(1/a, 6), at(-1/a, 6), {0, 0, 1},
	}
	for col, from := range pieceOrder(modelWidth, modelPieces) {
		row := w[from*window*modelWidth:][:window*modelWidth]
		panel := c.w[col/panelCols*panelCols*quadIn:]
		for p, f := range filters {
			for i := range modelWidth {
				v := f[0]*float64(row[i]) + f[1]*float64(row[modelWidth+i]) + f[2]*float64(row[2*modelWidth+i])
				panel[(p*modelWidth+i)*panelCols+col%panelCols] = float32(v)
			}
		}
	}
	return c
}

// apply writes rows results, at most blockRows, of 288 to y: row r for the
// window that begins at row r of x. Rows are taken by quads, so x must have up
// to five rows more, and y room for blockRows.
func (c *convolution) apply(s *Scratch, x []float32, rows int, y []float32) {
	quads := (rows + quad - 1) / quad
	_ = x[(quads*quad+window-1)*modelWidth-1]
	y = y[:blockRows*modelCols]
	s.quads = grow(s.quads, blockQuads*quadIn)
	s.filtered = grow(s.filtered, points*blockQuads*pairCols)
	kernel.filterInput(x, s.quads, quads)
	for col := 0; col < modelCols; col += pairCols {
		for p := range points {
			w := panels{c.w[col*quadIn+p*modelWidth*panelCols:], modelWidth, 2, quadIn * panelCols}
			kernel.gemm(s.quads[p*modelWidth:], quadIn, paddedRows(quads), w, noBias[:], s.filtered[p*blockQuads*pairCols:], pairCols)
		}
		kernel.filterOutput(s.filtered, c.bias[col:col+pairCols], y[col:], quads)
	}
}

var noBias [pairCols]float32

// filterInputGo turns six rows of x into a quad's inputs at the six points.
func filterInputGo(x, t []float32) {
	const a, b = math.Sqrt2 / 2, math.Sqrt2
	x, t = x[:quadIn], t[:quadIn]
	for i := range modelWidth {
		d0, d1, d2 := x[i], x[modelWidth+i], x[2*modelWidth+i]
		d3, d4, d5 := x[3*modelWidth+i], x[4*modelWidth+i], x[5*modelWidth+i]
		even, odd := d4-2*d2, float32(a*(d3-2*d1))
		even2, odd2 := d4-0.5*d2, float32(b*(d3-0.5*d1))
		t[i] = d0 + d4 - 2.5*d2
		t[modelWidth+i] = even + odd
		t[2*modelWidth+i] = even - odd
		t[3*modelWidth+i] = even2 + odd2
		t[4*modelWidth+i] = even2 - odd2
		t[5*modelWidth+i] = d1 + d5 - 2.5*d3
	}
}

// filterOutputGo turns 32 columns of a quad's products, m[point][quad][32], into
// those of its four rows of y, [4][288], and adds the bias.
func filterOutputGo(m, bias, y []float32) {
	const a, b = math.Sqrt2 / 2, math.Sqrt2
	const point = blockQuads * pairCols
	for i, bi := range bias[:pairCols] {
		sum, diff := m[point+i]+m[2*point+i], m[point+i]-m[2*point+i]
		sum2, diff2 := m[3*point+i]+m[4*point+i], m[3*point+i]-m[4*point+i]
		y[i] = bi + m[i] + sum + sum2
		y[modelCols+i] = bi + a*diff + b*diff2
		y[2*modelCols+i] = bi + 0.5*sum + 2*sum2
		y[3*modelCols+i] = bi + m[5*point+i] + a/2*diff + 2*b*diff2
	}
}
