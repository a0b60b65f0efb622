package nlp

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// The networks that internal/thinc runs, by spaCy's names. Their sizes and
// settings are read from the model files.
var (
	tok2vecs = []string{"spacy.Tok2Vec.v2", "spacy.MultiHashEmbed.v2", "spacy.MaxoutWindowEncoder.v2", "spacy.HashEmbedCNN.v2"}

	// architectures are those of each component beside tok2vecs.
	architectures = map[string][]string{
		"tok2vec": nil,
		"tagger":  {"spacy.Tagger.v2", "spacy.Tok2VecListener.v1"},
		"parser":  {"spacy.TransitionBasedParser.v2", "spacy.Tok2VecListener.v1"},
		"ner":     {"spacy.TransitionBasedParser.v2", "spacy.Tok2VecListener.v1"},
	}

	// components are those that a Pipeline runs, each after those before it
	// that it looks at the work of.
	components = []struct {
		name  string
		after []string
	}{
		{"tagger", nil},
		{"parser", nil},
		{"attribute_ruler", []string{"tagger", "parser"}},
		{"lemmatizer", []string{"attribute_ruler"}},
		{"ner", []string{"parser"}},
	}
)

// checkConfig refuses a pipeline whose config.cfg says that spaCy would run
// something else than Parse does, and names it. Without the file, which a model
// installed by an earlier version lacks, the model files must do.
func checkConfig(f folder) error {
	b, err := f.read("config.cfg")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	cfg := readConfig(string(b))
	nlp := cfg["nlp"]
	if lang := nlp.text("lang"); lang != "en" {
		return fmt.Errorf("language %q is not supported, only en", lang)
	}
	for _, section := range []section{nlp, cfg["nlp.tokenizer"]} {
		if name := section.registered("tokenizer", "@tokenizers"); name != "" && name != "spacy.Tokenizer.v1" {
			return fmt.Errorf("tokenizer %s is not supported, only spacy.Tokenizer.v1", name)
		}
	}
	disabled := nlp.list("disabled")
	run := slices.DeleteFunc(nlp.list("pipeline"), func(name string) bool { return slices.Contains(disabled, name) })
	if err := checkComponents(cfg, run); err != nil {
		return err
	}
	if mode := cfg["components.lemmatizer"].text("mode"); mode != "rule" {
		return fmt.Errorf("lemmatizer of mode %q is not supported, only rule", mode)
	}
	for name, section := range cfg {
		parts := strings.Split(name, ".")
		if len(parts) < 3 || parts[0] != "components" || parts[2] != "model" || !slices.Contains(run, parts[1]) {
			continue
		}
		if a := section.text("@architectures"); a != "" && !slices.Contains(tok2vecs, a) && !slices.Contains(architectures[parts[1]], a) {
			return fmt.Errorf("%s has the architecture %s, which is not supported; take a model like en_core_web_sm, _md or _lg", parts[1], a)
		}
	}
	return nil
}

// checkComponents asks that the components run are those of a Pipeline, in an
// order that gives the same.
func checkComponents(cfg map[string]section, run []string) error {
	for _, name := range run {
		factory := cfg["components."+name].text("factory")
		_, known := architectures[name]
		for _, c := range components {
			known = known || c.name == name
		}
		if !known || factory != name {
			return fmt.Errorf("component %s (%s) is not supported; list it under disabled in config.cfg to do without", name, factory)
		}
	}
	for _, c := range components {
		at := slices.Index(run, c.name)
		if at < 0 {
			return fmt.Errorf("the pipeline has no %s", c.name)
		}
		for _, earlier := range c.after {
			if slices.Index(run, earlier) > at {
				return fmt.Errorf("the pipeline runs %s before %s, want it after", c.name, earlier)
			}
		}
	}
	return nil
}

// section is a part of a config file: values in JSON by key.
type section map[string]string

// readConfig reads thinc's config format, INI with values in JSON
// (https://thinc.ai/docs/usage-config).
func readConfig(text string) map[string]section {
	cfg := map[string]section{}
	name := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]") {
			name = line[1 : len(line)-1]
			cfg[name] = section{}
		} else if key, value, ok := strings.Cut(line, "="); ok && name != "" {
			cfg[name][strings.TrimSpace(key)] = strings.TrimSpace(value)
		}
	}
	return cfg
}

// text returns the string under key, or "".
func (s section) text(key string) string {
	var v string
	if json.Unmarshal([]byte(s[key]), &v) != nil {
		return ""
	}
	return v
}

// list returns the strings under key.
func (s section) list(key string) []string {
	var v []string
	if json.Unmarshal([]byte(s[key]), &v) != nil {
		return nil
	}
	return v
}

// registered returns the name of a registered function: in an object under
// key, or, in a section of its own, under kind.
func (s section) registered(key, kind string) string {
	var v map[string]any
	if json.Unmarshal([]byte(s[key]), &v) == nil {
		name, _ := v[kind].(string)
		return name
	}
	return s.text(kind)
}
