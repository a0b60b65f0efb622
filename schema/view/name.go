package view

import (
	"context"
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

const (
	// nearEnough is the least score of a name that counts as a misspelling of
	// another.
	nearEnough = 0.7
	// perName bounds the candidates that are weighed for one name.
	perName = 200
	// maxNames bounds the names of one argument.
	maxNames = 100
)

// EntityRef names an entity by id or by name.
type EntityRef struct {
	ID   *graph.ID
	Name *string
}

func (r EntityRef) check() error {
	switch {
	case r.ID != nil && r.Name != nil:
		return badInputf("an id (%s) and a name (%q) were given for one entity; give either", *r.ID, *r.Name)
	case r.ID == nil && r.Name == nil:
		return badInputf("neither an id nor a name was given for an entity; give one of them")
	case r.Name != nil && terms.Fold(*r.Name) == "":
		return badInputf("the name %q has neither letters nor digits", *r.Name)
	}
	return nil
}

// bearers are the entities that names may mean.
type bearers struct{ candidates []graph.Candidate }

// lookup brings what the names of one argument may mean, by one call of the
// store; none where only ids are given.
func (q *Query) lookup(ctx context.Context, kinds []graph.NodeKind, refs []EntityRef) (bearers, error) {
	var names int
	var keys []string
	for _, r := range refs {
		if err := r.check(); err != nil {
			return bearers{}, err
		}
		if r.Name != nil {
			names++
			keys = append(keys, terms.QueryKeys(*r.Name)...)
		}
	}
	if names > maxNames {
		return bearers{}, limitf("a filter gives %d names; give at most %d", names, maxNames)
	}
	if names == 0 {
		return bearers{}, nil
	}
	slices.Sort(keys)
	found, err := q.store.Lookup(ctx, graph.LookupQuery{Keys: slices.Compact(keys), Kinds: kinds, Limit: perName * names})
	return bearers{found}, err
}

// ids returns the entities that a reference means, if they satisfy is: the one
// of the id, or all that bear the name exactly, or else the one whose name is
// nearest. It is empty, not nil, where there is none.
func (b bearers) ids(r EntityRef, is func(graph.NodeKind) bool) []graph.ID {
	if r.ID != nil {
		return []graph.ID{*r.ID}
	}
	exact := []graph.ID{}
	var nearest graph.ID
	var high float64
	for _, c := range b.candidates {
		if c.Node.Entity == nil || !is(c.Node.Kind) {
			continue
		}
		s, _ := nameScore(*r.Name, c.Node)
		if s == 1 {
			exact = append(exact, c.Node.ID())
		}
		if s > high {
			nearest, high = c.Node.ID(), s
		}
	}
	if len(exact) == 0 && high >= nearEnough {
		return []graph.ID{nearest}
	}
	return exact
}

// best returns the one entity that a name means most likely: that which goes
// by the name, then that which has it as an alias, then the nearest; of equals
// the best known.
func (b bearers) best(name string) (graph.Node, bool) {
	var best graph.Node
	var high float64
	for _, c := range b.candidates {
		s, _ := nameScore(name, c.Node)
		if c.Node.Entity != nil && terms.Same(name, c.Node.Entity.Name) {
			s = 2
		}
		if s > high {
			best, high = c.Node, s
		}
	}
	return best, high >= nearEnough
}

// nameScore returns how well a name fits a node (see [terms.NameScore]) and
// which of its names fits best.
func nameScore(name string, n graph.Node) (score float64, best string) {
	for _, own := range names(n) {
		if s := terms.NameScore(name, own); s > score {
			score, best = s, own
		}
	}
	return score, best
}

// names are all names that a node goes by.
func names(n graph.Node) []string {
	switch {
	case n.Entity != nil:
		return append([]string{n.Entity.Name}, n.Entity.Aliases...)
	case n.Topic != nil:
		return append([]string{n.Topic.Name}, n.Topic.Wordings...)
	}
	return []string{n.Label()}
}
