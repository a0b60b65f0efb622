package clean

import (
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dayMeta are the names under which pages give their day, as <meta name>,
// <meta property> or itemprop: Open Graph, schema.org, Dublin Core and the
// common content systems'.
var dayMeta = map[string]bool{
	"article:published_time": true, "article:published": true, "og:published_time": true, "og:article:published_time": true,
	"datepublished": true, "date": true, "pubdate": true, "publishdate": true, "publish_date": true, "publish-date": true,
	"publication_date": true, "published-date": true, "dc.date": true, "dc.date.issued": true, "dc.date.created": true,
	"dcterms.date": true, "dcterms.created": true, "dcterms.issued": true, "parsely-pub-date": true, "sailthru.date": true,
	"article.published": true, "originalpublicationdate": true, "cxenseparse:recs:publishtime": true, "ptime": true,
}

var (
	dayClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:date|dateline|published|pubdate|publish|posted|timestamp|byline|time)(?:$|[\s_-])|date$|^published`)
	dayLabel = regexp.MustCompile(`(?i)^(?:first |originally )?(?:published|posted|date|on)(?: on| at)?\s?:?\s+`)
	dayPath  = regexp.MustCompile(`/([12]\d{3})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)`)
)

// publishedOn gives the day a page says it was published on: in JSON-LD, in its
// metadata, in a <time>, in its address, or in an element that is named for it
// and holds nothing but a date. It never guesses.
func publishedOn(doc *html.Node, path string) string {
	var fromLD, fromMeta, fromTime, fromClass string
	set := func(to *string, value string) {
		if *to == "" {
			*to = isoDate(value)
		}
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		class := attr(n, "class")
		switch {
		case n.DataAtom == atom.Script && strings.Contains(attr(n, "type"), "ld+json"):
			var data any
			if json.Unmarshal([]byte(content(n)), &data) == nil {
				set(&fromLD, linkedDay(data))
			}
		case n.DataAtom == atom.Meta:
			for _, key := range []string{"property", "name", "itemprop"} {
				if dayMeta[strings.ToLower(attr(n, key))] {
					set(&fromMeta, attr(n, "content"))
				}
			}
		case strings.EqualFold(attr(n, "itemprop"), "datePublished"):
			set(&fromMeta, attr(n, "content")+" "+attr(n, "datetime"))
		case n.DataAtom == atom.Time:
			set(&fromTime, attr(n, "datetime"))
		case dayClass.MatchString(class) || dayClass.MatchString(attr(n, "id")):
			if text := dayLabel.ReplaceAllString(collapse(content(n)), ""); len(text) < 80 && onlyDate(text) {
				set(&fromClass, text)
			}
		}
	}
	fromPath := ""
	if m := dayPath.FindStringSubmatch(path); m != nil {
		fromPath = civil(m[1], m[2], m[3])
	}
	for _, day := range []string{fromLD, fromMeta, fromPath, fromClass, fromTime} {
		if day != "" {
			return day
		}
	}
	return ""
}

// linkedDay gives the first datePublished in JSON-LD, the outermost first.
func linkedDay(data any) string {
	switch data := data.(type) {
	case map[string]any:
		if day, ok := data["datePublished"].(string); ok {
			return day
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if day := linkedDay(data[key]); day != "" {
				return day
			}
		}
	case []any:
		for _, item := range data {
			if day := linkedDay(item); day != "" {
				return day
			}
		}
	}
	return ""
}

func attr(n *html.Node, key string) string {
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
