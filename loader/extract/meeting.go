package extract

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// findTitles notes for each party of a telling the office it is named with,
// and for whom it stands.
func (n *narrative) findTitles(o *occurrence) {
	for i := range o.parts {
		p := &o.parts[i]
		e := &n.entities[p.entity]
		if m := n.mentionAt(p.token); m != nil && m.title != "" {
			p.title, p.behalf = m.title, m.titleOf
		}
		if p.title == "" && len(e.positions) > 0 {
			p.title = e.positions[0].title
		}
		if p.behalf < 0 && len(e.positions) > 0 {
			p.behalf = e.positions[0].of
		}
		if owner := n.owner(p.token); p.behalf < 0 && e.kind == graph.KindPerson && owner >= 0 {
			p.behalf = owner // "Iran's Ann Lee"
		}
		if p.behalf == p.entity {
			p.behalf = -1
		}
	}
}

// owner returns the state or body whose genitive stands with a person's name,
// -1 if none.
func (n *narrative) owner(token int) int {
	for _, c := range n.Children(token) {
		m := n.mentionAt(c)
		if n.Tokens[c].Dep != "poss" || m == nil || m.kind == byPronoun || len(m.refs) != 1 {
			continue
		}
		if e := m.refs[0]; n.isState(e) || n.entities[e].kind == graph.KindOrganization {
			return e
		}
	}
	return -1
}

// partCountry is the country a party is of, "" if not known.
func (n *narrative) partCountry(p *part) string {
	if c := n.countryOf(p.entity); c != "" {
		return c
	}
	if p.behalf >= 0 && n.entities[p.behalf].kind == graph.KindPlace {
		return n.countryOf(p.behalf)
	}
	return ""
}

// mergeMeetings joins the tellings of one occasion: the headline and the lead,
// the firms and their heads, "the talks" and what they were. What is left is
// one occurrence an occasion, in the order of the first telling.
func (n *narrative) mergeMeetings(tellings []*occurrence) []*occurrence {
	// visits and things said give way to the meetings they contain
	slices.SortStableFunc(tellings, func(a, b *occurrence) int { return precedence(a) - precedence(b) })
	var out []*occurrence
	for _, b := range tellings {
		var into *occurrence
		for k := len(out) - 1; k >= 0; k-- { // the nearest before, then any
			if n.sameOccasion(out[k], b) && (into == nil || abs(out[k].sent-b.sent) < abs(into.sent-b.sent)) {
				into = out[k]
			}
		}
		if into != nil {
			n.join(into, b)
			continue
		}
		out = append(out, b)
	}
	slices.SortStableFunc(out, func(a, b *occurrence) int { return a.at - b.at })
	n.joinReferences(out)
	// a visitor alone, to nowhere, is told by the meetings
	out = slices.DeleteFunc(out, func(o *occurrence) bool {
		return o.trigger.mode == graph.ModeVisit && o.place < 0 && !slices.ContainsFunc(o.parts, func(p part) bool { return p.role == graph.RoleHost })
	})
	for _, o := range out {
		n.settle(o)
	}
	return out
}

func precedence(o *occurrence) int {
	switch {
	case o.trigger.asks("face"):
		return 3
	case (len(o.parts) < 2 || o.oneSided()) && o.trigger.mode != graph.ModeVisit:
		return 2
	case o.trigger.mode == graph.ModeVisit:
		return 1
	}
	return 0
}

