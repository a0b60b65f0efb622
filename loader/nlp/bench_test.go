package nlp_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whomet/whomet/loader/nlp"
)

// BenchmarkParse parses the reference texts one by one, with warm caches.
func BenchmarkParse(b *testing.B) {
	p := pipeline(b)
	var texts []string
	for _, ref := range references(b) {
		texts = append(texts, ref.text)
	}
	benchmarkTexts(b, p, texts)
}

// BenchmarkParseArticle parses one text of about 2,000 words.
func BenchmarkParseArticle(b *testing.B) {
	p := pipeline(b)
	var text strings.Builder
	for _, ref := range references(b) {
		if n := len(strings.Fields(ref.text)); n > 4 && n < 60 {
			text.WriteString(ref.text + " ")
		}
	}
	benchmarkTexts(b, p, []string{text.String()})
}

// BenchmarkParseShared parses the development articles, where they are.
func BenchmarkParseShared(b *testing.B) {
	p := pipeline(b)
	shared := os.Getenv("WHOMET_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	files, err := filepath.Glob(filepath.Join(shared, "dev", "gold", "texts", "*.txt"))
	if err != nil || len(files) == 0 {
		b.Skip("no ../shared beside the repository: set WHOMET_SHARED")
	}
	var texts []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	benchmarkTexts(b, p, texts)
}

func benchmarkTexts(b *testing.B, p *nlp.Pipeline, texts []string) {
	words, bytes := 0, 0
	for _, text := range texts {
		words += len(strings.Fields(text))
		bytes += len(text)
		p.Parse(text)
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			p.Parse(text)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
