//go:build (amd64 || arm64) && !purego

package thinc

// simd are the kernels in assembly for AVX2 on amd64 and for NEON on arm64,
// which take the same arguments.
var simd = kernels{
	name: simdName,
	gemm: gemmSIMD, row: rowSIMD,
	maxoutNorm: func(y, out, gain, b []float32, add bool) {
		if !normFits(y, out, gain, b) {
			maxoutNormGo(y, out, gain, b, add)
			return
		}
		maxoutNorm96(&y[0], &out[0], &gain[0], &b[0], add)
	},
	sumRows: func(rows [][]float32, b, y []float32) {
		if !rowsFit(rows, b, y) {
			sumRowsGo(rows, b, y)
			return
		}
		sumRows96(rows, &b[0], &y[0], len(y))
	},
	sumMaxout: func(rows [][]float32, b, out []float32) {
		if !stateFits(rows, b, out) {
			sumMaxoutGo(rows, b, out)
			return
		}
		sumMaxout64(rows, &b[0], &out[0])
	},
	filterInput: func(x, t []float32, quads int) {
		_, _ = x[((quads-1)*quad+points)*modelWidth-1], t[quads*quadIn-1]
		for q := range quads {
			filterInput96(&x[q*quad*modelWidth], &t[q*quadIn])
		}
	},
	filterOutput: func(m, bias, y []float32, quads int) {
		checkOutput(m, bias, y, quads)
		for q := range quads {
			filterOutput32(&m[q*pairCols], &bias[0], &y[q*quad*modelCols])
		}
	},
}

func gemmSIMD(x []float32, stride, rows int, w panels, b, y []float32, cols int) {
	for i := range w.n {
		panel, c := w.panel(i), i*panelCols
		for r := 0; r < rows; r += rowGroup {
			gemm6x16(&x[r*stride], stride*4, &panel[0], &b[c], w.inputs, &y[r*cols+c], cols*4)
		}
	}
}

func rowSIMD(x []float32, w panels, b, y []float32) {
	for i := range w.n {
		c := i * panelCols
		gemm1x16(&x[0], &w.panel(i)[0], &b[c], w.inputs, &y[c])
	}
}

// normFits says that maxoutNorm96 can run: three pieces of 96.
func normFits(y, out, gain, b []float32) bool {
	return len(gain) == modelWidth && len(y) == modelCols && len(out) >= modelWidth && len(b) >= modelWidth
}

// rowsFit says that sumRows96 can run: rows of a multiple of 96.
func rowsFit(rows [][]float32, b, y []float32) bool {
	for _, row := range rows {
		if len(row) < len(y) {
			return false
		}
	}
	return len(rows) > 0 && len(y) > 0 && len(y)%96 == 0 && len(b) >= len(y)
}

// stateFits says that sumMaxout64 can run: two pieces of 64.
func stateFits(rows [][]float32, b, out []float32) bool {
	for _, row := range rows {
		if len(row) < modelState*2 {
			return false
		}
	}
	return len(rows) > 0 && len(out) == modelState && len(b) == 2*modelState
}

// checkOutput panics unless the arguments of filterOutput are long enough.
func checkOutput(m, bias, y []float32, quads int) {
	_, _, _ = m[((points-1)*blockQuads+quads)*pairCols-1], bias[pairCols-1], y[(quads*quad-1)*modelCols+pairCols-1]
}

// gemm6x16 computes 6 rows by 16 columns of Y = X·W + b. ldx and ldy are the
// distances between rows in bytes; k, the inputs, is even.
//
//go:noescape
func gemm6x16(x *float32, ldx int, w, b *float32, k int, y *float32, ldy int)

// gemm1x16 computes 16 columns of one row; k is a multiple of 4.
//
//go:noescape
func gemm1x16(x, w, b *float32, k int, y *float32)

//go:noescape
func maxoutNorm96(y, out, gain, b *float32, add bool)

// sumMaxout64 takes rows of two pieces of 64.
//
//go:noescape
func sumMaxout64(rows [][]float32, b, out *float32)

// sumRows96 adds n columns, a multiple of 96.
//
//go:noescape
func sumRows96(rows [][]float32, b, y *float32, n int)

//go:noescape
func filterInput96(x, t *float32)

// filterOutput32 takes 32 columns.
//
//go:noescape
func filterOutput32(m, bias, y *float32)
