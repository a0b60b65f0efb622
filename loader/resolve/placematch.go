package resolve

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/gazetteer"
)

// MatchPlaces judges whether two names of places are one's: by the gazetteer,
// which knows what countries and cities are called and were, else by their
// letters.
func MatchPlaces(a, b string) (Match, error) {
	p, q := placeNamed(a), placeNamed(b)
	if p.key == "" || q.key == "" {
		return Match{}, ErrNoName
	}
	country := func(s spot) string {
		if s.country == "" {
			return "an unknown country"
		}
		return s.country
	}
	joined := func(s spot) string { return strings.ReplaceAll(s.key, " ", "") }
	torn := func(s, of spot) bool { // Springfield, and Springfield, Illinois
		return s.place == nil && slices.ContainsFunc(gazetteer.Places(s.key), func(m gazetteer.Meaning) bool { return m.Place == of.place })
	}
	switch {
	case p.nation != q.nation && p.known && q.known:
		return Match{Different, 0.1, []string{"only one is a country"}}, nil
	case p.key == q.key && p.country != "" && q.country != "" && p.country != q.country:
		return Match{Different, 0.3, []string{country(p) + " is not " + country(q)}}, nil
	case p.key == q.key:
		m := Match{Verdict: Same, Score: 1}
		if terms.Fold(a) != terms.Fold(b) {
			m.Score, m.Reasons = 0.95, []string{"two names of one place"}
		}
		return m, nil
	case torn(p, q) || torn(q, p):
		return Match{Undecided, 0.5, []string{"nothing tells which of several is meant"}}, nil
	case p.known && q.known:
		return Match{Different, 0, []string{p.said() + " is not " + q.said()}}, nil
	case joined(p) == joined(q), len(p.key) > 4 && len(q.key) > 4 && alike(joined(p), joined(q)):
		return Match{Same, 0.85, []string{p.said() + " is " + q.said() + " spelt otherwise"}}, nil
	case len(p.key) >= minTypo && len(q.key) >= minTypo && oneEdit(joined(p), joined(q)):
		return Match{Undecided, 0.6, []string{p.said() + " may be " + q.said() + " misspelt"}}, nil
	}
	return Match{Different, 0, []string{p.said() + " is not " + q.said()}}, nil
}

// said is what the spot is called, with what holds it.
func (s spot) said() string {
	switch {
	case s.place == nil:
		return s.key
	case s.place.Within == nil:
		return s.place.Name
	}
	return s.place.Name + " in " + s.place.Within.Name
}

// placeNamed reads a place, with what holds it after a comma if it has that:
// "Paris, France", "Paris, Texas".
func placeNamed(written string) spot {
	name, in, ok := strings.Cut(written, ",")
	if p := gazetteer.Find(written); p != nil || !ok { // "Washington, D.C."
		return readPlace(written)
	}
	in = strings.TrimSpace(in)
	for _, m := range gazetteer.Places(name) {
		for _, h := range gazetteer.Places(in) {
			if h.Holds(m.Place) {
				return spotOf(m.Place)
			}
		}
	}
	s := spot{key: terms.Fold(name), country: in}
	if p := gazetteer.Find(in); p != nil && p.Country() != nil {
		s.country = p.Country().Name
	}
	return s
}
