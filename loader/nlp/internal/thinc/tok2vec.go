package thinc

import "fmt"

// Tok2Vec gives each token a vector that knows its neighbours: spaCy's
// MultiHashEmbed (a table for each attribute, mixed by a maxout layer) and
// MaxoutWindowEncoder (residual layers, each over a window of tokens).
type Tok2Vec struct {
	// Attrs names the token attributes whose ids are embedded, in order.
	Attrs []string
	// Width is the length of a vector.
	Width int

	mix    mixLayer
	reach  int          // how many tokens to each side a layer sees
	first  *windowLayer // the encoder's first layer
	layers []convLayer  // its other layers
}

// Embedding is what the network makes of a token alone, whatever its
// neighbours: a function of its attributes, worth keeping for the next time.
type Embedding struct {
	// The token's vector, then what the token brings to the first layer of the
	// encoder at the window's places: of a later token first, of an earlier one
	// last.
	data []float32
}

// NewTok2Vec finds the layers of a Tok2Vec in m, and refuses another network.
func NewTok2Vec(m *Model) (*Tok2Vec, error) {
	t := &Tok2Vec{}
	if err := t.read(m); err != nil {
		return nil, fmt.Errorf("tok2vec: %w", err)
	}
	return t, nil
}

func (t *Tok2Vec) read(m *Model) error {
	columns, err := m.Exactly(1, "extract_features")
	if err != nil {
		return err
	}
	if err := columns[0].Attr("columns", &t.Attrs); err != nil {
		return err
	}
	static := m.All("static_vectors")
	if len(static) > 1 {
		return fmt.Errorf("%d layers of static vectors, want 1 at most", len(static))
	}
	tables, err := m.Exactly(len(t.Attrs), "hashembed")
	if err != nil {
		return err
	}
	windows := m.All("expand_window")
	if len(windows) == 0 {
		return fmt.Errorf("no window encoder")
	}
	for _, n := range windows {
		size := 0
		if err := n.Attr("window_size", &size); err != nil {
			return err
		}
		if size < 1 || t.reach != 0 && size != t.reach {
			return fmt.Errorf("window of %d tokens to each side", size)
		}
		t.reach = size
	}
	maxouts, err := m.Exactly(1+len(windows), "maxout")
	if err != nil {
		return err
	}
	norms, err := m.Exactly(len(maxouts), "layernorm")
	if err != nil {
		return err
	}
	for i, n := range maxouts {
		m, err := readMaxout(n)
		if err != nil {
			return err
		}
		after, err := readNorm(norms[i], m)
		if err != nil {
			return err
		}
		inputs := (2*t.reach + 1) * t.Width
		if i == 0 {
			t.Width = m.outputs
			inputs = (len(tables) + len(static)) * t.Width
		}
		if m.outputs != t.Width || m.inputs != inputs || m.pieces < 1 {
			return fmt.Errorf("maxout layer %d from %d to %d in %d pieces, want %d to %d", i, m.inputs, m.outputs, m.pieces, inputs, t.Width)
		}
		switch i {
		case 0:
			t.mix, err = newMixLayer(tables, static, m, after)
		case 1:
			t.first, err = newWindowLayer(m, after)
		default:
			var l convLayer
			l, err = newConvLayer(m, after)
			t.layers = append(t.layers, l)
		}
		if err != nil {
			return err
		}
	}
	return nil
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
	s.y[0] = grow(s.y[0], blockRows*t.mix.norm.cols)
	y := s.y[0][:t.mix.norm.cols]
	size := t.first.row()
	s.embedded = grow(s.embedded, blockRows*size)
	for from := 0; from < len(to); from += blockRows {
		rows := min(blockRows, len(to)-from)
		for r := range rows {
			s.rows = s.rows[:0]
			for j, table := range t.mix.tables {
				s.rows = table.lookup(s.rows, keys[(from+r)*k+j])
			}
			if t.mix.static != nil && vectors[from+r] != nil {
				s.rows = append(s.rows, t.mix.vector(s, vectors[from+r]))
			}
			kernel.sumRows(s.rows, t.mix.bias, y)
			t.mix.norm.apply(y, len(y), s.embedded[r*size:][:t.Width], 1, false)
		}
		t.first.multiply(s, rows)
		for r := range rows {
			// Appended, so that the new memory need not be cleared before.
			to[from+r].data = append([]float32(nil), s.embedded[r*size:][:size]...)
		}
	}
}

// Encode runs the encoder over tokens and returns a vector for each,
// [n][Width]. The result is valid until the next call on s, and may be read up
// to the end of a whole block of rows.
//
// thinc pads a document at either end with zero rows, as many as the encoder
// can reach, and computes these like tokens; so do we, leaving out what cannot
// reach a token any more.
func (t *Tok2Vec) Encode(s *Scratch, tokens []*Embedding) []float32 {
	n, pad := len(tokens), t.reach*(1+len(t.layers))
	rows := n + 2*pad
	s.tokens = grow(s.tokens, (rows+blockRows+2*t.reach+1)*t.Width)
	x := s.tokens
	clear(x[:pad*t.Width])
	clear(x[(pad+n)*t.Width : rows*t.Width])
	for i, e := range tokens {
		copy(x[(pad+i)*t.Width:], e.data[:t.Width])
	}
	t.first.encode(s, x, tokens, pad)
	for l, layer := range t.layers {
		from := t.reach * (l + 1) // rows before cannot reach a token
		layer.encode(s, x[from*t.Width:], t.reach, rows-2*(from+t.reach))
	}
	return x[pad*t.Width:]
}
