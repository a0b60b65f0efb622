//go:build (amd64 || arm64) && !purego

package thinc

func gemmPanel(x []float32, stride, rows int, w, b, y []float32, cols int) {
	if !useSIMD {
		gemmPanelGo(x, stride, rows, w, b, y, cols)
		return
	}
	for r := 0; r < rows; r += rowGroup {
		gemm6x16(&x[r*stride], stride*4, &w[0], &b[0], len(w)/panelCols, &y[r*cols], cols*4)
	}
}

func rowPanel(x, w, b, y []float32) {
	if !useSIMD {
		rowPanelGo(x, w, b, y)
		return
	}
	gemm1x16(&x[0], &w[0], &b[0], len(x), &y[0])
}

func maxoutNorm(y, out, g, b []float32, add bool) {
	if !useSIMD {
		maxoutNormGo(y, out, g, b, add)
		return
	}
	_, _, _, _ = y[maxoutCols-1], out[Width-1], g[Width-1], b[Width-1]
	maxoutNormSIMD(&y[0], &out[0], &g[0], &b[0], add)
}

func sumMaxout(rows [][]float32, b, out []float32) {
	if !useSIMD {
		sumMaxoutGo(rows, b, out)
		return
	}
	_, _ = b[stateCols-1], out[Hidden-1]
	sumMaxoutSIMD(rows, &b[0], &out[0])
}

func sumRows(rows [][]float32, b, y []float32) {
	if !useSIMD || len(rows) == 0 {
		sumRowsGo(rows, b, y)
		return
	}
	_, _ = b[maxoutCols-1], y[maxoutCols-1]
	sumRowsSIMD(rows, &b[0], &y[0])
}

func filterInput(x, t []float32) {
	if !useSIMD {
		filterInputGo(x, t)
		return
	}
	_, _ = x[quadIn-1], t[quadIn-1]
	filterInputSIMD(&x[0], &t[0])
}

func filterOutput(m, bias, y []float32) {
	if !useSIMD {
		filterOutputGo(m, bias, y)
		return
	}
	_, _, _ = m[((points-1)*blockQuads+1)*panelCols-1], bias[panelCols-1], y[(quad-1)*maxoutCols+panelCols-1]
	filterOutputSIMD(&m[0], &bias[0], &y[0])
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
func maxoutNormSIMD(y, out, gain, b *float32, add bool)

//go:noescape
func sumMaxoutSIMD(rows [][]float32, b, out *float32)

//go:noescape
func sumRowsSIMD(rows [][]float32, b, y *float32)

//go:noescape
func filterInputSIMD(x, t *float32)

//go:noescape
func filterOutputSIMD(m, bias, y *float32)
