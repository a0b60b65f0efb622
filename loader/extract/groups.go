package extract

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// group resolves "the two leaders", "both sides", "the presidents": two
// persons for titles and men, two states for countries.
func (c *resolver) group(i int, class string) (mention, bool) {
	t := &c.Tokens[i]
	left, article, nation, number := c.phrase(i, i)
	two := number == "two" || article == "both" || c.lowerAt(left) == "both"
	if article == "their" {
		c.standFor(i, false)
	}
	if refs := c.pairBefore(i, class); refs != nil {
		return mention{start: t.Left, end: i + 1, head: i, kind: byTitle, refs: refs}, true
	}
	if nation >= 0 || number != "" && number != "two" || article != "the" && article != "both" && article != "these" && !two {
		return mention{}, false
	}
	fit := func(e int) bool { return c.entities[e].kind == graph.KindPerson && !c.speaksForOthers(e) }
	if refs := c.holdersOf(i, class); len(refs) > 0 {
		return mention{start: left, end: i + 1, head: i, kind: byTitle, refs: refs}, true
	}
	if c.hasMembers(i) { // "the ministers of France and Spain" are no others
		c.standFor(i, two)
		return mention{}, false
	}
	switch t.Lower {
	case "countries", "nations", "states", "governments", "neighbors", "neighbours", "allies":
		if !two {
			return mention{}, false
		}
	case "sides", "parties":
		if !two {
			return mention{}, false
		}
		if len(c.lastGroup(i, 2, func(e int) bool { return fit(e) && c.holds(e, "leader") })) == 2 {
			class = "leader"
		}
	case "men", "women", "statesmen":
		if !two {
			return mention{}, false
		}
	default:
		if !two && class != "leader" && class != "president" && class != "minister" && class != "premier" && class != "foreign" || class == "role" || class == "member" || class == "official" && !two {
			return mention{}, false
		}
	}
	if groupNoun[t.Lower] && class != "leader" && t.Lower != "men" && t.Lower != "women" && t.Lower != "statesmen" {
		if refs := c.twoStates(i); refs != nil {
			return mention{start: left, end: i + 1, head: i, kind: byTitle, refs: refs}, true
		}
		return mention{}, false
	}
	office := func(e int) bool { return fit(e) && c.holds(e, class) }
	var refs []int
	if class == "" {
		refs = c.justNamed(i, office) // "the two men"
	}
	if refs == nil {
		refs = c.together(i, office)
	}
	if refs == nil {
		if !two && len(c.lastGroup(i, 3, office)) > 2 {
			return mention{}, false // "the leaders" of more than two
		}
		refs = c.lastGroup(i, 2, office)
	}
	if len(refs) < 2 {
		refs = c.together(i, fit)
	}
	if len(refs) < 2 {
		if refs = c.lastGroup(i, 2, fit); len(refs) < 2 {
			c.standFor(i, two)
			return mention{}, false
		}
	}
	return mention{start: left, end: i + 1, head: i, kind: byTitle, refs: refs}, true
}

// justNamed returns the two persons that the sentence before speaks of, if they
// are just two and fit; nil otherwise.
func (c *resolver) justNamed(i int, fit func(e int) bool) []int {
	var refs []int
	for _, e := range c.recent {
		if c.entities[e].kind == graph.KindPerson && c.last[e].sent == c.Tokens[i].Sent-1 {
			refs = append(refs, e)
		}
	}
	if len(refs) != 2 || !fit(refs[0]) || !fit(refs[1]) {
		return nil
	}
	return []int{min(refs[0], refs[1]), max(refs[0], refs[1])}
}

// holdersOf reads the states after a plural title, "the presidents of Peru and
// Chile", and returns who holds that office in each; nil unless all are named.
func (c *resolver) holdersOf(i int, class string) []int {
	if class == "" || c.lowerAt(i+1) != "of" {
		return nil
	}
	var refs, states []int
	for j := i + 2; j < len(c.Tokens) && c.Tokens[j].Sent == c.Tokens[i].Sent; j++ {
		if t := &c.Tokens[j]; t.Text == "," || t.Lower == "and" || t.Lower == "the" {
			continue
		}
		k := c.at[j]
		if k < 0 || !c.clusters[c.mentions[k].refs[0]].state {
			break
		}
		state := c.mentions[k].refs[0]
		states = appendNew(states, state)
		for n := len(c.recent) - 1; n >= 0; n-- {
			if e := c.recent[n]; c.entities[e].kind == graph.KindPerson && c.holdsAt(e, class, state) {
				refs = appendNew(refs, e)
				break
			}
		}
		j = c.mentions[k].end - 1
	}
	if len(states) == 2 && len(refs) == 0 {
		return c.pairToCome(i, class, states)
	}
	if len(states) < 2 || len(refs) < len(states) {
		return nil
	}
	return refs
}

