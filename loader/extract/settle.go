package extract

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// intergovernmental bodies meet as many states at once.
var intergovernmental = wordSet(`eu un ec eec g7 g8 g20 g-7 g-8 g-20 g-5 g5 g10 nato asean opec oecd ecofin eurogroup eurozone gcc brics
	imf wto osce commonwealth apec mercosur comecon`)

// settle fixes the roles and the mode of a merged meeting.
func (n *narrative) settle(o *occurrence) {
	n.dropRepresented(o)
	n.placeByJourney(o)
	n.placeByVisit(o)
	n.hostByPlace(o)
	n.hostByJourney(o)
	evenRoles(o)
	if o.mode == graph.ModeVisit {
		for _, p := range o.parts {
			if p.role == graph.RoleHost && n.entities[p.entity].kind == graph.KindPerson && o.trigger.pos == "verb" && !o.trigger.asks("offered") {
				o.setMode(graph.ModeInPerson, o.because("the visitor was received by a person", p.token))
			}
		}
		return
	}
	if o.mode == graph.ModePhone || o.mode == graph.ModeVideo {
		return
	}
	if many, states := n.sides(o) >= 3, n.ofStates(o); many || states {
		rule := "three or more sides"
		if !many {
			rule = "a body of many states"
		}
		o.setMode(graph.ModeMultilateral, o.because(rule, o.at))
	} else if o.mode == graph.ModeMultilateral && len(o.parts) == 2 && o.trigger.lemmas[0] == "summit" && n.lemma(o.at) == "summit" {
		o.setMode(graph.ModeInPerson, o.because("a summit of two", o.at))
	}
	if o.mode == graph.ModeUnknown && o.trigger.pos == "verb" && o.place >= 0 {
		o.setMode(graph.ModeInPerson, o.why.place) // "talked to officials in Rome"
	} else if w := n.faceToFace(o); o.mode == graph.ModeUnknown && w >= 0 {
		o.setMode(graph.ModeInPerson, o.because("being together", w))
	}
	if o.mode == graph.ModeInPerson && n.lemma(o.at) == "talk" && o.trigger.pos == "noun" && o.place < 0 && !slices.ContainsFunc(o.parts, func(p part) bool { return n.entities[p.entity].kind == graph.KindPerson }) {
		o.setMode(graph.ModeUnknown, o.because("talks without a place or a person", o.at))
	}
}

// evenRoles gives those who are named in one list with a host or a visitor the
// same part: "met President A and Premier B".
func evenRoles(o *occurrence) {
	for i := range o.parts {
		p := &o.parts[i]
		if p.role != graph.RoleParticipant || p.slot != "with" && p.slot != "object" && p.slot != "subject" {
			continue
		}
		for _, q := range o.parts {
			if q.slot == p.slot && (q.role == graph.RoleHost || q.role == graph.RoleVisitor) {
				p.setRole(q.role, reason{rule: "named in one list with another", at: q.token, to: q.token})
				break
			}
		}
	}
}

// faceToFace returns a word by which those who talked were in one room: "alone",
// "in his office", "over coffee"; -1 if there is none.
func (n *narrative) faceToFace(o *occurrence) int {
	for _, a := range o.anchors {
		for _, c := range n.Children(a) {
			p := n.child(c, "pobj")
			switch tok := &n.Tokens[c]; {
			case tok.Dep == "advmod" && (tok.Lower == "alone" || tok.Lower == "privately"):
				return c
			case tok.Dep == "prep" && p >= 0 && (tok.Lower == "in" || tok.Lower == "at") && sites[n.lemma(p)] && n.mentionAt(p) == nil:
				return p
			case tok.Dep == "prep" && p >= 0 && (tok.Lower == "over" || tok.Lower == "at" || tok.Lower == "during" || tok.Lower == "after") && meals[n.lemma(p)]:
				return p
			}
		}
	}
	return -1
}

// dropRepresented leaves out a state or body for which a person is named.
func (n *narrative) dropRepresented(o *occurrence) {
	all := slices.Clone(o.parts)
	o.parts = slices.DeleteFunc(o.parts, func(p part) bool {
		if len(all) < 3 || n.entities[p.entity].kind == graph.KindPerson || p.role == graph.RoleOrganizer || n.isSitting(&p) {
			return false
		}
		return slices.ContainsFunc(all, func(q part) bool {
			return q.entity != p.entity && n.entities[q.entity].kind == graph.KindPerson && n.represents(&q, p.entity)
		})
	})
}

