package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// setScene gives the meetings that say nothing of where or when they were the
// place and day of the gathering that the sentence before tells of: "The forum
// was held in Lima on Friday. Ministers A and B met …".
func (n *narrative) setScene(meetings []*occurrence) {
	for _, o := range meetings {
		if o.status != graph.StatusHeld || o.mode == graph.ModePhone || o.mode == graph.ModeVideo || o.mode == graph.ModeVisit ||
			len(o.parts) < 2 || o.place >= 0 && o.when.known() || o.sent == 0 || n.newParagraph(o.sent) && o.sent > 1 {
			continue
		}
		at := n.didBefore(o)
		if at == nil && (o.another || slices.ContainsFunc(meetings, func(m *occurrence) bool {
			return m != o && len(m.parts) > 1 && slices.Contains(m.quotes, o.sent-1)
		})) {
			continue
		}
		if at == nil {
			at = n.scene(o.sent - 1)
		}
		if at == nil {
			at = n.arrival(o)
		}
		if at == nil || o.place >= 0 && at.place >= 0 && o.place != at.place || o.when.known() && at.when.known() && !n.sameDay(o, at) {
			continue
		}
		o.lent = append(o.lent, at.sent)
		if !o.when.known() && at.when.known() {
			o.when = at.when
			o.when.why.rule = "the day of the gathering told before"
		}
		if o.place < 0 && at.place >= 0 {
			why := at.why.place
			why.rule = "where the gathering told before was"
			o.setPlace(at.place, why)
		}
	}
}

// arrival returns the journey's end of a party in the sentence before, for what is
// told next: "landed in Vienna on Monday. He was met by X"; nil if there is none.
func (n *narrative) arrival(o *occurrence) *occurrence {
	if n.Tokens[o.at].Tag != "VBD" && n.Tokens[o.at].Tag != "VBN" || n.hasAux(o.at, "have") {
		return nil
	}
	for _, j := range n.journeys {
		v := j.token
		if j.sent != o.sent-1 || !j.held || !o.has(j.person) || j.place < 0 || n.isState(j.place) || !arriving[n.lemma(v)] && !going[n.lemma(v)] {
			continue
		}
		found := n.telling(triggers["noun"]["summit"][0], v)
		n.findAnchors(found)
		n.findStatus(found)
		n.findWhen(found)
		found.setPlace(j.place, reason{rule: "where a party had come", at: j.token, to: j.token})
		return found
	}
	return nil
}

// didBefore returns what the sentence before tells the parties to have done, where it
// has a day and both are its subject: "X and Y planted a tree on Monday. The two later
// dined"; nil if they did nothing there.
func (n *narrative) didBefore(o *occurrence) *occurrence {
	if n.Tokens[o.at].POS == "VERB" && n.Tokens[o.at].Tag != "VBD" || n.hasAux(o.at, "have") || n.hasWord(o.at, "last") {
		return nil
	}
	s := n.Sents[o.sent-1]
	for v := s.Start; v < s.End; v++ {
		if n.Tokens[v].Head != v || n.Tokens[v].Tag != "VBD" {
			continue
		}
		did := map[int]bool{}
		for _, f := range n.follow("surface", v) {
			for _, p := range n.parties(f.token) {
				did[p.entity] = true
			}
		}
		if slices.ContainsFunc(o.parts, func(p part) bool { return !did[p.entity] || n.entities[p.entity].kind != graph.KindPerson }) {
			return nil
		}
		if done := n.whenOf(v); done.when.known() && done.when.span.Precision == graph.PrecisionDay {
			return done
		}
	}
	return nil
}

// scene returns the gathering that a sentence tells to have been, with its
// place and day; nil if it tells of none, or of several.
func (n *narrative) scene(s int) *occurrence {
	var found *occurrence
	for i := n.Sents[s].Start; i < n.Sents[s].End; i++ {
		if t := &n.Tokens[i]; !gatherings[n.lemma(i)] && !ofAnyMeeting[n.lemma(i)] || t.POS != "NOUN" && t.POS != "PROPN" || t.Dep == "compound" || !n.takesPlace(i) {
			continue
		}
		if found != nil {
			return nil
		}
		found = n.telling(triggers["noun"]["summit"][0], i)
		n.findAnchors(found)
		n.findStatus(found)
		n.findWhen(found)
		n.findPlace(found)
		if found.status != graph.StatusHeld || found.place < 0 && !found.when.known() {
			return nil
		}
	}
	return found
}

// takesPlace tells whether the gathering at token i is told to have been held, or
// that people were at it.
func (n *narrative) takesPlace(i int) bool {
	i = n.outer(i)
	h := n.Tokens[i].Head
	switch n.Tokens[i].Dep {
	case "nsubj", "nsubjpass":
		return convening[n.lemma(h)] || running[n.lemma(h)]
	case "dobj":
		return convening[n.lemma(h)] || running[n.lemma(h)] || n.lemma(h) == "attend" || n.lemma(h) == "host"
	case "pobj":
		return n.comesTo(i)
	}
	return false
}
