package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// governed reads what word h says of the meeting below it, from.
func (s *statusReader) governed(h, from int) graph.OccurrenceStatus {
	n := s.n
	g := n.governorAt(h)
	if g != nil && g.class == "organize" && n.passive(h) && n.hasWord(h, "for") { // "has been arranged for Monday"
		return s.say(graph.StatusPlanned, "arranged for", h)
	}
	switch n.lemma(h) {
	case "tell", "order", "instruct", "direct", "command":
		if n.Tokens[from].Dep == "xcomp" && n.isForm(from, "inf") && n.Tokens[from].POS == "VERB" {
			return s.say(graph.StatusPlanned, "told to", h)
		}
	}
	if n.callsSo(h, from) {
		return ""
	}
	if n.lemma(h) == "fail" && n.isForm(from, "inf") {
		if from == s.o.at && outcomes[n.lemma(from)] || n.doneThere(s.o) {
			return "" // "failed to settle it with X", "failed to win support at talks with X"
		}
		return s.say(graph.StatusDenied, "failed to", h)
	}
	if g == nil || g.status == "" {
		return ""
	}
	if n.Tokens[h].Tag == "VBD" && uttered[n.lemma(h)] && n.isForm(from, "inf") && !aired[n.lemma(from)] && n.doneThere(s.o) && !s.negated(h) {
		return "" // "agreed to cut the tax in talks with X"
	}
	if n.Tokens[h].Tag == "VBN" && n.Tokens[h].Dep == "amod" {
		return ""
	}
	// "They agreed at the meeting": governs something else
	if n.Tokens[from].Dep == "nsubj" && n.Tokens[h].POS == "VERB" && g.class != "plan" && g.class != "cancel" && g.class != "postpone" {
		return ""
	}
	// "have agreed a joint statement": a noun object that only some take
	neg := s.negated(h) || s.without(h)
	switch g.class {
	case "plan", "set", "offer", "want", "try":
		if g.class == "plan" && n.Tokens[from].Dep == "nsubj" && n.Tokens[h].POS == "VERB" && n.child(h, "xcomp", "auxpass") < 0 {
			return "" // "the summit agreed a text"
		}
		if neg {
			if g.class == "want" || g.class == "try" {
				return s.sayBy(g, graph.StatusRefused, "governs it, negated", h)
			}
			s.o.unasked = g.class == "offer"
			return s.sayBy(g, graph.StatusDenied, "governs it, negated", h)
		}
	case "refuse", "cancel", "postpone", "deny":
		if neg {
			return ""
		}
	}
	if g.class == "deny" && n.Tokens[from].Dep == "dobj" && n.child(h, "nsubjpass") >= 0 {
		return s.say(graph.StatusRefused, "was denied it", h)
	}
	if (g.class == "plan" || g.class == "set") && s.hadBeen(h) {
		return s.say(graph.StatusCancelled, "had been to come", h)
	}
	return s.sayBy(g, g.status, "governs it", h)
}

// callsSo tells "called the talks useful", "called them 'a beginning'", which
// judges what was and summons nobody.
func (n *narrative) callsSo(v, object int) bool {
	if n.lemma(v) != "call" || n.Tokens[object].Dep != "dobj" {
		return false
	}
	end := n.Tokens[object].Right
	return n.child(v, "oprd", "acomp") >= 0 || end < len(n.Tokens) && isOpenQuote(n.Tokens[end].Text)
}

// tookPlace tells whether a meeting noun is the subject of a past verb of coming
// about.
func (s *statusReader) tookPlace(at int) bool {
	n := s.n
	v := n.Tokens[at].Head
	dep := n.Tokens[at].Dep
	return (dep == "nsubj" || dep == "nsubjpass") && n.Tokens[v].POS == "VERB" && n.occurs(v) && n.pastVerb(v) && s.form(v) == "" && (n.governorAt(v) == nil || n.governorAt(v).status == "")
}

// hadBeen tells "had been due", "had been expected": a plan that did not hold.
func (s *statusReader) hadBeen(h int) bool {
	n := s.n
	v := h
	if n.Tokens[h].POS != "VERB" {
		v = n.Tokens[h].Head
	} else if !n.passive(h) {
		return false
	}
	return slices.ContainsFunc(n.Children(v), func(c int) bool { return n.Tokens[c].Dep == "aux" && n.Tokens[c].Lower == "had" })
}
