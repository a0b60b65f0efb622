package resolve

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// Leaders meet leaders and envoys meet envoys: "a president and a leader of the
// North met" is told of no general's visit. The level of an office tells apart
// what the states that took part do not.

// level is how high an office is, as a set, so that what several say adds up.
type level uint8

const (
	led    level = 1 << iota // heads of state and government
	served                   // whoever else acts for a state
)

// heads are the words for heads of state and government, and below what makes
// another's office of them.
var (
	heads = set("president presidents premier premiers prime leader leaders king kings queen queens emir emirs sultan chancellor chancellors emperor monarch monarchs pope")
	below = set("vice deputy former acting assistant adviser advisor aide envoy ambassador party opposition union council parliament minority majority spokesman spokeswoman general company bank")
)

// levelOf reads the level of an office, 0 if there is none.
func levelOf(title string) level {
	words := strings.Fields(terms.Fold(title))
	switch {
	case len(words) == 0:
		return 0
	case hasAny(words, heads) && !hasAny(words, below):
		return led
	case hasAny(words, heads):
		return 0 // a party's leader may be the state's
	}
	return served
}

// levels returns for each state the levels of those who took part for it, and
// apart those of the state itself where it stands for office-holders without a
// name. A state with someone of whom no office is told has none.
func (o *occasion) levels(m *mender, parties []party) {
	unknown := map[graph.ID]bool{}
	o.held, o.seated = map[graph.ID]level{}, map[graph.ID]level{}
	for _, p := range parties {
		l := levelOf(p.Title)
		if p.Kind == graph.KindPlace {
			o.seated[m.nodeOf(p.Unit)] |= l
			continue
		}
		if p.OnBehalfOf == "" || p.Kind != graph.KindPerson {
			continue
		}
		n := m.nodeOf(p.OnBehalfOf)
		if unknown[n] = unknown[n] || l == 0; unknown[n] {
			delete(o.held, n)
			continue
		}
		o.held[n] |= l
	}
}

// outranks tells whether one report is of unnamed holders of an office of a state
// that nobody who took part for it by the other holds: of presidents, and of
// envoys.
func (o *occasion) outranks(p *occasion) bool {
	for n, l := range o.seated {
		if l == 0 {
			continue
		}
		if h := p.held[n]; h != 0 && h&l == 0 {
			return true
		}
		if s := p.seated[n]; s != 0 && s&l == 0 {
			return true
		}
	}
	return false
}
