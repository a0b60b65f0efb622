package resolve

import (
	"cmp"
	"time"

	"github.com/whomet/whomet/graph"
)

// maxTorn bounds the entities that one name may be short for and still ask for
// a person's word: nobody can tell which of fifty Smiths is meant by one
// comparing them two by two.
const maxTorn = 8

// suspect finds the pairs of entities that the names around the units leave
// undecided, and mends what the rules say of them: of each pair the likeliest
// of its names. Pairs that are one by now, or that a person keeps apart, are
// dropped.
func (m *mender) suspect(units []*unit) error {
	ids := map[graph.ID]bool{}
	var judged []graph.ID // names that people speak of beside these
	for _, u := range units {
		ids[u.id] = true
		for _, j := range u.name.Judged {
			judged = append(judged, j.With)
		}
	}
	for id := range m.loose {
		if m.units[id].kind.IsEntity() {
			ids[id] = true
		}
	}
	if len(ids) == 0 {
		return nil
	}
	if err := m.load(judged); err != nil {
		return err
	}
	there, err := m.tx.JudgementsOn(m.ctx, sortedKeys(ids))
	if err != nil {
		return err
	}
	found := m.suspicions(units)
	for _, j := range there {
		if !j.ByRule() {
			continue
		}
		s, ok := found[j.ID]
		switch {
		case !ok:
			m.dropped = append(m.dropped, j.ID)
		case s.Score == j.Score && s.Reason == j.Reason:
			delete(found, j.ID)
		default:
			s.At = j.At
			found[j.ID] = s
		}
	}
	now := time.Now().UTC()
	for _, id := range sortedKeys(found) {
		j := found[id]
		if j.At.IsZero() {
			j.At = now
		}
		m.suspected = append(m.suspected, graph.Node{Kind: graph.KindJudgement, Judgement: &j})
	}
	return nil
}

// suspicions returns the rules' judgements on pairs of entities of which one
// has a name among the units, by id.
func (m *mender) suspicions(units []*unit) map[graph.ID]graph.Judgement {
	if len(units) == 0 {
		return nil
	}
	// All that the units look for is in memory since their component was found.
	carriers := map[string][]*unit{}
	for _, id := range sortedKeys(m.units) {
		if u := m.units[id]; u.name != nil {
			for _, b := range u.blocks {
				carriers[b] = append(carriers[b], u)
			}
		}
	}
	type pair struct{ a, b graph.ID }
	apart := map[pair]bool{}
	for _, u := range units {
		for _, j := range u.name.Judged {
			if j.Verdict == graph.VerdictDifferent {
				a, b := u.node, m.nodeOf(j.With)
				apart[pair{min(a, b), max(a, b)}] = true
			}
		}
	}
	near := make([]map[graph.ID]*unit, len(units))
	torn := map[graph.ID]map[graph.ID]bool{} // name -> entities that it may be short for
	for i, u := range units {
		near[i] = map[graph.ID]*unit{}
		for _, b := range asks(u.blocks) {
			for _, c := range carriers[b] {
				if c != u && c.kind == u.kind {
					near[i][c.id] = c
				}
			}
		}
		torn[u.id] = map[graph.ID]bool{}
		for _, c := range near[i] {
			if m.compare(u, c).relation == lesser {
				torn[u.id][c.node] = true
			}
		}
	}
	// A name that is short for one of its own entity is short for no other.
	placed := func(u *unit) bool { return torn[u.id][u.node] || len(torn[u.id]) > maxTorn }
	best := map[pair]comparison{}
	for i, u := range units {
		for _, id := range sortedKeys(near[i]) {
			c := near[i][id]
			p := pair{min(u.node, c.node), max(u.node, c.node)}
			got := m.compare(u, c)
			if u.node == c.node || apart[p] || !got.perhaps() || placedAcronym(u) || placedAcronym(c) || got.relation == lesser && placed(u) || got.relation == greater && placed(c) {
				continue
			}
			have, ok := best[p]
			if !ok || cmp.Or(cmp.Compare(got.score, have.score), -cmp.Compare(got.why(), have.why())) > 0 {
				best[p] = got
			}
		}
	}
	out := map[graph.ID]graph.Judgement{}
	for p, c := range best {
		j := graph.Judgement{A: p.a, B: p.b, Verdict: graph.VerdictUndecided, Score: rounded(c.score), Reason: c.why(), By: graph.ByRules}.Identified()
		out[j.ID] = j
	}
	return out
}

// placedAcronym tells whether the name is an acronym that is short for a name
// of its own entity: it stands for no other. An acronym that stands by itself
// is its entity's first name.
func placedAcronym(u *unit) bool {
	return u.kind == graph.KindOrganization && u.node != u.id && u.name.isAcronym()
}
