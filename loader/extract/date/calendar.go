package date

import (
	"strings"
	"time"
)

// monthDay reads "January 3rd", "May 3, 2019", "April 5-6", "June 29 and 30".
func (s scanner) monthDay(i int) (Expr, bool) {
	m, ok := months[s.word(i)]
	if !ok {
		return Expr{}, false
	}
	j := i + 1
	if s.word(j) == "." {
		j++
	}
	d, ok := dayNumber(s.word(j))
	if !ok {
		return Expr{}, false
	}
	e := Expr{form: calendar, month: m, day: d}
	j++
	if isRange(s.word(j)) {
		if d2, ok := dayNumber(s.word(j + 1)); ok && d2 > d && !isMonth(s.word(j+2)) {
			e.endMonth, e.endDay = m, d2
			j += 2
		} else if m2, ok := months[s.word(j+1)]; ok && s.word(j) != "and" {
			if d2, ok := dayNumber(s.word(j + 2)); ok {
				e.endMonth, e.endDay = m2, d2
				j += 3
			}
		}
	}
	e.year, e.End = s.yearAfter(j)
	s.ofYear(&e)
	return e, true
}

// dayMonth reads "3 May 2019", "3rd of May", "5-6 April", "29 and 30 June".
func (s scanner) dayMonth(i int) (Expr, bool) {
	d, ok := dayNumber(s.word(i))
	if !ok {
		return Expr{}, false
	}
	j, last := i+1, 0
	if isRange(s.word(j)) {
		if d2, ok := dayNumber(s.word(j + 1)); ok && d2 > d {
			last = d2
			j += 2
		}
	}
	if s.word(j) == "of" {
		j++
	}
	m, ok := months[s.word(j)]
	if !ok || s.word(j) == "may" && s.isVerbMay(j) {
		return Expr{}, false
	}
	e := Expr{form: calendar, month: m, day: d}
	if last > 0 {
		e.endMonth, e.endDay = m, last
	}
	e.year, e.End = s.yearAfter(j + 1)
	s.ofYear(&e)
	return e, true
}

// ofYear reads "of last year" for a month whose year is not given.
func (s scanner) ofYear(e *Expr) {
	if e.year != 0 || s.word(e.End) != "of" || s.word(e.End+2) != "year" {
		return
	}
	if shift, ok := shifts[s.word(e.End+1)]; ok {
		e.yearShift, e.yearSaid, e.End = shift, true, e.End+3
	}
}

// yearAfter reads ", 2019" or "2019" at word j.
func (s scanner) yearAfter(j int) (y, end int) {
	k := j
	if s.word(k) == "," {
		k++
	}
	if y, ok := yearNumber(s.word(k)); ok {
		return y, k + 1
	}
	return 0, j
}

// iso reads "2019-05-03", whole or in its parts.
func (s scanner) iso(i int) (Expr, bool) {
	w := s.word(i)
	if len(w) == len("2006-01-02") {
		t, err := time.Parse("2006-01-02", w)
		return Expr{form: calendar, year: t.Year(), month: int(t.Month()), day: t.Day(), End: i + 1}, err == nil
	}
	if s.word(i+1) != "-" || s.word(i+3) != "-" {
		return Expr{}, false
	}
	if len(w) != len("2006") {
		return Expr{}, false
	}
	t, err := time.Parse("2006-01-02", w+"-"+s.word(i+2)+"-"+s.word(i+4))
	return Expr{form: calendar, year: t.Year(), month: int(t.Month()), day: t.Day(), End: i + 5}, err == nil
}

// monthName reads "May 2019", "July", "mid to late July", "early May", "May or
// June".
func (s scanner) monthName(i int) (Expr, bool) {
	j := i
	for j-i < 3 && (parts[s.word(j)] || s.word(j) == "-" || s.word(j) == "to") {
		j++
	}
	m, ok := months[s.word(j)]
	if !ok || j == i && s.word(j) == "may" && s.isVerbMay(j) || s.word(j) == "march" && !s.isDate(j) && !timePrep[s.word(j-1)] {
		return Expr{}, false
	}
	e := Expr{form: calendar, month: m}
	last := j
	if m2, ok := months[s.word(j+2)]; ok && (s.word(j+1) == "or" || isRange(s.word(j+1)) && s.word(j+1) != "and") {
		e.endMonth, last = m2, j+2
	}
	e.year, e.End = s.yearAfter(last + 1)
	s.ofYear(&e)
	if len(s.word(j)) <= 4 && e.year == 0 && !s.isDate(j) && !timePrep[s.word(j-1)] { // "Jan", "Mar", "Jun" are names too
		return Expr{}, false
	}
	return e, true
}

// isVerbMay tells "may" the auxiliary from the month.
func (s scanner) isVerbMay(j int) bool {
	if _, ok := yearNumber(s.word(j + 1)); ok {
		return false
	}
	return !s.isDate(j) && !timePrep[s.word(j-1)]
}

// decade reads "the 1970s".
func (s scanner) decade(i int) (Expr, bool) {
	w := s.word(i)
	y, ok := yearNumber(strings.TrimSuffix(w, "s"))
	if !ok || !strings.HasSuffix(w, "0s") {
		return Expr{}, false
	}
	return Expr{form: decade, year: y, End: i + 1}, true
}

// seasonName reads "the summer of 1994", "in spring 2001".
func (s scanner) seasonName(i int) (Expr, bool) {
	if !seasons[s.word(i)] {
		return Expr{}, false
	}
	j := i + 1
	if s.word(j) == "of" {
		j++
	}
	y, ok := yearNumber(s.word(j))
	return Expr{form: season, year: y, End: j + 1}, ok
}

// bareYear reads "2014" where it stands for a year.
func (s scanner) bareYear(i int) (Expr, bool) {
	y, ok := yearNumber(s.word(i))
	if !ok || !s.isDate(i) && !timePrep[s.word(i-1)] {
		return Expr{}, false
	}
	if s.word(i+1) == "-" { // 2007-2013
		if _, ok := yearNumber(s.word(i + 2)); ok {
			return Expr{form: vague, End: i + 3}, true
		}
	}
	return Expr{form: calendar, year: y, End: i + 1}, true
}

// feastDay reads "Christmas Day", "New Year's Eve".
func (s scanner) feastDay(i int) (Expr, bool) {
	j, month, day := i+1, 12, 25
	if s.word(i) != "christmas" {
		if s.word(j) != "year" {
			return Expr{}, false
		}
		month, day, j = 1, 1, j+1
		for s.word(j) == "'" || s.word(j) == "’" || s.word(j) == "s" || s.word(j) == "'s" || s.word(j) == "’s" {
			j++
		}
	}
	switch s.word(j) {
	case "day":
	case "eve":
		if day--; day == 0 {
			month, day = 12, 31
		}
	default:
		return Expr{}, false
	}
	e := Expr{form: calendar, month: month, day: day}
	e.year, e.End = s.yearAfter(j + 1)
	return e, true
}
