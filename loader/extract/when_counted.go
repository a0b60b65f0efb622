package extract

import (
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract/date"
)

// countFrom dates what was so many days before or after something else that has
// a day: "met X on May 9, five days after they had spoken on the telephone".
func (n *narrative) countFrom(o *occurrence) {
	for _, a := range o.anchors {
		if n.Tokens[a].Dep != "advcl" {
			continue
		}
		mark := -1
		for _, c := range n.Children(a) {
			if l := n.Tokens[c].Lower; n.Tokens[c].Dep == "mark" && (l == "after" || l == "before") {
				mark = c
			}
		}
		if mark < 2 {
			continue
		}
		days, ok := date.Days(n.Tokens[mark-2].Lower, n.Tokens[mark-1].Lower)
		weeks, inWeeks := date.Weeks(n.Tokens[mark-2].Lower, n.Tokens[mark-1].Lower)
		if inWeeks {
			days, ok = 7*weeks, true
		}
		main := n.whenOf(n.Tokens[a].Head)
		at, err := time.Parse(time.DateOnly, string(main.when.span.Start))
		if !ok || err != nil || main.when.span.End != "" {
			continue
		}
		if n.Tokens[mark].Lower == "after" {
			days = -days
		}
		o.when = main.when
		o.when.span.Start = graph.PartialDate(at.AddDate(0, 0, days).Format(time.DateOnly))
		if inWeeks { // no more exact than that
			o.when.span.Start = graph.PartialDate(at.AddDate(0, 0, days-3).Format(time.DateOnly))
			o.when.span.End = graph.PartialDate(at.AddDate(0, 0, days+3).Format(time.DateOnly))
			o.when.span.Precision = graph.PrecisionWeek
		}
		o.when.span.Text = n.TextOf(spanOf(mark-2, mark+1))
		o.when.near = 6
		e := n.dates[o.when.expr]
		o.when.why = o.because("so many days before or after", n.headOf(e.Start, e.End))
		return
	}
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
