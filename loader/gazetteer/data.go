package gazetteer

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/whomet/whomet/loader/datafile"
)

var (
	//go:embed countries.txt
	countriesFile string
	//go:embed regions.txt
	regionsFile string
	//go:embed cities.txt
	citiesFile string
	//go:embed peoples.txt
	peoplesFile string
	//go:embed styles.txt
	stylesFile string
)

// listed is a line of countries.txt, regions.txt or cities.txt.
type listed struct {
	name   string
	rank   Rank
	others []string // without marks
	ranks  map[string]Rank
	in     string   // what holds it, "" if nothing does
	people []string // adjectives and nouns
	seats  []string // of a country, "~" after what does not stand for it
	cities []string // of a region
	point
}

// point is where something lies, in degrees (WGS 84).
type point struct {
	north, east float64
	known       bool
}

// plain returns the names that mean this place wherever they stand.
func (l listed) plain() []string {
	var out []string
	if l.rank == Usual {
		out = append(out, l.name)
	}
	for _, n := range l.others {
		if l.ranks[n] == Usual {
			out = append(out, n)
		}
	}
	return out
}

var (
	listCountries = sync.OnceValue(func() []listed {
		return read(countriesFile, 6, func(f []string) listed {
			l := named(f[0] + ";" + f[1])
			l.people, l.seats, l.point = list(f[2]), append(list(f[3]), list(f[4])...), degrees(f[5])
			return l
		})
	})
	listRegions = sync.OnceValue(func() []listed {
		return read(regionsFile, 5, func(f []string) listed {
			l := named(f[0])
			l.people, l.in, l.point, l.cities = list(f[1]), f[2], degrees(f[3]), list(f[4])
			return l
		})
	})
	listCities = sync.OnceValue(func() []listed {
		return read(citiesFile, 5, func(f []string) listed {
			l := named(f[0] + ";" + f[2])
			l.in, l.point = f[1], degrees(f[4])
			return l
		})
	})
)

func read(file string, columns int, line func([]string) listed) []listed {
	var out []listed
	for _, s := range datafile.Lines(file) {
		out = append(out, line(fields(s, columns)))
	}
	return out
}

// named reads a list of names, its own first.
func named(s string) listed {
	l := listed{ranks: map[string]Rank{}}
	for i, n := range list(s) {
		bare := strings.TrimRight(n, "*")
		rank := Rank(len(n) - len(bare))
		if i == 0 {
			l.name, l.rank = bare, rank
			continue
		}
		l.others, l.ranks[bare] = append(l.others, bare), rank
	}
	return l
}

// degrees reads a point, which a test holds to its form.
func degrees(s string) point {
	north, east, ok := strings.Cut(s, ",")
	n, _ := strconv.ParseFloat(strings.TrimSpace(north), 64)
	e, _ := strconv.ParseFloat(strings.TrimSpace(east), 64)
	return point{n, e, ok}
}

// fields splits a line at "|" into n fields.
func fields(line string, n int) []string {
	out := make([]string, n)
	for i, part := range strings.SplitN(line, "|", n) {
		out[i] = strings.TrimSpace(part)
	}
	return out
}

// list splits a field at ";".
func list(field string) []string { return datafile.List(field, ";") }
