package date

import (
	"strconv"
)

// lastUnits reads "the past two weeks", "last 48 hours".
func (s scanner) lastUnits(i int) (Expr, bool) {
	if s.word(i) == "the" {
		i++
	}
	switch s.word(i) {
	case "past", "last", "previous", "preceding":
	default:
		return Expr{}, false
	}
	n, k := s.count(i + 1)
	u, ok := units[s.word(k)]
	if s.word(k) == "hours" {
		n, u, ok = (n+23)/24, day, true
	}
	return Expr{form: span, unit: u, shift: n, End: k + 1}, n > 0 && ok && k > i+1
}

// dayFrom reads "the following day", "the same day", "the evening before", "the
// day after tomorrow".
func (s scanner) dayFrom(i int) (Expr, bool) {
	e := Expr{form: shifted, unit: day, fromOther: true, End: i + 3}
	first, second := s.word(i+1), s.word(i+2)
	switch {
	case s.word(i) != "the":
		return Expr{}, false
	case (first == "following" || first == "next") && isDay(second):
		e.shift = 1
		return e, true
	case (first == "previous" || first == "preceding") && isDay(second):
		e.shift = -1
		return e, true
	case first == "same" && second == "day":
		e.sameDay = true
		return e, true
	case isDay(first) && second == "before":
		e.shift = -1
	case isDay(first) && second == "after":
		e.shift = 1
	default:
		return Expr{}, false
	}
	switch w := s.word(i + 3); {
	case w == "yesterday" || w == "tomorrow":
		e.fromOther, e.shift, e.End = false, 2*e.shift, i+4
	case determiners[w]: // "the day before the vote" is not told from another day
		return Expr{}, false
	}
	return e, true
}

// inDay reads "earlier in the day", "later in the day".
func (s scanner) inDay(i int) (Expr, bool) {
	w := s.word(i)
	ok := (w == "earlier" || w == "later") && s.word(i+1) == "in" && s.word(i+2) == "the" && s.word(i+3) == "day"
	return Expr{form: shifted, unit: day, fromOther: true, sameDay: true, End: i + 4}, ok
}

// inUnits reads "in three weeks", "in two weeks' time".
func (s scanner) inUnits(i int) (Expr, bool) {
	n, k := s.count(i + 1)
	u, ok := units[s.word(k)]
	if s.word(i) != "in" || n == 0 || !ok || k == i+1 {
		return Expr{}, false
	}
	switch s.word(k + 1) {
	case "'", ",", ".", "time":
		return Expr{form: shifted, unit: u, shift: n, End: k + 1}, true
	}
	return Expr{}, false
}

// unitsFrom reads "two days ago", "a day earlier", "10 days later".
func (s scanner) unitsFrom(i int) (Expr, bool) {
	n, k := s.count(i)
	u, ok := units[s.word(k)]
	if s.word(k) == "fortnight" {
		n, u, ok = 2*n, week, true
	}
	if n == 0 || !ok || k == i {
		return Expr{}, false
	}
	if s.word(k+2) == "than" { // "a day later than planned" compares
		return Expr{}, false
	}
	switch s.word(k + 1) {
	case "ago":
		return Expr{form: shifted, unit: u, shift: -n, End: k + 2}, true
	case "earlier", "previously":
		return Expr{form: shifted, unit: u, shift: -n, fromOther: true, End: k + 2}, true
	case "before":
		switch s.word(k + 2) {
		case ",", ".", "", "in", "at", "on", "over":
			return Expr{form: shifted, unit: u, shift: -n, fromOther: true, End: k + 2}, true
		}
	case "later", "afterwards":
		return Expr{form: shifted, unit: u, shift: n, fromOther: true, End: k + 2}, true
	}
	return Expr{}, false
}

// Weeks reads a number of weeks in two words, "two weeks", "a fortnight".
func Weeks(number, unit string) (int, bool) {
	n, _ := scanner{w: []string{number}}.count(0)
	if unit == "fortnight" {
		return 2 * n, n > 0
	}
	u, ok := units[unit]
	return n, ok && u == week && n > 0
}

// Days reads a number of days in two words, "five days".
func Days(number, unit string) (int, bool) {
	n, _ := scanner{w: []string{number}}.count(0)
	u, ok := units[unit]
	return n, ok && u == day && n > 0
}

// Long tells whether a word is a unit of time of a day or more, one or several.
func Long(unit string) bool {
	_, ok := units[unit]
	return ok || unit == "fortnight"
}

// count reads "two", "10", "a", "a few" (no number: 0), and the word after it.
func (s scanner) count(i int) (n, end int) {
	w := s.word(i)
	if n, ok := numbers[w]; ok {
		return n, i + 1
	}
	if w == "" || w[0] < '0' || w[0] > '9' {
		return 0, i
	}
	if n, err := strconv.Atoi(w); err == nil && n > 0 && n < 1000 {
		return n, i + 1
	}
	return 0, i
}
