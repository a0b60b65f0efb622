package gazetteer

import (
	"sync"

	"github.com/tidwall/cities"
)

// byCity maps the name of a city to its country, as tidwall/cities names it.
// Where several cities share a name, the first stands.
var byCity = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, len(cities.Cities))
	for _, c := range cities.Cities {
		if _, ok := m[c.City]; !ok && c.City != "" {
			m[c.City] = c.Country
		}
	}
	return m
})
