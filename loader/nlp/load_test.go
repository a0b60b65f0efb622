package nlp_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
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
	for _, name := range nlp.Files {
		for how, damage := range damages {
			t.Run(name+" "+how, func(t *testing.T) {
				dir := t.TempDir()
				for _, file := range nlp.Files {
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

// TestLoadArchitecture names the network that it cannot run.
func TestLoadArchitecture(t *testing.T) {
	config := func(lines string) string {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "config.cfg"), []byte(lines), 0o644); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	_, err := nlp.Load(config("[components.parser.model.tok2vec]\n@architectures = \"spacy-transformers.TransformerListener.v1\"\n"))
	if err == nil || !strings.Contains(err.Error(), "parser has the architecture spacy-transformers.TransformerListener.v1") {
		t.Errorf("error %v, want one with the parser's architecture", err)
	}
	// A component that is not run may have any.
	_, err = nlp.Load(config("[components.senter.model]\n@architectures = \"my.Senter.v1\"\n\n[components.tagger.model]\n@architectures = \"spacy.Tagger.v2\"\n"))
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v, want one of a missing file", err)
	}
}
