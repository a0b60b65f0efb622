package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// joinReferences finds "the meeting", "today's talks" that name no party, and
// adds their sentences, days and places to the meeting they speak of: the last
// one told before, else the first after.
func (n *narrative) joinReferences(meetings []*occurrence) []*occurrence {
	told := meetings
	for _, i := range n.triggered {
		o := n.reference(i)
		if o == nil {
			continue
		}
		if n.isFurther(i) && n.findPartiesAgain(o, told) {
			told = append(told, o)
			continue
		}
		var to *occurrence
		best := 0
		for _, m := range meetings {
			if m.at == i || m.trigger.mode == graph.ModeVisit && o.trigger.mode != graph.ModeVisit || !sameMode(m, o) || !n.sameWhen(m, o) && o.status != graph.StatusPostponed || !n.samePlace(m, o) {
				continue
			}
			if o.trigger.mode == graph.ModeVisit && m.trigger.mode != graph.ModeVisit {
				continue
			}
			if !o.definite && len(o.parts) == 0 && (n.lemma(m.at) != n.lemma(i) || abs(m.sent-o.sent) > 2 || !sameStatus(m, o)) {
				continue // "talks expected in July" after "its coming talks"
			}
			if o.status == graph.StatusHeld && m.status == graph.StatusPlanned && !m.when.known() && o.when.known() && o.when.span.Start != "" && o.when.span.Last() < n.day().First() {
				continue // "Sunday's talks" after "agreed to talk"
			}
			if !o.definite && m.at < i && !sameStatus(m, o) && n.child(i, "det") >= 0 {
				continue // "a meeting in Oslo" after one refused
			}
			if !o.definite && len(o.parts) == 1 && !m.has(o.parts[0].entity) || len(o.parts) == 1 && m.at > i && !m.has(o.parts[0].entity) {
				continue // "after talks on X" with one party of a meeting told later
			}
			// the same word, the same day and the nearer telling speak for it
			score := 1
			if n.lemma(m.at) == n.lemma(i) {
				score += 4
			} else if t := m.trigger; o.trigger != t && (!ofAnyMeeting[n.lemma(i)] || t.asks("one") && n.lemma(i) != "meeting") {
				continue // a lunch is no summit, but both are meetings
			}
			if o.when.known() && m.when.known() && o.when.span.Start != "" && o.when.span.Start == m.when.span.Start {
				score += 8
			}
			if o.place >= 0 && o.place == m.place {
				score += 8
			}
			if len(o.parts) == 1 && m.has(o.parts[0].entity) {
				score += 8
			}
			switch {
			case m.at > i && m.sent-o.sent > 3:
				continue // "this conference" is none told of much later
			case m.at > i && m.sent-o.sent <= 1:
				score += 4
			case m.at < i:
				score += 2
				if o.sent-m.sent <= 2 {
					score += 4
				}
			}
			if m.trigger == o.trigger {
				score += 2
			}
			if m.status == graph.StatusHeld {
				score++
			}
			if score < 5 {
				continue // another word, another day, far off
			}
			if score > best || score == best && m.at < i {
				best, to = score, m
			}
		}
		if to == nil {
			if n.findPartiesBefore(o) || n.findPartiesKnown(o, meetings) {
				told = append(told, o)
			}
			continue
		}
		if !slices.Contains(to.quotes, o.sent) {
			to.quotes = append(to.quotes, o.sent)
		}
		n.addSpeaker(to, i)
		n.addAttendants(to, o)
		n.aimTopic(to, i)
		if !to.when.known() && o.when.known() && sameStatus(to, o) {
			to.when = o.when
		}
		if to.place < 0 && o.place >= 0 {
			to.setPlace(o.place, o.why.place)
		}
		if to.status != graph.StatusHeld && rank(o.status) > max(2, rank(to.status)) {
			to.setStatus(o.status, o.why.status)
		}
		to.topics = append(to.topics, o.topics...)
		to.references = append(to.references, i)
	}
	return told
}

// addSpeaker makes a party of who is told to have spoken at a meeting of a
// body: "the president said at the same meeting".
func (n *narrative) addSpeaker(o *occurrence, reference int) {
	p := n.Tokens[reference].Head
	if l := n.Tokens[p].Lower; n.Tokens[reference].Dep != "pobj" || l != "at" && l != "in" && l != "during" || o.status != graph.StatusHeld {
		return
	}
	v := n.Tokens[p].Head
	if !n.speaks(v) || !slices.ContainsFunc(o.parts, func(q part) bool { return n.isSitting(&q) }) {
		return
	}
	for _, f := range n.follow("surface", v) {
		got := n.parties(f.token)
		for _, q := range got {
			if n.entities[q.entity].kind == graph.KindPerson && !o.has(q.entity) {
				o.admit(q, slotRole{"speaker", graph.RoleParticipant, nil}, reason{rule: "spoke at it", at: reference, to: q.token})
			}
		}
		if len(got) > 0 {
			return
		}
	}
}

// reference reads a meeting noun that names no party by itself.
func (n *narrative) reference(i int) *occurrence {
	t := n.triggersFor(i)[0]
	if t.pos != "noun" || n.blocked(t, i) || t.asks("phoned") && n.lemma(i) == "call" && !n.phoned(&occurrence{trigger: t, at: i, mode: t.mode}) {
		return nil
	}
	dated := false
	for _, c := range n.Children(i) {
		dated = dated || n.Tokens[c].Dep == "poss" && n.dateAt[c] >= 0
	}
	known := n.isDefinite(i) || dated
	if t.asks("plural") && n.Tokens[i].Tag != "NNS" {
		return nil
	}
	o := n.telling(t, i)
	for _, s := range t.slots {
		n.fill(o, t, s, i)
	}
	if n.enough(o) {
		return nil
	}
	n.findAnchors(o)
	n.findStatus(o)
	n.findWhen(o)
	switch o.status { // the day is that of the calling off
	case graph.StatusCancelled, graph.StatusRefused, graph.StatusDenied:
		if k := o.when.expr; k < 0 || n.dates[k].Start < n.Tokens[i].Left || n.dates[k].Start >= n.Tokens[i].Right { // but "Monday's meeting"
			o.when = when{expr: -1}
		}
	}
	n.findPlace(o)
	if !known && len(o.parts) != 1 && (o.when.span.Start == "" && (o.place < 0 || !n.isFurther(i)) || len(o.parts) > 0) {
		return nil
	}
	n.findDirectTopics(o)
	o.definite = known
	return o
}