// oneSided tells whether a telling names one side only: "they talked to
// bankers".
func (o *occurrence) oneSided() bool {
	if !o.unnamed {
		return false
	}
	for _, p := range o.parts {
		if p.slot != o.parts[0].slot {
			return false
		}
	}
	return true
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

// sameOccasion tells whether two tellings can be of one occasion: the parties
// of one are, or stand for, parties of the other, and nothing contradicts.
func (n *narrative) sameOccasion(a, b *occurrence) bool {
	if !sameStatus(a, b) || !sameMode(a, b) || !n.sameWhen(a, b) || !n.samePlace(a, b) {
		return false
	}
	if b.trigger.mode == graph.ModeVisit || a.trigger.mode == graph.ModeVisit {
		if (a.oneSided() || b.oneSided()) && a.sent != b.sent {
			return false
		}
		return n.visitOf(a, b)
	}
	if a.sent == b.sent && n.Tokens[max(a.at, b.at)].Dep == "appos" && n.Tokens[max(a.at, b.at)].POS == "NOUN" && sharesParty(a, b) {
		return true // "met B on Monday, the first meeting of the two states"
	}
	if n.sentApart(a, b) || b.at > a.at && b.another && a.sent != b.sent || a.at > b.at && a.another && a.sent != b.sent {
		return false
	}
	if (a.definite && a.at > b.at || b.definite && b.at > a.at) && n.attends(a, b) {
		return true
	}
	small, large := b, a
	if len(a.parts) < len(b.parts) {
		small, large = a, b
	}
	matched := 0
	for i := range small.parts {
		if n.stands(&small.parts[i], large) {
			matched++
		}
	}
	if matched < len(small.parts) {
		return false
	}
	if small.oneSided() && !small.definite {
		return large.trigger.mode == graph.ModeVisit || large.oneSided() && matched == len(large.parts)
	}
	if matched >= 2 {
		// two verbs that tell of different circles are of different occasions:
		// "A and B received C", "B talked to C over dinner"
		apart := a.trigger.pos == "verb" && b.trigger.pos == "verb" && a.trigger != b.trigger && !a.continues() && !b.continues()
		return !apart || n.allStand(large, small) || min(a.sent, b.sent) <= 1
	}
	// one party in common: only what is spoken of as known, or a body's own
	if abs(a.sent-b.sent) <= 1 && n.isBody(small.parts[0].entity) && (a.place < 0 || b.place < 0) {
		return true
	}
	return small.definite && small.at > large.at || n.isBody(small.parts[0].entity) && small.trigger.asks("one") == large.trigger.asks("one")
}

// attends tells whether the later of two tellings only says who comes to the
// talks that the earlier told: "Ann Lee, who will attend the talks".
func (n *narrative) attends(a, b *occurrence) bool {
	if a.at > b.at {
		a, b = b, a
	}
	if b.trigger.pos != "noun" || n.lemma(a.at) != n.lemma(b.at) || n.Tokens[b.at].Dep != "dobj" && n.Tokens[b.at].Dep != "pobj" {
		return false
	}
	h := n.Tokens[b.at].Head
	g := n.governorAt(h)
	if g == nil || g.class != "attend" {
		return false
	}
	return len(b.parts) == 1 || slices.ContainsFunc(b.parts, func(p part) bool { return a.has(p.entity) })
}

// sentApart tells tellings that one sentence sets side by side: "met A and
// later met B".
func (n *narrative) sentApart(a, b *occurrence) bool {
	if a.sent != b.sent || a.trigger.pos != "verb" || b.trigger.pos != "verb" {
		return false
	}
	return a.trigger == b.trigger
}

// stands tells whether party p is among those of o, by itself, by who stands
// for it, or by whom it stands for.
func (n *narrative) stands(p *part, o *occurrence) bool {
	for i := range o.parts {
		q := &o.parts[i]
		if p.entity == q.entity || n.represents(p, q.entity) || n.represents(q, p.entity) {
			return true
		}
	}
	return false
}

// sharesParty tells whether a party, or one it stands for, is in both.
func sharesParty(a, b *occurrence) bool {
	return slices.ContainsFunc(a.parts, func(p part) bool { return b.has(p.entity) || p.behalf >= 0 && b.has(p.behalf) })
}

// continues tells tellings that go on about a meeting rather than open one:
// "they discussed X", "A told B".
func (o *occurrence) continues() bool {
	return o.trigger.asks("face") || o.trigger.lemmas[0] == "discuss"
}

// allStand tells whether every party of a stands among those of b.
func (n *narrative) allStand(a, b *occurrence) bool {
	for i := range a.parts {
		if !n.stands(&a.parts[i], b) {
			return false
		}
	}
	return true
}

// represents tells whether p holds an office at body or state e.
func (n *narrative) represents(p *part, e int) bool {
	if p.behalf == e {
		return true
	}
	if n.entities[p.entity].kind != graph.KindPerson {
		return false
	}
	for _, pos := range n.entities[p.entity].positions {
		if pos.of == e {
			return true
		}
	}
	if n.entities[e].kind == graph.KindPlace && isCountry(&n.entities[e]) {
		c := n.countryOf(p.entity)
		return c != "" && c == n.countryOf(e)
	}
	return false
}

func sameStatus(a, b *occurrence) bool {
	if a.status == b.status {
		return true
	}
	if a.status == graph.StatusHeld || b.status == graph.StatusHeld {
		return false
	}
	return true
}

func sameMode(a, b *occurrence) bool {
	far := func(o *occurrence) bool { return o.mode == graph.ModePhone || o.mode == graph.ModeVideo }
	return far(a) == far(b) || a.mode == graph.ModeUnknown || b.mode == graph.ModeUnknown
}

// sameWhen tells whether two tellings may be of one day.
func (n *narrative) sameWhen(a, b *occurrence) bool {
	if !a.when.known() || !b.when.known() {
		return true
	}
	x, y := &a.when.span, &b.when.span
	if x.Start == "" || y.Start == "" {
		if x.Start == "" && y.Start == "" {
			w, v := strings.Fields(strings.ToLower(x.Text)), strings.Fields(strings.ToLower(y.Text))
			if len(w) > 0 && len(v) > 0 && isWeekday(w[0]) && isWeekday(v[0]) {
				return w[0] == v[0]
			}
		}
		return true
	}
	return x.First() <= y.Last() && y.First() <= x.Last()
}

func isWeekday(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tomorrow":
		return true
	}
	return false
}

