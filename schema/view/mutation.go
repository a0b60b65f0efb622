package view

import (
	"context"

	"github.com/whomet/whomet/graph"
)

// Editor changes the graph. What it refuses it says in a [graph.Refusal].
type Editor interface {
	// Judge says whether two entities, or two names, are one.
	Judge(ctx context.Context, a, b graph.ID, verdict graph.Verdict, reason, by string) (graph.Judgement, error)
	// JudgeOccurrences says whether two meetings or events, or two reports, are
	// one.
	JudgeOccurrences(ctx context.Context, a, b graph.ID, verdict graph.Verdict, reason, by string) (graph.Judgement, error)
	// Rename calls an entity by another name.
	Rename(ctx context.Context, id graph.ID, name, by string) error
	// RemoveArticle takes an article back.
	RemoveArticle(ctx context.Context, id graph.ID) error
	// LoadArticle reads an article, given as text or html with what is known of
	// it: URL, Title, Source, PublishedAt.
	LoadArticle(ctx context.Context, a graph.Article, html string) (graph.LoadResult, error)
}

// Mutation answers the mutations: an editor makes the change, the query shows
// what came of it.
type Mutation struct {
	query  *Query
	editor Editor
}

// NewMutation returns the mutations of a query's graph.
func NewMutation(q *Query, e Editor) *Mutation { return &Mutation{q, e} }

// by is who says so, where the request has null for it.
func by(who *string) string {
	if who == nil || *who == "" {
		return "graphql"
	}
	return *who
}

// changed returns a node after a change.
func changed[T Node](ctx context.Context, q *Query, id graph.ID, err error) (T, error) {
	var none T
	if err != nil {
		return none, err
	}
	n, err := q.Node(ctx, id)
	return must[T](n, err)
}

// Judge answers judge.
func (m *Mutation) Judge(ctx context.Context, a, b graph.ID, verdict graph.Verdict, reason, who *string) (*Judgement, error) {
	j, err := m.editor.Judge(ctx, a, b, verdict, orEmpty(reason), by(who))
	return changed[*Judgement](ctx, m.query, j.ID, err)
}

// JudgeOccurrences answers judgeOccurrences.
func (m *Mutation) JudgeOccurrences(ctx context.Context, a, b graph.ID, verdict graph.Verdict, reason, who *string) (*OccurrenceJudgement, error) {
	j, err := m.editor.JudgeOccurrences(ctx, a, b, verdict, orEmpty(reason), by(who))
	return changed[*OccurrenceJudgement](ctx, m.query, j.ID, err)
}

// Rename answers rename.
func (m *Mutation) Rename(ctx context.Context, id graph.ID, name string, who *string) (Entity, error) {
	return changed[Entity](ctx, m.query, id, m.editor.Rename(ctx, id, name, by(who)))
}

// RemoveArticle answers removeArticle.
func (m *Mutation) RemoveArticle(ctx context.Context, id graph.ID) (graph.ID, error) {
	return id, m.editor.RemoveArticle(ctx, id)
}

// ArticleInput is an article to load.
type ArticleInput struct {
	Text, HTML, URL, Title, Source *string
	PublishedAt                    *graph.PartialDate
}

// LoadArticlePayload is what came of loading an article.
type LoadArticlePayload struct {
	Article                                         *Article
	People, Organizations, Places, Events, Meetings int
	AlreadyLoaded                                   bool
}

// LoadArticle answers loadArticle.
func (m *Mutation) LoadArticle(ctx context.Context, input ArticleInput) (*LoadArticlePayload, error) {
	a := graph.Article{Text: orEmpty(input.Text), URL: orEmpty(input.URL), Title: orEmpty(input.Title), Source: orEmpty(input.Source)}
	if input.PublishedAt != nil {
		a.PublishedAt = *input.PublishedAt
	}
	loaded, err := m.editor.LoadArticle(ctx, a, orEmpty(input.HTML))
	article, err := changed[*Article](ctx, m.query, loaded.Article, err)
	if err != nil {
		return nil, err
	}
	n := loaded.Counts
	return &LoadArticlePayload{article, n[graph.KindPerson], n[graph.KindOrganization], n[graph.KindPlace], n[graph.KindEvent], n[graph.KindMeeting], loaded.Already}, nil
}
