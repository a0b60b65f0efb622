package resolve

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// A meeting is part of a larger one where the larger one is a gathering of
// several, or a visit, and holds its place, its days and its parties. Nothing
// but the two nodes decides this. They find each other by blocks of their
// reports: who, in which land, in which month.
//
//	S1 a meeting
//	S2 a meeting that may hold others
const (
	partGroup  = "S1:"
	wholeGroup = "S2:"
)

// maxParts bounds the participants that a meeting is found under as a part.
const maxParts = 40

// stayBlocks are the blocks of a report by which parts and wholes find each
// other.
func (o *occasion) stayBlocks() []string {
	if o.Kind != graph.KindMeeting || len(o.where) == 0 || !o.when.known() {
		return nil
	}
	whole := o.Mode == graph.ModeMultilateral || o.Mode == graph.ModeVisit
	land := string(o.where[len(o.where)-1])
	var out []string
	for _, n := range o.who[:min(len(o.who), maxParts)] {
		for _, month := range o.when.months() {
			if len(month) > 1 {
				key := string(n) + " " + land + "|" + month
				out = append(out, partGroup+key)
				if whole {
					out = append(out, wholeGroup+key)
				}
			}
		}
	}
	return out
}

// otherGroup returns the blocks of one group for those of the other.
func otherGroup(blocks []string, from, to string) []string {
	var out []string
	for _, b := range blocks {
		if key, ok := strings.CutPrefix(b, from); ok {
			out = append(out, to+key)
		}
	}
	return out
}

// partsOf returns the units of meetings that may be part, now or before, of
// those nodes or of those that units left.
func (m *mender) partsOf(nodes map[graph.ID]bool) ([]*unit, error) {
	members, err := m.members(nodes)
	if err != nil {
		return nil, err
	}
	var blocks []string
	for _, us := range members {
		for _, u := range us {
			blocks = append(blocks, otherGroup(u.blocks, wholeGroup, partGroup)...)
		}
	}
	for _, u := range m.units {
		if u.stored != nil && u.kind.IsOccurrence() && (u.dirty || u.moved()) {
			blocks = append(blocks, otherGroup(u.stored.blocks, wholeGroup, partGroup)...)
		}
	}
	return m.inBlocks(finish(blocks))
}

// stay is a meeting as it is compared with what may hold it.
type stay struct {
	graph.Occurrence
	first, last int
	dated       bool
	who, stands map[graph.ID]bool
	where       []graph.ID // the place and what holds it
}

// maxStay is the most days that a meeting or visit which holds others lasts.
const maxStay = 14

func (m *mender) stay(o *graph.Occurrence, units []*unit) stay {
	s := stay{Occurrence: *o, who: map[graph.ID]bool{}, stands: map[graph.ID]bool{}}
	first, ok1 := dayNumber(o.Date.First())
	last, ok2 := dayNumber(o.Date.Last())
	s.first, s.last, s.dated = first, last, ok1 && ok2 && last-first <= maxStay
	for _, p := range o.Participants {
		s.who[p.Entity] = true
	}
	for _, u := range units {
		a := m.occasion(u)
		for n := range a.stands {
			s.stands[n] = true
		}
		for i, p := range a.where {
			if p == o.Place && len(a.where)-i > len(s.where) {
				s.where = a.where[i:]
			}
		}
	}
	return s
}

// holds tells whether the part took place within the whole: at its place or
// inside, on its days, between its parties.
func (s stay) holds(part stay) bool {
	if s.ID == part.ID || s.Kind != part.Kind || s.Status != part.Status || !s.dated || !part.dated || part.first < s.first || part.last > s.last ||
		len(s.where) == 0 || !within(s.where[:1], part.where) || part.Mode == graph.ModeVisit || len(part.who) < 2 {
		return false
	}
	switch s.Mode {
	case graph.ModeMultilateral:
		for n := range part.who {
			if !s.stands[n] {
				return false
			}
		}
		return len(s.who) > 2 && len(part.who) < len(s.who)
	case graph.ModeVisit:
		came := false
		for _, p := range s.Participants {
			if p.Role == graph.RoleVisitor || p.Role == graph.RoleParticipant && len(s.who) == 1 {
				came = came || part.who[p.Entity]
			}
		}
		return came
	}
	return false
}

// wholes returns for each of the nodes those that it is part of. made are the
// nodes as they will be, with members, so far as they are known.
func (m *mender) wholes(made map[graph.ID]*graph.Occurrence, members map[graph.ID][]*unit) (map[graph.ID][]graph.ID, error) {
	var blocks []string
	for _, id := range sortedKeys(made) {
		for _, u := range members[id] {
			blocks = append(blocks, otherGroup(u.blocks, partGroup, wholeGroup)...)
		}
	}
	found, err := m.inBlocks(finish(blocks))
	if err != nil || len(found) == 0 {
		return nil, err
	}
	under := map[string]map[graph.ID]bool{} // nodes by the blocks of wholes
	others := map[graph.ID]bool{}
	for _, u := range found {
		for _, b := range u.blocks {
			if under[b] == nil {
				under[b] = map[graph.ID]bool{}
			}
			under[b][u.node] = true
		}
		if made[u.node] == nil {
			others[u.node] = true
		}
	}
	more, err := m.membersRead(others)
	if err != nil {
		return nil, err
	}
	stays := map[graph.ID]stay{}
	at := func(id graph.ID) stay {
		s, ok := stays[id]
		if !ok {
			if o := made[id]; o != nil {
				s = m.stay(o, members[id])
			} else {
				o := m.occurrence(id, more[id], func(graph.ID) string { return "" })
				s = m.stay(o, more[id])
			}
			stays[id] = s
		}
		return s
	}
	out := map[graph.ID][]graph.ID{}
	for _, id := range sortedKeys(made) {
		candidates := map[graph.ID]bool{}
		for _, u := range members[id] {
			for _, b := range otherGroup(u.blocks, partGroup, wholeGroup) {
				for n := range under[b] {
					candidates[n] = true
				}
			}
		}
		for _, c := range sortedKeys(candidates) {
			if at(c).holds(at(id)) {
				out[id] = append(out[id], c)
			}
		}
	}
	return out, nil
}

// partOf adds to the relations of an occurrence those that are derived and
// that no article tells.
func partOf(relations []graph.Relation, wholes []graph.ID) []graph.Relation {
	for _, w := range wholes {
		if !slices.ContainsFunc(relations, func(r graph.Relation) bool { return r.Kind == graph.RelPartOf && r.To == w }) {
			relations = append(relations, graph.Relation{Kind: graph.RelPartOf, To: w})
		}
	}
	slices.SortFunc(relations, compareRelations)
	return relations
}
