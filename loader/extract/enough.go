package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// enough tells whether the telling names enough parties to be one by itself;
// "the talks" without any are left to merging.
func (n *narrative) enough(o *occurrence) bool {
	t, k := o.trigger, len(o.parts)
	sides := map[string]bool{}
	for _, p := range o.parts {
		side := p.slot
		if side == "whose" || side == "for" && t.mode != graph.ModeVisit {
			side = p.slot
		}
		sides[side] = true
	}
	switch {
	case t.asks("face"):
		return n.toldInPerson(o)
	case t.asks("offered"):
		return n.filled(o, "subject") && n.filled(o, "object") && (o.place >= 0 || n.filled(o, "to"))
	case t.asks("phoned"):
		return (k >= 2 || k == 1 && o.unnamed) && n.phoned(o)
	case t.asks("journeyed"):
		return k >= 2 && n.uponArrival(o.at) && slices.ContainsFunc(o.parts, func(p part) bool {
			return p.slot != "subject" && n.entities[p.entity].kind == graph.KindPerson
		})
	case t.asks("spent"):
		return n.filled(o, "spender") && slices.ContainsFunc(o.parts, func(p part) bool {
			return p.slot == "with" && n.entities[p.entity].kind == graph.KindPerson
		})
	case t.asks("plural") && n.Tokens[o.at].Tag != "NNS" && n.Tokens[o.at].Tag != "NNPS" && k < 2:
		return false
	case t.asks("body"):
		if t.pos == "verb" {
			return k >= 2 || k == 1 && n.isBody(o.parts[0].entity)
		}
		for _, p := range o.parts {
			if n.isBody(p.entity) {
				return true
			}
		}
		return k >= 2
	case t.asks("joint"):
		return k >= 2 && (!t.asks("other") || n.filled(o, "with") || n.filled(o, "matter")) && !slices.ContainsFunc(o.parts, func(p part) bool {
			return !together[p.slot] || n.entities[p.entity].kind != graph.KindPerson && n.officeAbove(&p) == ""
		})
	case t.asks("sitting"):
		return k >= 2 && slices.ContainsFunc(o.parts, func(p part) bool { return p.slot != "subject" && n.isBody(p.entity) })
	case t.asks("heard"):
		return k >= 2 && slices.ContainsFunc(o.parts, func(p part) bool { return n.isBody(p.entity) })
	case t.asks("strict"):
		return k >= 2 && n.filled(o, "object")
	case t.asks("person") && t.lemmas[0] != "meet":
		return k >= 2 && n.filled(o, "object") || k == 1 && n.received(o)
	case t.asks("tour"):
		return n.isTour(o)
	case t.asks("other") && !n.filled(o, "with") && !n.filled(o, "matter"):
		return false
	case t.asks("faced"):
		return k >= 2 && slices.ContainsFunc(o.parts, func(p part) bool {
			return faced[p.slot] && n.entities[p.entity].kind == graph.KindPerson
		})
	case givenToNobody(o):
		return false
	case n.spokeApart(o):
		return false
	case t.asks("two"):
		if n.sideOpen(o) { // "talked to the banks": the other side is not the subject's list
			return k >= 1 && o.unnamed && n.entities[o.parts[0].entity].kind == graph.KindPerson
		}
		return k >= 2
	case t.mode == graph.ModeVisit:
		return n.visits(o)
	case t.asks("one"):
		return k >= 1
	case t.pos == "verb":
		return k >= 2 || k == 1 && (o.unnamed || sides["subject"] && n.plural(o))
	}
	return k >= 2 || k == 1 && (o.unnamed || o.parts[0].slot != "holder" && (o.parts[0].slot != "with" || n.hasWord(o.at, "of")) && n.entities[o.parts[0].entity].kind == graph.KindOrganization || n.isBody(o.parts[0].entity))
}

// faced are the slots of those whom another faces.
var faced = wordSet("with matter given object through clasped around home houseof asker")

// together are the slots of those who do a thing jointly.
var together = wordSet("subject with matter between spender")

// jointly tells whether those who do a thing jointly were at one place for it: in
// a town on a day, or, where the word is of one paper, as much of that as it asks.
func (n *narrative) jointly(o *occurrence) bool {
	if o.trigger.asks("dated") {
		return o.status == graph.StatusHeld || o.status == graph.StatusPlanned
	}
	return o.status == graph.StatusHeld && o.when.known() && o.place >= 0 && !n.isState(o.place)
}

// uponArrival tells whether the verb at token i says what someone travelled for
// or did next: "flew to Cairo to ask", "flew to Cairo and asked".
func (n *narrative) uponArrival(i int) bool {
	h := n.Tokens[i].Head
	return (n.isForm(i, "inf") || n.Tokens[i].Dep == "conj") && (going[n.lemma(h)] || coming[n.lemma(h)])
}

// spokeApart tells "A and B both spoke at the rally", where each speaks to
// others.
func (n *narrative) spokeApart(o *occurrence) bool {
	if n.lemma(o.at) != "speak" || o.trigger.pos != "verb" || n.filled(o, "with") || n.filled(o, "to") {
		return false
	}
	return slices.ContainsFunc(n.Children(o.at), func(c int) bool {
		p := n.child(c, "pobj")
		return n.Tokens[c].Dep == "prep" && n.Tokens[c].Lower == "at" && p >= 0 && n.mentionAt(p) == nil && !sites[n.lemma(p)] && !meals[n.lemma(p)] && n.dateAt[p] < 0
	})
}

