package extract

import (
	"slices"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract/date"
)

// countFrom dates what was so many days before or after something else that has
// a day: "met X on May 9, five days after they had spoken on the telephone", "said
// on Friday, two days after meeting X".
func (n *narrative) countFrom(o *occurrence) {
	for _, a := range o.anchors {
		c := n.connective(a)
		if c < 0 {
			continue
		}
		days, inWeeks, ok := n.measureBefore(c)
		main := n.whenOf(n.verbOver(c))
		for v := main.at; !main.when.known() && n.Tokens[v].Head != v; v = n.Tokens[v].Head {
			if h := n.Tokens[v].Head; h < c && n.Tokens[h].POS == "VERB" { // "said on Friday, a week after he met X, that …"
				main = n.whenOf(h)
			}
		}
		at, err := time.Parse(time.DateOnly, string(main.when.span.Start))
		if !ok || err != nil || main.when.span.End != "" {
			continue
		}
		if n.Tokens[c].Lower == "after" {
			days = -days
		}
		o.when = main.when
		o.when.span.Start = graph.PartialDate(at.AddDate(0, 0, days).Format(time.DateOnly))
		if inWeeks { // no more exact than that
			o.when.span.Start = graph.PartialDate(at.AddDate(0, 0, days-3).Format(time.DateOnly))
			o.when.span.End = graph.PartialDate(at.AddDate(0, 0, days+3).Format(time.DateOnly))
			o.when.span.Precision = graph.PrecisionWeek
		}
		o.when.span.Text = n.TextOf(spanOf(c-2, c+1))
		o.when.near = 6
		e := n.dates[o.when.expr]
		o.when.why = o.because("so many days before or after", n.headOf(e.Start, e.End))
		return
	}
}

// tiesTo tells whether an expression of time ends in the connective of the telling,
// so that it is no day of its own: "the day after" the talks.
func (n *narrative) tiesTo(o *occurrence, expr int) bool {
	return slices.ContainsFunc(o.anchors, func(a int) bool {
		c := n.connective(a)
		if c < 0 || c != n.dates[expr].End-1 && c != n.dates[expr].End {
			return false
		}
		days, _, _ := n.measureBefore(c)
		return days != 0
	})
}

// connective returns the "after" or "before" that ties token a to what is told above
// it, as conjunction or preposition; -1 if none does.
func (n *narrative) connective(a int) int {
	c := -1
	switch n.Tokens[a].Dep {
	case "advcl":
		c = n.child(a, "mark")
	case "pobj", "pcomp":
		c = n.Tokens[a].Head
	}
	if c < 0 || n.Tokens[c].Lower != "after" && n.Tokens[c].Lower != "before" {
		return -1
	}
	return c
}

// measureBefore reads the time that stands right before a connective, "two days
// after", "a week before", "the day after": in days, to the day or only to the week.
// Of months and longer it only tells that there is one, by ok being false and days
// negative.
func (n *narrative) measureBefore(c int) (days int, inWeeks, ok bool) {
	if c < 2 || n.Tokens[c].Sent != n.Tokens[c-2].Sent {
		return 0, false, false
	}
	number, unit := n.Tokens[c-2].Lower, n.Tokens[c-1].Lower
	if number == "the" && unit == "day" {
		return 1, false, true
	}
	if days, ok = date.Days(number, unit); ok {
		return days, false, true
	}
	if weeks, ok := date.Weeks(number, unit); ok {
		return 7 * weeks, true, true
	}
	if date.Long(unit) {
		return -1, false, false
	}
	return 0, false, false
}

// verbOver returns the verb above a connective, past the measure of time that the
// parser may have put between; the token itself if there is none.
func (n *narrative) verbOver(c int) int {
	v := n.Tokens[c].Head
	if n.Tokens[c].Dep == "mark" {
		v = n.Tokens[v].Head
	}
	v = n.predicate(v)
	return v
}

// wasToBe tells "were to meet", "was due to meet", "had been planned": a plan seen
// from the past.
func (n *narrative) wasToBe(o *occurrence) bool {
	for _, a := range append([]int{n.Tokens[o.at].Head}, o.anchors...) {
		if t := &n.Tokens[a]; t.Sent == o.sent && t.Tag == "VBD" && t.Lemma == "be" {
			return true
		}
	}
	return false
}

// nearer tells whether span a is nearer to the day than span b.
func nearer(day graph.PartialDate, a, b graph.DateSpan) bool {
	at, err := time.Parse(time.DateOnly, string(day.Last()))
	if err != nil || a.Start == "" || b.Start == "" {
		return false
	}
	away := func(s graph.DateSpan) time.Duration {
		first, err1 := time.Parse(time.DateOnly, s.First())
		last, err2 := time.Parse(time.DateOnly, s.Last())
		if err1 != nil || err2 != nil {
			return 1 << 62
		}
		return max(at.Sub(last), first.Sub(at), 0)
	}
	return away(a) < away(b)
}
