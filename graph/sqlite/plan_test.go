package sqlite

import (
	"context"
	"database/sql"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/graphtest"
	"github.com/whomet/whomet/graph/terms"
)

// An explainer asks how each statement will be carried out before it runs.
type explainer struct {
	*sql.DB
	plan []string
}

func (e *explainer) QueryContext(ctx context.Context, statement string, args ...any) (*sql.Rows, error) {
	rows, err := e.DB.QueryContext(ctx, "EXPLAIN QUERY PLAN "+statement, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	e.plan = nil
	depth := map[int]int{}
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			return nil, err
		}
		depth[id] = depth[parent] + 1
		e.plan = append(e.plan, strings.Repeat("  ", depth[id])+detail)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return e.DB.QueryContext(ctx, statement, args...)
}

// TestPlans tests that what names an id, a name or a word starts there and
// walks: it neither scans a table nor takes all of a kind.
func TestPlans(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "graph.db"))
	sample := graphtest.Sample()
	if err := sample.Put(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	e := &explainer{DB: s.readers}
	s.reader.db.db = e
	ctx := t.Context()
	change := &tx{reader: s.reader} // its questions are those of an update
	several := sample.IDs("a1", "a2")
	page := graph.Page{Limit: 20}
	ada := sample.IDs("ada")
	word := graph.Text{Words: []string{"fish"}}
	name := "ada"
	post := "the post"
	held := graph.OccurrenceFilter{Status: []graph.OccurrenceStatus{graph.StatusHeld}, When: &graph.DateFilter{From: "2019"}, Source: &graph.StringFilter{Eq: &post}}
	with := func(change func(*graph.OccurrenceFilter)) graph.OccurrenceQuery {
		f := held
		change(&f)
		return graph.OccurrenceQuery{Kind: graph.KindMeeting, Filter: f, Page: page}
	}
	occurrences := func(q graph.OccurrenceQuery) func() error {
		return func() error { _, err := s.Occurrences(ctx, q); return err }
	}
	hang := func(anchor graph.Anchor, names ...string) graph.OccurrenceQuery {
		return graph.OccurrenceQuery{Kind: graph.KindMeeting, Anchor: anchor, Anchors: sample.IDs(names...), Filter: held, Page: page}
	}
	entities := func(q graph.EntityQuery) func() error {
		q.Page, q.Kinds = page, []graph.NodeKind{graph.KindPerson}
		return func() error { _, err := s.Entities(ctx, q); return err }
	}
	articles := func(q graph.ArticleQuery) func() error {
		q.Page = page
		return func() error { _, err := s.Articles(ctx, q); return err }
	}
	allOf := regexp.MustCompile(`^\s*(SCAN (node|name|name_key|entity|position|occurrence|participation|about|topic|concern|article|article_text|mention|span|sentence|report|unit|block|judgement|o|e|t|own|theirs|other)\b|SEARCH .* \(kind=\?\))`)
	for what, question := range map[string]func() error{
		"articles loaded":        func() error { _, err := change.Loaded(ctx, several); return err },
		"claims":                 func() error { _, err := change.Claims(ctx, several); return err },
		"units":                  func() error { _, err := change.Units(ctx, several); return err },
		"units in blocks":        func() error { _, err := change.UnitsInBlocks(ctx, []string{"a", "b"}); return err },
		"units of nodes":         func() error { _, err := change.UnitsOf(ctx, several); return err },
		"mentions of units":      func() error { _, err := change.MentionsOf(ctx, several); return err },
		"nodes":                  func() error { _, err := s.Nodes(ctx, ada); return err },
		"texts":                  func() error { _, err := s.Texts(ctx, sample.IDs("a1")); return err },
		"meetings of someone":    occurrences(hang(graph.AnchorParticipant, "ada", "bruno")),
		"meetings at a place":    occurrences(hang(graph.AnchorPlace, "norland")),
		"meetings about a topic": occurrences(hang(graph.AnchorTopic, "fishing")),
		"meetings with someone":  occurrences(with(func(f *graph.OccurrenceFilter) { f.Who = [][]graph.ID{ada, sample.IDs("bruno")} })),
		"meetings with any":      occurrences(with(func(f *graph.OccurrenceFilter) { f.WhoAny = ada })),
		"meetings on a topic":    occurrences(with(func(f *graph.OccurrenceFilter) { f.Topic = sample.IDs("fishing") })),
		"meetings on a word":     occurrences(with(func(f *graph.OccurrenceFilter) { f.About = &word })),
		"meetings within":        occurrences(with(func(f *graph.OccurrenceFilter) { f.Where = sample.IDs("norland") })),
		"meetings with, nested":  occurrences(with(func(f *graph.OccurrenceFilter) { f.And = []graph.OccurrenceFilter{{Who: [][]graph.ID{ada}}} })),
		"people of an article":   entities(graph.EntityQuery{Anchor: graph.AnchorArticle, Anchors: sample.IDs("a1")}),
		"members":                entities(graph.EntityQuery{Anchor: graph.AnchorOrganization, Anchors: sample.IDs("norland")}),
		"people of a name":       entities(graph.EntityQuery{Filter: graph.EntityFilter{Name: &graph.StringFilter{Eq: &name}}}),
		"people in an article":   entities(graph.EntityQuery{Filter: graph.EntityFilter{Article: sample.ID("a1")}}),
		"articles of someone":    articles(graph.ArticleQuery{Anchor: graph.AnchorEntity, Anchors: ada}),
		"articles with someone":  articles(graph.ArticleQuery{Filter: graph.ArticleFilter{Mentions: [][]graph.ID{ada}}}),
		"articles with a word":   articles(graph.ArticleQuery{Filter: graph.ArticleFilter{Text: &word}}),
		"mentions": func() error {
			_, err := s.Mentions(ctx, graph.MentionQuery{Anchor: graph.AnchorEntity, Anchors: ada, Page: page})
			return err
		},
		"mentions of an article": func() error {
			_, err := s.Mentions(ctx, graph.MentionQuery{Anchor: graph.AnchorArticle, Anchors: sample.IDs("a1"), Page: page})
			return err
		},
		"mentions by id": func() error { _, err := s.MentionsByID(ctx, ada); return err },
		"reports": func() error {
			_, err := s.Reports(ctx, graph.ReportQuery{Anchor: graph.AnchorOccurrence, Anchors: sample.IDs("summit"), Page: page})
			return err
		},
		"reports of an article": func() error {
			_, err := s.Reports(ctx, graph.ReportQuery{Anchor: graph.AnchorArticle, Anchors: sample.IDs("a1"), Page: page})
			return err
		},
		"arrivals": func() error {
			_, err := s.Arrivals(ctx, graph.ArrivalQuery{Kind: graph.KindMeeting, Filter: with(func(f *graph.OccurrenceFilter) { f.Who = [][]graph.ID{ada} }).Filter, Limit: 20})
			return err
		},
		"judgements": func() error {
			_, err := s.Judgements(ctx, graph.JudgementQuery{Anchor: graph.AnchorEntity, Anchors: ada, Page: page})
			return err
		},
		"candidates": func() error {
			_, err := s.Judgements(ctx, graph.JudgementQuery{Page: page})
			return err
		},
		"articles from a path": articles(graph.ArticleQuery{Filter: graph.ArticleFilter{Path: []string{"a1.txt"}}}),
		"topics with a word":   func() error { _, err := s.Topics(ctx, graph.TopicQuery{Text: &word, Page: page}); return err },
		"whom someone met": func() error {
			_, err := s.Counterparts(ctx, graph.CounterpartQuery{Entities: ada, Filter: held, Page: page})
			return err
		},
		"relations": func() error {
			_, err := s.Relations(ctx, graph.RelationQuery{Occurrences: sample.IDs("summit"), Kinds: graph.OccurrenceRelations, Page: page})
			return err
		},
		"who is named with someone": func() error {
			_, err := s.CoMentions(ctx, graph.CoMentionQuery{Entities: ada, Kinds: graph.EntityKinds, Page: page})
			return err
		},
		"neighbors": func() error {
			_, err := s.Neighbors(ctx, graph.NeighborQuery{Nodes: ada, When: held.When, Kinds: graph.EntityKinds, LimitPerNode: 20})
			return err
		},
		"lookup": func() error {
			_, err := s.Lookup(ctx, graph.LookupQuery{Keys: terms.QueryKeys("ada"), Prefix: "^ada", Kinds: graph.EntityKinds, Limit: 20})
			return err
		},
		"search": func() error { _, err := s.Search(ctx, graph.TextQuery{Text: word, Limit: 20}); return err },
	} {
		t.Run(what, func(t *testing.T) {
			if err := question(); err != nil {
				t.Fatal(err)
			}
			for _, step := range e.plan {
				if allOf.MatchString(step) {
					t.Errorf("%q takes too much, in the plan\n%s", strings.TrimSpace(step), strings.Join(e.plan, "\n"))
				}
			}
		})
	}
}
