package resolve

import (
	"cmp"
	"slices"

	"github.com/whomet/whomet/graph"
)

// occurrencesLevel clusters the loose reports and those they may be one with.
func (m *mender) occurrencesLevel() error {
	told := map[graph.ID]*occasion{}
	k := kin{
		same: func(a, b *unit) bool { return a.kind == b.kind && told[a.id].same(told[b.id]) || saidSame(a, b) },
		ready: func(units []*unit) error {
			var refs []graph.ID
			for _, u := range units {
				if told[u.id] == nil {
					refs = append(refs, u.account.refs()...)
				}
			}
			if err := m.load(refs); err != nil {
				return err
			}
			for _, u := range units {
				if told[u.id] == nil {
					told[u.id] = m.occasion(u)
				}
			}
			return nil
		},
	}
	units, err := m.neighbourhood(graph.NodeKind.IsOccurrence, k)
	if err != nil {
		return err
	}
	all := make([]*occasion, len(units))
	for i, u := range units {
		all[i] = told[u.id]
	}
	m.settle(clusterOccasions(units, all), byID)
	return nil
}

// occasions that are held to be one.
type gathering struct {
	all     []*occasion
	killing bool
	torn    bool // might have joined more than one other
}

func (g *gathering) held() bool {
	return slices.ContainsFunc(g.all, func(o *occasion) bool { return o.Status == graph.StatusHeld })
}

// clusterOccasions divides reports into those of one occurrence. Those that a
// person joins are one, as far as no person keeps them apart, and so are
// killings of one person. The others join, the most definite first, the only
// gathering that has one they are same as and none they clash with; those
// that several would have gather apart. The result is a function of each
// component by itself.
func clusterOccasions(units []*unit, all []*occasion) [][]*unit {
	near := nearby(units)
	words := said(units)
	f := newForest(len(all))
	words.join(f)
	victims := map[graph.ID][]int{}
	for i, o := range all {
		for _, v := range o.killed {
			joined := false
			for _, j := range victims[v] {
				if !words.parted(f, i, j) {
					f.join(i, j)
					joined = true
				}
			}
			if !joined {
				victims[v] = append(victims[v], i)
			}
		}
	}
	of := make([]*gathering, len(all))
	sure := map[int]*gathering{} // by root
	for i := range all {
		if r := f.root(i); r != i {
			sure[r] = &gathering{}
		}
	}
	var order []int
	for i, o := range all {
		g := sure[f.root(i)]
		switch {
		case g == nil && len(o.killed) == 0:
			order = append(order, i)
			continue
		case g == nil:
			g = &gathering{}
		}
		g.killing = g.killing || len(o.killed) > 0
		g.all = append(g.all, o)
		of[i] = g
	}
	keptFrom := func(i int, g *gathering) bool {
		return slices.ContainsFunc(words.apart, func(p [2]int) bool { return p[0] == i && of[p[1]] == g || p[1] == i && of[p[0]] == g })
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := all[i], all[j]
		return cmp.Or(cmp.Compare(a.when.vague(), b.when.vague()), cmp.Compare(bit(a.Status != graph.StatusHeld), bit(b.Status != graph.StatusHeld)), -cmp.Compare(len(a.who), len(b.who)), -cmp.Compare(len(a.where), len(b.where)),
			cmp.Compare(a.when.first, b.when.first), cmp.Compare(a.unit.id, b.unit.id))
	})
	for _, i := range order {
		var fit []*gathering
		for _, j := range near(i) {
			g := of[j]
			if g == nil || slices.Contains(fit, g) || !all[i].same(all[j]) || keptFrom(i, g) {
				continue
			}
			// Who joined j and what it clashes with has overruled the clash; and
			// whom j names is known to those that j is with.
			clashes := func(o *occasion) bool {
				return all[i].contradicts(o) && !all[j].contradicts(o) || all[i].others(o) && !all[j].others(o) && !all[j].covers(all[i])
			}
			if g.killing || !slices.ContainsFunc(g.all, clashes) {
				fit = append(fit, g)
			}
		}
		if plan, held := putOffTo(all[i], fit); plan != nil && !slices.ContainsFunc(words.apart, func(p [2]int) bool {
			return of[p[0]] == plan && of[p[1]] == held || of[p[0]] == held && of[p[1]] == plan
		}) {
			for k := range of {
				if of[k] == plan {
					of[k] = held
				}
			}
			held.all = append(held.all, plan.all...)
			fit = []*gathering{held}
		}
		if len(fit) > 1 {
			// A plan that is put off is of what was planned, not of what was held;
			// and what was held is not of another plan.
			held := all[i].Status == graph.StatusHeld
			if alike := slices.DeleteFunc(slices.Clone(fit), func(g *gathering) bool { return g.held() != held }); len(alike) == 1 {
				fit = alike
			}
		}
		torn := len(fit) > 1
		if torn {
			fit = slices.DeleteFunc(fit, func(g *gathering) bool { return !g.torn })
		}
		if len(fit) != 1 {
			fit = []*gathering{{torn: torn}}
		}
		of[i] = fit[0]
		of[i].all = append(of[i].all, all[i])
	}
	index := map[*gathering]int{}
	return gather(units, func(i int) int {
		if _, ok := index[of[i]]; !ok {
			index[of[i]] = i
		}
		return index[of[i]]
	})
}

// putOffTo returns, of the two gatherings that o fits, the plan that it says is put
// off and the one that was held on the day that it names; nil if o is not of both.
func putOffTo(o *occasion, fit []*gathering) (plan, held *gathering) {
	if len(fit) != 2 {
		return nil, nil
	}
	plan, held = fit[0], fit[1]
	if plan.held() {
		plan, held = held, plan
	}
	if slices.ContainsFunc(plan.all, func(p *occasion) bool { return !p.moved(o) }) ||
		!slices.ContainsFunc(held.all, func(p *occasion) bool { return p.Status == graph.StatusHeld && p.when.sameDay(o.when) }) {
		return nil, nil
	}
	return plan, held
}

// vague orders times from a stated day to nothing known.
func (w when) vague() int {
	switch {
	case w.exact():
		return 0
	case w.stated:
		return 1
	case w.guessed:
		return 2
	}
	return 3
}
