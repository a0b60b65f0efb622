package resolve

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/whomet/whomet/graph"
)

// What people say of who is who, and of which report tells of which
// occurrence, is kept as they say it, and holds over every rule. Of several
// words on one pair the latest stands. Where those that stand contradict each
// other (A is B, B is C, A is not C), DIFFERENT always holds, and SAME holds
// the latest first: one that would bring together what is kept apart waits.
// UNDECIDED leaves a pair to the rules.

// judged is a word that stands on a unit, a name or a report, and another.
type judged struct {
	With    graph.ID      `json:"with"` // a unit
	Verdict graph.Verdict `json:"verdict"`
	At      string        `json:"at"` // see [graph.Judgement.Instant]
	ID      graph.ID      `json:"id"`
}

// called is what a person calls the entity of a name, latest; the empty name
// leaves it to the articles.
type called struct {
	Name string   `json:"name"`
	At   string   `json:"at"`
	ID   graph.ID `json:"id"`
}

// stands tells whether c is said later than o, which may be nil.
func (c *called) stands(o *called) bool {
	return c != nil && (o == nil || cmp.Or(cmp.Compare(c.At, o.At), cmp.Compare(c.ID, o.ID)) > 0)
}

// Judge writes what people say of who is who and of what happened once, and
// mends the graph around the names and reports. Judgements that are there
// already change nothing; those on units that are not there wait for them. Run it inside [graph.Store.Update].
func Judge(ctx context.Context, tx graph.Tx, judgements []graph.Judgement) error {
	fresh := map[graph.ID]graph.Node{}
	on := map[graph.ID]bool{}
	for _, j := range judgements {
		j = j.Identified()
		fresh[j.ID] = graph.Node{Kind: graph.KindJudgement, Judgement: &j}
		on[j.A] = true
		if j.B != "" {
			on[j.B] = true
		}
	}
	there, err := tx.Nodes(ctx, sortedKeys(fresh))
	if err != nil {
		return fmt.Errorf("judge: %w", err)
	}
	var put []graph.Node
	for _, id := range sortedKeys(fresh) {
		if there[id].Judgement == nil {
			put = append(put, fresh[id])
		}
	}
	if len(put) == 0 {
		return nil
	}
	m := newMender(ctx, tx)
	if err = tx.PutNodes(ctx, put); err == nil {
		err = m.load(sortedKeys(on))
	}
	if err == nil {
		m.unheard = on
		err = m.mend()
	}
	if err != nil {
		return fmt.Errorf("judge what is one: %w", err)
	}
	return nil
}

// hear tells the units in unheard what people say of them.
func (m *mender) hear() error {
	if len(m.unheard) == 0 {
		return nil
	}
	all, err := m.tx.JudgementsOn(m.ctx, sortedKeys(m.unheard))
	if err != nil {
		return err
	}
	type pair struct{ a, b graph.ID }
	latest := map[pair]graph.Judgement{}
	for _, j := range all {
		p := pair{j.A, j.B}
		if have, ok := latest[p]; !j.ByRule() && (!ok || have.Before(j)) {
			latest[p] = j
		}
	}
	said := map[graph.ID][]judged{}
	names := map[graph.ID]*called{}
	for p, j := range latest {
		switch j.Verdict {
		case graph.VerdictCalled:
			names[p.a] = &called{j.Name, j.Instant(), j.ID}
		case graph.VerdictSame, graph.VerdictDifferent:
			said[p.a] = append(said[p.a], judged{p.b, j.Verdict, j.Instant(), j.ID})
			said[p.b] = append(said[p.b], judged{p.a, j.Verdict, j.Instant(), j.ID})
		}
	}
	for id := range m.unheard {
		u := m.units[id]
		if u == nil || u.name == nil && u.account == nil {
			continue
		}
		slices.SortFunc(said[id], func(a, b judged) int { return cmp.Compare(a.With, b.With) })
		if !slices.Equal(u.judged(), said[id]) {
			m.loose[id] = true
		}
		if u.name != nil {
			u.name.Judged, u.name.Called = said[id], names[id]
		} else {
			u.account.Judged = said[id]
		}
		m.touch(u)
	}
	return nil
}

// judged returns what people say of a name or report, by the other.
func (u *unit) judged() []judged {
	switch {
	case u.name != nil:
		return u.name.Judged
	case u.account != nil:
		return u.account.Judged
	}
	return nil
}

// saidSame tells whether a person says that two names or reports are of one.
func saidSame(a, b *unit) bool {
	return a.kind == b.kind && slices.ContainsFunc(a.judged(), func(j judged) bool {
		return j.With == b.id && j.Verdict == graph.VerdictSame
	})
}

// sameBlocks are the blocks by which units that a person joins find each
// other.
func sameBlocks(u *unit) []string {
	var out []string
	for _, j := range u.judged() {
		if j.Verdict == graph.VerdictSame {
			out = append(out, "J1:"+string(min(u.id, j.With))+" "+string(max(u.id, j.With)))
		}
	}
	return out
}

// bonds are what people say of the units of a component, by index.
type bonds struct {
	joined, apart [][2]int // joined: latest first
}

// parted tells whether two of the trees of a forest are kept apart.
func (b bonds) parted(f forest, i, j int) bool {
	i, j = f.root(i), f.root(j)
	return slices.ContainsFunc(b.apart, func(p [2]int) bool {
		a, b := f.root(p[0]), f.root(p[1])
		return a == i && b == j || a == j && b == i
	})
}

// join joins what people join, as far as nobody keeps it apart.
func (b bonds) join(f forest) {
	for _, p := range b.joined {
		if !b.parted(f, p[0], p[1]) {
			f.join(p[0], p[1])
		}
	}
}

// said returns what people say of the units.
func said(units []*unit) (b bonds) {
	at := make(map[graph.ID]int, len(units))
	for i, u := range units {
		at[u.id] = i
	}
	type link struct {
		judged
		pair [2]int
	}
	var links []link
	for i, u := range units {
		for _, j := range u.judged() {
			k, ok := at[j.With]
			switch {
			case !ok || k < i || units[k].kind != u.kind:
			case j.Verdict == graph.VerdictDifferent:
				b.apart = append(b.apart, [2]int{i, k})
			default:
				links = append(links, link{j, [2]int{i, k}})
			}
		}
	}
	slices.SortFunc(links, func(a, b link) int { return cmp.Or(cmp.Compare(b.At, a.At), cmp.Compare(b.ID, a.ID)) })
	for _, l := range links {
		b.joined = append(b.joined, l.pair)
	}
	return b
}
