package resolve

import (
	"strings"
	"sync"

	"github.com/biter777/countries"
	"github.com/tidwall/cities"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/gazetteer"
)

// spot is what the gazetteer knows of a place's name.
type spot struct {
	key     string
	nation  bool   // a country
	country string // its common name, "" where not known or not sure
	known   bool
}

// readPlace looks a name up: all names of a country have one key, and so have
// those of a city that was renamed, whatever the gazetteer calls it.
func readPlace(written string) spot {
	if r := renamings()[terms.Fold(written)]; r != nil {
		return spot{terms.Fold(r.name), false, r.country, true}
	}
	e := gazetteer.Lookup(strings.TrimPrefix(strings.TrimPrefix(written, "the "), "The "))
	switch e.Kind {
	case gazetteer.Country, gazetteer.Demonym:
		return spot{"country " + terms.Fold(e.Name), true, e.Name, true}
	case gazetteer.Region, gazetteer.Regional:
		return spot{terms.Fold(e.Name), false, "", true}
	case gazetteer.City:
		s := spot{terms.Fold(e.Name), false, "", true}
		if c := commonCountry(e.Country); e.Seat || len(cityPoints()[s.key]) == 1 {
			s.country = c
		}
		return s
	}
	words := strings.Fields(terms.Fold(written))
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return spot{key: strings.Join(words, " ")}
}

func placeUnit(s spot) graph.ID { return unitID(graph.KindPlace, s.key, "") }

// countryUnit returns the unit of a country by its common name.
func countryUnit(name string) graph.ID {
	return unitID(graph.KindPlace, "country "+terms.Fold(name), "")
}

// commonCountry brings tidwall/cities' names of countries ("Korea, South") to
// the gazetteer's.
func commonCountry(name string) string {
	if head, tail, ok := strings.Cut(name, ", "); ok {
		name = strings.TrimPrefix(tail+" "+head, "The ")
	}
	if e := gazetteer.Lookup(name); e.Kind == gazetteer.Country {
		return e.Name
	}
	return name
}

// countryCode returns the ISO 3166-1 alpha-2 code of a country's common name,
// "" where it has none (any more).
func countryCode(name string) string {
	switch name {
	case "Soviet Union", "East Germany", "West Germany", "Yugoslavia", "Czechoslovakia", "England", "Scotland", "Wales", "Northern Ireland":
		return "" // states and parts that ISO has no code for, whatever the table says
	}
	c := countries.ByName(name)
	if !c.IsValid() || len(name) <= 3 {
		return ""
	}
	if code := c.Alpha2(); len(code) == 2 {
		return code
	}
	return ""
}

// cityPoints maps a folded city name to its cities, one for each country.
var cityPoints = sync.OnceValue(func() map[string]map[string]cities.City {
	m := map[string]map[string]cities.City{}
	for _, c := range cities.Cities {
		k := terms.Fold(c.City)
		if m[k] == nil {
			m[k] = map[string]cities.City{}
		}
		if country := commonCountry(c.Country); m[k][country].City == "" {
			m[k][country] = c
		}
	}
	return m
})

// facilities are last words of the names of places that stand in a city.
var facilities = set("airport airbase station stadium hotel palace university hospital square bridge museum cathedral mosque prison harbor harbour port")

// posts belong to another state than the one they stand in: whose they are
// does not tell where they are.
var posts = set("base airbase embassy consulate camp mission garrison outpost")

// cityOfName returns the city that a facility's name begins with: "Baghdad
// International Airport".
func cityOfName(written string) (spot, bool) {
	words := strings.Fields(written)
	if len(words) < 2 || !facilities[strings.ToLower(words[len(words)-1])] {
		return spot{}, false
	}
	for n := len(words) - 1; n > 0; n-- {
		first := strings.Join(words[:n], " ")
		if e := gazetteer.Lookup(first); e.Kind == gazetteer.City {
			return readPlace(first), true
		}
	}
	return spot{}, false
}

// placeBlocks: only places that the gazetteer does not know are looked for by
// likeness.
func (n *name) placeBlocks() []string {
	if !n.fuzzyPlace() {
		return nil
	}
	var out []string
	for _, k := range coarse(strings.ReplaceAll(n.Key, " ", "")) {
		out = append(out, "L1:"+k)
	}
	return out
}

func (n *name) fuzzyPlace() bool {
	if len(n.Key) < 8 || strings.HasPrefix(n.Key, "country ") {
		return false
	}
	for form := range n.Named {
		if readPlace(form).known {
			return false
		}
	}
	return true
}

func relatePlaces(a, b *name) relation {
	if a.fuzzyPlace() && b.fuzzyPlace() && alike(strings.ReplaceAll(a.Key, " ", ""), strings.ReplaceAll(b.Key, " ", "")) {
		return variant
	}
	return different
}
