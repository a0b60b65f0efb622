package resolve

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/gazetteer"
)

// spot is what the gazetteer knows of a place's name.
type spot struct {
	key     string
	place   *gazetteer.Place // nil where not known, or not which of several
	nation  bool             // a country
	country string           // its common name, "" where not known or not sure
	known   bool
}

// readPlace looks a name up that nothing stands around: all names of a country
// have one key, and so have those of a city that was renamed.
func readPlace(written string) spot {
	if p := gazetteer.Find(written); p != nil {
		return spotOf(p)
	}
	words := strings.Fields(terms.Fold(written))
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	if n := len(words) - 1; n > 0 && provinces[words[n]] {
		if p := gazetteer.Find(strings.Join(words[:n], " ")); p != nil && p.Kind == gazetteer.Region {
			return spotOf(p)
		}
	}
	return spot{key: strings.Join(words, " "), known: len(gazetteer.Places(written)) > 0}
}

func spotOf(p *gazetteer.Place) spot {
	s := spot{key: p.Key, place: p, nation: p.Kind == gazetteer.Country, known: true}
	if c := p.Country(); c != nil {
		s.country = c.Name
	}
	return s
}

func (s spot) unit() graph.ID { return unitID(graph.KindPlace, s.key, "") }

// countryUnit returns the unit of a country by its common name.
func countryUnit(name string) graph.ID {
	return unitID(graph.KindPlace, "country "+terms.Fold(name), "")
}

// Words that names of places end in: what stands in a city; what belongs to
// another state than the one it stands in, so that whose it is does not tell
// where it is; and parts of a state.
var (
	facilities = set("airport airbase station stadium hotel palace university hospital square bridge museum cathedral mosque prison harbor harbour port")
	posts      = set("base airbase embassy consulate camp mission garrison outpost")
	provinces  = set("province governorate region oblast prefecture")
)

// holderByName returns the place that a name itself says holds its bearer: the
// city of "Baghdad International Airport", the country of "Kandahar Province",
// which is called after a city.
func holderByName(written string) (spot, bool) {
	words := strings.Fields(written)
	if len(words) < 2 {
		return spot{}, false
	}
	last := strings.ToLower(words[len(words)-1])
	for n := len(words) - 1; n > 0 && (facilities[last] || provinces[last]); n-- {
		p := gazetteer.Find(strings.Join(words[:n], " "))
		switch {
		case p == nil || p.Kind != gazetteer.City:
		case facilities[last]:
			return spotOf(p), true
		case p.Country() != nil:
			return spotOf(p.Country()), true
		}
	}
	return spot{}, false
}

// placeBlocks: only places that the gazetteer does not know are one by
// likeness.
func (n *name) placeBlocks() []string {
	out := n.placeLikelyBlocks()
	if !n.fuzzyPlace() {
		return out
	}
	for _, k := range coarse(strings.ReplaceAll(n.Key, " ", "")) {
		out = append(out, "L1:"+k)
	}
	return out
}

func (n *name) fuzzyPlace() bool {
	return len(n.Key) >= 8 && gazetteer.ByKey(n.Key) == nil && len(gazetteer.Places(n.Key)) == 0
}

func relatePlaces(a, b *name) relation {
	if a.fuzzyPlace() && b.fuzzyPlace() && alike(strings.ReplaceAll(a.Key, " ", ""), strings.ReplaceAll(b.Key, " ", "")) {
		return variant
	}
	return different
}

// holders returns the places that may hold the place in the graph, by the
// gazetteer, the smallest first.
func (n *name) holders() []graph.ID {
	var out []graph.ID
	if p := gazetteer.ByKey(n.Key); p != nil {
		for in := p.Within; in != nil; in = in.Within {
			out = append(out, spotOf(in).unit())
		}
	}
	return out
}
