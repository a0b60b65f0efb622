package thinc

import (
	"math"
	"math/rand"
	"runtime"
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
	r := rand.New(rand.NewSource(1))
	for _, size := range []struct{ nO, nI, stride, rows int }{
		{288, 288, 96, 48}, {288, 576, 576, 7}, {50, 96, 96, 1}, {106, 64, 64, 13}, {1024, 64, 64, 6}, {1, 4, 4, 2},
	} {
		a, w, b := randomAffine(t, r, size.nO, size.nI)
		rows := paddedRows(size.rows)
		x := randomSlice(r, rows*size.stride+size.nI)
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
}

// TestAffineRowByRow asks for the same bits wherever a row stands.
func TestAffineRowByRow(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	a, _, _ := randomAffine(t, r, maxoutCols, maxoutCols)
	x := randomSlice(r, 60*Width+maxoutCols)
	all := make([]float32, 60*maxoutCols)
	a.apply(x, Width, 60, all)
	for i := range 60 {
		some := make([]float32, 6*maxoutCols)
		padded := append(append([]float32(nil), x[i*Width:min(len(x), i*Width+maxoutCols)]...), make([]float32, 6*Width)...)
		a.apply(padded, Width, 1, some)
		for o := range maxoutCols {
			if some[o] != all[i*maxoutCols+o] {
				t.Fatalf("row %d output %d: alone %v, among others %v", i, o, some[o], all[i*maxoutCols+o])
			}
		}
	}
}

func TestNewAffineRefuses(t *testing.T) {
	if _, err := NewAffine(make([]float32, 12), 2, 6, nil, nil); err == nil {
		t.Error("6 inputs were accepted")
	}
}

// TestKernels compares the processor's kernels with the portable ones.
func TestKernels(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 50 {
		y, g, b := randomSlice(r, maxoutCols), randomSlice(r, Width), randomSlice(r, Width)
		for _, add := range []bool{false, true} {
			got := randomSlice(r, Width)
			want := append([]float32(nil), got...)
			maxoutNorm(y, got, g, b, add)
			maxoutNormGo(y, want, g, b, add)
			compare(t, "maxoutNorm", got, want)
		}

		var addends [][]float32
		for range 1 + r.Intn(24) {
			addends = append(addends, randomSlice(r, maxoutCols))
		}
		sum, want := make([]float32, maxoutCols), make([]float32, maxoutCols)
		sumRows(addends, y, sum)
		sumRowsGo(addends, y, want)
		compare(t, "sumRows", sum, want)

		rows := make([][]float32, 1+r.Intn(8))
		for i := range rows {
			rows[i] = randomSlice(r, stateCols)
		}
		bias := randomSlice(r, stateCols)
		got, want := make([]float32, Hidden), make([]float32, Hidden)
		sumMaxout(rows, bias, got)
		sumMaxoutGo(rows, bias, want)
		compare(t, "sumMaxout", got, want)

		x, w, pb := randomSlice(r, 64), randomSlice(r, 64*panelCols), randomSlice(r, panelCols)
		got, want = make([]float32, panelCols), make([]float32, panelCols)
		rowPanel(x, w, pb, got)
		rowPanelGo(x, w, pb, want)
		compare(t, "rowPanel", got, want)

		x = randomSlice(r, 12*32+64)
		got, want = make([]float32, 12*20), make([]float32, 12*20)
		gemmPanel(x, 32, 12, w, pb, got, 20)
		gemmPanelGo(x, 32, 12, w, pb, want, 20)
		compare(t, "gemmPanel", got, want)

		x = randomSlice(r, quadIn)
		got, want = make([]float32, quadIn), make([]float32, quadIn)
		filterInput(x, got)
		filterInputGo(x, want)
		compare(t, "filterInput", got, want)

		m := randomSlice(r, points*blockQuads*panelCols)
		got, want = make([]float32, quad*maxoutCols), make([]float32, quad*maxoutCols)
		filterOutput(m, pb, got)
		filterOutputGo(m, pb, want)
		compare(t, "filterOutput", got, want)
	}
}

// compare wants the same numbers, and on arm64, where Go too fuses products and
// sums, the same bits.
func compare(t *testing.T, kernel string, got, want []float32) {
	t.Helper()
	for i := range want {
		if !near(float64(want[i]), got[i]) || runtime.GOARCH == "arm64" && got[i] != want[i] {
			t.Fatalf("%s: element %d is %v, portable %v", kernel, i, got[i], want[i])
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
	a, _, _ := randomAffine(b, r, maxoutCols, maxoutCols)
	x, y := randomSlice(r, 60*Width), make([]float32, blockRows*maxoutCols)
	b.SetBytes(int64(4 * len(y)))
	for b.Loop() {
		a.apply(x, Width, blockRows, y)
	}
	b.ReportMetric(2*blockRows*maxoutCols*maxoutCols*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
}

// BenchmarkMaxoutNorm finishes rows of an encoder layer.
func BenchmarkMaxoutNorm(b *testing.B) {
	r := rand.New(rand.NewSource(5))
	y, out, g, bias := randomSlice(r, maxoutCols), randomSlice(r, Width), randomSlice(r, Width), randomSlice(r, Width)
	b.SetBytes(4 * maxoutCols)
	for b.Loop() {
		maxoutNorm(y, out, g, bias, false)
	}
}
