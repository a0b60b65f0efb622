package date

import (
	"strings"
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

var withNumber = []reading{scanner.dayMonth, scanner.iso, scanner.unitsFrom, scanner.decade, scanner.bareYear}

var openers = func() map[string][]reading {
	m := map[string][]reading{
		"the":  {scanner.lastUnits, scanner.dayFrom, scanner.shiftedUnit},
		"that": {scanner.shiftedUnit, scanner.thatDay},
		"in":   {scanner.inUnits},
	}
	open(m, numbers, scanner.unitsFrom)
	open(m, months, scanner.monthDay, scanner.monthName)
	open(m, shifts, scanner.lastUnits, scanner.shiftedUnit)
	open(m, parts, scanner.inDay, scanner.shiftedUnit, scanner.monthName)
	open(m, weekdays, scanner.weekdayName)
	open(m, dayWords, scanner.dayWord)
	open(m, seasons, scanner.seasonName)
	m["christmas"] = []reading{scanner.feastDay}
	m["new"] = m["christmas"]
	return m
}()

// open lets each of the words open the readings.
func open[V any](m map[string][]reading, words map[string]V, readings ...reading) {
	for w := range words {
		m[w] = readings
	}
}
