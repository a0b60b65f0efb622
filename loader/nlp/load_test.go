package nlp_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whomet/whomet/loader/nlp"
	"github.com/whomet/whomet/loader/nlp/model"
)

// TestLoadRefuses damages one file of the model after another: an error says
// which part is unusable.
func TestLoadRefuses(t *testing.T) {
	pipeline(t)
	damages := map[string]func([]byte) []byte{
		"truncated": func(b []byte) []byte { return b[:len(b)/2] },
		"empty":     func([]byte) []byte { return []byte{0x80} }, // msgpack's empty map
	}
	for _, name := range append(slices.Clone(nlp.Files), "tok2vec/model") {
		for how, damage := range damages {
			if name == "vocab/lookups.bin" && how == "empty" {
				continue // a pipeline may have no table of norms
			}
			t.Run(name+" "+how, func(t *testing.T) {
				dir := t.TempDir()
				for _, file := range append(slices.Clone(nlp.Files), "tok2vec/model") {
					from, to := filepath.Join(model.Dir(), file), filepath.Join(dir, file)
					if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
						t.Fatal(err)
					}
					if file != name {
						if err := os.Symlink(from, to); err != nil {
							t.Skip(err)
						}
						continue
					}
					b, err := os.ReadFile(from)
					if err != nil {
						t.Fatal(err)
					}
					if err := os.WriteFile(to, damage(b), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				if _, err := nlp.Load(dir); err == nil || !strings.HasPrefix(err.Error(), "load ") {
					t.Errorf("error %v, want one that says what could not be loaded", err)
				}
			})
		}
	}
}

func TestLoadMissing(t *testing.T) {
	if _, err := nlp.Load(t.TempDir()); err == nil || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v, want one of a missing file", err)
	}
}

// TestLoadConfig: what Parse would not do as spaCy does is refused by its name.
func TestLoadConfig(t *testing.T) {
	const usual = `[nlp]
lang = "en"
pipeline = ["tok2vec","tagger","parser","senter","attribute_ruler","lemmatizer","ner"]
disabled = ["senter"]
tokenizer = {"@tokenizers":"spacy.Tokenizer.v1"}

[components.tok2vec]
factory = "tok2vec"

[components.tagger]
factory = "tagger"

[components.tagger.model]
@architectures = "spacy.Tagger.v2"

[components.parser]
factory = "parser"

[components.parser.model]
@architectures = "spacy.TransitionBasedParser.v2"

[components.parser.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"

[components.senter]
factory = "senter"

[components.senter.model]
@architectures = "my.Senter.v1"

[components.attribute_ruler]
factory = "attribute_ruler"

[components.lemmatizer]
factory = "lemmatizer"
mode = "rule"

[components.ner]
factory = "ner"

[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"

[components.ner.model.tok2vec]
@architectures = "spacy.HashEmbedCNN.v2"
`
	load := func(cfg string) error {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "config.cfg"), []byte(cfg), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := nlp.Load(dir)
		return err
	}
	if err := load(usual); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("usual: error %v, want one of a missing file", err)
	}
	for _, c := range []struct{ old, new, want string }{
		{`"spacy.Tok2VecListener.v1"`, `"spacy-transformers.TransformerListener.v1"`, "parser has the architecture spacy-transformers.TransformerListener.v1"},
		{`"spacy.HashEmbedCNN.v2"`, `"spacy.TorchBiLSTMEncoder.v1"`, "ner has the architecture spacy.TorchBiLSTMEncoder.v1"},
		{`disabled = ["senter"]`, `disabled = []`, "component senter (senter)"},
		{`factory = "ner"`, `factory = "beam_ner"`, "component ner (beam_ner)"},
		{`"lemmatizer","ner"`, `"lemmatizer"`, "no ner"},
		{`"parser","senter","attribute_ruler","lemmatizer","ner"`, `"ner","parser","attribute_ruler","lemmatizer"`, "ner before parser"},
		{`"rule"`, `"lookup"`, `lemmatizer of mode "lookup"`},
		{`"en"`, `"de"`, `language "de"`},
		{"spacy.Tokenizer.v1", "my.Tokenizer.v1", "tokenizer my.Tokenizer.v1"},
	} {
		if err := load(strings.Replace(usual, c.old, c.new, 1)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.new, err, c.want)
		}
	}
}
