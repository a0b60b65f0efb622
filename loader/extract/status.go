package extract

import (
	"github.com/whomet/whomet/graph"
)

// findStatus reads whether a telling was, is to be, or is not to be, from the
// trigger word up: the verb's own form first, then each word that governs it.
// The first that says something other than "it was" counts; nearer words are
// heard before farther ones, except that a negated plan is none.
func (n *narrative) findStatus(o *occurrence) {
	s := statusReader{n: n, o: o}
	status := s.read(o.at)
	if status == "" && s.touring() {
		status = s.say(graph.StatusPlanned, "a tour under way", o.at)
	}
	if o.trigger != nil && o.trigger.asks("offered") && (status == "" || status == graph.StatusPlanned) {
		status = s.say(graph.StatusOffered, "no more than asked for", o.at)
	}
	if status == "" {
		o.presumed = s.open && o.trigger != nil && o.trigger.pos == "noun"
		status = s.say(graph.StatusHeld, "told as done", o.at)
	}
	s.settle(status)
}

type statusReader struct {
	n    *narrative
	o    *occurrence
	said []verdict
	open bool // the word above tells nothing of whether it was
}

// verdict is a status that a word gave; a word farther up may overrule it.
type verdict struct {
	status graph.OccurrenceStatus
	why    reason
}

// say notes why and returns the status.
func (s *statusReader) say(status graph.OccurrenceStatus, rule string, token int) graph.OccurrenceStatus {
	s.said = append(s.said, verdict{status, s.o.because(rule, token)})
	return status
}

// sayBy is say, for what the class of word g means.
func (s *statusReader) sayBy(g *governor, status graph.OccurrenceStatus, rule string, token int) graph.OccurrenceStatus {
	s.said = append(s.said, verdict{status, s.o.by(&g.entry, rule, token)})
	return status
}

// settle sets the status that was read, with the last reason given for it.
func (s *statusReader) settle(status graph.OccurrenceStatus) {
	for _, v := range s.said {
		if v.status == status {
			s.o.setStatus(status, v.why)
		}
	}
}

// read climbs from the trigger word.
func (s *statusReader) read(at int) graph.OccurrenceStatus {
	n := s.n
	if n.Tokens[at].POS == "VERB" {
		return s.climb(at)
	}
	st := s.modifiers(at)
	if out := n.outer(at); out != at {
		if st == "" {
			st = s.modifiers(out)
		}
		at = out
	}
	if st != "" && s.tookPlace(at) {
		return s.climb(at) // "the long-delayed talks opened"
	}
	switch st {
	case "":
		return s.climb(at)
	case graph.StatusPlanned, graph.StatusOffered: // "called off a meeting planned for May"
		switch above := s.climb(at); above {
		case graph.StatusCancelled, graph.StatusPostponed, graph.StatusRefused, graph.StatusDenied:
			return above
		}
	}
	return st
}

// climb reads the words that govern token at: the nearest that says something,
// unless one above takes that back.
func (s *statusReader) climb(at int) graph.OccurrenceStatus {
	switch st := s.nearest(at); st {
	case graph.StatusPlanned, graph.StatusOffered, graph.StatusHypothetical:
		return s.takenBack(st, s.said[len(s.said)-1].why.to)
	case graph.StatusCancelled, graph.StatusPostponed:
		return s.onlySpokenOf(st, s.said[len(s.said)-1].why.to)
	case graph.StatusRefused:
		// "dropped its refusal to meet"
		if last := s.said[len(s.said)-1].why.to; s.n.Tokens[last].POS == "NOUN" && s.n.Tokens[last].Dep == "dobj" {
			if g := s.n.governorAt(s.n.Tokens[last].Head); g != nil && g.class == "cancel" {
				return s.say(graph.StatusOffered, "refuses no more", s.n.Tokens[last].Head)
			}
		}
		return st
	default:
		return st
	}
}

