package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// findAttendance adds to held meetings who is told afterwards to have been
// there: "They were joined by X", "X joined them", "X was also present".
func (n *narrative) findAttendance(meetings []*occurrence) {
	for v := range n.Tokens {
		if n.Tokens[v].POS != "VERB" && n.Tokens[v].POS != "AUX" {
			continue
		}
		who, whom, slot := n.attendants(v)
		if who < 0 {
			continue
		}
		o := n.toldLast(meetings, v)
		if o == nil || whom >= 0 && !slices.ContainsFunc(n.parties(whom), func(p party) bool { return o.has(p.entity) }) {
			continue
		}
		for _, p := range n.parties(who) {
			if n.entities[p.entity].kind != graph.KindPlace && !o.has(p.entity) {
				o.admit(p, slotRole{slot: "attendee", role: graph.RoleParticipant}, reason{rule: slot, at: v, to: p.token})
				if s := n.Tokens[v].Sent; !slices.Contains(o.quotes, s) {
					o.quotes = append(o.quotes, s)
				}
			}
		}
	}
}

// attendants reads who verb v tells to have come besides, and whom they joined;
// -1 where it tells no one.
func (n *narrative) attendants(v int) (who, whom int, rule string) {
	none := func() (int, int, string) { return -1, -1, "" }
	if l := n.lemma(v); l != "join" && l != "be" {
		return none()
	}
	var st statusReader
	st.n, st.o = n, &occurrence{at: v}
	subject := n.child(v, "nsubj", "nsubjpass")
	if subject < 0 || st.form(v) != "" {
		return none()
	}
	switch n.lemma(v) {
	case "join":
		if n.passive(v) {
			if by := n.child(v, "agent"); by >= 0 && n.child(by, "pobj") >= 0 {
				return n.child(by, "pobj"), subject, "joined them"
			}
			return none()
		}
		if o := n.child(v, "dobj"); o >= 0 && n.mentionAt(o) != nil && n.mentionAt(o).kind != byName {
			return subject, o, "joined them"
		}
	case "be":
		for _, c := range n.Children(v) {
			p := n.child(c, "pobj")
			if n.Tokens[c].Dep == "acomp" && n.Tokens[c].Lower == "present" || n.Tokens[c].Dep == "prep" && n.Tokens[c].Lower == "in" && p >= 0 && n.Tokens[p].Lower == "attendance" {
				return subject, -1, "was present"
			}
		}
	}
	return none()
}

// addAttendants makes parties of those whom a reference to a held meeting tells
// to have attended it: "The meeting was attended by X".
func (n *narrative) addAttendants(to, reference *occurrence) {
	out := n.outer(reference.at)
	if g := n.governorAt(n.Tokens[out].Head); !n.comesTo(out) && (g == nil || g.class != "attend" || n.Tokens[out].Dep != "nsubjpass") || to.status != graph.StatusHeld || reference.status != graph.StatusHeld {
		return
	}
	for _, p := range reference.parts {
		if !to.has(p.entity) && (p.slot == "holder" || p.slot == "companion") {
			p.slot = "attendee"
			to.parts = append(to.parts, p)
		}
	}
}

// toldLast returns the held meeting told last before token v, in its sentence
// or the one before; nil if there is none.
func (n *narrative) toldLast(meetings []*occurrence, v int) *occurrence {
	var last *occurrence
	at := -1
	for _, o := range meetings {
		if o.status != graph.StatusHeld || o.mode == graph.ModeVisit {
			continue
		}
		for _, t := range append([]int{o.at}, o.references...) {
			if t < v && t > at && n.Tokens[v].Sent-n.Tokens[t].Sent <= 1 {
				last, at = o, t
			}
		}
	}
	return last
}
