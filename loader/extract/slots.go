package extract

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// fill adds the parties of one slot.
func (n *narrative) fill(o *occurrence, t *trigger, s slotRole, i int) {
	first := s.slot == "subject" || s.slot == "object" || s.slot == "holder" || s.slot == "whose"
	if s.slot == "holder" && len(n.follow("between", i)) > 0 && !n.servesOthers(i) {
		return
	}
	leads := -1 // the first that led to a party, where that is enough
	for _, f := range n.follow(s.slot, i) {
		if leads >= 0 && !n.joined(leads, f.token) {
			break
		}
		if n.isPress(f.token) || strings.HasPrefix(f.via.source, "/prep:on /pobj /prep:of") && n.dateAt[n.Tokens[n.Tokens[f.token].Head].Head] < 0 {
			continue // "a meeting on the margins of the assembly" is not of it
		}
		if s.slot == "holder" && (!n.holds(o, f) || n.ownersVerb(i, f.token)) {
			continue
		}
		got := n.parties(f.token)
		if s.slot == "object" && t.asks("person") && n.Tokens[f.token].Dep == "dobj" && !n.meetable(t, f.token, got) {
			continue
		}
		have := len(o.parts)
		for _, p := range got {
			n.take(o, t, s, f, p)
		}
		if len(o.parts) == have && n.mentionAt(f.token) == nil && (s.slot == "with" || s.slot == "between" || s.slot == "object" || s.slot == "to" || s.slot == "subject" && t.lemmas[0] == "meet") && n.isPeople(f.token) {
			o.unnamed = true
		}
		if first && len(got) > 0 && !n.sponsors(o, got) { // "after talks mediated by Ek" others signed
			leads = f.token
		}
	}
	if s.slot == "compound" {
		n.bodyBefore(o, t, s, i)
	}
	if s.slot == "with" && !n.filled(o, "with") && !o.unnamed {
		n.rightBehind(o, s, i)
	}
	if s.slot == "holder" && !n.filled(o, "holder") && len(o.parts) == 1 {
		n.holderBeyond(o, s)
	}
	if s.slot == "holder" && n.absent(o) {
		o.parts = slices.DeleteFunc(o.parts, func(p part) bool { return p.slot == "holder" })
	}
}

// joined tells whether two subjects of one verb are a list that the parser took
// apart: "President Lee and visiting Premier Ek met".
func (n *narrative) joined(a, b int) bool {
	and := n.child(a, "cc")
	return a < and && and < b && n.Tokens[a].Dep == "nsubj" && n.Tokens[b].Dep == "nsubj" && n.Tokens[a].Head == n.Tokens[b].Head
}

// absent tells whether the verb above a meeting says that its subject was not
// there: "boycotted the summit".
func (n *narrative) absent(o *occurrence) bool {
	out := n.outer(o.at)
	g := n.governorAt(n.Tokens[out].Head)
	if n.Tokens[out].Dep != "dobj" || g == nil {
		return false
	}
	return o.trigger.asks("one") && (g.class == "absent" || g.class == "refuse" || g.class == "deny") || n.missed(o)
}

// missed tells whether the clause above a meeting of others says that its
// subject did not come: "did not attend the talks between A and B".
func (n *narrative) missed(o *occurrence) bool {
	out := n.outer(o.at)
	v := n.Tokens[out].Head
	g := n.governorAt(v)
	return n.Tokens[out].Dep == "dobj" && g != nil && g.class == "attend" && (n.filled(o, "between") || n.filled(o, "of")) && (&statusReader{n: n, o: o}).negated(v)
}

// take gives party p its part, unless the slot does not take its kind.
func (n *narrative) take(o *occurrence, t *trigger, s slotRole, f found, p party) {
	e := &n.entities[p.entity]
	role, roleRule := s.role, ""
	if e.kind == graph.KindPlace && isRegion(e) {
		return // "an Asian-African conference" is of the states there
	}
	city := e.kind == graph.KindPlace && !n.isState(p.entity)
	switch s.slot {
	case "compound":
		// "the Geneva talks", "the Iran talks" name place or subject, but
		// "Iran-Iraq talks" and "G7 talks" the parties
		if e.kind == graph.KindPlace && !n.paired(f.token) || p.mention.kind == byDemonym && !n.paired(f.token) {
			return
		}
	case "venue":
		if e.kind != graph.KindOrganization || !n.isBody(p.entity) {
			return
		}
		if len(o.parts) > 0 {
			role, roleRule = graph.RoleOrganizer, "others met at it"
		}
	case "of":
		if t.mode == graph.ModeVisit {
			role, roleRule = graph.RoleVisitor, "whose visit it is"
			if e.kind == graph.KindPlace {
				role, roleRule = graph.RoleHost, "what is visited"
			}
		}
	case "object", "to":
		if t.mode == graph.ModePhone && city {
			return // "a call to Accra"
		}
		if s.slot == "to" && city && isCity(e) && p.mention.kind == byName && t.mode != graph.ModeVisit { // "summoned to Accra"
			if o.place < 0 {
				o.setPlace(p.entity, o.by(&f.via.entry, "where to", p.token))
			}
			return
		}
		if t.mode == graph.ModeVisit && city {
			o.setPlace(p.entity, o.by(&f.via.entry, "what is visited", p.token))
			return
		}
	case "holder", "subject", "whose":
		if city && isCity(e) && p.mention.kind == byName { // "Geneva's talks"
			return
		}
	}
	if s.slot == "holder" && t.asks("one") && strings.Contains(f.via.source, "^prep:plan") {
		role, roleRule = graph.RoleOrganizer, "whose plan it is"
	}
	if s.slot == "holder" && strings.Contains(f.via.source, "^prep:host") {
		role, roleRule = graph.RoleHost, "is host to it"
	}
	if have := o.partOf(p.entity); have != nil {
		return
	}
	q := o.admit(p, s, o.by(&f.via.entry, "", p.token))
	q.loose = strings.Contains(f.via.source, "^pobj")
	if role != s.role {
		q.setRole(role, o.by(&f.via.entry, roleRule, p.token))
	}
}

