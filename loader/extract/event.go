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
}

func (t *eventTrigger) asks(need string) bool { return slices.Contains(t.needs, need) }

func mustEvents(text string) map[string]*eventTrigger {
	byWord := map[string]*eventTrigger{}
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
		t := &eventTrigger{kind: kind, pos: fields[0], lemmas: strings.Split(fields[1], ";")}
		for _, f := range fields[3:] {
			if slot, role, ok := strings.Cut(f, "="); ok {
				t.slots = append(t.slots, slotRole{slot, graph.Role(role)})
			} else {
				t.needs = append(t.needs, f)
			}
		}
		for _, l := range t.lemmas {
			byWord[t.pos+" "+l] = t
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
		for _, a := range m.anchors {
			if n.governorAt(a) != nil && n.Tokens[m.at].POS == "NOUN" {
				taken[a] = true
			}
		}
	}
	var tellings []*occurrence
	for i := range n.Tokens {
		tok := &n.Tokens[i]
		if taken[i] || n.inName(i) {
			continue
		}
		var t *eventTrigger
		switch tok.POS {
		case "VERB":
			t = eventTriggers["verb "+n.lemma(i)]
		case "NOUN":
			t = eventTriggers["noun "+n.lemma(i)]
		}
		if t != nil {
			if o := n.readEvent(t, i); o != nil {
				tellings = append(tellings, o)
				taken[i] = true
				continue
			}
		}
		if tok.POS == "VERB" && !taken[i] {
			if o := n.readStatement(i); o != nil {
				tellings = append(tellings, o)
			}
		}
	}
	return n.mergeEvents(tellings)
}

// readEvent reads one telling of a happening, nil if it lacks what the entry
// asks for, or was not and is not set to be.
func (n *narrative) readEvent(t *eventTrigger, i int) *occurrence {
	o := &occurrence{event: t, kind: t.kind, at: i, sent: n.Tokens[i].Sent, place: -1, weight: 0.8}
	if n.said[o.sent] && speechActs[t.kind] {
		return nil
	}
	o.quotes = []int{o.sent}
	o.explain("trigger", string(t.kind), n.Tokens[i].Text)
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
	if !n.enoughEvent(o, t) {
		return nil
	}
	if o.status == graph.StatusPlanned && !o.when.known() && t.kind != graph.EventReject && t.kind != graph.EventThreaten {
		return nil // a plan without a day; but "will boycott" rejects today
	}
	n.findTitles(o)
	o.definite = t.pos == "noun" && n.isDefinite(i)
	if s := n.child(i, "nsubj"); t.pos == "verb" && s >= 0 && n.isDefinite(s) { // "the attack killed X"
		e := eventTriggers["noun "+n.lemma(s)]
		o.definite = e != nil && e.kind == t.kind
	}
	return o
}

// speechActs are types of events that are things said.
var speechActs = map[graph.EventType]bool{
	graph.EventRequest: true, graph.EventAccuse: true, graph.EventThreaten: true, graph.EventStatement: true,
	graph.EventReject: true, graph.EventSupport: true,
}

// fillEvent adds the parties of one slot; of things, their owners: "US bases".
func (n *narrative) fillEvent(o *occurrence, s slotRole, i int) {
	for _, f := range n.follow(s.slot, i) {
		if n.isPress(f.token) {
			continue
		}
		if s.slot == "agent" && (n.Tokens[f.token].Dep == "poss" || n.Tokens[f.token].Dep == "compound") && n.takesPatient(o, f.token) {
			s := slotRole{s.slot, graph.RolePatient}
			n.giveEvent(o, s, f, n.parties(f.token))
			continue
		}
		got := n.parties(f.token)
		if len(got) == 0 && s.role != graph.RoleAgent || len(got) == 0 && s.slot == "subject" && n.isForceful(f.token) {
			got = n.owners(f.token, 0)
		}
		if len(got) > 0 {
			n.giveEvent(o, s, f, got)
			if s.slot == "subject" || s.slot == "object" {
				break
			}
		}
	}
}

