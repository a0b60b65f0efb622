package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// findMeetings reads every word that tells of a meeting, each as one telling,
// in the order of the text.
func (n *narrative) findMeetings() []*occurrence {
	var out []*occurrence
	for i := range n.Tokens {
		all := n.triggersFor(i)
		if len(all) == 0 || n.inName(i) {
			continue
		}
		told := len(out)
		for _, t := range all {
			if o := n.readMeeting(t, i); o != nil {
				out = append(out, n.apart(o)...)
				break
			}
		}
		if len(out) == told && !all[0].asks("spent") { // "this morning" speaks of no meeting
			n.triggered = append(n.triggered, i)
		}
	}
	return out
}

// inName tells whether a word is part of a name: "the Munich Security
// Conference" as an organization tells of no meeting by itself.
func (n *narrative) inName(i int) bool {
	m := n.mentionAt(i)
	if m == nil || m.kind != byName {
		return false
	}
	if m.end-m.start == 1 { // "Congress" is a body, "a congress" none
		return n.Tokens[i].Tag == "NNP" && n.entities[m.refs[0]].kind == graph.KindOrganization
	}
	// but "will convene a Congress of National Dialogue"
	if n.Tokens[i].Dep == "dobj" || n.Tokens[i].Dep == "nsubjpass" {
		if g := n.governorAt(n.Tokens[i].Head); g != nil && (g.class == "organize" || g.class == "cancel" || g.class == "postpone" || g.class == "attend" || g.class == "host") {
			return !n.isMeetingWord(i)
		}
	}
	return true
}

// isMeetingWord tells the nouns that make a name that of a meeting.
func (n *narrative) isMeetingWord(i int) bool {
	switch n.lemma(i) {
	case "congress", "conference", "summit", "forum", "meeting":
		return true
	}
	return false
}

// readMeeting reads one telling: who stands in the slots of trigger word i. It
// returns nil if something blocks the reading.
func (n *narrative) readMeeting(t *trigger, i int) *occurrence {
	if n.blocked(t, i) || t.mode == graph.ModeVisit && n.attributive(i) {
		return nil
	}
	o := n.telling(t, i)
	o.quotes = []int{o.sent}
	if t.asks("face") {
		o.faces = []int{i}
	}
	n.findSponsor(o)
	for _, s := range t.slots {
		n.fill(o, t, s, i)
	}
	n.findHolderRole(o)
	n.findInviter(o)
	n.fillOneSide(o, i)
	if len(o.parts) > 0 || o.unnamed {
		for _, s := range besides {
			n.fill(o, t, s, i)
		}
	}
	if o.lone = !n.enough(o); o.lone && !n.presides(o) || n.onlySeparate(o) || n.isMatch(o) {
		return nil
	}
	n.findAnchors(o)
	n.findStatus(o)
	if o.status == graph.StatusDenied && (n.notBefore(i) || n.metNobody(o) || t.asks("offered")) {
		return nil
	}
	n.findWhen(o)
	n.reconsider(o)
	n.findPlace(o)
	if t.asks("joint") && n.failed(o) {
		o.setStatus(graph.StatusHeld, o.because("those who failed to agree tried", n.Tokens[i].Head))
	}
	if t.asks("joint") && !n.jointly(o) {
		return nil
	}
	if t.asks("dated") && o.place < 0 && !o.when.known() && !n.toCome(i) && !n.inRow(i) || n.onlyCalledFor(o) || n.someSummit(o) {
		return nil
	}
	n.findMode(o)
	n.findVisitor(o)
	n.findTitles(o)
	n.findDirectTopics(o)
	o.definite = t.pos == "noun" && n.isDefinite(i)
	o.another = n.isAnother(i)
	o.weight = n.confidence(o)
	return o
}

// telling opens a telling of a meeting by the entry t at word i.
func (n *narrative) telling(t *trigger, i int) *occurrence {
	o := &occurrence{trigger: t, at: i, sent: n.Tokens[i].Sent, place: -1}
	o.setMode(t.mode, o.by(&t.entry, "mode of the word", i))
	return o
}

// besides are the slots of every trigger: who may take part beside those whom
// its own slots name.
var besides = []slotRole{{slot: "companion", role: graph.RoleParticipant}, {slot: "mediator", role: graph.RoleMediator}}

// across are the slots that name the other side of a meeting whose own words
// name one: whom one spoke to at it, and at whose house it was.
var across = []slotRole{{slot: "told", role: graph.RoleParticipant}, {slot: "home", role: graph.RoleParticipant}}

// fillOneSide fills those slots for a telling of one side only.
func (n *narrative) fillOneSide(o *occurrence, i int) {
	if len(o.parts) == 0 || n.sides(o) > 1 || o.trigger.asks("one") || slices.ContainsFunc(o.parts, func(p part) bool { return p.slot != "holder" && p.slot != "subject" }) {
		return
	}
	side := o.parts[0].slot
	for _, s := range across {
		n.fill(o, o.trigger, s, i)
	}
	if n.filled(o, "home") {
		n.receive(o, side, o.because("came to the other's house", i))
	}
}

