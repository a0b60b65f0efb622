package extract

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// enoughEvent tells whether a telling has what its entry asks for.
func (n *narrative) enoughEvent(o *occurrence, t *eventTrigger) bool {
	agent, patient := false, false
	for _, p := range o.parts {
		switch p.role {
		case graph.RoleAgent:
			agent = true
		default:
			patient = true
		}
	}
	for _, need := range t.needs {
		ok := true
		switch need {
		case "two":
			ok = agent && patient || !agent && len(o.parts) >= 2
		case "pair":
			ok = len(o.parts) >= 2
		case "bodies":
			ok = len(o.parts) >= 2 && !slices.ContainsFunc(o.parts, func(p part) bool { return n.entities[p.entity].kind != graph.KindOrganization })
		case "patient":
			ok = patient
		case "whom":
			ok = n.hasPersonPatient(o)
		case "agent":
			ok = agent
		case "people":
			ok = patient || agent && n.actsOn(o, n.isPeople)
		case "harm":
			ok = patient || o.place >= 0 && n.actsOn(o, n.isPeople)
		case "force":
			ok = n.doneBy(o, func(t int) bool { return n.mentionAt(t) != nil || n.isForceful(t) || n.isPeople(t) || n.isAssault(t) })
		case "troops":
			ok = agent || o.place >= 0 && n.actsOn(o, n.isForceful)
		case "crowd":
			s := n.child(o.at, "nsubj")
			if s >= 0 && crowds[n.lemma(s)] { // "hundreds of students"
				if of := n.child(s, "prep"); of >= 0 {
					s = n.child(of, "pobj")
				}
			}
			ok = (agent || t.pos == "noun" || s >= 0 && n.isPeople(s)) && (o.place >= 0 || o.when.known())
		case "cargo":
			ok = slices.ContainsFunc(n.follow("cargo", o.at), func(f found) bool { return n.isOrOf(f.token, inClass(n, "goods")) })
		case "bare":
			ok = n.child(o.at, "prt") < 0
		case "dated":
			ok = o.when.known()
		case "placed", "to":
			ok = o.place >= 0
		case "place":
			ok = patient || agent && (o.place >= 0 || o.when.known() || n.aimed(o)) || o.place >= 0 && o.when.known()
		case "person":
			ok = slices.ContainsFunc(o.parts, func(p part) bool {
				return p.role == graph.RoleAgent && (n.entities[p.entity].kind == graph.KindPerson || n.mentionAt(p.token) == nil && n.isPeople(p.token))
			})
		case "for":
			object := n.child(o.at, "dobj") >= 0 // what is called something, or called, is not called for
			ok = (object || n.child(o.at, "prep", "xcomp", "ccomp") >= 0) && !(object && n.lemma(o.at) == "call") && n.Tokens[o.at].Dep != "relcl"
		case "post":
			ok = n.becomes(o.at)
		case "imposed":
			ok = n.Tokens[o.at].Dep == "dobj" || n.child(o.at, "acl") >= 0
		case "declined", "mooted": // read before
		default:
			if class, near := strings.CutPrefix(need, "near:"); near {
				ok = n.hasNear(o, eventClasses[class])
			} else {
				ok = n.actsOn(o, inClass(n, need))
			}
		}
		if !ok {
			return false
		}
	}
	return true
}

// inClass tells words of a class of events.txt.
func inClass(n *narrative, class string) func(t int) bool {
	words := eventClasses[class]
	return func(t int) bool { return words[n.lemma(t)] }
}

// actsOn tells whether what the verb of o is done to, or done in ("beat X in the
// election"), is of a kind, itself or in what it is of ("tonnes of flour").
func (n *narrative) actsOn(o *occurrence, is func(t int) bool) bool {
	if n.Tokens[o.at].Dep == "acl" && n.Tokens[o.at].Tag == "VBN" && n.isOrOf(n.Tokens[o.at].Head, is) {
		return true // "the treaty signed by"
	}
	for _, c := range n.Children(o.at) {
		switch n.Tokens[c].Dep {
		case "dobj", "nsubjpass":
		case "prep":
			if n.Tokens[c].Lower != "in" && n.Tokens[c].Lower != "at" {
				continue
			}
			if c = n.child(c, "pobj"); c < 0 {
				continue
			}
		default:
			continue
		}
		if n.isOrOf(c, is) {
			return true
		}
	}
	return false
}

