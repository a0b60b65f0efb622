package thinc

// windowLayer is the first layer of an encoder. Its inputs are embeddings that
// come again and again, so it does not multiply a window of three by its
// weights: it multiplies each embedding once by the weights of each place, and
// adds three such products for a window.
type windowLayer struct {
	products *Affine   // [96] to [3 places][3 pieces][96]
	bias     []float32 // [3 pieces][96]
	norm     norm
}

// newWindowLayer makes the layer of a maxout over a window and the norm after
// it.
func newWindowLayer(m maxout, after norm) (*windowLayer, error) {
	// By place instead of by output: [3 places][96 * 3 pieces][96].
	byPlace := make([]float32, len(m.w))
	order := make([]int, window*maxoutCols)
	pieces := pieceOrder(Width, maxoutPieces)
	for p := range window {
		for o := range maxoutCols {
			copy(byPlace[(p*maxoutCols+o)*Width:][:Width], m.w[(o*window+p)*Width:])
			order[p*maxoutCols+o] = p*maxoutCols + pieces[o]
		}
	}
	products, err := NewAffine(byPlace, window*maxoutCols, Width, nil, order)
	if err != nil {
		return nil, err
	}
	return &windowLayer{products: products, bias: m.b, norm: after}, nil
}

// multiply writes the products of the rows of s.mixed to the embeddings.
func (w *windowLayer) multiply(s *Scratch, rows int, to []*Embedding) {
	s.products = grow(s.products, blockRows*w.products.cols)
	w.products.apply(s.mixed[:], Width, rows, s.products)
	for r := range rows {
		for p := range window {
			copy(to[r].products[p][:], s.products[(r*window+p)*maxoutCols:])
		}
	}
}

// encode adds the layer's answer to the rows of x that can reach a token: all
// but the first and the last. The tokens are rows pad and up; the others are
// zero.
func (w *windowLayer) encode(s *Scratch, x []float32, tokens []*Embedding, pad int) {
	s.y[0] = grow(s.y[0], blockRows*maxoutCols)
	y := s.y[0][:maxoutCols]
	at := func(row int) *Embedding {
		if i := row - pad; i >= 0 && i < len(tokens) {
			return tokens[i]
		}
		return &noToken
	}
	before, this := at(0), at(1)
	for row := 1; row < len(tokens)+2*pad-1; row++ {
		after := at(row + 1)
		s.rows = append(s.rows[:0], before.products[0][:], this.products[1][:], after.products[2][:])
		sumRows(s.rows, w.bias, y)
		w.norm.apply(y, x[row*Width:], 1, true)
		before, this = this, after
	}
}

// noToken is the embedding of a row of padding.
var noToken Embedding
