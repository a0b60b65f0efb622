package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// sameOccasion tells whether two tellings can be of one occasion: the parties
// of one are, or stand for, parties of the other, and nothing contradicts.
func (n *narrative) sameOccasion(a, b *occurrence) bool {
	if n.apposed(a, b) {
		return true // "met B on Monday, the first meeting of the two states"
	}
	if !sameStatus(a, b) && !n.heldAlready(a, b) && !n.taken(a, b) && !a.presumed && !b.presumed || !sameMode(a, b) || !n.sameWhen(a, b) && a.status != graph.StatusPostponed && b.status != graph.StatusPostponed || !n.samePlace(a, b) {
		return false
	}
	if b.trigger.mode == graph.ModeVisit || a.trigger.mode == graph.ModeVisit {
		if (a.oneSided() || b.oneSided()) && a.sent != b.sent {
			return false
		}
		return n.visitOf(a, b)
	}
	if n.besideOther(a, b) || n.besideOther(b, a) {
		return false
	}
	if n.sentApart(a, b) || b.at > a.at && b.another && a.sent != b.sent || a.at > b.at && a.another && a.sent != b.sent {
		return false
	}
	if (a.definite && a.at > b.at || b.definite && b.at > a.at) && n.attends(a, b) {
		return true
	}
	small, large := b, a
	if len(a.parts) < len(b.parts) {
		small, large = a, b
	}
	matched := 0
	for i := range small.parts {
		if n.stands(&small.parts[i], large) {
			matched++
		}
	}
	if matched < len(small.parts) {
		return false
	}
	if small.oneSided() && !small.definite {
		return large.trigger.mode == graph.ModeVisit || large.oneSided() && matched == len(large.parts) || n.namesOther(small, large)
	}
	if matched >= 2 {
		return n.allStand(large, small) && !n.newlyTold(a, b) || n.sameCircle(small, large)
	}
	// one party in common: only what is spoken of as known, or a body's own
	if abs(a.sent-b.sent) <= 1 && n.isBody(small.parts[0].entity) && (a.place < 0 || b.place < 0) {
		return true
	}
	return small.definite && small.at > large.at || n.isBody(small.parts[0].entity) && small.trigger.asks("one") == large.trigger.asks("one")
}

// besideOther tells whether a is told to be beside a larger occasion, or apart from
// others, and b to be of several: "on the sidelines of the summit, A met B", "A held
// a bilateral meeting with B".
func (n *narrative) besideOther(a, b *occurrence) bool {
	if len(b.parts) < 3 && b.mode != graph.ModeMultilateral || len(a.parts) >= len(b.parts) && len(b.parts) > 1 {
		return false
	}
	at := []int{a.at}
	if h := n.Tokens[a.at].Head; n.Tokens[a.at].Dep == "dobj" { // "held talks on the sidelines"
		at = append(at, h)
	}
	return slices.ContainsFunc(at, func(v int) bool {
		return slices.ContainsFunc(n.Children(v), func(c int) bool {
			p := n.child(c, "pobj")
			return n.Tokens[c].Dep == "prep" && p >= 0 && edges[n.lemma(p)] || separators[n.Tokens[c].Lower] && n.Tokens[c].Dep != "conj"
		})
	})
}

// attends tells whether the later of two tellings only says who comes to the
// talks that the earlier told: "Ann Lee, who will attend the talks".
func (n *narrative) attends(a, b *occurrence) bool {
	if a.at > b.at {
		a, b = b, a
	}
	if b.trigger.pos != "noun" || !b.definite || len(a.parts) < 2 && !a.trigger.asks("one") && !a.lone || !n.comesTo(b.at) {
		return false
	}
	return n.lemma(a.at) == n.lemma(b.at) || ofAnyMeeting[n.lemma(b.at)] || b.trigger.asks("one")
}

// comesTo tells "attended the talks", "took part in the talks".
func (n *narrative) comesTo(noun int) bool {
	h := n.Tokens[noun].Head
	if n.Tokens[noun].Dep == "pobj" && n.Tokens[h].Lower == "in" {
		h = n.Tokens[h].Head
		if n.Tokens[h].Dep == "dobj" && n.lemma(h) == "part" {
			h = n.Tokens[h].Head
		}
		d := n.child(h, "dobj")
		return n.lemma(h) == "participate" || n.lemma(h) == "take" && d >= 0 && n.lemma(d) == "part"
	}
	g := n.governorAt(h)
	return n.Tokens[noun].Dep == "dobj" && g != nil && g.class == "attend"
}