// takesPatient tells whether the genitive of a noun of killing is who was
// killed: "Soleimani's assassination", but not "the US assassination of".
func (n *narrative) takesPatient(o *occurrence, token int) bool {
	if !o.event.asks("patient") {
		return false
	}
	m := n.mentionAt(token)
	if m == nil || !n.isPersonal(m) {
		return false
	}
	for _, c := range n.Children(o.at) {
		if n.Tokens[c].Dep == "prep" && n.Tokens[c].Lower == "of" {
			return false
		}
	}
	return true
}

func (n *narrative) giveEvent(o *occurrence, s slotRole, f found, got []party) {
	for _, p := range got {
		if o.has(p.entity) {
			continue
		}
		if s.role == graph.RolePatient && o.event.asks("patient") && o.kind == graph.EventAssault && n.entities[p.entity].kind == graph.KindPlace {
			continue // people are killed, not states
		}
		if s.role == graph.RolePatient && n.entities[p.entity].kind == graph.KindPlace && !n.isState(p.entity) && !(s.slot == "of") {
			if o.place < 0 {
				o.place = p.entity // "the attack on Aleppo": where it was
			}
			continue
		}
		o.parts = append(o.parts, part{entity: p.entity, role: s.role, token: p.token, behalf: -1, slot: s.slot})
		o.explain("participant", s.slot+" "+f.via.source, n.entities[p.entity].name)
	}
}

// isForceful tells subjects that act for a state: "Syrian forces", "US jets".
func (n *narrative) isForceful(token int) bool { return forces[n.lemma(token)] }

var forces = wordSet(`force troop army soldier jet plane aircraft warplane missile drone navy police militia air military tank
	gunman rebel fighter bomber artillery helicopter commando unit agent regime policeman parliament court ministry`)

// owners returns the states, bodies and people that a thing is of: "US bases",
// "the motorcade of General Lee".
func (n *narrative) owners(token, depth int) []party {
	var out []party
	if depth > 2 {
		return nil
	}
	for _, c := range n.Children(token) {
		switch n.Tokens[c].Dep {
		case "amod", "compound", "poss", "nmod":
			if m := n.mentionAt(c); m != nil {
				for _, e := range m.refs {
					out = append(out, party{e, c, m})
				}
			}
		case "prep":
			if n.Tokens[c].Lower == "of" && len(out) == 0 {
				if p := n.child(c, "pobj"); p >= 0 {
					if got := n.parties(p); len(got) > 0 {
						out = append(out, got...)
					} else {
						out = append(out, n.owners(p, depth+1)...)
					}
				}
			}
		}
	}
	return out
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
			ok = agent && patient || len(o.parts) >= 2
		case "patient":
			ok = patient
		case "agent":
			ok = agent
		case "people":
			d := n.child(o.at, "dobj")
			ok = patient || agent && d >= 0 && n.isPeople(d)
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
			d := n.child(o.at, "dobj")
			ok = d >= 0 && treaties[n.lemma(d)]
		case "imposed":
			ok = n.Tokens[o.at].Dep == "dobj"
		}
		if !ok {
			return false
		}
	}
	return true
}

var treaties = wordSet("deal agreement treaty ceasefire truce accord pact armistice settlement compromise rebate peace")

// findDestination takes the place that a journey leads to.
func (n *narrative) findDestination(o *occurrence) {
	o.place = -1
	for _, c := range n.Children(o.at) {
		tok := &n.Tokens[c]
		if tok.Dep == "dobj" && (n.lemma(o.at) == "tour" || n.lemma(o.at) == "leave") {
			if n.lemma(o.at) == "tour" {
				o.place = n.placeIn(c, 0)
			}
		}
		if tok.Dep != "prep" && tok.Dep != "dative" {
			continue
		}
		switch tok.Lower {
		case "to", "in", "into", "for", "at":
			if e := n.placeBelow(c); e >= 0 {
				o.place = e
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
				o.place = e
				return
			}
		}
	}
}

