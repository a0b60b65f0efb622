package thinc

import "fmt"

// Tok2Vec gives each token a vector that knows its neighbours: spaCy's
// MultiHashEmbed (a table for each attribute, mixed by a maxout layer) and
// MaxoutWindowEncoder (residual layers, each over three tokens).
type Tok2Vec struct {
	// Attrs names the token attributes whose ids are embedded, in order.
	Attrs  []string
	mix    mixLayer
	first  *windowLayer // the encoder's first layer
	layers []convLayer  // its other layers
}

// mixLayer makes one vector of a token's embeddings.
type mixLayer struct {
	tables []*HashEmbed // of each attribute
	static *Affine      // [vector width] to [3 pieces][96]; nil without static vectors
	bias   []float32    // [3 pieces][96]
	norm   norm
}

// newMixLayer makes the layer of the nodes of the tables and of the static
// vectors, of which there may be none, and the maxout m over them in that order.
func newMixLayer(tables, static []*Node, m maxout, after norm) (mixLayer, error) {
	l := mixLayer{bias: m.b, norm: after}
	inputs := len(tables) + len(static)
	weights := func(j int) []float32 { // of input j, [96][3 pieces][96]
		w := make([]float32, maxoutCols*Width)
		for o := range maxoutCols {
			copy(w[o*Width:(o+1)*Width], m.w[(o*inputs+j)*Width:])
		}
		return w
	}
	for j, n := range tables {
		table, err := readHashEmbed(n, weights(j))
		if err != nil {
			return l, err
		}
		l.tables = append(l.tables, table)
	}
	for _, n := range static {
		var err error
		if l.static, err = readStatic(n, weights(len(tables))); err != nil {
			return l, err
		}
	}
	return l, nil
}

// readStatic makes one layer of a static_vectors node, which multiplies a
// word's vector, and the mixing layer's weights for it, [96][3 pieces][96].
func readStatic(n *Node, mix []float32) (*Affine, error) {
	var key string
	if err := n.Attr("key_attr", &key); err != nil {
		return nil, err
	}
	if key != "ORTH" {
		return nil, fmt.Errorf("layer %s: vectors by %s, want ORTH", n.Name, key)
	}
	w, err := n.Param("W", Width, -1)
	if err != nil {
		return nil, err
	}
	nI := w.Shape[1]
	product := make([]float32, maxoutCols*nI)
	sum := make([]float64, nI)
	for o := range maxoutCols {
		clear(sum)
		for k := range Width {
			for i := range nI {
				sum[i] += float64(mix[o*Width+k]) * float64(w.Data[k*nI+i])
			}
		}
		for i, v := range sum {
			product[o*nI+i] = float32(v)
		}
	}
	return NewAffine(product, maxoutCols, nI, nil, pieceOrder(Width, maxoutPieces))
}

// convLayer is a layer of the encoder.
type convLayer struct {
	conv *convolution
	norm norm
}

// window is how many tokens a layer of the encoder sees.
const window = 3

// Embedding is what the network makes of a token alone, whatever its
// neighbours: a function of its attributes, worth keeping for the next time.
type Embedding struct {
	vector [Width]float32
	// products are what the token brings to the first layer of the encoder at
	// the window's places: of the next token, of itself, of the one before.
	products [window][maxoutCols]float32
}

// NewTok2Vec finds the layers of a Tok2Vec in m, and refuses another network.
func NewTok2Vec(m *Model) (*Tok2Vec, error) {
	t := &Tok2Vec{}
	columns, err := m.Exactly(1, "extract_features")
	if err != nil {
		return nil, fmt.Errorf("tok2vec: %w", err)
	}
	if err := columns[0].Attr("columns", &t.Attrs); err != nil {
		return nil, fmt.Errorf("tok2vec: %w", err)
	}
	static := m.All("static_vectors")
	if len(static) > 1 {
		return nil, fmt.Errorf("tok2vec: %d layers of static vectors, want 1 at most", len(static))
	}
	tables, err := m.Exactly(len(t.Attrs), "hashembed")
	if err != nil {
		return nil, fmt.Errorf("tok2vec: %w", err)
	}
	windows := m.All("expand_window")
	for _, n := range windows {
		var size int
		if err := n.Attr("window_size", &size); err != nil {
			return nil, fmt.Errorf("tok2vec: %w", err)
		}
		if size != window/2 {
			return nil, fmt.Errorf("tok2vec: window of %d tokens to each side, want %d", size, window/2)
		}
	}
	maxouts, err := m.Exactly(1+len(windows), "maxout")
	if err != nil {
		return nil, fmt.Errorf("tok2vec: %w", err)
	}
	norms, err := m.Exactly(len(maxouts), "layernorm")
	if err != nil {
		return nil, fmt.Errorf("tok2vec: %w", err)
	}
	if len(windows) == 0 {
		return nil, fmt.Errorf("tok2vec: no window encoder")
	}
	nI := (len(tables) + len(static)) * Width
	for i, n := range maxouts {
		m, err := readMaxout(n, nI)
		if err != nil {
			return nil, fmt.Errorf("tok2vec: %w", err)
		}
		after, err := readNorm(norms[i])
		if err != nil {
			return nil, fmt.Errorf("tok2vec: %w", err)
		}
		switch i {
		case 0:
			if t.mix, err = newMixLayer(tables, static, m, after); err != nil {
				return nil, fmt.Errorf("tok2vec: %w", err)
			}
		case 1:
			if t.first, err = newWindowLayer(m, after); err != nil {
				return nil, fmt.Errorf("tok2vec: %w", err)
			}
		default:
			t.layers = append(t.layers, convLayer{newConvolution(m.w, m.b), after})
		}
		nI = window * Width
	}
	return t, nil
}

