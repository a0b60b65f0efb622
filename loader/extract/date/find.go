package date

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Find returns the expressions of time in words, in order, none inside
// another. words are tokens in lower case, punctuation marks standing alone
// ("april", "5", "-", "6"). isDate tells whether a reader of names takes word
// i for part of a date; it decides about bare years and about May, and may be
// nil.
func Find(words []string, isDate func(i int) bool) []Expr {
	if isDate == nil {
		isDate = func(int) bool { return false }
	}
	s := scanner{words, isDate}
	var out []Expr
	for i := 0; i < len(words); {
		e, ok := s.at(i)
		if !ok || e.End <= i {
			i++
			continue
		}
		e.Start = i
		out = append(out, e)
		i = e.End
	}
	return out
}

// Words splits a text as [Find] takes it: in lower case, every mark alone.
func Words(s string) []string {
	var out []string
	open := false
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.IsSpace(r):
			open = false
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !open {
				out = append(out, "")
			}
			out[len(out)-1] += string(r)
			open = true
		default:
			out = append(out, string(r))
			open = false
		}
	}
	return out
}

type scanner struct {
	w      []string
	isDate func(int) bool
}

// word returns word i, "" beyond the end.
func (s scanner) word(i int) string {
	if i < 0 || i >= len(s.w) {
		return ""
	}
	return s.w[i]
}

// at reads the expression that begins at word i. The longest form of a kind is
// tried first.
func (s scanner) at(i int) (Expr, bool) {
	for _, read := range openedBy(s.w[i]) {
		if e, ok := read(s, i); ok {
			return e, true
		}
	}
	return Expr{}, false
}

// reading reads the expression of one kind that begins at a word.
type reading func(s scanner, i int) (Expr, bool)

// openedBy returns the readings that a word may open, those of longer forms
// first; none for most words.
func openedBy(w string) []reading {
	if w != "" && w[0] >= '0' && w[0] <= '9' {
		return withNumber
	}
	return openers[w]
}

var withNumber = []reading{scanner.dayMonth, scanner.iso, scanner.counted, scanner.decade, scanner.bareYear}

var openers = func() map[string][]reading {
	m := map[string][]reading{
		"the": {scanner.counted, scanner.shiftedUnit}, "that": {scanner.shiftedUnit, scanner.thatDay}, "in": {scanner.counted},
	}
	open(m, numbers, scanner.counted)
	open(m, months, scanner.monthDay, scanner.monthName)
	open(m, shifts, scanner.counted, scanner.shiftedUnit)
	open(m, parts, scanner.counted, scanner.shiftedUnit, scanner.monthName)
	open(m, weekdays, scanner.weekdayName)
	open(m, dayWords, scanner.dayWord)
	open(m, seasons, scanner.seasonName)
	return m
}()

// open lets each of the words open the readings.
func open[V any](m map[string][]reading, words map[string]V, readings ...reading) {
	for w := range words {
		m[w] = readings
	}
}

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
	return e, true
}

// yearAfter reads ", 2019", "2019" or "of that year" at word j.
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

