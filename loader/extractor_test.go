package loader

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/article"
	"github.com/whomet/whomet/loader/extract"
)

// fake is an extractor that fails as the text tells it to.
type fake struct{}

func (fake) Version() string { return "fake/1" }

func (fake) Extract(_ context.Context, text string, meta extract.Meta) (extract.Result, error) {
	switch {
	case strings.Contains(text, "illegible"):
		return extract.Result{}, errors.New("the ink has run")
	case strings.Contains(text, "ablaze"):
		return extract.Result{}, fmt.Errorf("the office is on fire: %w", extract.ErrUnavailable)
	}
	return extract.Result{Article: extract.Head(text, meta)}, nil
}

// TestExtractorErrors sets aside the article that an extractor fails on, and
// ends where it fails on all.
func TestExtractorErrors(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"1.txt": "The letter of the mayor was easy to read for all of us in the town.",
		"2.txt": "The letter of the mayor was illegible for all of us in the town.",
		"3.txt": "The letter of the mayor was short and was read by all of us in the town.",
		"4.txt": "The house of the mayor was ablaze when all of us came from the town.",
		"5.txt": "The letter of the mayor was lost, and none of us in the town has read it.",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var versions []string
	known := func(_ context.Context, a graph.Article) (bool, error) {
		versions = append(versions, a.Extractor)
		return false, nil
	}
	read, last := 0, error(nil)
	for x, err := range Extract(t.Context(), fake{}, Input{Paths: []string{folder}}, 1, known) {
		var bad *article.Rejected
		switch {
		case errors.As(err, &bad):
			if filepath.Base(bad.Path) != "2.txt" || bad.Reason != "the ink has run" {
				t.Errorf("set aside: %v", bad)
			}
		case err != nil:
			last = err
		case x.Result.Article.Text == "":
			t.Errorf("an article without a text")
		default:
			read++
		}
		if last != nil {
			break
		}
	}
	if read != 2 || !errors.Is(last, extract.ErrUnavailable) {
		t.Errorf("%d articles read, then %v; want 2, then that it is not available", read, last)
	}
	if len(versions) < 4 || versions[0] != "fake/1" {
		t.Errorf("the store was asked about the versions %q", versions)
	}
}
