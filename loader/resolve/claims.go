package resolve

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
)

// Claims turns what the extractor read into claims: the ids that hold inside
// one result ("e1", "m1") become ids that hold everywhere. A mention's comes
// from article, first span, kind and name, a report's from article, first
// quote, kind and who took part. The error says what is wrong with the
// result: an id that names nothing, or a span whose text is not the article's.
func Claims(r extract.Result, extractor string, loadedAt time.Time) (graph.Claims, error) {
	a := graph.Article{
		ID:       r.Article.ID,
		SourceID: value(r.Article.SourceID), Path: r.Article.Path, URL: value(r.Article.URL),
		Title: value(r.Article.Title), Source: value(r.Article.Source),
		PublishedAt: graph.PartialDate(value(r.Article.PublishedAt)),
		LoadedAt:    loadedAt, Language: r.Article.Language, Text: r.Article.Text, Extractor: extractor,
	}
	if a.PublishedAt != "" {
		if _, err := graph.ParseDate(string(a.PublishedAt)); err != nil {
			return graph.Claims{}, fmt.Errorf("claims of article %s: published at %w", a.ID, err)
		}
	}
	c := converter{article: a, text: []rune(a.Text), mentions: map[string]graph.ID{}, reports: map[string]graph.ID{}, seen: map[graph.ID]string{}}
	claims := graph.Claims{Article: a}
	for _, e := range r.Entities {
		if err := c.name(e); err != nil {
			return graph.Claims{}, fmt.Errorf("claims of article %s: entity %s: %w", a.ID, e.ID, err)
		}
	}
	for _, e := range r.Entities {
		m, err := c.mention(e)
		if err != nil {
			return graph.Claims{}, fmt.Errorf("claims of article %s: entity %s: %w", a.ID, e.ID, err)
		}
		claims.Mentions = append(claims.Mentions, m)
	}
	for _, m := range r.Meetings {
		rep, err := c.report(m.Occurrence, graph.Report{Kind: graph.KindMeeting, Mode: m.Mode})
		if err != nil {
			return graph.Claims{}, fmt.Errorf("claims of article %s: meeting %s: %w", a.ID, m.ID, err)
		}
		claims.Reports = append(claims.Reports, rep)
	}
	for _, v := range r.Events {
		rep, err := c.report(v.Occurrence, graph.Report{Kind: graph.KindEvent, Type: v.Type})
		if err != nil {
			return graph.Claims{}, fmt.Errorf("claims of article %s: event %s: %w", a.ID, v.ID, err)
		}
		claims.Reports = append(claims.Reports, rep)
	}
	for i, o := range occurrences(r) {
		if err := c.relate(&claims.Reports[i], o); err != nil {
			return graph.Claims{}, fmt.Errorf("claims of article %s: %s: %w", a.ID, o.ID, err)
		}
	}
	return claims, nil
}

// occurrences returns what meetings and events have in common, in the order
// of their reports.
func occurrences(r extract.Result) []extract.Occurrence {
	var out []extract.Occurrence
	for _, m := range r.Meetings {
		out = append(out, m.Occurrence)
	}
	for _, v := range r.Events {
		out = append(out, v.Occurrence)
	}
	return out
}

// converter holds what one result's ids mean.
type converter struct {
	article  graph.Article
	text     []rune
	mentions map[string]graph.ID // document-local entity id -> mention
	reports  map[string]graph.ID // document-local id of a meeting or event -> report
	seen     map[graph.ID]string // ids given out -> document-local id
}

// name gives the entity its mention id.
func (c *converter) name(e extract.Entity) error {
	if !e.Kind.IsEntity() {
		return fmt.Errorf("kind %q is not an entity's", e.Kind)
	}
	if len(e.Mentions) == 0 {
		return fmt.Errorf("%q has no mention; every entity must stand in the text", e.Name)
	}
	if _, ok := c.mentions[e.ID]; ok {
		return fmt.Errorf("two entities have the id %q", e.ID)
	}
	first := e.Mentions[0]
	id := graph.NewID("mention", string(c.article.ID), strconv.Itoa(first.Start), strconv.Itoa(first.End), string(e.Kind), e.Name)
	if other, ok := c.seen[id]; ok {
		return fmt.Errorf("%q is the same as entity %s", e.Name, other)
	}
	c.seen[id], c.mentions[e.ID] = e.ID, id
	return nil
}

func (c *converter) mention(e extract.Entity) (graph.Mention, error) {
	m := graph.Mention{ID: c.mentions[e.ID], Article: c.article.ID, Kind: e.Kind, Name: e.Name, Aliases: e.Aliases, Sex: e.Sex}
	for _, p := range e.Positions {
		of, err := c.lookup(p.Of)
		if err != nil {
			return m, fmt.Errorf("position %q: %w", p.Title, err)
		}
		m.Positions = append(m.Positions, graph.PositionClaim{Title: p.Title, Of: of, OfText: value(p.OfText)})
	}
	for _, s := range e.Mentions {
		span := graph.Span{Start: s.Start, End: s.End}
		if err := c.check(span, s.Text); err != nil {
			return m, fmt.Errorf("mention: %w", err)
		}
		if err := c.inside(s.Sentence); err != nil {
			return m, fmt.Errorf("sentence of mention %q: %w", s.Text, err)
		}
		m.Spans = append(m.Spans, graph.NamedSpan{Span: span, Text: s.Text, Sentence: s.Sentence})
	}
	return m, nil
}

