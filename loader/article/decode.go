package article

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// byMark decodes a stream that opens with a byte order mark (UTF-16 or UTF-8,
// the mark dropped) and hands any other through untouched.
func byMark(r io.Reader) io.Reader {
	return transform.NewReader(r, unicode.BOMOverride(transform.Nop))
}

// charsetMark finds the encoding a page declares of itself, in a meta tag or an
// XML declaration (WHATWG HTML, "prescan a byte stream"; it asks for the first
// 1024 bytes, pages in the wild are less exact).
var charsetMark = regexp.MustCompile(`(?i)<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?([a-z0-9_:.-]+)`)

const charsetWithin = 4096

// decode gives data as UTF-8 text. The error is a reason to set it aside.
func decode(data []byte, f Format) (string, error) {
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return "", fmt.Errorf("is empty; there is no article to read")
	case isBinary(data):
		return "", fmt.Errorf("is binary, not text; convert it to .txt, .html or .jsonl")
	case utf8.Valid(data):
		return string(data), nil
	}
	if f == HTML {
		m := charsetMark.FindSubmatch(data[:min(len(data), charsetWithin)])
		if m != nil {
			if enc, err := htmlindex.Get(string(m[1])); err == nil && enc != unicode.UTF8 {
				out, err := enc.NewDecoder().Bytes(data)
				if err == nil && utf8.Valid(out) {
					return string(out), nil
				}
			}
		}
	}
	return "", fmt.Errorf("is not UTF-8 (line %d); convert it, for example with: iconv -f WINDOWS-1252 -t UTF-8", invalidLine(data))
}

// isBinary looks for what no text holds: a NUL, a PDF's head, or more than one
// byte in a hundred that WHATWG's MIME Sniffing calls a binary data byte. (A stray
// control character is common in old wire copy and is no reason to refuse it.)
func isBinary(data []byte) bool {
	if bytes.HasPrefix(data, []byte("%PDF-")) {
		return true
	}
	controls := 0
	for _, b := range data {
		switch {
		case b == 0:
			return true
		case b <= 0x08, b == 0x0B, b >= 0x0E && b <= 0x1F && b != 0x1B:
			controls++
		}
	}
	return controls*100 > len(data)
}

// invalidLine gives the 1-based line of the first byte that is not UTF-8.
func invalidLine(data []byte) int {
	line := 1
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			break
		}
		if r == '\n' {
			line++
		}
		data = data[n:]
	}
	return line
}
