package extract

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

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
	out = n.joinReferences(out)
	out = n.findAttendance(out)
	// a visitor alone, to nowhere, is told by the meetings
	out = slices.DeleteFunc(out, func(o *occurrence) bool {
		return o.lone && len(o.parts) < 2 || o.trigger.mode == graph.ModeVisit && o.place < 0 && !slices.ContainsFunc(o.parts, func(p part) bool { return p.role == graph.RoleHost })
	})
	n.setScene(out)
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

// join adds what telling b says to a.
func (n *narrative) join(a, b *occurrence) {
	b.dead = true
	visit := b.trigger.mode == graph.ModeVisit && a.trigger.mode != graph.ModeVisit
	for _, p := range b.parts {
		if len(a.parts) > 1 && n.apposed(a, b) && n.officeAbove(&p) != "" && !a.has(p.entity) {
			continue // "met B, the first meeting of a president and a king"
		}
		if have := a.partOf(p.entity); have != nil {
			if have.role == graph.RoleParticipant {
				have.setRole(p.role, p.why.role)
			}
			if have.title == "" {
				have.setTitle(p.title, p.why.title)
				have.setBehalf(p.behalf, p.why.behalf)
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
						q.setRole(p.role, p.why.role)
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
				q.setRole(graph.RoleHost, b.because("whom the visitor met", b.at))
			}
		}
	}
	switch {
	case a.presumed && !b.presumed:
		a.setStatus(b.status, b.why.status)
		a.presumed = false
	case b.presumed:
	case n.taken(a, b):
		held := a
		if b.status == graph.StatusHeld {
			held = b
		}
		a.setStatus(held.status, held.why.status)
	case a.status != graph.StatusHeld && !b.unasked && (a.unasked || rank(b.status) > rank(a.status)):
		a.unasked = false
		a.setStatus(b.status, b.why.status)
	}
	if !a.when.known() || b.when.known() && a.when.span.Start == "" && b.when.span.Start != "" {
		a.when = b.when
	}
	if a.when.known() && b.when.known() && a.when.span.Precision != graph.PrecisionDay && b.when.span.Precision == graph.PrecisionDay && !visit {
		a.when = b.when // the day in the week
	}
	if a.place < 0 || b.place >= 0 && n.isState(a.place) && !n.isState(b.place) {
		a.setPlace(b.place, b.why.place)
	}
	if a.mode == graph.ModeUnknown && visit {
		a.setMode(graph.ModeInPerson, b.why.mode)
	} else if a.mode == graph.ModeUnknown {
		a.setMode(b.mode, b.why.mode)
	}
	if a.mode == graph.ModeInPerson && b.mode == graph.ModeMultilateral {
		a.setMode(b.mode, b.why.mode)
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
