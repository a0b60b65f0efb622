package gazetteer

import (
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/biter777/countries"

	"github.com/whomet/whomet/graph/terms"
)

// Place is a country, a region or a city (a base or a resort too).
type Place struct {
	Kind Kind
	// Name is what it is called now.
	Name string
	// Key is its own among all places. It begins with the folded name; a
	// country's with "country ".
	Key string
	// Within is the smallest region, else the country, that holds it; nil if
	// none is known.
	Within *Place
	// Latitude and Longitude are degrees (WGS 84), of something large those of
	// its middle; Located tells whether they are known.
	Latitude, Longitude float64
	Located             bool
}

// Country returns the country that the place is or lies in, nil if none is
// known.
func (p *Place) Country() *Place {
	for ; p != nil; p = p.Within {
		if p.Kind == Country {
			return p
		}
	}
	return nil
}

// Far returns how many kilometres lie between the places along the ground, and
// whether it is known where both are.
func (p *Place) Far(q *Place) (float64, bool) {
	const radius, degree = 6371, math.Pi / 180
	north, east := (q.Latitude-p.Latitude)*degree, (q.Longitude-p.Longitude)*degree
	a, b := math.Sin(north/2), math.Sin(east/2)
	h := a*a + math.Cos(p.Latitude*degree)*math.Cos(q.Latitude*degree)*b*b
	return 2 * radius * math.Asin(math.Sqrt(min(1, h))), p.Located && q.Located
}

// Holds tells whether q lies in p.
func (p *Place) Holds(q *Place) bool {
	for q = q.Within; q != nil; q = q.Within {
		if q == p {
			return true
		}
	}
	return false
}

// codeless are states and parts of them that ISO has no code for, whatever the
// table of codes says.
var codeless = map[string]bool{"Soviet Union": true, "East Germany": true, "West Germany": true, "Yugoslavia": true, "Czechoslovakia": true, "North Vietnam": true, "South Vietnam": true}

// otherwise are codes of countries that the table knows by another name.
var otherwise = map[string]string{"Congo": "CD", "Republic of the Congo": "CG"}

// Code returns the ISO 3166-1 alpha-2 code of the place's country, "" where it
// has none (any more).
func (p *Place) Code() string {
	c := p.Country()
	if c == nil || codeless[c.Name] {
		return ""
	}
	if code := otherwise[c.Name]; code != "" {
		return code
	}
	if code := countries.ByName(c.Name); code.IsValid() && len(code.Alpha2()) == 2 {
		return code.Alpha2()
	}
	return ""
}

// Rank tells how a name is borne.
type Rank int

// The ranks.
const (
	Usual  Rank = iota // the place is meant, unless the text says otherwise
	Shared             // others bear the name as well: one is meant that the text hints at
	Rare               // hardly ever meant, unless the text says so
)

// Meaning is a place that a name may mean.
type Meaning struct {
	*Place
	Rank Rank
}

// Places returns the places that bear a name, in whatever case and script, with
// or without "the": the likeliest first. At most one is the usual one.
func Places(name string) []Meaning {
	k := terms.Fold(name)
	if m, ok := atlas().bearers[k]; ok {
		return m
	}
	if m, ok := atlas().bearers[strings.TrimPrefix(k, "the ")]; ok {
		return m
	}
	if p := atlas().formal(k); p != nil {
		return []Meaning{{p, Usual}}
	}
	return nil
}

// Find returns the place that a name means where nothing says otherwise; nil
// if there is none.
func Find(name string) *Place {
	if m := Places(name); len(m) > 0 && m[0].Rank == Usual {
		return m[0].Place
	}
	return nil
}

// Holder returns the country or region of a name as the data files write it,
// "Texas", "Georgia, United States"; nil if there is none.
func Holder(name string) *Place { return atlas().held(name) }

// ByKey returns the place of the key, nil if there is none.
func ByKey(key string) *Place { return atlas().byKey[key] }

// world is every place, by folded name and by key.
type world struct {
	bearers  map[string][]Meaning
	byKey    map[string]*Place
	demonyms map[string]bool // names of countries' people among the bearers' names
	all      []*Place
}

