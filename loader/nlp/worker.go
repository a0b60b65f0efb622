package nlp

import (
	"sync/atomic"

	"github.com/whomet/whomet/loader/nlp/internal/thinc"
)

// worker is the working memory of one Parse.
type worker struct {
	spans     []span
	starts    []int                                                 // tokens that the caller says begin a sentence
	tokens    []*thinc.Embedding                                    // of each span
	fresh     []*thinc.Embedding                                    // those not computed before
	keys      []uint64                                              // the attributes of these
	static    [][]float32                                           // their static vectors, if the model has such
	asked     map[*atomic.Pointer[thinc.Embedding]]*thinc.Embedding // and where to keep them
	scratch   thinc.Scratch
	encoded   []float32 // what encoder made of spans; it is in scratch
	encoder   *embedder
	state     thinc.State
	arcs      arcEager
	described []int32 // tokens that describe a state
	tree      tree
	hits      []ruleHit
}

func newWorker() *worker {
	return &worker{asked: map[*atomic.Pointer[thinc.Embedding]]*thinc.Embedding{}}
}

// maxKeptSpans is the length of the longest text, in tokens, whose working
// memory is kept for the next.
const maxKeptSpans = 1 << 14

// vectors returns what e makes of w.spans, valid until it is asked for those of
// another embedder.
func (w *worker) vectors(e *embedder) []float32 {
	if w.encoder != e {
		w.encoder, w.encoded = e, e.encode(w)
	}
	return w.encoded
}

// release lets go of the last text, and of memory that only a long one needs.
func (w *worker) release() {
	if cap(w.spans) > maxKeptSpans {
		*w = *newWorker()
		return
	}
	clear(w.spans[:cap(w.spans)])
	clear(w.tokens[:cap(w.tokens)])
	clear(w.fresh[:cap(w.fresh)])
}
