package extract

import (
	"fmt"

	"github.com/whomet/whomet/graph"
)

// entry is where in a data file a rule stands.
type entry struct {
	file string
	line int
	name string // what it is called there: a trigger's words, a pattern's path
}

func (e *entry) String() string { return fmt.Sprintf("%s:%d", e.file, e.line) }

// reason says why a slot holds what it holds. It travels with the value: a
// setter asks for both, and joining two tellings takes both. It is a few
// numbers; words and paths are made of it only for who asks (see explain).
type reason struct {
	rule  string // what was read, in a few words
	entry *entry // the line of a data file that says so, nil if code does
	at    int    // the token where the reading began
	to    int    // the token it led to
}

// because is a reason that begins at the telling's own word.
func (o *occurrence) because(rule string, to int) reason { return reason{rule: rule, at: o.at, to: to} }

// by is because, with the entry of a data file.
func (o *occurrence) by(e *entry, rule string, to int) reason { return reason{rule, e, o.at, to} }

func (o *occurrence) setStatus(s graph.OccurrenceStatus, why reason) {
	o.status, o.why.status = s, why
}

func (o *occurrence) setMode(m graph.MeetingMode, why reason) { o.mode, o.why.mode = m, why }

// setPlace sets the entity where it was.
func (o *occurrence) setPlace(e int, why reason) { o.place, o.why.place = e, why }

// admit adds a party in a slot, with that slot's role.
func (o *occurrence) admit(p party, s slotRole, why reason) *part {
	o.parts = append(o.parts, part{entity: p.entity, token: p.token, behalf: -1, slot: s.slot})
	q := &o.parts[len(o.parts)-1]
	q.why.part = why
	q.setRole(s.role, o.by(s.entry, "the slot's role", p.token))
	return q
}

func (p *part) setRole(r graph.Role, why reason) { p.role, p.why.role = r, why }

// setTitle sets the office that a party is named with.
func (p *part) setTitle(title string, why reason) { p.title, p.why.title = title, why }

// setBehalf sets the entity that a party stands for.
func (p *part) setBehalf(e int, why reason) { p.behalf, p.why.behalf = e, why }
