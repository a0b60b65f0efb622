package score

import (
	"fmt"
	"strings"

	"github.com/whomet/whomet/loader/extract"
)

// evidence scores whether all that was found leads back to the article: each
// span to its quote, each quote to the source (or where there is none, to the
// text that the extractor kept).
func (c *comparison) evidence(source string) {
	text := []rune(c.result.Article.Text)
	if source == "" {
		source = c.result.Article.Text
	}
	flat := squeeze(source)
	check := func(figure, where, quote string, start, end int) {
		right := 0 <= start && start < end && end <= len(text) && string(text[start:end]) == quote
		c.share(figure, right)
		if !right {
			c.note("invalid "+figure, fmt.Sprintf("%s: [%d:%d] is not the quote", where, start, end), quote)
		}
		occurs := quote != "" && strings.Contains(flat, squeeze(quote))
		c.share("quotes in the source", occurs)
		if !occurs {
			c.note("quote not in the source", where, quote)
		}
	}
	occurrence := func(o *extract.Occurrence) {
		if len(o.Evidence) == 0 {
			c.more["occurrences without evidence"]++
			c.note("no evidence", o.ID, "")
		}
		for _, e := range o.Evidence {
			check("evidence spans", o.ID, e.Quote, e.Start, e.End)
		}
		for _, t := range o.Topics {
			check("topic spans", o.ID+" topic", t.Text, t.Start, t.End)
		}
	}
	for i := range c.result.Meetings {
		occurrence(&c.result.Meetings[i].Occurrence)
	}
	for i := range c.result.Events {
		occurrence(&c.result.Events[i].Occurrence)
	}
	for _, e := range c.result.Entities {
		if len(e.Mentions) == 0 {
			c.more["entities without mention"]++
			c.note("no mention", e.Name, "")
		}
		for _, m := range e.Mentions {
			check("mention spans", e.Name, m.Text, m.Start, m.End)
		}
	}
}
