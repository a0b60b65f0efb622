package resolve

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/datafile"
	"github.com/whomet/whomet/loader/gazetteer"
)

//go:embed acronyms.txt
var acronymsText string

// acronym returns the folded acronym if the form is one: capitals only, from
// two to eight.
func acronym(form string) string {
	letters := 0
	for _, r := range form {
		switch {
		case r >= 'A' && r <= 'Z':
			letters++
		case r != '.':
			return ""
		}
	}
	if letters < 2 || letters > 8 {
		return ""
	}
	return terms.Fold(strings.ReplaceAll(form, ".", ""))
}

// acronyms returns the acronyms that articles give beside the name, sorted.
func (n *name) acronyms() []string {
	var out []string
	for f := range n.Forms {
		if a := acronym(f); a != "" && a != n.Key {
			out = append(out, a)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// isAcronym tells whether the unit has no other name than an acronym, and is no
// article's own, which might be any of several bodies.
func (n *name) isAcronym() bool {
	if n.In != "" || strings.Contains(n.Key, " ") {
		return false
	}
	for f := range n.Named {
		if acronym(f) == "" {
			return false
		}
	}
	return true
}

// initials tells whether the acronym is made of the words' first letters,
// small words counted or not.
func initials(acronym string, words []string) bool {
	var all, big strings.Builder
	for _, w := range words {
		all.WriteByte(w[0])
		if w != "of" && w != "and" && w != "for" && w != "in" && w != "on" && w != "to" {
			big.WriteByte(w[0])
		}
	}
	return acronym == all.String() || acronym == big.String()
}

// sharedAcronym is one that bodies of several states bear.
type sharedAcronym struct {
	of    map[string]string // by the common name of the state, the body as it is called in full
	usual string            // the body that is meant where an article speaks of none of them, "" if none
}

// sharedAcronyms is acronyms.txt by folded acronym.
var sharedAcronyms = sync.OnceValue(func() map[string]*sharedAcronym {
	out := map[string]*sharedAcronym{}
	for _, line := range datafile.Lines(acronymsText) {
		short, bodies, _ := strings.Cut(line, ":")
		a := &sharedAcronym{of: map[string]string{}}
		for _, b := range datafile.List(bodies, ";") {
			state, body, _ := strings.Cut(b, "=")
			if state, body = strings.TrimSpace(state), strings.TrimSpace(body); state == "*" {
				a.usual = body
			} else {
				a.of[state] = body
			}
		}
		out[acronym(short)] = a
	}
	return out
})

// bearerOf returns the key of the body that a shared acronym means in the
// article, and what it is in: that of the state which the article speaks of.
// Where nothing tells, the acronym is the article's own.
func (r *reading) bearerOf(m *graph.Mention, a *sharedAcronym) (key, in string) {
	body := a.of[r.stateAmong(m, a)]
	if body == "" {
		body = a.usual
	}
	if body == "" {
		return acronym(m.Name), string(r.claims.Article.ID)
	}
	key, in, _ = organizationKey(body)
	return key, in
}

// stateAmong returns the state of the body that an acronym means, "" where the
// article does not tell: one whose the body is said to be, else one that people
// of the sentence serve, else the one that the article speaks of most. An
// article that speaks of another state yet more may mean a body which the table
// does not know.
func (r *reading) stateAmong(m *graph.Mention, a *sharedAcronym) string {
	votes := map[string]int{}
	for _, s := range m.Spans {
		if c := r.possessor(s.Start); a.of[c] != "" {
			votes[c]++
		}
	}
	if len(votes) == 0 {
		for _, s := range m.Spans {
			for c := range r.served(s.Sentence) {
				if a.of[c] != "" {
					votes[c]++
				}
			}
		}
	}
	if len(votes) > 0 {
		c, _ := first(votes, 1)
		return c
	}
	about, known := r.about()
	add(&about, known)
	among := maps.Clone(about)
	maps.DeleteFunc(among, func(c string, _ int) bool { return a.of[c] == "" })
	c, ok := first(among, 2)
	for other, n := range about {
		ok = ok && (n <= among[c] || a.of[other] != "")
	}
	if !ok {
		return ""
	}
	return c
}

// stands tells whether the acronym stands for the other name.
func (o organization) stands(p organization) Match {
	if a := sharedAcronyms()[o.acronym]; a != nil && a.usual != "" {
		if key, country, _ := organizationKey(a.usual); key == p.key && country == p.country {
			return oneBody(0.85, "the usual "+o.acronym+" of several")
		}
	}
	if initials(o.acronym, p.ofNation()) && len(o.acronym) > 3 {
		return oneBody(0.85, o.acronym+" are the initials of the other, its country aside")
	}
	if initials(o.acronym, strings.Fields(p.key)) || initials(o.acronym, p.full) || initials(o.acronym, p.words) {
		if o.known() {
			return Match{Undecided, 0.6, []string{o.acronym + " stands for " + o.key + " too"}}
		}
		if len(o.acronym) > 2 {
			return Match{Same, 0.85, []string{o.acronym + " are the initials of the other"}}
		}
		return Match{Undecided, 0.6, []string{o.acronym + " are the initials of the other, and of many more"}}
	}
	if o.acronym == strings.Join(p.words, "") {
		return Match{Same, 0.95, nil}
	}
	return Match{Different, 0, []string{o.acronym + " are not the initials of the other"}}
}

// ofNation returns the words of a name that begins with a nation's, without that:
// DFAT is the Australian Department of Foreign Affairs and Trade.
func (o organization) ofNation() []string {
	for n := 1; n < min(3, len(o.full)); n++ {
		if nation(gazetteer.Lookup(properName(o.full[:n]))) {
			return o.full[n:]
		}
	}
	return nil
}

// shortens returns the acronym among the name's words that stands for words of the
// other, all else alike; "" if there is none: "UC Berkeley".
func (o organization) shortens(p organization) string {
	for i, w := range o.words {
		rest := slices.Delete(slices.Clone(o.words), i, i+1)
		if !o.capital[w] || len(rest) == 0 {
			continue
		}
		for n := 2; n <= len(w)+1; n++ {
			for at := 0; at+n <= len(p.full); at++ {
				if initials(w, p.full[at:at+n]) && slices.Equal(rest, counted(slices.Delete(slices.Clone(p.full), at, at+n))) {
					return w
				}
			}
		}
	}
	return ""
}
