//go:build amd64 && !purego

package thinc

import "golang.org/x/sys/cpu"

// useAVX2 says that the processor can run the kernels in kernel_amd64.s.
var useAVX2 = cpu.X86.HasAVX2 && cpu.X86.HasFMA

func gemmPanel(x []float32, stride, rows int, w, b, y []float32, cols int) {
	if !useAVX2 {
		gemmPanelGo(x, stride, rows, w, b, y, cols)
		return
	}
	for r := 0; r < rows; r += rowGroup {
		gemm6x16(&x[r*stride], stride*4, &w[0], &b[0], len(w)/panelCols, &y[r*cols], cols*4)
	}
}

func rowPanel(x, w, b, y []float32) {
	if !useAVX2 {
		rowPanelGo(x, w, b, y)
		return
	}
	gemm1x16(&x[0], &w[0], &b[0], len(x), &y[0])
}

func maxoutNorm(y, out, g, b []float32, add bool) {
	if !useAVX2 {
		maxoutNormGo(y, out, g, b, add)
		return
	}
	_, _, _, _ = y[maxoutCols-1], out[Width-1], g[Width-1], b[Width-1]
	maxoutNormAVX2(&y[0], &out[0], &g[0], &b[0], add)
}

func sumMaxout(rows [][]float32, b, out []float32) {
	if !useAVX2 {
		sumMaxoutGo(rows, b, out)
		return
	}
	_, _ = b[stateCols-1], out[Hidden-1]
	sumMaxoutAVX2(rows, &b[0], &out[0])
}

func sumRows(rows [][]float32, b, y []float32) {
	if !useAVX2 || len(rows) == 0 {
		sumRowsGo(rows, b, y)
		return
	}
	_, _ = b[maxoutCols-1], y[maxoutCols-1]
	sumRowsAVX2(rows, &b[0], &y[0])
}

func filterInput(x, t []float32) {
	if !useAVX2 {
		filterInputGo(x, t)
		return
	}
	_, _ = x[quadIn-1], t[quadIn-1]
	filterInputAVX2(&x[0], &t[0])
}

func filterOutput(m, bias, y []float32) {
	if !useAVX2 {
		filterOutputGo(m, bias, y)
		return
	}
	_, _, _ = m[((points-1)*blockQuads+1)*panelCols-1], bias[panelCols-1], y[(quad-1)*maxoutCols+panelCols-1]
	filterOutputAVX2(&m[0], &bias[0], &y[0])
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
func maxoutNormAVX2(y, out, gain, b *float32, add bool)

//go:noescape
func sumMaxoutAVX2(rows [][]float32, b, out *float32)

//go:noescape
func sumRowsAVX2(rows [][]float32, b, y *float32)

//go:noescape
func filterInputAVX2(x, t *float32)

//go:noescape
func filterOutputAVX2(m, bias, y *float32)
