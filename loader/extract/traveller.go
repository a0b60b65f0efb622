package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// awaits are verbs by whose passive one is to come: "is expected in Rome".
var awaits = wordSet("expect schedule await")

// findVisitor tells host and visitor where the sentence says who came to the
// other: "flew to Rome for talks with", "arrived in Rome and met", "visiting
// Premier X met". Who is at home where they meet is no visitor, and two who
// meet on a third's ground are neither.
func (n *narrative) findVisitor(o *occurrence) {
	if o.mode == graph.ModePhone || o.mode == graph.ModeVideo || o.trigger.mode == graph.ModeVisit {
		return
	}
	for i := range o.parts {
		if n.calledVisiting(&o.parts[i]) {
			if len(o.parts) == 2 && o.parts[1-i].slot == o.parts[i].slot && o.parts[1-i].role == graph.RoleParticipant { // "Lee and visiting Premier Ek"
				o.parts[i].setRole(graph.RoleVisitor, o.because("called visiting", o.parts[i].token))
				o.parts[1-i].setRole(graph.RoleHost, o.because("with who is called visiting", o.parts[1-i].token))
				return
			}
			n.receive(o, o.parts[i].slot, o.because("called visiting", o.parts[i].token))
			return
		}
	}
	for i := range o.parts {
		if place := n.visitingAt(&o.parts[i]); place >= 0 {
			if o.place < 0 {
				o.setPlace(place, o.because("visiting it", o.parts[i].token))
			}
			n.receive(o, o.parts[i].slot, o.because("visiting the other's place", o.parts[i].token))
			return
		}
	}
	v, sequel := n.motionAbove(o)
	if v < 0 {
		return
	}
	if sequel && o.status == graph.StatusHeld && !o.when.known() { // "came on Friday and met"
		probe := &occurrence{at: v, sent: o.sent, anchors: []int{v}, status: o.status, trigger: o.trigger, place: -1}
		if n.findWhen(probe); probe.when.known() {
			o.when = probe.when
		}
	}
	place := n.destination(v)
	if place < 0 {
		return
	}
	for _, f := range n.follow("surface", v) {
		for _, p := range n.parties(f.token) {
			traveller := o.partOf(p.entity)
			if traveller == nil {
				continue
			}
			if o.place < 0 && n.lemma(v) != "return" {
				o.setPlace(place, o.because("came to it", v))
			}
			there := n.countryOf(place)
			if there != "" && n.countryOf(traveller.entity) == there {
				return
			}
			for _, q := range o.parts {
				if c := n.countryOf(q.entity); q.slot != traveller.slot && c != "" && there != "" && c != there {
					return
				}
			}
			if n.isState(place) || isCity(&n.entities[place]) { // not: came down to the square
				n.receive(o, traveller.slot, o.because("came to the other", v))
			}
			return
		}
	}
}

// receive makes visitors of who stands in a slot and hosts of the others.
func (n *narrative) receive(o *occurrence, visitors string, why reason) {
	met := func(p part) bool {
		return p.role == graph.RoleParticipant && p.slot != visitors && p.slot != "companion"
	}
	if !o.unnamed && !slices.ContainsFunc(o.parts, met) || slices.ContainsFunc(o.parts, func(p part) bool {
		return p.role == graph.RoleHost || p.role == graph.RoleVisitor || p.slot == "between" || p.slot == "of"
	}) {
		return
	}
	for i := range o.parts {
		p := &o.parts[i]
		switch {
		case p.role != graph.RoleParticipant:
		case p.slot == visitors || p.slot == "companion":
			p.setRole(graph.RoleVisitor, why)
		default:
			p.setRole(graph.RoleHost, why)
		}
	}
}

// calledVisiting tells whether "visiting" stands before a party's titles and
// name.
func (n *narrative) calledVisiting(p *part) bool {
	m := n.mentionAt(p.token)
	if m == nil {
		return false
	}
	for i := m.start - 1; i >= 0 && i > m.start-10 && n.Tokens[i].Sent == n.Tokens[m.start].Sent; i-- {
		switch t := &n.Tokens[i]; {
		case t.Lower == "visiting":
			return n.attributive(i) || t.Dep == "amod" || t.Dep == "compound" || t.Dep == "nmod" || t.Dep == "csubj"
		case t.POS == "PROPN", t.POS == "NOUN", t.POS == "ADJ", t.Tag == "POS", t.Lower == "of":
		default:
			return false
		}
	}
	return false
}

