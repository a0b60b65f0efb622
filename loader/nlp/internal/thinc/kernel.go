package thinc

import "math"

// The kernels: the loops that take nearly all the time. These are the portable
// ones, for processors without kernels of their own and for the purego build
// tag. Others add in the same order, but may fuse a product and a sum. The
// compiler does so as well on arm64: there the portable kernels and those in
// NEON give the same bits.

// gemmPanelGo computes 16 columns of Y = X·W + b for rows rows; w is one panel.
// Row r of y begins at y[r*cols].
func gemmPanelGo(x []float32, stride, rows int, w, b, y []float32, cols int) {
	nI := len(w) / panelCols
	for c := 0; c < panelCols; c += 4 {
		b0, b1, b2, b3 := b[c], b[c+1], b[c+2], b[c+3]
		for r := 0; r+2 <= rows; r += 2 {
			u := x[r*stride : r*stride+nI]
			v := x[(r+1)*stride : (r+1)*stride+nI]
			s0, s1, s2, s3 := b0, b1, b2, b3
			t0, t1, t2, t3 := b0, b1, b2, b3
			for i, p := range u {
				q := v[i]
				ww := w[i*panelCols+c : i*panelCols+c+4 : i*panelCols+c+4]
				s0 += p * ww[0]
				s1 += p * ww[1]
				s2 += p * ww[2]
				s3 += p * ww[3]
				t0 += q * ww[0]
				t1 += q * ww[1]
				t2 += q * ww[2]
				t3 += q * ww[3]
			}
			d := y[r*cols+c : r*cols+c+4]
			d[0], d[1], d[2], d[3] = s0, s1, s2, s3
			d = y[(r+1)*cols+c : (r+1)*cols+c+4]
			d[0], d[1], d[2], d[3] = t0, t1, t2, t3
		}
	}
}

// rowPanelGo computes 16 columns for one row, in four sums that are added at
// the end: a single row would wait for each addition otherwise.
func rowPanelGo(x, w, b, y []float32) {
	for c := range panelCols {
		s0, s1, s2, s3 := b[c], float32(0), float32(0), float32(0)
		for i := 0; i+4 <= len(x); i += 4 {
			p := w[i*panelCols+c : i*panelCols+c+3*panelCols+1]
			s0 += x[i] * p[0]
			s1 += x[i+1] * p[panelCols]
			s2 += x[i+2] * p[2*panelCols]
			s3 += x[i+3] * p[3*panelCols]
		}
		y[c] = (s0 + s1) + (s2 + s3)
	}
}

// normEpsilon is added to the variance by thinc's LayerNorm.
const normEpsilon = 1e-8

// maxoutNormGo takes the greatest of the three pieces of y, [3][96], normalises
// the 96 to mean 0 and variance 1, scales by g, shifts by b and writes out, or
// adds to out.
func maxoutNormGo(y, out, g, b []float32, add bool) {
	var t [Width]float32
	for i := range t {
		t[i] = max(y[i], y[Width+i], y[2*Width+i])
	}
	// The conversions keep the compiler from fusing across statements.
	mean := float32(sumWidth(&t) * (1.0 / Width))
	var sq [Width]float32
	for i := range t {
		t[i] -= mean
		sq[i] = float32(t[i] * t[i])
	}
	variance := float32(sumWidth(&sq) * (1.0 / Width))
	scale := 1 / float32(math.Sqrt(float64(variance+normEpsilon)))
	g, b, out = g[:Width], b[:Width], out[:Width]
	for i, v := range t {
		z := v*scale*g[i] + b[i]
		if add {
			z += out[i]
		}
		out[i] = z
	}
}

// sumWidth adds 96 numbers in eight lanes of four sums, as AVX2 does.
func sumWidth(t *[Width]float32) float32 {
	var lane [8]float32
	for i := range lane {
		s0 := t[i] + t[i+8] + t[i+64]
		s1 := t[i+16] + t[i+24] + t[i+72]
		s2 := t[i+32] + t[i+40] + t[i+80]
		s3 := t[i+48] + t[i+56] + t[i+88]
		lane[i] = (s0 + s1) + (s2 + s3)
	}
	for i := range 4 {
		lane[i] += lane[i+4]
	}
	return (lane[0] + lane[1]) + (lane[2] + lane[3])
}

// sumMaxoutGo adds the rows, each [2][64], and the bias b, and writes the
// greater of the two pieces to out, [64].
func sumMaxoutGo(rows [][]float32, b, out []float32) {
	var s [stateCols]float32
	for _, row := range rows {
		row = row[:stateCols]
		for i, v := range row {
			s[i] += v
		}
	}
	b, out = b[:stateCols], out[:Hidden]
	for i := range out {
		out[i] = max(s[i]+b[i], s[Hidden+i]+b[Hidden+i])
	}
}

// sumRowsGo adds the bias b and the rows, [288] each.
func sumRowsGo(rows [][]float32, b, y []float32) {
	y = y[:maxoutCols]
	copy(y, b[:maxoutCols])
	for _, row := range rows {
		row = row[:maxoutCols]
		for i, v := range row {
			y[i] += v
		}
	}
}