// samePlace tells whether two tellings may be of one place: a city and its
// country do not contradict each other.
func (n *narrative) samePlace(a, b *occurrence) bool {
	if a.place < 0 || b.place < 0 || a.place == b.place {
		return true
	}
	if n.isState(a.place) != n.isState(b.place) || !isCity(&n.entities[a.place]) || !isCity(&n.entities[b.place]) {
		x, y := n.countryOf(a.place), n.countryOf(b.place)
		return x == "" || y == "" || x == y
	}
	return false
}

// visitOf tells whether one of two tellings is the visit during which the
// other took place.
func (n *narrative) visitOf(a, b *occurrence) bool {
	visit, other := a, b
	if b.trigger.mode == graph.ModeVisit {
		visit, other = b, a
	}
	visitor, shared := false, 0
	for i := range visit.parts {
		p := &visit.parts[i]
		if p.role == graph.RoleVisitor && other.has(p.entity) {
			visitor = true
		}
		if n.stands(p, other) {
			shared++
		}
	}
	if !visitor {
		return false
	}
	if visit.sent == other.sent || shared == len(visit.parts) && shared >= 2 {
		return true
	}
	if len(visit.parts) == 1 && visit.place < 0 {
		return true
	}
	// the visited place is where the other party is at home
	for i := range other.parts {
		p := &other.parts[i]
		if visit.has(p.entity) {
			continue
		}
		home := n.countryOf(p.entity)
		if home == "" {
			continue
		}
		if visit.place >= 0 && n.countryOf(visit.place) == home {
			return true
		}
		for _, q := range visit.parts {
			if q.role == graph.RoleHost && n.countryOf(q.entity) == home {
				return true
			}
		}
	}
	return visit.place >= 0 && visit.place == other.place
}

