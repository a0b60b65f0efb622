// Package thinc runs the layers that spaCy's pipelines are built from, on the
// weights that thinc (https://thinc.ai) saved. Only inference is here, in
// float32, one document at a time.
//
// A matrix is a []float32 with rows one after another; comments name shapes as
// [rows][columns]. Layers hold weights only, and may be shared by goroutines;
// what a call needs beside them is in a Scratch, one for each goroutine.
//
// The formulas follow thinc's and spaCy's sources (MIT, Explosion; see NOTICE
// in loader/nlp).
package thinc

// The sizes that the kernels are written for. A model of other sizes is
// refused when it is read.
const (
	// Width is the length of a token's vector.
	Width = 96
	// Hidden is the length of the parser's state vector.
	Hidden = 64

	maxoutPieces = 3
	statePieces  = 2

	maxoutCols = Width * maxoutPieces // 288
	stateCols  = Hidden * statePieces // 128
)

// blockRows is how many rows pass through a layer together: few enough that
// they stay in the processor's cache, and a multiple of rowGroup.
const blockRows = 48

// Scratch is the working memory of one goroutine. The zero value is ready.
type Scratch struct {
	rows     [][]float32         // to be added
	y        [2][]float32        // a block's rows before maxout, and the block's before it
	tokens   []float32           // rows of the encoder
	products []float32           // rows of products of the encoder's first layer
	static   [maxoutCols]float32 // a static vector's part
	mixed    [blockRows * Width]float32
	quads    [blockQuads * quadIn]float32             // inputs of a convolution
	filtered [points * blockQuads * panelCols]float32 // and 16 columns of its products
}

// grow returns b with length n, in new memory if need be; its content is lost.
func grow(b []float32, n int) []float32 {
	if cap(b) < n {
		return make([]float32, n+n/4)[:n]
	}
	return b[:n]
}
