package resolve

import (
	"cmp"
	"math"
	"slices"

	"github.com/whomet/whomet/graph"
)

// occurrence makes the node of the units, which are one, by id. named gives
// the names of entity nodes.
func (m *mender) occurrence(id graph.ID, units []*unit, named func(graph.ID) string) *graph.Occurrence {
	all := make([]*occasion, len(units))
	for i, u := range units {
		all[i] = m.occasion(u)
	}
	// The fullest first, then the earliest.
	slices.SortFunc(all, func(a, b *occasion) int {
		return cmp.Or(-cmp.Compare(len(a.who), len(b.who)), compareDates(a.Published, b.Published), cmp.Compare(a.unit.id, b.unit.id))
	})
	o := &graph.Occurrence{ID: id, Kind: all[0].Kind, Type: all[0].Type, Status: statusOf(all)}
	telling := slices.DeleteFunc(slices.Clone(all), func(a *occasion) bool { return a.Status != o.Status })
	if o.Kind == graph.KindMeeting {
		o.Mode = modeOf(telling)
	}
	if o.Date = dateOf(telling); o.Date == nil {
		o.Date = dateOf(all)
	}
	if o.Place = placeOf(telling); o.Place == "" {
		o.Place = placeOf(all)
	}
	o.Participants = m.participants(all)
	topics := map[graph.ID]int{}
	doubt := 1.0
	killed := false
	for _, a := range all {
		for _, t := range a.Topics {
			topics[m.nodeOf(t.Unit)]++
		}
		doubt *= 1 - min(max(a.Confidence, 0), 1)
		killed = killed || len(a.killed) > 0
	}
	o.Topics = byCount(topics)
	o.Relations = m.relations(id, all)
	o.Disagreements = disagreements(all, o.Status)
	o.Confidence = math.Round((1-doubt)*1e4) / 1e4
	o.Summary = summary(o, killed, named)
	return o
}

// statusOf: held if any report says so, else what the latest says, else what
// is strongest.
func statusOf(all []*occasion) graph.OccurrenceStatus {
	strength := []graph.OccurrenceStatus{graph.StatusCancelled, graph.StatusPostponed, graph.StatusRefused, graph.StatusDenied,
		graph.StatusPlanned, graph.StatusOffered, graph.StatusHypothetical}
	best := all[0]
	for _, a := range all {
		if a.Status == graph.StatusHeld {
			return graph.StatusHeld
		}
		newer := latest(best.Published, a.Published)
		switch {
		case a.Published == best.Published:
			if slices.Index(strength, a.Status) < slices.Index(strength, best.Status) {
				best = a
			}
		case newer == a.Published:
			best = a
		}
	}
	return best.Status
}

func modeOf(all []*occasion) graph.MeetingMode {
	votes := map[graph.MeetingMode]int{}
	for _, a := range all {
		if a.Mode != graph.ModeUnknown && a.Mode != "" {
			votes[a.Mode]++
		}
	}
	if len(votes) == 0 {
		return graph.ModeUnknown
	}
	return byCount(votes)[0]
}

// dateOf returns the most precise date, of these the one most reports give,
// then the earliest; where none is resolved, the commonest words. nil if no
// report gives any.
func dateOf(all []*occasion) *graph.DateSpan {
	length := func(d graph.DateSpan) int {
		first, _ := dayNumber(d.First())
		last, _ := dayNumber(d.Last())
		return last - first
	}
	type span struct{ first, last string }
	votes := map[span]map[graph.DateSpan]int{}
	words := map[string]int{}
	for _, a := range all {
		switch {
		case a.Date == nil:
		case a.Date.Start != "":
			s := span{a.Date.First(), a.Date.Last()}
			if votes[s] == nil {
				votes[s] = map[graph.DateSpan]int{}
			}
			votes[s][*a.Date]++
		case a.Date.Text != "":
			words[a.Date.Text]++
		}
	}
	if len(votes) == 0 {
		if len(words) == 0 {
			return nil
		}
		return &graph.DateSpan{Precision: graph.PrecisionUnknown, Text: byCount(words)[0]}
	}
	type ballot struct {
		date  graph.DateSpan
		votes int
	}
	var ballots []ballot
	for _, written := range votes {
		b := ballot{}
		for d, n := range written {
			b.votes += n
			if b.date.Start == "" || n > written[b.date] || n == written[b.date] && compareSpans(d, b.date) < 0 {
				b.date = d
			}
		}
		ballots = append(ballots, b)
	}
	best := slices.MinFunc(ballots, func(a, b ballot) int {
		return cmp.Or(cmp.Compare(length(a.date), length(b.date)), -cmp.Compare(a.votes, b.votes), compareSpans(a.date, b.date))
	}).date
	return &best
}

