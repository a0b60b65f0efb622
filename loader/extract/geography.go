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
			if of := n.nations[p.of]; of >= 0 {
				return n.countryOf(of)
			}
		}
	}
	if of := n.nations[entity]; of >= 0 {
		return n.countryOf(of)
	}
	return ""
}

// readNations fills nations: for each entity the state that the first of its names
// to tell one begins with ("Iraqi National Security Council"), or that stands
// before it as its owner or people ("Iraq's X", "Frenchman X") or after it ("X of
// Jordan").
func (r *reader) readNations() {
	states := map[string]int{}
	r.nations = make([]int, len(r.clusters))
	for e := range r.clusters {
		r.nations[e] = -1
		if r.clusters[e].state {
			states[r.clusters[e].key] = e
		}
	}
	for k := range r.spans {
		s := &r.spans[k]
		if s.cluster < 0 || r.nations[s.cluster] >= 0 || r.clusters[s.cluster].state {
			continue
		}
		if g := gazetteer.Lookup(r.Tokens[s.start].Text); g.Kind == gazetteer.Demonym || g.Kind == gazetteer.Country {
			if e, ok := states[fold(g.Name)]; ok {
				r.nations[s.cluster] = e
			}
			continue
		}
		beside := s.start - 1
		if beside > 0 && r.Tokens[beside].Tag == "POS" {
			beside--
		} else if s.kind != graph.KindPerson {
			continue
		} else if r.lowerAt(s.end) == "of" && s.end+1 < len(r.Tokens) {
			beside = s.end + 1
		}
		if beside >= 0 && r.in[beside] >= 0 {
			if o := r.spans[r.in[beside]].cluster; o >= 0 && r.clusters[o].state {
				r.nations[s.cluster] = o
			}
		}
	}
}
