package extract

import (
	"path/filepath"
	"testing"

	"github.com/whomet/whomet/loader/article"
	"github.com/whomet/whomet/loader/clean"
	"github.com/whomet/whomet/loader/nlp"
)

// BenchmarkRead reads the parsed samples, without the parse.
func BenchmarkRead(b *testing.B) {
	p := parser(b)
	var docs []*nlp.Doc
	words := 0
	for raw, err := range article.Read(b.Context(), []string{filepath.Join("..", "..", "samples")}, nil) {
		if err != nil {
			b.Fatal(err)
		}
		page, err := clean.Article(raw)
		if err != nil {
			b.Fatal(err)
		}
		docs = append(docs, p.Parse(page.Text, SentenceStarts(page.Text)...))
		words += len(docs[len(docs)-1].Tokens)
	}
	for b.Loop() {
		for _, doc := range docs {
			Read(doc, Meta{})
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
