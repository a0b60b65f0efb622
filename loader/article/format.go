package article

import (
	"io"
	"path/filepath"
	"regexp"
	"strings"
)

// Format is how a file or stream holds its articles.
type Format string

// The formats read. Text and HTML hold one article, JSONL one a line.
const (
	Text  Format = "text"
	HTML  Format = "html"
	JSONL Format = "jsonl"
)

// extensions are the file names taken from a folder; others are passed over.
var extensions = map[string]Format{
	".txt":   Text,
	".html":  HTML,
	".htm":   HTML,
	".jsonl": JSONL,
}

func byExtension(path string) (Format, bool) {
	f, ok := extensions[strings.ToLower(filepath.Ext(path))]
	return f, ok
}

// As declares r's format, for standard input whose format need not be guessed:
// Read(ctx, []string{"-"}, As(os.Stdin, HTML)).
func As(r io.Reader, f Format) io.Reader { return declared{r, f} }

type declared struct {
	io.Reader
	format Format
}

var (
	jsonHead = regexp.MustCompile(`^\s*\{\s*"`)
	// Only tags that open pages: an autolink (<https://…>) opens a text.
	htmlHead = regexp.MustCompile(`(?i)^\s*<(!doctype|!--|\?xml|html|head|body|meta|title|article|main|div|h1|p)\b`)
)

// guess tells the format from the first bytes of a stream or of a file whose
// extension says nothing.
func guess(head []byte) Format {
	switch {
	case jsonHead.Match(head):
		return JSONL
	case htmlHead.Match(head):
		return HTML
	}
	return Text
}
