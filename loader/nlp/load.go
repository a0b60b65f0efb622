package nlp

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/vmihailenco/msgpack/v5"
	"github.com/whomet/whomet/loader/nlp/internal/thinc"
	"golang.org/x/sync/errgroup"
)

// Files are the files of a pipeline folder that Load reads.
var Files = []string{
	"tokenizer",
	"vocab/lookups.bin",
	"tok2vec/model",
	"tagger/model",
	"tagger/cfg",
	"parser/model",
	"parser/moves",
	"attribute_ruler/patterns",
	"lemmatizer/lookups/lookups.bin",
	"ner/model",
	"ner/moves",
}

// Load reads a spaCy 3.8 English pipeline from its folder, the one that holds
// Files. It wants the architecture of en_core_web_sm, _md or _lg, and says what
// is amiss in another.
func Load(dir string) (*Pipeline, error) {
	if err := checkArchitectures(folder(dir)); err != nil {
		return nil, fmt.Errorf("load config.cfg: %w", err)
	}
	p := &Pipeline{vocab: &vocab{known: newCache[*lexeme](maxLexemes)}}
	var g errgroup.Group
	part := func(name string, read func(folder) error) {
		g.Go(func() error {
			if err := read(folder(dir)); err != nil {
				return fmt.Errorf("load %s: %w", name, err)
			}
			return nil
		})
	}
	part("tokenizer", func(f folder) error {
		b, err := f.read("tokenizer")
		if err != nil {
			return err
		}
		p.tokenizer, err = readTokenizer(b, p.vocab)
		return err
	})
	part("vocab", func(f folder) error {
		b, err := f.read("vocab/lookups.bin")
		if err != nil {
			return err
		}
		var tables struct {
			Norm map[uint64]string `msgpack:"lexeme_norm"`
		}
		if err := msgpack.Unmarshal(b, &tables); err != nil {
			return err
		}
		if p.vocab.norms = tables.Norm; tables.Norm == nil {
			return fmt.Errorf("no table lexeme_norm")
		}
		return nil
	})
	part("tok2vec", func(f folder) error {
		m, err := f.model("tok2vec/model")
		if err != nil {
			return err
		}
		p.tok2vec, err = newEmbedder(m, sharedVector)
		return err
	})
	part("tagger", func(f folder) error {
		m, cfg, err := f.modelAnd("tagger/model", "tagger/cfg")
		if err != nil {
			return err
		}
		p.tagger, err = newTagger(m, cfg)
		return err
	})
	part("parser", func(f folder) error {
		m, moves, err := f.modelAnd("parser/model", "parser/moves")
		if err != nil {
			return err
		}
		p.parser, err = newParser(m, moves)
		return err
	})
	part("attribute ruler", func(f folder) error {
		b, err := f.read("attribute_ruler/patterns")
		if err != nil {
			return err
		}
		p.ruler, err = readAttributeRuler(b)
		return err
	})
	part("lemmatizer", func(f folder) error {
		b, err := f.read("lemmatizer/lookups/lookups.bin")
		if err != nil {
			return err
		}
		p.lemmatizer, err = readLemmatizer(b)
		return err
	})
	part("ner", func(f folder) error {
		m, moves, err := f.modelAnd("ner/model", "ner/moves")
		if err != nil {
			return err
		}
		p.recognizer, err = newRecognizer(m, moves)
		return err
	})
	if err := g.Wait(); err != nil {
		return nil, err
	}
	p.vocab.rules = p.ruler.byLower
	if err := p.loadVectors(folder(dir)); err != nil {
		return nil, fmt.Errorf("load vectors: %w", err)
	}
	return p, nil
}

// loadVectors reads the static vectors, if a network wants them.
func (p *Pipeline) loadVectors(f folder) error {
	var known *vectors
	for _, e := range []*embedder{p.tok2vec, p.recognizer.tok2vec} {
		width := e.net.VectorWidth()
		if width == 0 {
			continue
		}
		if known == nil {
			var err error
			if known, err = readVectors(f); err != nil {
				return err
			}
		}
		if known.width != width {
			return fmt.Errorf("they have %d numbers, the network wants %d", known.width, width)
		}
		e.known = known
	}
	return nil
}

// folder is a pipeline folder.
type folder string

func (f folder) read(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(string(f), filepath.FromSlash(name)))
}

func (f folder) model(name string) (*thinc.Model, error) {
	b, err := f.read(name)
	if err != nil {
		return nil, err
	}
	return thinc.ReadModel(b)
}

// modelAnd reads a model and a file that goes with it.
func (f folder) modelAnd(model, file string) (*thinc.Model, []byte, error) {
	m, err := f.model(model)
	if err != nil {
		return nil, nil, err
	}
	b, err := f.read(file)
	return m, b, err
}
