// Package gazetteer knows the names of countries, their people and seats of
// government, of regions and cities, and where these lie. [Lookup] tells what a
// name means wherever it stands; [Places] tells every place that bears it, for
// the reader of the whole article to tell which is meant.
//
// Countries, regions, cities, peoples and styles of states are data files
// beside this one; further cities are tidwall/cities', the codes of countries
// biter777/countries'.
package gazetteer

import (
	_ "embed"
	"iter"
	"maps"
	"strings"
	"sync"

	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/datafile"
)

// Kind tells what a name is a name of.
type Kind byte

// The kinds of names.
const (
	None     Kind = iota
	Country       // "Iran", "US"
	Demonym       // "Iranian", "Americans": Entry.Name is the country's
	Region        // "Middle East", "Black Sea", "Texas"
	Regional      // "European": Entry.Name is the region's
	City          // "Tehran", "Isfahan"
	People        // "Kurds", "Islamic", "Monday": a capitalised word that names no entity
	Style         // "Islamic Republic": a country that the text tells, see Styled
)

// Entry is the meaning of one name.
type Entry struct {
	Kind Kind
	// Name is the common name of the country or region; a city's as written.
	Name string
	// Country is where a city lies, "" if that is not known.
	Country string
	// Seat: the city stands for its country's government in some contexts.
	Seat bool
	// Noted: the city bears the name alone, or far before others: Florence, Madras.
	Noted bool
}

// names holds every name as it is written, those of cities aside.
type names struct {
	entry  map[string]Entry
	plural map[string]bool // demonyms that mean several people
	styles map[string][]string
}

var table = sync.OnceValue(load)

func load() *names {
	t := &names{map[string]Entry{}, map[string]bool{}, map[string][]string{}}
	for _, c := range listCountries() {
		e := Entry{Kind: Country, Name: c.name, Country: c.name}
		for _, n := range c.plain() {
			t.add(n, e)
		}
		t.people(c.people, Entry{Kind: Demonym, Name: c.name, Country: c.name})
		for _, s := range c.seats {
			name, mere := strings.CutSuffix(s, "~")
			t.add(name, Entry{Kind: City, Name: name, Country: c.name, Seat: !mere})
		}
	}
	for _, r := range listRegions() {
		for _, n := range r.plain() {
			t.add(n, Entry{Kind: Region, Name: r.name})
		}
		t.people(r.people, Entry{Kind: Regional, Name: r.name})
	}
	for _, line := range datafile.Lines(peoplesFile) {
		for _, n := range list(line) {
			t.add(n, Entry{Kind: People, Name: n})
		}
	}
	for _, line := range datafile.Lines(stylesFile) {
		f := fields(line, 2)
		t.styles[f[0]] = list(f[1])
		t.add(f[0], Entry{Kind: Style, Name: f[0]})
	}
	return t
}

// people adds the adjectives and nouns for who lives somewhere.
func (t *names) people(all []string, e Entry) {
	for _, n := range all {
		t.add(n, e)
		if last := n[len(n)-1]; last == 'n' || last == 'i' {
			t.add(n+"s", e)
			t.plural[n+"s"] = true
		} else if last == 's' {
			t.plural[n] = true
		}
	}
}

// add keeps the first meaning that a name was given.
func (t *names) add(name string, e Entry) {
	if _, ok := t.entry[name]; ok {
		return
	}
	t.entry[name] = e
}

// Lookup returns the meaning of a name as it is written, case and all, without
// "the"; the zero Entry if it is none that the gazetteer knows.
func Lookup(name string) Entry {
	if strings.Contains(name, "’") {
		name = strings.ReplaceAll(name, "’", "'")
	}
	if e, ok := table().entry[name]; ok {
		return e
	}
	if country, ok := countryOf()[name]; ok {
		return Entry{Kind: City, Name: name, Country: country, Noted: noted()[name]}
	}
	// Few names are a state's formal one; the others need no atlas.
	if strings.Contains(name, " ") && strings.ContainsAny(name[:1], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") && mayBeFormal(name) {
		if p := atlas().formal(terms.Fold(name)); p != nil && p.Kind == Country {
			return Entry{Kind: Country, Name: p.Name, Country: p.Name}
		}
	}
	return Entry{}
}

// Given tells whether a folded word is known as a given name.
func Given(folded string) bool {
	_, known := given()[folded]
	return known
}

// Sex tells of which sex a folded given name is: 'm', 'f', or 0 where it is given
// to both, or unknown.
func Sex(folded string) byte { return given()[folded] }

//go:embed given.txt
var givenFile string

// given holds the given names and whose they are: 'm', 'f' or 0.
var given = sync.OnceValue(func() map[string]byte {
	out := map[string]byte{}
	for _, line := range datafile.Lines(givenFile) {
		f := fields(line, 2)
		for _, n := range list(f[1]) {
			out[n] = 0
			if f[0] != "" {
				out[n] = f[0][0]
			}
		}
	}
	return out
})

//go:embed families.txt
var familyFile string

// families holds the family names.
var families = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, line := range datafile.Lines(familyFile) {
		for _, n := range strings.Fields(line) {
			out[n] = true
		}
	}
	return out
})

// Family tells whether a folded word is known as a family name.
func Family(folded string) bool { return families()[folded] }

// words is how many words names have.
type words struct{ listed, all uint8 }

// openings leads from the first word of names to the most words they have.
var openings = sync.OnceValue(func() map[string]words {
	out := make(map[string]words, len(countryOf()))
	count := func(name string) (string, uint8) {
		first, _, _ := strings.Cut(name, " ")
		return first, uint8(strings.Count(name, " ") + 1)
	}
	for name := range table().entry {
		first, n := count(name)
		out[first] = words{max(out[first].listed, n), max(out[first].all, n)}
	}
	for name := range noted() {
		first, n := count(name)
		out[first] = words{max(out[first].listed, n), max(out[first].all, n)}
	}
	for name := range countryOf() {
		first, n := count(name)
		out[first] = words{out[first].listed, max(out[first].all, n)}
	}
	return out
})

// Words returns the most words that a name beginning with this word has: a
// name of a country, its seats, a region, people or a noted city, and a name of any
// city too.
// It is 0 if no name begins with it.
func Words(first string) (listed, all int) {
	w := openings()[first]
	return int(w.listed), int(w.all)
}

// Openings yields the words for which [Words] is not 0, each once, in any order.
func Openings() iter.Seq[string] { return maps.Keys(openings()) }

// Styled returns the common names of the countries that a style may stand for,
// the likeliest first; "-" stands first where none is likely.
func Styled(style string) []string { return table().styles[style] }

// Plural tells whether a demonym means several people ("Americans").
func Plural(demonym string) bool { return table().plural[demonym] }
