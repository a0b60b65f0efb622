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
	bias   []float32    // [3 pieces][96]
	norm   norm
}

// newMixLayer makes the layer of the tables' nodes and the maxout m.
func newMixLayer(tables []*Node, m maxout, after norm) (mixLayer, error) {
	l := mixLayer{bias: m.b, norm: after}
	w := make([]float32, maxoutCols*Width)
	for j, n := range tables {
		for o := range maxoutCols {
			copy(w[o*Width:(o+1)*Width], m.w[(o*len(tables)+j)*Width:])
		}
		table, err := readHashEmbed(n, w)
		if err != nil {
			return l, err
		}
		l.tables = append(l.tables, table)
	}
	return l, nil
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
	if len(m.All("static_vectors")) > 0 {
		return nil, fmt.Errorf("tok2vec: static vectors are not supported; take a model without them (…_sm)")
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
	nI := len(tables) * Width
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
			if t.mix, err = newMixLayer(tables, m, after); err != nil {
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

// Embed computes the embeddings of tokens. keys holds the ids of their
// attributes, [len(to)][len(Attrs)].
func (t *Tok2Vec) Embed(s *Scratch, keys []uint64, to []*Embedding) {
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
