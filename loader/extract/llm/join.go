package llm

import (
	"fmt"
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
)

// joinMeeting adds a meeting, or what it says to one that is there already:
// parts overlap, and a later one may come back to a meeting.
func (c *checker) joinMeeting(m extract.Meeting) {
	for i := range c.meetings {
		if have := &c.meetings[i]; have.Mode == m.Mode && c.sameOccurrence(&have.Occurrence, &m.Occurrence) {
			join(&have.Occurrence, &m.Occurrence)
			return
		}
	}
	m.ID = fmt.Sprintf("m%d", len(c.meetings)+1)
	c.meetings = append(c.meetings, m)
}

// joinEvent is joinMeeting for events.
func (c *checker) joinEvent(e extract.Event) {
	for i := range c.events {
		if have := &c.events[i]; have.Type == e.Type && c.sameOccurrence(&have.Occurrence, &e.Occurrence) {
			join(&have.Occurrence, &e.Occurrence)
			return
		}
	}
	e.ID = fmt.Sprintf("v%d", len(c.events)+1)
	c.events = append(c.events, e)
}

// sameOccurrence tells whether two accounts are of one occurrence: the same
// parties, status and place, no other day, and the same sentence or, from
// another part, the same day.
func (c *checker) sameOccurrence(a, b *extract.Occurrence) bool {
	if a.Status != b.Status || !equal(a.Place, b.Place) && a.Place != nil && b.Place != nil {
		return false
	}
	if len(a.Participants) != len(b.Participants) || slices.ContainsFunc(b.Participants, func(p extract.Participant) bool {
		return !slices.ContainsFunc(a.Participants, func(q extract.Participant) bool { return q.Entity == p.Entity })
	}) {
		return false
	}
	sameDay := a.Date != nil && b.Date != nil && a.Date.Start != nil && equal(a.Date.Start, b.Date.Start)
	if a.Date != nil && b.Date != nil && !sameDay {
		return false
	}
	return sameDay || slices.ContainsFunc(b.Evidence, func(q extract.Quote) bool { return slices.Contains(a.Evidence, q) })
}

func equal(a, b *string) bool { return a == b || a != nil && b != nil && *a == *b }

// join adds what account b says to a.
func join(a, b *extract.Occurrence) {
	for _, p := range b.Participants {
		for i := range a.Participants {
			q := &a.Participants[i]
			if q.Entity != p.Entity {
				continue
			}
			if q.Role == graph.RoleParticipant {
				q.Role = p.Role
			}
			if q.Title == nil {
				q.Title = p.Title
			}
			if q.OnBehalfOf == nil {
				q.OnBehalfOf = p.OnBehalfOf
			}
		}
	}
	if a.Date == nil {
		a.Date = b.Date
	}
	if a.Place == nil {
		a.Place = b.Place
	}
	for _, t := range b.Topics {
		if !slices.ContainsFunc(a.Topics, func(x extract.Topic) bool { return t.Start < x.End && x.Start < t.End }) {
			a.Topics = append(a.Topics, t)
		}
	}
	slices.SortFunc(a.Topics, func(x, y extract.Topic) int { return x.Start - y.Start })
	for _, q := range b.Evidence {
		if !slices.Contains(a.Evidence, q) {
			a.Evidence = append(a.Evidence, q)
		}
	}
}
