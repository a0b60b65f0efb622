package article

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// outcome writes what Read yielded, one line each, with folder stripped.
func outcome(t *testing.T, dir string, paths []string, stdin io.Reader) string {
	t.Helper()
	var b strings.Builder
	for raw, err := range Read(t.Context(), paths, stdin) {
		if err != nil {
			var bad *Rejected
			if !errors.As(err, &bad) {
				t.Fatalf("error %v is not a *Rejected", err)
			}
			if _, todo, ok := strings.Cut(bad.Reason, "; "); !ok || todo == "" {
				t.Errorf("reason %q does not say what to do", bad.Reason)
			}
			fmt.Fprintf(&b, "! %s\n", err)
			continue
		}
		if (raw.Text == "") == (raw.HTML == "") {
			t.Errorf("%s:%d: want one of text and html, got %+v", raw.Path, raw.Line, raw)
		}
		fmt.Fprintf(&b, "%s:%d %s%s", raw.Path, raw.Line, raw.Text, raw.HTML)
		for _, s := range []string{raw.SourceID, raw.URL, raw.Title, raw.Source, raw.PublishedAt} {
			if s != "" {
				fmt.Fprintf(&b, " | %s", s)
			}
		}
		b.WriteByte('\n')
	}
	return strings.ReplaceAll(b.String(), dir+string(filepath.Separator), "")
}

// tree writes files under a new folder and gives its path.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestReadFolder(t *testing.T) {
	dir := tree(t, map[string]string{
		"b.txt":           "second",
		"a.TXT":           "first",
		"c/page.html":     "<p>third</p>",
		"c/d/old.htm":     "<p>deep</p>",
		"e.jsonl":         `{"text":"one","id":7,"title":"T","url":"u","source":"s","publishedAt":"p"}` + "\n\n" + `{"html":"<p>two</p>","id":"x"}`,
		"picture.png":     "\x89PNG\x00",
		".hidden.txt":     "no",
		".git/config.txt": "no",
	})
	got := outcome(t, dir, []string{dir}, nil)
	want := `a.TXT:0 first
b.txt:0 second
c/d/old.htm:0 <p>deep</p>
c/page.html:0 <p>third</p>
e.jsonl:1 one | 7 | u | T | s | p
e.jsonl:3 <p>two</p> | x
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestRejected(t *testing.T) {
	dir := tree(t, map[string]string{
		"blank.txt":       " \n\t\n",
		"empty.jsonl":     "",
		"picture.txt":     "GIF\x00\x01\x02",
		"paper.txt":       "%PDF-1.4 plain",
		"latin.txt":       "fine\nna\xefve",
		"mixed.jsonl":     "{\"text\":\"ok\"}\n{\"text\": \n[1]\n{\"title\":\"only\"}\n{\"text\":5}\n{\"text\":\"na\xefve\"}\n{\"text\":\"also ok\"}",
		"packed.jsonl":    "\x1f\x8b\x00\x00\n\x00\n\x00\n",
		"none/readme.doc": "x",
	})
	var paths []string
	for _, name := range []string{"missing.txt", "blank.txt", "empty.jsonl", "picture.txt", "paper.txt", "latin.txt", "mixed.jsonl", "packed.jsonl", "none"} {
		paths = append(paths, filepath.Join(dir, name))
	}
	got := outcome(t, dir, paths, nil)
	for _, want := range []string{
		"! missing.txt: does not exist",
		"! blank.txt: is empty",
		"! empty.jsonl: is empty",
		"! picture.txt: is binary",
		"! paper.txt: is binary",
		"! latin.txt: is not UTF-8 (line 2)",
		"mixed.jsonl:1 ok",
		"! mixed.jsonl:2: is broken JSON",
		"! mixed.jsonl:3: is a JSON array",
		`! mixed.jsonl:4: has neither "text" nor "html"`,
		`! mixed.jsonl:5: has a number as "text"`,
		"! mixed.jsonl:6: is not UTF-8",
		"mixed.jsonl:7 also ok",
		"! packed.jsonl: is binary",
		"! none: holds no .txt",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no line %q in\n%s", want, got)
		}
	}
	if n := strings.Count(got, "\n"); n != 15 {
		t.Errorf("%d outcomes, want 15:\n%s", n, got)
	}
}

func TestUnreadableFile(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": "x", "locked.txt": "x", "z.txt": "y"})
	path := filepath.Join(dir, "locked.txt")
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadFile(path); err == nil {
		t.Skip("this user may read everything (root)")
	}
	want := "a.txt:0 x\n! locked.txt: may not be read by this user; change its permissions\nz.txt:0 y\n"
	if got := outcome(t, dir, []string{dir}, nil); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestEncodings(t *testing.T) {
	const word = "Müller’s café"
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(word)
	if err != nil {
		t.Fatal(err)
	}
	cp1252, err := charmap.Windows1252.NewEncoder().String(word)
	if err != nil {
		t.Fatal(err)
	}
	line16, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(`{"text":"` + word + "\"}\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, data, want string }{
		{"utf16.txt", utf16, word},
		{"utf16.jsonl", line16, word},
		{"mark.txt", "\ufeff" + word, word},
		{"declared.html", `<html><meta charset="windows-1252"><p>` + cp1252, `<html><meta charset="windows-1252"><p>` + word},
		{"equiv.html", `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>` + cp1252, `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>` + word},
		{"undeclared.html", `<html><p>` + cp1252, ""},
		{"lying.html", `<html><meta charset=utf-8><p>` + cp1252, ""},
		{"wire.txt", strings.Repeat("The ministers met. ", 20) + "\x03", strings.Repeat("The ministers met. ", 20) + "\x03"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := tree(t, map[string]string{test.name: test.data})
			for raw, err := range Read(t.Context(), []string{filepath.Join(dir, test.name)}, nil) {
				if got := raw.Text + raw.HTML; got != test.want || (err == nil) != (test.want != "") {
					t.Errorf("got %q, %v; want %q", got, err, test.want)
				}
			}
		})
	}
}

