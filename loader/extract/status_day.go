package extract

import (
	"slices"
	"strings"
	"time"

	"github.com/whomet/whomet/graph"
)

// setFor returns the "for" with a weekday, or with a day to come, by which a verb of
// summoning sets the day: "called them to her office for Monday"; -1 if there is none.
func (n *narrative) setFor(v int) int {
	if g := n.governorAt(v); g == nil || g.class != "summon" {
		return -1
	}
	for _, p := range n.Children(v) {
		if day := n.child(p, "pobj"); n.Tokens[p].Lower == "for" && day >= 0 && n.dateAt[day] >= 0 && (n.dates[n.dateAt[day]].Weekday() || n.comesLater(n.dateAt[day])) {
			return p
		}
	}
	return -1
}

// onWeekday tells "meets on Monday" and "is meeting X in Lima on Monday", which
// news says of a day to come; of today the progressive says that it goes on.
func (n *narrative) onWeekday(v, day int) bool {
	p := n.Tokens[day].Head
	if !isWeekday(n.Tokens[day].Lower) || n.Tokens[day].Dep != "pobj" || n.Tokens[p].Lower != "on" {
		return false
	}
	if n.Tokens[v].Tag == "VBG" {
		today, err := time.Parse(time.DateOnly, string(n.day()))
		return err != nil || !strings.EqualFold(today.Weekday().String(), n.Tokens[day].Text)
	}
	return (n.Tokens[v].Tag == "VBZ" || n.Tokens[v].Tag == "VBP") && n.Tokens[p].Head == v
}

// fallsThrough tells whether the verb, denied, says of the meeting itself that it is
// not held: "the talks will not take place", "would not go ahead".
func (s *statusReader) fallsThrough(v int) bool {
	n := s.n
	out := n.outer(s.o.at)
	if dep := n.Tokens[out].Dep; n.Tokens[out].Head != v || dep != "nsubj" && dep != "nsubjpass" || n.Tokens[s.o.at].POS == "VERB" || n.hasWord(v, "until") || n.hasWord(v, "before") {
		return false
	}
	switch n.lemma(v) {
	case "take":
		return n.occurs(v)
	case "happen", "occur", "proceed", "materialize", "materialise":
		return true
	case "go":
		return n.hasWord(v, "ahead") || n.hasWord(v, "forward")
	case "hold":
		return n.passive(v)
	}
	return false
}

// reconsider takes a meeting noun in a sentence of the present for planned when
// its day lies ahead: "this week's summit offers a chance".
func (n *narrative) reconsider(o *occurrence) {
	if o.status != graph.StatusHeld || o.trigger.pos != "noun" || !o.when.known() {
		return
	}
	if k := o.when.expr; !n.comesLater(k) && !n.reachesOn(k) {
		if n.opensAhead(o) {
			s := statusReader{n: n, o: o}
			s.settle(s.say(graph.StatusPlanned, "a day ahead, told in the present", o.at))
			n.resolve(o)
		}
		return
	}
	v := n.predicate(o.at)
	if tag := n.Tokens[v].Tag; tag == "VBZ" || tag == "VBP" {
		s := statusReader{n: n, o: o}
		s.settle(s.say(graph.StatusPlanned, "a day ahead, told in the present", v))
		n.resolve(o)
	}
}

// opensAhead tells "the talks that open Monday", whose present is of a timetable.
func (n *narrative) opensAhead(o *occurrence) bool {
	e := n.dates[o.when.expr]
	if !e.Weekday() {
		return false
	}
	v := n.headOf(e.Start, e.End)
	for n.Tokens[v].Head != v && n.Tokens[v].Dep != "relcl" {
		v = n.Tokens[v].Head
	}
	tag := n.Tokens[v].Tag // JJ: the parser takes "open" for what is open
	return slices.Contains(n.relatives(n.outer(o.at)), v) && (tag == "VBZ" || tag == "VBP" || tag == "JJ") && running[n.lemma(v)] && !n.hasAux(v, "have")
}

// asked tells a question: "Did he raise it with her?", which says of nothing
// that it was.
func (n *narrative) asked(v int) bool {
	end := n.SentOf(v).End - 1
	for end > v && (n.Tokens[end].POS == "SPACE" || isCloseQuote(n.Tokens[end].Text)) {
		end--
	}
	aux := n.child(v, "aux", "auxpass")
	return n.Tokens[end].Text == "?" && aux >= 0 && isCapital(n.Tokens[aux].Text)
}

// ahead tells whether a present-tense clause speaks of a day to come.
func (s *statusReader) ahead(v int) bool {
	n := s.n
	if n.Tokens[v].Tag == "VBG" && !n.hasAux(v, "be") || n.hasAux(v, "have") {
		return false
	}
	if n.Tokens[v].Tag == "VBG" {
		for _, c := range n.Children(v) {
			if n.Tokens[c].Dep == "aux" && (n.Tokens[c].Lower == "was" || n.Tokens[c].Lower == "were") {
				return false
			}
		}
	}
	if d := n.Tokens[v].Head; n.Tokens[v].Dep == "relcl" && n.dateAt[d] >= 0 && n.hasWord(v, "when") { // "will be on Sunday, when X gives a lunch"
		d = n.predicate(d)
		if n.hasAux(d, "will") {
			return true
		}
	}
	for _, c := range n.Children(v) {
		for i := n.Tokens[c].Left; i < n.Tokens[c].Right; i++ {
			if c == v || n.Tokens[c].Dep == "ccomp" || n.Tokens[c].Dep == "advcl" || n.Tokens[c].Dep == "conj" {
				break
			}
			switch n.Tokens[i].Lower {
			case "next", "tomorrow", "later", "coming":
				return true
			}
			if k := n.dateAt[i]; k >= 0 && (n.onWeekday(v, i) || n.comesLater(k) || n.Tokens[v].Tag != "VBG" && n.reachesOn(k)) {
				return true
			}
		}
	}
	return false
}

// whenToCome tells whether a clause of the present says what a clause of the future
// is to see: "the high point will be Sunday, when she gives a lunch for him".
func (n *narrative) whenToCome(v int) bool {
	if dep := n.Tokens[v].Dep; n.Tokens[v].Tag == "VBG" || dep != "relcl" && dep != "advcl" {
		return false
	}
	if !slices.ContainsFunc(n.Children(v), func(c int) bool { return temporal[n.Tokens[c].Lower] }) {
		return false
	}
	h := n.predicate(n.Tokens[v].Head)
	return n.hasAux(h, "will") || n.hasAux(h, "shall")
}

// temporal are words that begin a clause of time, which English keeps in the present
// where it is to come.
var temporal = wordSet("when once after before until")
