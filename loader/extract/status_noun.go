package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// unrelated reads a meeting that a verb of another kind has as its object: "will
// dominate the talks" speaks of talks to come, "praised the talks" of talks.
func (s *statusReader) unrelated(h int) graph.OccurrenceStatus {
	for _, c := range s.n.Children(h) {
		if l := s.n.Tokens[c].Lower; s.n.Tokens[c].Dep == "aux" && (l == "will" || l == "'ll" || l == "would" && s.reported(h)) {
			return s.say(graph.StatusPlanned, "object of a future", c)
		}
	}
	if s.n.lemma(h) == "precede" {
		return s.say(graph.StatusPlanned, "precedes", h)
	}
	s.open = true
	return ""
}

// modifiers reads the words beside a meeting noun: "planned talks", "talks due
// to resume", "a summit to be held", "no meeting".
func (s *statusReader) modifiers(at int) graph.OccurrenceStatus {
	n := s.n
	for i := at + 1; i < at+3 && i < len(n.Tokens) && n.Tokens[i].Sent == n.Tokens[at].Sent; i++ { // "talks due to resume"
		if w := n.Tokens[i].Lower; (w == "due" || w == "scheduled" || w == "planned" || w == "expected" || w == "slated") && (i == at+1 || n.Tokens[i-1].Lower == "are" || n.Tokens[i-1].Lower == "is") {
			return s.say(graph.StatusPlanned, "due", i)
		}
	}
	if r := n.Tokens[at].Right; r+2 < len(n.Tokens) && n.Tokens[r].Lower == "to" && n.Tokens[r+1].Lower == "be" && n.Tokens[r+2].Tag == "VBN" && n.Tokens[r].Sent == n.Tokens[at].Sent {
		return s.say(graph.StatusPlanned, "to be", r+2)
	}
	beside := n.Children(at)
	if n.Tokens[at].POS != "VERB" {
		for _, c := range n.relatives(at) {
			if n.Tokens[c].Head != at {
				beside = append(slices.Clone(beside), c)
			}
		}
	}
	for _, c := range beside {
		tok := &n.Tokens[c]
		switch tok.Dep {
		case "amod", "acl", "relcl", "acomp", "advmod", "appos":
			if tok.Dep == "acl" && n.isForm(c, "inf") {
				if n.hasAux(c, "be") || n.child(c, "auxpass") >= 0 { // "to be held"
					return s.say(graph.StatusPlanned, "infinitive", c)
				}
				continue
			}
			if tok.Dep == "advmod" || tok.Dep == "appos" {
				continue
			}
			if tok.Dep == "relcl" {
				if n.isForm(c, "inf") && n.child(c, "auxpass") >= 0 { // "to be held"
					return s.say(graph.StatusPlanned, "infinitive", c)
				}
				if v := n.child(c, "nsubj", "nsubjpass"); v >= 0 && (n.Tokens[v].Tag == "WDT" || n.Tokens[v].Tag == "WP") {
					if st := s.form(c); st != "" {
						return st
					}
					for _, k := range n.Children(c) { // "talks that are due to restart"
						if dep := n.Tokens[k].Dep; dep == "acomp" || dep == "oprd" {
							if st := s.governed(k, c); st != "" {
								return st
							}
						}
					}
					if g := n.governorAt(c); g != nil && g.status != "" && g.role != "" {
						return s.sayBy(g, g.status, "in its relative clause", c)
					}
				}
				continue
			}
			lemma := n.lemma(c)
			if tok.Dep == "acl" && tok.Tag == "VBG" {
				continue
			}
			if g := n.governorAt(c); g != nil && g.status != "" && g.class != "doubt" && lemma != "open" && lemma != "like" {
				return s.sayBy(g, g.status, "modifies it", c)
			}
			switch lemma {
			case "planned", "scheduled", "upcoming", "forthcoming", "coming", "expected", "future", "next", "impending", "looming":
				if lemma != "next" || tok.Dep == "amod" {
					return s.say(graph.StatusPlanned, "modifier plan", c)
				}
			case "proposed", "requested":
				return s.say(graph.StatusOffered, "modifier offer", c)
			case "cancelled", "canceled", "aborted", "scrapped":
				return s.say(graph.StatusCancelled, "modifier cancel", c)
			case "postponed", "delayed":
				return s.say(graph.StatusPostponed, "modifier postpone", c)
			case "possible", "potential", "hypothetical", "eventual":
				return s.say(graph.StatusHypothetical, "modifier doubt", c)
			}
		case "det":
			if tok.Lower == "no" || tok.Lower == "any" && s.negated(n.Tokens[at].Head) {
				return s.say(graph.StatusDenied, "no", c)
			}
			if h := n.Tokens[at].Head; tok.Lower == "any" && !n.hasAux(h, "will") {
				return s.say(graph.StatusHypothetical, "any", c)
			}
		}
	}
	return ""
}

