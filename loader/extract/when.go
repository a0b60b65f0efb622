package extract

import (
	"slices"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract/date"
)

// when is the date of an occurrence: the expression that says it and the span
// it means.
type when struct {
	expr int // index into narrative.dates, -1 if none
	span graph.DateSpan
	near int // how far from the trigger word it stands; less is surer
	seen date.Anchor
	why  reason
}

func (w *when) known() bool { return w.expr >= 0 }

// findWhen picks the expression of time that hangs nearest on the telling.
func (n *narrative) findWhen(o *occurrence) {
	o.when = when{expr: -1}
	s := n.Sents[o.sent]
	best := -1
	for i := range n.dates {
		e := &n.dates[i]
		if e.Start < s.Start || e.Start >= s.End || e.Start > s.Start && n.Tokens[e.Start-1].Lower == "since" || n.tiesTo(o, i) {
			continue
		}
		d := n.distance(o, n.headOf(e.Start, e.End))
		if d >= 0 && (n.datesAnother(o, i) || n.countsBack(o, i)) {
			continue
		}
		if d < 0 {
			d = n.adjacent(o, e.Start, e.End)
		}
		if d >= 0 && (best < 0 || d < best) {
			best = d
			o.when.expr = i
		}
	}
	if best < 0 { // "In 2014, when they met": the clause's own date is before it
		for _, a := range o.anchors {
			if h := n.Tokens[a].Head; n.Tokens[a].Dep == "relcl" && n.dateAt[h] >= 0 && !(n.opensWith(a, "where") && n.tellsWhatWas(h, o)) {
				best, o.when.expr = 4, n.dateAt[h]
			}
		}
	}
	if best < 0 {
		if i := n.dateOfRunning(o); i >= 0 {
			best, o.when.expr = 4, i
		}
	}
	for _, l := range n.lenders(o) {
		if best >= 0 {
			break
		}
		if n.tellsWhatWas(l.verb, o) {
			continue
		}
		for i := range n.dates {
			if e := &n.dates[i]; e.Start >= s.Start && e.Start < s.End && !n.countsBack(o, i) && !n.tiesTo(o, i) && (l.front < anywhere || !e.SameDay()) {
				if d := l.lends(n, n.headOf(e.Start, e.End)); d >= 0 {
					best, o.when.expr = d+4, i
					break
				}
			}
		}
	}
	if best < 0 {
		if o.status == graph.StatusHeld {
			n.countFrom(o)
		}
		return
	}
	o.when.near = best
	n.resolve(o)
}

// opensWith tells whether the clause of verb v begins with the word.
func (n *narrative) opensWith(v int, word string) bool {
	return n.Tokens[n.Tokens[v].Left].Lower == word
}

// tellsWhatWas tells whether the verb at or above token t tells of something done,
// whose day is none of what is still to come of it: "arrived on Monday and will meet
// X", but "had been expected on Monday and was to meet X".
func (n *narrative) tellsWhatWas(t int, o *occurrence) bool {
	t = n.predicate(t)
	g := n.governorAt(t)
	return o.status != graph.StatusHeld && n.pastVerb(t) && (g == nil || g.status == "")
}

// dateOfRunning returns the time of a clause that says when the meeting runs:
// "talks that are due to restart on 1 May", "a summit that opens on Friday"; -1
// if there is none.
func (n *narrative) dateOfRunning(o *occurrence) int {
	for _, c := range n.Children(o.at) {
		if n.Tokens[c].Dep != "relcl" || !slices.ContainsFunc(n.Children(c), func(k int) bool {
			return n.Tokens[k].Tag == "WDT" && (n.Tokens[k].Dep == "nsubj" || n.Tokens[k].Dep == "nsubjpass")
		}) {
			continue
		}
		for i := range n.dates {
			e := &n.dates[i]
			if e.Start < n.Tokens[c].Left || e.Start >= n.Tokens[c].Right {
				continue
			}
			v := n.headOf(e.Start, e.End)
			for v != c && n.Tokens[v].POS != "VERB" {
				v = n.Tokens[v].Head
			}
			if running[n.lemma(v)] {
				return i
			}
		}
	}
	return -1
}

// countsBack tells "the first visit in five years", "met four times in six months",
// which say how long it took, from "will meet in five years".
func (n *narrative) countsBack(o *occurrence, expr int) bool {
	in := n.dates[expr].Start
	if n.Tokens[in].Lower != "in" || n.dates[expr].End-in < 2 {
		return false
	}
	for t := n.Tokens[in].Head; ; t = n.Tokens[t].Head {
		for _, c := range slices.Concat(n.Children(t), n.Children(o.at)) {
			if tok := &n.Tokens[c]; tok.Dep == "amod" && (tok.Lower == "only" || tok.Tag == "JJS" || ordinals[tok.Lower]) {
				return true
			}
			if n.lemma(c) == "time" || n.Tokens[c].Dep == "prep" && n.Tokens[c].Lower == "for" && slices.ContainsFunc(n.Children(c), func(k int) bool { return n.lemma(k) == "time" }) {
				return true // "four times", "for the second time"
			}
		}
		if n.Tokens[t].Dep != "conj" {
			break
		}
	}
	return false
}

var ordinals = wordSet("first second third fourth fifth sixth seventh eighth ninth tenth")

// datesAnother tells whether an expression hangs on a word above the meeting
// that has a day of its own, such as "cancelled"; "postponed until May" is the
// meeting's new day.
func (n *narrative) datesAnother(o *occurrence, expr int) bool {
	e := n.dates[expr]
	if e.Start > 0 {
		switch n.Tokens[e.Start-1].Lower {
		case "until", "till", "to", "for":
			return false
		}
	}
	for t := n.headOf(e.Start, e.End); ; t = n.Tokens[t].Head {
		for _, a := range o.anchors {
			if t == a {
				return n.actsOnOwnDay(o, a)
			}
		}
		if n.Tokens[t].Head == t {
			return false
		}
	}
}

