package extract

import (
	"strings"
	"time"
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
