package thinc

import "fmt"

// Softmax chooses one of its classes for each token. The probabilities are not
// computed: the class with the greatest score has the greatest.
type Softmax struct{ affine *Affine }

// NewSoftmax finds the one softmax layer of m.
func NewSoftmax(m *Model) (*Softmax, error) {
	nodes, err := m.Exactly(1, "softmax")
	if err != nil {
		return nil, fmt.Errorf("softmax: %w", err)
	}
	a, err := readAffine(nodes[0])
	if err != nil {
		return nil, fmt.Errorf("softmax: %w", err)
	}
	return &Softmax{a}, nil
}

// Inputs returns the width of the vectors that it wants.
func (s *Softmax) Inputs() int { return s.affine.nI }

// Classes returns the number of classes.
func (s *Softmax) Classes() int { return s.affine.nO }

// Argmax calls each with the best class of every one of n tokens; of equals,
// the first. vectors are what Tok2Vec.Encode returned.
func (s *Softmax) Argmax(scratch *Scratch, vectors []float32, n int, each func(i, class int)) {
	width, cols := s.affine.nI, s.affine.cols
	scratch.y[0] = grow(scratch.y[0], blockRows*cols)
	y := scratch.y[0]
	for from := 0; from < n; from += blockRows {
		rows := min(blockRows, n-from)
		s.affine.apply(vectors[from*width:], width, rows, y)
		for r := range rows {
			best, score := 0, y[r*cols:r*cols+s.affine.nO]
			for c, v := range score {
				if v > score[best] {
					best = c
				}
			}
			each(from+r, best)
		}
	}
}
