// Package date reads English expressions of time and says which days they
// mean, seen from the day an article was published.
//
// Reading and resolving are two steps. [Find] marks the expressions of a run
// of words ("last week", "on 3 May", "two days earlier"); [Expr.Resolve] turns
// one into a span once it is known from which day it is seen and whether it
// looks back or forward. What cannot be resolved stays words: without an
// article date "Tuesday" has no start. Nothing is guessed.
//
// The classes follow TIMEX3 (Pustejovsky et al. 2003, TimeML).
package date

import (
	"time"

	"github.com/whomet/whomet/graph"
)

// Direction says where an expression looks from its anchor.
type Direction int

const (
	// Past is for what is told as done: "on Tuesday" is the last one.
	Past Direction = iota
	// Future is for what is planned: "on Tuesday" is the next one.
	Future
)

// Anchor is what an expression is resolved against.
type Anchor struct {
	// Day is when the article speaks; "" or less than a day leaves what
	// depends on it unresolved.
	Day graph.PartialDate
	// Other is the day the narrative stands at, for "two days later" and "the
	// same day"; "" if none.
	Other graph.PartialDate
	// Looks is the direction of what happened.
	Looks Direction
}

// Expr is one expression of time.
type Expr struct {
	Start, End int // words, End exclusive

	form             form
	year, month, day int // 0 where not said
	endMonth, endDay int // the last day or month of a range, 0 if one
	yearShift        int // "of last year" -1, if yearSaid
	yearSaid         bool
	weekday          time.Weekday
	shift            int  // "last" -1, "this" 0, "next" 1; or a count of units
	said             bool // shift was said: "last May", not "in May"
	unit             unit
	fromOther        bool // counted from the narrative's day, not the article's
	sameDay          bool // on the narrative's day itself
}

type form int

const (
	vague    form = iota // known to be of time, not when
	calendar             // a day, month or year by its name
	weekday              // a day of the week
	shifted              // a unit counted from the anchor: "last week", "two days ago"
	decade               // "the 1970s"
	season               // "this autumn"
	span                 // "over the past two weeks"
)

type unit int

const (
	day unit = iota
	week
	weekend
	month
	year
)

// SameDay tells "earlier in the day", "the same day": expressions that mean the
// day of what was told last, not one counted from it.
func (e Expr) SameDay() bool { return e.sameDay }

// Weekday tells a day of the week, near the article, from other expressions.
func (e Expr) Weekday() bool { return e.form == weekday }

// Resolve returns the span that e means, with Text empty: the caller has the
// words. Start is empty and Precision UNKNOWN where the anchor does not
// suffice.
func (e Expr) Resolve(a Anchor) graph.DateSpan {
	unknown := graph.DateSpan{Precision: graph.PrecisionUnknown}
	now, known := parseDay(a.Day)
	if e.fromOther {
		if now, known = parseDay(a.Other); !known {
			return unknown
		}
	}
	switch e.form {
	case calendar:
		return e.calendar(now, known, a.Looks)
	case decade:
		return graph.DateSpan{Start: yearOf(e.year), End: yearOf(e.year + 9), Precision: graph.PrecisionYear}
	case season:
		switch {
		case e.year > 0:
			return graph.DateSpan{Start: yearOf(e.year), Precision: graph.PrecisionYear}
		case known && e.said:
			return graph.DateSpan{Start: yearOf(now.Year() + e.shift), Precision: graph.PrecisionYear}
		}
		return unknown
	}
	if !known {
		return unknown
	}
	switch e.form {
	case weekday:
		return oneDay(e.weekdayFrom(now, a.Looks))
	case shifted:
		return e.shiftFrom(now, a.Looks)
	case span:
		from := move(now, e.unit, -e.shift)
		return graph.DateSpan{Start: dayOf(from), End: dayOf(now), Precision: graph.PrecisionDay}
	}
	return unknown
}

// calendar resolves a day, month or year called by name. A name without a
// year is the nearest one in the direction that the article looks.
func (e Expr) calendar(now time.Time, known bool, looks Direction) graph.DateSpan {
	y := e.year
	if y == 0 {
		if !known {
			return graph.DateSpan{Precision: graph.PrecisionUnknown}
		}
		if y = now.Year() + e.yearShift; !e.yearSaid {
			y = e.yearNear(now, looks)
		}
	}
	switch {
	case e.month == 0:
		return graph.DateSpan{Start: yearOf(y), Precision: graph.PrecisionYear}
	case e.day == 0:
		s := graph.DateSpan{Start: monthOf(y, e.month), Precision: graph.PrecisionMonth}
		switch {
		case e.endMonth > e.month:
			s.End = monthOf(y, e.endMonth)
		case e.endMonth > 0:
			s.End = monthOf(y+1, e.endMonth)
		}
		return s
	}
	first := time.Date(y, time.Month(e.month), e.day, 0, 0, 0, 0, time.UTC)
	if first.Day() != e.day { // 31 June
		return graph.DateSpan{Precision: graph.PrecisionUnknown}
	}
	s := oneDay(first)
	if e.endDay > 0 {
		last := time.Date(y, time.Month(e.endMonth), e.endDay, 0, 0, 0, 0, time.UTC)
		if last.Before(first) {
			last = last.AddDate(1, 0, 0)
		}
		s.End = dayOf(last)
	}
	return s
}

