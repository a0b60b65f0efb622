package view

import (
	"context"

	"github.com/whomet/whomet/graph"
)

// Report is what one article says of one occurrence.
type Report struct {
	graph.Report
	ID         graph.ID // its unit's
	Quote      string
	Start, End int
	occurrence graph.ID
	level      *level
}

// report adds a report to a level and returns it as GraphQL shows it.
func (l *level) report(r graph.ReportItem) *Report {
	l.refer(toArticle, r.Report.Article)
	l.refer(toOccurrence, r.Occurrence)
	out := &Report{Report: r.Report, ID: r.Report.Unit, occurrence: r.Occurrence, level: l}
	if len(r.Report.Evidence) > 0 {
		telling := r.Report.Evidence[0]
		out.Quote, out.Start, out.End = telling.Quote, telling.Start, telling.End
	}
	return out
}

// Article answers article.
func (r *Report) Article(ctx context.Context) (*Article, error) {
	nodes, err := r.level.follow(ctx, toArticle)
	return must[*Article](nodes[r.Report.Article], err)
}

// Occurrence answers occurrence.
func (r *Report) Occurrence(ctx context.Context) (Occurrence, error) {
	nodes, err := r.level.follow(ctx, toOccurrence)
	return must[Occurrence](nodes[r.occurrence], err)
}

func (l *level) reports(ctx context.Context, by graph.Anchor, anchor graph.ID, first *int, after *string) (*ReportConnection, error) {
	page, err := window(first, after)
	if err != nil {
		return nil, err
	}
	pages, err := ask(l, "reports", []any{by, page}, func() (map[graph.ID]*ReportConnection, error) {
		lists, err := l.q.store.Reports(ctx, graph.ReportQuery{Anchor: by, Anchors: l.anchors(by), Page: page})
		if err != nil {
			return nil, err
		}
		return connections(lists, page, l.q.root().report), nil
	})
	return of(pages, anchor, err)
}
