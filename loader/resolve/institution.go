package resolve

import (
	"cmp"
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/datafile"
	"github.com/whomet/whomet/loader/gazetteer"
)

//go:embed institutions.txt
var institutionsText string

// institution is what bodies of many states are called.
type institution struct {
	name   string          // its normal form
	states map[string]bool // that have one, by common name; nil where any may
	other  string          // the body that is meant where no state is told, as bodies.txt names it
}

var institutions = sync.OnceValue(func() map[string]*institution {
	out := map[string]*institution{}
	for _, line := range datafile.Lines(institutionsText) {
		names, states, _ := strings.Cut(line, ":")
		in := &institution{states: map[string]bool{}}
		states, in.other, _ = strings.Cut(states, "=")
		in.other = strings.TrimSpace(in.other)
		if strings.TrimSpace(states) == "" && in.other == "" {
			in.states = nil
		}
		for _, s := range datafile.List(states, ",") {
			in.states[s] = true
		}
		for _, n := range datafile.List(names, ";") {
			n = ministryKey(orgWords(n))
			if in.name == "" {
				in.name = n
			}
			out[n] = in
		}
	}
	return out
})

// anyState tells whether the words are a name that bodies of many states have.
func anyState(words []string) bool {
	key := strings.Join(words, " ")
	return ministry(words) || generic[key] || institutions()[key] != nil
}

// stateless returns the normal form of such a name.
func stateless(words []string) string {
	key := ministryKey(words)
	if in := institutions()[key]; in != nil {
		return in.name
	}
	return key
}

// organization returns the key of an organization and, for a generic one, the
// country it belongs to: by its name, by whose it is said to be, by whom the
// people around it serve, or by what the article is about. Where the article
// does not tell, it is the article's own.
func (r *reading) organization(m *graph.Mention) (key, in string) {
	if a := sharedAcronyms()[acronym(m.Name)]; a != nil {
		return r.bearerOf(m, a)
	}
	key, country, isGeneric := organizationKey(m.Name)
	if c := r.owner(m); c != "" && c != country && c != bodyList().of[key] && anyState(orgWords(m.Name)) {
		// known as one state's, or as no state's, but here another's: "Manila's Justice Department"
		key, country, _ = bodyOf(orgWords(m.Name), c)
		return key, country
	}
	switch {
	case !isGeneric:
		return key, ""
	case country == "":
		country = r.stateOf(m, key)
	default:
		return key, country
	}
	if country != "" {
		key, country, _ = bodyOf(strings.Fields(key), country)
		return key, country
	}
	if i := institutions()[key]; i != nil && i.other != "" {
		key, country, _ = organizationKey(i.other)
		return key, country
	}
	return key, string(r.claims.Article.ID)
}

// stateOf returns the country that a bare generic name is said of in the
// article, "" where it does not tell.
func (r *reading) stateOf(m *graph.Mention, key string) string {
	votes := map[string]int{}
	for _, form := range m.Aliases {
		if k, c, g := organizationKey(form); g && k == key && c != "" {
			votes[c] += 3
		}
	}
	if c := r.owner(m); c != "" {
		votes[c] += 3
	}
	if c, ok := first(votes, 1); ok {
		return c
	}
	has := func(c string) bool { return c != "United States" || !ministry(strings.Fields(key)) } // it has departments
	i := institutions()[key]
	if i != nil && i.states == nil {
		i = nil
	}
	if i != nil {
		has = func(c string) bool { return i.states[c] }
	}
	for _, s := range m.Spans {
		for c := range r.served(s.Sentence) {
			if has(c) {
				votes[c]++
			}
		}
	}
	for _, p := range r.claims.Mentions {
		for c := range r.ministry(&p, key) {
			votes[c]++
		}
	}
	if c, ok := first(votes, 1); ok || len(votes) > 0 {
		return c
	}
	places, known := r.about()
	if i == nil { // where any may be meant, the article has to be about one
		if c, ok := first(places, 3); ok && has(c) {
			return c
		}
		return ""
	}
	about := maps.Clone(places)
	add(&about, known)
	maps.DeleteFunc(about, func(c string, _ int) bool { return !has(c) })
	c, _ := first(about, 2)
	return c
}