// isOrOf tells whether a noun is of a kind, itself or in what it is of.
func (n *narrative) isOrOf(noun int, is func(t int) bool) bool {
	return is(noun) || slices.ContainsFunc(n.Children(noun), func(k int) bool {
		p := n.child(k, "pobj")
		return n.Tokens[k].Lower == "of" && p >= 0 && is(p) || n.Tokens[k].Dep == "compound" && is(k)
	})
}

// aimed tells whether what was launched had a target: "conducted raids on
// shipping".
func (n *narrative) aimed(o *occurrence) bool {
	return n.Tokens[o.at].Dep == "dobj" && slices.ContainsFunc(n.Children(o.at), func(c int) bool {
		return n.Tokens[c].Dep == "prep" && (n.Tokens[c].Lower == "on" || n.Tokens[c].Lower == "against")
	})
}

// doneBy tells whether what the verb of o says is done by one of a kind.
func (n *narrative) doneBy(o *occurrence, is func(t int) bool) bool {
	return slices.ContainsFunc(n.follow("subject", o.at), func(f found) bool { return is(f.token) })
}

// isAssault tells nouns for what hits: "the blast damaged the mission".
func (n *narrative) isAssault(t int) bool {
	return slices.ContainsFunc(n.word(t).eventNoun, func(e *eventTrigger) bool { return e.kind == graph.EventAssault && e.asks("place") })
}

// becomes tells whether a verb says what its object is made: "named X chief of
// staff", "picked X as chief of staff", "chose X to lead".
func (n *narrative) becomes(v int) bool {
	return n.child(v, "oprd", "attr", "xcomp") >= 0 ||
		slices.ContainsFunc(n.Children(v), func(c int) bool { return n.Tokens[c].Dep == "prep" && n.Tokens[c].Lower == "as" })
}

// hasNear tells whether one of the words stands in the noun's phrase or in that
// of who did it: "a general strike", "a strike by the Union of Miners".
func (n *narrative) hasNear(o *occurrence, words set) bool {
	in := func(from, to int) bool {
		for t := from; t < to; t++ {
			if words[n.lemma(t)] || words[n.Tokens[t].Lower] {
				return true
			}
		}
		return false
	}
	if in(n.Tokens[o.at].Left, o.at) {
		return true
	}
	return slices.ContainsFunc(n.follow("agent", o.at), func(f found) bool {
		return in(n.Tokens[f.token].Left, n.Tokens[f.token].Right)
	})
}

// declines tells whether verb v says what its subject is not going to do:
// "would not attend". "Would not have" and "does not" decline nothing.
func (n *narrative) declines(v int) bool {
	return n.child(v, "neg") >= 0 && n.ahead(v, "will", "would") && clauses[n.Tokens[v].Dep]
}

// moots tells whether verb v is what the subject of a verb of saying says it
// will do, may do or is ready to do: "said it might halt payments".
func (n *narrative) moots(v int) bool {
	if n.child(v, "neg") >= 0 {
		return false
	}
	if h := n.Tokens[v].Head; n.Tokens[v].Dep == "xcomp" && (n.lemma(h) == "ready" || n.lemma(h) == "prepared" || n.lemma(h) == "prepare" || n.lemma(h) == "willing") {
		for v = h; n.Tokens[v].Dep == "acomp" || n.Tokens[v].Dep == "oprd"; {
			v = n.Tokens[v].Head
		}
	} else if !n.ahead(v, "will", "would", "might", "may", "could", "shall") {
		return false
	}
	return n.sayingOf(v) >= 0
}

// ahead tells whether v stands under one of the modals, and not as what would
// have been.
func (n *narrative) ahead(v int, modals ...string) bool {
	modal := false
	for _, c := range n.Children(v) {
		if n.Tokens[c].Dep == "aux" {
			if n.lemma(c) == "have" {
				return false
			}
			modal = modal || slices.Contains(modals, n.lemma(c)) || slices.Contains(modals, n.Tokens[c].Lower)
		}
	}
	return modal
}

// clauses are what a clause that is told as a fact depends by.
var clauses = wordSet("ROOT ccomp conj parataxis")

// sayingOf is the verb of saying of which clause v is what is said, -1 if none.
func (n *narrative) sayingOf(v int) int {
	for range 4 {
		h := n.Tokens[v].Head
		switch n.Tokens[v].Dep {
		case "ccomp":
			if n.utters(h) {
				return h
			}
			return -1
		case "conj", "acomp", "oprd", "xcomp":
			v = h
		default:
			return -1
		}
	}
	return -1
}
