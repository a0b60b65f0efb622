package thinc

import "fmt"

// mixLayer makes one vector of a token's embeddings.
type mixLayer struct {
	tables []*HashEmbed // of each attribute
	static *Affine      // [vector width] to [cols]; nil without static vectors
	bias   []float32    // [cols]
	norm   norm
}

// newMixLayer makes the layer of the nodes of the tables and of the static
// vectors, of which there may be none, and the maxout m over them in that order.
func newMixLayer(tables, static []*Node, m maxout, after norm) (mixLayer, error) {
	l := mixLayer{bias: m.b, norm: after}
	for j, n := range tables {
		table, err := readHashEmbed(n, m.outputs, m, j*m.outputs)
		if err != nil {
			return l, err
		}
		l.tables = append(l.tables, table)
	}
	for _, n := range static {
		var err error
		if l.static, err = readStatic(n, m, len(tables)*m.outputs); err != nil {
			return l, err
		}
	}
	return l, nil
}

// readStatic makes one layer of a static_vectors node, which multiplies a
// word's vector, and the mixing layer's weights for its inputs that begin at
// from.
func readStatic(n *Node, mix maxout, from int) (*Affine, error) {
	var key string
	if err := n.Attr("key_attr", &key); err != nil {
		return nil, err
	}
	if key != "ORTH" {
		return nil, fmt.Errorf("layer %s: vectors by %s, want ORTH", n.Name, key)
	}
	w, err := n.Param("W", mix.outputs, -1)
	if err != nil {
		return nil, err
	}
	nI := w.Shape[1]
	var product []float32
	sum := make([]float64, nI)
	for o := range mix.cols() {
		clear(sum)
		for k := range mix.outputs {
			v := float64(mix.w[o*mix.inputs+from+k])
			for i := range nI {
				sum[i] += v * float64(w.Data[k*nI+i])
			}
		}
		for _, v := range sum {
			product = append(product, float32(v))
		}
	}
	return NewAffine(product, mix.cols(), nI, nil, mix.order())
}

// vector returns what a static vector adds. It is valid until the next call.
func (l *mixLayer) vector(s *Scratch, v []float32) []float32 {
	s.static = grow(s.static, l.static.cols+l.static.w.inputs)
	y, x := s.static[:l.static.cols], s.static[l.static.cols:]
	clear(x[copy(x, v):])
	l.static.applyRow(x, y)
	return y[:l.norm.cols]
}
