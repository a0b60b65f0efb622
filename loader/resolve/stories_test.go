package resolve

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/extract"
	"github.com/whomet/whomet/loader/nlp"
	"github.com/whomet/whomet/loader/nlp/model/modeltest"
)

// story is a line of testdata/stories.
type story struct {
	ID, Kind string
	Articles []struct {
		ID, PublishedAt, Title, Text string
	}
	Meetings []struct {
		Who            []string
		Articles, Also []string
		Optional       bool
	}
}

// tell reads the articles and returns the meetings of the graph, each by the
// articles that report it and all names of those who took part.
func (s story) tell(t *testing.T, pipeline *nlp.Pipeline) (articles, names [][]string) {
	t.Helper()
	m := newMemory(t)
	called := map[graph.ID]string{}
	var all []graph.Claims
	for _, a := range s.Articles {
		meta := extract.Meta{Path: a.ID, Title: a.Title, PublishedAt: graph.PartialDate(a.PublishedAt), Language: "en"}
		claims, err := Claims(extract.Read(pipeline.Parse(a.Text, extract.SentenceStarts(a.Text)...), meta), extract.Version, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		called[claims.Article.ID] = a.ID
		all = append(all, claims)
	}
	if _, err := Add(context.Background(), m, all); err != nil {
		t.Fatal(err)
	}
	told := map[graph.ID][]string{}
	for i := range all {
		for id, a := range read(&all[i]).reports {
			told[m.units[id].Node] = append(told[m.units[id].Node], called[a.Article])
		}
	}
	for _, id := range sortedKeys(told) {
		nodes, err := m.Nodes(context.Background(), []graph.ID{id})
		if err != nil {
			t.Fatal(err)
		}
		o := nodes[id].Occurrence
		if o.Kind != graph.KindMeeting {
			continue
		}
		var who []string
		for _, p := range o.Participants {
			took, err := m.Nodes(context.Background(), []graph.ID{p.Entity})
			if err != nil {
				t.Fatal(err)
			}
			who = append(append(who, took[p.Entity].Entity.Name), took[p.Entity].Entity.Aliases...)
		}
		slices.Sort(told[id])
		articles, names = append(articles, slices.Compact(told[id])), append(names, who)
	}
	return articles, names
}

// wrong tells whether no meeting of the story is told by all the articles: two
// have been taken for one.
func (s story) wrong(articles []string) bool {
	if len(articles) < 2 {
		return false
	}
	for _, want := range s.Meetings {
		if !slices.ContainsFunc(articles, func(a string) bool { return !slices.Contains(want.Articles, a) && !slices.Contains(want.Also, a) }) {
			return false
		}
	}
	return true
}

// TestStories measures how many meetings come out of just the articles that
// tell of them, and that no two are taken for one.
func TestStories(t *testing.T) {
	pipeline := modeltest.Load(t)
	for _, c := range []struct {
		file  string
		floor int // meetings that are right
	}{{"tune.jsonl", 101}, {"held.jsonl", 28}, {"agency.jsonl", 44}, {"agency_held.jsonl", 11}, {"blind.jsonl", 9}, {"blind_held.jsonl", 7}} {
		t.Run(c.file, func(t *testing.T) {
			b, err := os.ReadFile(filepath.Join("testdata", "stories", c.file))
			if err != nil {
				t.Fatal(err)
			}
			right, all, wrong := 0, 0, 0
			lines := bufio.NewScanner(bytes.NewReader(b))
			for lines.Buffer(nil, 1<<20); lines.Scan(); {
				var s story
				if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
					t.Fatal(err)
				}
				articles, names := s.tell(t, pipeline)
				for i, got := range articles {
					if s.wrong(got) {
						wrong++
						t.Errorf("%s, %s: no meeting of %q is told by %q", s.ID, s.Kind, names[i], got)
					}
				}
				for _, want := range s.Meetings {
					if want.Optional {
						continue
					}
					all++
					found := false
					for i, got := range articles {
						lacks := slices.ContainsFunc(want.Articles, func(a string) bool { return !slices.Contains(got, a) })
						more := slices.ContainsFunc(got, func(a string) bool { return !slices.Contains(want.Articles, a) && !slices.Contains(want.Also, a) })
						took := 0
						for _, who := range want.Who {
							took += bit(slices.ContainsFunc(names[i], func(n string) bool { return terms.Same(n, who) }))
						}
						found = found || !lacks && !more && took >= min(2, len(want.Who))
					}
					if right += bit(found); !found && !strings.Contains(c.file, "held") {
						t.Logf("%s, %s: %q of %q; there are %q of %q", s.ID, s.Kind, want.Who, want.Articles, names, articles)
					}
				}
			}
			if err := lines.Err(); err != nil {
				t.Fatal(err)
			}
			t.Logf("%d of %d meetings are right, %d merges wrong", right, all, wrong)
			if right < c.floor {
				t.Errorf("%d of %d meetings are right; the floor is %d", right, all, c.floor)
			}
		})
	}
}
