package nlp

import (
	"encoding/json"
	"fmt"

	"github.com/whomet/whomet/loader/nlp/internal/thinc"
)

// tagger gives each token a Penn Treebank tag.
type tagger struct {
	tok2vec *embedder
	model   *thinc.Softmax
	tags    []string
}

// newTagger puts a tagger together from its model and its cfg file.
func newTagger(m *thinc.Model, cfg []byte) (*tagger, error) {
	t := &tagger{}
	var err error
	if t.tok2vec, err = ownEmbedder(m, taggerVector); err != nil {
		return nil, err
	}
	if t.model, err = thinc.NewSoftmax(m); err != nil {
		return nil, err
	}
	var file struct{ Labels []string }
	if err := json.Unmarshal(cfg, &file); err != nil {
		return nil, fmt.Errorf("cfg: %w", err)
	}
	t.tags = file.Labels
	if len(t.tags) != t.model.Classes() {
		return nil, fmt.Errorf("%d tags with %d classes", len(t.tags), t.model.Classes())
	}
	return t, nil
}

// tag sets the tags of tokens.
func (t *tagger) tag(w *worker, tokens []Token) {
	vectors := w.vectors(t.tok2vec)
	t.model.Argmax(&w.scratch, vectors, len(tokens), func(i, class int) { tokens[i].Tag = t.tags[class] })
}
