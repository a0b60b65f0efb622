package resolve

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// name is the summary of an entity unit: all that the articles' mentions
// under one name say. Summaries merge in any order to the same summary, so
// that an addition costs nothing but itself.
type name struct {
	// Key is the normal form of the name, by kind; units of equal key are one.
	Key string `json:"key"`
	// In is what tells a generic body ("cabinet") from its namesakes: the
	// country it belongs to, or the article where that is not known; and a person's
	// single name from those of others, see bearer.
	In string `json:"in,omitempty"`
	// Named counts the mentions by their fullest form, Forms how often each form
	// is given: once as a name or alias of a mention, once for each span.
	Named map[string]int `json:"named"`
	Forms map[string]int `json:"forms"`
	// Spans counts all spans.
	Spans       int               `json:"spans"`
	First, Last graph.PartialDate `json:",omitempty"`
	Held        []held            `json:"held,omitempty"`
	// Within counts, by unit, the places that articles say hold this one, and
	// Countries the countries.
	Within    map[graph.ID]int `json:"within,omitempty"`
	Countries map[string]int   `json:"countries,omitempty"`
	// Sexes and Lands count what articles say of a person: the sex, and the country
	// that the person is of.
	Sexes map[string]int `json:"sexes,omitempty"`
	Lands map[string]int `json:"lands,omitempty"`
	// Judged, by unit, and Called are what people say of the name; see hear.
	Judged []judged `json:"judged,omitempty"`
	Called *called  `json:"called,omitempty"`
}

// held is an office, as all mentions under one name give it.
type held struct {
	Title       string            `json:"title"`
	Of          graph.ID          `json:"of"` // a unit
	First, Last graph.PartialDate `json:",omitempty"`
	// By are the mentions that say so: the [graph.MaxPositionMentions] earliest.
	By []saying `json:"by"`
}

// saying is a mention with its article's date.
type saying struct {
	On      graph.PartialDate `json:"on"`
	Mention graph.ID          `json:"mention"`
}

// nameOf summarises one mention, whose article is of the day given.
func nameOf(m graph.Mention, published graph.PartialDate, key, in string) *name {
	n := &name{Key: key, In: in, Named: map[string]int{m.Name: 1}, Forms: map[string]int{m.Name: 1},
		Spans: len(m.Spans), First: published, Last: published}
	for _, a := range m.Aliases {
		n.Forms[a] = 1
	}
	for _, s := range m.Spans {
		if _, ok := n.Forms[s.Text]; ok {
			n.Forms[s.Text]++
		}
	}
	if m.Within != "" {
		n.Within = map[graph.ID]int{m.Within: 1}
	}
	switch {
	case m.Country == "":
	case m.Kind == graph.KindPerson:
		n.Lands = map[string]int{m.Country: 1}
	default:
		n.Countries = map[string]int{m.Country: 1}
	}
	if m.Sex != "" {
		n.Sexes = map[string]int{m.Sex: 1}
	}
	for _, p := range m.Positions {
		n.hold(held{Title: p.Title, Of: p.Unit, First: published, Last: published, By: []saying{{published, m.ID}}})
	}
	return n
}

// merge adds the summary of other mentions of the same name.
func (n *name) merge(o *name) {
	add(&n.Named, o.Named)
	add(&n.Forms, o.Forms)
	add(&n.Within, o.Within)
	add(&n.Countries, o.Countries)
	add(&n.Sexes, o.Sexes)
	add(&n.Lands, o.Lands)
	n.Spans += o.Spans
	n.First, n.Last = earliest(n.First, o.First), latest(n.Last, o.Last)
	for _, h := range o.Held {
		n.hold(h)
	}
}

// office finds an office among those held, or where it would stand.
func (n *name) office(h held) (int, bool) {
	return slices.BinarySearchFunc(n.Held, h, func(a, b held) int {
		return cmp.Or(cmp.Compare(a.Title, b.Title), cmp.Compare(a.Of, b.Of))
	})
}

// hold adds an office, keeping them sorted by title, then body.
func (n *name) hold(h held) {
	i, ok := n.office(h)
	if !ok {
		h.By = slices.Clone(h.By)
		n.Held = slices.Insert(n.Held, i, h)
		return
	}
	n.Held[i].merge(h)
}

func (h *held) merge(o held) {
	h.First, h.Last = earliest(h.First, o.First), latest(h.Last, o.Last)
	h.By = append(slices.Clone(h.By), o.By...)
	slices.SortFunc(h.By, func(a, b saying) int {
		return cmp.Or(compareDates(a.On, b.On), cmp.Compare(a.Mention, b.Mention))
	})
	h.By = slices.Compact(h.By)
	h.By = h.By[:min(len(h.By), graph.MaxPositionMentions)]
}

// identity is what of the summary decides on who is who; as long as it stays,
// more mentions change no cluster.
func (n *name) identity(kind graph.NodeKind) string {
	switch kind {
	case graph.KindOrganization:
		return fmt.Sprint(n.Key, "|", n.In, "|", n.isAcronym(), n.acronyms(), n.also(kind))
	case graph.KindPlace:
		return fmt.Sprint(n.Key, "|", n.fuzzyPlace())
	}
	return fmt.Sprint(n.Key, "|", n.titles(), n.also(kind), n.written().led())
}

// bearing is what articles say of a person beside the name, as far as names are
// compared by it.
func (n *name) bearing() string {
	return fmt.Sprint(n.ruling(), n.sex(n.written()), sortedKeys(n.Lands), sortedKeys(n.Within))
}

// written returns a person's name as articles write it: of its forms, which have one
// key, the one with the most particles, as these tell whether Benkirane is Ben Kirane.
func (n *name) written() person {
	if len(n.Named) == 0 {
		return readPerson(n.Key)
	}
	var best person
	for i, form := range sortedKeys(n.Named) {
		if p := readPerson(form); i == 0 || len(p.led()) > len(best.led()) {
			best = p
		}
	}
	return best
}

// titles returns the titles of the offices, folded and sorted.
func (n *name) titles() []string {
	var out []string
	for _, h := range n.Held {
		out = append(out, terms.Fold(h.Title))
	}
	return finish(out)
}

// refs are the units that the node made of the summary leads to.
func (n *name) refs() []graph.ID {
	ids := slices.Collect(maps.Keys(n.Within))
	for c := range n.Countries {
		ids = append(ids, countryUnit(c))
	}
	for _, h := range n.Held {
		if h.Of != "" {
			ids = append(ids, h.Of)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// compareDates orders by first day, unknown last.
func compareDates(a, b graph.PartialDate) int {
	switch {
	case a == b:
		return 0
	case a == "":
		return 1
	case b == "":
		return -1
	}
	return cmp.Or(cmp.Compare(a.First(), b.First()), cmp.Compare(a, b))
}

// earliest and latest pick between two dates; the empty one is unknown.
func earliest(a, b graph.PartialDate) graph.PartialDate {
	if compareDates(a, b) <= 0 {
		return a
	}
	return b
}

func latest(a, b graph.PartialDate) graph.PartialDate {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	}
	if cmp.Or(cmp.Compare(a.Last(), b.Last()), cmp.Compare(a, b)) >= 0 {
		return a
	}
	return b
}
