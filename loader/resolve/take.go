package resolve

import (
	"slices"

	"github.com/whomet/whomet/graph"
)

// take takes the articles' claims out of the store and out of the summaries
// of the units they were counted under. It costs what the articles tell, but
// where a summary's first or last is taken, which only what is left can tell.
func (m *mender) take(articles []graph.ID) error {
	if len(articles) == 0 {
		return nil
	}
	claims, err := m.tx.Claims(m.ctx, articles)
	if err != nil {
		return err
	}
	names := map[graph.ID]*name{}
	var reports, topics []graph.ID
	for _, c := range claims {
		for _, x := range c.Mentions {
			if names[x.Unit] == nil {
				names[x.Unit] = &name{}
			}
			names[x.Unit].merge(nameOf(x, c.Article.PublishedAt, "", ""))
		}
		for _, r := range c.Reports {
			reports = append(reports, r.Unit)
			for _, t := range r.Topics {
				topics = append(topics, t.Unit)
			}
		}
	}
	if err := m.load(slices.Concat(sortedKeys(names), reports, topics)); err != nil {
		return err
	}
	if err := m.tx.RemoveClaims(m.ctx, articles); err != nil {
		return err
	}
	if err := m.takeNames(names); err != nil {
		return err
	}
	return m.takeReports(reports)
}

// takeNames takes mentions out of the summaries of their names.
func (m *mender) takeNames(taken map[graph.ID]*name) error {
	was := map[graph.ID]telling{}
	var unsure []graph.ID
	for _, id := range sortedKeys(taken) {
		u := m.units[id]
		if u == nil || u.name == nil {
			continue
		}
		was[id] = u.tells()
		if !u.name.take(taken[id]) {
			unsure = append(unsure, id)
		}
	}
	if err := m.recount(unsure); err != nil {
		return err
	}
	m.left(was)
	return nil
}

// left touches names and topics that claims were taken out of: those without any
// go, and those that tell otherwise than they did are loose.
func (m *mender) left(was map[graph.ID]telling) {
	for id, told := range was {
		u := m.units[id]
		if u.name != nil && u.name.empty() {
			u.name = nil
		}
		if u.subject != nil && u.subject.empty() {
			u.subject = nil
		}
		m.touch(u)
		if u.gone() {
			m.loose[id] = true
		} else {
			m.change(u, told)
		}
	}
}

// recount summarises names anew from the mentions that are left.
func (m *mender) recount(ids []graph.ID) error {
	if len(ids) == 0 {
		return nil
	}
	left, err := m.tx.MentionsOf(m.ctx, ids)
	if err != nil {
		return err
	}
	sums := map[graph.ID]*name{}
	for _, id := range ids {
		n := m.units[id].name
		sums[id] = &name{Key: n.Key, In: n.In, Judged: n.Judged, Called: n.Called}
	}
	for _, x := range left {
		sums[x.Unit].merge(nameOf(x.Mention, x.PublishedAt, "", ""))
	}
	for _, id := range ids {
		m.units[id].name = sums[id]
	}
	return nil
}

// takeReports takes reports away, and their uses of topics.
func (m *mender) takeReports(reports []graph.ID) error {
	was := map[graph.ID]telling{}
	unsure := map[graph.ID]bool{}
	for _, id := range reports {
		u := m.units[id]
		if u == nil || u.account == nil {
			continue
		}
		for _, a := range u.account.Topics {
			t := m.units[a.Unit]
			if t == nil || t.subject == nil {
				continue
			}
			if _, ok := was[a.Unit]; !ok {
				was[a.Unit] = t.tells()
			}
			if !t.subject.take(a.said()) {
				unsure[a.Unit] = true
			}
		}
		u.account = nil
		m.touch(u)
		m.loose[id] = true
	}
	if err := m.retell(unsure); err != nil {
		return err
	}
	m.left(was)
	return nil
}

// retell summarises topics anew from the reports that are left.
func (m *mender) retell(ids map[graph.ID]bool) error {
	tellers, err := m.told(sortedKeys(ids))
	if err != nil {
		return err
	}
	for id := range ids {
		u := m.units[id]
		u.subject = u.subject.bare()
	}
	for _, t := range tellers {
		if t.account == nil {
			continue
		}
		for _, a := range t.account.Topics {
			if ids[a.Unit] {
				m.units[a.Unit].subject.merge(a.said())
			}
		}
	}
	return nil
}

// take takes the summary of mentions that are in it out again. It tells whether
// it could: the first and the last day, and the earliest mentions of an office,
// are not known of the rest when they go.
func (n *name) take(o *name) bool {
	take(n.Named, o.Named)
	take(n.Forms, o.Forms)
	take(n.Within, o.Within)
	take(n.Countries, o.Countries)
	take(n.Sexes, o.Sexes)
	take(n.Lands, o.Lands)
	n.Spans -= o.Spans
	if n.empty() {
		return true
	}
	if o.First != "" && (o.First == n.First || o.Last == n.Last) {
		return false
	}
	for _, h := range o.Held {
		i, ok := n.office(h)
		if !ok || !n.Held[i].take(h) {
			return false
		}
		if len(n.Held[i].By) == 0 {
			n.Held = slices.Delete(n.Held, i, i+1)
		}
	}
	return true
}

// empty tells whether no mention is left.
func (n *name) empty() bool { return len(n.Named) == 0 }

// take is [name.take] for an office.
func (h *held) take(o held) bool {
	whole := len(h.By) < graph.MaxPositionMentions // all that say so are known
	left := slices.DeleteFunc(slices.Clone(h.By), func(s saying) bool { return slices.Contains(o.By, s) })
	if !whole && (len(left) < len(h.By) || o.Last == h.Last) {
		return false
	}
	if h.By = left; whole {
		h.First, h.Last = "", ""
		for _, s := range left {
			h.First, h.Last = earliest(h.First, s.On), latest(h.Last, s.On)
		}
	}
	return true
}

// take takes uses that are in it out again. It tells whether it could: beyond
// the least maxSpeaksOf ids none are known.
func (s *subject) take(o *subject) bool {
	for w, uses := range o.Wordings {
		if take(s.Wordings[w], uses); len(s.Wordings[w]) == 0 {
			delete(s.Wordings, w)
		}
	}
	if len(s.Entities) > 0 { // else it is the subject's own
		take(s.Around, o.Around)
	}
	for from, what := range s.bounded(o) {
		full := len(*from) == maxSpeaksOf
		if take(*from, *what); full && len(*from) < maxSpeaksOf {
			return false
		}
	}
	return true
}
