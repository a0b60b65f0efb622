package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
)

// bodies are last words of names of bodies that sit in session.
var sittingBodies = wordSet(`cabinet parliament congress senate assembly council committee commission house commons lords
	knesset majlis duma bundestag politburo board conference court diet congress party g7 g8 g20 g-7 g-5 quartet union
	group nato asean opec league forum presidium plenum council legislature eu un un ec oecd ecofin eurogroup`)

// isBody tells whether an entity is a body that meets as such.
func (n *narrative) isBody(entity int) bool {
	e := &n.entities[entity]
	if e.kind != graph.KindOrganization {
		return false
	}
	for _, name := range append([]string{e.name}, e.aliases...) {
		words := strings.Fields(strings.ToLower(name))
		for _, w := range words {
			if sittingBodies[w] {
				return true
			}
		}
	}
	return false
}

// isState tells whether an entity is a country or a region that acts as one,
// not a city.
func (n *narrative) isState(entity int) bool {
	e := &n.entities[entity]
	return e.kind == graph.KindPlace && isCountry(e)
}
