package resolve

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/whomet/whomet/graph"
)

// clusterNames divides names into those of one entity. Those that a person
// joins are one, as far as no person keeps them apart; so are variants, of
// which where someone is kept apart the most alike come first. A name that
// says less than others joins them when all it may be short for are one, or
// when just one of these holds an office that the lesser name is given too
// ("President Reagan", beside Ronald and Nancy), or is the leader whom all news
// calls so ("Reagan"), and stays by itself otherwise: "Castro" is nobody's where Fidel and Raúl both are. A name that
// was another's before joins it, too, if it was no one else's. The result is a
// function of each component by itself.
func clusterNames(units []*unit, compare func(a, b *unit) comparison) [][]*unit {
	words := said(units)
	nodes := newForest(len(units))
	words.join(nodes)
	type alike struct {
		pair  [2]int
		score float64
	}
	var variants []alike
	relations := map[[2]int]relation{}
	near := nearby(units)
	for i := range units {
		for _, j := range near(i) {
			if j <= i {
				continue
			}
			switch c := compare(units[i], units[j]); c.relation {
			case variant:
				variants = append(variants, alike{[2]int{i, j}, c.score})
			case lesser, greater:
				relations[[2]int{i, j}] = c.relation
			}
		}
	}
	if len(words.apart) > 0 {
		slices.SortStableFunc(variants, func(a, b alike) int { return cmp.Compare(b.score, a.score) })
	}
	groups := newForest(len(units)) // of variants
	for _, v := range variants {
		if !words.parted(nodes, v.pair[0], v.pair[1]) {
			nodes.join(v.pair[0], v.pair[1])
			groups.join(v.pair[0], v.pair[1])
		}
	}
	// The fuller names of each group, by group.
	fuller := map[int]map[int]bool{}
	for pair, r := range relations {
		less, more := groups.root(pair[0]), groups.root(pair[1])
		if r == greater {
			less, more = more, less
		}
		if less == more {
			continue
		}
		if fuller[less] == nil {
			fuller[less] = map[int]bool{}
		}
		fuller[less][more] = true
	}
	best := map[int]*unit{} // the fullest of each group
	for i, u := range units {
		if g := groups.root(i); best[g] == nil || compareFullness(u, best[g]) > 0 {
			best[g] = u
		}
	}
	order := sortedKeys(best)
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(-compareFullness(best[a], best[b]), cmp.Compare(units[a].id, units[b].id))
	})
	joinOnly := func(targets map[int]bool, g int) {
		if len(targets) == 1 {
			for t := range targets {
				nodes.join(t, g)
			}
		}
	}
	done := map[int]bool{}
	otherwise := map[int]map[int]bool{} // names that are no fuller, but today's
	for _, g := range order {
		targets := map[int]bool{}
		placed := false
		for f := range fuller[g] {
			placed = placed || nodes.root(f) == nodes.root(g)
			switch {
			case words.parted(nodes, f, g):
			case done[f]:
				targets[nodes.root(f)] = true
			default:
				if otherwise[g] == nil {
					otherwise[g] = map[int]bool{}
				}
				otherwise[g][f] = true
			}
		}
		if len(targets) > 1 {
			targets = withFullName(targets, units, nodes)
		}
		if len(targets) > 1 {
			shared := sharing(targets, offices(units, func(i int) bool { return groups.root(i) == g }), func(t int) map[string]bool {
				return offices(units, func(i int) bool { return nodes.root(i) == t })
			})
			if len(shared) == 0 {
				shared = ofLeader(targets, best[g], units, nodes)
			}
			targets = shared
		}
		if !placed {
			joinOnly(targets, g)
		}
		done[g] = true
	}
	for _, g := range order {
		targets := map[int]bool{}
		for f := range otherwise[g] {
			if !words.parted(nodes, f, g) {
				targets[nodes.root(f)] = true
			}
		}
		joinOnly(targets, g)
	}
	return gather(units, nodes.root)
}

// compareFullness is above 0 where the name of a says more than that of b: by
// words, then by letters. An acronym says least.
func compareFullness(a, b *unit) int {
	rank := func(u *unit) (words, letters int) {
		if u.kind == graph.KindOrganization && u.name.isAcronym() {
			return -1, 0
		}
		return strings.Count(u.name.Key, " "), utf8.RuneCountInString(u.name.Key)
	}
	aw, al := rank(a)
	bw, bl := rank(b)
	if a.kind == graph.KindPerson && aw == 0 && bw == 0 { // single names
		return cmp.Or(compareBearers(a.name, b.name), cmp.Compare(al, bl))
	}
	return cmp.Or(cmp.Compare(aw, bw), cmp.Compare(al, bl))
}

// fullest orders the names of an entity by which stands for it: the fullest,
// then the least id. What a person says of an entity hangs on this name,
// which later articles move less than a bare surname.
func fullest(a, b *unit) int { return cmp.Or(-compareFullness(a, b), cmp.Compare(a.id, b.id)) }

// offices returns the titles of the units chosen, folded.
func offices(units []*unit, chosen func(int) bool) map[string]bool {
	out := map[string]bool{}
	for i, u := range units {
		if chosen(i) {
			for _, t := range u.name.titles() {
				out[t] = true
			}
		}
	}
	return out
}

// sharing returns those of the targets that hold one of the offices.
func sharing(targets map[int]bool, held map[string]bool, of func(int) map[string]bool) map[int]bool {
	out := map[int]bool{}
	if len(held) == 0 {
		return out
	}
	for t := range targets {
		for title := range of(t) {
			if held[title] {
				out[t] = true
			}
		}
	}
	return out
}

// withFullName returns those of the targets that have a full name, if any has: what one
// article says beside a single name takes no other's from the full one.
func withFullName(targets map[int]bool, units []*unit, nodes forest) map[int]bool {
	out := map[int]bool{}
	for i, u := range units {
		if t := nodes.root(i); targets[t] && (u.kind != graph.KindPerson || !u.asPerson().short()) {
			out[t] = true
		}
	}
	if len(out) == 0 {
		return targets
	}
	return out
}

// nearby returns for each unit the indexes of those it shares an asked block
// with, so that clustering compares what looking would compare.
func nearby(units []*unit) func(i int) []int {
	carriers := map[string][]int{}
	for i, u := range units {
		for _, b := range u.blocks {
			carriers[b] = append(carriers[b], i)
		}
	}
	return func(i int) []int {
		found := map[int]bool{}
		for _, b := range asks(units[i].blocks) {
			for _, j := range carriers[b] {
				found[j] = true
			}
		}
		return sortedKeys(found)
	}
}

// forest is a union-find over indexes; a root is the least index of its tree.
type forest []int

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = i
	}
	return f
}

func (f forest) root(i int) int {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

func (f forest) join(i, j int) {
	i, j = f.root(i), f.root(j)
	if i > j {
		i, j = j, i
	}
	f[j] = i
}

// gather lists the units by cluster, in the order of their first ones.
func gather(units []*unit, cluster func(int) int) [][]*unit {
	at := map[int]int{}
	var out [][]*unit
	for i, u := range units {
		c := cluster(i)
		if _, ok := at[c]; !ok {
			at[c] = len(out)
			out = append(out, nil)
		}
		out[at[c]] = append(out[at[c]], u)
	}
	return out
}
