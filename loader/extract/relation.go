package extract

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/nlp"
)

//go:embed relations.txt
var relationsText string

// relations are the lines of relations.txt by relation, and under "carrier"
// the verbs on which the connectives of a noun hang.
var relations = mustPatterns("relations.txt", relationsText)

// relationKinds are the relations in the order in which they are tried: of two
// occurrences the text says one thing, and a cause says more than an order.
var relationKinds = []string{"PART_OF", "IN_RESPONSE_TO", "DURING", "AFTER", "BEFORE"}

// relate names the occurrences of a result and notes how sentences tie them to
// each other: "flew to Cairo after the talks".
func (n *narrative) relate(meetings, events []*occurrence) {
	all := slices.Concat(meetings, events)
	for i, o := range meetings {
		o.id = fmt.Sprintf("m%d", i+1)
	}
	for i, o := range events {
		o.id = fmt.Sprintf("v%d", i+1)
	}
	together := n.toldTogether(all)
	told := n.toldAt(all, together)
	for _, o := range all {
		if o.status != graph.StatusHeld && o.status != graph.StatusPlanned {
			continue // what was called off after the raid was not after the raid
		}
		for _, t := range n.words(o, together) {
			if told[t] == o {
				n.relateFrom(o, t, told)
			}
		}
	}
	for _, o := range all {
		slices.SortStableFunc(o.relations, func(a, b link) int { return a.span.Start - b.span.Start })
	}
}

// toldTogether returns the sentences that tell of two or more occurrences: no
// other can relate one to another.
func (n *narrative) toldTogether(all []*occurrence) map[int]bool {
	first, together := map[int]*occurrence{}, map[int]bool{}
	for _, o := range all {
		for _, t := range append([]int{o.at}, o.references...) {
			s := n.Tokens[t].Sent
			if first[s] == nil {
				first[s] = o
			} else if first[s] != o {
				together[s] = true
			}
		}
	}
	return together
}

// words are the tokens of the given sentences that tell of an occurrence, and
// the verbs that carry them.
func (n *narrative) words(o *occurrence, sentences map[int]bool) []int {
	var out []int
	for _, t := range append([]int{o.at}, o.references...) {
		if sentences[n.Tokens[t].Sent] {
			out = append(out, t)
		}
	}
	for _, t := range out[:len(out):len(out)] {
		if outer := n.outer(t); outer != t {
			out = append(out, outer)
		}
		if n.Tokens[t].POS != "VERB" {
			for _, f := range n.followAll(relations["carrier"], t, 0) {
				out = append(out, f.token)
			}
		}
	}
	return out
}

// toldAt leads from tokens to the occurrence that they tell of: a word that
// tells of one by itself is no other's carrier.
func (n *narrative) toldAt(all []*occurrence, sentences map[int]bool) map[int]*occurrence {
	told := map[int]*occurrence{}
	note := func(o *occurrence, tokens ...int) {
		for _, t := range tokens {
			if told[t] == nil {
				told[t] = o
			}
		}
	}
	for _, o := range all {
		note(o, o.at)
		note(o, o.references...)
	}
	for _, o := range all {
		note(o, n.words(o, sentences)...)
	}
	return told
}

// relateFrom notes what the sentence of token t, which tells of o, says of its
// relations.
func (n *narrative) relateFrom(o *occurrence, t int, told map[int]*occurrence) {
	for _, kind := range relationKinds {
		for _, f := range n.followAll(relations[kind], t, 0) {
			other := told[f.token]
			if other == nil || other == o || n.related(o, other) {
				continue
			}
			l := link{graph.RelationKind(kind), other, between(n.wordBy(o, t), f.token), reason{"", &f.via.entry, t, f.token}}
			from := o
			if kind == "BEFORE" {
				l.kind, l.to, from = graph.RelAfter, o, other
			}
			if from.status != graph.StatusHeld && from.status != graph.StatusPlanned || l.kind == graph.RelAfter && sooner(from, l.to) {
				continue
			}
			from.relations = append(from.relations, l)
		}
	}
}

// wordBy is the word of o that verb t carries, or t.
func (n *narrative) wordBy(o *occurrence, t int) int {
	for _, w := range append([]int{o.at}, o.references...) {
		if w == t || n.Tokens[w].Sent != n.Tokens[t].Sent {
			continue
		}
		if n.Tokens[w].POS != "VERB" && slices.ContainsFunc(n.followAll(relations["carrier"], w, 0), func(f found) bool { return f.token == t }) {
			return w
		}
	}
	return t
}

// between is the run of tokens from one to the other, whichever comes first.
func between(a, b int) nlp.Span { return spanOf(min(a, b), max(a, b)+1) }

// related tells whether a relation between two occurrences is noted.
func (n *narrative) related(a, b *occurrence) bool {
	to := func(o *occurrence) func(link) bool { return func(l link) bool { return l.to == o } }
	return slices.ContainsFunc(a.relations, to(b)) || slices.ContainsFunc(b.relations, to(a))
}

// sooner tells whether a was over before b by their days: then it did not
// come after b, whatever the parse says.
func sooner(a, b *occurrence) bool {
	x, y := a.when.span, b.when.span
	return x.Start != "" && y.Start != "" && x.Last() < y.First()
}