// givenToNobody tells a meal or the like of which only those who gave it are
// named: "Lee and Ek gave a dinner for the press".
func givenToNobody(o *occurrence) bool {
	return slices.ContainsFunc(o.trigger.slots, func(s slotRole) bool { return s.slot == "for" }) &&
		!slices.ContainsFunc(o.parts, func(p part) bool { return p.role != graph.RoleHost })
}

// received tells whether a telling with one named party is of a reception by or
// of people who act for someone: "received ministers", not "was greeted by
// thousands".
func (n *narrative) received(o *occurrence) bool {
	other := -1
	for _, slot := range []string{"subject", "object"} {
		for _, f := range n.follow(slot, o.at) {
			if f.token != o.parts[0].token && n.mentionAt(f.token) == nil {
				other = f.token
			}
		}
	}
	if other < 0 {
		return n.passive(o.at) && n.entities[o.parts[0].entity].kind == graph.KindPerson && n.lemma(o.at) == "brief"
	}
	return n.word(other).representative || o.parts[0].slot == "subject" && n.isPeople(other)
}

// isTour tells whether one travels to several states.
func (n *narrative) isTour(o *occurrence) bool {
	states, person := 0, false
	for _, p := range o.parts {
		if p.role == graph.RoleHost && n.isState(p.entity) {
			states++
		}
		person = person || n.entities[p.entity].kind == graph.KindPerson
	}
	return states >= 2 && person
}

// sideOpen tells whether a telling has a phrase for the other side that names
// nobody.
func (n *narrative) sideOpen(o *occurrence) bool {
	if n.filled(o, "with") || n.filled(o, "to") || n.filled(o, "object") || n.filled(o, "matter") {
		return false
	}
	for _, slot := range []string{"with", "to"} {
		for _, s := range o.trigger.slots {
			if s.slot == slot && slices.ContainsFunc(n.follow(slot, o.at), func(f found) bool { return n.isPeople(f.token) }) {
				return true
			}
		}
	}
	if !slices.ContainsFunc(o.trigger.slots, func(s slotRole) bool { return s.slot != "subject" }) {
		return false // "saw each other", "spent an hour together"
	}
	exchanged := slices.ContainsFunc(o.trigger.when, func(c condition) bool { return c.slot == "object" }) // "exchanged views"
	return o.trigger.pos == "verb" && o.trigger.lemmas[0] != "discuss" && !exchanged && n.child(o.at, "dobj") >= 0
}

// visits tells whether a visit names a visitor and whom or what they visit.
func (n *narrative) visits(o *occurrence) bool {
	visitor, host := false, o.place >= 0
	for _, p := range o.parts {
		visitor = visitor || p.role == graph.RoleVisitor
		host = host || p.role == graph.RoleHost
	}
	return visitor && (host || o.trigger.pos == "noun")
}

// plural tells whether a verb's one named subject is a group that meets.
func (n *narrative) plural(o *occurrence) bool {
	p := o.parts[0]
	return n.entities[p.entity].kind != graph.KindPerson && n.child(o.at, "dobj") < 0
}

// toldInPerson tells whether who "told" someone something must have met them:
// a named person told another, or a body in session was told.
func (n *narrative) toldInPerson(o *occurrence) bool {
	var subject, object *part
	for i := range o.parts {
		switch o.parts[i].slot {
		case "subject":
			subject = &o.parts[i]
		case "object":
			object = &o.parts[i]
		}
	}
	if n.wrote(o.at) || subject == nil || object == nil || n.entities[subject.entity].kind != graph.KindPerson {
		return false
	}
	switch n.entities[object.entity].kind {
	case graph.KindPerson:
		m := n.mentionAt(object.token)
		return m == nil || m.kind != byPronoun
	case graph.KindOrganization:
		return n.isBody(object.entity)
	}
	return false
}

// wrote tells "told him in a letter": what was told from afar.
func (n *narrative) wrote(v int) bool {
	for _, c := range n.Children(v) {
		if p := n.child(c, "pobj"); n.Tokens[c].Dep == "prep" && p >= 0 && (n.Tokens[c].Lower == "in" || n.Tokens[c].Lower == "by" || n.Tokens[c].Lower == "through") && letters[n.lemma(p)] {
			return true
		}
	}
	return false
}

// letters are what one tells another by who is not there.
var letters = wordSet("letter message note email e-mail telegram cable statement interview tweet post broadcast speech article fax memo text book diary")

// isMatch tells whether teams meet to play: no person is named among them, and
// the sentence or the text is of sport.
func (n *narrative) isMatch(o *occurrence) bool {
	if o.trigger.pos != "verb" || slices.ContainsFunc(o.parts, func(p part) bool { return n.entities[p.entity].kind == graph.KindPerson }) {
		return false
	}
	here := 0
	for i := range n.Tokens {
		if sports[n.lemma(i)] {
			here++
			if n.Tokens[i].Sent == o.sent {
				here += 2
			}
		}
	}
	return here >= 3
}

// sports are words of matches, few of which mean anything else.
var sports = wordSet(`cup league match championship semi-final semifinal quarter-final quarterfinal tournament scorer striker midfielder
	goalkeeper wicket innings fixture stadium kick-off playoff play-off touchdown halftime half-time referee premiership
	relegation undefeated unbeaten football soccer cricket rugby tennis basketball hockey baseball`)
