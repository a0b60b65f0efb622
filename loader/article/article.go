// Package article reads articles where they lie: .txt, .html and .jsonl files,
// folders of them, and standard input. It is the loader's first stage:
//
//	article.Read -> clean.Article -> nlp -> extract -> resolve
//
// A bad file or line is set aside as a *Rejected that names file, line and
// reason; the articles around it go on.
package article

import (
	"fmt"
)

// MaxBytes is the size of the largest article taken: one .txt or .html file,
// or one line of a .jsonl file. A .jsonl file itself may have any size.
const MaxBytes = 50 << 20

// Raw is one article as it came, before cleaning. Exactly one of Text and HTML
// is set; both are valid UTF-8 and not blank.
type Raw struct {
	Path string // as named by the user or found in a folder; "-" for standard input
	Line int    // 1-based line in a .jsonl file, 0 otherwise
	Size int64  // bytes that it took up in the input, decoding aside

	SourceID    string // the input's own id, "" where it has none
	URL         string
	Title       string
	Source      string // the outlet
	PublishedAt string // as given, in any form

	Text string
	HTML string
}

// Rejected says why a file or line was set aside. It is the one error type of
// this stage and the next.
type Rejected struct {
	Path   string
	Line   int    // 0 when the whole file is meant
	Reason string // what is wrong, and after a semicolon what to do: "is empty; …"
}

// Error gives "path:line: reason".
func (r *Rejected) Error() string {
	if r.Line > 0 {
		return fmt.Sprintf("%s:%d: %s", r.Path, r.Line, r.Reason)
	}
	return fmt.Sprintf("%s: %s", r.Path, r.Reason)
}

// Reject sets r aside for a reason found later, such as its language.
func (r Raw) Reject(format string, args ...any) *Rejected {
	return &Rejected{Path: r.Path, Line: r.Line, Reason: fmt.Sprintf(format, args...)}
}
