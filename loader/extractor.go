package loader

import (
	"context"

	"github.com/whomet/whomet/loader/extract"
	"github.com/whomet/whomet/loader/nlp"
)

// Extractor says what one article claims.
type Extractor interface {
	// Version names the extractor and what it knows; articles that a store has
	// from another version are read again.
	Version() string
	// Extract reads the clean text of an article. An error says in a few words
	// why it could not be read; the article is then set aside. One that is an
	// [extract.ErrUnavailable] ends the work: no other would be read either. It
	// may be called from several goroutines.
	Extract(ctx context.Context, text string, meta extract.Meta) (extract.Result, error)
}

// Rules is the extractor that needs nothing but the language model: it parses
// the text and reads it by the rules of package extract.
type Rules struct {
	Pipeline *nlp.Pipeline
	// Explain adds to each occurrence why its slots hold what they hold.
	Explain bool
}

// Version implements Extractor.
func (Rules) Version() string { return extract.Version }

// Extract implements Extractor; it never fails.
func (r Rules) Extract(_ context.Context, text string, meta extract.Meta) (extract.Result, error) {
	doc := r.Pipeline.Parse(text, extract.SentenceStarts(text)...)
	if r.Explain {
		return extract.Explain(doc, meta), nil
	}
	return extract.Read(doc, meta), nil
}
