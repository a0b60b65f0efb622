package resolve

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/gazetteer"
)

// Offices and bodies that a region of a state has, and a state.
var (
	regionOffices  = set("governor governors lieutenant sheriff senator senators premier county counties legislature statehouse")
	countryOffices = set("president prime foreign minister ministers ministry ambassador ambassadors embassy parliament troops army king")
)

// around weighs what stands right beside the mention for p.
func (r *reading) around(m *graph.Mention, p *gazetteer.Place) int {
	weight := 0
	for _, s := range m.Spans {
		for _, held := range r.heldBy(s) {
			if held.Holds(p) || lies(p, held) {
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
		if p.Kind == gazetteer.Region && r.governed() {
			weight = max(weight, withOffice)
		}
		if kind, ok := r.called(s.Start); ok && kind == p.Kind {
			weight = max(weight, saidSo)
		}
	}
	return weight
}

// governed tells whether the text speaks of a governor whose state it need not
// name again: "the governor", "the Republican governor", and of no bank, which has
// one too.
func governed(text string) bool {
	found := false
	words := strings.Fields(terms.Fold(text))
	for i, w := range words {
		if w == "bank" {
			return false
		}
		found = found || w == "governor" && i > 0 && governors[words[i-1]] && (i+1 == len(words) || words[i+1] != "of")
	}
	return found
}

var governors = set("the republican democratic")

// lies tells whether the city is in the part of its region: San Jose, in Silicon
// Valley, whose limits nobody draws.
func lies(city, part *gazetteer.Place) bool {
	km, known := city.Far(part)
	return city.Kind == gazetteer.City && part.Kind == gazetteer.Region && part.Within != nil && part.Within == city.Within && known && km <= nearBy
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
var links = func() []string {
	out := []string{", ", " in ", ", in ", " in the ", ", in the ", " in the state of ", ", in the state of ", " (", "-",
		", on ", ", on the ", ", in the heart of ", " in the heart of ", ", capital of ", ", the capital of ", ", a city in ", ", a town in ", ", the city in ", ", the town in "}
	for _, side := range []string{"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"} {
		for _, in := range []string{" in ", ", in "} {
			out = append(out, in+"the "+side+" of ", in+side+"ern ")
		}
	}
	return out
}()

// heldBy returns the places that the text right beside the span may name as
// what holds it: "Paris, Texas", "Pakistan's Hyderabad".
func (r *reading) heldBy(s graph.NamedSpan) []*gazetteer.Place {
	var out []*gazetteer.Place
	for _, link := range links {
		if in, ok := r.starts[s.End+len(link)]; ok && r.at(s.End, link) {
			out = append(out, bearers(in)...)
		}
	}
	for _, own := range holderLinks {
		at := s.Start - utf8.RuneCountInString(own)
		if of, ok := r.ends[at]; ok && r.at(at, own) && (own[0] != ' ' || gazetteer.Lookup(of.Text).Kind == gazetteer.Demonym) {
			out = append(out, bearers(of)...)
		}
	}
	return out
}

// holderLinks lead from what holds a place to its name: "Pakistan's Hyderabad"; after an
// adjective "Greek Macedonia", "the Greek region of Macedonia".
var holderLinks = func() []string {
	out := []string{"'s ", "’s ", " "}
	for words := range kinds {
		out = append(out, " "+words)
	}
	slices.Sort(out)
	return out
}()

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
