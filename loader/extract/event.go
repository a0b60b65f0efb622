package extract

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

//go:embed events.txt
var eventsText string

// eventTriggers are the entries of events.txt by part of speech and lemma. The
// language is told at the head of that file.
var eventTriggers = mustEvents(eventsText)

// eventTrigger is an entry of events.txt: words that tell of a happening.
type eventTrigger struct {
	kind   graph.EventType
	pos    string
	lemmas []string
	slots  []slotRole
	needs  []string
	entry  entry
}

func (t *eventTrigger) asks(need string) bool { return slices.Contains(t.needs, need) }

func mustEvents(text string) map[string]map[string][]*eventTrigger {
	byWord := map[string]map[string][]*eventTrigger{"verb": {}, "noun": {}}
	kind := graph.EventOther
	for k, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if line[0] == '[' {
			kind = graph.EventType(strings.Trim(line, "[]"))
			continue
		}
		fields := strings.Fields(line)
		if len(fields) < 4 || fields[2] != ":" {
			panic(fmt.Sprintf("events.txt:%d: want `verb|noun words : slot=ROLE needs`", k+1))
		}
		t := &eventTrigger{kind: kind, pos: fields[0], lemmas: strings.Split(fields[1], ";"), entry: entry{"events.txt", k + 1, strings.Join(fields[:2], " ")}}
		for _, f := range fields[3:] {
			if slot, role, ok := strings.Cut(f, "="); ok {
				t.slots = append(t.slots, slotRole{slot, graph.Role(role), &entry{"events.txt", k + 1, f}})
			} else {
				t.needs = append(t.needs, f)
			}
		}
		for _, l := range t.lemmas {
			byWord[t.pos][l] = append(byWord[t.pos][l], t)
		}
	}
	return byWord
}

