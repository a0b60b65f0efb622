package extract

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

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
	if a.trigger.asks("face") || b.trigger.asks("face") {
		return true // one is told something on the telephone too
	}
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

// sharesHost tells whether two tellings have one beside the visitor in common;
// two who travel together may visit several places.
func (n *narrative) sharesHost(visit, other *occurrence) bool {
	if other.trigger.mode != graph.ModeVisit {
		return true
	}
	return slices.ContainsFunc(visit.parts, func(p part) bool { return p.role == graph.RoleHost && n.stands(&p, other) })
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
	if visit.sent == other.sent || shared == len(visit.parts) && shared >= 2 && n.sharesHost(visit, other) {
		return true
	}
	if visit.place < 0 && !slices.ContainsFunc(visit.parts, func(p part) bool { return p.role == graph.RoleHost }) {
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
