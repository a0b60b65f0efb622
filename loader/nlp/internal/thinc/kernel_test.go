package thinc

import (
	"math"
	"math/rand"
	"runtime"
	"slices"
	"testing"
)

func randomSlice(r *rand.Rand, n int) []float32 {
	v := make([]float32, n)
	for i := range v {
		v[i] = r.Float32() - 0.5
	}
	return v
}

func randomAffine(t testing.TB, r *rand.Rand, nO, nI int) (*Affine, []float32, []float32) {
	w, b := randomSlice(r, nO*nI), randomSlice(r, nO)
	a, err := NewAffine(w, nO, nI, b, nil)
	if err != nil {
		t.Fatal(err)
	}
	return a, w, b
}

func near(a float64, b float32) bool { return math.Abs(a-float64(b)) < 1e-4 }

func TestAffine(t *testing.T) {
	eachKernels(t, func(t *testing.T) {
		r := rand.New(rand.NewSource(1))
		for _, size := range []struct{ nO, nI, stride, rows int }{
			{288, 288, 96, 48}, {288, 576, 576, 7}, {50, 96, 96, 1}, {106, 64, 64, 13}, {1024, 64, 64, 6}, {1, 4, 4, 2}, {33, 30, 30, 20}, {7, 5, 9, 3},
		} {
			a, w, b := randomAffine(t, r, size.nO, size.nI)
			rows := paddedRows(size.rows)
			x := randomSlice(r, rows*size.stride+size.nI+4)
			y := make([]float32, rows*a.cols)
			a.apply(x, size.stride, size.rows, y)
			one := make([]float32, a.cols)
			for i := range size.rows {
				a.applyRow(x[i*size.stride:], one)
				for o := range size.nO {
					sum := float64(b[o])
					for k := range size.nI {
						sum += float64(x[i*size.stride+k]) * float64(w[o*size.nI+k])
					}
					if !near(sum, y[i*a.cols+o]) || !near(sum, one[o]) {
						t.Fatalf("%v: row %d output %d is %v, alone %v, want %v", size, i, o, y[i*a.cols+o], one[o], sum)
					}
				}
			}
		}
	})
}

// TestAffineRowByRow asks for the same bits wherever a row stands.
func TestAffineRowByRow(t *testing.T) {
	eachKernels(t, func(t *testing.T) {
		r := rand.New(rand.NewSource(2))
		a, _, _ := randomAffine(t, r, modelCols, modelCols)
		x := randomSlice(r, 60*modelWidth+modelCols)
		all := make([]float32, 60*modelCols)
		a.apply(x, modelWidth, 60, all)
		for i := range 60 {
			some := make([]float32, 6*modelCols)
			padded := append(slices.Clone(x[i*modelWidth:min(len(x), i*modelWidth+modelCols)]), make([]float32, 6*modelWidth)...)
			a.apply(padded, modelWidth, 1, some)
			for o := range modelCols {
				if some[o] != all[i*modelCols+o] {
					t.Fatalf("row %d output %d: alone %v, among others %v", i, o, some[o], all[i*modelCols+o])
				}
			}
		}
	})
}

func TestNewAffineRefuses(t *testing.T) {
	if _, err := NewAffine(make([]float32, 11), 2, 6, nil, nil); err == nil {
		t.Error("11 weights were accepted for 2 by 6")
	}
}

// eachKernels runs f with every set of kernels that the processor can run.
func eachKernels(t *testing.T, f func(t *testing.T)) {
	best := kernel
	defer func() { kernel = best }()
	for _, k := range available() {
		t.Run(k.name, func(t *testing.T) {
			kernel = k
			f(t)
		})
	}
}

// TestKernels compares each instruction set's kernels with the portable ones,
// in the sizes that they are written for and in others.
func TestKernels(t *testing.T) {
	eachKernels(t, func(t *testing.T) {
		r := rand.New(rand.NewSource(3))
		for range 50 {
			for _, size := range []struct{ width, pieces int }{{modelWidth, modelPieces}, {64, 2}, {30, 1}} {
				testNormKernel(t, r, size.width, size.pieces)
			}
			for _, cols := range []int{modelCols, 192, 100} {
				testSumKernel(t, r, cols)
			}
			for _, size := range []struct{ hidden, pieces int }{{modelState, 2}, {50, 3}, {17, 1}} {
				testStateKernel(t, r, size.hidden, size.pieces)
			}
			for _, n := range []int{1, 2, 5} {
				testProductKernels(t, r, 6*(1+r.Intn(5)), 4*(1+r.Intn(16)), n)
			}
			x := randomSlice(r, quadIn)
			got, want := make([]float32, quadIn), make([]float32, quadIn)
			kernel.filterInput(x, got, 1)
			filterInputGo(x, want)
			compare(t, "filterInput", got, want)

			m, bias := randomSlice(r, points*blockQuads*pairCols), randomSlice(r, pairCols)
			got, want = make([]float32, quad*modelCols), make([]float32, quad*modelCols)
			kernel.filterOutput(m, bias, got, 1)
			filterOutputGo(m, bias, want)
			compare(t, "filterOutput", got, want)
		}
	})
}

func testNormKernel(t *testing.T, r *rand.Rand, width, pieces int) {
	t.Helper()
	y, gain, b := randomSlice(r, width*pieces), randomSlice(r, width), randomSlice(r, width)
	for _, add := range []bool{false, true} {
		got := randomSlice(r, width)
		want := slices.Clone(got)
		kernel.maxoutNorm(slices.Clone(y), got, gain, b, add)
		maxoutNormGo(slices.Clone(y), want, gain, b, add)
		compare(t, "maxoutNorm", got, want)
	}
}

