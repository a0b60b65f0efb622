package graph

import (
	"cmp"
	"slices"
	"time"
)

// Interval is how long the buckets of a timeline are.
type Interval string

// The intervals. A week begins on Monday (ISO 8601).
const (
	IntervalDay   Interval = "DAY"
	IntervalWeek  Interval = "WEEK"
	IntervalMonth Interval = "MONTH"
	IntervalYear  Interval = "YEAR"
)

// Bucket returns the start of the interval that a date is in. A date that is
// known less precisely is in a bucket of its own: "2019" by months is in 2019.
func (i Interval) Bucket(d PartialDate) PartialDate {
	switch i {
	case IntervalYear:
		return d[:min(len(d), 4)]
	case IntervalMonth:
		return d[:min(len(d), 7)]
	case IntervalWeek:
		if day, err := time.Parse(time.DateOnly, string(d)); err == nil {
			return PartialDate(day.AddDate(0, 0, -(int(day.Weekday())+6)%7).Format(time.DateOnly))
		}
	}
	return d
}

// TimelineQuery asks how many occurrences of both kinds that satisfy the
// filter began in each interval.
type TimelineQuery struct {
	Filter   OccurrenceFilter
	Interval Interval
}

// Bucket is how many began in an interval; see [Interval.Bucket].
type Bucket struct {
	Start            PartialDate
	Meetings, Events int
}

// Began is how many occurrences of a kind began on a date.
type Began struct {
	Start PartialDate
	Kind  NodeKind
	Count int
}

// Timeline adds counts up by interval, earliest first. Intervals in which
// nothing began are left out, and so is what began nobody knows when.
func Timeline(i Interval, counts []Began) []Bucket {
	sums := map[PartialDate]*Bucket{}
	for _, c := range counts {
		start := i.Bucket(c.Start)
		if start == "" {
			continue
		}
		if sums[start] == nil {
			sums[start] = &Bucket{Start: start}
		}
		if c.Kind == KindMeeting {
			sums[start].Meetings += c.Count
		} else {
			sums[start].Events += c.Count
		}
	}
	var out []Bucket
	for _, b := range sums {
		out = append(out, *b)
	}
	slices.SortFunc(out, func(a, b Bucket) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// FacetQuery asks how many meetings that satisfy the filter have each
// participant, place, topic, mode and source: of each the Limit most frequent.
type FacetQuery struct {
	Filter OccurrenceFilter
	Limit  int
}

// FacetCount is how many meetings have a node or, of modes and sources, a value.
type FacetCount struct {
	Node  ID
	Value string
	Count int
}

// Facets are the most frequent participants, places, topics, modes and sources
// of meetings: most meetings first, then by id or value. A place is the one
// that reports give, not what it lies within; a source is counted once for a
// meeting, and the empty one not at all.
type Facets struct {
	Participants, Places, Topics, Modes, Sources []FacetCount
}

// Most orders counts and keeps the limit most frequent.
func Most(counts []FacetCount, limit int) []FacetCount {
	slices.SortFunc(counts, func(a, b FacetCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Node, b.Node), cmp.Compare(a.Value, b.Value))
	})
	if counts = counts[:min(len(counts), max(limit, 0))]; len(counts) == 0 {
		return nil
	}
	return counts
}
