package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// findPartiesAgain gives "a second meeting", "another round" of which no party is
// named those of the meeting told before it: whoever meets again has met. It tells
// whether that makes a meeting, one with a day or a place of its own.
func (n *narrative) findPartiesAgain(o *occurrence, meetings []*occurrence) bool {
	if o.unnamed || !n.setApart(o) || n.ofOthers(o.at) {
		return false
	}
	n.findHolderRole(o)
	var before *occurrence
	for _, m := range meetings {
		if m.at < o.at && o.sent-lastTold(m, o.sent) <= 2 && len(m.parts) > 1 && m.trigger.mode != graph.ModeVisit && (before == nil || m.at > before.at) {
			before = m
		}
	}
	if before == nil || n.sameDay(before, o) || slices.ContainsFunc(o.parts, func(p part) bool { return p.role != graph.RoleHost && !n.stands(&p, before) }) {
		return false
	}
	for _, p := range before.parts {
		if p.role == graph.RoleMediator || o.has(p.entity) {
			continue
		}
		o.admit(party{entity: p.entity, token: p.token}, slotRole{slot: "again", role: graph.RoleParticipant}, reason{rule: "who met before", at: o.at, to: p.token})
	}
	o.quotes, o.weight, o.another = []int{o.sent}, 0.6, true
	n.findTitles(o)
	return true
}

// lastTold returns the last sentence up to s that tells of a meeting.
func lastTold(o *occurrence, s int) int {
	last := -10
	for _, q := range o.quotes {
		if q <= s {
			last = max(last, q)
		}
	}
	return last
}

// isFurther tells a meeting noun that counts on from another: "a second meeting",
// "another session", "the next round of talks".
func (n *narrative) isFurther(i int) bool {
	counted, open := false, n.Tokens[n.outer(i)].Tag == "NNS"
	for _, c := range n.Children(n.outer(i)) {
		t := &n.Tokens[c]
		switch {
		case t.Dep == "det" && (t.Lower == "a" || t.Lower == "an"):
			open = true
		case t.Dep == "det" && t.Lower == "the", t.Dep == "poss":
			open = false
		case t.Dep == "det" && t.Lower == "another", t.Dep == "amod" && t.Lower == "next":
			return true
		case t.Dep == "amod":
			counted = counted || further[t.Lower]
		case t.Dep == "prep" && t.Lower == "of" && !slices.Contains(n.Children(c), i):
			return false // "a second round of voting"
		}
	}
	return counted && open
}

// ofOthers tells whether the words around a meeting noun say that it is of others
// than met before: "a strike meeting", "the bishop will chair another meeting".
func (n *narrative) ofOthers(i int) bool {
	if slices.ContainsFunc(n.Children(i), func(c int) bool {
		l := n.lemma(c)
		return n.Tokens[c].Dep == "compound" && !hadByPeople[l] && !ofAnyMeeting[l]
	}) {
		return true
	}
	out := n.outer(i)
	v := n.Tokens[out].Head
	g := n.governorAt(v)
	if n.Tokens[out].Dep != "dobj" || g == nil || g.role != graph.RoleParticipant && g.role != graph.RoleChair {
		return false
	}
	return slices.ContainsFunc(n.follow("surface", v), func(f found) bool {
		return len(n.parties(f.token)) == 0 && !bothSides[n.lemma(f.token)]
	})
}

// bothSides are words for those who have met, without names.
var bothSides = wordSet("they side party pair two both negotiator delegation team leader man")

// further are adjectives that count on from what was.
var further = wordSet("second third fourth fifth further fresh new follow-up")
