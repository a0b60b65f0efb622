package llm

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
	"github.com/whomet/whomet/loader/gazetteer"
)

// known is an entity whose names stand in the text.
type known struct {
	id        string
	kind      graph.NodeKind
	name      string   // as the text writes it
	aliases   []string // its other names, as the text writes them
	said      []string // what the model calls it, whether the text does or not
	positions []extract.Position
}

func (e *known) hasName(name string) bool { return e.name == name || slices.Contains(e.aliases, name) }

// takeEntity keeps an entity by those of its names that the text has.
func (c *checker) takeEntity(e entity) {
	if !slices.Contains(kinds, e.Kind) {
		c.drop("name", e.Name)
		return
	}
	names, own := []string{}, false // the fullest first; is it the model's
	for i, name := range append([]string{e.Name}, upTo(c, inside, e.OtherNames, "name")...) {
		s, ok := c.find(name, c.part.Start)
		if !ok || !isName(e.Kind, name) {
			if i > 0 && strings.TrimSpace(name) != "" {
				c.drop("name", name)
			}
			continue
		}
		own = own || i == 0
		if name = oneLine(c.raw[s.Start:s.End]); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if country := countryIn(e, names); !own && country != "" {
		names, own = append([]string{country}, names...), true
	}
	if !own {
		c.drop("name", e.Name)
	}
	if len(names) == 0 {
		return
	}
	into := c.same(e.Kind, names)
	if into == nil {
		into = &known{kind: e.Kind, name: names[0]}
		c.entities = append(c.entities, into)
	}
	for _, name := range names {
		if !into.hasName(name) {
			into.aliases = append(into.aliases, name)
		}
	}
	into.said = append(into.said, e.Name)
}

// countryIn returns the name of the country that e means, where the text has
// only its people or its seat of government for it: "Danish", "Copenhagen
// said". The text bears it out all the same.
func countryIn(e entity, names []string) string {
	country := gazetteer.Lookup(e.Name)
	if e.Kind != graph.KindPlace || country.Kind != gazetteer.Country {
		return ""
	}
	for _, name := range names {
		if n := gazetteer.Lookup(name); n.Kind == gazetteer.Demonym && n.Name == country.Name || n.Seat && n.Country == country.Name {
			return country.Name
		}
	}
	return ""
}

// isName tells a name from a description. A body may be called by what it is
// ("the cabinet"); a person or place by a word with a capital ("de Gaulle") and
// no article ("the President"). Scripts without capitals have names all the same.
func isName(kind graph.NodeKind, s string) bool {
	first, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(s)), " ")
	switch {
	case determiners[first]:
		return false
	case kind == graph.KindOrganization:
		return true
	case kind == graph.KindPerson && (first == "the" || first == "a" || first == "an"):
		return false
	}
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) && !unicode.IsLower(r) })
}

// determiners begin what points at someone rather than naming them.
var determiners = map[string]bool{"this": true, "that": true, "these": true, "those": true, "his": true, "her": true, "its": true, "their": true, "our": true,
	"my": true, "he": true, "she": true, "it": true, "they": true, "him": true, "them": true, "we": true, "i": true, "you": true}

// same returns the entity of the same kind that has one of the names as its
// own, or whose own name is among them: a later part says "Lee" of Ann Lee.
// Two who share only a short form are two.
func (c *checker) same(kind graph.NodeKind, names []string) *known {
	for _, e := range c.entities {
		if e.kind == kind && (e.hasName(names[0]) || slices.Contains(names, e.name)) {
			return e
		}
	}
	return nil
}

// named returns the entity that an answer calls by a name: sooner the one whose
// own name it is than one that has it besides; nil if there is none.
func (c *checker) named(name string) *known {
	folded, _ := fold(oneLine(name))
	alike := func(have string) bool { have, _ = fold(have); return have == folded }
	for _, names := range []func(*known) []string{
		func(e *known) []string { return []string{e.name} },
		func(e *known) []string { return e.said },
		func(e *known) []string { return e.aliases },
	} {
		for _, e := range c.entities {
			if slices.ContainsFunc(names(e), alike) {
				return e
			}
		}
	}
	return nil
}