// readStatement reads "X said": what a named person or body said in public,
// outside the meetings told.
func (n *narrative) readStatement(v int) *occurrence {
	s := n.Tokens[v].Sent
	if n.said[s] || !n.utters(v) {
		return nil
	}
	switch n.Tokens[v].Dep {
	case "ROOT", "ccomp", "conj", "parataxis", "advcl":
	case "acl", "relcl":
		if !n.passive(v) || n.child(v, "agent") < 0 || n.lemma(v) != "announce" && n.lemma(v) != "declare" {
			return nil
		}
	default:
		return nil
	}
	if n.under(v, n.Sents[s]) || n.isForm(v, "inf") {
		return nil
	}
	o := &occurrence{event: statementTrigger, kind: graph.EventStatement, at: v, sent: s, place: -1, weight: 0.7, quotes: []int{s}}
	for _, f := range n.follow("subject", v) {
		if n.isPress(f.token) && n.mentionAt(f.token) == nil {
			return nil
		}
		if got := n.parties(f.token); len(got) > 0 {
			n.giveEvent(o, slotRole{"subject", graph.RoleAgent}, f, got[:1])
			break
		}
	}
	if len(o.parts) == 0 {
		return nil
	}
	n.findAnchors(o)
	var st statusReader
	st.n, st.o = n, o
	if st.form(v) != "" {
		return nil
	}
	o.status = graph.StatusHeld
	n.findWhen(o)
	n.findPlace(o)
	switch n.entities[o.parts[0].entity].kind {
	case graph.KindPlace:
		if !o.when.known() {
			return nil
		}
	}
	for _, c := range n.Children(v) { // told the Al-Ahed newspaper; in an interview with the Times
		if dep := n.Tokens[c].Dep; dep == "dobj" || dep == "dative" {
			for _, p := range n.parties(c) {
				if n.entities[p.entity].kind == graph.KindOrganization && !o.has(p.entity) {
					o.parts = append(o.parts, part{entity: p.entity, role: graph.RoleParticipant, token: p.token, behalf: -1, slot: "object"})
				}
			}
		}
		if p := n.child(c, "pobj"); n.Tokens[c].Dep == "prep" && n.Tokens[c].Lower == "to" && p >= 0 && n.isPress(p) {
			for _, q := range n.parties(p) {
				if !o.has(q.entity) {
					o.parts = append(o.parts, part{entity: q.entity, role: graph.RoleParticipant, token: q.token, behalf: -1, slot: "to"})
				}
			}
		}
		if n.Tokens[c].Dep == "prep" && n.Tokens[c].Lower == "in" {
			if p := n.child(c, "pobj"); p >= 0 && n.lemma(p) == "interview" {
				for _, f := range n.follow("with", p) {
					for _, q := range n.parties(f.token) {
						if !o.has(q.entity) {
							o.parts = append(o.parts, part{entity: q.entity, role: graph.RoleParticipant, token: q.token, behalf: -1, slot: "with"})
						}
					}
				}
			}
		}
	}
	n.findTitles(o)
	return o
}

var statementTrigger = &eventTrigger{kind: graph.EventStatement, pos: "verb", lemmas: []string{"say"}}

// utters tells verbs of saying something in public.
func (n *narrative) utters(v int) bool {
	switch n.lemma(v) {
	case "say", "tell", "announce", "declare", "state", "write", "add", "argue", "insist", "claim", "acknowledge", "admit", "stress", "note", "reveal",
		"confirm", "promise", "vow", "pledge", "praise", "describe", "underline", "emphasise", "emphasize", "deplore", "reiterate", "assert", "explain", "observe", "concede", "speak":
		return true
	}
	return false
}

