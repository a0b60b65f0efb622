//go:build unix

package extract

import (
	"cmp"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/whomet/whomet/loader/article"
	"github.com/whomet/whomet/loader/clean"
	"github.com/whomet/whomet/loader/nlp"
	"github.com/whomet/whomet/loader/nlp/model"
)

// BenchmarkRead tells what reading articles costs on top of parsing them, in CPU
// time, the garbage collector's included: text by text in one process each is
// parsed, and parsed and read as the loader does, in turn, so that whatever else
// the machine does slows both alike. Fresh is with pipelines that have not seen
// the texts before, as when articles are loaded; warm with one that keeps the
// vectors of all their words.
// The articles are the samples, or those that WHOMET_BENCH_ARTICLES names.
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
	once := parser(b)
	for _, text := range texts { // the lexicons are read once
		words += len(strings.Fields(text))
		Read(once.Parse(text, SentenceStarts(text)...), Meta{})
	}
	timed := func(f func()) time.Duration {
		begin := cpuTime(b)
		f()
		return cpuTime(b) - begin
	}
	var parse, both time.Duration
	for b.Loop() {
		alone, before := pipeline(), pipeline()
		runtime.GC() // what was left behind is nobody's
		for i, text := range texts {
			starts := SentenceStarts(text)
			turns := []func(){
				func() { parse += timed(func() { alone.Parse(text, starts...) }) },
				func() { both += timed(func() { Read(before.Parse(text, starts...), Meta{}) }) },
			}
			turns[i%2]()
			turns[1-i%2]()
		}
	}
	per := float64(words) * float64(b.N)
	b.ReportMetric(float64(parse.Nanoseconds())/per, "parse-ns/word")
	b.ReportMetric(float64((both-parse).Nanoseconds())/per, "read-ns/word")
	b.ReportMetric(float64(both-parse)/float64(parse), "read/parse")
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