// counted reads "two days ago", "a day earlier", "10 days later", "in three
// weeks", "the day before", "the following day", "over the past two weeks".
func (s scanner) counted(i int) (Expr, bool) {
	j := i
	if s.word(j) == "the" {
		j++
	}
	switch w := s.word(j); w {
	case "past", "last", "previous", "preceding":
		n, k := s.count(j + 1)
		u, ok := units[s.word(k)]
		if hours := s.word(k) == "hours"; hours {
			n, u, ok = (n+23)/24, day, true
		}
		if n > 0 && ok && k > j+1 {
			return Expr{form: span, unit: u, shift: n, End: k + 1}, true
		}
	case "following", "next":
		if s.word(i) == "the" && s.word(j+1) == "day" {
			return Expr{form: shifted, unit: day, shift: 1, fromOther: true, End: j + 2}, true
		}
	case "same":
		if s.word(j+1) == "day" {
			return Expr{form: shifted, unit: day, fromOther: true, sameDay: true, End: j + 2}, true
		}
	case "day":
		if s.word(i) != "the" {
			break
		}
		if s.word(j+1) == "before" || s.word(j+1) == "after" {
			e := Expr{form: shifted, unit: day, shift: 1, fromOther: true, End: j + 2}
			if s.word(j+1) == "before" {
				e.shift = -1
			}
			switch s.word(j + 2) {
			case "yesterday", "tomorrow":
				e.fromOther, e.shift, e.End = false, 2*e.shift, j+3
			}
			return e, true
		}
	}
	if w := s.word(i); w == "earlier" || w == "later" {
		if s.word(i+1) == "in" && s.word(i+2) == "the" && s.word(i+3) == "day" {
			return Expr{form: shifted, unit: day, fromOther: true, sameDay: true, End: i + 4}, true
		}
	}
	if s.word(i) == "in" {
		n, k := s.count(i + 1)
		u, ok := units[s.word(k)]
		if n > 0 && ok && k > i+1 && (s.word(k+1) == "'" || s.word(k+1) == "," || s.word(k+1) == "." || s.word(k+1) == "time") {
			return Expr{form: shifted, unit: u, shift: n, End: k + 1}, true
		}
	}
	n, k := s.count(i)
	u, ok := units[s.word(k)]
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

// Days reads a number of days in two words, "five days".
func Days(number, unit string) (int, bool) {
	n, _ := scanner{w: []string{number}}.count(0)
	u, ok := units[unit]
	return n, ok && u == day && n > 0
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

// thatDay reads "that day", "that evening": the day of what was told last. After
// "said" and the like "that" begins a clause: "said that evening classes …".
func (s scanner) thatDay(i int) (Expr, bool) {
	if s.word(i) != "that" || s.word(i+1) != "day" && !daytimes[s.word(i+1)] {
		return Expr{}, false
	}
	before, after := s.word(i-1), s.word(i+2)
	switch {
	case i == 0, before == ",", before == "earlier", before == "later", before == "and", before == "on", after == "", after == ",", after == ".":
		return Expr{form: shifted, unit: day, fromOther: true, sameDay: true, End: i + 2}, true
	}
	return Expr{}, false
}

// shiftedUnit reads "last week", "this month", "early next year", "the end of
// last week", "earlier this month", "over the weekend", "last May", "next
// Monday", "that May".
func (s scanner) shiftedUnit(i int) (Expr, bool) {
	j := i
	if parts[s.word(j)] {
		j++
		if s.word(j) == "in" && parts[s.word(i)] {
			j++
		}
		if s.word(j) == "of" {
			j++
		}
	}
	if s.word(j) == "the" && s.word(j+1) == "weekend" {
		return Expr{form: shifted, unit: weekend, shift: -1, End: j + 2}, true
	}
	if s.word(j) == "the" || s.word(j) == "that" && s.word(j+1) == "same" {
		j++
	}
	shift, ok := shifts[s.word(j)]
	if !ok {
		return Expr{}, false
	}
	e := Expr{shift: shift, said: true}
	next := s.word(j + 1)
	if u, ok := units[next]; ok && !strings.HasSuffix(next, "s") && u != day {
		e.form, e.unit, e.End = shifted, u, j+2
		return e, true
	}
	if d, ok := weekdays[next]; ok {
		e.form, e.weekday, e.End = weekday, d, s.partOfDay(j+2)
		return e, true
	}
	if m, ok := months[next]; ok {
		e.form, e.month = calendar, m
		if d, ok := dayNumber(s.word(j + 2)); ok {
			e.day = d
			j++
		}
		e.End = j + 2
		return e, true
	}
	if seasons[next] {
		e.form, e.End = season, j+2
		return e, true
	}
	if daytimes[next] { // this morning, last night
		e.form, e.unit, e.End = shifted, day, j+2
		return e, true
	}
	return Expr{}, false
}

// weekdayName reads "Tuesday", "Monday night".
func (s scanner) weekdayName(i int) (Expr, bool) {
	d, ok := weekdays[s.word(i)]
	if !ok {
		return Expr{}, false
	}
	return Expr{form: weekday, weekday: d, End: s.partOfDay(i + 1)}, true
}

// partOfDay skips "night", "morning".
func (s scanner) partOfDay(i int) int {
	if daytimes[s.word(i)] {
		return i + 1
	}
	return i
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

// dayWord reads "today", "yesterday", "tomorrow", "tonight", "overnight".
func (s scanner) dayWord(i int) (Expr, bool) {
	n, ok := dayWords[s.word(i)]
	if !ok {
		return Expr{}, false
	}
	return Expr{form: shifted, unit: day, shift: n, End: s.partOfDay(i + 1)}, true
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
