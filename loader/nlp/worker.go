package nlp

import (
	"sync/atomic"

	"github.com/whomet/whomet/loader/nlp/internal/thinc"
)

// worker is the working memory of one Parse.
type worker struct {
	spans   []span
	starts  []int                                                 // tokens that the caller says begin a sentence
	tokens  []*thinc.Embedding                                    // of each span
	fresh   []*thinc.Embedding                                    // those not computed before
	keys    []uint64                                              // the attributes of these
	static  [][]float32                                           // their static vectors, if the model has such
	asked   map[*atomic.Pointer[thinc.Embedding]]*thinc.Embedding // and where to keep them
	scratch thinc.Scratch
	state   thinc.State
	arcs    arcEager
	tree    tree
	hits    []ruleHit
}

func newWorker() *worker {
	return &worker{asked: map[*atomic.Pointer[thinc.Embedding]]*thinc.Embedding{}}
}

// maxKeptSpans is the length of the longest text, in tokens, whose working
// memory is kept for the next.
const maxKeptSpans = 1 << 14

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