func (c *converter) report(o extract.Occurrence, r graph.Report) (graph.Report, error) {
	r.Article, r.Extractor = c.article.ID, c.article.Extractor
	r.Status, r.Confidence = o.Status, o.Confidence
	if o.Date != nil {
		d := graph.DateSpan{Start: graph.PartialDate(value(o.Date.Start)), End: graph.PartialDate(value(o.Date.End)),
			Precision: o.Date.Precision, Text: value(o.Date.Text)}
		for _, p := range []graph.PartialDate{d.Start, d.End} {
			if p == "" {
				continue
			}
			if _, err := graph.ParseDate(string(p)); err != nil {
				return r, fmt.Errorf("date: %w", err)
			}
		}
		r.Date = &d
	}
	var err error
	if r.Place, err = c.lookup(o.Place); err != nil {
		return r, fmt.Errorf("place: %w", err)
	}
	for _, p := range o.Participants {
		part := graph.ParticipantClaim{Role: p.Role, Title: value(p.Title)}
		if part.Mention, err = c.lookup(&p.Entity); err == nil {
			part.OnBehalfOf, err = c.lookup(p.OnBehalfOf)
		}
		if err != nil {
			return r, fmt.Errorf("participant: %w", err)
		}
		r.Participants = append(r.Participants, part)
	}
	for _, t := range o.Topics {
		topic := graph.TopicClaim{Span: graph.Span{Start: t.Start, End: t.End}, Text: t.Text}
		if err := c.check(topic.Span, t.Text); err != nil {
			return r, fmt.Errorf("topic: %w", err)
		}
		for _, e := range t.Entities {
			id, err := c.lookup(&e)
			if err != nil {
				return r, fmt.Errorf("topic %q: %w", t.Text, err)
			}
			topic.Mentions = append(topic.Mentions, id)
		}
		r.Topics = append(r.Topics, topic)
	}
	if len(o.Evidence) == 0 {
		return r, fmt.Errorf("no evidence; every report must quote the text")
	}
	for _, q := range o.Evidence {
		quote := graph.Quote{Span: graph.Span{Start: q.Start, End: q.End}, Quote: q.Quote}
		if err := c.check(quote.Span, q.Quote); err != nil {
			return r, fmt.Errorf("evidence: %w", err)
		}
		r.Evidence = append(r.Evidence, quote)
	}
	if _, ok := c.reports[o.ID]; ok {
		return r, fmt.Errorf("another meeting or event has the same id")
	}
	r.ID = c.reportID(r)
	c.reports[o.ID] = r.ID
	return r, nil
}

// relate adds the relations of an occurrence to its report. All reports must
// have their ids.
func (c *converter) relate(r *graph.Report, o extract.Occurrence) error {
	for _, x := range o.Relations {
		to, ok := c.reports[x.To]
		switch {
		case !slices.Contains(graph.OccurrenceRelations, x.Kind):
			return fmt.Errorf("%q is no relation of occurrences", x.Kind)
		case !ok:
			return fmt.Errorf("relation %s: %q names no meeting or event of the article", x.Kind, x.To)
		case to == r.ID:
			return fmt.Errorf("relation %s leads to the occurrence itself", x.Kind)
		}
		q := graph.Quote{Span: graph.Span{Start: x.Start, End: x.End}, Quote: x.Quote}
		if err := c.check(q.Span, x.Quote); err != nil {
			return fmt.Errorf("relation %s: %w", x.Kind, err)
		}
		r.Relations = append(r.Relations, graph.RelationClaim{Kind: x.Kind, To: to, Quote: q})
	}
	return nil
}

// reportID derives the report's id. One sentence may tell of several
// occurrences, so who took part belongs to it; what is still equal is
// numbered.
func (c *converter) reportID(r graph.Report) graph.ID {
	parts := []string{string(r.Article), strconv.Itoa(r.Evidence[0].Start), strconv.Itoa(r.Evidence[0].End), string(r.Kind), string(r.Mode), string(r.Type)}
	var who []string
	for _, p := range r.Participants {
		who = append(who, string(p.Mention))
	}
	slices.Sort(who)
	parts = append(parts, strings.Join(who, " "))
	id := graph.NewID("report", parts...)
	for n := 2; c.seen[id] != ""; n++ {
		id = graph.NewID("report", append(parts, strconv.Itoa(n))...)
	}
	c.seen[id] = "report"
	return id
}

// lookup returns the mention of a document-local entity id; nil is none.
func (c *converter) lookup(local *string) (graph.ID, error) {
	if local == nil {
		return "", nil
	}
	id, ok := c.mentions[*local]
	if !ok {
		return "", fmt.Errorf("%q names no entity of the article", *local)
	}
	return id, nil
}

func (c *converter) inside(s graph.Span) error {
	if s.Start < 0 || s.End < s.Start || s.End > len(c.text) {
		return fmt.Errorf("span [%d,%d) is not inside the text of %d characters", s.Start, s.End, len(c.text))
	}
	return nil
}

func (c *converter) check(s graph.Span, text string) error {
	if err := c.inside(s); err != nil {
		return fmt.Errorf("%q: %w", text, err)
	}
	if got := string(c.text[s.Start:s.End]); got != text {
		return fmt.Errorf("%q: the text at [%d,%d) is %q", text, s.Start, s.End, got)
	}
	return nil
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