// join adds what telling b says to a.
func (n *narrative) join(a, b *occurrence) {
	b.dead = true
	visit := b.trigger.mode == graph.ModeVisit && a.trigger.mode != graph.ModeVisit
	for _, p := range b.parts {
		if have := a.partOf(p.entity); have != nil {
			if have.role == graph.RoleParticipant {
				have.role = p.role
			}
			if have.title == "" {
				have.title, have.behalf = p.title, p.behalf
			}
			continue
		}
		if visit && p.role == graph.RoleVisitor && n.entities[p.entity].kind == graph.KindPerson {
			a.parts = append(a.parts, p)
			continue
		}
		if visit || n.stands(&p, a) && n.entities[p.entity].kind != graph.KindPerson {
			if p.role == graph.RoleHost || p.role == graph.RoleVisitor { // the state's part is its people's
				for i := range a.parts {
					if q := &a.parts[i]; n.represents(q, p.entity) && q.role == graph.RoleParticipant {
						q.role = p.role
					}
				}
			}
			continue
		}
		if n.attends(a, b) {
			p.slot = "attendee"
		}
		a.parts = append(a.parts, p)
	}
	if visit {
		for i := range a.parts {
			if q := &a.parts[i]; q.role == graph.RoleParticipant && b.partOf(q.entity) == nil && n.entities[q.entity].kind == graph.KindPerson && len(a.parts) == 2 {
				q.role = graph.RoleHost
			}
		}
	}
	if a.status != graph.StatusHeld && rank(b.status) > rank(a.status) {
		a.status = b.status
	}
	if !a.when.known() || b.when.known() && a.when.span.Start == "" && b.when.span.Start != "" {
		a.when = b.when
	}
	if a.place < 0 || b.place >= 0 && n.isState(a.place) && !n.isState(b.place) {
		a.place = b.place
	}
	if a.mode == graph.ModeUnknown {
		a.mode = b.mode
	}
	if a.mode == graph.ModeInPerson && b.mode == graph.ModeMultilateral {
		a.mode = b.mode
	}
	a.topics = append(a.topics, b.topics...)
	a.references = append(a.references, b.at)
	if b.trigger.asks("face") {
		a.faces = append(a.faces, b.at)
	}
	for _, q := range b.quotes {
		if !slices.Contains(a.quotes, q) {
			a.quotes = append(a.quotes, q)
		}
	}
	a.why = append(a.why, b.why...)
	a.weight = max(a.weight, b.weight)
}

// rank orders what may become of a meeting that was not held: a later word of
// calling it off outweighs the plan.
func rank(s graph.OccurrenceStatus) int {
	switch s {
	case graph.StatusCancelled:
		return 5
	case graph.StatusPostponed:
		return 4
	case graph.StatusRefused, graph.StatusDenied:
		return 3
	case graph.StatusPlanned:
		return 2
	case graph.StatusOffered:
		return 1
	}
	return 0
}

// joinReferences finds "the meeting", "today's talks" that name no party, and
// adds their sentences, days and places to the meeting they speak of: the last
// one told before, else the first after.
func (n *narrative) joinReferences(meetings []*occurrence) {
	for i := range n.Tokens {
		o := n.reference(i)
		if o == nil {
			continue
		}
		var to *occurrence
		best := 0
		for _, m := range meetings {
			if m.at == i || m.trigger.mode == graph.ModeVisit && o.trigger.mode != graph.ModeVisit || !sameMode(m, o) || !n.sameWhen(m, o) || !n.samePlace(m, o) {
				continue
			}
			if o.trigger.mode == graph.ModeVisit && m.trigger.mode != graph.ModeVisit {
				continue
			}
			if !o.definite && len(o.parts) == 0 && (n.lemma(m.at) != n.lemma(i) || abs(m.sent-o.sent) > 2 || !sameStatus(m, o)) {
				continue // "talks expected in July" after "its coming talks"
			}
			if !o.definite && len(o.parts) == 1 && !m.has(o.parts[0].entity) || len(o.parts) == 1 && m.at > i && !m.has(o.parts[0].entity) {
				continue // "after talks on X" with one party of a meeting told later
			}
			// the same word, the same day and the nearer telling speak for it
			score := 1
			if n.lemma(m.at) == n.lemma(i) {
				score += 4
			} else if t := m.trigger; o.trigger != t && (!generalWords[n.lemma(i)] || t.asks("one") && n.lemma(i) != "meeting") {
				continue // a lunch is no summit, but both are meetings
			}
			if o.when.known() && m.when.known() && o.when.span.Start != "" && o.when.span.Start == m.when.span.Start {
				score += 8
			}
			if o.place >= 0 && o.place == m.place {
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
			continue
		}
		if !slices.Contains(to.quotes, o.sent) {
			to.quotes = append(to.quotes, o.sent)
		}
		n.addSpeaker(to, i)
		n.aimTopic(to, i)
		if !to.when.known() && o.when.known() && sameStatus(to, o) {
			to.when = o.when
		}
		if to.place < 0 && o.place >= 0 {
			to.place = o.place
		}
		if to.status != graph.StatusHeld && rank(o.status) > max(2, rank(to.status)) {
			to.status = o.status
		}
		to.topics = append(to.topics, o.topics...)
		to.references = append(to.references, i)
	}
}

// generalWords can speak of any meeting.
var generalWords = wordSet("meeting talk discussion negotiation conversation session encounter consultation dialogue")

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
				o.parts = append(o.parts, part{entity: q.entity, role: graph.RoleParticipant, token: q.token, behalf: -1, slot: "speaker"})
				o.explain("participant", "spoke at it", n.entities[q.entity].name)
			}
		}
		if len(got) > 0 {
			return
		}
	}
}

