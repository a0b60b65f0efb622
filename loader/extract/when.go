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
}

func (w *when) known() bool { return w.expr >= 0 }

// findAnchors notes the words whose adjuncts of time and place belong to a
// telling: the trigger word, what counts it, the verb that carries it and its
// auxiliaries of the kind "was due to".
func (n *narrative) findAnchors(o *occurrence) {
	add := func(t int) { o.anchors = append(o.anchors, t) }
	add(o.at)
	cur := o.at
	if out := n.outer(cur); out != cur {
		add(out)
		cur = out
	}
	for _, c := range n.Children(cur) { // "talks held in Rome on Monday"
		if dep := n.Tokens[c].Dep; dep == "acl" || dep == "relcl" && n.relativeOf(c) {
			if g := n.governorAt(c); g != nil && g.role != "" || dep == "acl" && n.isForm(c, "inf") || dep == "acl" {
				add(c)
			}
		}
	}
	n.anchorAfter(o, cur)
	for _, a := range slices.Clone(o.anchors) { // "talks due to resume on Monday", "that are due to"
		n.anchorBelow(o, a, 0)
	}
	for range 8 {
		tok := &n.Tokens[cur]
		h := tok.Head
		if h == cur {
			return
		}
		switch tok.Dep {
		case "dobj", "nsubjpass", "nsubj", "xcomp", "acomp", "oprd", "attr":
			if tok.Dep == "dobj" && o.event != nil {
				add(h) // "ordered the strike on Monday"
				return
			}
			if tok.Dep != "xcomp" && tok.Dep != "acomp" && tok.Dep != "oprd" && n.Tokens[cur].POS != "VERB" && n.governorAt(h) == nil && n.Tokens[h].Lemma != "be" && n.Tokens[h].Lemma != "take" && n.Tokens[h].Lemma != "become" {
				return
			}
			add(h)
		case "pobj":
			p := h
			h = n.Tokens[p].Head
			if g := n.governorAt(h); (n.Tokens[p].Lower == "for" || n.Tokens[p].Lower == "of") && g != nil && n.Tokens[h].POS == "NOUN" && g.class != "" {
				for _, c := range n.Children(h) { // "his plan for a congress to be held in May"
					if n.Tokens[c].Dep == "acl" {
						add(c)
					}
				}
				return
			}
			switch n.Tokens[p].Lower {
			case "in", "at", "during", "for", "on", "to", "through":
				if n.Tokens[h].POS == "VERB" || n.Tokens[h].POS == "AUX" || n.Tokens[h].Dep == "dobj" {
					add(h)
					if n.Tokens[h].Dep == "dobj" {
						add(n.Tokens[h].Head)
					}
				} else {
					return
				}
			default:
				return
			}
			return
		case "acl":
			if n.isForm(cur, "inf") {
				add(h)
				break
			}
			if n.Tokens[cur].Tag != "VBG" || n.mentionAt(h) != nil || n.isPeople(h) {
				return
			}
			for n.Tokens[h].POS != "VERB" && n.Tokens[h].Head != h { // "spent the week in Rome talking"
				add(h)
				h = n.Tokens[h].Head
			}
			add(h)
			return
		case "advcl", "pcomp":
			return
		case "conj":
			return
		default:
			return
		}
		cur = h
	}
}

// anchorAfter adds the words that carry a meeting noun when they stand right
// behind its phrase, wherever the parser hung them: "a summit on trade starting
// on Monday", "talks due to resume in Rome".
func (n *narrative) anchorAfter(o *occurrence, t int) {
	if n.Tokens[t].POS == "VERB" {
		return
	}
	i := n.Tokens[t].Right
	if i >= len(n.Tokens) || n.Tokens[i].Sent != o.sent {
		i = t + 1
	}
	for _, i := range []int{i, t + 1} {
		if i >= len(n.Tokens) {
			continue
		}
		switch n.Tokens[i].Lower {
		case "starting", "beginning", "opening", "held", "scheduled", "planned", "convened":
			o.anchors = append(o.anchors, i)
		case "due", "expected", "set":
			o.anchors = append(o.anchors, i)
			if i+2 < len(n.Tokens) && n.Tokens[i+1].Lower == "to" {
				o.anchors = append(o.anchors, i+2)
			}
		}
	}
}

// anchorBelow adds what a word like "due" or "expected" beside a meeting noun
// leads to.
func (n *narrative) anchorBelow(o *occurrence, a, depth int) {
	if depth > 3 || n.Tokens[o.at].POS == "VERB" && depth == 0 {
		return
	}
	for _, c := range n.Children(a) {
		if c < a {
			continue
		}
		switch dep := n.Tokens[c].Dep; {
		case depth == 0 && (dep == "amod" || dep == "acl"), depth > 0 && (dep == "acomp" || dep == "xcomp" || dep == "oprd"):
			if !slices.Contains(o.anchors, c) {
				o.anchors = append(o.anchors, c)
			}
			n.anchorBelow(o, c, depth+1)
		}
	}
	if depth == 0 && a != o.at {
		for _, c := range n.Children(a) {
			if dep := n.Tokens[c].Dep; dep == "acomp" || dep == "xcomp" || dep == "oprd" {
				if !slices.Contains(o.anchors, c) {
					o.anchors = append(o.anchors, c)
				}
				n.anchorBelow(o, c, depth+1)
			}
		}
	}
}

