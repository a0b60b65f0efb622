package resolve

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/whomet/whomet/graph"
)

// unit is a unit as it will be when the graph is mended. Exactly one of name,
// account and subject is set, by kind; none in a unit that goes.
type unit struct {
	id   graph.ID
	kind graph.NodeKind
	node graph.ID

	name    *name
	person  *person // name's, once it was asked for
	account *account
	subject *subject

	blocks []string // as they will be written
	stored *stored  // as the store has it; nil: it has not
	dirty  bool     // to be written
}

// stored is what the store has of a unit.
type stored struct {
	node   graph.ID
	blocks []string
}

func (u *unit) gone() bool { return u.name == nil && u.account == nil && u.subject == nil }

// telling is what of a name or topic decides what it is one with; as long as it
// stays, more claims change no cluster.
type telling struct {
	self string
	// beside is what only single names are kept from it by, see [contradict].
	beside string
}

func (u *unit) tells() telling {
	switch {
	case u.subject != nil:
		return telling{self: joinIDs(u.subject.around())}
	case u.kind == graph.KindPerson && u.asPerson().bare():
		return telling{self: u.name.identity(u.kind) + u.name.bearing()}
	case u.kind == graph.KindPerson:
		return telling{u.name.identity(u.kind), u.name.bearing()}
	}
	return telling{self: u.name.identity(u.kind)}
}

// refs are the units that the node made of the unit is told in.
func (u *unit) refs() []graph.ID {
	switch {
	case u.account != nil:
		return u.account.refs()
	case u.subject != nil:
		return u.subject.refs()
	case u.kind == graph.KindPlace:
		return slices.Concat(u.name.refs(), u.name.holders())
	}
	return u.name.refs()
}

// asPerson returns the name as people's are compared.
func (u *unit) asPerson() person {
	if u.person == nil {
		p := u.name.written()
		u.person = &p
	}
	return *u.person
}

// moved tells whether the unit leads elsewhere than before.
func (u *unit) moved() bool {
	if u.stored == nil {
		return !u.gone()
	}
	return u.gone() || u.node != u.stored.node
}

// decode reads a unit of the store.
func decode(g graph.Unit) (*unit, error) {
	u := &unit{id: g.ID, kind: g.Kind, node: g.Node, blocks: g.Blocks, stored: &stored{g.Node, g.Blocks}}
	var err error
	switch {
	case g.Kind.IsEntity():
		u.name = new(name)
		err = json.Unmarshal(g.Data, u.name)
	case g.Kind.IsOccurrence():
		u.account = new(account)
		err = json.Unmarshal(g.Data, u.account)
	case g.Kind == graph.KindTopic:
		u.subject = new(subject)
		err = json.Unmarshal(g.Data, u.subject)
	default:
		err = fmt.Errorf("no unit is of kind %q", g.Kind)
	}
	if err != nil {
		return nil, fmt.Errorf("read unit %s: %w", g.ID, err)
	}
	return u, nil
}

// encode makes the unit as the store keeps it.
func (u *unit) encode() (graph.Unit, error) {
	var data any
	switch {
	case u.name != nil:
		data = u.name
	case u.account != nil:
		data = u.account
	default:
		data = u.subject
	}
	b, err := json.Marshal(data)
	if err != nil {
		return graph.Unit{}, fmt.Errorf("write unit %s: %w", u.id, err)
	}
	return graph.Unit{ID: u.id, Kind: u.kind, Node: u.node, Blocks: u.blocks, Data: b}, nil
}