// nearest climbs from token at to the first word that says something.
func (s *statusReader) nearest(at int) graph.OccurrenceStatus {
	n := s.n
	cur, subject := at, false
	for range 16 {
		tok := &n.Tokens[cur]
		if (tok.POS == "VERB" || tok.POS == "AUX") && cur != at && n.missed(s.o) {
			return "" // held without him
		}
		if tok.POS == "VERB" || tok.POS == "AUX" {
			st := s.form(cur)
			if subject && !n.occurs(cur) && st != graph.StatusPlanned {
				s.open = true
				return "" // "the summit did not include X": it was, all the same
			}
			if st != "" {
				return st
			}
		}
		subject = false
		h := tok.Head
		if h == cur {
			return ""
		}
		switch tok.Dep {
		case "dobj", "nsubjpass", "nsubj", "xcomp", "oprd", "csubj", "dative", "csubjpass":
			if st := s.governed(h, cur); st != "" {
				return st
			}
			if g := n.governorAt(h); tok.Dep == "dobj" && tok.POS != "VERB" && (g == nil || g.class == "absent" || g.class == "say") {
				return s.unrelated(h)
			}
			for _, c := range n.Children(h) { // "the talks are due to resume", "is likely"
				if n.Tokens[c].Dep == "acomp" || n.Tokens[c].Dep == "oprd" || tok.Dep == "nsubj" && n.Tokens[h].Lemma == "be" && n.Tokens[c].Dep == "xcomp" && n.isForm(c, "inf") {
					if n.Tokens[c].Dep == "xcomp" {
						return s.say(graph.StatusPlanned, "is to", h)
					}
					if st := s.governed(c, cur); st != "" {
						return st
					}
				}
			}
			if tok.Dep == "nsubj" && tok.POS != "VERB" && n.follows(h) {
				return "" // "announcements followed the meeting"
			}
			subject = tok.POS != "VERB" && (tok.Dep == "nsubj" || tok.Dep == "nsubjpass")
			cur = h
		case "ccomp":
			g := n.governorAt(h)
			if g != nil && g.status != "" && g.class != "cancel" && g.class != "postpone" {
				// "denied that they met", "hopes that they will meet"
				return s.governed(h, cur)
			}
			return ""
		case "acl":
			if n.isForm(cur, "inf") {
				if s.without(h) {
					return s.say(graph.StatusDenied, "none", h) // "sees no need to meet"
				}
				if st := s.governed(h, cur); st != "" {
					return st
				}
				if n.mentionAt(h) == nil && n.Tokens[h].Dep != "nsubj" {
					if st := s.noun(h); st != "" {
						return st
					}
				}
				if n.Tokens[h].Dep == "dobj" || n.Tokens[h].Dep == "attr" || n.Tokens[h].Dep == "nsubj" {
					cur = h
					continue
				}
			}
			if n.contentClause(cur) { // "denied reports that they met"
				cur = h
				continue
			}
			if n.Tokens[cur].Tag == "VBG" {
				cur = h
				for n.Tokens[cur].POS != "VERB" && n.Tokens[cur].Head != cur && n.Tokens[cur].Dep != "relcl" {
					cur = n.Tokens[cur].Head
				}
				continue
			}
			return ""
		case "acomp", "attr":
			cur = h
			if st := s.governed(h, cur); st != "" {
				return st
			}
		case "pobj":
			st, up := s.preposition(h)
			if st != "" || up < 0 {
				return st
			}
			cur = up
		case "pcomp": // "after meeting", "before meeting"
			switch n.Tokens[h].Lower {
			case "before":
				if n.sequel(n.Tokens[h].Head) {
					return ""
				}
				return s.say(graph.StatusPlanned, "before", h)
			case "without":
				return s.say(graph.StatusDenied, "without", h)
			case "about", "of", "on", "to", "from", "against", "for": // "no intention of meeting", "looks forward to meeting"
				if st := s.governed(n.Tokens[h].Head, cur); st != "" {
					return st
				}
			}
			cur = n.Tokens[h].Head
			switch n.Tokens[h].Lower {
			case "since":
				return ""
			case "after":
				return s.later(cur)
			}
		case "conj":
			if n.Tokens[cur].POS == "VERB" && (n.child(cur, "nsubj", "nsubjpass") >= 0 || n.child(cur, "aux", "auxpass") >= 0 && !n.isForm(cur, "inf")) {
				return ""
			}
			if n.Tokens[cur].Tag == "VBD" && n.Tokens[h].Tag != "VBD" { // a clause of its own
				return ""
			}
			if n.Tokens[h].POS == "VERB" && n.Tokens[cur].Tag == "VBG" && n.Tokens[h].Tag == "VBD" {
				return ""
			}
			cur = h
		case "advcl":
			if st := s.adverbial(cur, h); st != "done" {
				return st
			}
			cur = h
		default:
			return ""
		}
	}
	return ""
}
