package nlp

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
)

// architectures are spaCy's names for the networks that internal/thinc runs, by
// component. The sizes and settings of each are checked as it is read.
var architectures = map[string][]string{
	"tok2vec": {"spacy.Tok2Vec.v2", "spacy.MultiHashEmbed.v2", "spacy.MaxoutWindowEncoder.v2"},
	"tagger":  {"spacy.Tagger.v2", "spacy.Tok2VecListener.v1"},
	"parser":  {"spacy.TransitionBasedParser.v2", "spacy.Tok2VecListener.v1"},
	"ner":     {"spacy.TransitionBasedParser.v2", "spacy.Tok2Vec.v2", "spacy.MultiHashEmbed.v2", "spacy.MaxoutWindowEncoder.v2"},
}

var architecture = regexp.MustCompile(`(?m)^\[components\.(\w+)\.model[\w.]*\]\n@architectures *= *"([^"]*)"`)

// checkArchitectures refuses a pipeline whose config.cfg names a network that
// is not supported. The installed model comes without that file, and is one
// that is.
func checkArchitectures(f folder) error {
	cfg, err := f.read("config.cfg")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, m := range architecture.FindAllStringSubmatch(string(cfg), -1) {
		known, used := architectures[m[1]]
		if used && !slices.Contains(known, m[2]) {
			return fmt.Errorf("%s has the architecture %s, which is not supported; take a model like en_core_web_sm, _md or _lg", m[1], m[2])
		}
	}
	return nil
}