func compareSpans(a, b graph.DateSpan) int {
	return cmp.Or(cmp.Compare(a.First(), b.First()), cmp.Compare(a.Last(), b.Last()), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
		cmp.Compare(a.Precision, b.Precision), cmp.Compare(a.Text, b.Text))
}

// placeOf returns the place. Reports first decide between the largest places
// below the country that they name or that hold what they name: an airport
// speaks for its city. Of those inside, the one most reports give stands, of
// equally many the smallest. A country stands only where nothing nearer is
// known.
func placeOf(all []*occasion) graph.ID {
	chains := map[graph.ID][]graph.ID{} // place -> it and what holds it, as far as any report knows
	direct := map[graph.ID]int{}
	nations := map[graph.ID]int{}
	for _, a := range all {
		switch s := a.sites(); {
		case len(s) > 0:
			direct[s[0]]++
			for i := range s {
				if have := chains[s[i]]; len(s)-i > len(have) || len(s)-i == len(have) && slices.Compare(s[i:], have) < 0 {
					chains[s[i]] = s[i:]
				}
			}
		case len(a.where) > 0:
			nations[a.where[0]]++
		}
	}
	if len(direct) == 0 {
		if n := byCount(nations); len(n) > 0 {
			return n[0]
		}
		return ""
	}
	largest := func(p graph.ID) graph.ID { return chains[p][len(chains[p])-1] }
	votes := map[graph.ID]int{}
	for p, n := range direct {
		votes[largest(p)] += n
	}
	won := byCount(votes)[0]
	places := slices.DeleteFunc(sortedKeys(direct), func(p graph.ID) bool { return largest(p) != won })
	return slices.MinFunc(places, func(a, b graph.ID) int {
		return cmp.Or(-cmp.Compare(direct[a], direct[b]), -cmp.Compare(len(chains[a]), len(chains[b])), cmp.Compare(a, b))
	})
}

// participants unites those of all reports, in the order of the fullest ones,
// with the role, title and principal that most reports give; PARTICIPANT only
// where no report says more. Where one report names a country that met and
// another who spoke for it, the latter took part.
func (m *mender) participants(all []*occasion) []graph.Participation {
	type voted struct {
		roles  map[graph.Role]int
		titles map[string]int
		behalf map[graph.ID]int
	}
	votes := map[graph.ID]*voted{}
	var order []graph.ID
	for _, a := range all {
		for _, p := range a.Parties {
			n := m.nodeOf(p.Unit)
			v := votes[n]
			if v == nil {
				v = &voted{map[graph.Role]int{}, map[string]int{}, map[graph.ID]int{}}
				votes[n] = v
				order = append(order, n)
			}
			if p.Role != graph.RoleParticipant {
				v.roles[p.Role]++
			}
			if p.Title != "" {
				v.titles[p.Title]++
			}
			if p.OnBehalfOf != "" {
				v.behalf[m.nodeOf(p.OnBehalfOf)]++
			}
		}
	}
	out := make([]graph.Participation, len(order))
	for i, n := range order {
		v := votes[n]
		p := graph.Participation{Entity: n, Role: graph.RoleParticipant}
		if r := byCount(v.roles); len(r) > 0 {
			p.Role = r[0]
		}
		if t := byCount(v.titles); len(t) > 0 {
			p.Title = t[0]
		}
		if b := byCount(v.behalf); len(b) > 0 {
			p.OnBehalfOf = b[0]
		}
		out[i] = p
	}
	if all[0].Kind != graph.KindMeeting {
		return out
	}
	// Who spoke for a country took its seat: it did not meet its own minister.
	return slices.DeleteFunc(out, func(c graph.Participation) bool {
		return slices.ContainsFunc(out, func(p graph.Participation) bool {
			return p.OnBehalfOf == c.Entity && p.Entity != c.Entity && p.Role == c.Role
		})
	})
}
