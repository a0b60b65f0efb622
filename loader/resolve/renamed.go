package resolve

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/tidwall/cities"

	"github.com/whomet/whomet/graph/terms"
)

//go:embed places.txt
var placesText string

// renamed is a city that has other names.
type renamed struct {
	name, country string
	all           []string // folded, its own first
	point         *cities.City
}

// renamings maps folded names of cities to what they are called now.
var renamings = sync.OnceValue(func() map[string]*renamed {
	m := map[string]*renamed{}
	for line := range strings.Lines(placesText) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "|")
		r := &renamed{name: strings.TrimSpace(f[0]), country: strings.TrimSpace(f[1])}
		for name := range strings.SplitSeq(f[0]+";"+f[2], ";") {
			k := terms.Fold(name)
			if k != "" {
				r.all = append(r.all, k)
				m[k] = r
			}
		}
		if len(f) > 4 {
			north, east, _ := strings.Cut(strings.TrimSpace(f[4]), ",")
			r.point = &cities.City{City: r.name, Country: r.country, Latitude: degrees(north), Longitude: degrees(east)}
		}
	}
	return m
})

// degrees reads a number of places.txt, which a test holds to its form.
func degrees(s string) float64 {
	f, _ := strconv.ParseFloat(s, 64)
	return f
}

// pointOf returns where a city lies that is known by any of its names.
func pointOf(s spot) (cities.City, bool) {
	names := []string{s.key}
	if r := renamings()[s.key]; r != nil {
		if r.point != nil {
			return *r.point, true
		}
		names = r.all
	}
	for _, n := range names {
		if c, ok := cityPoints()[n][s.country]; ok {
			return c, true
		}
	}
	return cities.City{}, false
}
