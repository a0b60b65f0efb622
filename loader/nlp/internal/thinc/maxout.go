package thinc

// maxout is the weights of a maxout layer, the greatest of several affine
// outputs (https://arxiv.org/abs/1302.4389).
type maxout struct {
	outputs, pieces, inputs int

	w []float32 // [outputs][pieces][inputs], as thinc has it
	b []float32 // [pieces][outputs]
}

// cols returns the number of affine outputs.
func (m maxout) cols() int { return m.outputs * m.pieces }

// order says where in w the affine outputs are.
func (m maxout) order() []int { return pieceOrder(m.outputs, m.pieces) }

// place returns the weights of the inputs that begin at from, [cols][n].
func (m maxout) place(from, n int) []float32 {
	w := make([]float32, 0, m.cols()*n)
	for o := range m.cols() {
		w = append(w, m.w[o*m.inputs+from:][:n]...)
	}
	return w
}

// readMaxout reads a maxout node.
func readMaxout(n *Node) (maxout, error) {
	w, err := n.Param("W", -1, -1, -1)
	if err != nil {
		return maxout{}, err
	}
	m := maxout{outputs: w.Shape[0], pieces: w.Shape[1], inputs: w.Shape[2], w: w.Data}
	b, err := n.Param("b", m.outputs, m.pieces)
	if err != nil {
		return maxout{}, err
	}
	for _, from := range m.order() {
		m.b = append(m.b, b.Data[from])
	}
	return m, nil
}

// pieceOrder turns (output, piece), as thinc has it, into (piece, output), so
// that the maximum is taken over whole vectors.
func pieceOrder(outputs, pieces int) []int {
	order := make([]int, outputs*pieces)
	for c := range order {
		order[c] = c%outputs*pieces + c/outputs
	}
	return order
}

// norm takes the greatest pieces and normalises them
// (https://arxiv.org/abs/1607.06450): what comes after a maxout layer's sums.
type norm struct {
	cols       int       // pieces of each output
	gain, bias []float32 // [outputs] each
}

// readNorm reads the layernorm node that comes after m.
func readNorm(n *Node, m maxout) (norm, error) {
	g, err := n.Param("G", m.outputs)
	if err != nil {
		return norm{}, err
	}
	b, err := n.Param("b", m.outputs)
	if err != nil {
		return norm{}, err
	}
	return norm{m.cols(), g.Data, b.Data}, nil
}

// apply finishes n rows of y, which are stride apart, into rows of out, or adds
// to them. What is left in y is undefined.
func (m norm) apply(y []float32, stride int, out []float32, n int, add bool) {
	width := len(m.gain)
	for r := range n {
		kernel.maxoutNorm(y[r*stride:][:m.cols], out[r*width:][:width], m.gain, m.bias, add)
	}
}