// VectorWidth returns the length of the static vectors that the network wants
// beside the attributes, or 0.
func (t *Tok2Vec) VectorWidth() int {
	if t.mix.static == nil {
		return 0
	}
	return t.mix.static.nI
}

// Embed computes the embeddings of tokens. keys holds the ids of their
// attributes, [len(to)][len(Attrs)]; vectors, where the network wants them, the
// static vector of each, nil for a token without.
func (t *Tok2Vec) Embed(s *Scratch, keys []uint64, vectors [][]float32, to []*Embedding) {
	k := len(t.mix.tables)
	s.y[0] = grow(s.y[0], blockRows*maxoutCols)
	y := s.y[0][:maxoutCols]
	for from := 0; from < len(to); from += blockRows {
		rows := min(blockRows, len(to)-from)
		for r := range rows {
			s.rows = s.rows[:0]
			for j, table := range t.mix.tables {
				s.rows = table.lookup(s.rows, keys[(from+r)*k+j])
			}
			if t.mix.static != nil && vectors[from+r] != nil {
				t.mix.static.applyRow(vectors[from+r], s.static[:])
				s.rows = append(s.rows, s.static[:])
			}
			sumRows(s.rows, t.mix.bias, y)
			vector := s.mixed[r*Width : (r+1)*Width]
			t.mix.norm.apply(y, vector, 1, false)
			copy(to[from+r].vector[:], vector)
		}
		t.first.multiply(s, rows, to[from:])
	}
}

// Encode runs the encoder over tokens and returns a vector for each, [n][96].
// The result is valid until the next call on s, and may be read up to the end
// of a whole block of rows.
//
// thinc pads a document with as many zero rows at either end as there are
// layers, and computes these like tokens; so do we, leaving out what cannot
// reach a token any more.
func (t *Tok2Vec) Encode(s *Scratch, tokens []*Embedding) []float32 {
	n, pad := len(tokens), 1+len(t.layers)
	rows := n + 2*pad
	s.tokens = grow(s.tokens, (rows+blockRows+window)*Width)
	x := s.tokens
	clear(x[:pad*Width])
	clear(x[(pad+n)*Width:])
	for i, e := range tokens {
		copy(x[(pad+i)*Width:], e.vector[:])
	}
	t.first.encode(s, x, tokens, pad)
	for l, layer := range t.layers {
		t.encodeLayer(s, layer, x[(l+1)*Width:], rows-2*(l+2))
	}
	return x[pad*Width:]
}

// encodeLayer adds to rows 1 to n of x the layer's answer to each row and its
// two neighbours.
//
// A block is added to x only when the
// next one has been computed, which still needs the old rows.
func (t *Tok2Vec) encodeLayer(s *Scratch, layer convLayer, x []float32, n int) {
	for i := range s.y {
		s.y[i] = grow(s.y[i], blockRows*maxoutCols)
	}
	y, last := s.y[0], s.y[1]
	for from := 0; from < n; from += blockRows {
		layer.conv.apply(s, x[from*Width:], min(blockRows, n-from), y)
		if from > 0 {
			layer.norm.apply(last, x[(from-blockRows+1)*Width:], blockRows, true)
		}
		y, last = last, y
	}
	from := (n - 1) / blockRows * blockRows
	layer.norm.apply(last, x[(from+1)*Width:], n-from, true)
}
