package loader

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/article"
	"github.com/whomet/whomet/loader/resolve"
)

// Options tell how to load.
type Options struct {
	Store     graph.Store
	Extractor Extractor
	Workers   int
	// Batch is the number of articles written in one transaction; 0 means 64.
	Batch int
	// Progress, if not nil, is counted up while loading goes on.
	Progress *Progress
	// Now tells the time articles are loaded at; nil means time.Now.
	Now func() time.Time
}

// Progress counts what loading has done so far; it may be read at any time.
type Progress struct {
	Loaded, Known, SetAside, Words atomic.Int64
	// Bytes is how much of the input was read; see article.Size for the whole.
	Bytes atomic.Int64
}

// Summary tells what loading did.
type Summary struct {
	// Loaded articles are new in the store, Known were there already.
	Loaded, Known int
	// SetAside are the bad ones, with file, line and reason.
	SetAside []*article.Rejected
	Words    int
	// Dropped counts by kind what the extractor claimed and the articles do not
	// bear out (see [extract.Result.Dropped]).
	Dropped map[string]int
}

// Load reads the articles of the input and writes them to the store, batch by
// batch, each batch in one transaction: killed at any instant, loading the
// same input again goes on where it was. Bad articles are set aside and
// listed in the summary. The error, if any, is the store's or the context's,
// and the summary tells how far it came.
func Load(ctx context.Context, in Input, o Options) (Summary, error) {
	if o.Batch == 0 {
		o.Batch = 64
	}
	if o.Progress == nil {
		o.Progress = new(Progress)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	sum := Summary{Dropped: map[string]int{}}
	setAside := func(bad *article.Rejected) {
		sum.SetAside = append(sum.SetAside, bad)
		o.Progress.SetAside.Add(1)
	}
	var batch []graph.Claims
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}
		err := o.Store.Update(ctx, func(tx graph.Tx) error {
			_, err := resolve.Add(ctx, tx, batch)
			return err
		})
		if err != nil {
			return fmt.Errorf("write %d articles to the store: %w", len(batch), err)
		}
		sum.Loaded += len(batch)
		o.Progress.Loaded.Add(int64(len(batch)))
		batch = batch[:0]
		return nil
	}
	for x, err := range Extract(ctx, o.Extractor, in, o.Workers, o.known) {
		o.Progress.Bytes.Add(x.Size)
		var bad *article.Rejected
		switch {
		case errors.As(err, &bad):
			setAside(bad)
		case err != nil:
			return sum, errors.Join(err, flush())
		case x.Known:
			sum.Known++
			o.Progress.Known.Add(1)
		default:
			sum.Words += x.Words
			for kind, n := range x.Result.Dropped {
				sum.Dropped[kind] += n
			}
			o.Progress.Words.Add(int64(x.Words))
			claims, err := resolve.Claims(x.Result, o.Extractor.Version(), o.Now())
			if err != nil { // whomet's own fault, not the article's; the others go on all the same
				setAside(&article.Rejected{Path: x.Result.Article.Path, Reason: fmt.Sprintf("whomet read it wrongly (%v); please report the article", err)})
				continue
			}
			if batch = append(batch, claims); len(batch) == o.Batch {
				if err := flush(); err != nil {
					return sum, err
				}
			}
		}
	}
	return sum, flush()
}

// known tells whether the store has the article from this very extractor, or
// a text of it that stands over this one.
func (o Options) known(ctx context.Context, a graph.Article) (bool, error) {
	nodes, err := o.Store.Nodes(ctx, []graph.ID{a.ID})
	if err != nil {
		return false, fmt.Errorf("ask the store for an article: %w", err)
	}
	have := nodes[a.ID].Article
	if have == nil {
		return false, nil
	}
	texts, err := o.Store.Texts(ctx, []graph.ID{a.ID})
	if err != nil {
		return false, fmt.Errorf("ask the store for the text of an article: %w", err)
	}
	have.Text = texts[a.ID]
	return resolve.Stays(*have, a), nil
}
