package sqlite

import (
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// Conditions are written so that what is selective (an id, a topic, a word)
// is a list of ids to look up, and the rest is asked of each row found. No
// condition is ever NULL but through a missing place, which negate minds.

// occurrences returns the condition that row o of occurrence satisfies f.
func (a *arguments) occurrences(f graph.OccurrenceFilter) []string {
	var c []string
	took := func(ids []graph.ID) string {
		return "o.id IN (SELECT occurrence FROM participation WHERE entity IN (" + a.nodes(ids) + "))"
	}
	for _, who := range f.Who {
		c = append(c, took(who))
	}
	if f.WhoAny != nil {
		c = append(c, took(f.WhoAny))
	}
	if f.WhoNot != nil {
		c = append(c, negate(took(f.WhoNot)))
	}
	if f.Topic != nil {
		c = append(c, "o.id IN (SELECT occurrence FROM about WHERE topic IN ("+a.nodes(f.Topic)+"))")
	}
	if f.About != nil {
		c = append(c, "o.id IN ("+a.told(*f.About)+")")
	}
	if f.Where != nil {
		c = append(c, "o.place IN ("+inside(a.nodes(f.Where))+")")
	}
	if f.When != nil {
		c = append(c, a.overlaps("o", *f.When))
	}
	if f.Modes != nil {
		c = append(c, "o.mode IN ("+list(a, f.Modes)+")")
	}
	if f.Types != nil {
		c = append(c, "o.type IN ("+list(a, f.Types)+")")
	}
	if f.Status != nil {
		c = append(c, "o.status IN ("+list(a, f.Status)+")")
	}
	if f.Source != nil {
		c = append(c, "EXISTS (SELECT 1 FROM telling JOIN article ON article.id = telling.article WHERE telling.occurrence = o.id AND "+
			a.matches("article.source", *f.Source)+")")
	}
	if f.MinConfidence > 0 {
		c = append(c, "o.confidence >= "+a.bind(f.MinConfidence))
	}
	for _, and := range f.And {
		c = append(c, a.occurrences(and)...)
	}
	if f.Or != nil {
		var or []string
		for _, f := range f.Or {
			or = append(or, all(a.occurrences(f)))
		}
		c = append(c, either(or))
	}
	if f.Not != nil {
		c = append(c, negate(all(a.occurrences(*f.Not))))
	}
	return c
}

// selective tells whether the filter names ids or words to start from.
func selective(f graph.OccurrenceFilter) bool {
	return len(f.Who) > 0 || f.WhoAny != nil || f.Topic != nil || f.About != nil || f.Where != nil || slices.ContainsFunc(f.And, selective)
}

// entities returns the condition that row e of entity satisfies f.
func (a *arguments) entities(f graph.EntityFilter) []string {
	var c []string
	if f.Name != nil {
		c = append(c, "e.id IN (SELECT entity FROM name WHERE "+a.matches("folded", *f.Name)+")")
	}
	if f.Article != "" {
		c = append(c, "e.id IN (SELECT entity FROM naming WHERE article = "+a.bind(string(f.Article))+")")
	}
	if f.Position != nil {
		c = append(c, "e.id IN (SELECT person FROM position WHERE "+a.contains("words", *f.Position)+")")
	}
	if f.Mentioned != nil {
		c = append(c, "EXISTS (SELECT 1 FROM naming JOIN article ON article.id = naming.article WHERE naming.entity = e.id AND "+
			a.overlaps("article", *f.Mentioned)+")")
	}
	if f.MinMeetings > 0 {
		c = append(c, meetingCount("e.id")+" >= "+a.bind(f.MinMeetings))
	}
	return c
}

// articles returns the condition that row t of article satisfies f.
func (a *arguments) articles(f graph.ArticleFilter) []string {
	var c []string
	for _, names := range f.Mentions {
		c = append(c, "t.id IN (SELECT article FROM naming WHERE entity IN ("+a.nodes(names)+"))")
	}
	if f.Text != nil {
		c = append(c, "t.id IN (SELECT id FROM node WHERE kind = 'ARTICLE' AND "+a.text("article_words", "n", *f.Text)+")")
	}
	if f.Source != nil {
		c = append(c, a.matches("t.source", *f.Source))
	}
	if f.Published != nil {
		c = append(c, a.overlaps("t", *f.Published))
	}
	if f.Path != nil {
		c = append(c, "t.id IN (SELECT id FROM node WHERE kind = 'ARTICLE' AND data ->> 'path' IN ("+list(a, f.Path)+"))")
	}
	return c
}

// told returns the select of the occurrences of which a report or a topic
// satisfies a text condition.
func (a *arguments) told(t graph.Text) string {
	return "SELECT occurrence FROM telling WHERE " + a.text("report_words", "report", t) +
		" UNION ALL SELECT about.occurrence FROM node JOIN about ON about.topic = node.id WHERE node.kind = 'TOPIC' AND " + a.text("topic_words", "node.n", t)
}

// inside returns the select of places and of all that lies within them.
func inside(places string) string {
	return "WITH RECURSIVE inside (id) AS (" + places + " UNION SELECT entity.id FROM inside JOIN entity ON entity.within = inside.id) SELECT id FROM inside"
}

// overlaps is the condition that the days of a row overlap a span.
func (a *arguments) overlaps(row string, d graph.DateFilter) string {
	c := []string{row + ".first_day <> ''"}
	if d.From != "" {
		c = append(c, row+".last_day >= "+a.bind(d.From.First()))
	}
	if d.To != "" {
		c = append(c, row+".first_day <= "+a.bind(d.To.Last()))
	}
	return all(c)
}

// beyond every letter, so that a prefix and it bound all that begins so.
const beyond = "\U0010FFFF"

// matches is the condition that a column of folded text satisfies f.
func (a *arguments) matches(column string, f graph.StringFilter) string {
	var c []string
	if f.Eq != nil {
		c = append(c, column+" = "+a.bind(terms.Fold(*f.Eq)))
	}
	if f.In != nil {
		folded := make([]string, len(f.In))
		for i, s := range f.In {
			folded[i] = terms.Fold(s)
		}
		c = append(c, column+" IN ("+list(a, folded)+")")
	}
	if f.StartsWith != nil {
		s := terms.Fold(*f.StartsWith)
		c = append(c, column+" >= "+a.bind(s)+" AND "+column+" < "+a.bind(s+beyond))
	}
	if f.Contains != nil {
		c = append(c, "instr("+column+", "+a.bind(terms.Fold(*f.Contains))+") > 0")
	}
	return all(c)
}

// negate is the condition that another does not hold.
func negate(condition string) string { return "(" + condition + ") IS NOT TRUE" }
