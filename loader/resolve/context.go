package resolve

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// What an article says around a name that several places bear weighs so much
// for one of them. By rank, the usual one needs no hint and a rare one more
// than one.
const (
	saidSo     = 10  // "Paris, Texas"
	itself     = 4   // the article names it by a name that is its alone
	inRegion   = 4   // the article names the region that holds it, or what the region holds
	inCountry  = 3   // or the country, or what the country holds
	withOffice = 3   // "the governor of Georgia"
	neighbour  = 3   // a city near by
	besideIt   = 2   // another place of its region
	farBeside  = 1   // another place of its country
	most       = 4   // of places beside it, together
	seat       = 1   // against a rare one, that the usual is a capital: people of all countries go there
	nearBy     = 200 // kilometres
)

var byRank = map[gazetteer.Rank]int{gazetteer.Usual: 2, gazetteer.Shared: 0, gazetteer.Rare: -3}

// meant returns the place that each mention of a place means. The article as a
// whole decides, in two rounds: what names of one bearer tell, then what the
// first round told beside them. Where it does not tell, the usual bearer is
// meant, or nobody knows which.
func (r *reading) meant() map[graph.ID]spot {
	out := map[graph.ID]spot{}
	var torn []*graph.Mention
	var bodies []*gazetteer.Place // what bodies are called after
	for i := range r.claims.Mentions {
		m := &r.claims.Mentions[i]
		if m.Kind != graph.KindPlace {
			if m.Kind == graph.KindOrganization {
				r.after[m.ID] = calledAfter(m.Name)
				bodies = append(bodies, r.after[m.ID]...)
			}
			continue
		}
		s := readPlace(m.Name)
		if !s.known {
			bodies = append(bodies, beginning(m.Name)...)
		}
		if river, ok := r.river(m); ok {
			out[m.ID] = river
			continue
		}
		if ms := gazetteer.Places(m.Name); len(ms) > 1 {
			torn = append(torn, m)
			s = spot{}
			if p := byPeople(m, ms); p != nil {
				s, torn = spotOf(p), torn[:len(torn)-1]
			}
		}
		out[m.ID] = s
	}
	unsure := map[graph.ID]bool{}
	for _, m := range torn {
		unsure[m.ID] = true
	}
	for range 2 {
		next := map[graph.ID]spot{}
		for _, m := range torn {
			besides := slices.Clone(bodies)
			for _, id := range sortedKeys(out) {
				p := out[id].place
				if p == nil || slices.Contains(besides, p) || p == out[m.ID].place && unsure[id] {
					continue
				}
				besides = append(besides, p)
			}
			next[m.ID] = r.likeliest(m, besides)
		}
		for id, s := range next {
			out[id] = s
		}
	}
	return out
}

// nationOf returns the country that the name of a body begins with.
func nationOf(body string) *gazetteer.Place {
	first, _, _ := strings.Cut(strings.TrimPrefix(body, "the "), " ")
	if e := gazetteer.Lookup(first); nation(e) {
		return gazetteer.Find(e.Name)
	}
	return nil
}

// calledAfter returns the country or the region that the name of a body begins
// with or ends in, "the Lebanese army", "Ontario Provincial Police", "the University
// of Idaho"; or where a body sits that all know.
func calledAfter(body string) []*gazetteer.Place {
	if of := nationOf(body); of != nil {
		return []*gazetteer.Place{of}
	}
	if key, _, _ := organizationKey(body); seats()[key] != nil {
		return []*gazetteer.Place{seats()[key]}
	}
	words := strings.Fields(strings.TrimPrefix(body, "the "))
	if i := slices.Index(words, "of"); i > 0 {
		ms := gazetteer.Places(strings.Join(words[i+1:], " "))
		if len(ms) == 1 && ms[0].Kind == gazetteer.Region && ms[0].Country() != nil {
			return []*gazetteer.Place{ms[0].Place}
		}
	}
	for n := min(3, len(words)); n > 0; n-- {
		ms := gazetteer.Places(strings.Join(words[:n], " "))
		if len(ms) == 1 && ms[0].Kind == gazetteer.Region && ms[0].Country() != nil {
			return []*gazetteer.Place{ms[0].Place}
		}
	}
	return nil
}

