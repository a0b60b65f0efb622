package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// findPartiesKnown gives "Monday's meeting", "the talks with X" on a day or at a
// place of their own the parties that the article takes for known: those of the
// only two whom it tells to meet at all, or beside X the one whom the article is
// about. It tells whether that makes a meeting.
func (n *narrative) findPartiesKnown(o *occurrence, meetings []*occurrence) bool {
	if !o.definite || o.trigger.pos != "noun" || o.trigger.mode == graph.ModeVisit || !ofAnyMeeting[n.lemma(o.at)] || o.unnamed || !n.setApart(o) {
		return false
	}
	var met []party
	switch len(o.parts) {
	case 0:
		if met = n.onlyPair(o, meetings); slices.ContainsFunc(meetings, func(m *occurrence) bool {
			return sameStatus(m, o) && sameMode(m, o) && n.sameWhen(m, o) && n.samePlace(m, o) && m.trigger.mode != graph.ModeVisit
		}) {
			return false // it may be one told already
		}
	case 1:
		if p := o.parts[0]; p.slot == "with" && n.entities[p.entity].kind == graph.KindPerson {
			if e := n.protagonist(o); e >= 0 && e != p.entity {
				met = []party{{entity: e, token: o.at}}
			}
		}
	}
	for _, p := range met {
		o.admit(p, slotRole{slot: "known", role: graph.RoleParticipant}, reason{rule: "of whom the article tells", at: o.at, to: p.token})
	}
	if len(o.parts) < 2 {
		return false
	}
	o.quotes, o.weight = []int{o.sent}, 0.6
	n.findTitles(o)
	return true
}

// setApart tells whether a telling has a day or a place by itself.
func (n *narrative) setApart(o *occurrence) bool {
	return o.when.known() && o.when.span.Start != "" || o.place >= 0
}

// onlyPair returns the two persons of whom every meeting of people that the
// article tells is; nil if there are others, or o is told before any.
func (n *narrative) onlyPair(o *occurrence, meetings []*occurrence) []party {
	var pair []party
	for _, m := range meetings {
		var persons []party
		for _, p := range m.parts {
			if n.entities[p.entity].kind == graph.KindPerson {
				persons = append(persons, party{entity: p.entity, token: p.token})
			}
		}
		if len(persons) == 0 {
			continue
		}
		if len(persons) != 2 || pair != nil && slices.ContainsFunc(persons, func(p party) bool { return p.entity != pair[0].entity && p.entity != pair[1].entity }) {
			return nil
		}
		if m.at < o.at {
			pair = persons
		}
	}
	return pair
}

// protagonist returns the person whom the article is about when it comes to o:
// named in the first sentence, and more often than any other; -1 if none is.
func (n *narrative) protagonist(o *occurrence) int {
	times := map[int]int{}
	opens := map[int]bool{}
	for k := range n.mentions {
		m := &n.mentions[k]
		if m.start >= o.at {
			break
		}
		for _, e := range m.refs {
			if n.entities[e].kind == graph.KindPerson && !o.has(e) {
				times[e]++
				opens[e] = opens[e] || n.Tokens[m.start].Sent <= n.leadSentence()
			}
		}
	}
	best, tied := -1, false
	for e := range n.entities { // in order, so that ties fall alike
		switch {
		case times[e] == 0:
		case best < 0 || times[e] > times[best]:
			best, tied = e, false
		case times[e] == times[best]:
			tied = true
		}
	}
	if best < 0 || tied || !opens[best] {
		return -1
	}
	return best
}

// leadSentence is the first sentence behind the dateline.
func (n *narrative) leadSentence() int {
	if n.dateline.end > 0 && n.dateline.end < len(n.Tokens) {
		return n.Tokens[n.dateline.end].Sent
	}
	return 0
}