// resolve turns the expression of a telling into a span.
func (n *narrative) resolve(o *occurrence) {
	e := n.dates[o.when.expr]
	o.when.seen = n.anchor(o)
	o.when.span = e.Resolve(o.when.seen)
	if o.when.seen.Looks == date.Future && (n.wasToBe(o) || o.status == graph.StatusCancelled && !e.Weekday()) { // what was to be may be over
		past := o.when.seen
		past.Looks = date.Past
		if s := e.Resolve(past); nearer(n.day(), s, o.when.span) {
			o.when.seen, o.when.span = past, s
		}
	}
	o.when.span.Text = n.TextOf(spanOf(e.Start, e.End))
	n.lasting(o)
	if len(o.when.span.Start) == len("2006-01-02") && o.trigger != nil {
		n.lastDay = o.when.span.Start
	}
	o.when.why = o.because("the time that hangs nearest", n.headOf(e.Start, e.End))
}

// lasting lets "two-day talks from 1 April" end on the second, and "three days of
// talks" that ended on Friday begin on Wednesday.
func (n *narrative) lasting(o *occurrence) {
	w := &o.when.span
	start, err := time.Parse("2006-01-02", string(w.Start))
	if err != nil || w.End != "" || o.trigger == nil {
		return
	}
	if d := n.outer(o.at); d != o.at && n.lemma(d) == "day" { // "three days of talks ended on Friday"
		days := 0
		for _, c := range n.Children(d) {
			days = max(days, dayCounts[n.Tokens[c].Lower])
		}
		switch v := n.Tokens[d].Head; {
		case days == 0:
		case n.Tokens[v].Lower == "after": // "parted on Friday after three days of talks"
			w.Start, w.End = graph.PartialDate(start.AddDate(0, 0, 1-days).Format(time.DateOnly)), w.Start
		case ending[n.lemma(v)]:
			w.Start, w.End = graph.PartialDate(start.AddDate(0, 0, 1-days).Format(time.DateOnly)), w.Start
		case n.lemma(v) == "begin" || n.lemma(v) == "start" || n.lemma(v) == "open":
			w.End = graph.PartialDate(start.AddDate(0, 0, days-1).Format(time.DateOnly))
		}
		return
	}
	for i := n.Tokens[o.at].Left; i+2 < o.at; i++ {
		days, ok := dayCounts[n.Tokens[i].Lower]
		if ok && n.Tokens[i+1].Text == "-" && n.Tokens[i+2].Lower == "day" {
			w.End = graph.PartialDate(start.AddDate(0, 0, days-1).Format("2006-01-02"))
		}
	}
}

var dayCounts = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}

// anchor is from where a telling's dates are seen.
func (n *narrative) anchor(o *occurrence) date.Anchor {
	a := date.Anchor{Day: n.day(), Looks: date.Past}
	switch o.status {
	case graph.StatusPlanned, graph.StatusOffered, graph.StatusPostponed, graph.StatusHypothetical, graph.StatusRefused:
		a.Looks = date.Future
	case graph.StatusCancelled: // what is called off was to come
		a.Looks = date.Future
	}
	// the day the narrative stands at: told just before, else that of the
	// meeting told last
	s := n.Tokens[n.dates[o.when.expr].Start].Sent
	for i := o.when.expr - 1; i >= 0 && !n.dates[o.when.expr].SameDay() && a.Other == "" && n.Tokens[n.dates[i].Start].Sent >= s-1; i-- {
		if d := n.dates[i].Resolve(date.Anchor{Day: n.day(), Looks: a.Looks}); len(d.Start) == len("2006-01-02") {
			a.Other = d.Start
		}
	}
	if a.Other == "" {
		a.Other = n.lastDay
	}
	// "On the same day", where no meeting is told before
	for i := o.when.expr - 1; i >= 0 && a.Other == "" && n.Tokens[n.dates[i].Start].Sent >= s-1; i-- {
		if d := n.dates[i].Resolve(date.Anchor{Day: n.day(), Looks: a.Looks}); len(d.Start) == len("2006-01-02") && d.End == "" {
			a.Other = d.Start
		}
	}
	return a
}

// day is the day the article speaks on: its dateline's, else that of its
// publication.
func (n *narrative) day() graph.PartialDate {
	if len(n.dateline.day) == len("2006-01-02") {
		return n.dateline.day
	}
	return n.published
}

// comesLater tells whether an expression can only lie ahead of the article.
func (n *narrative) comesLater(i int) bool {
	past := n.dates[i].Resolve(date.Anchor{Day: n.day(), Looks: date.Past})
	day := n.day()
	return day != "" && past.Start != "" && past.First() > day.Last()
}

// reachesOn tells whether an expression names a week or month that goes on
// after the article's day.
func (n *narrative) reachesOn(i int) bool {
	s := n.dates[i].Resolve(date.Anchor{Day: n.day(), Looks: date.Past})
	day := n.day()
	return day != "" && s.Precision == graph.PrecisionWeek && s.First() <= day.Last() && s.Last() > day.Last()
}

// cameBefore tells whether an expression can only lie behind the article.
func (n *narrative) cameBefore(i int) bool {
	future := n.dates[i].Resolve(date.Anchor{Day: n.day(), Looks: date.Future})
	day := n.day()
	return day != "" && future.Start != "" && future.Last() < day.First()
}
