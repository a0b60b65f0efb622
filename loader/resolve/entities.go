package resolve

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/gazetteer"
)

// nameBlocks are the blocks of an entity unit. A place also is told in those
// that hold it, whether they are in the graph yet or not.
func nameBlocks(u *unit) []string {
	n, out := u.name, sameBlocks(u)
	switch u.kind {
	case graph.KindPerson:
		out = append(append(out, u.asPerson().blocks()...), n.rulerBlocks(u.asPerson())...)
	case graph.KindOrganization:
		out = append(out, n.organizationBlocks()...)
	case graph.KindPlace:
		out = append(append(out, n.placeBlocks()...), refBlocks(n.holders())...)
	}
	return slices.Concat(out, n.alsoBlocks(u.kind), refBlocks(n.refs()))
}

// compareNames compares two entity units.
func compareNames(a, b *unit) comparison {
	c := comparison{relation: different}
	alike := relatePlaces
	likely := likelyPlaces
	switch {
	case a.kind != b.kind:
		return c
	case a.kind == graph.KindPerson:
		if why := contradict(a, b); why != "" {
			c.reasons = []string{why}
			return c
		}
		if c = a.asPerson().compare(b.asPerson()); c.relation == different {
			if told, ok := compareAlso(a, b); ok {
				return told
			}
			if ruler, ok := compareRulers(a, b); ok {
				return ruler
			}
			if byA, byB := reigning(a, b.asPerson()), reigning(b, a.asPerson()); byA || byB {
				c = comparison{relation: lesser, score: 0.7, reasons: []string{"the number may be left out"}}
				if byB {
					c.relation = greater
				}
				return c
			}
		}
		if a.asPerson().short() && b.asPerson().short() && c.relation == variant && a.name.In != b.name.In {
			c.relation = lesser // the one of which articles say less, or either
			if compareBearers(a.name, b.name) > 0 {
				c.relation = greater
			}
		}
		return c
	case a.kind == graph.KindOrganization:
		alike, likely = relateOrganizations, likelyOrganizations
	}
	switch c.relation = alike(a.name, b.name); c.relation {
	case variant:
		c.score = 0.9
	case lesser, greater:
		c.score, c.reasons = 0.6, []string{"one may be short for the other"}
	default:
		if told, ok := compareAlso(a, b); ok {
			return told
		}
		c.score, c.reasons = likely(a.name, b.name)
	}
	return c
}

// compare is compareNames, once for each pair.
func (m *mender) compare(a, b *unit) comparison {
	if a.id > b.id {
		c := m.compare(b, a)
		c.relation = c.relation.inverse()
		return c
	}
	k := [2]graph.ID{a.id, b.id}
	c, ok := m.compared[k]
	if !ok {
		c = compareNames(a, b)
		m.compared[k] = c
	}
	return c
}

// entities clusters the loose names and those they may be one with.
func (m *mender) entities() error {
	k := kin{same: func(a, b *unit) bool { return m.compare(a, b).relation != different || saidSame(a, b) }}
	units, err := m.neighbourhood(graph.NodeKind.IsEntity, k)
	if err != nil {
		return err
	}
	m.settle(clusterNames(units, m.compare), fullest)
	return m.suspect(units)
}

// entity makes the node of the units, which are one, by id.
func (m *mender) entity(id graph.ID, units []*unit) *graph.Entity {
	kind := units[0].kind
	sum := &name{}
	for _, u := range units {
		sum.merge(u.name)
	}
	e := &graph.Entity{ID: id, Kind: kind, MentionCount: sum.Spans, FirstSeen: sum.First, LastSeen: sum.Last}
	e.Name = bestName(kind, todays(kind, units))
	var call *called
	for _, u := range units {
		e.Names = append(e.Names, graph.Name{ID: u.id, Text: bestName(kind, u.name.Named), Mentions: u.name.Spans})
		if u.name.Called.stands(call) {
			call = u.name.Called
		}
	}
	if p := gazetteer.ByKey(units[0].name.Key); kind == graph.KindPlace && p != nil && renamed(e.Name, p) {
		e.Name = p.Name
	}
	if call != nil && call.Name != "" {
		e.Name = call.Name
	}
	for _, f := range byCount(sum.Forms) {
		if f != e.Name && f != "" {
			e.Aliases = append(e.Aliases, f)
		}
	}
	switch kind {
	case graph.KindPerson:
		e.Positions = m.positions(sum.Held)
	case graph.KindPlace:
		m.locate(e, units, sum)
	}
	return e
}

// renamed tells whether the articles call a city otherwise than today, not just
// more fully: Bombay. A base is called what articles call it.
func renamed(name string, p *gazetteer.Place) bool {
	words := strings.Fields(terms.Fold(name))
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return p.Kind == gazetteer.City && !posts[last] && !facilities[last] && !strings.Contains(strings.Join(words, " "), terms.Fold(p.Name))
}

// bestName returns what most mentions call the entity: among full names for a
// person, for an organization among names that are no acronyms, however these
// are written (Nato), and that say of which country it is, if there are such.
func bestName(kind graph.NodeKind, named map[string]int) string {
	acronyms := map[string]bool{}
	for s := range named {
		acronyms[acronym(s)] = true
	}
	full := func(s string) bool {
		switch kind {
		case graph.KindPerson:
			return !readPerson(s).bare()
		case graph.KindOrganization:
			if acronym(s) != "" || acronyms[terms.Fold(s)] {
				return false
			}
			_, country, isGeneric := organizationKey(s)
			return !isGeneric || country != ""
		}
		return true
	}
	best := ""
	for _, s := range byCount(named) {
		switch {
		case best == "", full(s) && !full(best):
			best = s
		case full(s) == full(best) && named[s] == named[best] && utf8.RuneCountInString(s) > utf8.RuneCountInString(best):
			best = s
		}
	}
	return best
}

// positions brings the offices together by title, whatever its case, and the
// node of their body.
func (m *mender) positions(all []held) []graph.Position {
	type office struct {
		title string
		of    graph.ID
	}
	sum := map[office]*held{}
	titles := map[office]map[string]int{}
	for _, h := range all {
		k := office{strings.ToLower(h.Title), ""}
		if h.Of != "" {
			k.of = m.nodeOf(h.Of)
		}
		if sum[k] == nil {
			sum[k], titles[k] = &held{}, map[string]int{}
		}
		sum[k].merge(h)
		titles[k][h.Title] += len(h.By)
	}
	var out []graph.Position
	for k, h := range sum {
		p := graph.Position{Title: byCount(titles[k])[0], Of: k.of, FirstSeen: h.First, LastSeen: h.Last}
		for _, by := range h.By {
			p.Mentions = append(p.Mentions, by.Mention)
		}
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b graph.Position) int {
		return cmp.Or(cmp.Compare(a.Title, b.Title), cmp.Compare(a.Of, b.Of))
	})
	return out
}
