package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// findPartiesBefore gives "the talks", of which no other word tells, the parties
// that the sentence before names: two sides that do something together ("Lee
// and Ek disagreed on Monday. The talks were held in Oslo."), or the one who
// came to the other ("Lee flew to Oslo. Ek hosted the talks."). It tells whether
// that makes a meeting.
func (n *narrative) findPartiesBefore(o *occurrence) bool {
	if !o.definite || o.trigger.pos != "noun" || o.trigger.mode == graph.ModeVisit || !ofAnyMeeting[n.lemma(o.at)] || (o.sent == 0 || n.newParagraph(o.sent)) && n.clauseBefore(o) == nil {
		return false
	}
	var met []party
	switch len(o.parts) {
	case 0:
		if met = n.clauseBefore(o); met == nil {
			met = n.together(o.sent - 1)
		}
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
	if o.quotes = []int{o.sent}; n.clauseBefore(o) == nil {
		o.quotes = append(o.quotes, o.sent-1)
	}
	o.weight = 0.6
	n.findTitles(o)
	return true
}

// clauseBefore returns the people whom the clause joined to that of the meeting
// by "but" or "and" tells to have meant to do something together, and gives the
// meeting its place and day: "A and B had wanted to sign it in Lima on Friday, but
// the meeting was called off"; nil if there are none.
func (n *narrative) clauseBefore(o *occurrence) []party {
	v := o.at
	for n.Tokens[v].Head != v && n.Tokens[v].Dep != "conj" {
		v = n.Tokens[v].Head
	}
	first := n.Tokens[v].Head
	if n.Tokens[v].Dep != "conj" || first == v || n.Tokens[first].Sent != o.sent || n.Tokens[first].POS != "VERB" && n.Tokens[first].POS != "AUX" {
		return nil
	}
	for _, f := range n.follow("surface", first) {
		got := n.parties(f.token)
		if len(got) < 2 || slices.ContainsFunc(got, func(p party) bool { return n.entities[p.entity].kind != graph.KindPerson }) {
			continue
		}
		anchors := []int{first}
		for _, c := range n.Children(first) {
			if n.Tokens[c].Dep == "xcomp" {
				anchors = append(anchors, c)
			}
		}
		probe := &occurrence{at: first, sent: o.sent, anchors: anchors, status: graph.StatusPlanned, place: -1}
		n.findWhen(probe)
		n.findPlace(probe)
		if !o.when.known() || o.status == graph.StatusCancelled {
			o.when = probe.when
		}
		if o.place < 0 && probe.place >= 0 {
			o.setPlace(probe.place, probe.why.place)
		}
		return got
	}
	return nil
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
