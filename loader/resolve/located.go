package resolve

import (
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// locate fills in where a place is: by the gazetteer, else by what most
// articles say. Within is the smallest place that holds it and is in the graph.
func (m *mender) locate(e *graph.Entity, units []*unit, sum *name) {
	within := func(ids []graph.ID) {
		for _, id := range ids {
			n := m.nodeOf(id)
			if e.Within == "" && m.stands(id) && n != e.ID && !slices.ContainsFunc(units, func(u *unit) bool { return u.id == id }) {
				e.Within = n
			}
		}
	}
	for _, u := range units {
		if p := gazetteer.ByKey(u.name.Key); p != nil {
			e.CountryCode = p.Code()
			if p.Located {
				e.Latitude, e.Longitude = &p.Latitude, &p.Longitude
			}
			within(u.name.holders())
			return
		}
	}
	within(byCount(sum.Within))
	if c := byCount(sum.Countries); len(c) > 0 && (len(c) == 1 || sum.Countries[c[0]] > sum.Countries[c[1]]) {
		if p := gazetteer.Find(c[0]); p != nil && p.Kind == gazetteer.Country {
			e.CountryCode = p.Code()
			within([]graph.ID{countryUnit(c[0])})
		}
	}
}