// without tells "no plans".
func (s *statusReader) without(h int) bool {
	for _, c := range s.n.Children(h) {
		if s.n.Tokens[c].Dep == "det" && s.n.Tokens[c].Lower == "no" {
			return true
		}
	}
	return false
}

// noun reads a governing noun's own governor: "cancelled plans to meet".
func (s *statusReader) noun(h int) graph.OccurrenceStatus {
	if s.n.Tokens[h].Dep == "dobj" {
		return s.governed(s.n.Tokens[h].Head, h)
	}
	return ""
}

// preposition reads the word between a meeting noun and what it hangs on. It
// returns a status, or where to climb on, -1 to stop.
func (s *statusReader) preposition(p int) (graph.OccurrenceStatus, int) {
	n := s.n
	h := n.Tokens[p].Head
	lower := n.Tokens[p].Lower
	if lower == "of" && n.Tokens[h].Lower == "ahead" || lower == "to" && n.Tokens[h].Lower == "prior" {
		return s.say(graph.StatusPlanned, "ahead of", h), -1
	}
	switch lower {
	case "before", "until", "till", "pending":
		if n.pastVerb(h) && s.pastDated() {
			return "", -1
		}
		return s.say(graph.StatusPlanned, "before", p), -1
	case "since":
		return "", -1
	case "after", "following":
		return s.later(h), -1
	case "in", "at", "during", "on", "into", "through", "over":
		if w := n.lemma(s.o.at); (w == "call" || w == "conversation") && n.isForm(h, "inf") {
			return "", -1 // "agreed to meet during a call"
		}
		if n.Tokens[h].POS == "VERB" || n.Tokens[h].POS == "AUX" {
			if g := n.governorAt(h); lower == "on" && g != nil && (g.class == "plan" || g.class == "offer" || g.class == "want") && n.Tokens[s.o.at].POS != "VERB" {
				return s.governed(h, p), -1 // "agreed on a meeting"
			}
			if g := n.governorAt(h); g != nil && g.class == "say" {
				return "", -1
			}
			if n.lemma(h) == "hint" && lower == "at" {
				return s.governed(h, p), -1
			}
			if g := n.governorAt(h); g != nil && (g.class == "refuse" || g.class == "cancel" || g.class == "postpone") && n.Tokens[s.o.at].POS != "VERB" {
				return "", -1
			}
			return "", h
		}
		if n.Tokens[h].POS == "NOUN" && n.Tokens[h].Dep == "dobj" { // took part in, dominate discussions at
			if lower == "in" {
				return "", n.Tokens[h].Head
			}
			return s.unrelated(n.Tokens[h].Head), -1
		}
		return "", -1
	case "for":
		if st := s.purpose(h); st != "" || n.Tokens[h].POS != "VERB" {
			return st, -1
		}
		return "", h // "before flying to Rome for talks"
	case "to":
		if o := n.child(h, "dobj"); o >= 0 && n.Tokens[o].POS == "NOUN" && n.mentionAt(o) == nil { // "accepted an invitation to talks"
			if g := n.governorAt(o); g != nil && g.class == "offer" {
				return s.governed(o, p), -1
			}
		}
		if g := n.governorAt(h); g != nil && g.status != "" {
			return s.governed(h, p), -1
		}
		if n.Tokens[h].POS == "VERB" {
			return "", h
		}
		return "", -1
	case "of", "about", "from":
		if n.Tokens[h].POS == "ADP" && lower == "of" { // "pulled out of the talks"
			h = n.Tokens[h].Head
		}
		if n.Tokens[h].POS == "NOUN" && s.without(h) && awareness[n.lemma(h)] {
			return s.say(graph.StatusDenied, "knows of none", h), -1
		}
		g := n.governorAt(h)
		switch {
		case g != nil && g.class == "refuse":
			return s.governed(h, p), -1
		case n.Tokens[h].POS != "NOUN":
			return "", -1
		case contents[n.lemma(h)]: // "denied reports of a meeting"
			return "", h
		case g != nil && g.status != "" && lower == "of" && g.class != "set" && (g.class != "plan" || n.lemma(h) != "agreement"):
			return s.governed(h, p), -1
		}
		s.open = true // "the format of the summit"
		return "", -1
	case "without":
		return s.say(graph.StatusDenied, "without", p), -1
	case "with", "against", "despite":
		if g := n.governorAt(h); g != nil && g.class == "refuse" {
			return s.governed(h, p), -1
		}
		if lower == "with" && (n.isForm(h, "inf") || n.hasWord(h, "ahead")) { // "a chance to answer it with a meeting", "will go ahead with the talks"
			return "", h
		}
		return "", -1
	}
	return "", -1
}

