package resolve

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// take takes the articles' claims out of the store and out of the summaries
// of the units they were counted under.
func (m *mender) take(articles []graph.ID) error {
	if len(articles) == 0 {
		return nil
	}
	claims, err := m.tx.Claims(m.ctx, articles)
	if err != nil {
		return err
	}
	names, topics := map[graph.ID]bool{}, map[graph.ID]bool{}
	var ids []graph.ID
	var reports []graph.ID
	for _, c := range claims {
		for _, x := range c.Mentions {
			names[x.Unit] = true
		}
		for _, r := range c.Reports {
			reports = append(reports, r.Unit)
			for _, t := range r.Topics {
				topics[t.Unit] = true
			}
		}
	}
	ids = append(append(sortedKeys(names), sortedKeys(topics)...), reports...)
	if err := m.load(ids); err != nil {
		return err
	}
	if err := m.tx.RemoveClaims(m.ctx, articles); err != nil {
		return err
	}
	for _, id := range reports {
		if u := m.units[id]; u != nil {
			u.account = nil
			m.touch(u)
			m.loose[id] = true
		}
	}
	if err := m.recount(names); err != nil {
		return err
	}
	return m.rewordTopics(topics)
}

// touch marks a unit whose claims have changed. One that has no claims left
// carries no blocks.
func (m *mender) touch(u *unit) {
	m.touched[u.id], u.dirty = true, true
	if u.gone() {
		m.setBlocks(u, nil)
	}
}

// recount summarises the names anew from the mentions that are left.
func (m *mender) recount(ids map[graph.ID]bool) error {
	left, err := m.tx.MentionsOf(m.ctx, sortedKeys(ids))
	if err != nil {
		return err
	}
	sums := map[graph.ID]*name{}
	reread := map[graph.ID]bool{} // articles that say where places are
	for _, x := range left {
		u := m.units[x.Unit]
		if u == nil || u.name == nil {
			continue
		}
		n := nameOf(x.Mention, x.PublishedAt, u.name.Key, u.name.In)
		if sums[x.Unit] == nil {
			sums[x.Unit] = n
		} else {
			sums[x.Unit].merge(n)
		}
		if u.kind == graph.KindPlace && len(u.name.Within)+len(u.name.Countries) > 0 {
			reread[x.Article] = true
		}
	}
	if len(reread) > 0 {
		claims, err := m.tx.Claims(m.ctx, sortedKeys(reread))
		if err != nil {
			return err
		}
		for i := range claims {
			for id, n := range read(&claims[i]).names {
				if ids[id] && sums[id] != nil {
					add(&sums[id].Within, n.Within)
					add(&sums[id].Countries, n.Countries)
				}
			}
		}
	}
	for id := range ids {
		u := m.units[id]
		if u == nil || u.name == nil {
			continue
		}
		was := u.name.identity(u.kind)
		if n := sums[id]; n != nil {
			n.Judged, n.Called = u.name.Judged, u.name.Called
		}
		u.name = sums[id]
		m.touch(u)
		if u.name == nil || u.name.identity(u.kind) != was {
			m.loose[id] = true
		}
	}
	return nil
}

// rewordTopics summarises the topics anew from the reports that are left.
func (m *mender) rewordTopics(ids map[graph.ID]bool) error {
	tellers, err := m.told(sortedKeys(ids))
	if err != nil {
		return err
	}
	sums := map[graph.ID]*subject{}
	for _, t := range tellers {
		if t.account == nil {
			continue
		}
		for _, a := range t.account.Topics {
			u := m.units[a.Unit]
			if !ids[a.Unit] || u == nil || u.subject == nil {
				continue
			}
			if sums[a.Unit] == nil {
				sums[a.Unit] = u.subject.bare()
			}
			said := &subject{Named: a.Named, SpeaksOf: a.SpeaksOf, Around: a.Around, Speakers: a.Speakers}
			said.put(a.Text, 1, a.Besides)
			sums[a.Unit].merge(said)
		}
	}
	for id := range ids {
		if u := m.units[id]; u != nil && u.subject != nil {
			was := u.subject.around()
			u.subject = sums[id]
			m.touch(u)
			if u.gone() || !slices.Equal(u.subject.around(), was) {
				m.loose[id] = true
			}
		}
	}
	return nil
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
				was := u.name.identity(u.kind)
				u.name.merge(r.names[id])
				if u.name.identity(u.kind) != was {
					m.loose[id] = true
				}
			}
			m.touch(u)
		}
		for _, id := range sortedKeys(r.topics) {
			u := at(id, graph.KindTopic)
			if u.subject == nil {
				u.subject = r.topics[id]
			} else {
				was := u.subject.around()
				u.subject.merge(r.topics[id])
				if !slices.Equal(u.subject.around(), was) {
					m.loose[id] = true
				}
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
