package extract

import (
	"github.com/whomet/whomet/graph"
)

// awareness are nouns for knowing of something: who has none of a meeting says
// that there is none.
var awareness = wordSet("information knowledge record evidence indication memory")

// contents are nouns for what is said or written, whose clause tells what: what
// becomes of them becomes of it.
var contents = wordSet(`report claim rumour rumor allegation suggestion speculation news announcement statement assertion account
	story assumption accusation letter invitation`)

// contentClause tells whether verb v heads the clause that tells what a noun
// like "report" is about: "reports that they will meet".
func (n *narrative) contentClause(v int) bool {
	return contents[n.lemma(n.Tokens[v].Head)] && n.child(v, "nsubj", "nsubjpass") >= 0 && !n.isForm(v, "inf")
}

// takenBack climbs on from a word that told of a plan, an offer or a chance, to
// one that makes nothing of it ("denied plans to meet", "turned down an
// invitation to meet") or agrees to it ("accepted an invitation to meet").
func (s *statusReader) takenBack(st graph.OccurrenceStatus, t int) graph.OccurrenceStatus {
	n := s.n
	for range 8 {
		h := n.Tokens[t].Head
		if h == t {
			return st
		}
		g := n.governorAt(h)
		switch dep := n.Tokens[t].Dep; dep {
		case "aux", "auxpass", "mark", "det", "neg", "amod", "advmod", "acomp", "oprd", "attr", "pobj":
			t = h
			continue
		case "acl", "relcl":
			if !n.isForm(t, "inf") && !n.contentClause(t) {
				return st
			}
		case "prep":
			if n.Tokens[t].Lower == "to" && st == graph.StatusOffered && g != nil && g.class == "plan" && !s.negated(h) {
				return s.sayBy(g, graph.StatusPlanned, "accepts the offer", h) // "agreed to his request"
			}
			switch n.Tokens[t].Lower {
			case "of", "for", "to", "from", "on", "about":
			default:
				return st
			}
		case "ccomp":
			if g == nil || g.class != "deny" {
				return st
			}
		case "dobj", "nsubjpass", "xcomp", "pcomp":
		case "nsubj": // "plans for a meeting fell through"
			if g == nil || g.class != "cancel" && g.class != "postpone" {
				return st
			}
		default:
			return st
		}
		neg := s.negated(h)
		if g != nil {
			switch g.class {
			case "deny", "refuse", "cancel", "postpone":
				if !neg {
					return s.sayBy(g, g.status, "takes it back", h)
				}
				return st
			case "absent":
				if st == graph.StatusOffered && !neg {
					return s.sayBy(g, graph.StatusRefused, "shuns the offer", h)
				}
			case "accept":
				if st == graph.StatusOffered && !neg {
					return s.sayBy(g, graph.StatusPlanned, "accepts the offer", h)
				}
			case "say":
				if n.Tokens[h].POS == "VERB" {
					return st // "declined to say whether they will meet"
				}
			}
		}
		if neg && n.Tokens[t].Dep == "dobj" || s.without(h) && n.Tokens[h].POS == "NOUN" {
			return s.say(graph.StatusDenied, "none", h)
		}
		t = h
	}
	return st
}

// onlySpokenOf climbs on from a word that calls a meeting off, to one that says that
// nobody has: "threatened to cancel", "was urged to put off", "may postpone", "refused
// to call off". Then the meeting is to be, as it was.
func (s *statusReader) onlySpokenOf(st graph.OccurrenceStatus, t int) graph.OccurrenceStatus {
	n := s.n
	for range 8 {
		for _, c := range n.Children(t) {
			switch n.Tokens[c].Lower {
			case "may", "might", "could", "can", "should", "must", "if", "unless", "whether":
				if n.Tokens[c].Dep == "aux" || n.Tokens[c].Dep == "mark" {
					return s.say(graph.StatusPlanned, "calling it off is only spoken of", c)
				}
			}
		}
		h := n.Tokens[t].Head
		g := n.governorAt(h)
		if h == t {
			return st
		}
		switch n.Tokens[t].Dep {
		case "xcomp", "pcomp", "ccomp", "dobj", "nsubjpass", "acl":
			if n.Tokens[t].Dep == "acl" && !n.isForm(t, "inf") {
				return st
			}
			if g != nil && !s.negated(h) {
				switch g.class {
				case "deny", "offer", "want", "refuse", "doubt", "threaten":
					return s.sayBy(g, graph.StatusPlanned, "calling it off is only spoken of", h)
				case "say":
					return st
				}
			}
		case "prep", "aux", "mark", "neg", "prt":
		default:
			return st
		}
		t = h
	}
	return st
}

// doneThere tells whether a meeting is where something was done or failed to be, and
// not itself what was: "failed to narrow their differences in talks".
func (n *narrative) doneThere(o *occurrence) bool {
	out := n.outer(o.at)
	p := n.Tokens[out].Head
	if n.Tokens[out].Dep != "pobj" || n.comesTo(out) {
		return false
	}
	switch n.Tokens[p].Lower {
	case "at", "in", "during", "after", "over":
		return true
	}
	return false
}