// isSitting tells whether the meeting is a session of that body.
func (n *narrative) isSitting(p *part) bool {
	return n.isBody(p.entity) && (p.slot == "of" || p.slot == "compound" || p.slot == "object")
}

// hostByPlace makes hosts of those who are at home where the meeting was, and
// visitors of the people from elsewhere.
func (n *narrative) hostByPlace(o *occurrence) {
	place := o.place
	if place < 0 { // told from where it was, for all that is said
		place = n.here
	}
	if place < 0 || n.sides(o) > 2 || o.mode == graph.ModePhone || o.mode == graph.ModeVideo {
		return
	}
	country := n.countryOf(place)
	if country == "" {
		return
	}
	home, away := false, false
	for i := range o.parts {
		p := &o.parts[i]
		if p.role != graph.RoleParticipant {
			return
		}
		switch c := n.countryOf(p.entity); {
		case c == "":
			return
		case c == country:
			home = true
		default:
			away = away || n.entities[p.entity].kind == graph.KindPerson
		}
	}
	if !home || !away {
		return
	}
	for i := range o.parts {
		p := &o.parts[i]
		why := reason{rule: "from elsewhere than the place", at: p.token, to: p.token}
		p.setRole(graph.RoleVisitor, why)
		if n.countryOf(p.entity) == country {
			why.rule = "at home where it was"
			p.setRole(graph.RoleHost, why)
		}
	}
}

// hostByJourney makes visitors of those whom the article tells to come to the
// state that the others are of.
func (n *narrative) hostByJourney(o *occurrence) {
	if o.mode == graph.ModePhone || o.mode == graph.ModeVideo || slices.ContainsFunc(o.parts, func(p part) bool { return p.role != graph.RoleParticipant }) {
		return
	}
	for _, j := range n.journeys {
		traveller := o.partOf(j.person)
		there := n.countryOf(j.place)
		if traveller == nil || there == "" || n.countryOf(j.person) == there {
			continue
		}
		at := o.place >= 0 && n.countryOf(o.place) == there
		if !slices.ContainsFunc(o.parts, func(p part) bool {
			c := n.countryOf(p.entity)
			return c == there || at && c == "" && p.slot != traveller.slot
		}) {
			continue
		}
		for i := range o.parts {
			p := &o.parts[i]
			switch c := n.countryOf(p.entity); {
			case c == there || c == "" && p.slot != traveller.slot:
				p.setRole(graph.RoleHost, reason{rule: "at home where another came", at: j.token, to: j.token})
			default:
				p.setRole(graph.RoleVisitor, reason{rule: "came, or is with who came", at: j.token, to: j.token})
			}
		}
		return
	}
}

// sides counts the states and bodies that the parties are of. Who stands in
// one slot with others whose state is known is taken for one of them.
func (n *narrative) sides(o *occurrence) int {
	sides := map[string]bool{}
	known := map[string]bool{} // slots
	var open []part
	one := len(o.parts) > 0 && !slices.ContainsFunc(o.parts, func(p part) bool { return p.slot != o.parts[0].slot })
	for _, p := range o.parts {
		if c := n.partCountry(&p); c != "" {
			sides[c], known[p.slot] = true, true
		} else if p.slot != "attendee" {
			open = append(open, p)
		}
	}
	for _, p := range open {
		switch {
		case n.entities[p.entity].kind != graph.KindPerson || p.slot == "between" || one: // "A, B and C conferred"
			sides[n.entities[p.entity].name] = true
		case !known[p.slot]:
			sides["in slot "+p.slot] = true
		}
	}
	return len(sides)
}

// ofStates tells whether a body of many states meets as such.
func (n *narrative) ofStates(o *occurrence) bool {
	for _, p := range o.parts {
		e := &n.entities[p.entity]
		if p.slot == "with" || p.slot == "object" || p.slot == "to" || e.kind == graph.KindPerson {
			continue
		}
		for _, name := range append([]string{e.name}, e.aliases...) {
			for _, w := range strings.Fields(strings.ToLower(name)) {
				if intergovernmental[w] {
					return true
				}
			}
			switch strings.ToLower(name) {
			case "european union", "united nations", "european community", "group of seven", "group of eight", "group of five", "group of twenty", "security council":
				return true
			}
		}
	}
	return false
}
