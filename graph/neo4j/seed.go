package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// A list without an anchor starts where its filter is most selective: from
// the nodes or words that it names. A seed is a subquery that does so and
// returns each node once. It may bring more than the filter wants, never less.

// occurrenceSeed writes a subquery for the occurrences o of a label that may
// satisfy the filter.
func (b *builder) occurrenceSeed(f graph.OccurrenceFilter, label string) string {
	start := b.occurrenceStart(f, label)
	if start == "" {
		return "\n	MATCH (o:" + label + ")"
	}
	return "\n	CALL (*) {" + start + "\n	}"
}

// occurrenceStart is the inside of that subquery, "" where the filter names
// nothing to start from.
func (b *builder) occurrenceStart(f graph.OccurrenceFilter, label string) string {
	conjuncts := flatten(f)
	var who []string
	for _, c := range conjuncts {
		for _, ids := range c.Who {
			who = append(who, b.nodes(ids))
		}
		if c.WhoAny != nil {
			who = append(who, b.nodes(c.WhoAny))
		}
	}
	switch len(who) {
	case 0:
	case 1:
		return fmt.Sprintf(`
		UNWIND %s AS e
		MATCH (e)-[:PARTICIPATED_IN]->(o:%s)
		RETURN DISTINCT o`, who[0], label)
	default: // the set with the fewest participations
		return fmt.Sprintf(`
		UNWIND [%s] AS who
		UNWIND who AS e
		WITH who, sum(COUNT { (e)-[:PARTICIPATED_IN]->() }) AS degree
		ORDER BY degree LIMIT 1
		UNWIND who AS e
		MATCH (e)-[:PARTICIPATED_IN]->(o:%s)
		RETURN DISTINCT o`, strings.Join(who, ", "), label)
	}
	for _, c := range conjuncts {
		if c.Topic != nil {
			return fmt.Sprintf(`
		UNWIND %s AS t
		MATCH (t)<-[:ABOUT]-(o:%s)
		RETURN DISTINCT o`, b.nodes(c.Topic), label)
		}
	}
	for _, c := range conjuncts {
		if c.About != nil {
			return fmt.Sprintf(`
		%[1]s
		MATCH (r)-[:OF]->(o:%[3]s)
		RETURN o
		UNION
		%[2]s
		MATCH (t)<-[:ABOUT]-(o:%[3]s)
		RETURN o`, b.withWords("Report", "r", *c.About), b.withWords("Topic", "t", *c.About), label)
		}
	}
	for _, c := range conjuncts {
		if c.Where != nil {
			return fmt.Sprintf(`
		UNWIND %s AS p
		MATCH (p)<-[:WITHIN*0..]-()<-[:HELD_AT]-(o:%s)
		RETURN DISTINCT o`, b.nodes(c.Where), label)
		}
	}
	for _, c := range conjuncts {
		var either []string
		for _, g := range c.Or {
			if start := b.occurrenceStart(g, label); start != "" {
				either = append(either, start)
			}
		}
		if len(either) > 0 && len(either) == len(c.Or) {
			return strings.Join(either, "\n		UNION")
		}
	}
	return ""
}

// flatten returns the filters that must all hold for f to hold: f and, however
// deep, those in And.
func flatten(f graph.OccurrenceFilter) []graph.OccurrenceFilter {
	all := []graph.OccurrenceFilter{f}
	for _, g := range f.And {
		all = append(all, flatten(g)...)
	}
	return all
}

// entitySeed writes clauses that bind e to the entities of the kinds that may
// satisfy the filter.
func (b *builder) entitySeed(f graph.EntityFilter, kinds []graph.NodeKind) string {
	if f.Article != "" {
		return fmt.Sprintf(`
	CALL (*) {
		MATCH (:Node {id: %s})-[:HAS]->(:Mention)-[:REFERS_TO]->(e) WHERE %s
		RETURN DISTINCT e
	}`, b.param(string(f.Article)), b.kindHolds("e", kinds))
	}
	if keys := wholeNames(f.Name); keys != nil {
		return fmt.Sprintf(`
	CALL (*) {
		UNWIND %s AS query
		CALL db.index.fulltext.queryNodes('keys', query) YIELD node AS e
		RETURN DISTINCT e
	}
	WITH * WHERE e:Entity AND %s`, b.param(luceneKeys(keys, "")), b.kindHolds("e", kinds))
	}
	return "\n	MATCH (e:" + entityLabel(kinds) + ")"
}

// wholeNames returns the keys of the names that a filter asks for, nil if it
// asks otherwise.
func wholeNames(f *graph.StringFilter) []string {
	var names, keys []string
	switch {
	case f == nil:
		return nil
	case f.Eq != nil:
		names = []string{*f.Eq}
	default:
		names = f.In
	}
	for _, n := range names {
		for _, k := range terms.QueryKeys(n) {
			if strings.HasPrefix(k, terms.KeyWhole) {
				keys = append(keys, k)
			}
		}
	}
	if len(keys) != len(names) {
		return nil // one has no letters
	}
	return keys
}

// entityLabel is a label expression for entities of the kinds (nil: all).
func entityLabel(kinds []graph.NodeKind) string {
	if kinds == nil {
		return "Entity"
	}
	var names []string
	for _, k := range graph.EntityKinds {
		if slices.Contains(kinds, k) {
			names = append(names, labels[k])
		}
	}
	if len(names) == 0 {
		return "(Entity&!Entity)"
	}
	return "(" + strings.Join(names, "|") + ")"
}

// articleSeed writes clauses that bind a to the articles that may satisfy the
// filter, and returns what of the filter is left to check.
func (b *builder) articleSeed(f graph.ArticleFilter) (seed string, left graph.ArticleFilter) {
	left = f
	switch {
	case f.Path != nil:
		left.Path = nil
		return "\n	MATCH (a:Article) WHERE a.pathKey IN " + b.param(tokens(f.Path)), left
	case f.Text != nil:
		// Not checked again on the articles: long texts take long to read.
		left.Text = nil
		return "\n	" + b.withWords("Article", "a", *f.Text), left
	case len(f.Mentions) > 0:
		left.Mentions = f.Mentions[1:]
		return fmt.Sprintf(`
	CALL (*) {
		UNWIND %s AS e
		MATCH (e)<-[:REFERS_TO]-(:Mention)<-[:HAS]-(a:Article)
		RETURN DISTINCT a
	}`, b.nodes(f.Mentions[0])), left
	}
	return "\n	MATCH (a:Article)", left
}
