package gazetteer

import (
	"sync"

	"github.com/tidwall/cities"
)

// countryOf leads from the name of a city to its country, as tidwall/cities
// names both; where several cities share a name, the first stands.
var countryOf = sync.OnceValue(func() map[string]string {
	out := make(map[string]string, len(cities.Cities))
	for _, c := range cities.Cities {
		if _, ok := out[c.City]; !ok && c.City != "" {
			out[c.City] = c.Country
		}
	}
	return out
})
