package terms

import (
	"strings"

	"github.com/whomet/whomet/graph"
)

// The texts that full-text conditions hold over, as [Index] gives them. Both
// stores index exactly these.

// ArticleIndex returns the words of an article: its title, then its text.
func ArticleIndex(a graph.Article) string { return Index(a.Title + "\n" + a.Text) }

// ReportIndex returns the words of a report: its topics' wordings, then its
// quotes.
func ReportIndex(r graph.Report) string {
	var parts []string
	for _, t := range r.Topics {
		parts = append(parts, t.Text)
	}
	for _, q := range r.Evidence {
		parts = append(parts, q.Quote)
	}
	return Index(strings.Join(parts, "\n"))
}

// TopicIndex returns the words of a topic: all its wordings.
func TopicIndex(t graph.Topic) string { return Index(strings.Join(t.Wordings, "\n")) }
