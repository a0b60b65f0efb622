package thinc

// Maxout is a maxout layer (the greatest of three affine outputs,
// https://arxiv.org/abs/1302.4389) followed by layer normalisation
// (https://arxiv.org/abs/1607.06450): [nI] to [96].
type Maxout struct {
	affine     *Affine   // [nI] to [3][96]
	gain, bias []float32 // [96] each
}

// readMaxout makes the layer of a maxout node and the layernorm node after it.
func readMaxout(maxout, norm *Node, nI int) (*Maxout, error) {
	w, err := maxout.Param("W", Width, maxoutPieces, nI)
	if err != nil {
		return nil, err
	}
	b, err := maxout.Param("b", Width, maxoutPieces)
	if err != nil {
		return nil, err
	}
	g, err := norm.Param("G", Width)
	if err != nil {
		return nil, err
	}
	nb, err := norm.Param("b", Width)
	if err != nil {
		return nil, err
	}
	affine, err := NewAffine(w.Data, maxoutCols, nI, b.Data, pieceOrder(Width, maxoutPieces))
	if err != nil {
		return nil, err
	}
	return &Maxout{affine: affine, gain: g.Data, bias: nb.Data}, nil
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

// norm finishes n rows of y, [n][288], into rows of out, or adds to them.
func (m *Maxout) norm(y, out []float32, n int, add bool) {
	for r := range n {
		maxoutNorm(y[r*maxoutCols:(r+1)*maxoutCols], out[r*Width:(r+1)*Width], m.gain, m.bias, add)
	}
}
