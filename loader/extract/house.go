package extract

import (
	"github.com/whomet/whomet/graph"
)

// houses are names of buildings that stand for those who work there.
var houses = set{"White House": true, "Blue House": true, "Kremlin": true, "Downing Street": true, "Pentagon": true, "Whitehall": true, "Capitol": true}

// isHouse tells whether an entity is a body called by the house it sits in.
func (d *document) isHouse(entity int) bool {
	e := &d.entities[entity]
	return e.kind == graph.KindOrganization && houses[e.name]
}

// standingPlace returns the place that entity i is. A house is one where the
// article only says who was at it; where it also says what those inside did, the
// place is an entity of its own, named where it says "at the White House". Other
// entities are returned as they are.
func (d *document) standingPlace(i int) int {
	if i < 0 || !d.isHouse(i) {
		return i
	}
	var there []mention
	acts := false
	for _, m := range d.mentions {
		if len(m.refs) != 1 || m.refs[0] != i {
			continue
		}
		p := d.Tokens[m.head].Head
		switch l := d.Tokens[p].Lower; {
		case d.Tokens[m.head].Dep == "pobj" && placePrepositions[l]:
			there = append(there, m)
		case d.Tokens[m.head].Dep == "pobj" && (l == "to" || l == "from"):
		default:
			acts = true
		}
	}
	if !acts {
		d.entities[i].kind = graph.KindPlace
		return i
	}
	name := d.entities[i].name
	for k := range d.entities {
		if d.entities[k].kind == graph.KindPlace && d.entities[k].name == name {
			return k
		}
	}
	house := len(d.entities)
	d.entities = append(d.entities, entity{kind: graph.KindPlace, name: name})
	for _, m := range there {
		m.refs = []int{house}
		d.nested = append(d.nested, m)
	}
	return house
}
