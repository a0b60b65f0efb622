package resolve

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// sides are whom those who took part stand for: a country each, as far as the
// article tells, else themselves. states: all are countries, or other places.
type sides struct {
	units, lands, others []graph.ID
	states               bool
}

func (r *reading) sides(rep *graph.Report) sides {
	var out sides
	for _, p := range rep.Participants {
		m := r.mentions[p.Mention]
		if m == nil {
			continue
		}
		side, land := m.Unit, true
		if of := r.mentions[p.OnBehalfOf]; of != nil && of.Kind == graph.KindPlace {
			side = r.countryOf(of)
		} else if m.Kind == graph.KindPlace {
			side = r.countryOf(m)
		} else if c := r.serves(m); c != "" {
			side = countryUnit(c)
		} else {
			land = false
		}
		if land {
			out.lands = append(out.lands, side)
		} else {
			out.others = append(out.others, side)
		}
	}
	out.states = len(out.others) == 0
	out.lands, out.others = union(out.lands, nil), union(out.others, nil)
	out.units = union(out.lands, out.others)
	return out
}

// countryOf returns the unit of a country, whatever name of it or of its
// capital the mention has; of another place its own unit.
func (r *reading) countryOf(m *graph.Mention) graph.ID {
	if s := r.spots[m.ID]; s.country != "" {
		return countryUnit(s.country)
	}
	return m.Unit
}

// serves returns the country that the person holds office for, if the article
// tells of one only.
func (r *reading) serves(m *graph.Mention) string {
	found := ""
	for _, p := range m.Positions {
		name := p.OfText
		if of := r.mentions[p.Of]; of != nil {
			name = of.Name
		}
		first, _, _ := strings.Cut(name, " ")
		for _, n := range []string{name, strings.TrimRight(first, "'’s"), first} { // "Iraq's Ministry", "Iraqi cabinet"
			if e := gazetteer.Lookup(n); nation(e) {
				if found != "" && found != e.Name {
					return ""
				}
				found = e.Name
				break
			}
		}
	}
	return found
}
