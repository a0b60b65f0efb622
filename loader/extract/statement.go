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
	case "acl", "relcl":
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
			n.giveEvent(o, slotRole{"subject", graph.RoleAgent}, f, got[:1])
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
	o.status = graph.StatusHeld
	n.findWhen(o)
	n.findPlace(o)
	switch n.entities[o.parts[0].entity].kind {
	case graph.KindPlace:
		if !o.when.known() {
			return nil
		}
	}
	for _, c := range n.Children(v) { // told the Al-Ahed newspaper; in an interview with the Times
		if dep := n.Tokens[c].Dep; dep == "dobj" || dep == "dative" {
			for _, p := range n.parties(c) {
				if n.entities[p.entity].kind == graph.KindOrganization && !o.has(p.entity) {
					o.parts = append(o.parts, part{entity: p.entity, role: graph.RoleParticipant, token: p.token, behalf: -1, slot: "object"})
				}
			}
		}
		if p := n.child(c, "pobj"); n.Tokens[c].Dep == "prep" && n.Tokens[c].Lower == "to" && p >= 0 && n.isPress(p) {
			for _, q := range n.parties(p) {
				if !o.has(q.entity) {
					o.parts = append(o.parts, part{entity: q.entity, role: graph.RoleParticipant, token: q.token, behalf: -1, slot: "to"})
				}
			}
		}
		if n.Tokens[c].Dep == "prep" && n.Tokens[c].Lower == "in" {
			if p := n.child(c, "pobj"); p >= 0 && n.lemma(p) == "interview" {
				for _, f := range n.follow("with", p) {
					for _, q := range n.parties(f.token) {
						if !o.has(q.entity) {
							o.parts = append(o.parts, part{entity: q.entity, role: graph.RoleParticipant, token: q.token, behalf: -1, slot: "with"})
						}
					}
				}
			}
		}
	}
	n.findTitles(o)
	return o
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
