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
	o.status = s.read(o.at)
	if o.status == "" && s.touring() {
		o.status = s.say(graph.StatusPlanned, "a tour under way", o.at)
	}
	if o.status == "" {
		o.status = graph.StatusHeld
	}
}

// reconsider takes a meeting noun in a sentence of the present for planned when
// its day lies ahead: "this week's summit offers a chance".
func (n *narrative) reconsider(o *occurrence) {
	if o.status != graph.StatusHeld || o.trigger.pos != "noun" || !o.when.known() {
		return
	}
	if k := o.when.expr; !n.comesLater(k) && !n.reachesOn(k) {
		return
	}
	v := o.at
	for n.Tokens[v].Head != v && n.Tokens[v].POS != "VERB" && n.Tokens[v].POS != "AUX" {
		v = n.Tokens[v].Head
	}
	if tag := n.Tokens[v].Tag; tag == "VBZ" || tag == "VBP" {
		s := statusReader{n: n, o: o}
		o.status = s.say(graph.StatusPlanned, "a day ahead, told in the present", v)
		n.resolve(o)
	}
}

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

type statusReader struct {
	n *narrative
	o *occurrence
}

// say notes why and returns the status.
func (s *statusReader) say(status graph.OccurrenceStatus, rule string, token int) graph.OccurrenceStatus {
	s.o.explain("status", rule, s.n.Tokens[token].Text)
	return status
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

// climb reads the words that govern token at, the nearest first.
func (s *statusReader) climb(at int) graph.OccurrenceStatus {
	n := s.n
	cur, subject := at, false
	for range 16 {
		tok := &n.Tokens[cur]
		if tok.POS == "VERB" || tok.POS == "AUX" {
			st := s.form(cur)
			if subject && !n.occurs(cur) && st != graph.StatusPlanned {
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
				return s.say(graph.StatusPlanned, "before", h)
			case "without":
				return s.say(graph.StatusDenied, "without", h)
			case "about", "of", "on": // "talk of meeting", "consider meeting"
				if g := n.governorAt(n.Tokens[h].Head); g != nil && g.status != "" {
					return s.say(g.status, "governor "+g.class, n.Tokens[h].Head)
				}
			}
			cur = n.Tokens[h].Head
			if n.Tokens[h].Lower == "after" || n.Tokens[h].Lower == "since" {
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
	for _, c := range n.Children(at) {
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
						return s.say(g.status, "relative "+g.class, c)
					}
				}
				continue
			}
			lemma := n.lemma(c)
			if tok.Dep == "acl" && tok.Tag == "VBG" {
				continue
			}
			if g := n.governorAt(c); g != nil && g.status != "" && g.class != "doubt" && lemma != "open" && lemma != "like" {
				return s.say(g.status, "modifier "+g.class, c)
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

// form reads the verb's own auxiliaries, negation and tense.
func (s *statusReader) form(v int) graph.OccurrenceStatus {
	n := s.n
	neg := s.negated(v)
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
			if neg {
				return s.say(graph.StatusRefused, "will not", c)
			}
			return s.say(graph.StatusPlanned, "future", c)
		case "would", "'d", "’d":
			if n.hasAux(v, "have") {
				return s.say(graph.StatusHypothetical, "would have", c)
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
	if neg {
		return s.say(graph.StatusDenied, "negation", v)
	}
	switch n.Tokens[v].Tag {
	case "VB":
		if h := n.Tokens[v].Head; n.Tokens[v].Dep == "xcomp" && n.Tokens[h].Lemma == "be" { // "is to meet"
			return s.say(graph.StatusPlanned, "is to", h)
		}
	case "VBZ", "VBP", "VBG":
		if s.ahead(v) {
			return s.say(graph.StatusPlanned, "present of a day ahead", v)
		}
	}
	return ""
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
	for _, c := range n.Children(v) {
		for i := n.Tokens[c].Left; i < n.Tokens[c].Right; i++ {
			if c == v || n.Tokens[c].Dep == "ccomp" || n.Tokens[c].Dep == "advcl" || n.Tokens[c].Dep == "conj" {
				break
			}
			switch n.Tokens[i].Lower {
			case "next", "tomorrow", "later", "coming":
				return true
			}
			if k := n.dateAt[i]; k >= 0 && (n.comesLater(k) || n.Tokens[v].Tag != "VBG" && n.reachesOn(k)) {
				return true
			}
		}
	}
	return false
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
		case (tok.Dep == "nsubj" || tok.Dep == "nsubjpass") && (tok.Lower == "neither" || tok.Lower == "none" || tok.Lower == "nobody"):
			return true
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

// governed reads what word h says of the meeting below it, from.
func (s *statusReader) governed(h, from int) graph.OccurrenceStatus {
	n := s.n
	g := n.governorAt(h)
	if g == nil || g.status == "" {
		return ""
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
	case "plan", "offer", "try":
		if g.class == "plan" && n.Tokens[from].POS != "VERB" && n.Tokens[from].Dep == "nsubj" && n.Tokens[h].POS == "VERB" && n.child(h, "xcomp", "auxpass") < 0 {
			return "" // "the summit agreed a text"
		}
		if neg {
			if n.Tokens[h].POS == "VERB" && g.class != "plan" {
				return s.say(graph.StatusRefused, "not "+g.class, h)
			}
			return s.say(graph.StatusDenied, "not "+g.class, h)
		}
	case "refuse", "cancel", "postpone", "deny":
		if neg {
			return ""
		}
	}
	return s.say(g.status, "governor "+g.class, h)
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
	case "after", "following", "since":
		return s.later(h), -1
	case "in", "at", "during", "on", "into", "through", "over":
		if n.Tokens[h].POS == "VERB" || n.Tokens[h].POS == "AUX" {
			if g := n.governorAt(h); g != nil && g.class == "say" {
				return "", -1
			}
			if g := n.governorAt(h); g != nil && (g.class == "refuse" || g.class == "cancel" || g.class == "postpone") && s.o.trigger.pos == "noun" {
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
		return s.purpose(h), -1
	case "to":
		if g := n.governorAt(h); g != nil && g.status != "" {
			return s.governed(h, p), -1
		}
		if n.Tokens[h].POS == "VERB" {
			return "", h
		}
		return "", -1
	case "of":
		if g := n.governorAt(h); g != nil && g.status != "" && n.Tokens[h].POS == "NOUN" {
			switch g.class {
			case "cancel", "postpone", "refuse", "deny", "doubt", "offer":
				return s.say(g.status, "noun "+g.class, h), -1
			}
		}
		return "", -1
	case "about", "with", "from", "against", "despite", "without":
		if lower == "without" {
			return s.say(graph.StatusDenied, "without", p), -1
		}
		if g := n.governorAt(h); g != nil && g.class == "refuse" {
			return s.governed(h, p), -1
		}
		return "", -1
	}
	return "", -1
}

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
			return s.say(g.status, "noun "+g.class, h)
		}
		h = n.Tokens[h].Head
	}
	if st := s.form(h); st != "" {
		return st
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

// later reads "after the meeting": done, unless what follows is still to come.
func (s *statusReader) later(h int) graph.OccurrenceStatus {
	n := s.n
	for n.Tokens[h].POS != "VERB" && n.Tokens[h].Head != h {
		h = n.Tokens[h].Head
	}
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
		return s.purpose(h)
	}
	for _, c := range n.Children(v) {
		if n.Tokens[c].Dep == "mark" && n.Tokens[c].Lower == "before" {
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
	for n.Tokens[h].POS != "VERB" && n.Tokens[h].POS != "AUX" && n.Tokens[h].Head != h {
		h = n.Tokens[h].Head
	}
	return n.Tokens[h].Tag == "VBD" || n.hasAux(h, "have")
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