func TestStandardInput(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"text", "The ministers met.", "text"},
		{"autolink", "<https://example.org/a> says", "text"},
		{"page", "\n<!DOCTYPE html><p>x", "html"},
		{"lines", `{"text":"a"}` + "\n" + `{"text":"b"}`, "jsonl"},
		{"brace", "{sic} they met", "text"},
	} {
		t.Run(test.name, func(t *testing.T) {
			for raw, err := range Read(t.Context(), []string{Stdin}, strings.NewReader(test.in)) {
				got := "text"
				switch {
				case raw.Line > 0:
					got = "jsonl"
				case raw.HTML != "":
					got = "html"
				}
				if err != nil || got != test.want || raw.Path != Stdin {
					t.Errorf("got %s, %+v, %v; want %s", got, raw, err, test.want)
				}
			}
		})
	}
	t.Run("declared", func(t *testing.T) {
		for raw, err := range Read(t.Context(), []string{Stdin}, As(strings.NewReader("no tags"), HTML)) {
			if err != nil || raw.HTML != "no tags" {
				t.Errorf("got %+v, %v", raw, err)
			}
		}
	})
	t.Run("absent", func(t *testing.T) {
		if got := outcome(t, "", []string{Stdin}, nil); !strings.HasPrefix(got, "! -: is not connected") {
			t.Errorf("got %q", got)
		}
	})
}

// A line too large is refused without being held, and the next one is read.
func TestTooLarge(t *testing.T) {
	huge := func() io.Reader { return io.LimitReader(letters{}, MaxBytes+10) }
	in := io.MultiReader(strings.NewReader(`{"text":"`), huge(), strings.NewReader("\"}\n{\"text\":\"after\"}\n"))
	got := outcome(t, "", []string{Stdin}, As(in, JSONL))
	if !strings.HasPrefix(got, "! -:1: is larger than 50 MB; ") || !strings.HasSuffix(got, "\n-:2 after\n") {
		t.Errorf("got %q", got)
	}
	if got := outcome(t, "", []string{Stdin}, As(huge(), Text)); !strings.HasPrefix(got, "! -: is larger than 50 MB; ") {
		t.Errorf("got %.200q", got)
	}
}

type letters struct{}

func (letters) Read(p []byte) (int, error) {
	copy(p, bytes.Repeat([]byte("a"), len(p)))
	return len(p), nil
}

func TestStopsEarly(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": "1", "b.txt": "2", "c.jsonl": "{\"text\":\"3\"}\n{\"text\":\"4\"}"})
	n := 0
	for range Read(t.Context(), []string{dir, dir}, nil) {
		if n++; n == 3 {
			break
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n = 0
	var last error
	for _, err := range Read(ctx, []string{dir, dir}, nil) {
		n++
		last = err
		cancel()
	}
	if n != 2 || !errors.Is(last, context.Canceled) {
		t.Errorf("after cancelling: %d pairs, last error %v", n, last)
	}
}

// The law: whatever the bytes, reading ends, and each outcome is an article with
// text or a refusal with a reason.
func FuzzRead(f *testing.F) {
	f.Add([]byte("text"), 0)
	f.Add([]byte("<html>\xff"), 1)
	f.Add([]byte("{\"text\":\"a\"}\n{\n"), 2)
	f.Add([]byte("\xff\xfe{\x00"), 3)
	f.Fuzz(func(t *testing.T, data []byte, kind int) {
		formats := []Format{Text, HTML, JSONL, ""}
		in := As(bytes.NewReader(data), formats[uint(kind)%4])
		n := 0
		for raw, err := range Read(t.Context(), []string{Stdin}, in) {
			n++
			var bad *Rejected
			switch {
			case err == nil && strings.TrimSpace(raw.Text+raw.HTML) == "":
				t.Errorf("blank article from %q", data)
			case err != nil && (!errors.As(err, &bad) || bad.Reason == ""):
				t.Errorf("error %v without a reason", err)
			}
		}
		if n == 0 {
			t.Errorf("no outcome from %q", data)
		}
	})
}
