package score

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/whomet/whomet/loader/extract"
)

// ReadResults reads what `whomet extract` printed. Errors name the file and
// the line.
func ReadResults(path string) ([]extract.Result, error) {
	return readLines(path, func(_ int, r *extract.Result) error {
		if r.Article.Path == "" && r.Article.SourceID == nil && r.Article.Text == "" {
			return errors.New("is not a result of `whomet extract`: it has no article")
		}
		return nil
	})
}

// IsResults tells whether a file holds what `whomet extract` printed, rather
// than articles.
func IsResults(path string) (bool, error) {
	if filepath.Ext(path) != ".jsonl" {
		return false, nil
	}
	file, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer file.Close()
	var head struct {
		Article  json.RawMessage `json:"article"`
		Meetings json.RawMessage `json:"meetings"`
	}
	err = json.NewDecoder(file).Decode(&head)
	return err == nil && head.Article != nil && head.Meetings != nil, nil
}

type pair struct {
	label  *Article
	result *extract.Result
}

// pairUp finds the result of each labelled article: by its id, else its path,
// else the stem of its file, else, among results that bear no label's name, by
// how many of its quotes the article holds.
func pairUp(labels []Article, results []extract.Result) []pair {
	byName := map[string][]*extract.Result{}
	for i := range results {
		r := &results[i]
		for _, name := range namesOf(r) {
			byName[name] = append(byName[name], r)
		}
	}
	var nameless []*extract.Result
	known := map[string]bool{}
	for _, a := range labels {
		known[a.ID], known[filepath.Base(a.File)], known[stem(a.File)] = true, true, true
	}
	for i := range results {
		if !slices.ContainsFunc(namesOf(&results[i]), func(name string) bool { return known[name] }) {
			nameless = append(nameless, &results[i])
		}
	}

	texts := map[*extract.Result]string{}
	used := map[*extract.Result]bool{}
	var out []pair
	for i := range labels {
		a := &labels[i]
		found := byName[a.ID]
		if a.File != "" && len(found) == 0 {
			found = slices.DeleteFunc(slices.Clone(byName[filepath.Base(a.File)]), func(r *extract.Result) bool {
				return !strings.HasSuffix(r.Article.Path, a.File)
			})
			if len(found) == 0 {
				found = byName[stem(a.File)]
			}
		}
		if len(found) == 0 {
			found = slices.DeleteFunc(slices.Clone(nameless), func(r *extract.Result) bool { return held(a, r, texts) == 0 })
		}
		best := bestOf(a, found, texts, used)
		used[best] = true
		out = append(out, pair{a, best})
	}
	return out
}

// bestOf prefers the result that holds most of the label's quotes, then the one
// of the label's day (a story sent twice), then one that no label has yet.
func bestOf(a *Article, found []*extract.Result, texts map[*extract.Result]string, used map[*extract.Result]bool) *extract.Result {
	rank := func(r *extract.Result) int {
		n := 4 * held(a, r, texts)
		if day(a.PublishedAt) == day(deref(r.Article.PublishedAt)) {
			n += 2
		}
		if !used[r] {
			n++
		}
		return n
	}
	var best *extract.Result
	for _, r := range found {
		if best == nil || rank(r) > rank(best) {
			best = r
		}
	}
	return best
}

// namesOf returns what a label may call the article of a result.
func namesOf(r *extract.Result) []string {
	out := []string{deref(r.Article.SourceID), string(r.Article.ID), stem(r.Article.Path), filepath.Base(r.Article.Path)}
	slices.Sort(out)
	out = slices.Compact(out)
	return slices.DeleteFunc(out, func(s string) bool { return s == "" || s == "." })
}

func stem(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// held counts the label's quotes and its title that the result's article has.
func held(a *Article, r *extract.Result, texts map[*extract.Result]string) int {
	text, has := texts[r]
	if !has {
		text = squeeze(deref(r.Article.Title)) + squeeze(r.Article.Text)
		texts[r] = text
	}
	wanted := []string{a.Title}
	for _, o := range slices.Concat(a.Meetings, a.Events) {
		wanted = append(wanted, o.Quote)
	}
	n := 0
	for _, q := range wanted {
		if s := squeeze(q); s != "" && strings.Contains(text, s) {
			n++
		}
	}
	return n
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
