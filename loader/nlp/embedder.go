package nlp

import (
	"fmt"

	"github.com/whomet/whomet/loader/nlp/internal/thinc"
)

// embedder turns tokens into vectors: it gives a Tok2Vec the attributes of
// each token, and keeps with each lexeme what comes before the encoder.
type embedder struct {
	net   *thinc.Tok2Vec
	attrs []attr
	known *vectors // nil for a network that wants none
	// kind is where a lexeme keeps its vector; bySpace says that one followed
	// by a space has another, at kind+1.
	kind    int
	bySpace bool
}

// attr is an attribute that is embedded: the id it has in a token.
type attr func(l *lexeme, space bool) uint64

var attrs = map[string]attr{
	"ORTH":     func(l *lexeme, _ bool) uint64 { return l.orthID },
	"LOWER":    func(l *lexeme, _ bool) uint64 { return l.lowerID },
	"NORM":     func(l *lexeme, _ bool) uint64 { return l.normID },
	"PREFIX":   func(l *lexeme, _ bool) uint64 { return l.prefixID },
	"SUFFIX":   func(l *lexeme, _ bool) uint64 { return l.suffixID },
	"SHAPE":    func(l *lexeme, _ bool) uint64 { return l.shapeID },
	"SPACY":    func(_ *lexeme, space bool) uint64 { return bit(space) },
	"IS_SPACE": func(l *lexeme, _ bool) uint64 { return bit(l.space) },
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// ownEmbedder returns the Tok2Vec in a component's model, or nil if it listens
// to the one that components share.
func ownEmbedder(m *thinc.Model, kind int) (*embedder, error) {
	if len(m.All("extract_features")) == 0 {
		return nil, nil
	}
	return newEmbedder(m, kind)
}

// newEmbedder finds the Tok2Vec in m. Lexemes keep its vectors at kind.
func newEmbedder(m *thinc.Model, kind int) (*embedder, error) {
	net, err := thinc.NewTok2Vec(m)
	if err != nil {
		return nil, err
	}
	e := &embedder{net: net, kind: kind}
	for _, name := range net.Attrs {
		a, ok := attrs[name]
		if !ok {
			return nil, fmt.Errorf("tok2vec: attribute %s is not supported", name)
		}
		e.attrs = append(e.attrs, a)
		e.bySpace = e.bySpace || name == "SPACY"
	}
	return e, nil
}

// slot returns where the vector of a token is kept.
func (e *embedder) slot(s span) int {
	if e.bySpace && s.space {
		return e.kind + 1
	}
	return e.kind
}

// encode returns the vectors of w.spans, as thinc.Tok2Vec.Encode does.
func (e *embedder) encode(w *worker) []float32 {
	w.tokens, w.fresh, w.keys, w.static = w.tokens[:0], w.fresh[:0], w.keys[:0], w.static[:0]
	for _, s := range w.spans {
		known := &s.lex.vectors[e.slot(s)]
		token := known.Load()
		if token == nil {
			token = w.asked[known]
		}
		if token == nil {
			token = &thinc.Embedding{}
			w.asked[known] = token
			w.fresh = append(w.fresh, token)
			for _, a := range e.attrs {
				w.keys = append(w.keys, a(s.lex, s.space))
			}
			if e.known != nil {
				w.static = append(w.static, e.known.find(s.lex.orthID))
			}
		}
		w.tokens = append(w.tokens, token)
	}
	e.net.Embed(&w.scratch, w.keys, w.static, w.fresh)
	// Only now may other goroutines see them.
	for known, token := range w.asked {
		known.Store(token)
	}
	clear(w.asked)
	return e.net.Encode(&w.scratch, w.tokens)
}
