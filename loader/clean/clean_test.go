package clean

import (
	"strings"
	"testing"

	"github.com/whomet/whomet/loader/article"
)

func TestSamples(t *testing.T) {
	for raw, err := range article.Read(t.Context(), []string{"../../samples"}, nil) {
		if err != nil {
			t.Error(err)
			continue
		}
		page, err := Article(raw)
		if err != nil {
			t.Error(err)
			continue
		}
		if page.Title == "" || page.Source == "" {
			t.Errorf("%s:%d: title %q, source %q", raw.Path, raw.Line, page.Title, page.Source)
		}
		t.Logf("%s:%d %q %q %q %q\n%s\n=====", raw.Path, raw.Line, page.Title, page.Source, page.PublishedAt, page.URL, page.Text)
		_ = strings.ToLower
	}
}