// owner returns the country that stands before the body's name most, as its owner.
func (r *reading) owner(m *graph.Mention) string {
	votes := map[string]int{}
	for _, s := range m.Spans {
		if c := r.possessor(s.Start); c != "" {
			votes[c]++
		}
	}
	c, _ := first(votes, 1)
	return c
}

// first returns what has most votes, if that is so many times what all others
// have, and more than any other has.
func first(votes map[string]int, times int) (string, bool) {
	best := byCount(votes)
	if len(best) == 0 || len(best) > 1 && votes[best[0]] == votes[best[1]] {
		return "", false
	}
	rest := 0
	for _, c := range best[1:] {
		rest += votes[c]
	}
	return best[0], times == 1 || votes[best[0]] >= times*rest
}

// about counts how often the article speaks of each country: of its places and
// people, and of bodies and leaders that are known for its.
func (r *reading) about() (places, known map[string]int) {
	places, known = map[string]int{}, map[string]int{}
	for i := range r.claims.Mentions {
		m := &r.claims.Mentions[i]
		if c := leads(m); c != "" {
			known[c] += len(m.Spans)
			continue
		}
		switch m.Kind {
		case graph.KindPlace:
			if c := r.spots[m.ID].country; c != "" {
				places[c] += len(m.Spans)
			}
		case graph.KindOrganization:
			if sharedAcronyms()[acronym(m.Name)] != nil { // it says nothing of a state by itself
				continue
			}
			k, c, _ := organizationKey(m.Name)
			if c = cmp.Or(c, bodyList().of[k]); c != "" {
				known[c] += len(m.Spans)
			} else if of := nationOf(m.Name); of != nil {
				known[of.Name] += len(m.Spans)
			}
		}
	}
	return places, known
}

// ministry returns the countries whose minister of the body's matters the
// person is: the foreign ministry beside one foreign minister is his.
func (r *reading) ministry(m *graph.Mention, key string) map[string]bool {
	matter, ok := strings.CutSuffix(key, " ministry")
	if !ok && key != "foreign office" || m.Kind != graph.KindPerson {
		return nil
	}
	matter, _, _ = strings.Cut(matter, " office")
	var out map[string]bool
	for _, p := range m.Positions {
		if words := orgWords(p.Title); !hasAny(words, ministers) || !slices.Contains(words, matter) {
			continue
		}
		if c := r.officeOf(p); c != "" {
			if out == nil {
				out = map[string]bool{}
			}
			out[c] = true
		}
	}
	return out
}

var ministers = set("minister secretary")

// officeOf returns the country that an office is of, "" if it is of none.
func (r *reading) officeOf(p graph.PositionClaim) string {
	if of := r.mentions[p.Of]; of != nil && of.Kind == graph.KindPlace {
		if s := r.spots[of.ID]; s.nation {
			return s.country
		}
	} else if e := gazetteer.Lookup(p.OfText); nation(e) {
		return e.Name
	}
	return ""
}

// possessor returns the country right before the offset: "Iraq's", "Iraqi".
func (r *reading) possessor(offset int) string {
	end := offset
	for _, own := range []string{"the ", "'s ", "’s ", " "} {
		if n := len([]rune(own)); r.at(end-n, own) {
			end -= n
			if own != "the " {
				break
			}
		}
	}
	if end == offset {
		return ""
	}
	start := end
	for words := 0; words < 3; words++ {
		for start > 0 && r.text[start-1] != ' ' && r.text[start-1] != '\n' {
			start--
		}
		if e := gazetteer.Lookup(strings.Trim(string(r.text[start:end]), "“”\"'(‘’")); nation(e) {
			return e.Name
		} else if e.Seat && words == 0 { // "Manila's Justice Department"
			return e.Country
		}
		if start == 0 || r.text[start-1] != ' ' {
			break
		}
		start--
	}
	return ""
}

// served returns the countries that people named in the sentence hold office
// for, or are known to.
func (r *reading) served(sentence graph.Span) map[string]bool {
	out := map[string]bool{}
	for _, m := range r.claims.Mentions {
		if !slices.ContainsFunc(m.Spans, func(s graph.NamedSpan) bool {
			return s.Start >= sentence.Start && s.End <= sentence.End
		}) {
			continue
		}
		for _, p := range m.Positions {
			if c := r.officeOf(p); c != "" {
				out[c] = true
			}
		}
		if c := leads(&m); c != "" {
			out[c] = true
		}
	}
	return out
}