// pairBefore returns the two persons whom the sentence before names side by side
// without a word on who they are, if the plural title at token i tells it of two
// states: "X and Y met on Monday. The Peruvian and Chilean presidents"; nil if not.
func (c *resolver) pairBefore(i int, class string) []int {
	if c.lowerAt(c.Tokens[i].Left) != "the" || !leaders[class] && class != "leader" && class != "foreign" && class != "minister" || len(c.statesOf(i)) != 2 || c.hasMembers(i) {
		return nil
	}
	unknown := func(e int) bool {
		return c.entities[e].kind == graph.KindPerson && c.nations[e] < 0 && !slices.ContainsFunc(c.entities[e].positions, func(p position) bool { return classOf(p.title).isOffice() })
	}
	return c.justNamed(i, unknown)
}

// pairToCome returns the two persons whom the text soon names side by side with the
// office that a plural title at token i gives to those of two states: "The leaders of
// Peru and Chile met … . President X and Premier Y agreed"; nil if there are none, or
// one is of another state.
func (c *resolver) pairToCome(i int, class string, states []int) []int {
	const sentences = 3
	for k := range c.mentions {
		m := &c.mentions[k]
		if m.start < i || m.kind != byName || c.entities[m.refs[0]].kind != graph.KindPerson {
			continue
		}
		if c.Tokens[m.start].Sent-c.Tokens[i].Sent > sentences || c.Tokens[m.head].Dep == "conj" {
			return nil
		}
		pair := c.joined(m)
		if len(pair) != 2 || slices.ContainsFunc(pair, func(e int) bool { return !c.mayHold(e, class, states) }) {
			continue
		}
		return pair
	}
	return nil
}

// mayHold tells whether a person has such an office, of one of the states or of none
// that is told.
func (c *resolver) mayHold(e int, class string, states []int) bool {
	return slices.ContainsFunc(c.entities[e].positions, func(p position) bool {
		if p.of >= 0 && !slices.Contains(states, p.of) {
			return false
		}
		held := classOf(p.title).class
		return held == class || class == "leader" && leaders[held] || class == "minister" && held == "foreign"
	})
}

// holdsAt tells whether a person has an office of that class of a state.
func (c *resolver) holdsAt(e int, class string, state int) bool {
	for _, p := range c.entities[e].positions {
		held := classOf(p.title).class
		if p.of == state && (held == class || class == "leader" && leaders[held] || class == "minister" && held == "foreign") {
			return true
		}
	}
	return false
}

// twoStates returns the two states that the last sentences speak of most, by
// name or people, or through who holds an office there; nil if there are none
// two.
func (c *resolver) twoStates(i int) []int {
	const sentences = 5
	weight := map[int]int{}
	now := c.Tokens[i].Sent
	for n := len(c.states) - 1; n >= 0; n-- {
		if now-c.states[n].sent > sentences {
			break
		}
		weight[c.states[n].entity] += 2
	}
	for e, s := range c.last {
		if now-s.sent > sentences {
			continue
		}
		for _, p := range c.entities[e].positions {
			if p.of >= 0 && c.clusters[p.of].state {
				weight[p.of] += 3
			}
		}
	}
	a, b := -1, -1
	for e := range c.entities { // in order, so that ties fall alike
		switch w := weight[e]; {
		case w == 0:
		case a < 0 || w > weight[a]:
			a, b = e, a
		case b < 0 || w > weight[b]:
			b = e
		}
	}
	if b < 0 {
		return nil
	}
	return []int{min(a, b), max(a, b)}
}

// holds tells whether a person has an office that the class of a title may
// stand for; "" stands for a leader or minister.
func (c *resolver) holds(e int, class string) bool {
	for _, p := range c.entities[e].positions {
		held := classOf(p.title).class
		if held == class || (class == "leader" || class == "head") && leaders[held] || class == "minister" && (held == "foreign" || held == "secretary") || class == "" && (leaders[held] || stateOffices[held]) ||
			class == "official" && held != "role" && held != "rank" {
			return true
		}
	}
	return false
}

// bodyNominal resolves "the council", "the company": the last organization
// whose name ends in the word, else for a word that fits any body the last
// organization.
func (c *resolver) bodyNominal(i int) (mention, bool) {
	t := &c.Tokens[i]
	left, article, nation, _ := c.phrase(i, i)
	if article != "the" && article != "this" || nation >= 0 || left < i-1 || c.lowerAt(i+1) == "of" || t.Dep == "compound" {
		return mention{}, false
	}
	general := t.Lower == "company" || t.Lower == "firm" || t.Lower == "group" || t.Lower == "organization" || t.Lower == "organisation" || t.Lower == "body"
	for n := len(c.recent) - 1; n >= 0; n-- {
		e := c.recent[n]
		ent := &c.entities[e]
		if ent.kind != graph.KindOrganization {
			continue
		}
		if strings.HasSuffix(strings.ToLower(ent.name), t.Lower) || general && t.Sent-c.last[e].sent <= 2 && !lex().outlets[ent.name] && !strings.HasSuffix(strings.ToLower(ent.name), "ministry") {
			return mention{start: left, end: i + 1, head: i, kind: byTitle, refs: []int{e}}, true
		}
	}
	return mention{}, false
}
