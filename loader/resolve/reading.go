package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/gazetteer"
)

// unitID returns the id of the unit of a name.
func unitID(kind graph.NodeKind, key, in string) graph.ID {
	return graph.NewID("unit", string(kind), key, in)
}

func reportUnit(report graph.ID) graph.ID { return graph.NewID("unit", "report", string(report)) }

// reading is one article as resolution sees it: which unit each of its claims
// is counted under, and what it adds to those units. It depends on the
// article alone.
type reading struct {
	claims   *graph.Claims
	text     []rune
	mentions map[graph.ID]*graph.Mention
	ends     map[int]spanOf // where a named place ends -> which
	starts   map[int]spanOf
	spots    map[graph.ID]spot               // of mentions of places, as the article means them
	after    map[graph.ID][]*gazetteer.Place // what bodies are called after, by mention
	governed func() bool                     // of the text, told once

	names   map[graph.ID]*name
	kinds   map[graph.ID]graph.NodeKind // of names
	reports map[graph.ID]*account
	topics  map[graph.ID]*subject
}

type spanOf struct {
	graph.NamedSpan
	mention *graph.Mention
}

// read sets the units in the claims and summarises them by unit.
func read(c *graph.Claims) *reading {
	r := &reading{claims: c, text: []rune(c.Article.Text), mentions: map[graph.ID]*graph.Mention{},
		governed: sync.OnceValue(func() bool { return governed(c.Article.Text) }), ends: map[int]spanOf{}, starts: map[int]spanOf{},
		after: map[graph.ID][]*gazetteer.Place{}, names: map[graph.ID]*name{}, kinds: map[graph.ID]graph.NodeKind{}, reports: map[graph.ID]*account{}, topics: map[graph.ID]*subject{}}
	for i := range c.Mentions {
		m := &c.Mentions[i]
		r.mentions[m.ID] = m
		if m.Kind != graph.KindPlace {
			continue
		}
		for _, s := range m.Spans {
			r.ends[s.End], r.starts[s.Start] = spanOf{s, m}, spanOf{s, m}
		}
	}
	r.spots = r.meant()
	type keyed struct{ key, in string }
	keys := map[graph.ID]keyed{}
	for i := range c.Mentions { // units first: positions refer to them
		m := &c.Mentions[i]
		var k keyed
		switch m.Kind {
		case graph.KindPerson:
			k.key, k.in = r.person(m)
		case graph.KindPlace:
			k.key = r.spots[m.ID].key
		default:
			k.key, k.in = r.organization(m)
		}
		keys[m.ID] = k
		m.Unit = unitID(m.Kind, k.key, k.in)
	}
	for i := range c.Mentions {
		m := &c.Mentions[i]
		for j := range m.Positions {
			m.Positions[j].Unit = ""
			if of := r.mentions[m.Positions[j].Of]; of != nil {
				m.Positions[j].Unit = of.Unit
			}
		}
		if m.Kind != graph.KindPerson {
			m.Within, m.Country = "", ""
		}
		if m.Kind == graph.KindPlace {
			if sites := r.sites(m); len(sites) > 1 {
				m.Within, m.Country = sites[1].Unit, sites[len(sites)-1].Nation
			}
		}
		n := nameOf(*m, c.Article.PublishedAt, keys[m.ID].key, keys[m.ID].in)
		if have := r.names[m.Unit]; have != nil {
			have.merge(n)
		} else {
			r.names[m.Unit], r.kinds[m.Unit] = n, m.Kind
		}
	}
	for i := range c.Reports {
		rep := &c.Reports[i]
		rep.Unit = reportUnit(rep.ID)
		r.reports[rep.Unit] = r.account(rep)
	}
	for i := range c.Reports {
		r.readTopics(&c.Reports[i])
	}
	return r
}

// site is a place as an article tells where something was: itself, then what
// it says holds it. Nation is the common name, if it is a country.
type site struct {
	Unit   graph.ID `json:"unit"`
	Nation string   `json:"nation,omitempty"`
	// Known: the gazetteer knows it.
	Known bool `json:"known,omitempty"`
}

func siteOf(s spot) site {
	out := site{Unit: s.unit(), Known: s.known}
	if s.nation {
		out.Nation = s.country
	}
	return out
}

// sites returns the place and those that hold it, smallest first, as far as
// the article and the gazetteer tell.
func (r *reading) sites(m *graph.Mention) []site {
	spots := []spot{r.spots[m.ID]}
	out := []site{siteOf(spots[0])}
	for cur := m; cur != nil && len(out) < 4; {
		held, mention, ok := r.holder(cur)
		if !ok || slices.ContainsFunc(out, func(s site) bool { return s.Unit == held.unit() }) {
			break
		}
		out, spots = append(out, siteOf(held)), append(spots, held)
		cur = mention
	}
	if out[len(out)-1].Nation == "" {
		for _, s := range spots {
			if s.country != "" {
				out = append(out, site{countryUnit(s.country), s.country, true})
				break
			}
		}
	}
	return out
}

// holder returns the place that the article, or the name itself, says holds
// this one, and its mention where it has one: "Anbar" in "the base in Iraq's
// Anbar", "Tehran's Mehrabad Airport", "Kandahar Airport".
func (r *reading) holder(m *graph.Mention) (spot, *graph.Mention, bool) {
	if r.spots[m.ID].place != nil {
		return spot{}, nil, false // the gazetteer tells
	}
	for _, s := range m.Spans {
		for _, link := range []string{" in the ", " in ", ", in ", ", "} {
			if !r.at(s.End, link) {
				continue
			}
			in, ok := r.starts[s.End+len(link)]
			if !ok || in.mention == m {
				continue
			}
			for _, own := range []string{"'s ", "’s "} { // "in Iraq's Anbar Province"
				if next, ok := r.starts[in.End+len([]rune(own))]; ok && next.mention != m && r.at(in.End, own) {
					in = next
					break
				}
			}
			return r.spotAt(in), in.mention, true
		}
	}
	words := strings.Fields(strings.ToLower(m.Name))
	if len(words) > 0 && !posts[words[len(words)-1]] {
		for _, s := range m.Spans {
			if s.Start < 3 || !(r.at(s.Start-3, "'s ") || r.at(s.Start-3, "’s ")) {
				continue
			}
			if of, ok := r.ends[s.Start-3]; ok && of.mention != m {
				return r.spotAt(of), of.mention, true
			}
		}
	}
	held, ok := holderByName(m.Name)
	return held, nil, ok
}

// spotAt reads the place of one span: the words themselves where the
// gazetteer is sure of them ("Baghdad" may be a mention of Iraq, but not here),
// else what the mention means.
func (r *reading) spotAt(s spanOf) spot {
	if own := readPlace(s.Text); own.place != nil && !terms.Same(s.Text, s.mention.Name) {
		return own
	}
	return r.spots[s.mention.ID]
}

// at tells whether the text has the words at the offset.
func (r *reading) at(offset int, words string) bool {
	w := []rune(words)
	return offset >= 0 && offset+len(w) <= len(r.text) && slices.Equal(r.text[offset:offset+len(w)], w)
}

// units returns the entity units of mentions, each once, sorted.
func (r *reading) units(mentions []graph.ID) []graph.ID {
	var out []graph.ID
	for _, id := range mentions {
		if m := r.mentions[id]; m != nil {
			out = append(out, m.Unit)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sortedKeys returns a map's keys in order.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
