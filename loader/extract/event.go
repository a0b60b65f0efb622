package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// findEvents reads the happenings other than meetings that the article tells:
// those of the words of events.txt, and what named people and bodies said to
// the public. What was said at a meeting is that meeting's topic.
func (n *narrative) findEvents(meetings []*occurrence) []*occurrence {
	taken := map[int]bool{}   // words that tell of meetings
	carries := map[int]bool{} // verbs that carry the nouns of meetings: "flew to Rome for talks"
	for _, m := range meetings {
		taken[m.at] = true
		for _, r := range m.references {
			taken[r] = true
		}
		for _, a := range m.anchors {
			if n.governorAt(a) != nil && n.Tokens[m.at].POS == "NOUN" {
				carries[a] = true
			}
		}
	}
	var tellings []*occurrence
	var mentions []int // nouns of happenings that tell none by themselves: "after the attack"
	for i := range n.Tokens {
		tok := &n.Tokens[i]
		if taken[i] || n.inName(i) {
			continue
		}
		entries := n.eventTriggersFor(i)
		for _, t := range entries {
			if carries[i] && t.kind != graph.EventTravel {
				continue
			}
			if o := n.readEvent(t, i); o != nil {
				tellings = append(tellings, o)
				taken[i] = true
				break
			}
		}
		if len(entries) > 0 && tok.POS == "NOUN" && !taken[i] && n.isDefinite(i) {
			mentions = append(mentions, i)
		}
		if tok.POS == "VERB" && !taken[i] && !carries[i] {
			if o := n.readStatement(i); o != nil {
				tellings = append(tellings, o)
			}
		}
	}
	events := n.mergeEvents(tellings)
	n.referTo(events, mentions)
	return events
}

// readEvent reads one telling of a happening, nil if it lacks what the entry
// asks for, or was not and is not set to be.
func (n *narrative) readEvent(t *eventTrigger, i int) *occurrence {
	o := &occurrence{event: t, kind: t.kind, at: i, sent: n.Tokens[i].Sent, place: -1, weight: 0.8}
	if n.said[o.sent] && speechActs[t.kind] {
		return nil
	}
	o.quotes = []int{o.sent}
	for _, s := range t.slots {
		n.fillEvent(o, s, i)
	}
	if t.asks("declined") || t.asks("mooted") {
		if t.asks("declined") && !n.declines(i) || t.asks("mooted") && !n.moots(i) {
			return nil
		}
		o.anchors = []int{i}
		if say := n.sayingOf(i); say >= 0 {
			o.anchors[0] = say // its day and place are those of the saying
		}
		o.setStatus(graph.StatusHeld, o.because("said so", i))
	} else {
		n.findAnchors(o)
		n.findStatus(o)
	}
	if o.status != graph.StatusHeld && o.status != graph.StatusPlanned {
		return nil
	}
	n.findWhen(o)
	if o.anchors[0] != i && !o.when.known() && t.asks("mooted") { // "said they might halt payments last month"
		o.anchors = append(o.anchors, i)
		if n.findWhen(o); o.when.known() && !n.cameBefore(o.when.expr) {
			o.when = when{expr: -1}
		}
	}
	n.findPlace(o)
	if t.asks("to") {
		n.findDestination(o)
	}
	if t.kind == graph.EventAccident && o.place < 0 {
		n.findScene(o)
	}
	if t.kind == graph.EventElection && t.pos == "noun" && o.place < 0 && len(o.parts) == 1 && n.isState(o.parts[0].entity) {
		o.setPlace(o.parts[0].entity, o.because("where those vote who elect", o.parts[0].token))
	}
	if noun := n.nounOf(t, i); noun >= 0 {
		o.word, o.definite = n.lemma(noun), n.isDefinite(noun)
	}
	takesUp := o.definite && t.pos == "verb" && o.place >= 0 // what an event told before struck
	if !takesUp && !n.enoughEvent(o, t) {
		return nil
	}
	if o.status == graph.StatusPlanned && !o.when.known() && t.kind != graph.EventReject && t.kind != graph.EventThreaten {
		return nil // a plan without a day; but "will boycott" rejects today
	}
	n.findTitles(o)
	return o
}

// nounOf returns the noun that names the event that word i tells of, -1 if
// none: i itself, or the subject of a verb whose subject is an event of the
// same type ("the attack killed X", "the strikes that hit the base").
func (n *narrative) nounOf(t *eventTrigger, i int) int {
	if t.pos == "noun" {
		return i
	}
	s := n.child(i, "nsubj")
	if s < 0 {
		return -1
	}
	if n.Tokens[i].Dep == "relcl" && (n.Tokens[s].Tag == "WDT" || n.Tokens[s].Tag == "WP") {
		s = n.Tokens[i].Head
	}
	if !slices.ContainsFunc(n.word(s).eventNoun, func(e *eventTrigger) bool { return e.kind == t.kind }) {
		return -1
	}
	return s
}

// speechActs are types of events that are things said.
var speechActs = map[graph.EventType]bool{
	graph.EventRequest: true, graph.EventAccuse: true, graph.EventThreaten: true, graph.EventStatement: true,
	graph.EventReject: true, graph.EventSupport: true,
}

// findDestination takes the place that a journey leads to.
func (n *narrative) findDestination(o *occurrence) {
	o.setPlace(-1, reason{})
	for _, c := range n.Children(o.at) {
		tok := &n.Tokens[c]
		if tok.Dep == "dobj" && (n.lemma(o.at) == "tour" || n.lemma(o.at) == "visit") {
			p := n.placeIn(c, 0)
			if name := n.child(c, "appos"); p < 0 && name >= 0 { // "the shrine, the Golden Temple"
				p = n.placeIn(name, 0)
			}
			o.setPlace(p, o.because("what is toured", c))
		}
		if tok.Dep != "prep" && tok.Dep != "dative" {
			continue
		}
		switch tok.Lower {
		case "to", "in", "into", "for", "at":
			if e := n.placeBelow(c); e >= 0 {
				o.setPlace(e, o.because("where the journey leads", c))
				return
			}
		}
	}
	if o.place < 0 && n.lemma(o.at) == "arrive" && n.here >= 0 {
		o.setPlace(n.here, o.because("arrived here: the dateline's place", o.at))
	}
}

// findScene takes the site that an accident's phrase leads to by any way:
// "shortly after take-off from Orly Airport".
func (n *narrative) findScene(o *occurrence) {
	v := n.verbAt(o.at)
	for i := o.at; i < n.Tokens[v].Right; i++ {
		if n.Tokens[i].Dep == "pobj" && n.Tokens[n.Tokens[i].Head].Lower != "of" {
			if e := n.placeIn(i, 0); e >= 0 && !n.isState(e) {
				o.setPlace(e, o.because("the scene, by any way", i))
				return
			}
		}
	}
}
