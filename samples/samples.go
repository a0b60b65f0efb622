// Package samples holds articles for the demo and for tests, written by
// whomet's own people about real historic meetings; see README.md beside it.
package samples

import "embed"

// Articles are the samples as files: .txt, .html and .jsonl.
//
//go:embed *.txt *.html *.jsonl
var Articles embed.FS