// relativeOf tells whether the relative clause of verb c has its noun as
// subject or object: "talks which began on Monday".
func (n *narrative) relativeOf(c int) bool {
	for _, k := range n.Children(c) {
		switch n.Tokens[k].Dep {
		case "nsubj", "nsubjpass", "dobj":
			if n.Tokens[k].Tag == "WDT" || n.Tokens[k].Tag == "WP" {
				return true
			}
		}
	}
	return false
}

// distance returns how far below the telling's words token t hangs: the number
// of arcs up to the nearest anchor, or to the phrase of a participant; -1 if a
// clause of its own lies between.
func (n *narrative) distance(o *occurrence, t int) int {
	for d := 0; d < 8; d++ {
		for k, a := range o.anchors {
			if t == a {
				return d + k
			}
		}
		for _, p := range o.parts {
			if d > 0 && t == p.token && n.Tokens[p.token].Sent == o.sent && p.slot != "subject" && p.slot != "holder" {
				return d + 2
			}
		}
		if n.Tokens[t].Head == t {
			return -1
		}
		switch n.Tokens[t].Dep {
		case "relcl", "ccomp", "advcl", "acl", "csubj", "parataxis":
			return -1
		case "nsubj", "nsubjpass", "appos": // what stands in "the commander in Iraq" is his
			if d > 0 {
				return -1
			}
		case "prep": // "a summit on the unrest in Iran"
			if d > 1 && o.trigger != nil && topicPrepositions[n.Tokens[t].Lower] && n.child(t, "pobj") >= 0 && n.dateAt[n.child(t, "pobj")] < 0 {
				return -1
			}
		case "conj":
			if n.Tokens[t].POS == "VERB" || d > 1 && n.dateAt[t] < 0 && n.mentionAt(t) == nil {
				return -1
			}
		}
		t = n.Tokens[t].Head
	}
	return -1
}

// findWhen picks the expression of time that hangs nearest on the telling.
func (n *narrative) findWhen(o *occurrence) {
	o.when = when{expr: -1}
	s := n.Sents[o.sent]
	best := -1
	for i := range n.dates {
		e := &n.dates[i]
		if e.Start < s.Start || e.Start >= s.End || e.Start > s.Start && n.Tokens[e.Start-1].Lower == "since" {
			continue
		}
		d := n.distance(o, n.headOf(e.Start, e.End))
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
			if h := n.Tokens[a].Head; n.Tokens[a].Dep == "relcl" && n.dateAt[h] >= 0 {
				best, o.when.expr = 4, n.dateAt[h]
			}
		}
	}
	if best < 0 {
		return
	}
	o.when.near = best
	n.resolve(o)
}

// adjacent catches what the parser hung elsewhere: an expression right beside
// the trigger word, its last participant, or the words that carry it.
func (n *narrative) adjacent(o *occurrence, start, end int) int {
	if end == o.at || start == o.at+1 || start == o.at+2 && n.Tokens[o.at+1].POS == "ADP" {
		return 3
	}
	for _, p := range o.parts {
		if m := n.mentionAt(p.token); m != nil {
			if at := n.pastBrackets(m.end); start == at || start == at+1 && n.Tokens[at].POS == "ADP" {
				return 5
			}
		}
	}
	for _, a := range o.anchors {
		if a > o.at && a < start && start-a < 7 && n.nominal(a+1, start) {
			return 6
		}
	}
	return -1
}

// pastBrackets returns the token after a bracket that begins at i, else i.
func (n *narrative) pastBrackets(i int) int {
	if i < len(n.Tokens) && n.Tokens[i].Text == "(" {
		for j := i + 1; j < i+5 && j < len(n.Tokens); j++ {
			if n.Tokens[j].Text == ")" {
				return j + 1
			}
		}
	}
	return i
}

// nominal tells whether only nouns and their small words stand from start to
// end.
func (n *narrative) nominal(start, end int) bool {
	for i := start; i < end; i++ {
		switch n.Tokens[i].POS {
		case "ADP", "DET", "PROPN", "NOUN", "ADJ", "NUM":
		default:
			return false
		}
	}
	return true
}

// resolve turns the expression of a telling into a span.
func (n *narrative) resolve(o *occurrence) {
	e := n.dates[o.when.expr]
	o.when.span = e.Resolve(n.anchor(o))
	o.when.span.Text = n.TextOf(spanOf(e.Start, e.End))
	n.lasting(o)
	if len(o.when.span.Start) == len("2006-01-02") && o.trigger != nil {
		n.lastDay = o.when.span.Start
	}
	o.explain("date", "adjunct", o.when.span.Text)
}

// lasting lets "two-day talks from 1 April" end on the second.
func (n *narrative) lasting(o *occurrence) {
	w := &o.when.span
	start, err := time.Parse("2006-01-02", string(w.Start))
	if err != nil || w.End != "" || o.trigger == nil {
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
	case graph.StatusPlanned, graph.StatusOffered, graph.StatusPostponed, graph.StatusHypothetical:
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
	return a
}

// day is the day the article speaks on: its own date, else its dateline's.
func (n *narrative) day() graph.PartialDate {
	if n.published != "" {
		return n.published
	}
	return n.dateline.day
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

// headOf returns the token of a run that governs the rest: the one whose head
// lies outside.
func (d *document) headOf(start, end int) int {
	for i := start; i < end; i++ {
		if h := d.Tokens[i].Head; h < start || h >= end || h == i {
			return i
		}
	}
	return start
}