var atlas = sync.OnceValue(func() *world {
	w := &world{map[string][]Meaning{}, map[string]*Place{}, map[string]bool{}, nil}
	for _, l := range listCountries() {
		p := w.place(Country, l, nil)
		for _, n := range w.folk(l.people) {
			w.name(n, p, Usual)
			w.demonyms[terms.Fold(n)] = true
		}
	}
	regions := listRegions()
	made := make([]*Place, len(regions))
	for i, l := range regions {
		made[i] = w.place(Region, l, nil)
		for _, n := range w.folk(l.people) {
			w.name(n, made[i], Usual)
		}
	}
	for i, l := range regions {
		made[i].Within = w.held(l.in)
	}
	for _, l := range listCities() {
		w.place(City, l, w.held(l.in))
	}
	for _, l := range listCountries() {
		for _, s := range l.seats {
			s = strings.TrimSuffix(s, "~")
			// Saigon, seat of a past state, is one city.
			if ms := w.bearers[terms.Fold(s)]; !slices.ContainsFunc(ms, func(m Meaning) bool { return m.Rank == Usual && m.Kind == City }) {
				w.city(s, w.held(l.name), point{}, Usual)
			}
		}
	}
	w.further()
	for i, l := range regions {
		for _, c := range l.cities {
			w.city(c, made[i].Country(), point{}, Usual).Within = made[i]
		}
	}
	w.finish()
	return w
})

// place adds a line.
func (w *world) place(kind Kind, l listed, within *Place) *Place {
	p := &Place{Kind: kind, Name: l.name, Within: within, Latitude: l.north, Longitude: l.east, Located: l.known}
	w.all = append(w.all, p)
	w.name(l.name, p, l.rank)
	for _, n := range l.others {
		w.name(n, p, l.ranks[n])
	}
	return p
}

// folk returns the words for people that name the place too.
func (w *world) folk(people []string) []string {
	var out []string
	for _, n := range people {
		if out = append(out, n); n[len(n)-1] == 'n' || n[len(n)-1] == 'i' {
			out = append(out, n+"s")
		}
	}
	return out
}

func (w *world) name(written string, p *Place, rank Rank) {
	k := terms.Fold(written)
	if !slices.ContainsFunc(w.bearers[k], func(m Meaning) bool { return m.Place == p }) {
		w.bearers[k] = append(w.bearers[k], Meaning{p, rank})
	}
}

// held returns the country or region of a data file's name: "Iraq", "Texas",
// "Georgia, United States".
func (w *world) held(name string) *Place {
	own, in, apart := strings.Cut(name, ", ")
	var best *Place
	for _, m := range w.bearers[terms.Fold(own)] {
		switch {
		case m.Kind == City, apart && (m.Kind == Country || m.Within == nil || m.Within.Name != in):
		case m.Kind == Country && m.Name == own: // Guinea, whose name is short for others too
			return m.Place
		case best == nil || m.Kind == Country:
			best = m.Place
		}
	}
	return best
}

// city returns the city of the name in the country, whose point is told where
// it is not known yet.
func (w *world) city(name string, country *Place, at point, rank Rank) *Place {
	k := terms.Fold(name)
	var first *Place
	for _, m := range w.bearers[k] {
		if m.Kind != City || m.Country() != country {
			continue
		}
		if at.known && !m.Located { // of several, the one that its own line does not place
			m.Latitude, m.Longitude, m.Located = at.north, at.east, true
			return m.Place
		}
		if first == nil {
			first = m.Place
		}
	}
	if first != nil {
		return first
	}
	return w.place(City, listed{name: name, rank: rank, point: at}, country)
}

// finish sorts the bearers of each name, makes one that bears it alone the
// usual one, and gives every place its key.
func (w *world) finish() {
	for _, ms := range w.bearers {
		slices.SortStableFunc(ms, func(a, b Meaning) int { return int(a.Rank) - int(b.Rank) })
		if len(ms) == 1 {
			ms[0].Rank = Usual
		}
	}
	for _, p := range w.all {
		k := terms.Fold(p.Name)
		switch ms := w.bearers[k]; {
		case p.Kind == Country:
			k = "country " + k
		case ms[0].Place != p || ms[0].Rank != Usual:
			for in := p.Within; in != nil; in = in.Within {
				k += ", " + terms.Fold(in.Name)
			}
		}
		if w.byKey[k] == nil {
			p.Key, w.byKey[k] = k, p
		}
	}
}
