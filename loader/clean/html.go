package clean

import (
	"errors"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// brief is the length in bytes below which trafilatura may have missed the text.
const brief = 500

// readHTML gives the lines of a page's article, and fills in what page does not
// know yet from its metadata.
func readHTML(source string, page *Page) (string, error) {
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return "", err
	}
	result := mainContent(doc)
	readMetadata(result.Metadata, doc, page)
	text := blocks(result.ContentNode)
	if len(text) < brief {
		// Too little for trafilatura, or a fragment of a page: all of it, then.
		if whole := blocks(doc); len(whole) > len(text) {
			text = whole
		}
	}
	if strings.TrimSpace(text) == "" {
		return "", errors.New("no text in it")
	}
	return text, nil
}

// mainContent asks trafilatura for the article in a page. Where it finds none, or
// breaks on the page, the result is empty.
func mainContent(doc *html.Node) (result *trafilatura.ExtractResult) {
	defer func() {
		if recover() != nil {
			result = &trafilatura.ExtractResult{}
		}
	}()
	config := trafilatura.DefaultConfig()
	config.MinExtractedSize = 0 // its rescue of short pages says things twice
	result, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		Config:          config,
		EnableFallback:  true,
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled, // it guesses a day from any number in sight
	})
	if err != nil {
		return &trafilatura.ExtractResult{}
	}
	return result
}

// asides are the elements that hold no part of an article's text.
var asides = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Nav: true,
	atom.Header: true, atom.Footer: true, atom.Aside: true, atom.Form: true, atom.Figure: true, atom.Button: true,
	atom.Select: true, atom.Iframe: true, atom.Svg: true,
}

// inline are the elements that do not break a line.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Cite: true, atom.Code: true, atom.Data: true,
	atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Kbd: true, atom.Mark: true, atom.Q: true,
	atom.S: true, atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true,
	atom.Time: true, atom.U: true, atom.Wbr: true,
}

// blocks gives the text under n, its blocks set apart by blank lines.
func blocks(n *html.Node) string {
	var b strings.Builder
	if n == nil {
		return ""
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(spaces.Replace(n.Data))
			return
		case n.Type == html.ElementNode && asides[n.DataAtom]:
			return
		case n.Type == html.ElementNode && n.DataAtom == atom.Br:
			b.WriteByte('\n')
			return
		}
		for child := range n.ChildNodes() {
			walk(child)
		}
		if n.Type == html.ElementNode && !inline[n.DataAtom] {
			b.WriteString("\n\n")
		}
	}
	walk(n)
	return b.String()
}

// spaces makes line breaks in the source of a page spaces, as browsers do.
var spaces = strings.NewReplacer("\n", " ", "\r", " ")
