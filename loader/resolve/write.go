package resolve

import (
	"cmp"
	"slices"

	"github.com/whomet/whomet/graph"
)

// write writes the nodes of the stale units, and all units that changed.
func (m *mender) write(stale map[graph.ID]bool) error {
	nodes := map[graph.NodeKind]map[graph.ID]bool{graph.KindPerson: {}, graph.KindMeeting: {}, graph.KindTopic: {}}
	mark := func(u *unit) {
		switch {
		case u.gone():
		case u.name != nil:
			nodes[graph.KindPerson][u.node] = true
		case u.account != nil:
			nodes[graph.KindMeeting][u.node] = true
		default:
			nodes[graph.KindTopic][u.node] = true
		}
	}
	for id := range stale {
		mark(m.units[id])
	}
	// A unit that went or left changes the node it was in.
	for _, id := range sortedKeys(m.units) {
		u := m.units[id]
		if u.stored == nil || !u.moved() || u.stored.node == id {
			continue
		}
		switch {
		case u.kind.IsEntity():
			nodes[graph.KindPerson][u.stored.node] = true
		case u.kind.IsOccurrence():
			nodes[graph.KindMeeting][u.stored.node] = true
		default:
			nodes[graph.KindTopic][u.stored.node] = true
		}
	}

	entities, err := m.writeEntities(nodes[graph.KindPerson])
	if err != nil {
		return err
	}
	// Summaries hold names.
	renamed, err := m.renamed(entities)
	if err != nil {
		return err
	}
	for _, u := range renamed {
		mark(u)
	}
	parts, err := m.partsOf(nodes[graph.KindMeeting])
	if err != nil {
		return err
	}
	for _, u := range parts {
		mark(u)
	}
	occurrences, err := m.writeOccurrences(nodes[graph.KindMeeting], entities)
	if err != nil {
		return err
	}
	topics, err := m.writeTopics(nodes[graph.KindTopic])
	if err != nil {
		return err
	}

	var put []graph.Unit
	var gone, dissolved []graph.ID
	for _, id := range sortedKeys(m.units) {
		u := m.units[id]
		switch {
		case u.gone() && u.stored != nil:
			gone = append(gone, id)
		case !u.gone() && u.dirty:
			g, err := u.encode()
			if err != nil {
				return err
			}
			put = append(put, g)
		}
		if u.stored != nil && u.stored.node == id && u.moved() {
			dissolved = append(dissolved, id)
		}
	}
	if err := m.tx.PutUnits(m.ctx, put); err != nil {
		return err
	}
	if err := m.tx.RemoveUnits(m.ctx, gone); err != nil {
		return err
	}
	if err := m.tx.RemoveNodes(m.ctx, append(dissolved, m.dropped...)); err != nil {
		return err
	}
	all := slices.Concat(entities, occurrences, topics, m.suspected)
	slices.SortFunc(all, func(a, b graph.Node) int { return cmp.Compare(a.ID(), b.ID()) })
	return m.tx.PutNodes(m.ctx, all)
}

func (m *mender) writeEntities(ids map[graph.ID]bool) ([]graph.Node, error) {
	members, err := m.membersRead(ids)
	if err != nil {
		return nil, err
	}
	var out []graph.Node
	for _, id := range sortedKeys(members) {
		e := m.entity(id, members[id])
		out = append(out, graph.Node{Kind: e.Kind, Entity: e})
	}
	return out, nil
}

// renamed returns the units told in entities that are called otherwise than
// the store says.
func (m *mender) renamed(entities []graph.Node) ([]*unit, error) {
	var ids []graph.ID
	for _, n := range entities {
		ids = append(ids, n.ID())
	}
	was, err := m.tx.Nodes(m.ctx, ids)
	if err != nil {
		return nil, err
	}
	other := map[graph.ID]bool{}
	for _, n := range entities {
		// The id may be a unit's that led to another node so far.
		if w, ok := was[n.ID()]; ok && (w.Entity == nil || w.Entity.ID != n.ID() || w.Entity.Name != n.Entity.Name) {
			other[n.ID()] = true
		}
	}
	members, err := m.members(other)
	if err != nil {
		return nil, err
	}
	var units []graph.ID
	for _, us := range members {
		for _, u := range us {
			units = append(units, u.id)
		}
	}
	slices.Sort(units)
	return m.told(units)
}

func (m *mender) writeOccurrences(ids map[graph.ID]bool, entities []graph.Node) ([]graph.Node, error) {
	members, err := m.membersRead(ids)
	if err != nil {
		return nil, err
	}
	names := map[graph.ID]string{}
	for _, n := range entities {
		names[n.ID()] = n.Entity.Name
	}
	ask := map[graph.ID]bool{}
	for _, us := range members {
		for _, u := range us {
			for _, r := range u.account.refs() {
				if n := m.units[r]; n != nil && n.name != nil && names[n.node] == "" {
					ask[n.node] = true
				}
			}
		}
	}
	got, err := m.tx.Nodes(m.ctx, sortedKeys(ask))
	if err != nil {
		return nil, err
	}
	for id, n := range got {
		if n.Entity != nil {
			names[id] = n.Entity.Name
		}
	}
	made := map[graph.ID]*graph.Occurrence{}
	for _, id := range sortedKeys(members) {
		made[id] = m.occurrence(id, members[id], func(n graph.ID) string { return names[n] })
	}
	wholes, err := m.wholes(made, members)
	if err != nil {
		return nil, err
	}
	var out []graph.Node
	for _, id := range sortedKeys(made) {
		o := made[id]
		o.Relations = partOf(o.Relations, wholes[id])
		out = append(out, graph.Node{Kind: o.Kind, Occurrence: o})
	}
	return out, nil
}

func (m *mender) writeTopics(ids map[graph.ID]bool) ([]graph.Node, error) {
	members, err := m.membersRead(ids)
	if err != nil {
		return nil, err
	}
	var out []graph.Node
	for _, id := range sortedKeys(members) {
		t := m.topic(id, members[id])
		out = append(out, graph.Node{Kind: graph.KindTopic, Topic: t})
	}
	return out, nil
}

// membersRead returns the units of each node, with what they are told in read.
func (m *mender) membersRead(ids map[graph.ID]bool) (map[graph.ID][]*unit, error) {
	members, err := m.members(ids)
	if err != nil {
		return nil, err
	}
	var refs []graph.ID
	for _, id := range sortedKeys(members) {
		for _, u := range members[id] {
			refs = append(refs, u.refs()...)
		}
	}
	return members, m.load(refs)
}
