package view

import (
	"context"
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// empty are words that say nothing of what is searched for: who types a clause
// ("US troops must leave") looks for what it is about.
var empty = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range terms.Words("the a an of to in on at for and or by with from that this its is are was were be been has have had will would shall should must can could may might not") {
		out[w] = true
	}
	return out
}()

// most is the share of the words searched for that a label or wording must have
// where nothing has them all.
const most = 0.5

// byMostWords finds by their label, topics by any of their wordings, what has most
// of the words that a plain text has: where nothing has all of them.
func (q *Query) byMostWords(ctx context.Context, condition graph.Text, kinds []graph.NodeKind) ([]found, error) {
	words := plainWords(condition)
	if len(words) < 2 {
		return nil, nil
	}
	any := graph.Text{Op: graph.TextOr}
	for _, w := range words {
		any.Parts = append(any.Parts, graph.Text{Op: graph.TextPhrase, Words: []string{w}})
	}
	candidates, err := q.byText(ctx, any, kinds)
	if err != nil {
		return nil, err
	}
	var hits []found
	for _, c := range candidates {
		texts := []string{c.node.Label()}
		if c.node.Topic != nil {
			texts = append(texts, c.node.Topic.Wordings...)
		}
		best := 0.0
		for _, t := range texts {
			has := terms.Words(t)
			n := 0
			for _, w := range words {
				if slices.Contains(has, w) {
					n++
				}
			}
			best = max(best, float64(n)/float64(len(words)))
		}
		if best >= most {
			hits = append(hits, found{c.node, "", textBase * best})
		}
	}
	return hits, nil
}

// plainWords returns the words of a condition that is words only, all of which must
// stand, without those that say nothing; nil of any other.
func plainWords(t graph.Text) []string {
	if t.Op != graph.TextAnd {
		return nil
	}
	var out []string
	for _, p := range t.Parts {
		if p.Op != graph.TextPhrase || len(p.Words) != 1 {
			return nil
		}
		if !empty[p.Words[0]] {
			out = append(out, p.Words[0])
		}
	}
	return out
}
