package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// findAttendance adds to held meetings who is told afterwards to have been
// there: "They were joined by X", "X joined them", "X was also present". A
// meeting of people without names, "Nordic ministers met in Oslo", is one once
// two of them are named so. It returns the meetings with those.
func (n *narrative) findAttendance(meetings []*occurrence) []*occurrence {
	for v := range n.Tokens {
		if n.Tokens[v].POS != "VERB" && n.Tokens[v].POS != "AUX" {
			continue
		}
		who, whom, slot := n.attendants(v)
		if who < 0 {
			continue
		}
		o := n.toldLast(meetings, v)
		if o == nil && whom < 0 {
			if o = n.crowdBefore(v); o != nil {
				meetings = append(meetings, o)
			}
		}
		if o == nil || whom >= 0 && !slices.ContainsFunc(n.parties(whom), func(p party) bool { return o.has(p.entity) }) {
			continue
		}
		for _, p := range n.parties(who) {
			if n.entities[p.entity].kind != graph.KindPlace && !o.has(p.entity) {
				q := o.admit(p, slotRole{slot: "attendee", role: graph.RoleParticipant}, reason{rule: slot, at: v, to: p.token})
				if e := n.sideOf(v); e >= 0 {
					q.setBehalf(e, reason{rule: slot, at: v, to: p.token})
				}
				if s := n.Tokens[v].Sent; !slices.Contains(o.quotes, s) {
					o.quotes = append(o.quotes, s)
				}
			}
		}
	}
	return meetings
}

// crowdBefore reads the meeting of people without names that is told last
// before verb v, in its sentence or the one before; nil if there is none.
func (n *narrative) crowdBefore(v int) *occurrence {
	for i := v - 1; i >= 0 && n.Tokens[v].Sent-n.Tokens[i].Sent <= 1; i-- {
		if !slices.Contains(n.triggered, i) || n.Tokens[i].POS != "VERB" || n.passive(i) {
			continue
		}
		switch s := n.child(i, "nsubj"); n.lemma(i) {
		case "meet", "gather", "convene", "assemble", "confer":
			if s < 0 || !n.isPeople(s) || n.child(i, "dobj") >= 0 {
				continue
			}
			o := n.telling(n.triggersFor(i)[0], i)
			o.quotes, o.lone, o.unnamed = []int{o.sent}, true, true
			n.findAnchors(o)
			n.findStatus(o)
			n.findWhen(o)
			n.findPlace(o)
			n.findDirectTopics(o)
			if o.weight = 0.65; o.status == graph.StatusHeld {
				return o
			}
		}
	}
	return nil
}

// attendants reads who verb v tells to have come besides, and whom they joined;
// -1 where it tells no one.
func (n *narrative) attendants(v int) (who, whom int, rule string) {
	none := func() (int, int, string) { return -1, -1, "" }
	var st statusReader
	st.n, st.o = n, &occurrence{at: v}
	subject := n.child(v, "nsubj", "nsubjpass")
	if was := n.child(v, "aux"); subject < 0 && was >= 0 { // "also attending was X"
		subject = n.child(was, "nsubj")
	}
	if subject < 0 || st.form(v) != "" {
		return none()
	}
	switch n.lemma(v) {
	case "attend", "participate":
		if n.child(v, "dobj") < 0 {
			return subject, -1, "took part"
		}
	case "take", "sit":
		if d := n.child(v, "dobj"); d >= 0 && n.lemma(d) == "part" || n.lemma(v) == "sit" && n.hasWord(v, "in") && n.child(v, "prt") >= 0 {
			return subject, -1, "took part"
		}
	case "include": // "those present included X"
		if d := n.child(v, "dobj"); d >= 0 && n.areAttenders(subject) {
			return d, -1, "was among those present"
		}
	case "lead", "head": // "the Finnish side was led by X"
		if by := n.child(v, "agent"); n.passive(v) && by >= 0 && sidesOf[n.lemma(subject)] {
			return n.child(by, "pobj"), -1, "led a side"
		}
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
	case "chair", "host", "open": // "A chaired it"
		if o := n.child(v, "dobj"); o >= 0 && (n.Tokens[o].Lower == "it" || n.Tokens[o].Lower == "them" || n.isDefinite(o) && n.triggersFor(o) != nil && slices.Contains(n.triggered, o)) {
			return subject, -1, "led it"
		}
	case "be":
		if a := n.child(v, "attr"); a >= 0 && n.areAttenders(subject) {
			return a, -1, "was among those present"
		}
		for _, c := range n.Children(v) {
			p := n.child(c, "pobj")
			if p >= 0 && n.Tokens[c].Lower == "among" && (n.Tokens[p].Lower == "those" || n.areAttenders(p)) {
				return subject, -1, "was among those present"
			}
			if n.Tokens[c].Dep == "acomp" && n.Tokens[c].Lower == "present" || n.Tokens[c].Dep == "prep" && n.Tokens[c].Lower == "in" && p >= 0 && n.Tokens[p].Lower == "attendance" {
				return subject, -1, "was present"
			}
		}
	}
	return none()
}

// sideOf returns the state or body whose side verb v tells the head of: "the
// Finnish delegation is led by X"; -1 if it tells of none.
func (n *narrative) sideOf(v int) int {
	s := n.child(v, "nsubjpass")
	if s < 0 || !sidesOf[n.lemma(s)] {
		return -1
	}
	for _, c := range n.Children(s) {
		if m := n.mentionAt(c); m != nil && len(m.refs) == 1 && n.entities[m.refs[0]].kind != graph.KindPerson {
			return m.refs[0]
		}
	}
	return -1
}

// areAttenders tells "the participants", "those present", "those attending".
func (n *narrative) areAttenders(t int) bool {
	return attenders[n.lemma(t)] || t > 0 && n.Tokens[t].Lower == "present" && n.Tokens[t-1].Lower == "those" ||
		n.Tokens[t].Lower == "those" && t+1 < len(n.Tokens) && (n.Tokens[t+1].Lower == "present" || n.Tokens[t+1].Lower == "attending")
}

var (
	attenders = wordSet("participant attendee guest delegate speaker")
	sidesOf   = wordSet("delegation side team")
)

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
