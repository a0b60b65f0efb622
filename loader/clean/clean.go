// Package clean turns an article as it came into the text a newsroom would call
// the article: the loader's second stage.
//
//	html.go    a web page to lines, by go-trafilatura
//	metadata.go what its head and its markup say
//	rules.go   the table of lines that are the page's and not the article's
//	line.go    a line without marks and surplus space
//	body.go    from lines to the text, over and over until nothing changes
//	furniture.go  applies the table
//	paragraph.go  joins wrapped lines
//	title.go   what a headline looks like
//	date.go    the day of publication as a page writes it
//	outlet.go  whose article it is
//	language.go  English or not
package clean

import (
	"github.com/whomet/whomet/loader/article"
)

// Page is a cleaned article.
type Page struct {
	// Text is the body, without headline and page furniture: paragraphs set apart
	// by "\n\n", with no line break inside. Its words are the words of the page,
	// in order, none altered: any part of it is in the page, white space apart.
	Text string

	Title       string // the headline, "" when the page shows none
	URL         string // the article's own address, "" when unknown
	Source      string // the outlet as the page names it, "" when unknown
	PublishedAt string // "", or ISO 8601: 2020, 2020-01 or 2020-01-03
	Language    string // ISO 639-1; "en", as all else is set aside
}

// Article cleans raw. What came with it (a title, an address, a source, a day of
// publication) goes before what its page says. The error is an *article.Rejected:
// nothing is left, or it is not in English.
//
// Cleaning a cleaned page changes nothing.
func Article(raw article.Raw) (Page, error) {
	page := Page{
		Title:       collapse(raw.Title),
		URL:         collapse(raw.URL),
		Source:      collapse(raw.Source),
		PublishedAt: isoDate(raw.PublishedAt),
	}
	text := raw.Text
	if raw.HTML != "" {
		var err error
		if text, err = readHTML(raw.HTML, &page); err != nil {
			return Page{}, raw.Reject("is a page without an article (%v); give its text as .txt or .jsonl", err)
		}
	}
	b := body{page: &page, lines: split(text)}
	page.Text = b.clean()
	if page.Text == "" {
		return Page{}, raw.Reject("has nothing left after page furniture is taken off; check that it holds an article")
	}
	language, ok := english(page.Text)
	if !ok {
		if language == "" {
			language = "a language that could not be told"
		}
		return Page{}, raw.Reject("is not in English but in %s; whomet reads English only", language)
	}
	page.Language = "en"
	return page, nil
}
