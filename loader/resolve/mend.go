package resolve

import (
	"github.com/whomet/whomet/graph"
)

// touch marks a unit whose claims have changed. One that has no claims left
// carries no blocks.
func (m *mender) touch(u *unit) {
	u.person = nil // is written otherwise now
	m.touched[u.id], u.dirty = true, true
	if u.gone() {
		m.setBlocks(u, nil)
	}
}

// give writes the claims and adds them to the summaries of their units.
func (m *mender) give(claims []graph.Claims) error {
	if len(claims) == 0 {
		return nil
	}
	readings := make([]*reading, len(claims))
	var ids []graph.ID
	for i := range claims {
		r := read(&claims[i])
		readings[i] = r
		ids = append(ids, sortedKeys(r.names)...)
		ids = append(ids, sortedKeys(r.topics)...)
		ids = append(ids, sortedKeys(r.reports)...)
	}
	if err := m.tx.PutClaims(m.ctx, claims); err != nil {
		return err
	}
	if err := m.load(ids); err != nil {
		return err
	}
	// A unit may have been taken and be given again, or be new.
	at := func(id graph.ID, kind graph.NodeKind) *unit {
		u := m.units[id]
		if u == nil {
			u = &unit{id: id, kind: kind}
			m.units[id] = u
		}
		if u.gone() {
			m.loose[id] = true
		}
		return u
	}
	for _, r := range readings {
		for _, id := range sortedKeys(r.names) {
			u := at(id, r.kinds[id])
			if u.name == nil {
				u.name, m.unheard[id] = r.names[id], true
			} else {
				was := u.tells()
				u.name.merge(r.names[id])
				m.change(u, was)
			}
			m.touch(u)
		}
		for _, id := range sortedKeys(r.topics) {
			u := at(id, graph.KindTopic)
			if u.subject == nil {
				u.subject = r.topics[id]
			} else {
				was := u.tells()
				u.subject.merge(r.topics[id])
				m.change(u, was)
			}
			m.touch(u)
		}
		for _, id := range sortedKeys(r.reports) {
			u := at(id, r.reports[id].Kind)
			u.account, m.unheard[id] = r.reports[id], true
			m.touch(u)
		}
	}
	return nil
}

// mend clusters what is loose, level by level, and writes the units and nodes
// that came out otherwise than before.
func (m *mender) mend() error {
	if err := m.hear(); err != nil {
		return err
	}
	for _, id := range sortedKeys(m.touched) {
		if u := m.units[id]; u.name != nil {
			m.setBlocks(u, nameBlocks(u))
		}
	}
	if err := m.sway(); err != nil {
		return err
	}
	if err := m.entities(); err != nil {
		return err
	}
	// What is told in names that moved is told otherwise now.
	told, err := m.told(m.moved(graph.NodeKind.IsEntity))
	if err != nil {
		return err
	}
	stale := map[graph.ID]bool{} // units whose nodes must be written
	for _, u := range told {
		stale[u.id] = true
		if u.name == nil {
			m.loose[u.id] = true
		}
	}
	var refs []graph.ID
	retell := map[graph.ID]bool{}
	for _, id := range append(sortedKeys(m.touched), sortedKeys(stale)...) {
		u := m.units[id]
		if u.gone() || u.name != nil {
			continue
		}
		retell[id] = true
		if u.subject != nil {
			refs = append(refs, u.subject.refs()...)
		} else {
			refs = append(refs, u.account.refs()...)
		}
	}
	if err := m.load(refs); err != nil {
		return err
	}
	for _, id := range sortedKeys(retell) {
		if u := m.units[id]; u.subject != nil {
			m.setBlocks(u, m.topicBlocks(u.subject))
		} else {
			m.setBlocks(u, append(m.occasion(u).blocks(), sameBlocks(u)...))
		}
	}
	if err := m.topicsLevel(); err != nil {
		return err
	}
	if err := m.occurrencesLevel(); err != nil {
		return err
	}
	told, err = m.told(m.moved(func(k graph.NodeKind) bool { return !k.IsEntity() }))
	if err != nil {
		return err
	}
	for _, u := range told {
		stale[u.id] = true
	}
	for id := range m.touched {
		stale[id] = true
	}
	for id, u := range m.units {
		if u.moved() {
			stale[id] = true
		}
	}
	return m.write(stale)
}
