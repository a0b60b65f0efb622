package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// touring tells whether a visit to several states is only under way: not all of
// them have been visited.
func (s *statusReader) touring() bool {
	n, hosts := s.n, 0
	if s.o.trigger == nil || s.o.trigger.mode != graph.ModeVisit {
		return false
	}
	for _, p := range s.o.parts {
		if p.role == graph.RoleHost {
			hosts++
		}
	}
	if hosts < 2 {
		return false
	}
	at := s.o.at
	if n.Tokens[at].POS != "VERB" {
		h := n.Tokens[at].Head
		switch n.lemma(h) {
		case "open", "begin", "start", "continue", "on":
			return true
		}
		return n.Tokens[h].Tag == "VBG" || n.Tokens[h].Tag == "VBZ" || n.Tokens[h].Tag == "VBP"
	}
	return n.Tokens[at].Tag == "VBG" && n.hasAux(at, "be")
}

// form reads the verb's own auxiliaries, negation and tense.
func (s *statusReader) form(v int) graph.OccurrenceStatus {
	n := s.n
	neg := s.negated(v)
	if n.asked(v) {
		return s.say(graph.StatusHypothetical, "asked", v)
	}
	for _, c := range n.Children(v) {
		tok := &n.Tokens[c]
		if tok.Dep == "mark" && (tok.Lower == "if" || tok.Lower == "unless" || tok.Lower == "whether" || tok.Lower == "should" && tok.Tag == "IN") {
			return s.say(graph.StatusHypothetical, "condition", c)
		}
		if tok.Dep != "aux" {
			continue
		}
		switch tok.Lower {
		case "will", "shall", "'ll", "’ll", "wo":
			if neg && s.fallsThrough(v) {
				return s.say(graph.StatusCancelled, "will not take place", c)
			}
			if neg {
				return s.say(graph.StatusRefused, "will not", c)
			}
			return s.say(graph.StatusPlanned, "future", c)
		case "would", "'d", "’d":
			if n.hasAux(v, "have") {
				return s.say(graph.StatusHypothetical, "would have", c)
			}
			if neg && s.fallsThrough(v) {
				return s.say(graph.StatusCancelled, "would not take place", c)
			}
			if neg {
				return s.say(graph.StatusRefused, "would not", c)
			}
			if s.reported(v) {
				return s.say(graph.StatusPlanned, "future in the past", c)
			}
			return s.say(graph.StatusHypothetical, "would", c)
		case "may", "might", "could":
			if neg && tok.Lower == "could" {
				return s.say(graph.StatusRefused, "could not", c)
			}
			return s.say(graph.StatusHypothetical, "modal", c)
		case "can", "ca":
			if neg {
				return s.say(graph.StatusRefused, "cannot", c)
			}
			return s.say(graph.StatusHypothetical, "modal", c)
		case "should", "must", "ought":
			return s.say(graph.StatusHypothetical, "wish", c)
		}
	}
	if neg && s.fallsThrough(v) && n.isDefinite(s.o.at) {
		return s.say(graph.StatusCancelled, "did not take place", v)
	}
	if neg {
		return s.say(graph.StatusDenied, "negation", v)
	}
	if p := n.setFor(v); p >= 0 && v == s.o.at {
		return s.say(graph.StatusPlanned, "for a day", p)
	}
	switch n.Tokens[v].Tag {
	case "VBN": // "was to have met"
		if h := n.Tokens[v].Head; n.isForm(v, "inf") && n.Tokens[v].Dep == "xcomp" && n.Tokens[h].Lemma == "be" {
			return s.say(graph.StatusCancelled, "was to have", h)
		}
	case "VB":
		if h := n.Tokens[v].Head; n.Tokens[v].Dep == "xcomp" && n.hasWord(h, "yet") && (n.Tokens[h].Lemma == "have" || n.Tokens[h].Lemma == "be") {
			return s.say(graph.StatusDenied, "yet to", h)
		}
		if h := n.Tokens[v].Head; n.Tokens[v].Dep == "xcomp" && (n.Tokens[h].Lemma == "be" || n.Tokens[h].Lower == "going" && n.hasAux(h, "be")) { // "is to meet"
			if n.Tokens[h].Lower == "were" && slices.ContainsFunc(n.Children(h), func(c int) bool { return n.Tokens[c].Lower == "if" }) {
				return s.say(graph.StatusHypothetical, "were to", h)
			}
			return s.say(graph.StatusPlanned, "is to", h)
		}
	case "VBZ", "VBP", "VBG":
		if s.ahead(v) || n.whenToCome(v) {
			return s.say(graph.StatusPlanned, "present of a day ahead", v)
		}
	}
	return ""
}