// takePositions keeps the offices whose words stand in the text.
func (c *checker) takePositions(e entity) {
	who := c.named(e.Name)
	if who == nil {
		return
	}
	for _, p := range upTo(c, inside, e.Positions, "title") {
		if strings.TrimSpace(p.Title) == "" {
			continue // nothing is said
		}
		title, ok := c.wording(p.Title)
		if !ok {
			c.drop("title", p.Title)
			continue
		}
		q := extract.Position{Title: title}
		if of := c.named(p.Of); of != nil && of != who {
			q.Of = &of.id
		} else if s, ok := c.find(p.Of, c.part.Start); ok {
			words := c.raw[s.Start:s.End]
			q.OfText = &words
		} else if p.Of != "" {
			c.drop("on behalf of", p.Of)
		}
		if !slices.ContainsFunc(who.positions, func(x extract.Position) bool { return x.Title == title }) {
			who.positions = append(who.positions, q)
		}
	}
}

// naming is one place where a name of an entity stands.
type naming struct {
	graph.Span
	of *known
}

// placeNames finds where every entity is named, and drops those that are named
// nowhere but inside a person's name or inside another word for the same place.
func (c *checker) placeNames() {
	var inner []naming
	c.found, inner = c.namings()
	named := map[*known]bool{}
	for _, n := range c.found {
		named[n.of] = true
	}
	for _, n := range inner {
		if !named[n.of] {
			c.found = append(c.found, n)
		}
	}
	for _, n := range c.found {
		named[n.of] = true
	}
	slices.SortStableFunc(c.found, byPlace)
	c.entities = slices.DeleteFunc(c.entities, func(e *known) bool {
		if !named[e] {
			c.drop("name", e.name)
		}
		return !named[e]
	})
	for i, e := range c.entities {
		e.id = fmt.Sprintf("e%d", i+1)
	}
}

// namings finds every place where an entity is named. The longer name has the
// place ("Lee" in "Ann Lee" names Ann Lee), but a place inside an
// organization's name is named too. A short form that several share is of the
// one named last before it. inner are the places inside another name, not of a
// person: the only ones, maybe, where the text has a name ("Berg" in "the Berg
// administration").
func (c *checker) namings() (out, inner []naming) {
	var all []naming
	for _, e := range c.entities {
		for _, name := range append([]string{e.name}, e.aliases...) {
			for s := range c.foldedAll(name) {
				all = append(all, naming{s, e})
			}
		}
	}
	slices.SortStableFunc(all, byPlace)
	last := map[*known]int{} // entity -> where it was named last
	for i := 0; i < len(all); {
		n, j := all[i], i+1
		for ; j < len(all) && all[j].Span == n.Span; j++ {
			if last[all[j].of] > last[n.of] {
				n = all[j]
			}
		}
		i = j
		if len(out) > 0 && n.Start < out[len(out)-1].End {
			outer := out[len(out)-1]
			if outer.of == n.of || outer.of.kind == graph.KindPerson || n.End > outer.End {
				continue
			}
			if outer.of.kind != graph.KindOrganization || n.of.kind != graph.KindPlace {
				inner = append(inner, n)
				continue
			}
		}
		last[n.of] = n.End
		out = append(out, n)
	}
	return out, inner
}

// byPlace orders namings by where they begin, the longer first.
func byPlace(a, b naming) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
}

// entitiesIn returns the ids of those named inside a span.
func (c *checker) entitiesIn(s graph.Span) []string {
	ids := []string{}
	for _, n := range c.found {
		if n.Start >= s.Start && n.End <= s.End && !slices.Contains(ids, n.of.id) {
			ids = append(ids, n.of.id)
		}
	}
	return ids
}

// reportEntities returns the entities with every place where they are named.
func (c *checker) reportEntities() []extract.Entity {
	mentions := map[*known][]extract.Mention{}
	for _, n := range c.found {
		start, end, words := c.codePoints(n.Span)
		around := c.around(n.Span)
		m := extract.Mention{Start: start, End: end, Text: words}
		m.Sentence.Start, m.Sentence.End, _ = c.codePoints(around)
		mentions[n.of] = append(mentions[n.of], m)
	}
	out := make([]extract.Entity, 0, len(c.entities))
	for _, e := range c.entities {
		r := extract.Entity{ID: e.id, Kind: e.kind, Name: e.name, Aliases: e.aliases, Positions: e.positions, Mentions: mentions[e]}
		if r.Aliases == nil {
			r.Aliases = []string{}
		}
		if r.Positions == nil {
			r.Positions = []extract.Position{}
		}
		out = append(out, r)
	}
	return out
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
