package date

import (
	"strings"
)

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
		return Expr{form: shifted, unit: weekend, End: j + 2}, true
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
	// "one Monday in January" is some day of that month
	if m, ok := months[s.word(i+2)]; ok && s.word(i+1) == "in" && (s.word(i-1) == "one" || s.word(i-1) == "a") {
		e := Expr{form: calendar, month: m}
		e.year, e.End = s.yearAfter(i + 3)
		s.ofYear(&e)
		return e, true
	}
	return Expr{form: weekday, weekday: d, End: s.partOfDay(i + 1)}, true
}

// isDay tells the day and its parts, "the previous evening".
func isDay(w string) bool { return w == "day" || daytimes[w] }

// partOfDay skips "night", "morning".
func (s scanner) partOfDay(i int) int {
	if daytimes[s.word(i)] {
		return i + 1
	}
	return i
}

// dayWord reads "today", "yesterday", "tomorrow", "tonight", "overnight".
func (s scanner) dayWord(i int) (Expr, bool) {
	n, ok := dayWords[s.word(i)]
	if !ok {
		return Expr{}, false
	}
	return Expr{form: shifted, unit: day, shift: n, End: s.partOfDay(i + 1)}, true
}