// negated tells whether v is denied: not, never, no one.
func (s *statusReader) negated(v int) bool {
	n := s.n
	for _, c := range n.Children(v) {
		tok := &n.Tokens[c]
		switch {
		case tok.Dep == "neg" && tok.Lower != "only":
			if c+1 < len(n.Tokens) && n.Tokens[c+1].Lower == "only" {
				continue
			}
			return true
		case tok.Dep == "advmod" && (tok.Lower == "never" || tok.Lower == "hardly" || tok.Lower == "nor"):
			return true
		case (tok.Dep == "nsubj" || tok.Dep == "nsubjpass") && (tok.Lower == "neither" || tok.Lower == "none" || tok.Lower == "nobody" || s.without(c)):
			return true // "no two leaders had met"
		case tok.Dep == "preconj" && tok.Lower == "neither":
			return true
		}
	}
	return false
}

// reported tells whether v stands in reported speech: "he said he would".
func (s *statusReader) reported(v int) bool {
	n := s.n
	for range 8 {
		h := n.Tokens[v].Head
		if h == v {
			return false
		}
		if n.Tokens[v].Dep == "ccomp" {
			return true
		}
		v = h
	}
	return false
}

// later reads "after the meeting": done, unless what follows is still to come.
func (s *statusReader) later(h int) graph.OccurrenceStatus {
	n := s.n
	h = n.verbAt(h)
	for _, c := range n.Children(h) {
		if n.Tokens[c].Dep == "aux" && (n.Tokens[c].Lower == "will" || n.Tokens[c].Lower == "'ll") {
			return s.say(graph.StatusPlanned, "after, in the future", c)
		}
	}
	if g := n.governorAt(h); g != nil && g.class == "plan" && n.Tokens[h].POS == "VERB" && n.child(h, "xcomp") >= 0 && n.Tokens[h].Tag != "VBD" {
		return s.say(graph.StatusPlanned, "after, among plans", h)
	}
	return ""
}

// adverbial reads the clause that the meeting's verb heads: if, when, to. It
// returns "done" to climb on.
func (s *statusReader) adverbial(v, h int) graph.OccurrenceStatus {
	n := s.n
	if n.isForm(v, "inf") { // "flew to Rome to meet"
		if g, j := n.governorAt(h), n.child(h, "dobj"); g != nil && j >= 0 && visits[n.lemma(j)] && !s.negated(h) {
			switch g.class {
			case "cancel", "postpone", "refuse": // "shelved a visit to Rome to meet"
				return s.sayBy(g, g.status, "the journey to it", h)
			}
		}
		if st := s.purpose(h); st != "" {
			return st
		}
		return "done"
	}
	for _, c := range n.Children(v) {
		if n.Tokens[c].Dep == "mark" && n.Tokens[c].Lower == "before" {
			if n.Tokens[v].Tag == "VBD" && (n.sequel(h) || s.pastDated()) {
				return ""
			}
			return s.say(graph.StatusPlanned, "before", c)
		}
		if w := n.Tokens[c].Lower; n.Tokens[c].Dep == "advmod" && w == "when" || n.Tokens[c].Dep == "mark" && w == "after" {
			if n.Tokens[v].Tag == "VBD" || n.Tokens[v].Tag == "VBN" {
				return ""
			}
			if w == "after" {
				return s.later(h)
			}
			return "done"
		}
	}
	if n.Tokens[v].Tag == "VBG" && n.child(v, "nsubj") < 0 {
		return "done"
	}
	return ""
}

// occurs tells verbs whose subject comes about by them: "the talks took place".
func (n *narrative) occurs(v int) bool {
	switch n.lemma(v) {
	case "take":
		return n.child(v, "dobj") >= 0 && n.lemma(n.child(v, "dobj")) == "place"
	case "happen", "begin", "start", "occur", "proceed", "go", "resume", "open", "continue", "be", "materialize", "materialise", "come", "follow", "end", "conclude":
		return n.lemma(v) != "be" || n.child(v, "attr", "acomp", "prep") < 0
	}
	g := n.governorAt(v)
	return g != nil && g.role != ""
}

// follows tells verbs whose subject came after their object.
func (n *narrative) follows(v int) bool {
	switch n.lemma(v) {
	case "follow", "precede", "mark", "come":
		return true
	}
	return false
}

// pastVerb tells whether the clause of h is told as past.
func (n *narrative) pastVerb(h int) bool {
	h = n.predicate(h)
	return n.Tokens[h].Tag == "VBD" || n.hasAux(h, "have")
}

// sequel tells whether what came after the past clause of v, told by "before",
// came to pass: "flew to Rome before meeting Fanfani" goes on to tell a course of
// events, "told reporters before meeting Fanfani" only says when.
func (n *narrative) sequel(v int) bool {
	return n.pastVerb(v) && !n.speaks(v) && !n.passive(v) && n.child(v, "neg") < 0
}

// pastDated tells whether the telling has a date that lies behind the article.
func (s *statusReader) pastDated() bool {
	n := s.n
	for i := n.Tokens[s.o.at].Left; i < n.Tokens[s.o.at].Right; i++ {
		if k := n.dateAt[i]; k >= 0 && n.cameBefore(k) {
			return true
		}
	}
	return false
}
