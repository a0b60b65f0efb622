package thinc

import "math"

var portable = kernels{
	name: "portable",
	gemm: gemmGo, row: rowGo,
	maxoutNorm: maxoutNormGo,
	sumRows:    sumRowsGo, sumMaxout: sumMaxoutGo,
	filterInput: func(x, t []float32, quads int) {
		for q := range quads {
			filterInputGo(x[q*quad*modelWidth:], t[q*quadIn:])
		}
	},
	filterOutput: func(m, bias, y []float32, quads int) {
		for q := range quads {
			filterOutputGo(m[q*pairCols:], bias, y[q*quad*modelCols:])
		}
	},
}

// gemmGo computes two rows by four columns at a time.
func gemmGo(x []float32, stride, rows int, p panels, b, y []float32, cols int) {
	for c := 0; c < p.n*panelCols; c += 4 {
		w := p.panel(c / panelCols)[c%panelCols:]
		b0, b1, b2, b3 := b[c], b[c+1], b[c+2], b[c+3]
		for r := 0; r+2 <= rows; r += 2 {
			u := x[r*stride : r*stride+p.inputs]
			v := x[(r+1)*stride : (r+1)*stride+p.inputs]
			s0, s1, s2, s3 := b0, b1, b2, b3
			t0, t1, t2, t3 := b0, b1, b2, b3
			for i, p := range u {
				q := v[i]
				ww := w[i*panelCols : i*panelCols+4 : i*panelCols+4]
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

func rowGo(x []float32, p panels, b, y []float32) {
	for c := range p.n * panelCols {
		w := p.panel(c / panelCols)[c%panelCols:]
		s0, s1, s2, s3 := b[c], float32(0), float32(0), float32(0)
		for i := 0; i+4 <= p.inputs; i += 4 {
			q := w[i*panelCols : i*panelCols+3*panelCols+1]
			s0 += x[i] * q[0]
			s1 += x[i+1] * q[panelCols]
			s2 += x[i+2] * q[2*panelCols]
			s3 += x[i+3] * q[3*panelCols]
		}
		y[c] = (s0 + s1) + (s2 + s3)
	}
}

// maxoutNormGo works in y.
func maxoutNormGo(y, out, gain, b []float32, add bool) {
	width := len(gain)
	b, out = b[:width], out[:width]
	t := y[:width]
	for y = y[width:]; len(y) >= width; y = y[width:] {
		for i, v := range y[:width] {
			t[i] = max(t[i], v)
		}
	}
	// The conversions keep the compiler from fusing across statements.
	inverse := float32(1) / float32(width)
	mean := float32(sumLanes(t) * inverse)
	for i := range t {
		t[i] -= mean
	}
	variance := float32(sumSquares(t) * inverse)
	scale := 1 / float32(math.Sqrt(float64(variance+normEpsilon)))
	for i, v := range t {
		z := v*scale*gain[i] + b[i]
		if add {
			z += out[i]
		}
		out[i] = z
	}
}

// lanes are two vectors of 16 sums: of a row's even vectors, and of its odd.
type lanes [2][16]float32

func sumLanes(t []float32) float32 {
	var s lanes
	for i, v := range t {
		s[i/16%2][i%16] += v
	}
	return s.sum()
}

func sumSquares(t []float32) float32 {
	var s lanes
	for i, v := range t {
		s[i/16%2][i%16] += float32(v * v)
	}
	return s.sum()
}

// sum adds both vectors, then halves.
func (s *lanes) sum() float32 {
	lane := &s[0]
	for i, v := range s[1] {
		lane[i] += v
	}
	for half := 8; half >= 4; half /= 2 {
		for i := range half {
			lane[i] += lane[i+half]
		}
	}
	return (lane[0] + lane[1]) + (lane[2] + lane[3])
}

func sumMaxoutGo(rows [][]float32, b, out []float32) {
	for i := range out {
		out[i] = float32(math.Inf(-1))
		for c := i; c < len(b); c += len(out) {
			var s float32
			for _, row := range rows {
				s += row[c]
			}
			out[i] = max(out[i], s+b[c])
		}
	}
}

func sumRowsGo(rows [][]float32, b, y []float32) {
	copy(y, b[:len(y)])
	for _, row := range rows {
		row = row[:len(y)]
		for i, v := range row {
			y[i] += v
		}
	}
}
