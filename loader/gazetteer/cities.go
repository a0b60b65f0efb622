package gazetteer

import (
	"strings"
	"sync"

	"github.com/tidwall/cities"
)

// cityTable is the cities by name: their country, as tidwall/cities names it
// (where several cities share a name, the first stands), and the most words
// that the name of a city beginning with a word has.
type cityTable struct {
	country map[string]string
	longest map[string]int
}

var byCity = sync.OnceValue(func() *cityTable {
	t := &cityTable{make(map[string]string, len(cities.Cities)), make(map[string]int, len(cities.Cities))}
	for _, c := range cities.Cities {
		if _, ok := t.country[c.City]; !ok && c.City != "" {
			t.country[c.City] = c.Country
			first, _, _ := strings.Cut(c.City, " ")
			t.longest[first] = max(t.longest[first], strings.Count(c.City, " ")+1)
		}
	}
	return t
})

// CityWords returns the most words that the name of a city beginning with this
// word has; 0 if no name begins with it.
func CityWords(first string) int { return byCity().longest[first] }
