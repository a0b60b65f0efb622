package extract

import "github.com/whomet/whomet/graph"

// findPartiesBefore gives "the talks", of which no other word tells, the parties
// that the sentence before names: two sides that do something together ("Lee
// and Ek disagreed on Monday. The talks were held in Oslo."), or the one who
// came to the other ("Lee flew to Oslo. Ek hosted the talks."). It tells whether
// that makes a meeting.
func (n *narrative) findPartiesBefore(o *occurrence) bool {
	if !o.definite || o.trigger.pos != "noun" || o.trigger.mode == graph.ModeVisit || !generalWords[n.lemma(o.at)] || o.sent == 0 || n.newParagraph(o.sent) {
		return false
	}
	var met []party
	switch len(o.parts) {
	case 0:
		met = n.together(o.sent - 1)
	case 1:
		for _, j := range n.journeys {
			if j.sent == o.sent-1 && j.held && !o.has(j.person) && n.countryOf(j.person) != n.countryOf(o.parts[0].entity) {
				met = []party{{entity: j.person, token: j.token}}
				o.setPlace(j.place, reason{rule: "where a party had come", at: j.token, to: j.token})
			}
		}
	}
	for _, p := range met {
		if !o.has(p.entity) {
			o.admit(p, slotRole{slot: "before", role: graph.RoleParticipant}, reason{rule: "named in the sentence before", at: o.at, to: p.token})
		}
	}
	if len(o.parts) < 2 {
		return false
	}
	o.quotes = []int{o.sent, o.sent - 1}
	o.weight = 0.6
	n.findTitles(o)
	return true
}

// together returns the two or more sides that are the subject of what sentence
// s tells as done; nil if it has another subject.
func (n *narrative) together(s int) []party {
	for v := n.Sents[s].Start; v < n.Sents[s].End; v++ {
		if n.Tokens[v].Head != v {
			continue
		}
		probe := &occurrence{at: v, sent: s, place: -1}
		if (&statusReader{n: n, o: probe}).form(v) != "" {
			return nil
		}
		for _, f := range n.follow("surface", v) {
			got := n.parties(f.token)
			sides := map[string]bool{}
			for _, p := range got {
				if n.entities[p.entity].kind == graph.KindOrganization {
					sides[n.entities[p.entity].name] = true
				} else if c := n.countryOf(p.entity); c != "" {
					sides[c] = true
				}
			}
			if len(sides) == len(got) && len(got) >= 2 {
				return got
			}
		}
	}
	return nil
}
