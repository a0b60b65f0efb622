//go:build amd64 && !purego

package thinc

import "golang.org/x/sys/cpu"

const simdName = "AVX2"

// available returns the kernels that this processor can run, the fastest first.
func available() []kernels {
	all := []kernels{portable}
	if !cpu.X86.HasAVX2 || !cpu.X86.HasFMA {
		return all
	}
	all = append([]kernels{simd}, all...)
	if !cpu.X86.HasAVX512F || !cpu.X86.HasAVX512DQ || !cpu.X86.HasAVX512VL {
		return all
	}
	return append([]kernels{avx512}, all...)
}

// avx512 are the kernels for AVX-512.
var avx512 = kernels{
	name: "AVX-512",
	gemm: gemm512, row: row512,
	maxoutNorm: func(y, out, gain, b []float32, add bool) {
		if !normFits(y, out, gain, b) {
			maxoutNormGo(y, out, gain, b, add)
			return
		}
		maxoutNorm96x512(&y[0], &out[0], &gain[0], &b[0], add)
	},
	sumRows: func(rows [][]float32, b, y []float32) {
		if !rowsFit(rows, b, y) {
			sumRowsGo(rows, b, y)
			return
		}
		sumRows96x512(rows, &b[0], &y[0], len(y))
	},
	sumMaxout: func(rows [][]float32, b, out []float32) {
		if !stateFits(rows, b, out) {
			sumMaxoutGo(rows, b, out)
			return
		}
		sumMaxout64x512(rows, &b[0], &out[0])
	},
	filterInput: func(x, t []float32, quads int) {
		_, _ = x[((quads-1)*quad+points)*modelWidth-1], t[quads*quadIn-1]
		for q := range quads {
			filterInput96x512(&x[q*quad*modelWidth], &t[q*quadIn])
		}
	},
	filterOutput: func(m, bias, y []float32, quads int) {
		checkOutput(m, bias, y, quads)
		for q := range quads {
			filterOutput32x512(&m[q*pairCols], &bias[0], &y[q*quad*modelCols])
		}
	},
}

// gemm512 takes two panels and twelve rows at a time; six rows may be left, and
// a panel, which goes by AVX2.
func gemm512(x []float32, stride, rows int, w panels, b, y []float32, cols int) {
	i := 0
	for ; i+2 <= w.n; i += 2 {
		c := i * panelCols
		w0, w1, b := &w.panel(i)[0], &w.panel(i + 1)[0], &b[c]
		r := 0
		for ; r+2*rowGroup <= rows; r += 2 * rowGroup {
			gemm12x32(&x[r*stride], stride*4, w0, w1, b, w.inputs, &y[r*cols+c], cols*4)
		}
		if r < rows {
			gemm6x32(&x[r*stride], stride*4, w0, w1, b, w.inputs, &y[r*cols+c], cols*4)
		}
	}
	if i < w.n {
		c := i * panelCols
		gemmSIMD(x, stride, rows, panels{w.panel(i), w.inputs, 1, w.step}, b[c:], y[c:], cols)
	}
}

func row512(x []float32, w panels, b, y []float32) {
	for i := 0; i < w.n; {
		c := i * panelCols
		if i+4 <= w.n {
			gemm1x64(&x[0], &w.panel(i)[0], w.step*4, &b[c], w.inputs, &y[c])
			i += 4
		} else {
			gemm1x16x512(&x[0], &w.panel(i)[0], &b[c], w.inputs, &y[c])
			i++
		}
	}
}

// gemm12x32 computes 12 rows by 32 columns, whose weights are the panels w0
// and w1. ldx and ldy are the distances between rows in bytes; k, the inputs,
// is a multiple of 4.
//
//go:noescape
func gemm12x32(x *float32, ldx int, w0, w1, b *float32, k int, y *float32, ldy int)

// gemm6x32 computes 6 rows of that.
//
//go:noescape
func gemm6x32(x *float32, ldx int, w0, w1, b *float32, k int, y *float32, ldy int)

// gemm1x64 computes the columns of four panels for one row. step is the
// distance between panels in bytes; k is a multiple of 4.
//
//go:noescape
func gemm1x64(x, w *float32, step int, b *float32, k int, y *float32)

// gemm1x16x512 does what gemm1x16 does.
//
//go:noescape
func gemm1x16x512(x, w, b *float32, k int, y *float32)

//go:noescape
func maxoutNorm96x512(y, out, gain, b *float32, add bool)

//go:noescape
func sumMaxout64x512(rows [][]float32, b, out *float32)

//go:noescape
func sumRows96x512(rows [][]float32, b, y *float32, n int)

//go:noescape
func filterInput96x512(x, t *float32)

//go:noescape
func filterOutput32x512(m, bias, y *float32)
