// Package loader turns articles into a graph. It reads as the list of its
// stages, each a folder named for what flows through it:
//
//	article  where articles lie: files, folders, standard input
//	clean    page -> text, without boilerplate
//	nlp      text -> sentences, tokens, tags, syntax, names
//	extract  document -> claims: what this article says
//	resolve  claims -> the graph: who is who, which meeting is which
//
// [Extract] runs the first four over any number of articles, on all
// processors, in the order of the input; an [Extractor] stands for nlp and
// extract. [Load] runs them all and writes the
// result to a store.
package loader

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/article"
	"github.com/whomet/whomet/loader/clean"
	"github.com/whomet/whomet/loader/extract"
)

// Input is where articles come from.
type Input struct {
	// Paths are files and folders; "-" is Stdin.
	Paths []string
	Stdin io.Reader
}

// Extracted is what became of one article of the input: a Result, or, where
// Known is set, nothing, because the caller had it already.
type Extracted struct {
	Result extract.Result
	Known  bool
	// Words is the number of white-space words of the clean text that was read.
	Words int
	// Size is the number of bytes it took up in the input.
	Size int64
}

// Extract reads the articles of the input with the given number of workers and
// yields them in the order of the input. A bad article is yielded as an
// *article.Rejected and the rest goes on; any other error is the context's or
// an extractor's that cannot work at all, and ends the sequence. If known is not nil it is asked for each article before
// the costly part; true leaves the article unread.
func Extract(ctx context.Context, ex Extractor, in Input, workers int, known func(context.Context, graph.Article) (bool, error)) iter.Seq2[Extracted, error] {
	one := func(raw article.Raw) (x Extracted, err error) {
		// A fault of whomet's own on one article must not take the others with it.
		defer func() {
			if fault := recover(); fault != nil {
				err = raw.Reject("whomet failed on it (%v at %s); please report the article", fault, faultLine())
			}
		}()
		page, err := clean.Article(raw)
		if err != nil {
			return Extracted{}, err
		}
		meta := extract.Meta{Path: raw.Path, SourceID: raw.SourceID, URL: page.URL, Title: page.Title,
			Source: page.Source, PublishedAt: graph.PartialDate(page.PublishedAt), Language: page.Language}
		if known != nil {
			a := graph.Article{ID: meta.ArticleID(page.Text), SourceID: meta.SourceID, Path: meta.Path, URL: meta.URL, Title: meta.Title,
				Source: meta.Source, PublishedAt: meta.PublishedAt, Language: meta.Language, Text: page.Text, Extractor: ex.Version()}
			if yes, err := known(ctx, a); err != nil || yes {
				return Extracted{Known: yes, Size: raw.Size}, err
			}
		}
		result, err := ex.Extract(ctx, page.Text, meta)
		if ctx.Err() != nil {
			return Extracted{}, ctx.Err()
		}
		switch {
		case errors.Is(err, extract.ErrUnavailable):
			return Extracted{}, err
		case err != nil:
			return Extracted{Size: raw.Size}, raw.Reject("%v", err)
		}
		return Extracted{Result: result, Words: countWords(page.Text), Size: raw.Size}, nil
	}
	return inOrder(ctx, article.Read(ctx, in.Paths, in.Stdin), workers, one)
}

// faultLine returns where the panic that is being recovered began.
func faultLine() string {
	var pcs [32]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs[:])])
	for {
		f, more := frames.Next()
		if !strings.HasPrefix(f.Function, "runtime.") || !more {
			return fmt.Sprintf("%s:%d", filepath.Base(f.File), f.Line)
		}
	}
}

func countWords(s string) int {
	n, inWord := 0, false
	for i := 0; i < len(s); i++ {
		space := s[i] == ' ' || s[i] == '\n' || s[i] == '\t' || s[i] == '\r'
		if !space && !inWord {
			n++
		}
		inWord = !space
	}
	return n
}
