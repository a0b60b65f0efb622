package thinc

// maxout is the weights of a maxout layer, the greatest of three affine
// outputs (https://arxiv.org/abs/1302.4389): [nI] to [96].
type maxout struct {
	w []float32 // [96][3 pieces][nI], as thinc has it
	b []float32 // [3 pieces][96]
}

func readMaxout(n *Node, nI int) (maxout, error) {
	w, err := n.Param("W", Width, maxoutPieces, nI)
	if err != nil {
		return maxout{}, err
	}
	b, err := n.Param("b", Width, maxoutPieces)
	if err != nil {
		return maxout{}, err
	}
	m := maxout{w: w.Data, b: make([]float32, maxoutCols)}
	for c, from := range pieceOrder(Width, maxoutPieces) {
		m.b[c] = b.Data[from]
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
type norm struct{ gain, bias []float32 } // [96] each

func readNorm(n *Node) (norm, error) {
	g, err := n.Param("G", Width)
	if err != nil {
		return norm{}, err
	}
	b, err := n.Param("b", Width)
	if err != nil {
		return norm{}, err
	}
	return norm{g.Data, b.Data}, nil
}

// apply finishes n rows of y, [n][288], into rows of out, or adds to them.
func (m norm) apply(y, out []float32, n int, add bool) {
	for r := range n {
		maxoutNorm(y[r*maxoutCols:(r+1)*maxoutCols], out[r*Width:(r+1)*Width], m.gain, m.bias, add)
	}
}
