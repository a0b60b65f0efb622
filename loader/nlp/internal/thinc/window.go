package thinc

// windowLayer is the first layer of an encoder. Its inputs are embeddings that
// come again and again, so it does not multiply a window of them by its
// weights: it multiplies each embedding once by the weights of each place, and
// adds the products of a window.
type windowLayer struct {
	width, places int
	cols          int       // products of one place
	products      *Affine   // [width] to [places][cols]
	bias          []float32 // [cols]
	norm          norm
}

// newWindowLayer makes the layer of a maxout over a window and the norm after
// it.
func newWindowLayer(m maxout, after norm) (*windowLayer, error) {
	w := &windowLayer{width: m.outputs, places: m.inputs / m.outputs, cols: m.cols(), bias: m.b, norm: after}
	// By place instead of by output: [places][cols][width].
	var byPlace []float32
	var order []int
	for p := range w.places {
		byPlace = append(byPlace, m.place(p*w.width, w.width)...)
		for _, o := range m.order() {
			order = append(order, p*w.cols+o)
		}
	}
	var err error
	w.products, err = NewAffine(byPlace, w.places*w.cols, w.width, nil, order)
	return w, err
}

// row returns the length of a row of Scratch.embedded: the token's vector, then
// its products.
func (w *windowLayer) row() int { return w.width + w.products.cols }

// multiply fills in the products in rows rows of s.embedded.
func (w *windowLayer) multiply(s *Scratch, rows int) {
	w.products.applyTo(s.embedded, w.row(), rows, s.embedded[w.width:], w.row())
}

// encode adds the layer's answer to the rows of x whose windows are whole. The
// tokens are rows pad and up; those before and after are zero.
func (w *windowLayer) encode(s *Scratch, x []float32, tokens []*Embedding, pad int) {
	s.y[0] = grow(s.y[0], blockRows*w.cols)
	y := s.y[0][:w.cols]
	reach := w.places / 2
	for row := reach; row < len(tokens)+2*pad-reach; row++ {
		s.rows = s.rows[:0]
		for p := range w.places {
			if i := row - pad + p - reach; i >= 0 && i < len(tokens) {
				s.rows = append(s.rows, tokens[i].data[w.width+p*w.cols:][:w.cols])
			}
		}
		kernel.sumRows(s.rows, w.bias, y)
		w.norm.apply(y, w.cols, x[row*w.width:], 1, true)
	}
}
