package thinc

// kernels are the loops that take nearly all the time, for one instruction
// set. The portable ones run anywhere, on layers of any size; the others are
// for the sizes of spaCy's published models, and leave what does not fit to
// the portable ones.
//
// All add in the same order. They may differ in fusing a product and a sum:
// AVX2 and AVX-512 do so alike and give the same bits, and so do NEON and the
// portable loops, which Go's compiler fuses on arm64.
type kernels struct {
	name string
	// gemm computes Y = X·W + b for rows rows, a multiple of rowGroup. Row r of
	// x begins at x[r*stride], row r of y at y[r*cols].
	gemm func(x []float32, stride, rows int, w panels, b, y []float32, cols int)
	// row computes one row of that, in four sums that are added at the end: a
	// single row would wait for each addition otherwise. x has w.inputs numbers.
	row func(x []float32, w panels, b, y []float32)
	// maxoutNorm takes the greatest of the pieces of y, [pieces][len(gain)],
	// normalises these to mean 0 and variance 1, scales by gain, shifts by b
	// and writes them to out, or adds them to it. What is left in y is undefined.
	maxoutNorm func(y, out, gain, b []float32, add bool)
	// sumRows adds the bias b and the rows.
	sumRows func(rows [][]float32, b, y []float32)
	// sumMaxout adds the rows, [pieces][len(out)], and the bias b, and writes
	// the greatest of the pieces to out.
	sumMaxout func(rows [][]float32, b, out []float32)
	// filterInput and filterOutput are the two ends of a convolution, for some
	// quads of rows; see winograd.go.
	filterInput  func(x, t []float32, quads int)
	filterOutput func(m, bias, y []float32, quads int)
}

// kernel is what this processor runs fastest.
var kernel = available()[0]

// Kernels returns the name of the instruction set in use.
func Kernels() string { return kernel.name }

// panelCols is the width of the panels that weights are packed in, and
// rowGroup the number of rows that a kernel takes together at least.
const (
	panelCols = 16
	rowGroup  = 6
)

// panels are weights as the kernels read them: n panels of 16 outputs, each
// [inputs][16], so that one is read from one end to the other. Panel i begins
// at w[i*step]. inputs is a multiple of four.
type panels struct {
	w               []float32
	inputs, n, step int
}

// panel returns the weights of panel i.
func (p panels) panel(i int) []float32 { return p.w[i*p.step:][:p.inputs*panelCols] }

// paddedRows returns the rows that a matrix of n rows must have room for,
// since the kernels work on groups of rows.
func paddedRows(n int) int { return (n + rowGroup - 1) / rowGroup * rowGroup }

// normEpsilon is added to the variance by thinc's LayerNorm.
const normEpsilon = 1e-8
