package score

import (
	"fmt"
	"slices"

	"github.com/whomet/whomet/graph"
)

// meetings scores who met whom. A told meeting is matched to the labelled one
// whose parties it shares most, and only where both were held or both were not.
func (c *comparison) meetings() {
	golds := c.label.Meetings
	var preds []told
	for i := range c.result.Meetings {
		m := &c.result.Meetings[i]
		preds = append(preds, told{Occurrence: &m.Occurrence, mode: m.Mode})
	}
	c.statuses(golds, preds)
	matches := assign(indices(golds), indices(preds), func(i, j int) float64 { return c.meetingWeight(&golds[i], preds[j], true) })
	c.unmatched("meeting", golds, preds, matches, "meetings")
	c.participants("", golds, preds, matches)
	for _, m := range matches {
		g, p := &golds[m.row], preds[m.col]
		if g.Optional {
			continue
		}
		c.count("meetings", Counts{Right: 1})
		c.share("status", slices.Contains(g.Status, p.Status))
		if len(g.Mode) > 0 {
			right := slices.Contains(g.Mode, p.mode)
			c.share("mode", right)
			if !right {
				c.confuse("mode", string(g.Mode[0]), string(p.mode))
				c.note("wrong mode", fmt.Sprintf("%s, not %s", p.mode, g.Mode[0]), g.Quote)
			}
		}
		c.attributes("", g, p)
		c.topics(g, p)
	}
	c.whoMetWhom("who met whom (held)", golds, preds, func(s graph.OccurrenceStatus) bool { return s == graph.StatusHeld })
	c.whoMetWhom("who met whom (all)", golds, preds, func(graph.OccurrenceStatus) bool { return true })
}

func indices[T any](list []T) []int {
	out := make([]int, len(list))
	for i := range out {
		out[i] = i
	}
	return out
}

// meetingWeight tells how well a told meeting fits a label; sameClass wants
// both held or both not held.
func (c *comparison) meetingWeight(g *Occurrence, p told, sameClass bool) float64 {
	near := c.closeness(g, p)
	if near.shared == 0 && (near.must > 0 || near.quote < 0.5) { // a meeting that names nobody goes by its quote
		return 0
	}
	held := p.Status == graph.StatusHeld
	if sameClass && !slices.ContainsFunc(g.Status, func(s graph.OccurrenceStatus) bool { return (s == graph.StatusHeld) == held }) {
		return 0
	}
	w := near.dice + near.tie + 0.3*one(slices.Contains(g.Status, p.Status))
	if !g.Optional {
		w += 0.05
	}
	return w
}

// statuses scores whether it happened, over a matching that leaves the status
// aside: else a planned meeting told as held would show only as a miss.
func (c *comparison) statuses(golds []Occurrence, preds []told) {
	for _, m := range assign(indices(golds), indices(preds), func(i, j int) float64 { return c.meetingWeight(&golds[i], preds[j], false) }) {
		g, p := &golds[m.row], preds[m.col]
		if g.Optional {
			continue
		}
		right, label := slices.Contains(g.Status, p.Status), g.Status[0]
		c.share("status*", right)
		if right {
			label = p.Status
		} else {
			c.note("wrong status", fmt.Sprintf("%s, not %s: %s", p.Status, label, c.describeTold(p)), g.Quote)
		}
		c.confuse("status", string(label), string(p.Status))
	}
}

// topics scores what a matched meeting was about.
func (c *comparison) topics(g *Occurrence, p told) {
	var words [][]string // of each told topic; none where it is too long
	for _, t := range p.Topics {
		w := wordsOf(t.Text)
		c.more["topic words"] += len(w)
		if len(w) > maxTopicWords {
			w = nil
		}
		words = append(words, w)
	}
	for _, t := range g.Topics {
		found := slices.ContainsFunc(words, t.in)
		c.share("topic recall", found)
		if !found {
			c.note("missed topic", t.String(), g.Quote)
		}
	}
	if g.Topics == nil {
		return
	}
	for i, w := range words {
		right := slices.ContainsFunc(slices.Concat(g.Topics, g.MoreTopics), func(t topic) bool { return t.in(w) })
		c.share("topic precision", right)
		if !right {
			what := "false topic"
			if w == nil {
				what = "topic too long"
			}
			c.note(what, p.Topics[i].Text, g.Quote)
		}
	}
}

// whoMetWhom scores pairs of parties, each once an article, in whatever meeting
// they stand. Pairs of what is optional, or of a status that is right too but
// not the label's own, cost nothing.
func (c *comparison) whoMetWhom(figure string, golds []Occurrence, preds []told, counts func(graph.OccurrenceStatus) bool) {
	want, free := map[[2]string]bool{}, map[[2]string]bool{}
	for i := range golds {
		g := &golds[i]
		if !slices.ContainsFunc(g.Status, counts) {
			continue
		}
		parts := c.names.labelledParts(g)
		for j, a := range parts {
			for _, b := range parts[:j] {
				if g.Optional || a.who.Optional || b.who.Optional || !counts(g.Status[0]) {
					free[twosome(a.key, b.key)] = true
				} else {
					want[twosome(a.key, b.key)] = true
				}
			}
		}
	}
	have := map[[2]string]string{} // with a quote
	for _, p := range preds {
		if !counts(p.Status) {
			continue
		}
		parts := c.names.toldParts(p)
		for j, a := range parts {
			for _, b := range parts[:j] {
				if pair := twosome(a.key, b.key); have[pair] == "" {
					have[pair] = quotes(p)
				}
			}
		}
	}
	n := Counts{}
	for _, pair := range sortedKeys(want) {
		if _, got := have[pair]; got {
			n.Right++
			continue
		}
		n.Missed++
		c.note("missed pair, "+figure, pair[0]+" – "+pair[1], "")
	}
	for _, pair := range sortedKeys(have) {
		if !want[pair] && !free[pair] {
			n.False++
			c.note("false pair, "+figure, shown(pair[0])+" – "+shown(pair[1]), have[pair])
		}
	}
	c.count(figure, n)
}
