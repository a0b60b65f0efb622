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

// The sizes of the networks in spaCy's published English models, which kernels
// are written for. Networks of other sizes run too, slower.
const (
	modelWidth  = 96 // of a token's vector
	modelPieces = 3
	modelCols   = modelWidth * modelPieces // 288
	modelState  = 64                       // of the parser's state vector, in two pieces
)

// blockRows is how many rows pass through a layer together: few enough that
// they stay in the processor's cache, enough that the weights read serve many.
const blockRows = 96

// Scratch is the working memory of one goroutine. The zero value is ready.
type Scratch struct {
	rows     [][]float32  // to be added
	y        [2][]float32 // a block's rows before maxout, and the block's before it
	tokens   []float32    // rows of the encoder
	embedded []float32    // rows of embeddings, as windowLayer.row says
	static   []float32    // a static vector's part
	quads    []float32    // inputs of a convolution
	filtered []float32    // and 32 columns of its products
}

// grow returns b with length n, in new memory if need be; its content is lost.
func grow(b []float32, n int) []float32 {
	if cap(b) < n {
		return make([]float32, n+n/4)[:n]
	}
	return b[:n]
}