// yearNear is the year that puts e's month and day nearest to now on the side
// that looks says; "last May" and "next May" never are the current month.
func (e Expr) yearNear(now time.Time, looks Direction) int {
	key := func(m, d int) int { return m*40 + d }
	d, n := e.day, now.Day()
	if d == 0 {
		n = 0
	}
	there, here := key(e.month, d), key(int(now.Month()), n)
	if e.said {
		switch {
		case e.shift < 0 && there >= here:
			return now.Year() - 1
		case e.shift > 0 && there <= here:
			return now.Year() + 1
		}
		return now.Year()
	}
	switch {
	case looks == Past && there > here:
		return now.Year() - 1
	case looks == Future && there < here:
		return now.Year() + 1
	}
	return now.Year()
}

// weekdayFrom returns the day called by its name: the article's own day counts
// in either direction, unless "last" or "next" was said.
func (e Expr) weekdayFrom(now time.Time, looks Direction) time.Time {
	back := (int(now.Weekday()) - int(e.weekday) + 7) % 7
	switch {
	case e.said && e.shift < 0:
		if back == 0 {
			back = 7
		}
		return now.AddDate(0, 0, -back)
	case e.said && e.shift > 0:
		return now.AddDate(0, 0, 7-back)
	case looks == Past:
		return now.AddDate(0, 0, -back)
	}
	return now.AddDate(0, 0, (7-back)%7)
}

// shiftFrom counts units from now; weeks run from Monday to Sunday (ISO 8601).
// "The weekend" is the one that began last, or that ends next.
func (e Expr) shiftFrom(now time.Time, looks Direction) graph.DateSpan {
	n := e.shift
	if e.unit == weekend && !e.said && looks == Past && now.Weekday() != time.Saturday && now.Weekday() != time.Sunday {
		n--
	}
	t := move(now, e.unit, n)
	switch e.unit {
	case week:
		monday := t.AddDate(0, 0, -(int(t.Weekday())+6)%7)
		return graph.DateSpan{Start: dayOf(monday), End: dayOf(monday.AddDate(0, 0, 6)), Precision: graph.PrecisionWeek}
	case weekend:
		monday := t.AddDate(0, 0, -(int(t.Weekday())+6)%7)
		return graph.DateSpan{Start: dayOf(monday.AddDate(0, 0, 5)), End: dayOf(monday.AddDate(0, 0, 6)), Precision: graph.PrecisionDay}
	case month:
		return graph.DateSpan{Start: monthOf(t.Year(), int(t.Month())), Precision: graph.PrecisionMonth}
	case year:
		return graph.DateSpan{Start: yearOf(t.Year()), Precision: graph.PrecisionYear}
	}
	return oneDay(t)
}

// move adds n units to t; adding months never skips one (31 January and a
// month is February).
func move(t time.Time, u unit, n int) time.Time {
	switch u {
	case week, weekend:
		return t.AddDate(0, 0, 7*n)
	case month:
		first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0)
		last := first.AddDate(0, 1, -1).Day()
		return first.AddDate(0, 0, min(t.Day(), last)-1)
	case year:
		return t.AddDate(n, 0, 0)
	}
	return t.AddDate(0, 0, n)
}

func parseDay(d graph.PartialDate) (time.Time, bool) {
	if len(d) != len("2006-01-02") {
		return time.Time{}, false
	}
	t, err := time.Parse("2006-01-02", string(d))
	return t, err == nil
}

func oneDay(t time.Time) graph.DateSpan {
	return graph.DateSpan{Start: dayOf(t), Precision: graph.PrecisionDay}
}

func dayOf(t time.Time) graph.PartialDate { return graph.PartialDate(t.Format("2006-01-02")) }

func monthOf(y, m int) graph.PartialDate {
	return graph.PartialDate(time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC).Format("2006-01"))
}

func yearOf(y int) graph.PartialDate {
	return graph.PartialDate(time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006"))
}
