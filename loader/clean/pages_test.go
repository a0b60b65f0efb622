package clean

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/whomet/whomet/loader/article"
)

// shared finds the development material, which is not part of the repository.
func shared(t *testing.T, path ...string) string {
	t.Helper()
	root := os.Getenv("WHOMET_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	file := filepath.Join(append([]string{root}, path...)...)
	if _, err := os.Stat(file); err != nil {
		t.Skipf("development material is absent (%v); set WHOMET_SHARED to its folder", err)
	}
	return file
}

// shingles gives the multiset of runs of n words, as in scrapinghub's article
// extraction benchmark.
func shingles(s string, n int) map[string]int {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	out := map[string]int{}
	for i := 0; i+n <= len(words); i++ {
		out[strings.Join(words[i:i+n], " ")]++
	}
	return out
}

func shingleF1(got, want string) (precision, recall, f1 float64) {
	a, b := shingles(got, 4), shingles(want, 4)
	var both, gotN, wantN float64
	for s, n := range a {
		gotN += float64(n)
		both += float64(min(n, b[s]))
	}
	for _, n := range b {
		wantN += float64(n)
	}
	if both == 0 {
		return 0, 0, 0
	}
	precision, recall = both/gotN, both/wantN
	return precision, recall, 2 * precision * recall / (precision + recall)
}

// TestPages measures clean text on real pages: floors, raised when the figures rise.
func TestPages(t *testing.T) {
	file, err := os.Open(shared(t, "dev", "html", "expected.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 16<<20)
	var sum, n float64
	for lines.Scan() {
		var want struct {
			Fixture string
			Text    string   `json:"expected_text"`
			Title   string   `json:"expected_title"`
			Has     []string `json:"must_contain"`
			HasNot  []string `json:"must_not_contain"`
		}
		if err := json.Unmarshal(lines.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		packed, err := os.Open(filepath.Join(filepath.Dir(file.Name()), want.Fixture))
		if err != nil {
			t.Fatal(err)
		}
		unpacked, err := gzip.NewReader(packed)
		if err != nil {
			t.Fatal(err)
		}
		page, err := io.ReadAll(unpacked)
		packed.Close()
		if err != nil {
			t.Fatal(err)
		}
		got, err := Article(article.Raw{Path: want.Fixture, HTML: string(page)})
		if err != nil {
			t.Errorf("%v", err)
			continue
		}
		if dir := os.Getenv("WHOMET_CLEAN_OUT"); dir != "" {
			os.WriteFile(filepath.Join(dir, want.Fixture+".got.txt"), []byte(got.Text), 0o644)
			os.WriteFile(filepath.Join(dir, want.Fixture+".want.txt"), []byte(want.Text), 0o644)
		}
		if want.Text != "" {
			p, r, f1 := shingleF1(got.Text, want.Text)
			sum, n = sum+f1, n+1
			t.Logf("%.3f %.3f %.3f %-45s %q %q %q %q", p, r, f1, want.Fixture, got.Title, got.Source, got.PublishedAt, got.URL)
		} else {
			t.Logf("                  %-45s %q %q %q %q", want.Fixture, got.Title, got.Source, got.PublishedAt, got.URL)
		}
		for _, s := range want.Has {
			if !strings.Contains(collapse(got.Text), collapse(s)) {
				t.Logf("%s: %q is missing", want.Fixture, s)
			}
		}
		for _, s := range want.HasNot {
			if strings.Contains(got.Text, s) {
				t.Logf("%s: %q is in the text", want.Fixture, s)
			}
		}
	}
	t.Logf("mean F1 %.3f of %v pages", sum/n, n)
	if sum/n < 0.97 {
		t.Errorf("mean F1 %.3f, want 0.97", sum/n)
	}
}

// TestSeeds holds title, source and day of the seed articles to their labels.
func TestSeeds(t *testing.T) {
	file, err := os.Open(shared(t, "gold", "seeds.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var want struct {
			File, Title string
			Source      string
			Sources     []string `json:"source_or"`
			PublishedAt string
			Days        []string `json:"publishedAt_or"`
		}
		if err := json.Unmarshal(lines.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		t.Run(want.File, func(t *testing.T) {
			text, err := os.ReadFile(shared(t, "articles", "seeds", want.File))
			if err != nil {
				t.Fatal(err)
			}
			got, err := Article(article.Raw{Path: want.File, Text: string(text)})
			if err != nil {
				t.Fatal(err)
			}
			if got.Title != want.Title {
				t.Errorf("title %q, want %q", got.Title, want.Title)
			}
			if !oneOf(got.Source, want.Source, want.Sources) {
				t.Errorf("source %q, want %q or %q", got.Source, want.Source, want.Sources)
			}
			if !oneOf(got.PublishedAt, want.PublishedAt, want.Days) {
				t.Errorf("published %q, want %q or %q", got.PublishedAt, want.PublishedAt, want.Days)
			}
			for _, p := range strings.Split(got.Text, "\n\n") {
				if !strings.Contains(collapse(string(text)), p) {
					t.Errorf("not in the file: %q", p)
				}
			}
			t.Logf("%q %q %q %q\n%s", got.Title, got.Source, got.PublishedAt, got.URL, got.Text)
		})
	}
}

func oneOf(got, want string, or []string) bool {
	for _, w := range or {
		if got == w {
			return true
		}
	}
	return got == want
}