// findEvents reads the happenings other than meetings that the article tells:
// those of the words of events.txt, and what named people and bodies said to
// the public. What was said at a meeting is that meeting's topic.
func (n *narrative) findEvents(meetings []*occurrence) []*occurrence {
	taken := map[int]bool{} // words that tell of meetings
	for _, m := range meetings {
		taken[m.at] = true
		for _, r := range m.references {
			taken[r] = true
		}
		for _, a := range m.anchors {
			if n.governorAt(a) != nil && n.Tokens[m.at].POS == "NOUN" {
				taken[a] = true
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
			if o := n.readEvent(t, i); o != nil {
				tellings = append(tellings, o)
				taken[i] = true
				break
			}
		}
		if len(entries) > 0 && tok.POS == "NOUN" && !taken[i] && n.isDefinite(i) {
			mentions = append(mentions, i)
		}
		if tok.POS == "VERB" && !taken[i] {
			if o := n.readStatement(i); o != nil {
				tellings = append(tellings, o)
			}
		}
	}
	events := n.mergeEvents(tellings)
	n.referTo(events, mentions)
	return events
}

// eventTriggersFor returns the entries for a token, those of a verb with its
// particle ("called up") before those of the verb.
func (n *narrative) eventTriggersFor(i int) []*eventTrigger {
	switch n.Tokens[i].POS {
	case "NOUN":
		return n.word(i).eventNoun
	case "VERB":
		w := n.word(i)
		if w.particled {
			if p := n.child(i, "prt"); p >= 0 {
				if entries := eventTriggers["verb"][w.lemma+"+"+n.lemma(p)]; entries != nil {
					return entries
				}
			}
		}
		return w.eventVerb
	}
	return nil
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
	n.findAnchors(o)
	n.findStatus(o)
	if o.status != graph.StatusHeld && o.status != graph.StatusPlanned {
		return nil
	}
	n.findWhen(o)
	n.findPlace(o)
	if t.asks("to") {
		n.findDestination(o)
	}
	if t.kind == graph.EventAccident && o.place < 0 {
		n.findScene(o)
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

// enoughEvent tells whether a telling has what its entry asks for.
func (n *narrative) enoughEvent(o *occurrence, t *eventTrigger) bool {
	agent, patient := false, false
	for _, p := range o.parts {
		switch p.role {
		case graph.RoleAgent:
			agent = true
		default:
			patient = true
		}
	}
	for _, need := range t.needs {
		ok := true
		switch need {
		case "two":
			ok = agent && patient || !agent && len(o.parts) >= 2
		case "pair":
			ok = len(o.parts) >= 2
		case "patient":
			ok = patient
		case "agent":
			ok = agent
		case "people":
			ok = patient || agent && n.actsOn(o, n.isPeople)
		case "harm":
			ok = patient || o.place >= 0 && n.actsOn(o, n.isPeople)
		case "crowd":
			s := n.child(o.at, "nsubj")
			if s >= 0 && crowds[n.lemma(s)] { // "hundreds of students"
				if of := n.child(s, "prep"); of >= 0 {
					s = n.child(of, "pobj")
				}
			}
			ok = (agent || t.pos == "noun" || s >= 0 && n.isPeople(s)) && (o.place >= 0 || o.when.known())
		case "vote":
			ok = n.actsOn(o, func(t int) bool { return votes[n.lemma(t)] })
		case "goods":
			ok = n.actsOn(o, func(t int) bool { return goods[n.lemma(t)] })
		case "assets":
			ok = n.actsOn(o, func(t int) bool { return assets[n.lemma(t)] })
		case "bare":
			ok = n.child(o.at, "prt") < 0
		case "dated":
			ok = o.when.known()
		case "placed":
			ok = o.place >= 0
		case "place":
			ok = patient || agent && o.place >= 0 || agent && o.when.known() || o.place >= 0 && o.when.known()
		case "person":
			ok = agent && slices.ContainsFunc(o.parts, func(p part) bool { return n.entities[p.entity].kind == graph.KindPerson })
		case "to":
			ok = o.place >= 0
		case "for":
			ok = n.child(o.at, "prep", "dobj", "xcomp", "ccomp") >= 0 && n.Tokens[o.at].Dep != "relcl"
		case "treaty":
			ok = n.actsOn(o, func(t int) bool { return treaties[n.lemma(t)] })
		case "imposed":
			ok = n.Tokens[o.at].Dep == "dobj"
		}
		if !ok {
			return false
		}
	}
	return true
}

// actsOn tells whether what the verb of o is done to, or done in ("beat X in the
// election"), is of a kind, itself or in what it is of ("tonnes of flour").
func (n *narrative) actsOn(o *occurrence, is func(t int) bool) bool {
	for _, c := range n.Children(o.at) {
		switch n.Tokens[c].Dep {
		case "dobj", "nsubjpass":
		case "prep":
			if n.Tokens[c].Lower != "in" && n.Tokens[c].Lower != "at" {
				continue
			}
			if c = n.child(c, "pobj"); c < 0 {
				continue
			}
		default:
			continue
		}
		if is(c) {
			return true
		}
		for _, k := range n.Children(c) {
			if p := n.child(k, "pobj"); n.Tokens[k].Lower == "of" && p >= 0 && is(p) || n.Tokens[k].Dep == "compound" && is(k) {
				return true
			}
		}
	}
	return false
}

var (
	votes  = wordSet("election vote poll ballot referendum runoff run-off off primary presidency plebiscite by-election")
	goods  = wordSet("aid relief assistance food flour grain wheat rice medicine medication vaccine supply supplies tent blanket water fuel loan grant convoy shipment ration doctor ventilator mask")
	assets = wordSet("asset account fund holding deposit property bank wealth")
)

var treaties = wordSet("memorandum contract protocol convention deal agreement treaty ceasefire truce accord pact armistice settlement compromise rebate peace")

// findDestination takes the place that a journey leads to.
func (n *narrative) findDestination(o *occurrence) {
	o.setPlace(-1, reason{})
	for _, c := range n.Children(o.at) {
		tok := &n.Tokens[c]
		if tok.Dep == "dobj" && (n.lemma(o.at) == "tour" || n.lemma(o.at) == "visit") {
			o.setPlace(n.placeIn(c, 0), o.because("what is toured", c))
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
}

// findScene takes the site that an accident's phrase leads to by any way:
// "shortly after take-off from Orly Airport".
func (n *narrative) findScene(o *occurrence) {
	v := o.at
	for n.Tokens[v].POS != "VERB" && n.Tokens[v].Head != v {
		v = n.Tokens[v].Head
	}
	for i := o.at; i < n.Tokens[v].Right; i++ {
		if n.Tokens[i].Dep == "pobj" && n.Tokens[n.Tokens[i].Head].Lower != "of" {
			if e := n.placeIn(i, 0); e >= 0 && !n.isState(e) {
				o.setPlace(e, o.because("the scene, by any way", i))
				return
			}
		}
	}
}