// meetable tells whether the object of "received", "hosted" can be who was
// met: people, and for a strict trigger a named person.
func (n *narrative) meetable(t *trigger, token int, got []party) bool {
	for _, p := range got {
		if n.entities[p.entity].kind == graph.KindPerson {
			return true
		}
	}
	if t.asks("strict") {
		return false
	}
	return n.isPeople(token) && !(n.mentionAt(token) != nil && t.lemmas[0] != "meet")
}

// holds tells whether the one that a holder pattern leads to can have the
// meeting: after a preposition only people do, and who speaks of a meeting
// "between" or "of" others is not in it.
func (n *narrative) holds(o *occurrence, f found) bool {
	if !strings.Contains(f.via.source, "^pobj") {
		return true
	}
	prep := n.Tokens[n.outer(o.at)].Head
	switch n.Tokens[prep].Lower {
	case "of":
		if n.lemma(n.Tokens[prep].Head) == "host" {
			return true
		}
		if !strings.Contains(f.via.source, "^prep:ahead") { // "pulled out of", "rejected an offer of"
			break
		}
		if n.Tokens[n.Tokens[prep].Head].Lower != "ahead" || len(o.parts) != 1 || n.filled(o, "of") || n.filled(o, "compound") {
			return false
		}
	case "from":
		if l := n.Tokens[prep-1].Lower; l == "apart" || l == "aside" || l == "away" {
			return false // "met apart from the summit"
		}
	case "before", "after", "following":
		if len(o.parts) == 0 && n.Tokens[prep].Lower == "before" {
			return false
		}
		if n.filled(o, "between") || n.filled(o, "of") || n.filled(o, "compound") {
			return false
		}
	}
	if n.filled(o, "of") && !o.trigger.asks("body") && !o.trigger.asks("one") && !n.isBody(o.parts[0].entity) {
		return false
	}
	for _, p := range n.parties(f.token) {
		if n.entities[p.entity].kind == graph.KindPerson || len(o.parts) > 0 || n.isBody(p.entity) {
			return true
		}
	}
	return len(n.parties(f.token)) > 1 // "the presidents of A and B signed it after talks"
}

func (n *narrative) filled(o *occurrence, slot string) bool {
	return slices.ContainsFunc(o.parts, func(p part) bool { return p.slot == slot })
}

// paired tells whether a modifier is one of two: "Iran-Iraq talks",
// "Franco-German summit", "U.S. and Soviet negotiations".
func (n *narrative) paired(token int) bool {
	h := n.Tokens[token].Head
	count := 0
	for _, c := range append(n.Children(h), n.Children(token)...) {
		if m := n.mentionAt(c); m != nil && len(m.refs) == 1 {
			switch n.Tokens[c].Dep {
			case "compound", "amod", "nmod", "conj", "npadvmod":
				count++
			}
		}
	}
	return count >= 2 || n.Tokens[h].Dep == "compound" && n.mentionAt(h) != nil
}

// findHolderRole gives the holder of a meeting noun the role that its verb
// tells: who chaired a session is its chair.
func (n *narrative) findHolderRole(o *occurrence) {
	if o.trigger.pos != "noun" {
		return
	}
	out := n.outer(o.at)
	governing := -1
	switch n.Tokens[out].Dep {
	case "dobj", "nsubjpass":
		governing = n.Tokens[out].Head
	case "pobj": // "presided over the talks"
		if p := n.Tokens[out].Head; n.Tokens[p].Lower == "over" {
			governing = n.Tokens[p].Head
		}
	}
	for _, c := range n.Children(out) {
		if n.Tokens[c].Dep == "acl" && n.Tokens[c].Tag == "VBN" && n.child(c, "agent") >= 0 {
			governing = c
		}
	}
	if governing < 0 {
		return
	}
	g := n.governorAt(governing)
	if g != nil && len(o.parts) == 1 && o.trigger.asks("one") && (g.class == "cancel" || g.class == "postpone") {
		g = governors["organize"]
	}
	if g == nil || g.role == "" || g.role == graph.RoleParticipant {
		// a reception held for X by Y: Y is the host
		if n.filled(o, "for") {
			for i := range o.parts {
				if o.parts[i].slot == "holder" {
					o.parts[i].setRole(graph.RoleHost, o.because("gives it for another", o.parts[i].token))
				}
			}
		}
		return
	}
	for i := range o.parts {
		if p := &o.parts[i]; p.slot == "holder" && (n.Tokens[governing].Dep != "acl" || n.Tokens[governing].Left <= p.token && p.token < n.Tokens[governing].Right) {
			p.setRole(g.role, o.by(&g.entry, "word that carries it", governing))
			if g.class == "host" {
				for j := range o.parts {
					if s := o.parts[j].slot; s == "for" || s == "with" || s == "of" {
						o.parts[j].setRole(graph.RoleVisitor, o.by(&g.entry, "the host's guest", governing))
					}
				}
			}
		}
	}
}
