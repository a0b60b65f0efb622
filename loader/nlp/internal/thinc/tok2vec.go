package thinc

import "fmt"

// Tok2Vec gives each token a vector that knows its neighbours: spaCy's
// MultiHashEmbed (a table for each attribute, mixed by a maxout layer) and
// MaxoutWindowEncoder (residual layers, each over three tokens).
type Tok2Vec struct {
	// Attrs names the token attributes whose ids are embedded, in order.
	Attrs  []string
	tables []*HashEmbed
	mix    *Maxout
	first  *windowLayer // the encoder's first layer
	layers []*Maxout    // its other layers
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
	for _, n := range tables {
		e, err := readHashEmbed(n)
		if err != nil {
			return nil, fmt.Errorf("tok2vec: %w", err)
		}
		t.tables = append(t.tables, e)
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
	nI := len(t.tables) * Width
	for i, n := range maxouts {
		layer, err := readMaxout(n, norms[i], nI)
		if err != nil {
			return nil, fmt.Errorf("tok2vec: %w", err)
		}
		if i == 0 {
			t.mix = layer
		} else {
			t.layers = append(t.layers, layer)
		}
		nI = window * Width
	}
	if len(t.layers) == 0 {
		return nil, fmt.Errorf("tok2vec: no window encoder")
	}
	if t.first, err = newWindowLayer(t.layers[0], maxouts[1]); err != nil {
		return nil, fmt.Errorf("tok2vec: %w", err)
	}
	t.layers = t.layers[1:]
	return t, nil
}

// Embed computes the embeddings of tokens. keys holds the ids of their
// attributes, [len(to)][len(Attrs)].
func (t *Tok2Vec) Embed(s *Scratch, keys []uint64, to []*Embedding) {
	k := len(t.tables)
	nI := k * Width
	s.embed = grow(s.embed, blockRows*nI)
	s.y[0] = grow(s.y[0], blockRows*maxoutCols)
	for from := 0; from < len(to); from += blockRows {
		rows := min(blockRows, len(to)-from)
		for r := range rows {
			for j, table := range t.tables {
				table.embed(keys[(from+r)*k+j], s.embed[r*nI+j*Width:])
			}
		}
		t.mix.affine.apply(s.embed, nI, rows, s.y[0])
		t.mix.norm(s.y[0], s.mixed[:], rows, false)
		for r := range rows {
			copy(to[from+r].vector[:], s.mixed[r*Width:])
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
// Three rows that follow each other in memory are the concatenation of a
// window, so windows are never copied. A block is added to x only when the
// next one has been computed, which still needs the old rows.
func (t *Tok2Vec) encodeLayer(s *Scratch, layer *Maxout, x []float32, n int) {
	for i := range s.y {
		s.y[i] = grow(s.y[i], blockRows*maxoutCols)
	}
	y, last := s.y[0], s.y[1]
	for from := 0; from < n; from += blockRows {
		layer.affine.apply(x[from*Width:], Width, min(blockRows, n-from), y)
		if from > 0 {
			layer.norm(last, x[(from-blockRows+1)*Width:], blockRows, true)
		}
		y, last = last, y
	}
	from := (n - 1) / blockRows * blockRows
	layer.norm(last, x[(from+1)*Width:], n-from, true)
}
