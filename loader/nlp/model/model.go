// Package model finds the language model on this machine, and installs it: the
// weights of spaCy's en_core_web_sm 3.8.0, which package nlp runs.
package model

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/whomet/whomet/loader/nlp"
)

// ErrNotInstalled is what Load returns when Dir holds no model.
var ErrNotInstalled = errors.New("the language model is not installed; run `whomet model install`")

// Dir returns the folder the model is read from: $WHOMET_MODEL, or
// whomet/en_core_web_sm-3.8.0 in the user's cache folder.
func Dir() string {
	if dir := os.Getenv("WHOMET_MODEL"); dir != "" {
		return dir
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	return filepath.Join(cache, "whomet", "en_core_web_sm-3.8.0")
}

// Load reads the installed model from Dir. It returns ErrNotInstalled where
// there is none.
func Load() (*nlp.Pipeline, error) {
	dir := Dir()
	if _, err := os.Stat(filepath.Join(dir, nlp.Files[0])); errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNotInstalled
	}
	p, err := nlp.Load(dir)
	if err != nil {
		return nil, fmt.Errorf("load language model: %w", err)
	}
	return p, nil
}
