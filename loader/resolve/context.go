package resolve

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/gazetteer"
)

// What an article says around a name that several places bear weighs so much
// for one of them. By rank, the usual one needs no hint and a rare one more
// than one.
const (
	saidSo     = 10  // "Paris, Texas"
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

// Offices and bodies that a region of a state has, and a state.
var (
	regionOffices  = set("governor governors lieutenant sheriff senator senators premier county counties legislature statehouse")
	countryOffices = set("president prime foreign minister ministers ministry ambassador ambassadors embassy parliament troops army king")
)

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
				bodies = append(bodies, calledAfter(m.Name)...)
			}
			continue
		}
		s := readPlace(m.Name)
		if ms := gazetteer.Places(m.Name); len(ms) > 1 {
			torn = append(torn, m)
			s = spot{}
			if p := byPeople(m, ms); p != nil {
				s, torn = spotOf(p), torn[:len(torn)-1]
			}
		}
		out[m.ID] = s
	}
	for range 2 {
		said := slices.Clone(bodies)
		for _, id := range sortedKeys(out) {
			if p := out[id].place; p != nil && !slices.Contains(said, p) {
				said = append(said, p)
			}
		}
		next := map[graph.ID]spot{}
		for _, m := range torn {
			besides := slices.DeleteFunc(slices.Clone(said), func(p *gazetteer.Place) bool { return p == out[m.ID].place })
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
// with: "the Lebanese army", "Ontario Provincial Police".
func calledAfter(body string) []*gazetteer.Place {
	if of := nationOf(body); of != nil {
		return []*gazetteer.Place{of}
	}
	words := strings.Fields(strings.TrimPrefix(body, "the "))
	for n := min(3, len(words)); n > 0; n-- {
		ms := gazetteer.Places(strings.Join(words[:n], " "))
		if len(ms) == 1 && ms[0].Kind == gazetteer.Region && ms[0].Country() != nil {
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
	bearers := gazetteer.Places(m.Name)
	for _, p := range bearers {
		weight := byRank[p.Rank] + near(p.Place, elsewhere(p.Place, bearers, besides)) + r.around(m, p.Place)
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

// around weighs what stands right beside the mention for p.
func (r *reading) around(m *graph.Mention, p *gazetteer.Place) int {
	weight := 0
	for _, s := range m.Spans {
		for _, held := range r.heldBy(s) {
			if held.Holds(p) {
				weight = saidSo
			}
		}
		for _, holding := range r.holding(s) {
			if p.Holds(holding) {
				weight = saidSo
			}
		}
		offices := countryOffices
		if p.Kind == gazetteer.Region {
			offices = regionOffices
		}
		if p.Kind != gazetteer.City && r.officeBeside(s.Span, offices) {
			weight = max(weight, withOffice)
		}
		if kind, ok := r.called(s.Start); ok && kind == p.Kind {
			weight = max(weight, saidSo)
		}
	}
	return weight
}

// kinds are what a text calls a place right before its name.
var kinds = map[string]gazetteer.Kind{"state of ": gazetteer.Region, "province of ": gazetteer.Region, "region of ": gazetteer.Region,
	"city of ": gazetteer.City, "town of ": gazetteer.City}

// called returns what the text calls a place whose name begins at the offset:
// "the state of Washington".
func (r *reading) called(start int) (gazetteer.Kind, bool) {
	for words, kind := range kinds {
		if r.at(start-len(words), words) {
			return kind, true
		}
	}
	return gazetteer.None, false
}

// links lead from a place to what holds it.
var links = []string{", ", " in ", ", in ", " in the ", ", in the ", " in the state of ", ", in the state of ", " (", "-"}

// heldBy returns the places that the text right beside the span may name as
// what holds it: "Paris, Texas", "Pakistan's Hyderabad".
func (r *reading) heldBy(s graph.NamedSpan) []*gazetteer.Place {
	var out []*gazetteer.Place
	for _, link := range links {
		if in, ok := r.starts[s.End+len(link)]; ok && r.at(s.End, link) {
			out = append(out, bearers(in)...)
		}
	}
	for _, own := range []string{"'s ", "’s "} {
		if of, ok := r.ends[s.Start-3]; ok && r.at(s.Start-3, own) {
			out = append(out, bearers(of)...)
		}
	}
	return out
}

// holding returns the places that the text right before the span may name as
// what lies in it.
func (r *reading) holding(s graph.NamedSpan) []*gazetteer.Place {
	var out []*gazetteer.Place
	for _, link := range links {
		if of, ok := r.ends[s.Start-len(link)]; ok && r.at(of.End, link) {
			out = append(out, bearers(of)...)
		}
	}
	return out
}

// bearers returns the places that the words of a span may name.
func bearers(s spanOf) []*gazetteer.Place {
	var out []*gazetteer.Place
	for _, m := range gazetteer.Places(s.Text) {
		out = append(out, m.Place)
	}
	return out
}

// officeBeside tells whether one of the offices is the span's: "governor of
// Georgia", "Georgia's prime minister", "a county in Georgia".
func (r *reading) officeBeside(s graph.Span, offices map[string]bool) bool {
	const few = 25 // letters
	from, to := max(0, s.Start-few), min(len(r.text), s.End+few)
	after, _, _ := strings.Cut(string(r.text[s.End:to]), ".")
	a, b := strings.Fields(terms.Fold(after)), strings.Fields(terms.Fold(string(r.text[from:s.Start])))
	if n := len(b); n > 1 && offices[b[n-2]] && (b[n-1] == "of" || b[n-1] == "from" || b[n-1] == "to" || b[n-1] == "in" && strings.HasPrefix(b[n-2], "count")) {
		return true
	}
	if len(a) > 0 && a[0] == "s" {
		a = a[1:]
	}
	return hasAny(a[:min(len(a), 2)], offices)
}
