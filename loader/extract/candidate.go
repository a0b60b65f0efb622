package extract

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// findMeetings reads every word that tells of a meeting, each as one telling,
// in the order of the text.
func (n *narrative) findMeetings() []*occurrence {
	var out []*occurrence
	for i := range n.Tokens {
		for _, t := range n.triggersFor(i) {
			if n.inName(i) {
				break
			}
			if o := n.readMeeting(t, i); o != nil {
				out = append(out, n.apart(o)...)
				break
			}
		}
	}
	return out
}

// inName tells whether a word is part of a name: "the Munich Security
// Conference" as an organization tells of no meeting by itself.
func (n *narrative) inName(i int) bool {
	m := n.mentionAt(i)
	if m == nil || m.kind != byName || m.end-m.start == 1 {
		return false
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
	if n.blocked(t, i) {
		return nil
	}
	o := &occurrence{trigger: t, at: i, sent: n.Tokens[i].Sent, mode: t.mode, place: -1, weight: 0.9}
	o.quotes = []int{o.sent}
	if t.asks("face") {
		o.faces = []int{i}
	}
	o.explain("trigger", t.pos+" "+t.lemmas[0], n.Tokens[i].Text)
	n.findSponsor(o)
	for _, s := range t.slots {
		n.fill(o, t, s, i)
	}
	n.findHolderRole(o)
	if !n.enough(o) {
		return nil
	}
	n.findAnchors(o)
	n.findStatus(o)
	n.findWhen(o)
	n.reconsider(o)
	n.findPlace(o)
	n.findMode(o)
	n.findTitles(o)
	n.findDirectTopics(o)
	o.definite = t.pos == "noun" && n.isDefinite(i)
	o.another = n.isAnother(i)
	return o
}

// fill adds the parties of one slot.
func (n *narrative) fill(o *occurrence, t *trigger, s slotRole, i int) {
	first := s.slot == "subject" || s.slot == "object" || s.slot == "holder" || s.slot == "whose"
	if s.slot == "holder" && len(o.parts) > 1 && n.filled(o, "between") {
		return
	}
	for _, f := range n.follow(s.slot, i) {
		if n.isPress(f.token) || strings.HasPrefix(f.via.source, "/prep:on /pobj /prep:of") && n.dateAt[n.Tokens[n.Tokens[f.token].Head].Head] < 0 {
			continue // "a meeting on the margins of the assembly" is not of it
		}
		if s.slot == "holder" && !n.holds(o, f) {
			continue
		}
		got := n.parties(f.token)
		if s.slot == "object" && t.asks("person") && n.Tokens[f.token].Dep == "dobj" && !n.meetable(t, f.token, got) {
			continue
		}
		have := len(o.parts)
		for _, p := range got {
			n.take(o, t, s, f, p)
		}
		if len(o.parts) == have && n.mentionAt(f.token) == nil && (s.slot == "with" || s.slot == "between" || s.slot == "object" || s.slot == "to") && n.isPeople(f.token) {
			o.unnamed = true
		}
		if first && len(got) > 0 {
			break
		}
	}
	if s.slot == "compound" {
		n.bodyBefore(o, t, s, i)
	}
	if s.slot == "holder" && !n.filled(o, "holder") && len(o.parts) == 1 {
		n.holderBeyond(o, s)
	}
	if s.slot == "holder" && n.absent(o) {
		o.parts = slices.DeleteFunc(o.parts, func(p part) bool { return p.slot == "holder" })
	}
}

// bodyBefore takes the body named right before a meeting noun, over a bracket
// with its short form: "the Group of Seven (G-7) meeting". Parsers get lost
// there.
func (n *narrative) bodyBefore(o *occurrence, t *trigger, s slotRole, i int) {
	j := i - 1
	if j > 2 && n.Tokens[j].Text == ")" {
		for j > i-5 && j > 0 && n.Tokens[j].Text != "(" {
			j--
		}
		j--
	}
	if j < 0 {
		return
	}
	m := n.mentionAt(j)
	if m == nil || m.end != j+1 || m.kind != byName || len(m.refs) != 1 || n.entities[m.refs[0]].kind != graph.KindOrganization || o.has(m.refs[0]) {
		return
	}
	o.parts = append(o.parts, part{entity: m.refs[0], role: s.role, token: m.head, behalf: -1, slot: "compound"})
	o.explain("participant", "named right before", n.entities[m.refs[0]].name)
}

// holderBeyond looks for the holder behind a cut that the parser made inside a
// name: "In a meeting with X, Secretary of the Council (SNSC) | Ann Lee said".
func (n *narrative) holderBeyond(o *occurrence, s slotRole) {
	end := n.Sents[o.sent].End
	if !n.brokenAt(end) || o.sent+1 >= len(n.Sents) {
		return
	}
	p := n.Tokens[n.outer(o.at)].Head
	if l := n.Tokens[p].Lower; l != "in" && l != "at" && l != "during" && l != "after" {
		return
	}
	for i := end; i < n.Sents[o.sent+1].End; i++ {
		if n.Tokens[i].Head == i {
			for _, f := range n.follow("surface", i) {
				for _, p := range n.parties(f.token) {
					n.take(o, o.trigger, s, f, p)
				}
			}
		}
	}
}

// absent tells whether the verb above a meeting says that its subject was not
// there: "boycotted the summit".
func (n *narrative) absent(o *occurrence) bool {
	out := n.outer(o.at)
	g := n.governorAt(n.Tokens[out].Head)
	return n.Tokens[out].Dep == "dobj" && g != nil && (g.class == "absent" || g.class == "refuse" || g.class == "deny") && o.trigger.asks("one")
}

// take gives party p its part, unless the slot does not take its kind.
func (n *narrative) take(o *occurrence, t *trigger, s slotRole, f found, p party) {
	e := &n.entities[p.entity]
	role := s.role
	city := e.kind == graph.KindPlace && !n.isState(p.entity)
	switch s.slot {
	case "compound":
		// "the Geneva talks", "the Iran talks" name place or subject, but
		// "Iran-Iraq talks" and "G7 talks" the parties
		if e.kind == graph.KindPlace && !n.paired(f.token) || p.mention.kind == byDemonym && !n.paired(f.token) {
			return
		}
	case "venue":
		if e.kind != graph.KindOrganization || !n.isBody(p.entity) {
			return
		}
		if len(o.parts) > 0 {
			role = graph.RoleOrganizer
		}
	case "of":
		if t.mode == graph.ModeVisit {
			role = graph.RoleVisitor
			if e.kind == graph.KindPlace {
				role = graph.RoleHost
			}
		}
	case "object", "to":
		if t.mode == graph.ModeVisit && city {
			o.place = p.entity
			return
		}
	case "holder", "subject", "whose":
		if city && p.mention.kind == byName && t.pos == "noun" && s.slot != "subject" { // "Geneva's talks"
			return
		}
	}
	if s.slot == "holder" && t.asks("one") && strings.Contains(f.via.source, "^prep:plan") {
		role = graph.RoleOrganizer
	}
	if have := o.partOf(p.entity); have != nil {
		return
	}
	o.parts = append(o.parts, part{entity: p.entity, role: role, token: p.token, behalf: -1, slot: s.slot})
	o.explain("participant", s.slot+" "+f.via.source, e.name)
}

// meetable tells whether the object of "received", "hosted" can be who was
// met: people, and for a strict trigger a named person.
func (n *narrative) meetable(t *trigger, token int, got []party) bool {
	for _, p := range got {
		if n.entities[p.entity].kind == graph.KindPerson {
			return true
		}
	}
	if t.asks("strict") {
		return false
	}
	return n.isPeople(token) && !(n.mentionAt(token) != nil && t.lemmas[0] != "meet")
}

// holds tells whether the one that a holder pattern leads to can have the
// meeting: after a preposition only people do, and who speaks of a meeting
// "between" or "of" others is not in it.
func (n *narrative) holds(o *occurrence, f found) bool {
	if !strings.Contains(f.via.source, "^pobj") {
		return true
	}
	prep := n.Tokens[n.outer(o.at)].Head
	switch n.Tokens[prep].Lower {
	case "of":
		return false
	case "before", "ahead", "after", "following":
		if l := n.Tokens[prep].Lower; len(o.parts) == 0 && (l == "before" || l == "ahead") {
			return false
		}
		if len(o.parts) > 1 || n.filled(o, "of") || n.filled(o, "compound") {
			return false
		}
	}
	if n.filled(o, "of") && !o.trigger.asks("body") && !o.trigger.asks("one") && !n.isBody(o.parts[0].entity) {
		return false
	}
	for _, p := range n.parties(f.token) {
		if n.entities[p.entity].kind == graph.KindPerson || len(o.parts) > 0 || n.isBody(p.entity) {
			return true
		}
	}
	return len(n.parties(f.token)) > 1 // "the presidents of A and B signed it after talks"
}

func (n *narrative) filled(o *occurrence, slot string) bool {
	return slices.ContainsFunc(o.parts, func(p part) bool { return p.slot == slot })
}

// paired tells whether a modifier is one of two: "Iran-Iraq talks",
// "Franco-German summit", "U.S. and Soviet negotiations".
func (n *narrative) paired(token int) bool {
	h := n.Tokens[token].Head
	count := 0
	for _, c := range append(n.Children(h), n.Children(token)...) {
		if m := n.mentionAt(c); m != nil && len(m.refs) == 1 {
			switch n.Tokens[c].Dep {
			case "compound", "amod", "nmod", "conj", "npadvmod":
				count++
			}
		}
	}
	return count >= 2 || n.Tokens[h].Dep == "compound" && n.mentionAt(h) != nil
}

// findHolderRole gives the holder of a meeting noun the role that its verb
// tells: who chaired a session is its chair.
func (n *narrative) findHolderRole(o *occurrence) {
	if o.trigger.pos != "noun" {
		return
	}
	out := n.outer(o.at)
	governing := -1
	switch n.Tokens[out].Dep {
	case "dobj", "nsubjpass":
		governing = n.Tokens[out].Head
	}
	for _, c := range n.Children(out) {
		if n.Tokens[c].Dep == "acl" && n.Tokens[c].Tag == "VBN" && n.child(c, "agent") >= 0 {
			governing = c
		}
	}
	if governing < 0 {
		return
	}
	g := n.governorAt(governing)
	if g != nil && o.trigger.asks("one") && (g.class == "cancel" || g.class == "postpone") {
		g = governors["organize"]
	}
	if g == nil || g.role == "" || g.role == graph.RoleParticipant {
		// a reception held for X by Y: Y is the host
		if n.filled(o, "for") {
			for i := range o.parts {
				if o.parts[i].slot == "holder" {
					o.parts[i].role = graph.RoleHost
				}
			}
		}
		return
	}
	for i := range o.parts {
		if p := &o.parts[i]; p.slot == "holder" {
			p.role = g.role
			if g.class == "host" {
				for j := range o.parts {
					if s := o.parts[j].slot; s == "for" || s == "with" {
						o.parts[j].role = graph.RoleVisitor
					}
				}
			}
		}
	}
}

// sponsors are the participles that name who made a meeting come about.
var sponsors = map[string]graph.Role{
	"sponsor": graph.RoleOrganizer, "organize": graph.RoleOrganizer, "organise": graph.RoleOrganizer, "back": graph.RoleOrganizer,
	"arrange": graph.RoleOrganizer, "lead": graph.RoleChair, "chair": graph.RoleChair, "host": graph.RoleHost,
	"broker": graph.RoleOrganizer, "mediate": graph.RoleMediator, "supervise": graph.RoleOrganizer, "convene": graph.RoleOrganizer, "led": graph.RoleChair,
}

// findSponsor reads "UN-sponsored talks", "a summit chaired by X".
func (n *narrative) findSponsor(o *occurrence) {
	if o.trigger.pos != "noun" {
		return
	}
	for _, c := range n.Children(o.at) {
		dep := n.Tokens[c].Dep
		role, ok := sponsors[n.sponsorLemma(c)]
		if !ok || dep != "amod" && dep != "acl" {
			continue
		}
		if c >= 2 && n.Tokens[c-1].Text == "-" { // "UN-sponsored", however it was parsed
			for _, p := range n.parties(c - 2) {
				n.giveSponsor(o, p, role)
			}
			continue
		}
		for _, k := range n.Children(c) {
			token := -1
			switch n.Tokens[k].Dep {
			case "npadvmod", "compound", "nmod", "nsubj", "amod":
				token = k
			case "agent":
				token = n.child(k, "pobj")
			}
			if token < 0 {
				continue
			}
			for _, p := range n.parties(token) {
				n.giveSponsor(o, p, role)
			}
		}
	}
}

// sponsorLemma undoes the tagger where it takes a participle for an adjective.
func (n *narrative) sponsorLemma(c int) string {
	l := n.lemma(c)
	if cut, ok := strings.CutSuffix(l, "ed"); ok && n.Tokens[c].POS != "VERB" {
		if _, ok := sponsors[cut]; ok {
			return cut
		}
		return cut + "e"
	}
	return l
}

func (n *narrative) giveSponsor(o *occurrence, p party, role graph.Role) {
	if o.partOf(p.entity) == nil {
		o.parts = append(o.parts, part{entity: p.entity, role: role, token: p.token, behalf: -1, slot: "sponsor"})
		o.explain("participant", "sponsor", n.entities[p.entity].name)
	}
}

// enough tells whether the telling names enough parties to be one by itself;
// "the talks" without any are left to merging.
func (n *narrative) enough(o *occurrence) bool {
	t, k := o.trigger, len(o.parts)
	sides := map[string]bool{}
	for _, p := range o.parts {
		side := p.slot
		if side == "whose" || side == "for" && t.mode != graph.ModeVisit {
			side = p.slot
		}
		sides[side] = true
	}
	switch {
	case t.asks("face"):
		return n.toldInPerson(o)
	case t.asks("phoned"):
		return (k >= 2 || k == 1 && o.unnamed) && n.phoned(o)
	case t.asks("plural") && n.Tokens[o.at].Tag != "NNS" && n.Tokens[o.at].Tag != "NNPS" && k < 2:
		return false
	case t.asks("body"):
		if t.pos == "verb" {
			return k >= 2 || k == 1 && n.isBody(o.parts[0].entity)
		}
		for _, p := range o.parts {
			if n.isBody(p.entity) {
				return true
			}
		}
		return k >= 2
	case t.asks("sitting"):
		return k >= 2 && slices.ContainsFunc(o.parts, func(p part) bool { return p.slot != "subject" && n.isBody(p.entity) })
	case t.asks("strict"):
		return k >= 2 && n.filled(o, "object")
	case t.asks("person") && t.lemmas[0] != "meet":
		return k >= 2 && n.filled(o, "object") || k == 1 && n.received(o)
	case t.asks("tour"):
		return n.isTour(o)
	case t.asks("two"):
		if n.sideOpen(o) { // "talked to the banks": the other side is not the subject's list
			return k >= 1 && o.unnamed && n.entities[o.parts[0].entity].kind == graph.KindPerson
		}
		return k >= 2
	case t.mode == graph.ModeVisit:
		return n.visits(o)
	case t.asks("one"):
		return k >= 1
	case t.pos == "verb":
		return k >= 2 || k == 1 && (o.unnamed || sides["subject"] && n.plural(o))
	}
	return k >= 2 || k == 1 && (o.unnamed || o.parts[0].slot != "holder" && n.entities[o.parts[0].entity].kind == graph.KindOrganization || n.isBody(o.parts[0].entity))
}

// received tells whether a telling with one named party is of a reception by or
// of people who act for someone: "received ministers", not "was greeted by
// thousands".
func (n *narrative) received(o *occurrence) bool {
	other := -1
	for _, slot := range []string{"subject", "object"} {
		for _, f := range n.follow(slot, o.at) {
			if f.token != o.parts[0].token && n.mentionAt(f.token) == nil {
				other = f.token
			}
		}
	}
	if other < 0 {
		return n.passive(o.at) && n.entities[o.parts[0].entity].kind == graph.KindPerson && n.lemma(o.at) == "brief"
	}
	return peopleNouns()["representatives"][n.lemma(other)] || o.parts[0].slot == "subject" && n.isPeople(other)
}

// isTour tells whether one travels to several states.
func (n *narrative) isTour(o *occurrence) bool {
	states, person := 0, false
	for _, p := range o.parts {
		if p.role == graph.RoleHost && n.isState(p.entity) {
			states++
		}
		person = person || n.entities[p.entity].kind == graph.KindPerson
	}
	return states >= 2 && person
}

// sideOpen tells whether a telling has a phrase for the other side that names
// nobody.
func (n *narrative) sideOpen(o *occurrence) bool {
	if n.filled(o, "with") || n.filled(o, "to") || n.filled(o, "object") {
		return false
	}
	for _, slot := range []string{"with", "to"} {
		for _, s := range o.trigger.slots {
			if s.slot == slot && len(n.follow(slot, o.at)) > 0 {
				return true
			}
		}
	}
	return o.trigger.pos == "verb" && o.trigger.lemmas[0] != "discuss" && n.child(o.at, "dobj") >= 0
}

// visits tells whether a visit names a visitor and whom or what they visit.
func (n *narrative) visits(o *occurrence) bool {
	visitor, host := false, o.place >= 0
	for _, p := range o.parts {
		visitor = visitor || p.role == graph.RoleVisitor
		host = host || p.role == graph.RoleHost
	}
	return visitor && (host || o.trigger.pos == "noun")
}

// plural tells whether a verb's one named subject is a group that meets.
func (n *narrative) plural(o *occurrence) bool {
	p := o.parts[0]
	return n.entities[p.entity].kind != graph.KindPerson && n.child(o.at, "dobj") < 0
}

// toldInPerson tells whether who "told" someone something must have met them:
// a named person told another, or a body in session was told.
func (n *narrative) toldInPerson(o *occurrence) bool {
	var subject, object *part
	for i := range o.parts {
		switch o.parts[i].slot {
		case "subject":
			subject = &o.parts[i]
		case "object":
			object = &o.parts[i]
		}
	}
	if subject == nil || object == nil || n.entities[subject.entity].kind != graph.KindPerson {
		return false
	}
	switch n.entities[object.entity].kind {
	case graph.KindPerson:
		m := n.mentionAt(object.token)
		return m == nil || m.kind != byPronoun
	case graph.KindOrganization:
		return n.isBody(object.entity)
	}
	return false
}

// bodies are last words of names of bodies that sit in session.
var sittingBodies = wordSet(`cabinet parliament congress senate assembly council committee commission house commons lords
	knesset majlis duma bundestag politburo board conference court diet congress party g7 g8 g20 g-7 g-5 quartet union
	group nato asean opec league forum presidium plenum council legislature eu un un ec oecd ecofin eurogroup`)

// isBody tells whether an entity is a body that meets as such.
func (n *narrative) isBody(entity int) bool {
	e := &n.entities[entity]
	if e.kind != graph.KindOrganization {
		return false
	}
	for _, name := range append([]string{e.name}, e.aliases...) {
		words := strings.Fields(strings.ToLower(name))
		for _, w := range words {
			if sittingBodies[w] {
				return true
			}
		}
	}
	return false
}

// isState tells whether an entity is a country or a region that acts as one,
// not a city.
func (n *narrative) isState(entity int) bool {
	e := &n.entities[entity]
	return e.kind == graph.KindPlace && isCountry(e)
}

// apart splits a telling that speaks of several occasions: calls are held with
// one party at a time unless the text joins them.
func (n *narrative) apart(o *occurrence) []*occurrence {
	if o.mode != graph.ModePhone || len(o.parts) < 3 {
		return []*occurrence{o}
	}
	caller := o.parts[0]
	for _, p := range o.parts {
		if p.slot == "subject" || p.slot == "holder" {
			caller = p
			break
		}
	}
	var others []part
	for _, p := range o.parts {
		if p.slot != "subject" && p.slot != "holder" {
			others = append(others, p)
		}
	}
	if len(others) < 2 || len(o.parts)-len(others) != 1 {
		return []*occurrence{o}
	}
	var out []*occurrence
	for _, other := range others {
		one := *o
		one.parts = []part{caller, other}
		one.explain("participant", "calls are with one at a time", n.entities[other.entity].name)
		out = append(out, &one)
	}
	return out
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
// separate meeting", "had earlier met".
func (n *narrative) isAnother(i int) bool {
	for _, c := range n.Children(i) {
		switch dep := n.Tokens[c].Dep; dep {
		case "advmod", "amod":
			switch n.Tokens[c].Lower {
			case "separate", "another", "second", "other", "earlier", "previous", "separately", "previously", "later", "subsequently", "new":
				return true
			}
		case "det":
			if n.Tokens[c].Lower == "another" {
				return true
			}
		}
	}
	return false
}

// blocked tells whether the entry's unless or when conditions stop a reading.
func (n *narrative) blocked(t *trigger, i int) bool {
	for _, c := range t.unless {
		if n.meetsCondition(c, i) {
			return true
		}
	}
	for _, c := range t.when {
		if !n.meetsCondition(c, i) {
			return true
		}
	}
	return false
}

func (n *narrative) meetsCondition(c condition, i int) bool {
	if c.slot == "has" {
		for _, k := range n.Children(i) {
			dep := n.Tokens[k].Dep
			if c.words[dep] {
				return true
			}
			for w := range c.words {
				if d, lemmas, ok := strings.Cut(w, ":"); ok && d == dep && slices.Contains(strings.Split(lemmas, ","), n.Tokens[k].Lower) {
					if p := n.child(k, "pobj"); p >= 0 && n.dateAt[p] >= 0 {
						continue // "called him on Monday"
					}
					return true
				}
			}
		}
		return false
	}
	for _, f := range n.follow(c.slot, i) {
		if c.words[n.lemma(f.token)] {
			return true
		}
	}
	return false
}
