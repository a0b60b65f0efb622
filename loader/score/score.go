// Package score measures what whomet reads in articles against what people
// labelled in them: who met whom, whether it happened, how, when, where and
// about what, and whom the articles name. docs/labelling.md describes the
// labels and what each figure means.
//
//	labels, err := score.ReadLabels("labels.jsonl")
//	results, err := score.ReadResults("claims.jsonl") // of `whomet extract`
//	report := score.Compare(labels, results, score.Options{})
//	report.WriteTable(os.Stdout)
package score

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/whomet/whomet/loader/extract"
)

// Options says how to compare.
type Options struct {
	// Texts are folders where the files that labels name may lie, beside the
	// label file's own folder and its folder texts. Quotes are looked for there
	// rather than in the text that the extractor kept.
	Texts []string
	// OnlyPredicted leaves out labelled articles that have no result; else all
	// their labels count as missed.
	OnlyPredicted bool
}

// Compare measures results against labels. Results are joined to labels by the
// label's id, else its file, else by its quotes; results of articles without
// labels are ignored.
func Compare(labels []Article, results []extract.Result, o Options) (*Report, error) {
	r := newReport()
	for _, p := range pairUp(labels, results) {
		got := p.result
		if got == nil {
			r.Without = append(r.Without, p.label.name())
			if o.OnlyPredicted {
				continue
			}
			got = &extract.Result{}
		}
		r.Articles++
		source, err := sourceText(p.label, o.Texts)
		if err != nil {
			return nil, err
		}
		c := &comparison{Report: r, label: p.label, result: got, article: p.label.name()}
		c.names = newNames(p.label, got)
		if p.label.Entities != nil {
			c.entities()
		}
		if p.label.Meetings != nil {
			c.meetings()
		}
		if p.label.Events != nil {
			c.events()
		}
		c.evidence(source)
	}
	return r, nil
}

// comparison is one article being measured.
type comparison struct {
	*Report
	article string
	label   *Article
	result  *extract.Result
	names   *names
}

// sourceText returns the text of the file that the label names, or "" where
// there is none to be read as it stands.
func sourceText(a *Article, folders []string) (string, error) {
	if a.File == "" || filepath.Ext(a.File) == ".html" {
		return "", nil
	}
	for _, folder := range append(folders, filepath.Join(a.folder, "texts"), a.folder) {
		text, err := os.ReadFile(filepath.Join(folder, a.File))
		if err == nil {
			return string(text), nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("read the text of %s: %w", a.name(), err)
		}
	}
	return "", nil
}
