package gazetteer

import (
	"slices"
	"strings"
	"sync"

	"github.com/tidwall/cities"

	"github.com/whomet/whomet/graph/terms"
)

// countryOf leads from the name of a city, as it is written, to the common name
// of its country; to "" where cities of several countries share the name and
// none is the usual one. Names that mean others besides ("Gorky") are not among
// it unless tidwall/cities has them.
var countryOf = sync.OnceValue(func() map[string]string {
	out := make(map[string]string, len(cities.Cities))
	for _, c := range cities.Cities {
		country := commonCountry(c.Country)
		if have, ok := out[c.City]; ok && have != country {
			country = ""
		}
		if c.City != "" {
			out[c.City] = country
		}
	}
	for _, c := range listCities() {
		for _, n := range c.plain() {
			out[n] = countryHolding(c.in)
		}
	}
	return out
})

// noted holds the names of cities that cities.txt has plain, as they are written.
var noted = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, c := range listCities() {
		for _, n := range c.plain() {
			out[n] = true
		}
	}
	return out
})

// countryHolding returns the name of the country that a data file's name of a
// holder leads to: "Texas", "Georgia, United States".
func countryHolding(in string) string {
	if _, last, apart := strings.Cut(in, ", "); apart {
		in = last
	}
	for table().entry[in].Kind != Country {
		i := slices.IndexFunc(listRegions(), func(r listed) bool { return r.name == in })
		if i < 0 || listRegions()[i].in == "" {
			break
		}
		in = listRegions()[i].in
	}
	return in
}

// commonCountry brings tidwall/cities' names of countries ("Korea, South",
// "Gambia, The") to ours.
func commonCountry(name string) string {
	switch name {
	case "Nepa":
		return "Nepal"
	case "Macedonia":
		return "North Macedonia"
	case "Swaziland":
		return "Eswatini"
	}
	if head, tail, ok := strings.Cut(name, ", "); ok {
		return strings.TrimPrefix(tail+" "+head, "The ")
	}
	return name
}

// further adds tidwall/cities' cities, one of a name for each country. They
// are the usual ones of a name that no other place bears.
func (w *world) further() {
	before := make(map[string]bool, len(w.bearers))
	for k := range w.bearers {
		before[k] = true
	}
	lands := map[string]*Place{}
	for _, c := range cities.Cities {
		if c.City == "" {
			continue
		}
		land, ok := lands[c.Country]
		if !ok {
			land = w.held(commonCountry(c.Country))
			lands[c.Country] = land
		}
		rank := Shared
		if before[terms.Fold(c.City)] {
			rank = Rare
		}
		w.city(c.City, land, point{c.Latitude, c.Longitude, true}, rank)
	}
}