// beginning returns the place that the name of one which nobody knows begins with:
// Tampa, of "Tampa Bay".
func beginning(name string) []*gazetteer.Place {
	words := strings.Fields(name)
	for n := len(words) - 1; n > 0; n-- {
		if ms := gazetteer.Places(strings.Join(words[:n], " ")); len(ms) == 1 && ms[0].Country() != nil {
			return []*gazetteer.Place{ms[0].Place}
		}
	}
	return nil
}

// byPeople returns the country whose people the article calls by the mention:
// "Georgian" is of the country.
func byPeople(m *graph.Mention, ms []gazetteer.Meaning) *gazetteer.Place {
	for _, s := range m.Spans {
		if e := gazetteer.Lookup(s.Text); e.Kind == gazetteer.Demonym {
			for _, p := range ms {
				if p.Kind == gazetteer.Country && p.Name == e.Name {
					return p.Place
				}
			}
		}
	}
	return nil
}

// likeliest returns which of its bearers the name means beside the places that
// the article names; the bare name where two are as likely.
func (r *reading) likeliest(m *graph.Mention, besides []*gazetteer.Place) spot {
	var best *gazetteer.Place
	top, second := 0, 0
	bearers, away := gazetteer.Places(m.Name), r.away(m)
	for _, p := range bearers {
		weight := near(p.Place, elsewhere(p.Place, bearers, besides))
		if away {
			weight /= 2
		}
		weight += byRank[p.Rank] + r.around(m, p.Place)
		if r.withBody(m, p.Place) {
			weight += withOffice
		}
		if p.Rank == gazetteer.Rare && gazetteer.Lookup(bearers[0].Name).Seat {
			weight -= seat
		}
		switch {
		case weight > top:
			best, top, second = p.Place, weight, top
		case weight > second:
			second = weight
		}
	}
	if best == nil || top == second {
		return readPlace(m.Name)
	}
	return spotOf(best)
}

// withBody tells whether a body of the region that holds the city is named in a
// sentence with it.
func (r *reading) withBody(m *graph.Mention, city *gazetteer.Place) bool {
	if city.Kind != gazetteer.City || city.Within == nil || city.Within.Kind != gazetteer.Region {
		return false
	}
	for i := range r.claims.Mentions {
		body := &r.claims.Mentions[i]
		if !slices.Contains(r.after[body.ID], city.Within) {
			continue
		}
		for _, s := range m.Spans {
			if slices.ContainsFunc(body.Spans, func(b graph.NamedSpan) bool { return b.Sentence == s.Sentence }) {
				return true
			}
		}
	}
	return false
}

// elsewhere leaves out of the places that the article names those that lie in
// another region of the same name: Seattle is in Washington, which says nothing
// for the capital.
func elsewhere(p *gazetteer.Place, bearers []gazetteer.Meaning, besides []*gazetteer.Place) []*gazetteer.Place {
	return slices.DeleteFunc(slices.Clone(besides), func(q *gazetteer.Place) bool {
		return slices.ContainsFunc(bearers, func(m gazetteer.Meaning) bool {
			return m.Place != p && m.Kind == gazetteer.Region && m.Holds(q) && !m.Holds(p)
		})
	})
}

// near weighs what places that the article names say for p.
func near(p *gazetteer.Place, besides []*gazetteer.Place) int {
	region := p.Kind == gazetteer.Region || p.Within != nil && p.Within.Kind == gazetteer.Region
	inside, state, holds, beside := 0, 0, 0, 0
	for _, q := range besides {
		switch {
		case q == p:
			state = itself
		case q == p.Within && region && p.Kind == gazetteer.City:
			inside = inRegion
		case q.Holds(p) && p.Kind == gazetteer.Region:
			state = max(state, farBeside) // the state that a region is of is named in most articles
		case q.Holds(p):
			state = inCountry
		case p.Holds(q) && p.Kind == gazetteer.Region:
			holds = inRegion
		case p.Holds(q):
			holds = max(holds, inCountry)
		case p.Within == nil || p.Country() != q.Country() || p.Country() == nil:
		case neighbours(p, q):
			beside += neighbour
		case p.Within == q.Within && region:
			beside += besideIt
		default:
			beside += farBeside
		}
	}
	held := max(inside, state)
	if inside > 0 && state > 0 {
		held = inside + besideIt
	}
	return held + holds + min(beside, most)
}

func neighbours(p, q *gazetteer.Place) bool {
	km, known := p.Far(q)
	return known && km <= nearBy && p.Kind == gazetteer.City && q.Kind == gazetteer.City
}