// settled are what is settled of a meeting that is to come.
var settled = wordSet("date time venue agenda")

// lightVerbs are verbs that leave the meaning to their object.
var lightVerbs = wordSet("make issue submit file send extend have get receive put give")

// purpose reads what a meeting is that one sets out for: leaving or arriving
// for talks, they are to come; being there for talks, they are on.
func (s *statusReader) purpose(h int) graph.OccurrenceStatus {
	n := s.n
	for range 4 {
		if n.Tokens[h].POS == "VERB" || n.Tokens[h].POS == "AUX" {
			break
		}
		if n.Tokens[h].Head == h {
			return ""
		}
		if g := n.governorAt(h); g != nil && g.status != "" && n.Tokens[h].POS == "NOUN" {
			return s.governed(h, s.o.at)
		}
		h = n.Tokens[h].Head
	}
	if c := n.child(h, "nsubjpass", "dobj"); c >= 0 && settled[n.lemma(c)] { // "no date has been set for the talks"
		return s.say(graph.StatusPlanned, "has no date yet", c)
	}
	if st := s.form(h); st != "" {
		return st
	}
	for _, c := range n.Children(h) { // "is due in Rome for talks", "preparations are under way for talks"
		switch n.Tokens[c].Dep {
		case "acomp", "oprd", "nsubj", "nsubjpass":
			if g := n.governorAt(c); g != nil && (g.class == "plan" || g.class == "set" || g.class == "offer" || g.class == "want") && n.Tokens[c].POS != "VERB" {
				return s.governed(c, s.o.at)
			}
		}
	}
	if o := n.child(h, "dobj"); o >= 0 && lightVerbs[n.lemma(h)] && n.Tokens[o].POS == "NOUN" { // "made a request for talks"
		if g := n.governorAt(o); g != nil && g.status != "" {
			return s.governed(o, s.o.at)
		}
	}
	if g := n.governorAt(h); g != nil && (g.class == "offer" || g.class == "set") { // "invited her to Rome for talks"
		if st := s.governed(h, s.o.at); st != "" {
			return st
		}
	}
	if n.Tokens[h].Dep == "xcomp" { // "failed to turn up for the talks"
		if st := s.governed(n.Tokens[h].Head, h); st != "" {
			return st
		}
	}
	if n.lemma(h) == "arrive" && s.o.trigger != nil && s.o.trigger.mode == graph.ModeVisit {
		return "" // who has come for a visit is on it
	}
	if tag := n.Tokens[h].Tag; (tag == "VBZ" || tag == "VBP") && going[n.lemma(h)] && !n.hasAux(h, "have") && !s.pastDated() {
		return s.say(graph.StatusPlanned, "the present of a timetable", h) // "goes to Rome to meet"
	}
	switch n.lemma(h) {
	case "leave", "head", "depart", "arrive", "prepare", "set", "wait", "gear":
		return s.say(graph.StatusPlanned, "sets out for", h)
	case "call", "press", "push", "ask", "appeal", "hope", "wish":
		return s.say(graph.StatusOffered, "calls for", h)
	}
	if n.Tokens[h].Dep == "conj" && n.child(h, "nsubj") < 0 && n.child(h, "aux") < 0 {
		if st := s.form(n.Tokens[h].Head); st != "" {
			return st
		}
	}
	return ""
}
