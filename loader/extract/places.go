package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// clusterPlaces joins the names of a country with its people and, where the
// sentence means the government, with its seat; other places by their name.
func (r *reader) clusterPlaces() {
	by := map[string]int{}
	get := func(kind graph.NodeKind, key string) int {
		c, ok := by[key]
		if !ok {
			c = r.newCluster(kind, key)
			by[key] = c
		}
		return c
	}
	state := func(country string) int {
		c := get(graph.KindPlace, fold(country))
		r.clusters[c].state = true
		return c
	}
	seats := r.governmentSeats()
	for k := range r.spans {
		s := &r.spans[k]
		if s.kind != graph.KindPlace {
			continue
		}
		switch e := s.entry; {
		case e.Kind == gazetteer.Country || e.Kind == gazetteer.Demonym:
			s.cluster = state(e.Name)
		case e.Kind == gazetteer.Region || e.Kind == gazetteer.Regional:
			s.cluster = get(graph.KindPlace, fold(e.Name))
		case e.Seat && seats[k]:
			s.cluster = state(e.Country)
		case lex().bodySeats[e.Name] != "" && seats[k]:
			s.known, s.kind, s.entry = lex().bodySeats[e.Name], graph.KindOrganization, gazetteer.Entry{}
		case e.Kind == gazetteer.City:
			s.cluster = get(graph.KindPlace, fold(e.Name)+" ,city")
		}
	}
	for k := range r.spans {
		s := &r.spans[k]
		if s.kind != graph.KindPlace || s.cluster >= 0 {
			continue
		}
		key := s.form
		if first, rest, ok := strings.Cut(key, " "); ok && lex().directions[first] && (by[rest] > 0 || r.forms[rest] != nil && r.forms[rest].place >= 1) {
			key = rest // "Eastern Ghouta"
		}
		if i := strings.LastIndexByte(key, ' '); i > 0 && lex().districts[key[i+1:]] {
			// "Anbar Province" is Anbar where the text has that too
			if _, ok := by[key[:i]]; ok || r.forms[key[:i]] != nil && r.forms[key[:i]].place >= 1 {
				key = key[:i]
			}
		}
		if l := lex(); l.placeHeads[key] && s.entry.Kind == gazetteer.None {
			if key = r.headedBy(key); key == "" {
				continue // "the Straits" of which the text has not told
			}
		}
		if c, ok := by[key+" ,city"]; ok {
			s.cluster = c
			continue
		}
		s.cluster = get(graph.KindPlace, key)
	}
}

// headedBy returns the form of a place's name that this word begins or ends, as
// "Straits of Belmar" is called "the Straits"; "" if there is none.
func (r *reader) headedBy(word string) string {
	for k := range r.spans {
		s := &r.spans[k]
		if s.kind == graph.KindPlace && (strings.HasPrefix(s.form, word+" ") || strings.HasSuffix(s.form, " "+word)) {
			if s.entry.Name != "" {
				return fold(s.entry.Name)
			}
			return s.form
		}
	}
	return ""
}