// reference reads a meeting noun that names no party by itself.
func (n *narrative) reference(i int) *occurrence {
	all := n.triggersFor(i)
	if len(all) == 0 {
		return nil
	}
	t := all[0]
	if t.pos != "noun" || n.inName(i) || n.blocked(t, i) || t.asks("phoned") && n.lemma(i) == "call" && !n.phoned(&occurrence{trigger: t, at: i, mode: t.mode}) {
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
	o := &occurrence{trigger: t, at: i, sent: n.Tokens[i].Sent, mode: t.mode, place: -1}
	for _, s := range t.slots {
		n.fill(o, t, s, i)
	}
	if n.enough(o) {
		return nil
	}
	n.findAnchors(o)
	n.findStatus(o)
	n.findWhen(o)
	n.findPlace(o)
	if !known && len(o.parts) != 1 && (o.when.span.Start == "" || len(o.parts) > 0) {
		return nil
	}
	n.findDirectTopics(o)
	o.definite = known
	return o
}

// intergovernmental bodies meet as many states at once.
var intergovernmental = wordSet(`eu un ec eec g7 g8 g20 g-7 g-8 g-20 g-5 g5 g10 nato asean opec oecd ecofin eurogroup eurozone gcc brics
	imf wto osce commonwealth apec mercosur comecon`)

// settle fixes the roles and the mode of a merged meeting.
func (n *narrative) settle(o *occurrence) {
	n.dropRepresented(o)
	n.placeByJourney(o)
	n.hostByPlace(o)
	n.hostByJourney(o)
	if o.mode == graph.ModeVisit {
		for _, p := range o.parts {
			if p.role == graph.RoleHost && n.entities[p.entity].kind == graph.KindPerson && o.trigger.pos == "verb" {
				o.mode = graph.ModeInPerson
			}
		}
		return
	}
	if o.mode == graph.ModePhone || o.mode == graph.ModeVideo {
		return
	}
	if n.sides(o) >= 3 || n.ofStates(o) {
		o.mode = graph.ModeMultilateral
	} else if o.mode == graph.ModeMultilateral && len(o.parts) == 2 && o.trigger.lemmas[0] == "summit" && n.lemma(o.at) == "summit" {
		o.mode = graph.ModeInPerson
	}
	if o.mode == graph.ModeUnknown && o.trigger.pos == "verb" && o.place >= 0 {
		o.mode = graph.ModeInPerson // "talked to officials in Rome"
	}
	if o.mode == graph.ModeInPerson && n.lemma(o.at) == "talk" && o.trigger.pos == "noun" && o.place < 0 && !slices.ContainsFunc(o.parts, func(p part) bool { return n.entities[p.entity].kind == graph.KindPerson }) {
		o.mode = graph.ModeUnknown
	}
}

// dropRepresented leaves out a state or body for which a person is named.
func (n *narrative) dropRepresented(o *occurrence) {
	all := slices.Clone(o.parts)
	o.parts = slices.DeleteFunc(o.parts, func(p part) bool {
		if len(all) < 3 || n.entities[p.entity].kind == graph.KindPerson || p.role == graph.RoleOrganizer || n.isSitting(&p) {
			return false
		}
		return slices.ContainsFunc(all, func(q part) bool {
			return q.entity != p.entity && n.entities[q.entity].kind == graph.KindPerson && n.represents(&q, p.entity)
		})
	})
}

// isSitting tells whether the meeting is a session of that body.
func (n *narrative) isSitting(p *part) bool {
	return n.isBody(p.entity) && (p.slot == "of" || p.slot == "compound" || p.slot == "object")
}

// hostByPlace makes hosts of those who are at home where the meeting was, and
// visitors of the people from elsewhere.
func (n *narrative) hostByPlace(o *occurrence) {
	if o.place < 0 || n.sides(o) > 2 || o.mode == graph.ModePhone || o.mode == graph.ModeVideo {
		return
	}
	country := n.countryOf(o.place)
	if country == "" {
		return
	}
	home, away := false, false
	for i := range o.parts {
		p := &o.parts[i]
		if p.role != graph.RoleParticipant {
			return
		}
		switch c := n.countryOf(p.entity); {
		case c == "":
			return
		case c == country:
			home = true
		default:
			away = away || n.entities[p.entity].kind == graph.KindPerson
		}
	}
	if !home || !away {
		return
	}
	for i := range o.parts {
		p := &o.parts[i]
		p.role = graph.RoleVisitor
		if n.countryOf(p.entity) == country {
			p.role = graph.RoleHost
		}
	}
	o.explain("role", "at home in", country)
}

// hostByJourney makes visitors of those whom the article tells to come to the
// state that the others are of.
func (n *narrative) hostByJourney(o *occurrence) {
	if o.mode == graph.ModePhone || o.mode == graph.ModeVideo || slices.ContainsFunc(o.parts, func(p part) bool { return p.role != graph.RoleParticipant }) {
		return
	}
	for _, j := range n.journeys {
		traveller := o.partOf(j.person)
		there := n.countryOf(j.place)
		if traveller == nil || there == "" || n.countryOf(j.person) == there {
			continue
		}
		if !slices.ContainsFunc(o.parts, func(p part) bool { return n.countryOf(p.entity) == there }) {
			continue
		}
		for i := range o.parts {
			p := &o.parts[i]
			switch c := n.countryOf(p.entity); {
			case c == there || c == "" && p.slot != traveller.slot:
				p.role = graph.RoleHost
			default:
				p.role = graph.RoleVisitor
			}
		}
		o.explain("role", "came to", there)
		return
	}
}

// sides counts the states and bodies that the parties are of. Who stands in
// one slot with others whose state is known is taken for one of them.
func (n *narrative) sides(o *occurrence) int {
	sides := map[string]bool{}
	known := map[string]bool{} // slots
	var open []part
	for _, p := range o.parts {
		if c := n.partCountry(&p); c != "" {
			sides[c], known[p.slot] = true, true
		} else if p.slot != "attendee" {
			open = append(open, p)
		}
	}
	for _, p := range open {
		switch {
		case n.entities[p.entity].kind != graph.KindPerson || p.slot == "between":
			sides[n.entities[p.entity].name] = true
		case !known[p.slot]:
			sides["in slot "+p.slot] = true
		}
	}
	return len(sides)
}

// ofStates tells whether a body of many states meets as such.
func (n *narrative) ofStates(o *occurrence) bool {
	for _, p := range o.parts {
		e := &n.entities[p.entity]
		if p.slot == "with" || p.slot == "object" || p.slot == "to" || e.kind == graph.KindPerson {
			continue
		}
		for _, name := range append([]string{e.name}, e.aliases...) {
			for _, w := range strings.Fields(strings.ToLower(name)) {
				if intergovernmental[w] {
					return true
				}
			}
			switch strings.ToLower(name) {
			case "european union", "united nations", "european community", "group of seven", "group of eight", "group of five", "group of twenty", "security council":
				return true
			}
		}
	}
	return false
}
