package thinc

// convLayer is a layer of the encoder after the first: a maxout over a window
// of tokens, and the norm after it.
type convLayer struct {
	cols  int          // of a row of y
	quick *convolution // for layers of the usual size
	plain *Affine      // for others
	width int
	norm  norm
}

func newConvLayer(m maxout, after norm) (convLayer, error) {
	l := convLayer{width: m.outputs, norm: after}
	if m.outputs == modelWidth && m.pieces == modelPieces && m.inputs == window*modelWidth {
		l.quick, l.cols = newConvolution(m.w, m.b), modelCols
		return l, nil
	}
	var err error
	l.plain, err = NewAffine(m.w, m.cols(), m.inputs, nil, m.order())
	if err != nil {
		return l, err
	}
	copy(l.plain.b, m.b)
	l.cols = l.plain.cols
	return l, nil
}

// multiply writes rows results, at most blockRows, to y: row r for the window
// that begins at row r of x. The last rows may read a rowGroup of rows beyond
// their window.
func (l convLayer) multiply(s *Scratch, x []float32, rows int, y []float32) {
	if l.quick != nil {
		l.quick.apply(s, x, rows, y)
		return
	}
	l.plain.apply(x, l.width, rows, y)
}

// encode adds to rows reach to reach+n of x the layer's answer to each row and
// its neighbours, reach to each side.
//
// A block is added to x only when the next one has been computed, which still
// needs the old rows.
func (l convLayer) encode(s *Scratch, x []float32, reach, n int) {
	for i := range s.y {
		s.y[i] = grow(s.y[i], blockRows*l.cols)
	}
	y, last := s.y[0], s.y[1]
	for from := 0; from < n; from += blockRows {
		l.multiply(s, x[from*l.width:], min(blockRows, n-from), y)
		if from > 0 {
			l.norm.apply(last, l.cols, x[(from-blockRows+reach)*l.width:], blockRows, true)
		}
		y, last = last, y
	}
	from := (n - 1) / blockRows * blockRows
	l.norm.apply(last, l.cols, x[(from+reach)*l.width:], n-from, true)
}
