// Package clean turns an article as it came into the text a newsroom would call
// the article: the loader's second stage.
package clean

// Page is a cleaned article.
type Page struct {
	// Text is the body, without headline and page furniture. Paragraphs are set
	// apart by "\n" or "\n\n" and hold no line break inside. Its words are the
	// words of the page, in order.
	Text string

	Title       string // the headline, "" when the page shows none
	URL         string // the article's own address, "" when unknown
	Source      string // the outlet as the page names it, "" when unknown
	PublishedAt string // "", or ISO 8601: 2020, 2020-01 or 2020-01-03
	Language    string // ISO 639-1; always "en" so far
}
