package neo4j

import (
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// articleMap is the projection of an article, without its text, that
// readArticle reads.
func articleMap(v string) string {
	return v + ` {.id, .sourceId, .path, .url, .title, .source, .publishedAt, .loadedAt, .language, .extractor}`
}

func readArticle(r row) (graph.Article, error) {
	a := graph.Article{
		ID:          r.id("id"),
		SourceID:    r.str("sourceId"),
		Path:        r.str("path"),
		URL:         r.str("url"),
		Title:       r.str("title"),
		Source:      r.str("source"),
		PublishedAt: r.date("publishedAt"),
		Language:    r.str("language"),
		Text:        r.str("text"),
		Extractor:   r.str("extractor"),
	}
	var err error
	if at := r.str("loadedAt"); at != "" {
		a.LoadedAt, err = time.Parse(time.RFC3339Nano, at)
	}
	return a, err
}

func articleProperties(c *graph.Claims) map[string]any {
	a := c.Article
	spans := 0
	for _, m := range c.Mentions {
		spans += len(m.Spans)
	}
	p := map[string]any{
		"id":        string(a.ID),
		"text":      a.Text,
		"extractor": a.Extractor,
		"folded":    terms.Fold(a.Source),
		"words":     indexText(terms.ArticleIndex(a)),
		"spanCount": spans,
	}
	if keys := terms.NameKeys(a.Title); len(keys) > 0 {
		p["keys"] = indexKeys(keys)
	}
	if !a.LoadedAt.IsZero() {
		p["loadedAt"] = a.LoadedAt.UTC().Format(time.RFC3339Nano)
	}
	set(p, "sourceId", a.SourceID)
	set(p, "path", a.Path)
	set(p, "pathKey", token(a.Path))
	set(p, "url", a.URL)
	set(p, "title", a.Title)
	set(p, "source", a.Source)
	set(p, "language", a.Language)
	set(p, "publishedAt", string(a.PublishedAt))
	set(p, "firstDay", a.PublishedAt.First())
	set(p, "lastDay", a.PublishedAt.Last())
	return p
}
