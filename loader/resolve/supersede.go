package resolve

import (
	"cmp"

	"github.com/whomet/whomet/graph"
)

// Stays tells whether the article that a store has stays as it is when
// another of the same id (one URL, another text) comes. The one published
// later stands (a known day before none), then the longer text, then the
// greater by text and metadata, so that of any set of texts one stands, in
// whatever order they come. If it is the same text, it stays unless another
// extractor has read it now.
func Stays(have, comes graph.Article) bool {
	c := compareTexts(have, comes)
	return c > 0 || c == 0 && have.Extractor == comes.Extractor
}

// compareTexts is above 0 where a stands over b, and 0 where they are alike
// but for what read them and when.
func compareTexts(a, b graph.Article) int {
	return cmp.Or(
		cmp.Compare(a.PublishedAt.Last(), b.PublishedAt.Last()), cmp.Compare(a.PublishedAt, b.PublishedAt),
		cmp.Compare(len(a.Text), len(b.Text)), cmp.Compare(a.Text, b.Text),
		cmp.Compare(a.Title, b.Title), cmp.Compare(a.Source, b.Source), cmp.Compare(a.SourceID, b.SourceID),
		cmp.Compare(a.URL, b.URL), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Language, b.Language))
}