// visitingAt returns the place that a party is said to visit right behind its
// name, however that was parsed: "Lee, visiting Oslo, met"; -1 if none.
func (n *narrative) visitingAt(p *part) int {
	m := n.mentionAt(p.token)
	if m == nil || m.end+2 >= len(n.Tokens) || n.Tokens[m.end].Text != "," || n.Tokens[m.end+1].Lower != "visiting" {
		return -1
	}
	if v := n.mentionAt(m.end + 2); v != nil && len(v.refs) == 1 && n.entities[v.refs[0]].kind == graph.KindPlace {
		return v.refs[0]
	}
	return -1
}

// motionAbove climbs from a telling to the verb of coming that it is the
// purpose or the sequel of, or to "is" in "is in Rome for talks"; -1 if none.
// It tells whether it is the sequel.
func (n *narrative) motionAbove(o *occurrence) (verb int, sequel bool) {
	t := n.outer(o.at)
	for range 5 {
		h := n.Tokens[t].Head
		if h == t {
			return -1, false
		}
		switch n.Tokens[t].Dep {
		case "pobj":
			switch n.Tokens[h].Lower {
			case "for", "of", "before":
			default:
				return -1, false
			}
		case "prep", "advmod": // "for", "ahead" of talks
		case "advcl", "xcomp", "acl":
			if !n.isForm(t, "inf") {
				return -1, false
			}
		case "dobj": // "to hold talks with"
			if g := n.governorAt(h); g == nil || g.role == "" {
				return -1, false
			}
		case "conj":
			if n.Tokens[t].POS != "VERB" || n.child(t, "nsubj", "nsubjpass") >= 0 {
				return -1, false
			}
			sequel = true
		case "relcl": // "will go to Oslo, where he meets"
			p := n.Tokens[h].Head
			if !n.whereClause(t) || n.Tokens[h].Dep != "pobj" || !coming[n.lemma(n.Tokens[p].Head)] {
				return -1, false
			}
			return n.Tokens[p].Head, false
		default:
			return -1, false
		}
		if coming[n.lemma(h)] && n.Tokens[h].POS == "VERB" || (n.Tokens[h].Lemma == "be" || awaits[n.lemma(h)]) && n.Tokens[t].Dep == "prep" {
			return h, sequel
		}
		t = h
	}
	return -1, false
}

// destination returns the place that a verb of coming leads to, -1 if none.
func (n *narrative) destination(v int) int {
	below := append([]int{v}, n.Children(v)...)
	for _, a := range below {
		if a != v && n.Tokens[a].Dep != "acomp" && n.Tokens[a].Dep != "prt" { // "is due in Rome"
			continue
		}
		for _, c := range n.Children(a) {
			switch {
			case n.Tokens[c].Dep == "dobj" && n.child(c, "conj") < 0 && n.lemma(v) != "leave" && n.lemma(v) != "depart":
				if e := n.placeIn(c, 0); e >= 0 {
					return e
				}
			case n.Tokens[c].Dep == "prep":
				switch l := n.Tokens[c].Lower; {
				case l == "to", l == "in", l == "at", l == "into", l == "for" && (n.lemma(v) == "leave" || n.lemma(v) == "head" || n.lemma(v) == "depart"):
					if e := n.placeBelow(c); e >= 0 {
						return e
					}
				}
			}
		}
	}
	return -1
}

// findInviter makes the one who invites another to a meeting its host.
func (n *narrative) findInviter(o *occurrence) {
	p := n.Tokens[n.outer(o.at)].Head
	v := n.Tokens[p].Head
	if n.Tokens[p].POS != "ADP" || n.lemma(v) != "invite" || !n.filled(o, "with") || !n.filled(o, "holder") {
		return
	}
	if place := n.destination(v); place >= 0 {
		o.setPlace(place, o.because("invited to it", v))
	}
	guest, host := "with", "holder"
	if n.passive(v) {
		guest, host = host, guest
	}
	for i := range o.parts {
		switch o.parts[i].slot {
		case guest:
			o.parts[i].setRole(graph.RoleVisitor, o.because("invited", v))
		case host:
			o.parts[i].setRole(graph.RoleHost, o.because("invited the other", v))
		}
	}
}
