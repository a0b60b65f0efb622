package neo4j

import (
	"cmp"
	"fmt"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// This file writes filters as Cypher predicates. A predicate may be null
// where a property is missing; negation reads null as false.

// occurrenceHolds writes a predicate on the occurrence o.
func (b *builder) occurrenceHolds(f graph.OccurrenceFilter) string {
	var all []string
	add := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	for _, who := range f.Who {
		add("EXISTS { (o)<-[:PARTICIPATED_IN]-(e) WHERE e IN %s }", b.nodes(who))
	}
	if f.WhoAny != nil {
		add("EXISTS { (o)<-[:PARTICIPATED_IN]-(e) WHERE e IN %s }", b.nodes(f.WhoAny))
	}
	if f.WhoNot != nil {
		add("NOT EXISTS { (o)<-[:PARTICIPATED_IN]-(e) WHERE e IN %s }", b.nodes(f.WhoNot))
	}
	if f.About != nil {
		add("(EXISTS { (o)<-[:OF]-(r:Report) WHERE %s } OR EXISTS { (o)-[:ABOUT]->(t:Topic) WHERE %s })",
			b.textHolds(*f.About, "r.words"), b.textHolds(*f.About, "t.words"))
	}
	if f.Topic != nil {
		add("EXISTS { (o)-[:ABOUT]->(t) WHERE t IN %s }", b.nodes(f.Topic))
	}
	if f.Where != nil {
		add("EXISTS { (o)-[:HELD_AT]->()-[:WITHIN*0..]->(p) WHERE p IN %s }", b.nodes(f.Where))
	}
	if f.When != nil {
		all = append(all, b.dateHolds(*f.When, "o"))
	}
	if f.Modes != nil {
		add("o.mode IN %s", b.param(texts(f.Modes)))
	}
	if f.Types != nil {
		add("o.type IN %s", b.param(texts(f.Types)))
	}
	if f.Status != nil {
		add("o.status IN %s", b.param(texts(f.Status)))
	}
	if f.Source != nil {
		add("EXISTS { (o)<-[:OF]-(:Report)<-[:MAKES]-(a:Article) WHERE %s }", b.stringHolds(*f.Source, "a.folded"))
	}
	if f.MinConfidence != 0 {
		add("o.confidence >= %s", b.param(f.MinConfidence))
	}
	for _, g := range f.And {
		all = append(all, b.occurrenceHolds(g))
	}
	if f.Or != nil {
		var either []string
		for _, g := range f.Or {
			either = append(either, b.occurrenceHolds(g))
		}
		all = append(all, anyOf(either))
	}
	if f.Not != nil {
		add("NOT coalesce(%s, false)", b.occurrenceHolds(*f.Not))
	}
	return allOf(all)
}

// dateHolds writes a predicate on a node with a firstDay and a lastDay; an
// open end is one that every day is within.
func (b *builder) dateHolds(f graph.DateFilter, node string) string {
	return fmt.Sprintf("(%[1]s.lastDay >= %[2]s AND %[1]s.firstDay <= %[3]s)", node,
		b.param(f.From.First()), b.param(cmp.Or(f.To.Last(), "~")))
}

// kindHolds writes a predicate that a node is of one of the kinds (nil: any).
func (b *builder) kindHolds(node string, kinds []graph.NodeKind) string {
	if kinds == nil {
		return "true"
	}
	return nodeKind(node) + " IN " + b.param(texts(kinds))
}

// stringHolds writes a predicate on a folded string.
func (b *builder) stringHolds(f graph.StringFilter, on string) string {
	var all []string
	if f.Eq != nil {
		all = append(all, on+" = "+b.param(terms.Fold(*f.Eq)))
	}
	if f.In != nil {
		in := make([]string, len(f.In))
		for i, s := range f.In {
			in[i] = terms.Fold(s)
		}
		all = append(all, on+" IN "+b.param(texts(in)))
	}
	if f.Contains != nil {
		all = append(all, on+" CONTAINS "+b.param(terms.Fold(*f.Contains)))
	}
	if f.StartsWith != nil {
		all = append(all, on+" STARTS WITH "+b.param(terms.Fold(*f.StartsWith)))
	}
	return allOf(all)
}

// entityHolds writes a predicate on the entity e.
func (b *builder) entityHolds(f graph.EntityFilter) string {
	var all []string
	add := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	if f.Name != nil {
		add("any(name IN e.folded WHERE %s)", b.stringHolds(*f.Name, "name"))
	}
	if f.Mentioned != nil {
		add("EXISTS { (e)<-[:REFERS_TO]-(:Mention)<-[:HAS]-(a:Article) WHERE %s }", b.dateHolds(*f.Mentioned, "a"))
	}
	if f.MinMeetings != 0 {
		add("e.meetingCount >= %s", b.param(f.MinMeetings))
	}
	if f.Position != nil {
		add("(EXISTS { (e)-[h:HOLDS_POSITION_AT]->() WHERE %s } OR any(title IN e.titleWords WHERE %s))",
			b.textHolds(*f.Position, "h.words"), b.textHolds(*f.Position, "title"))
	}
	if f.Article != "" {
		add("EXISTS { (e)<-[:REFERS_TO]-(:Mention)<-[:HAS]-(a:Article) WHERE a.id = %s }", b.param(string(f.Article)))
	}
	return allOf(all)
}

// articleHolds writes a predicate on the article a.
func (b *builder) articleHolds(f graph.ArticleFilter) string {
	var all []string
	if f.Text != nil {
		all = append(all, b.textHolds(*f.Text, "a.words"))
	}
	if f.Source != nil {
		all = append(all, b.stringHolds(*f.Source, "a.folded"))
	}
	if f.Published != nil {
		all = append(all, b.dateHolds(*f.Published, "a"))
	}
	if f.Path != nil {
		all = append(all, "a.pathKey IN "+b.param(tokens(f.Path)))
	}
	for _, who := range f.Mentions {
		all = append(all, fmt.Sprintf("EXISTS { (a)-[:HAS]->(:Mention)-[:REFERS_TO]->(e) WHERE e IN %s }", b.nodes(who)))
	}
	return allOf(all)
}
