//go:build unix

package extract

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/whomet/whomet/loader/article"
	"github.com/whomet/whomet/loader/clean"
	"github.com/whomet/whomet/loader/nlp"
	"github.com/whomet/whomet/loader/nlp/model"
)

// BenchmarkRead tells what reading a parsed article costs beside parsing it:
// both turn by turn over the same texts in one process, in CPU time, the
// garbage collector's included; fresh, with a pipeline that has not seen the
// texts before, as when articles are loaded, and warm, with one that keeps the
// vectors of all their words. The articles are the samples, or those that
// WHOMET_BENCH_ARTICLES names.
//
//	go test -run - -bench Read$ ./loader/extract
func BenchmarkRead(b *testing.B) {
	texts := benchTexts(b)
	b.Run("fresh", func(b *testing.B) {
		benchmarkRead(b, texts, func() *nlp.Pipeline {
			p, err := model.Load()
			if err != nil {
				b.Fatal(err)
			}
			return p
		})
	})
	b.Run("warm", func(b *testing.B) {
		benchmarkRead(b, texts, func() *nlp.Pipeline { return parser(b) })
	})
}

func benchmarkRead(b *testing.B, texts []string, pipeline func() *nlp.Pipeline) {
	words := 0
	docs := make([]*nlp.Doc, len(texts))
	once := parser(b)
	for i, text := range texts { // the lexicons are read once
		words += len(strings.Fields(text))
		docs[i] = once.Parse(text, SentenceStarts(text)...)
		Read(docs[i], Meta{})
	}
	var parse, read time.Duration
	for b.Loop() {
		p := pipeline()
		begin := cpuTime(b)
		for i, text := range texts {
			docs[i] = p.Parse(text, SentenceStarts(text)...)
		}
		parsed := cpuTime(b)
		for _, doc := range docs {
			Read(doc, Meta{})
		}
		parse, read = parse+parsed-begin, read+cpuTime(b)-parsed
	}
	per := float64(words) * float64(b.N)
	b.ReportMetric(float64(parse.Nanoseconds())/per, "parse-ns/word")
	b.ReportMetric(float64(read.Nanoseconds())/per, "read-ns/word")
	b.ReportMetric(float64(read)/float64(parse), "read/parse")
}

// BenchmarkReadParsed reads articles that are parsed already: for profiles.
func BenchmarkReadParsed(b *testing.B) {
	p := parser(b)
	var docs []*nlp.Doc
	for _, text := range benchTexts(b) {
		docs = append(docs, p.Parse(text, SentenceStarts(text)...))
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			Read(doc, Meta{})
		}
	}
}

// benchTexts returns the clean texts of the benchmarks' articles.
func benchTexts(b *testing.B) []string {
	b.Helper()
	var texts []string
	from := cmp.Or(os.Getenv("WHOMET_BENCH_ARTICLES"), filepath.Join("..", "..", "samples"))
	for raw, err := range article.Read(b.Context(), []string{from}, nil) {
		if err != nil {
			b.Fatal(err)
		}
		page, err := clean.Article(raw)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, page.Text)
	}
	return texts
}

// cpuTime returns the processor time that this process has used.
func cpuTime(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
