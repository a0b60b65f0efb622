package extract

import (
	"github.com/whomet/whomet/graph"
)

// journey is a person's coming to a place, as the article tells it. Whom they
// met around it, they met there.
type journey struct {
	person, place int // entities
	sent          int
	token         int // the word that tells of it
	held          bool
}

// findJourneys reads who came where: "flew to Vienna", "arrived in Vienna",
// "on a visit to Vienna".
func (n *narrative) findJourneys(visits []*occurrence) {
	note := func(o *occurrence) {
		held := o.status == graph.StatusHeld
		if !held && o.status != graph.StatusPlanned {
			return
		}
		for _, p := range o.parts {
			if n.entities[p.entity].kind != graph.KindPerson || p.role == graph.RoleHost {
				continue
			}
			if o.place >= 0 {
				n.journeys = append(n.journeys, journey{p.entity, o.place, o.sent, o.at, held})
			}
			for _, q := range o.parts {
				if q.role == graph.RoleHost && n.entities[q.entity].kind == graph.KindPlace {
					n.journeys = append(n.journeys, journey{p.entity, q.entity, o.sent, o.at, held})
				}
			}
		}
	}
	for i := range n.Tokens {
		if n.Tokens[i].POS != "VERB" && n.Tokens[i].POS != "AUX" {
			continue
		}
		if p, place := n.presence(i); place >= 0 {
			n.journeys = append(n.journeys, journey{p, place, n.Tokens[i].Sent, i, true})
		}
		for _, t := range n.eventTriggersFor(i) {
			if t.kind != graph.EventTravel {
				continue
			}
			if o := n.readEvent(t, i); o != nil {
				note(o)
			}
		}
	}
	for _, o := range visits {
		if o.trigger.mode == graph.ModeVisit {
			note(o)
		}
	}
}

// presence reads "X was in Vienna": who was where, -1 if nobody.
func (n *narrative) presence(v int) (person, place int) {
	if n.Tokens[v].Lemma != "be" {
		return -1, -1
	}
	s, p := n.child(v, "nsubj"), -1
	for _, c := range n.Children(v) {
		if n.Tokens[c].Dep == "prep" && n.Tokens[c].Lower == "in" {
			p = n.placeBelow(c)
		}
	}
	if s < 0 || p < 0 {
		return -1, -1
	}
	for _, q := range n.parties(s) {
		if n.entities[q.entity].kind == graph.KindPerson {
			return q.entity, p
		}
	}
	return -1, -1
}

// placeByVisit gives a visit without a place the state that it is paid to, unless
// it is a tour of several.
func (n *narrative) placeByVisit(o *occurrence) {
	if o.place >= 0 || o.mode != graph.ModeVisit {
		return
	}
	var hosts []part
	for _, p := range o.parts {
		if p.role == graph.RoleHost && n.entities[p.entity].kind == graph.KindPlace {
			hosts = append(hosts, p)
		}
	}
	if len(hosts) == 1 {
		o.setPlace(hosts[0].entity, reason{rule: "what is visited", at: hosts[0].token, to: hosts[0].token})
	}
}

// placeByJourney gives a meeting without a place the one that a party had come
// to: told in the sentence before, or where another party is at home.
func (n *narrative) placeByJourney(o *occurrence) {
	if o.place >= 0 || o.mode == graph.ModePhone || o.mode == graph.ModeVideo || o.status != graph.StatusHeld && o.status != graph.StatusPlanned {
		return
	}
	for _, j := range n.journeys {
		if !j.held || !o.has(j.person) {
			continue
		}
		near := o.sent-j.sent == 1 && !n.newParagraph(o.sent) || o.sent == j.sent && j.token < o.at // not "met and flew to"
		home := false
		country := n.countryOf(j.place)
		for _, p := range o.parts {
			home = home || p.entity != j.person && country != "" && n.countryOf(p.entity) == country
		}
		if n.isState(j.place) { // "was in India", where the talks are with India
			near = home && abs(o.sent-j.sent) <= 2
			home = false
		} else if o.status != graph.StatusHeld && (!near || n.lemma(j.token) != "arrive") { // who has arrived will meet there
			continue
		}
		if near || home {
			o.setPlace(j.place, reason{rule: "where a party had come", at: j.token, to: j.token})
			return
		}
	}
}