// attributive tells "visiting" before a name, which calls someone a visitor:
// "talks with visiting Premier X".
func (n *narrative) attributive(i int) bool {
	if n.Tokens[i].Tag != "VBG" || i == 0 {
		return false
	}
	o := n.child(i, "dobj")
	if o < 0 || n.mentionAt(o) == nil || !n.isPersonal(n.mentionAt(o)) {
		return false
	}
	switch p := &n.Tokens[i-1]; {
	case p.POS == "DET":
		return true
	default:
		return p.Lower == "with" || p.Lower == "between" || p.Lower == "and" || p.Lower == "to" || p.Lower == "from"
	}
}

// toCome tells a verb of what is meant, done or left before something else: "to
// see X", "after seeing X", "will see X".
func (n *narrative) toCome(i int) bool {
	return n.Tokens[i].Tag == "VB" || n.Tokens[i].Dep == "pcomp"
}

// rows are adverbs that set what was done in a row with other things done.
var rows = wordSet("also then earlier later first last next again twice once briefly privately separately finally subsequently")

// inRow tells a verb that is one of several things done: "then saw X".
func (n *narrative) inRow(i int) bool {
	return slices.ContainsFunc(n.Children(i), func(c int) bool { return n.Tokens[c].Dep == "advmod" && rows[n.Tokens[c].Lower] })
}

// onlyCalledFor tells a call for talks of no certain occasion, which is a
// policy: "urged dialogue with Iran".
func (n *narrative) onlyCalledFor(o *occurrence) bool {
	if o.status != graph.StatusOffered || o.trigger.pos != "noun" || o.place >= 0 || o.when.known() || n.child(o.at, "det", "poss") >= 0 {
		return false
	}
	switch n.lemma(o.at) {
	case "dialogue", "dialog", "consultation", "discussion":
		return true
	}
	return false
}

// someSummit tells a summit of which no more is said than that one person did
// something around it: "speaking after a summit, he said".
func (n *narrative) someSummit(o *occurrence) bool {
	return o.trigger.asks("one") && len(o.parts) == 1 && o.parts[0].loose && n.entities[o.parts[0].entity].kind == graph.KindPerson && o.place < 0 && !o.when.known()
}

// presides tells whether a telling names a person who leads or holds a meeting
// and nobody else: "Lee chaired a meeting on the floods".
func (n *narrative) presides(o *occurrence) bool {
	return o.trigger.pos == "noun" && len(o.parts) == 1 && o.parts[0].role == graph.RoleChair && n.entities[o.parts[0].entity].kind == graph.KindPerson
}

// metNobody tells a denial that names one side only: "has not met a foreign
// leader" says of nobody that they did not meet.
func (n *narrative) metNobody(o *occurrence) bool {
	return len(o.parts) < 2 && (n.entities[o.parts[0].entity].kind == graph.KindPerson || !n.isBody(o.parts[0].entity))
}

// notBefore tells "had never met before": it says that a meeting was the first.
func (n *narrative) notBefore(i int) bool {
	for _, c := range n.Children(i) {
		if l := n.Tokens[c].Lower; l == "before" || l == "previously" || l == "until" {
			return true
		}
	}
	return false
}

// confidence is how sure a reading is: most where the word itself ties two
// named parties together, less where one stands only in the clause around it or
// where being told something stands for meeting.
func (n *narrative) confidence(o *occurrence) float64 {
	switch {
	case o.trigger.asks("face"):
		return 0.6
	case len(o.parts) < 2:
		return 0.65
	case slices.ContainsFunc(o.parts, func(p part) bool { return p.loose }):
		return 0.8
	}
	return 0.95
}

// isDefinite tells "the talks" and "their meeting" from "talks", "a meeting".
func (n *narrative) isDefinite(i int) bool {
	for _, c := range n.Children(n.outer(i)) {
		if l := n.Tokens[c].Lower; n.Tokens[c].Dep == "det" && (l == "the" || l == "that" || l == "this" || l == "these" || l == "those") {
			return true
		}
		if n.Tokens[c].Dep == "poss" {
			return true
		}
	}
	return false
}

// isAnother tells whether a telling sets itself apart from those before it: "a
// separate meeting", "had earlier met", "the two last met in May", "the first since
// their talks in May".
func (n *narrative) isAnother(i int) bool {
	out := n.outer(i)
	if p := n.Tokens[out].Head; n.Tokens[out].Dep == "pobj" && n.Tokens[p].Lower == "since" || n.hasWord(i, "since") && n.Tokens[i].Dep == "advcl" {
		return true
	}
	if h := n.Tokens[out].Head; n.Tokens[i].POS == "NOUN" && n.Tokens[out].Dep == "dobj" && n.hasWord(h, "last") {
		return true // "last held talks in May"
	}
	for _, c := range n.Children(i) {
		switch dep := n.Tokens[c].Dep; dep {
		case "advmod", "amod":
			switch n.Tokens[c].Lower {
			case "separate", "another", "second", "other", "earlier", "previous", "separately", "previously", "later", "subsequently", "new", "last":
				return true
			case "first": // "had first met in May"
				if n.hasAux(i, "have") {
					return true
				}
			}
		case "det":
			if n.Tokens[c].Lower == "another" {
				return true
			}
		}
	}
	return false
}
