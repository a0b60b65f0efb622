package model

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// maxFile is the greatest size of a downloaded or unpacked file, in bytes.
const maxFile = 1 << 30

// pipDownload gets a package by pip into dir and returns its file.
func pipDownload(ctx context.Context, requirement, dir string) (string, error) {
	python, err := exec.LookPath("python3")
	if err != nil {
		return "", fmt.Errorf("python3 with pip is needed to get %s by name; or give a wheel file or its URL: %w", requirement, err)
	}
	to := filepath.Join(dir, "pip")
	cmd := exec.CommandContext(ctx, python, "-m", "pip", "download",
		"--quiet", "--disable-pip-version-check", "--no-input", "--no-deps", "--dest", to, "--", requirement)
	if out, err := cmd.CombinedOutput(); err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		return "", fmt.Errorf("python3 -m pip download --no-deps %s: %w%s", requirement, err, pipErrors(out))
	}
	files, err := filepath.Glob(filepath.Join(to, "*"))
	if err != nil {
		return "", err
	}
	if len(files) != 1 {
		return "", fmt.Errorf("pip got %d files for %s, want 1", len(files), requirement)
	}
	return files[0], nil
}

var address = regexp.MustCompile(`(https?://|host=')\S+`)

// pipErrors returns what pip says went wrong, without addresses: where this
// machine gets its packages is nobody else's business.
func pipErrors(out []byte) string {
	var b strings.Builder
	for line := range strings.Lines(string(out)) {
		if msg, ok := strings.CutPrefix(strings.TrimSpace(line), "ERROR: "); ok {
			b.WriteString("\n" + address.ReplaceAllString(msg, "(address)"))
		}
	}
	return b.String()
}

// download gets a URL into dir and returns the file.
func download(ctx context.Context, url, dir string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return "", err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("download: %s", resp.Status)
	}
	file := filepath.Join(dir, "download")
	return file, write(file, resp.Body)
}

// unpack returns the files of a wheel or a .tar.gz, which it tells apart by
// their first bytes; those of a .tar.gz are written to dir.
func unpack(file, dir string) (fs.FS, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	switch {
	case bytes.HasPrefix(b, []byte("PK")):
		z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			return nil, fmt.Errorf("unpack %s: %w", filepath.Base(file), err)
		}
		return z, nil
	case bytes.HasPrefix(b, []byte("\x1f\x8b")):
		if err := untar(bytes.NewReader(b), dir); err != nil {
			return nil, fmt.Errorf("unpack %s: %w", filepath.Base(file), err)
		}
		return os.DirFS(dir), nil
	}
	return nil, fmt.Errorf("%s is neither a wheel nor a .tar.gz", filepath.Base(file))
}

// untar writes the regular files of a gzipped tar to dir. A name that leads
// out of dir is an error.
func untar(r io.Reader, dir string) error {
	z, err := gzip.NewReader(r)
	if err != nil {
		return err
	}
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		name := filepath.FromSlash(h.Name)
		if !filepath.IsLocal(name) {
			return fmt.Errorf("unsafe path %q", h.Name)
		}
		if err := write(filepath.Join(dir, name), t); err != nil {
			return err
		}
	}
}

// write writes r to a new file, with the folders above it.
func write(file string, r io.Reader) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	n, err := io.Copy(f, io.LimitReader(r, maxFile+1))
	if n > maxFile {
		err = fmt.Errorf("%s is larger than %d bytes", filepath.Base(file), maxFile)
	}
	return errors.Join(err, f.Close())
}
