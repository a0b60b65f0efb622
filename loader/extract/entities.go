package extract

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/gazetteer"
)

// writeEntities makes an entity of each cluster and a mention of each name.
func (r *reader) writeEntities() {
	r.entities = make([]entity, len(r.clusters))
	r.mentions = make([]mention, 0, len(r.spans))
	written := make([]map[string]int, len(r.clusters))
	var order [][]string = make([][]string, len(r.clusters))
	note := func(c int, text string) {
		if written[c] == nil {
			written[c] = map[string]int{}
		}
		if written[c][text] == 0 {
			order[c] = append(order[c], text)
		}
		written[c][text]++
	}
	for k := range r.spans {
		s := &r.spans[k]
		if s.cluster < 0 {
			continue
		}
		kind := byName
		if s.demonym() {
			kind = byDemonym
		}
		m := mention{start: s.start, end: s.end, kind: kind, refs: []int{s.cluster}, titleOf: -1}
		if s.kind == graph.KindPlace && s.end < len(r.Tokens) && governmentNoun[r.Tokens[s.end].Lower] && r.in[s.end] < 0 {
			m.end++ // "the Iraqi government" is Iraq as a party
		}
		m.head = r.headIn(m.start, m.end)
		r.mentions = append(r.mentions, m)
		seat := s.kind == graph.KindPlace && s.entry.Kind == gazetteer.City && fold(s.entry.Name)+" ,city" != r.clusters[s.cluster].key
		if kind == byName && !seat {
			text := s.text(r)
			if s.start == r.datelineAt && isUpper(text) {
				text = titleCase(text)
			}
			note(s.cluster, text)
			if alias := r.withDirection(s); alias != "" {
				note(s.cluster, alias)
			}
		}
	}
	for c := range r.entities {
		e := &r.entities[c]
		e.kind = r.clusters[c].kind
		e.demonymOnly = r.clusters[c].named == 0
		e.name = r.bestName(c, order[c], written[c])
		for _, f := range order[c] {
			if f != e.name {
				e.aliases = append(e.aliases, f)
			}
		}
	}
	r.indexMentions()
	if i := r.datelineAt; i >= 0 && r.at[i] >= 0 {
		r.dateline.place = r.mentions[r.at[i]].refs[0]
	}
}

// governmentNoun are nouns that make a country's name or people the state.
var governmentNoun = set{"government": true, "regime": true, "administration": true, "authorities": true, "leadership": true, "side": true}

// headIn returns the token of [start, end) that the others hang on.
func (d *document) headIn(start, end int) int {
	for i := end - 1; i >= start; i-- {
		if h := d.Tokens[i].Head; h < start || h >= end || h == i {
			return i
		}
	}
	return end - 1
}

// indexMentions sorts the mentions and fills at.
func (d *document) indexMentions() {
	slices.SortFunc(d.mentions, func(a, b mention) int { return a.start - b.start })
	if d.at == nil {
		d.at = make([]int, len(d.Tokens))
	}
	for i := range d.at {
		d.at[i] = -1
	}
	for k := range d.mentions {
		for i := d.mentions[k].start; i < d.mentions[k].end; i++ {
			d.at[i] = k
		}
	}
}

// withDirection returns a place's name with the point of the compass before
// it, "" if there is none or the place is a country.
func (r *reader) withDirection(s *span) string {
	if s.kind != graph.KindPlace || s.start == 0 || s.entry.Kind == gazetteer.Country || s.entry.Kind == gazetteer.Demonym {
		return ""
	}
	if t := &r.Tokens[s.start-1]; lex().directions[t.Lower] && t.Dep != "ROOT" {
		return r.nameText(s.start-1, s.end)
	}
	return ""
}

// bestName returns the fullest of a cluster's written names: for a listed
// place its common name, for a body the longest, for a person the one with
// most words, and of those the one whose surname the text uses most.
func (r *reader) bestName(c int, order []string, written map[string]int) string {
	cl := &r.clusters[c]
	if cl.kind == graph.KindPlace && cl.listed != "" {
		return cl.listed
	}
	if today := slices.DeleteFunc(slices.Clone(order), func(f string) bool { return r.bearerOf(fold(f)) != fold(f) }); len(today) > 0 {
		order = today
	}
	if len(order) == 0 {
		return cl.key
	}
	if cl.kind != graph.KindPerson {
		best := order[0]
		for _, f := range order[1:] {
			if len(f) > len(best) && !(cl.kind == graph.KindPlace && lex().directions[strings.ToLower(firstOf(f))]) {
				best = f
			}
		}
		return best
	}
	bySurname := map[string]int{}
	for f, n := range written {
		bySurname[surname(fold(f))] += n
	}
	score := func(f string) int {
		return 1000*strings.Count(fold(f), " ") + 10*bySurname[surname(fold(f))] + written[f]
	}
	best := order[0]
	for _, f := range order[1:] {
		if score(f) > score(best) {
			best = f
		}
	}
	return best
}
