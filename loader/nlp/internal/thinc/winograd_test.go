package thinc

import (
	"math"
	"math/rand"
	"testing"
)

// TestConvolution compares with the plain sums, and asks that no more
// precision be lost than these lose in float32, give or take.
func TestConvolution(t *testing.T) { eachKernels(t, testConvolution) }

func testConvolution(t *testing.T) {
	r := rand.New(rand.NewSource(6))
	w, bias := randomSlice(r, modelCols*window*modelWidth), randomSlice(r, modelCols)
	c := newConvolution(w, bias)
	direct, err := NewAffine(w, modelCols, window*modelWidth, bias, pieceOrder(modelWidth, modelPieces))
	if err != nil {
		t.Fatal(err)
	}
	direct.b = bias
	order := pieceOrder(modelWidth, modelPieces)
	var s Scratch
	for _, rows := range []int{1, 3, 4, 23, 24, 25, 47, 48, 71, 96} {
		x := randomSlice(r, (blockRows+rowGroup+window)*modelWidth)
		y, plain := make([]float32, blockRows*modelCols), make([]float32, (blockRows+rowGroup)*modelCols)
		c.apply(&s, x, rows, y)
		direct.apply(x, modelWidth, rows, plain)
		var err1, err2 float64
		for row := range rows {
			for col := range modelCols {
				sum := float64(bias[col])
				for i := range window * modelWidth {
					sum += float64(x[row*modelWidth+i]) * float64(w[order[col]*window*modelWidth+i])
				}
				got, other := y[row*modelCols+col], plain[row*modelCols+col]
				if !near(sum, got) {
					t.Fatalf("%d rows: row %d column %d is %v, want %v", rows, row, col, got, sum)
				}
				err1 += math.Pow(float64(got)-sum, 2)
				err2 += math.Pow(float64(other)-sum, 2)
			}
		}
		t.Logf("%d rows: error %.2g, direct %.2g", rows, math.Sqrt(err1/float64(rows*modelCols)), math.Sqrt(err2/float64(rows*modelCols)))
		if err1 > 9*err2 {
			t.Errorf("%d rows: squared error %v, that of plain sums %v", rows, err1, err2)
		}
	}
}

// BenchmarkConvolution does the work of BenchmarkAffine.
func BenchmarkConvolution(b *testing.B) {
	r := rand.New(rand.NewSource(7))
	c := newConvolution(randomSlice(r, modelCols*window*modelWidth), randomSlice(r, modelCols))
	x, y := randomSlice(r, (blockRows+16)*modelWidth), make([]float32, blockRows*modelCols)
	var s Scratch
	b.SetBytes(int64(4 * len(y)))
	for b.Loop() {
		c.apply(&s, x, blockRows, y)
	}
}
