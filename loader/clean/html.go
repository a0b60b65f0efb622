package clean

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML gives the lines of a page's article, and fills in what page does not
// know yet from its metadata.
func readHTML(source string, page *Page) (string, error) {
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return "", err
	}
	// htmldate is left out: it guesses a day from any number in sight.
	result, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		EnableFallback:  true,
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled,
	})
	if err != nil {
		// Too little for trafilatura: a brief, or a fragment of a page.
		result = &trafilatura.ExtractResult{ContentText: blocks(doc)}
		if strings.TrimSpace(result.ContentText) == "" {
			return "", fmt.Errorf("no text in it")
		}
	}
	readMetadata(result.Metadata, doc, page)
	return result.ContentText, nil
}

// readMetadata fills in what page does not know yet.
func readMetadata(meta trafilatura.Metadata, doc *html.Node, page *Page) {
	address, err := url.Parse(meta.URL)
	if err != nil {
		address = &url.URL{}
	}
	if page.URL == "" && strings.Trim(address.Path, "/")+address.RawQuery != "" {
		page.URL = meta.URL
	}
	if site := collapse(meta.Sitename); page.Source == "" && !strings.Contains(address.Host, site) {
		page.Source = site // and not the host, which trafilatura gives for want of a name
	}
	if page.Title == "" {
		page.Title = withoutSite(collapse(meta.Title), page.Source)
	}
	if page.PublishedAt == "" {
		page.PublishedAt = publishedOn(doc, address.Path)
	}
}

// withoutSite takes the outlet's name off a page's title: "… | Harbour Wire".
func withoutSite(title, site string) string {
	if m := siteTail.FindStringSubmatch(title); m != nil && (same(m[2], site) || isName(m[2]) && outletWord.MatchString(m[2])) {
		return m[1]
	}
	return title
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

// blocks gives the text of a page, a line for each block.
func blocks(doc *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(spaces.Replace(n.Data))
			return
		case n.Type == html.ElementNode && asides[n.DataAtom]:
			return
		}
		for child := range n.ChildNodes() {
			walk(child)
		}
		if n.Type == html.ElementNode && !inline[n.DataAtom] {
			b.WriteString("\n\n")
		}
	}
	walk(doc)
	return b.String()
}

// spaces makes line breaks in the source of a page spaces, as browsers do.
var spaces = strings.NewReplacer("\n", " ", "\r", " ")
