package score

import (
	"fmt"
	"slices"
)

// events scores what else happened, matched as meetings are, or by place or
// quote. Under "events, typed" an event of another type is missed and false.
func (c *comparison) events() {
	golds := c.label.Events
	var preds []told
	for i := range c.result.Events {
		e := &c.result.Events[i]
		preds = append(preds, told{Occurrence: &e.Occurrence, kind: e.Type})
	}
	weight := func(i, j int) float64 { return c.eventWeight(&golds[i], preds[j]) }
	matches := assign(indices(golds), indices(preds), weight)
	if all := c.label.EventsComplete; all != nil && !*all { // what is beyond the main events is not false
		preds, matches = matched(preds, matches)
	}
	c.unmatched("event", golds, preds, matches, "events", "events, typed")
	c.participants("event ", golds, preds, matches)
	for _, m := range matches {
		g, p := &golds[m.row], preds[m.col]
		if g.Optional {
			continue
		}
		right := slices.Contains(g.Type, p.kind)
		c.count("events", Counts{Right: 1})
		c.share("event type", right)
		if right {
			c.count("events, typed", Counts{Right: 1})
		} else {
			c.count("events, typed", Counts{False: 1, Missed: 1})
			c.confuse("type", string(g.Type[0]), string(p.kind))
			c.note("wrong event type", fmt.Sprintf("%s, not %s: %s", p.kind, g.Type[0], c.describeTold(p)), g.Quote)
		}
		c.attributes("event ", g, p)
	}
}

// matched returns the told occurrences that were matched, and the matches of
// these.
func matched(preds []told, matches []match) ([]told, []match) {
	var kept []told
	out := slices.Clone(matches)
	for i := range out {
		kept = append(kept, preds[out[i].col])
		out[i].col = i
	}
	return kept, out
}

func (c *comparison) eventWeight(g *Occurrence, p told) float64 {
	near := c.closeness(g, p)
	samePlace := g.Place[0] != "" && c.placeRight(g, p)
	if near.shared == 0 && (near.must > 0 || !samePlace && near.quote < 0.5) {
		return 0
	}
	typed := slices.Contains(g.Type, p.kind)
	if !typed && near.quote < 0.5 && near.dice < 0.99 {
		return 0 // nothing but the parties in part: some other event of theirs
	}
	w := near.dice + 0.1 + near.tie + one(typed) + 0.3*near.quote
	if !g.Optional {
		w += 0.05
	}
	return w
}
