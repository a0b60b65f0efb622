package score

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
)

// told is an occurrence that was found, with its meeting's mode or its event's
// type.
type told struct {
	*extract.Occurrence
	mode graph.MeetingMode
	kind graph.EventType
}

// part is a participant by the key of the party it is.
type part[P any] struct {
	key string
	who P
}

func partsOf[P any](list []P, key func(P) string) []part[P] {
	var out []part[P]
	for _, p := range list {
		if k := key(p); !slices.ContainsFunc(out, func(q part[P]) bool { return q.key == k }) {
			out = append(out, part[P]{k, p})
		}
	}
	return out
}

func partOf[P any](parts []part[P], key string) *P {
	if p := first(parts, func(p *part[P]) bool { return p.key == key }); p != nil {
		return &p.who
	}
	return nil
}

func (n *names) labelledParts(o *Occurrence) []part[Participant] {
	return partsOf(o.Participants, func(p Participant) string { k, _ := n.keyOf(p.Name); return k })
}

func (n *names) toldParts(o told) []part[extract.Participant] {
	return partsOf(o.Participants, func(p extract.Participant) string { return n.of(p.Entity) })
}

// closeness is how much a labelled and a told occurrence share.
type closeness struct {
	// shared counts the parties of both; must, the labelled ones not optional.
	shared, must int
	// dice is 2 shared / (parties of one + parties of the other).
	dice float64
	// tie decides between equals: place, date, words of the quote.
	tie float64
	// quote is which part of the shorter quote's words the other has.
	quote float64
}

func (c *comparison) closeness(g *Occurrence, p told) closeness {
	gp, pp := c.names.labelledParts(g), c.names.toldParts(p)
	out := closeness{quote: overlap(g.Quote, quotes(p))}
	for _, x := range gp {
		if partOf(pp, x.key) != nil {
			out.shared++
		}
		if !x.who.Optional {
			out.must++
		}
	}
	if out.shared > 0 {
		out.dice = 2 * float64(out.shared) / float64(len(gp)+len(pp))
	}
	out.tie = 0.02*one(c.placeRight(g, p)) + 0.02*one(dateRight(g, p)) + 0.1*out.quote
	return out
}

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

func (c *comparison) placeRight(g *Occurrence, p told) bool {
	if p.Place == nil {
		return slices.Contains(g.Place, "")
	}
	have := c.names.of(*p.Place)
	return slices.ContainsFunc(g.Place, func(w string) bool {
		key, _ := c.names.keyOf(w)
		return w != "" && key == have
	})
}

func dateRight(g *Occurrence, p told) bool { return slices.Contains(g.Date, spanOf(p)) }

func spanOf(p told) span {
	if p.Date == nil {
		return span{}
	}
	return newSpan(deref(p.Date.Start), deref(p.Date.End))
}

// unmatched counts, in each of the figures, labels that nothing told matches as
// missed and what was told without a label as false.
func (c *comparison) unmatched(what string, golds []Occurrence, preds []told, matches []match, figures ...string) {
	gotG, gotP := map[int]bool{}, map[int]bool{}
	for _, m := range matches {
		gotG[m.row], gotP[m.col] = true, true
	}
	n := Counts{}
	for i := range golds {
		if g := &golds[i]; !gotG[i] && !g.Optional {
			n.Missed++
			c.note("missed "+what, describe(g), g.Quote)
		}
	}
	for i, p := range preds {
		if !gotP[i] {
			n.False++
			c.note("false "+what, c.describeTold(p), quotes(p))
		}
	}
	for _, figure := range figures {
		c.count(figure, n)
	}
}

// participants scores the parties of all occurrences of a layer: those of a
// missed one are missed, those of a false one false.
func (c *comparison) participants(prefix string, golds []Occurrence, preds []told, matches []match) {
	toldFor, taken := map[int]told{}, map[int]bool{}
	for _, m := range matches {
		toldFor[m.row], taken[m.col] = preds[m.col], true
	}
	for i := range golds {
		g := &golds[i]
		if g.Optional {
			continue
		}
		p, matched := toldFor[i]
		var pp []part[extract.Participant]
		if matched {
			pp = c.names.toldParts(p)
		}
		gp := c.names.labelledParts(g)
		for _, x := range gp {
			if x.who.Optional {
				continue
			}
			if partOf(pp, x.key) != nil {
				c.count(prefix+"participants", Counts{Right: 1})
				continue
			}
			c.count(prefix+"participants", Counts{Missed: 1})
			if matched {
				c.note("missed "+prefix+"participant", x.key, g.Quote)
			}
		}
		for _, x := range pp {
			if partOf(gp, x.key) == nil {
				c.count(prefix+"participants", Counts{False: 1})
				c.note("false "+prefix+"participant", strings.TrimPrefix(x.key, "?"), cmp.Or(quotes(p), g.Quote))
			}
		}
	}
	for i, p := range preds {
		if n := len(c.names.toldParts(p)); !taken[i] {
			c.count(prefix+"participants", Counts{False: n})
		}
	}
}

// attributes scores roles, date and place of a matched pair.
func (c *comparison) attributes(prefix string, g *Occurrence, p told) {
	pp := c.names.toldParts(p)
	for _, x := range c.names.labelledParts(g) {
		have := partOf(pp, x.key)
		if have == nil || len(x.who.Role) == 0 {
			continue
		}
		right := slices.Contains(x.who.Role, have.Role)
		c.share(prefix+"role", right)
		if !right {
			c.confuse("role", string(x.who.Role[0]), string(have.Role))
			c.note("wrong "+prefix+"role", fmt.Sprintf("%s: %s, not %s", x.key, have.Role, x.who.Role[0]), g.Quote)
		}
	}
	right, have := dateRight(g, p), spanOf(p)
	c.share(prefix+"date", right)
	switch {
	case g.Date[0].start != "":
		c.share(prefix+"date, where gold has one", right)
	case have.start != "" && !right:
		c.more[prefix+"dates invented"]++
	}
	if !right {
		c.note("wrong "+prefix+"date", fmt.Sprintf("%s, not %s", have, g.Date[0]), g.Quote)
	}
	right = c.placeRight(g, p)
	c.share(prefix+"place", right)
	if !right {
		c.note("wrong "+prefix+"place", fmt.Sprintf("%s, not %s", orDash(c.names.show(deref(p.Place))), orDash(g.Place[0])), g.Quote)
	}
}

func (s span) String() string {
	if s.end == "" {
		return orDash(s.start)
	}
	return orDash(s.start) + "/" + s.end
}

// quotes returns all evidence of an occurrence.
func quotes(p told) string {
	var out []string
	for _, e := range p.Evidence {
		out = append(out, e.Quote)
	}
	return strings.Join(out, " ")
}

// describe names a labelled occurrence in a note.
func describe(o *Occurrence) string {
	var who []string
	for _, p := range o.Participants {
		who = append(who, p.Name)
	}
	what := ""
	if len(o.Status) > 0 {
		what = string(o.Status[0])
	}
	if len(o.Type) > 0 {
		what = string(o.Type[0])
	}
	return sketch(what, who, o.Place[0])
}

// describeTold names an occurrence that was found in a note.
func (c *comparison) describeTold(o told) string {
	var who []string
	for _, p := range o.Participants {
		who = append(who, c.names.show(p.Entity))
	}
	return sketch(cmp.Or(string(o.kind), string(o.Status)), who, c.names.show(deref(o.Place)))
}

func sketch(what string, who []string, place string) string {
	s := what + " " + cmp.Or(strings.Join(who, " + "), "(nobody)")
	if place != "" {
		s += " @ " + place
	}
	return s
}
