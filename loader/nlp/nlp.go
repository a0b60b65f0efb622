// Package nlp reads English: it runs the weights of spaCy's en_core_web_sm 3.8,
// or of another pipeline that Load knows how to read, and gives what spaCy
// gives: tokens, tags, parts of speech, morphology, lemmas, a dependency tree,
// sentences and named entities. It is pure Go, with the network's inner loops in
// assembly on amd64 and arm64; bench/nlp compares answers and speed with spaCy's.
//
// A text goes through these stages, each in a file of its name:
//
//	tokenizer       text to tokens
//	embedder        a vector for each token and its surroundings
//	tagger          Penn tags from the vectors
//	parser          dependency arcs and sentences from the vectors
//	attributeruler  part of speech, morphology, some lemmas from tag and text
//	lemmatizer      the other lemmas
//	ner             named entities, in en_core_web_sm from vectors of its own
//
// The layers of the network are in internal/thinc; package model finds and
// installs the weights.
//
// The algorithms, and the tables in tables.go, are those of spaCy and thinc
// (MIT licence, Explosion; see NOTICE).
package nlp

import (
	"cmp"
	"slices"
	"sync"

	"github.com/whomet/whomet/loader/nlp/internal/thinc"
)

//go:generate python3 gen/tables.py tables.go
//go:generate gofmt -w tables.go

// Pipeline is a loaded model. It is safe for concurrent use; goroutines share
// its weights and its caches, which have a fixed greatest size.
type Pipeline struct {
	vocab      *vocab
	tokenizer  *tokenizer
	tagger     *tagger
	parser     *parser
	ruler      *attributeRuler
	lemmatizer *lemmatizer
	recognizer *recognizer

	workers sync.Pool // of *worker
}

// Kernels names the instruction set that the networks run in on this processor:
// AVX-512, AVX2, NEON or portable.
func Kernels() string { return thinc.Kernels() }

// Parse runs all stages over text. A text without any character gives a Doc
// without tokens. Memory grows with the length of the text, about 1 kB for
// each of its words.
//
// starts are byte offsets into text where the caller knows that a sentence
// begins, in any order: the first token from each on begins one, and no arc
// crosses there (spaCy's is_sent_start). The parser finds the others.
func (p *Pipeline) Parse(text string, starts ...int) *Doc {
	w, _ := p.workers.Get().(*worker)
	if w == nil {
		w = newWorker()
	}
	defer p.workers.Put(w)

	w.encoder = nil
	w.spans = p.tokenizer.tokenize(w.spans[:0], text)
	doc := newDoc(text, w.spans)
	doc.words = p.lemmatizer
	if len(w.spans) == 0 {
		return doc
	}
	p.tagger.tag(w, doc.Tokens)
	w.starts = w.starts[:0]
	for _, at := range starts {
		i, _ := slices.BinarySearchFunc(doc.Tokens, at, func(t Token, at int) int { return cmp.Compare(t.Start, at) })
		if i < len(doc.Tokens) {
			w.starts = append(w.starts, i)
		}
	}
	p.parser.parse(w)
	doc.setTree(&w.tree, p.parser.labels.names)
	w.hits = p.ruler.apply(doc.Tokens, w.spans, w.hits)
	p.lemmatizer.apply(doc.Tokens, w.spans)
	doc.setEnts(p.recognizer.recognize(w))
	w.release()
	return doc
}
