package extract

import (
	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// isCountry tells whether an entity is a country or a region that acts as one.
func isCountry(e *entity) bool {
	for _, name := range append([]string{e.name}, e.aliases...) {
		switch gazetteer.Lookup(name).Kind {
		case gazetteer.Country, gazetteer.Demonym:
			return true
		case gazetteer.City, gazetteer.Region:
			return false
		}
	}
	return false
}

// isCity tells whether an entity is known to be a city.
func isCity(e *entity) bool { return gazetteer.Lookup(e.name).Kind == gazetteer.City }

// isRegion tells whether an entity is a part of the world larger than a state.
func isRegion(e *entity) bool {
	k := gazetteer.Lookup(e.name).Kind
	return k == gazetteer.Region || k == gazetteer.Regional
}

// countryOf returns the common name of the country that a place is or lies in,
// or that a person or body belongs to; "" if not known.
func (n *narrative) countryOf(entity int) string {
	e := &n.entities[entity]
	if e.kind == graph.KindPlace {
		if c := gazetteer.Lookup(e.name).Country; c != "" {
			return c
		}
		for _, name := range e.aliases {
			if g := gazetteer.Lookup(name); g.Kind == gazetteer.Country || g.Kind == gazetteer.Demonym {
				return g.Country
			}
		}
		return ""
	}
	for _, p := range e.positions {
		if p.of >= 0 && p.of != entity {
			if n.entities[p.of].kind == graph.KindPlace {
				return n.countryOf(p.of)
			}
			if c := n.bodyCountry(p.of); c != "" {
				return c
			}
		}
	}
	return n.bodyCountry(entity)
}

// bodyCountry returns the country that a body's name begins with: "Iraqi
// National Security Council".
func (n *narrative) bodyCountry(entity int) string {
	e := &n.entities[entity]
	if e.kind != graph.KindOrganization {
		return ""
	}
	for _, m := range n.mentions {
		if m.kind == byName && len(m.refs) == 1 && m.refs[0] == entity {
			if g := gazetteer.Lookup(n.Tokens[m.start].Text); g.Kind == gazetteer.Demonym || g.Kind == gazetteer.Country {
				return g.Country
			}
			if m.start > 1 && n.Tokens[m.start-1].Tag == "POS" {
				if o := n.mentionAt(m.start - 2); o != nil && len(o.refs) == 1 && n.entities[o.refs[0]].kind == graph.KindPlace {
					return n.countryOf(o.refs[0])
				}
			}
		}
	}
	return ""
}