// mergeEvents joins the tellings of one happening.
func (n *narrative) mergeEvents(tellings []*occurrence) []*occurrence {
	var out []*occurrence
	for _, b := range tellings {
		var into *occurrence
		for k := len(out) - 1; k >= 0 && into == nil; k-- {
			if n.sameHappening(out[k], b) {
				into = out[k]
			}
		}
		if into == nil {
			out = append(out, b)
			continue
		}
		for _, p := range b.parts {
			if !into.has(p.entity) {
				into.parts = append(into.parts, p)
			}
		}
		if !into.when.known() || into.when.span.Start == "" && b.when.span.Start != "" {
			into.when = b.when
		}
		if into.place < 0 || b.place >= 0 && n.isState(into.place) && !n.isState(b.place) {
			into.place = b.place
		}
		for _, q := range b.quotes {
			if !slices.Contains(into.quotes, q) {
				into.quotes = append(into.quotes, q)
			}
		}
		into.weight = max(into.weight, b.weight)
		into.why = append(into.why, b.why...)
	}
	// what nobody named took part in and has no place is no event to keep
	return slices.DeleteFunc(out, func(o *occurrence) bool { return len(o.parts) == 0 && o.place < 0 })
}

// sameHappening tells whether two tellings can be of one event.
func (n *narrative) sameHappening(a, b *occurrence) bool {
	if a.kind != b.kind || !n.sameWhen(a, b) {
		return false
	}
	if a.sent == b.sent && b.event.pos == "noun" && !hasRole(b, graph.RolePatient) && hasRole(a, graph.RolePatient) && n.meansOf(a, b) {
		return true
	}
	if a.kind == graph.EventStatement {
		return sharesRole(a, b, graph.RoleAgent) && (!b.when.known() || a.when.known() && a.when.span.Text == b.when.span.Text)
	}
	if speechActs[a.kind] || a.kind == graph.EventAgree {
		return sharesRole(a, b, graph.RoleAgent) && (sharesRole(a, b, graph.RolePatient) || !hasRole(a, graph.RolePatient) || !hasRole(b, graph.RolePatient))
	}
	if sharesRole(a, b, graph.RolePatient) {
		return !hasRole(a, graph.RoleAgent) || !hasRole(b, graph.RoleAgent) || sharesRole(a, b, graph.RoleAgent) || n.hasPersonPatient(a) && n.hasPersonPatient(b)
	}
	if hasRole(a, graph.RolePatient) && hasRole(b, graph.RolePatient) {
		return b.definite && b.event.pos == "verb" && b.sent-a.sent <= 2 && !hasRole(b, graph.RoleAgent) // "the attack also killed X"
	}
	if !n.samePlace(a, b) {
		return false
	}
	if sharesRole(a, b, graph.RoleAgent) {
		return b.definite || a.place == b.place && a.place >= 0 || a.sent == b.sent
	}
	return b.definite && !hasRole(b, graph.RoleAgent) && !hasRole(b, graph.RolePatient) || a.place >= 0 && a.place == b.place && a.kind == graph.EventAccident
}

// meansOf tells whether b names how a was done: "the killing of X in a raid".
func (n *narrative) meansOf(a, b *occurrence) bool {
	p := n.Tokens[b.at].Head
	if n.Tokens[b.at].Dep != "pobj" || b.at < a.at {
		return false
	}
	switch n.Tokens[p].Lower {
	case "in", "by", "with", "during":
		return true
	}
	return false
}

func hasRole(o *occurrence, r graph.Role) bool {
	return slices.ContainsFunc(o.parts, func(p part) bool { return p.role == r })
}

func sharesRole(a, b *occurrence, r graph.Role) bool {
	for _, p := range a.parts {
		if q := b.partOf(p.entity); q != nil && p.role == r && q.role == r {
			return true
		}
	}
	return false
}

func (n *narrative) hasPersonPatient(o *occurrence) bool {
	return slices.ContainsFunc(o.parts, func(p part) bool {
		return p.role == graph.RolePatient && n.entities[p.entity].kind == graph.KindPerson
	})
}
