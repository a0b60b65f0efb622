package clean

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metadata is what a page says of its article, besides its text. Days are ISO 8601.
type metadata struct {
	linked    linkedArticle // schema.org in JSON-LD
	site      string        // Open Graph's site name
	publisher string        // <meta name=publisher>
	metaDay   string        // <meta> and itemprop
	shownDay  string        // an element that is named for it and holds nothing but a date
	timeDay   string        // <time>
	headings  []string      // the h1 that say something
}

// linkedArticle is the part of schema.org's Article used here.
type linkedArticle struct{ day, publisher string }

// dayNames are the names under which pages give their day, as <meta name>,
// <meta property> or itemprop: Open Graph's, schema.org's, Dublin Core's and
// those of the common content systems.
var dayNames = map[string]bool{
	"article:published_time": true, "article:published": true, "og:published_time": true, "og:article:published_time": true,
	"datepublished": true, "date": true, "pubdate": true, "publishdate": true, "publish_date": true, "publish-date": true,
	"publication_date": true, "published-date": true, "dc.date": true, "dc.date.issued": true, "dc.date.created": true,
	"dcterms.date": true, "dcterms.created": true, "dcterms.issued": true, "parsely-pub-date": true, "sailthru.date": true,
	"article.published": true, "originalpublicationdate": true, "cxenseparse:recs:publishtime": true, "ptime": true,
}

var (
	dayClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:date|dateline|published|pubdate|publish|posted|timestamp|byline|time)(?:$|[\s_-])|date$|^published`)
	dayLabel = regexp.MustCompile(`(?i)\b(?:published|posted|written|created|issued)\b(?: on| at)?\s?:?`)
	dayPath  = regexp.MustCompile(`/([12]\d{3})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)`)
)

// readMetadata fills in what page does not know yet. A day is never guessed
// from the other numbers of a page, nor an outlet from its host.
func readMetadata(found trafilatura.Metadata, doc *html.Node, page *Page) {
	var meta metadata
	meta.walk(doc, false, false)

	address, err := url.Parse(found.URL)
	if err != nil {
		address = &url.URL{}
	}
	if page.URL == "" && strings.Trim(address.Path, "/")+address.RawQuery != "" {
		page.URL = found.URL
	}
	page.Source = first(page.Source, meta.linked.publisher, notSubdomain(meta.site, address.Hostname()), meta.publisher)
	if page.Title == "" {
		page.Title = meta.title(collapse(found.Title), page.Source)
	}
	if page.PublishedAt == "" {
		inPath := ""
		if m := dayPath.FindStringSubmatch(address.Path); m != nil {
			inPath = civil(m[1], m[2], m[3])
		}
		page.PublishedAt = first(meta.linked.day, meta.metaDay, inPath, meta.shownDay, meta.timeDay)
	}
}

// title chooses the headline: the heading of the page that its declared title
// begins with, or the only one it has; else the declared title, without the
// outlet's name behind it.
func (m *metadata) title(declared, site string) string {
	for _, h := range m.headings {
		if declared == "" || strings.HasPrefix(letters(declared), letters(h)) {
			return h
		}
	}
	if len(m.headings) == 1 {
		return m.headings[0]
	}
	if tail := siteTail.FindStringSubmatch(declared); tail != nil {
		if same(tail[2], site) || isName(tail[2]) && outletWord.MatchString(tail[2]) {
			return tail[1]
		}
	}
	return declared
}

// walk reads n and what is under it. inArticle holds within <article> and
// <main>, below after the first heading.
func (m *metadata) walk(n *html.Node, inArticle, below bool) bool {
	if n.Type == html.ElementNode {
		switch n.DataAtom {
		case atom.Article, atom.Main:
			inArticle = true
		case atom.Nav, atom.Aside, atom.Footer:
			return below
		case atom.Header:
			if !inArticle && !hasHeading(n) {
				return below // a day in it is today's
			}
		case atom.Script:
			if strings.Contains(attribute(n, "type"), "ld+json") {
				m.readLinked(n)
			}
			return below
		case atom.H1:
			below = true
			if text := collapse(content(n)); len(strings.Fields(text)) >= 4 {
				m.headings = append(m.headings, text)
			}
		case atom.Meta:
			m.readMeta(n)
		}
		m.readDay(n, inArticle || below)
	}
	for child := range n.ChildNodes() {
		below = m.walk(child, inArticle, below)
	}
	return below
}

func (m *metadata) readMeta(n *html.Node) {
	value := collapse(attribute(n, "content"))
	for _, key := range []string{"property", "name", "itemprop"} {
		switch name := strings.ToLower(attribute(n, key)); {
		case dayNames[name]:
			m.metaDay = first(m.metaDay, isoDate(value))
		case name == "og:site_name":
			m.site = first(m.site, value)
		case name == "publisher" || name == "dc.publisher" || name == "citation_publisher":
			m.publisher = first(m.publisher, value)
		}
	}
}

func (m *metadata) readDay(n *html.Node, near bool) {
	switch {
	case n.DataAtom != atom.Meta && strings.EqualFold(attribute(n, "itemprop"), "datePublished"):
		m.metaDay = first(m.metaDay, isoDate(attribute(n, "content")), isoDate(attribute(n, "datetime")))
	case !near:
	case n.DataAtom == atom.Time:
		m.timeDay = first(m.timeDay, isoDate(attribute(n, "datetime")))
	case m.shownDay == "" && (dayClass.MatchString(attribute(n, "class")) || dayClass.MatchString(attribute(n, "id"))):
		text := collapse(content(n))
		if len(text) > 120 || !onlyDate(text) {
			return
		}
		if at := dayLabel.FindStringIndex(text); at != nil {
			text = text[at[1]:]
		}
		m.shownDay = isoDate(text)
	}
}

// readLinked reads a block of JSON-LD (schema.org/Article). A broken one is
// passed over: pages have many.
func (m *metadata) readLinked(n *html.Node) {
	var data any
	if json.Unmarshal([]byte(content(n)), &data) != nil {
		return
	}
	var find func(any) bool
	find = func(data any) bool {
		switch data := data.(type) {
		case map[string]any:
			if day, ok := data["datePublished"].(string); ok {
				publisher, _ := data["publisher"].(map[string]any)
				name, _ := publisher["name"].(string)
				m.linked = linkedArticle{
					day:       first(m.linked.day, isoDate(day)),
					publisher: first(m.linked.publisher, collapse(name)),
				}
				return true
			}
			return find(data["@graph"]) || find(data["mainEntity"])
		case []any:
			for _, item := range data {
				if find(item) {
					return true
				}
			}
		}
		return false
	}
	find(data)
}

// notSubdomain gives name, unless it only repeats the front of a host's name:
// "Hosted" for hosted.example.org.
func notSubdomain(name, host string) string {
	label, rest, _ := strings.Cut(strings.ToLower(host), ".")
	if strings.Contains(rest, ".") && strings.EqualFold(name, label) {
		return ""
	}
	return name
}

// first gives the first of values that is not "".
func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// content gives the text in n.
func content(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func hasHeading(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.DataAtom == atom.H1 {
			return true
		}
	}
	return false
}
