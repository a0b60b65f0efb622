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
	quad       = 4                 // windows that share their products
	points     = quad + window - 1 // products for these
	quadIn     = points * Width    // a quad's inputs
	blockQuads = blockRows / quad
)

// newConvolution packs weights, [96][3 pieces][3 places * 96]; bias is
// [3 pieces][96].
func newConvolution(w, bias []float32) *convolution {
	c := &convolution{w: make([]float32, maxoutCols*quadIn), bias: bias}
	a := math.Sqrt(0.5)
	// The weight at a point is that of the filter as a polynomial, divided by
	// the product of the point's distances from the other points.
	at := func(x, divisor float64) [window]float64 {
		return [...]float64{1 / divisor, x / divisor, x * x / divisor}
	}
	filters := [points][window]float64{
		at(0, 1), at(a, -1.5), at(-a, -1.5), at(1/a, 6), at(-1/a, 6), {0, 0, 1},
	}
	for col, from := range pieceOrder(Width, maxoutPieces) {
		row := w[from*window*Width:][:window*Width]
		panel := c.w[col/panelCols*panelCols*quadIn:]
		for p, f := range filters {
			for i := range Width {
				v := f[0]*float64(row[i]) + f[1]*float64(row[Width+i]) + f[2]*float64(row[2*Width+i])
				panel[(p*Width+i)*panelCols+col%panelCols] = float32(v)
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
	_ = x[(quads*quad+window-1)*Width-1]
	y = y[:blockRows*maxoutCols]
	for q := range quads {
		filterInput(x[q*quad*Width:], s.quads[q*quadIn:])
	}
	for col := 0; col < maxoutCols; col += panelCols {
		w := c.w[col*quadIn : (col+panelCols)*quadIn]
		for p := range points {
			gemmPanel(s.quads[p*Width:], quadIn, paddedRows(quads),
				w[p*Width*panelCols:(p+1)*Width*panelCols], noBias[:], s.filtered[p*blockQuads*panelCols:], panelCols)
		}
		for q := range quads {
			filterOutput(s.filtered[q*panelCols:], c.bias[col:col+panelCols], y[q*quad*maxoutCols+col:])
		}
	}
}

var noBias [panelCols]float32

// filterInputGo turns six rows of x into a quad's inputs at the six points.
func filterInputGo(x, t []float32) {
	const a, b = math.Sqrt2 / 2, math.Sqrt2
	x, t = x[:quadIn], t[:quadIn]
	for i := range Width {
		d0, d1, d2 := x[i], x[Width+i], x[2*Width+i]
		d3, d4, d5 := x[3*Width+i], x[4*Width+i], x[5*Width+i]
		even, odd := d4-2*d2, float32(a*(d3-2*d1))
		even2, odd2 := d4-0.5*d2, float32(b*(d3-0.5*d1))
		t[i] = d0 + d4 - 2.5*d2
		t[Width+i] = even + odd
		t[2*Width+i] = even - odd
		t[3*Width+i] = even2 + odd2
		t[4*Width+i] = even2 - odd2
		t[5*Width+i] = d1 + d5 - 2.5*d3
	}
}

// filterOutputGo turns 16 columns of a quad's products, m[point][12][16], into
// those of its four rows of y, [4][288], and adds the bias.
func filterOutputGo(m, bias, y []float32) {
	const a, b = math.Sqrt2 / 2, math.Sqrt2
	const point = blockQuads * panelCols
	for i, bi := range bias[:panelCols] {
		sum, diff := m[point+i]+m[2*point+i], m[point+i]-m[2*point+i]
		sum2, diff2 := m[3*point+i]+m[4*point+i], m[3*point+i]-m[4*point+i]
		y[i] = bi + m[i] + sum + sum2
		y[maxoutCols+i] = bi + a*diff + b*diff2
		y[2*maxoutCols+i] = bi + 0.5*sum + 2*sum2
		y[3*maxoutCols+i] = bi + m[5*point+i] + a/2*diff + 2*b*diff2
	}
}
