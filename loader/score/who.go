package score

import (
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
)

// named is an entity, labelled or found, by the names it goes by.
type named struct {
	// key is the label's name, or the id of what was found.
	key  string
	kind graph.NodeKind
	// name are the forms of its own name, all those of its other names too.
	name, all forms
	// label and found are what it was made of; one of them is set, neither for
	// a participant or place that stands in no list of entities.
	label *Entity
	found *extract.Entity
}

func labelled(list []Entity) []named {
	var out []named
	for i := range list {
		e := &list[i]
		person := e.Kind[0] == graph.KindPerson
		out = append(out, named{key: e.Name, kind: e.Kind[0], name: formsOf(person, e.Name),
			all: formsOf(person, append([]string{e.Name}, e.Also...)...), label: e})
	}
	return out
}

func found(list []extract.Entity) []named {
	var out []named
	for i := range list {
		e := &list[i]
		person := e.Kind == graph.KindPerson
		out = append(out, named{key: e.ID, kind: e.Kind, name: formsOf(person, e.Name),
			all: formsOf(person, append([]string{e.Name}, e.Aliases...)...), found: e})
	}
	return out
}

// likeness tells how well what was found fits a label by name: 0 if not at all.
func likeness(p, g named) float64 {
	shared := p.all.shared(g.all)
	if shared == 0 {
		return 0
	}
	w := 1.0
	switch {
	case p.name.meets(g.name):
		w = 4
	case p.name.meets(g.all), p.all.meets(g.name):
		w = 2
	}
	if p.kind == g.kind {
		w += 0.5
	}
	return w + 0.01*float64(shared)
}

// names says which labelled party each entity that was found is.
type names struct {
	labels []named
	found  map[string]*extract.Entity // by id
	keys   map[string]string          // id -> the label's key
}

func newNames(a *Article, r *extract.Result) *names {
	n := &names{labels: labelled(a.Entities), found: map[string]*extract.Entity{}, keys: map[string]string{}}
	more := func(name string, also []string) {
		if _, known := n.keyOf(name); !known {
			n.labels = append(n.labels, named{key: name, name: formsOf(true, name), all: formsOf(true, append([]string{name}, also...)...)})
		}
	}
	for _, o := range slices.Concat(a.Meetings, a.Events) {
		for _, p := range o.Participants {
			more(p.Name, p.Also)
		}
		for _, place := range o.Place {
			if place != "" {
				more(place, nil)
			}
		}
	}
	all := found(r.Entities)
	for _, m := range assign(all, n.labels, likeness) {
		n.keys[all[m.row].key] = n.labels[m.col].key
	}
	for _, p := range all {
		n.found[p.key] = p.found
		if _, has := n.keys[p.key]; has {
			continue
		}
		// Someone found twice under two names is one party all the same.
		best := 0.0
		for _, g := range n.labels {
			if w := likeness(p, g); w > best {
				best, n.keys[p.key] = w, g.key
			}
		}
	}
	return n
}

// keyOf returns the key of a name that labels use, and whether any label has it.
func (n *names) keyOf(name string) (string, bool) {
	f := formsOf(true, name)
	for _, is := range []func(*named) bool{
		func(g *named) bool { return g.key == name },
		func(g *named) bool { return f.meets(g.name) },
		func(g *named) bool { return f.meets(g.all) },
	} {
		if g := first(n.labels, is); g != nil {
			return g.key, true
		}
	}
	return name, false
}

// of returns the key of an entity that was found, or for one that no label
// names a key of its own.
func (n *names) of(id string) string {
	if key, has := n.keys[id]; has {
		return key
	}
	return "?" + n.show(id)
}

// show returns the name of an entity that was found.
func (n *names) show(id string) string {
	if e := n.found[id]; e != nil {
		return e.Name
	}
	return id
}