func testSumKernel(t *testing.T, r *rand.Rand, cols int) {
	t.Helper()
	var rows [][]float32
	for range r.Intn(24) {
		rows = append(rows, randomSlice(r, cols))
	}
	b, got, want := randomSlice(r, cols), make([]float32, cols), make([]float32, cols)
	kernel.sumRows(rows, b, got)
	sumRowsGo(rows, b, want)
	compare(t, "sumRows", got, want)
}

func testStateKernel(t *testing.T, r *rand.Rand, hidden, pieces int) {
	t.Helper()
	var rows [][]float32
	for range r.Intn(9) {
		rows = append(rows, randomSlice(r, hidden*pieces))
	}
	b, got, want := randomSlice(r, hidden*pieces), make([]float32, hidden), make([]float32, hidden)
	kernel.sumMaxout(rows, b, got)
	sumMaxoutGo(rows, b, want)
	compare(t, "sumMaxout", got, want)
}

func testProductKernels(t *testing.T, r *rand.Rand, rows, inputs, n int) {
	t.Helper()
	w := panels{randomSlice(r, n*(inputs*panelCols+32)), inputs, n, inputs*panelCols + 32}
	x, b := randomSlice(r, rows*(inputs+4)), randomSlice(r, n*panelCols)
	cols := n*panelCols + 8
	got, want := make([]float32, rows*cols), make([]float32, rows*cols)
	kernel.gemm(x, inputs+4, rows, w, b, got, cols)
	gemmGo(x, inputs+4, rows, w, b, want, cols)
	compare(t, "gemm", got, want)
	kernel.row(x, w, b, got)
	rowGo(x, w, b, want)
	compare(t, "row", got[:n*panelCols], want[:n*panelCols])
}

// compare wants the same numbers, and on arm64, where Go too fuses products and
// sums, the same bits.
func compare(t *testing.T, what string, got, want []float32) {
	t.Helper()
	for i := range want {
		if !near(float64(want[i]), got[i]) || runtime.GOARCH == "arm64" && got[i] != want[i] {
			t.Fatalf("%s: element %d is %v, portable %v", what, i, got[i], want[i])
		}
	}
}

// TestKernelsSameBits: what fuses alike gives the same bits, so that two
// processors of one architecture read a text alike.
func TestKernelsSameBits(t *testing.T) {
	sets := slices.DeleteFunc(available(), func(k kernels) bool { return k.name == portable.name && runtime.GOARCH == "amd64" })
	best := kernel
	defer func() { kernel = best }()
	var first []float32
	for _, k := range sets {
		kernel = k
		r := rand.New(rand.NewSource(8))
		var all []float32
		var s Scratch
		c := newConvolution(randomSlice(r, modelCols*window*modelWidth), randomSlice(r, modelCols))
		y := make([]float32, blockRows*modelCols)
		c.apply(&s, randomSlice(r, (blockRows+8)*modelWidth), blockRows, y)
		all = append(all, y...)
		out := make([]float32, modelWidth)
		kernel.maxoutNorm(y[:modelCols], out, randomSlice(r, modelWidth), randomSlice(r, modelWidth), false)
		all = append(all, out...)
		a, _, _ := randomAffine(t, r, 106, modelState)
		row := make([]float32, a.cols)
		a.applyRow(randomSlice(r, modelState), row)
		all = append(all, row...)
		if first == nil {
			first = all
		}
		if !slices.Equal(first, all) {
			t.Errorf("%s gives other bits than %s", k.name, sets[0].name)
		}
	}
}

func TestHashKey(t *testing.T) {
	// Murmur64A("apple", 1) with seed 8, from thinc's NumpyOps.hash.
	got := hashKey(8566208034543834098, 8)
	want := [4]uint32{2653853934, 3922826080, 3980780901, 3736755472}
	if got != want {
		t.Errorf("hashKey = %v, want %v", got, want)
	}
}

// BenchmarkAffine multiplies by a layer of the encoder; it reports floating
// point operations a second.
func BenchmarkAffine(b *testing.B) {
	r := rand.New(rand.NewSource(4))
	a, _, _ := randomAffine(b, r, modelCols, modelCols)
	x, y := randomSlice(r, (blockRows+16)*modelWidth), make([]float32, blockRows*modelCols)
	b.SetBytes(int64(4 * len(y)))
	for b.Loop() {
		a.apply(x, modelWidth, blockRows, y)
	}
	b.ReportMetric(2*blockRows*modelCols*modelCols*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
}

// BenchmarkAffineParallel does that on each of -cpu's processors at a time, all
// in their first caches: what processors take from each other shows.
func BenchmarkAffineParallel(b *testing.B) {
	b.RunParallel(func(pb *testing.PB) {
		r := rand.New(rand.NewSource(4))
		a, _, _ := randomAffine(b, r, modelState, modelWidth)
		x, y := randomSlice(r, 48*modelWidth), make([]float32, 48*modelState)
		for pb.Next() {
			a.apply(x, modelWidth, 48, y)
		}
	})
	b.ReportMetric(2*48*modelWidth*modelState*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
}

// BenchmarkMaxoutNorm finishes rows of an encoder layer.
func BenchmarkMaxoutNorm(b *testing.B) {
	r := rand.New(rand.NewSource(5))
	y, out, g, bias := randomSlice(r, modelCols), randomSlice(r, modelWidth), randomSlice(r, modelWidth), randomSlice(r, modelWidth)
	b.SetBytes(4 * modelCols)
	for b.Loop() {
		kernel.maxoutNorm(y, out, g, bias, false)
	}
}