// sentApart tells tellings that one sentence sets side by side: "met A and
// later met B".
func (n *narrative) sentApart(a, b *occurrence) bool {
	if a.sent != b.sent || a.trigger.pos != "verb" || b.trigger.pos != "verb" {
		return false
	}
	return a.trigger == b.trigger
}

// stands tells whether party p is among those of o, by itself, by who stands
// for it, or by whom it stands for.
func (n *narrative) stands(p *part, o *occurrence) bool {
	for i := range o.parts {
		q := &o.parts[i]
		if p.entity == q.entity || n.represents(p, q.entity) || n.represents(q, p.entity) {
			return true
		}
	}
	return false
}

// continues tells tellings that go on about a meeting rather than open one:
// "they discussed X", "A told B".
func (o *occurrence) continues() bool {
	return o.trigger.asks("face") || o.trigger.lemmas[0] == "discuss"
}

// sameCircle tells whether a telling that names fewer of the parties can be of
// the same occasion all the same: it goes on about it, stands in the headline or
// lead, or has no day, place or verb of its own to set it apart. "A and B
// received C" and "B talked to C over dinner" are two.
func (n *narrative) sameCircle(small, large *occurrence) bool {
	switch {
	case small.continues(), small.definite, large.continues(), n.goesOn(small, large):
		return true
	case small.place >= 0 && small.place != large.place, small.when.known() && !n.sameDay(small, large):
		return false
	case min(small.sent, large.sent) <= 1:
		return true
	}
	return small.trigger.pos != "verb" || large.trigger.pos != "verb" || small.trigger == large.trigger
}

// namesOther tells whether a telling goes on about a meeting of one with someone whom
// only then the text names: "X sat for an hour with the man who shot him. Y wept. The
// two spoke of prison".
func (n *narrative) namesOther(small, large *occurrence) bool {
	const sentences = 2
	if small.status != graph.StatusHeld || large.at < small.at || large.sent-small.sent > sentences || large.when.known() || large.another || len(large.parts) != 2 || len(small.parts) != 1 {
		return false
	}
	m := n.mentionAt(large.parts[0].token)
	return m != nil && len(m.refs) == 2 && n.mentionAt(large.parts[1].token) == m
}

// goesOn tells whether the telling of more goes on in the next sentence about those
// of the other, whom it calls "they", with no day of its own: "X met Y on Monday. They
// talked in the company of Z".
func (n *narrative) goesOn(small, large *occurrence) bool {
	if large.sent != small.sent+1 || large.when.known() || large.another {
		return false
	}
	for _, p := range small.parts {
		q := large.partOf(p.entity)
		if q == nil {
			return false
		}
		if m := n.mentionAt(q.token); m == nil || m.kind != byPronoun || len(m.refs) != len(small.parts) {
			return false
		}
	}
	return true
}

// sameDay tells whether both are told of one day.
func (n *narrative) sameDay(a, b *occurrence) bool {
	return a.when.known() && b.when.known() && n.sameWhen(a, b)
}

// newlyTold tells whether the later of two tellings introduces a meeting ("a
// meeting with U.S. officials") of others than those named before, though they
// may stand for the same states.
func (n *narrative) newlyTold(a, b *occurrence) bool {
	if a.at > b.at {
		a, b = b, a
	}
	if b.sent-a.sent <= 2 || b.trigger.pos != "noun" || slices.ContainsFunc(b.parts, func(p part) bool { return a.has(p.entity) }) {
		return false
	}
	for _, c := range n.Children(n.outer(b.at)) {
		if l := n.Tokens[c].Lower; n.Tokens[c].Dep == "det" && (l == "a" || l == "an") {
			return true
		}
	}
	return false
}

// allStand tells whether every party of a stands among those of b.
func (n *narrative) allStand(a, b *occurrence) bool {
	for i := range a.parts {
		if !n.stands(&a.parts[i], b) {
			return false
		}
	}
	return true
}

// represents tells whether p holds an office at body or state e.
func (n *narrative) represents(p *part, e int) bool {
	if p.behalf == e {
		return true
	}
	if n.entities[p.entity].kind != graph.KindPerson {
		return false
	}
	for _, pos := range n.entities[p.entity].positions {
		if pos.of == e {
			return true
		}
	}
	if n.entities[e].kind == graph.KindPlace && isCountry(&n.entities[e]) {
		c := n.countryOf(p.entity)
		return c != "" && c == n.countryOf(e)
	}
	return false
}
