package extract

import (
	"github.com/whomet/whomet/graph"
)

// readStatement reads "X said": what a named person or body said in public,
// outside the meetings told.
func (n *narrative) readStatement(v int) *occurrence {
	s := n.Tokens[v].Sent
	if n.said[s] || !n.utters(v) {
		return nil
	}
	switch n.Tokens[v].Dep {
	case "ROOT", "ccomp", "conj", "parataxis", "advcl":
	case "pcomp": // "was quoted as saying"
		if n.child(n.Tokens[v].Head, "pcomp") != v || n.Tokens[n.Tokens[v].Head].Lower != "as" {
			return nil
		}
	case "acl", "relcl":
		if n.Tokens[v].Dep == "relcl" && n.dateAt[n.Tokens[v].Head] >= 0 {
			break // "on Tuesday, when Libya announced"
		}
		if !n.passive(v) || n.child(v, "agent") < 0 || n.lemma(v) != "announce" && n.lemma(v) != "declare" {
			return nil
		}
	default:
		return nil
	}
	if n.under(v, n.Sents[s]) || n.isForm(v, "inf") {
		return nil
	}
	o := &occurrence{event: statementTrigger, kind: graph.EventStatement, at: v, sent: s, place: -1, weight: 0.7, quotes: []int{s}}
	for _, f := range n.follow("subject", v) {
		if n.isPress(f.token) && n.mentionAt(f.token) == nil {
			return nil
		}
		if got := n.parties(f.token); len(got) > 0 {
			n.giveEvent(o, slotRole{"subject", graph.RoleAgent, nil}, f, got[:1])
			break
		}
	}
	if len(o.parts) == 0 {
		return nil
	}
	n.findAnchors(o)
	var st statusReader
	st.n, st.o = n, o
	if st.form(v) != "" {
		return nil
	}
	o.setStatus(graph.StatusHeld, o.because("told as done", v))
	n.findWhen(o)
	n.findPlace(o)
	switch n.entities[o.parts[0].entity].kind {
	case graph.KindPlace:
		if !o.when.known() {
			return nil
		}
	}
	n.findHearers(o, v)
	n.findTitles(o)
	return o
}

// findHearers takes the outlets that a statement was made to: "told the
// newspaper Y", "in an interview with Y", "to the daily Y".
func (n *narrative) findHearers(o *occurrence, v int) {
	hear := func(t int, slot string) {
		for _, p := range n.parties(t) {
			if n.entities[p.entity].kind == graph.KindOrganization && !o.has(p.entity) {
				o.admit(p, slotRole{slot, graph.RoleParticipant, nil}, o.because("an outlet that heard it", p.token))
			}
		}
	}
	for _, c := range n.Children(v) {
		switch tok := &n.Tokens[c]; tok.Dep {
		case "dobj", "dative":
			hear(c, "object")
			if name := n.child(c, "appos"); name >= 0 && n.isPress(c) { // "told the newspaper Y that ..."
				hear(name, "object")
			}
		case "prep":
			p := n.child(c, "pobj")
			switch {
			case p < 0:
			case tok.Lower == "to" && n.isPress(p):
				hear(p, "to")
			case tok.Lower == "in" && n.lemma(p) == "interview":
				for _, f := range n.follow("with", p) {
					hear(f.token, "with")
				}
			}
		}
	}
}

var statementTrigger = &eventTrigger{kind: graph.EventStatement, pos: "verb", lemmas: []string{"say"}}

// utters tells verbs of saying something in public.
func (n *narrative) utters(v int) bool {
	switch n.lemma(v) {
	case "say", "tell", "announce", "declare", "state", "write", "add", "argue", "insist", "claim", "acknowledge", "admit", "stress", "note", "reveal",
		"confirm", "promise", "vow", "pledge", "praise", "describe", "underline", "emphasise", "emphasize", "deplore", "reiterate", "assert", "explain", "observe", "concede", "speak":
		return true
	}
	return false
}
