package nlp

import (
	"errors"
	"fmt"
	"io/fs"
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
	"tagger/model",
	"tagger/cfg",
	"parser/model",
	"parser/moves",
	"attribute_ruler/patterns",
	"lemmatizer/lookups/lookups.bin",
	"ner/model",
	"ner/moves",
}

// OptionalFiles are read too where a pipeline has them: its configuration, the
// tok2vec that components share, and word vectors.
var OptionalFiles = []string{
	"config.cfg",
	"tok2vec/model",
	"vocab/vectors",
	"vocab/vectors.cfg",
	"vocab/key2row",
}

// Load reads a spaCy 3.7 or 3.8 English pipeline from its folder, the one that
// holds Files. Tagger, parser and recognizer must be the networks of
// en_core_web_sm, _md or _lg (MultiHashEmbed, MaxoutWindowEncoder and
// TransitionBasedParser, of any size, with a tok2vec each or one for all);
// what else a pipeline has is refused by name.
func Load(dir string) (*Pipeline, error) {
	f := folder(dir)
	if err := checkConfig(f); err != nil {
		return nil, fmt.Errorf("load config.cfg: %w", err)
	}
	p := &Pipeline{vocab: &vocab{known: newCache[*lexeme](maxLexemes)}}
	var shared *embedder
	var g errgroup.Group
	for name, read := range map[string]func() error{
		"tokenizer":       func() error { return p.loadTokenizer(f) },
		"vocab":           func() error { return p.loadNorms(f) },
		"tok2vec":         func() (err error) { shared, err = loadTok2Vec(f); return err },
		"tagger":          func() error { return p.loadTagger(f) },
		"parser":          func() error { return p.loadParser(f) },
		"attribute ruler": func() error { return p.loadRuler(f) },
		"lemmatizer":      func() error { return p.loadLemmatizer(f) },
		"ner":             func() error { return p.loadRecognizer(f) },
	} {
		g.Go(func() error {
			if err := read(); err != nil {
				return fmt.Errorf("load %s: %w", name, err)
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	p.vocab.ruler = p.ruler
	if err := p.linkTok2Vecs(shared); err != nil {
		return nil, fmt.Errorf("load tok2vec: %w", err)
	}
	if err := p.loadVectors(f); err != nil {
		return nil, fmt.Errorf("load vectors: %w", err)
	}
	return p, nil
}

func (p *Pipeline) loadTokenizer(f folder) error {
	b, err := f.read("tokenizer")
	if err != nil {
		return err
	}
	p.tokenizer, err = readTokenizer(b, p.vocab)
	return err
}

// loadNorms reads the table lexeme_norm, which a pipeline may lack.
func (p *Pipeline) loadNorms(f folder) error {
	b, err := f.read("vocab/lookups.bin")
	if err != nil {
		return err
	}
	var tables struct {
		Norm map[uint64]string `msgpack:"lexeme_norm"`
	}
	err = msgpack.Unmarshal(b, &tables)
	p.vocab.norms = tables.Norm
	return err
}

// loadTok2Vec reads the tok2vec that components share, if there is one.
func loadTok2Vec(f folder) (*embedder, error) {
	m, err := f.model("tok2vec/model")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return newEmbedder(m, sharedVector)
}

func (p *Pipeline) loadTagger(f folder) error {
	m, cfg, err := f.modelAnd("tagger/model", "tagger/cfg")
	if err != nil {
		return err
	}
	p.tagger, err = newTagger(m, cfg)
	return err
}

func (p *Pipeline) loadParser(f folder) error {
	m, moves, err := f.modelAnd("parser/model", "parser/moves")
	if err != nil {
		return err
	}
	p.parser, err = newParser(m, moves)
	return err
}

func (p *Pipeline) loadRuler(f folder) error {
	b, err := f.read("attribute_ruler/patterns")
	if err != nil {
		return err
	}
	p.ruler, err = readAttributeRuler(b)
	return err
}

func (p *Pipeline) loadLemmatizer(f folder) error {
	b, err := f.read("lemmatizer/lookups/lookups.bin")
	if err != nil {
		return err
	}
	p.lemmatizer, err = readLemmatizer(b)
	return err
}

func (p *Pipeline) loadRecognizer(f folder) error {
	m, moves, err := f.modelAnd("ner/model", "ner/moves")
	if err != nil {
		return err
	}
	p.recognizer, err = newRecognizer(m, moves)
	return err
}

// linkTok2Vecs gives shared to the components without a tok2vec of their own.
func (p *Pipeline) linkTok2Vecs(shared *embedder) error {
	for _, c := range []struct {
		name    string
		tok2vec **embedder
		width   int
	}{
		{"tagger", &p.tagger.tok2vec, p.tagger.model.Inputs()},
		{"parser", &p.parser.tok2vec, p.parser.model.Inputs()},
		{"ner", &p.recognizer.tok2vec, p.recognizer.model.Inputs()},
	} {
		if *c.tok2vec == nil {
			*c.tok2vec = shared
		}
		if *c.tok2vec == nil {
			return fmt.Errorf("%s has none of its own, and there is no file tok2vec/model", c.name)
		}
		if width := (*c.tok2vec).net.Width; width != c.width {
			return fmt.Errorf("vectors of %d numbers for %s, which wants %d", width, c.name, c.width)
		}
	}
	return nil
}

// loadVectors reads the static vectors, if a network wants them.
func (p *Pipeline) loadVectors(f folder) error {
	var known *vectors
	for _, e := range []*embedder{p.tagger.tok2vec, p.parser.tok2vec, p.recognizer.tok2vec} {
		width := e.net.VectorWidth()
		if width == 0 || e.known != nil {
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
