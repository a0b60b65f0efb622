package clean

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	monthNames = `jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?`

	isoForm   = regexp.MustCompile(`(?:^|\D)([12]\d{3})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:$|[\DT])`)
	dayMonth  = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?(?: of)?[\s-]+(` + monthNames + `)\.?,?[\s-]+(\d{4})\b`)
	monthDay  = regexp.MustCompile(`(?i)\b(` + monthNames + `)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`)
	monthYear = regexp.MustCompile(`(?i)\b(` + monthNames + `)\.?,?\s+(\d{4})\b`)
	numeric   = regexp.MustCompile(`\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b`)
	compact   = regexp.MustCompile(`^([12]\d{3})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$`)
	yearOnly  = regexp.MustCompile(`^[12]\d{3}$`)

	// What may stand beside a date in a line that is nothing but a date.
	besideDate = regexp.MustCompile(`(?i)^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$|^(?:at|on|gmt|utc|[ecmp][sd]?t|bst|ist|cest|a\.?m|p\.?m|local|time|edition|hours|updated?|published|posted|written|created|modified|edited|first|last|z)$|^\d[\dT:.,+-]*(?:am|pm|z|st|nd|rd|th)?$|^(?:` + monthNames + `)$`)
)

// isoDate gives the first date in s as ISO 8601, to the day, the month or the
// year, whatever s gives; "" when it gives none or one that can be read in two
// ways (03/04/2020). It never guesses.
func isoDate(s string) string {
	s = strings.TrimSpace(s)
	if yearOnly.MatchString(s) {
		return s
	}
	if m := compact.FindStringSubmatch(s); m != nil {
		return civil(m[1], m[2], m[3])
	}
	if m := isoForm.FindStringSubmatch(s); m != nil {
		return civil(m[1], m[2], m[3])
	}
	if m := dayMonth.FindStringSubmatch(s); m != nil {
		return civil(m[3], month(m[2]), m[1])
	}
	if m := monthDay.FindStringSubmatch(s); m != nil {
		return civil(m[3], month(m[1]), m[2])
	}
	if m := monthYear.FindStringSubmatch(s); m != nil {
		return civil(m[2], month(m[1]), "")
	}
	if m := numeric.FindStringSubmatch(s); m != nil {
		first, second := civil(m[3], m[2], m[1]), civil(m[3], m[1], m[2])
		switch {
		case second == "" || first == second:
			return first
		case first == "":
			return second
		}
	}
	return ""
}

// month gives the number of a month's name.
func month(name string) string {
	names := "janfebmaraprmayjunjulaugsepoctnovdec"
	return strconv.Itoa(strings.Index(names, strings.ToLower(name[:3]))/3 + 1)
}

// civil joins a year, a month and a day that may be "", if the calendar has
// such a date.
func civil(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	if y < 1000 || y > 2999 || m < 1 || m > 12 {
		return ""
	}
	if day == "" {
		return fmt.Sprintf("%04d-%02d", y, m)
	}
	d, _ := strconv.Atoi(day)
	if t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC); t.Day() != d || t.Month() != time.Month(m) {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

// onlyDate tells whether s is a date, with or without weekday and hour, and
// nothing else: "Published in 1945, the book …" is not.
func onlyDate(s string) bool {
	digits := false
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t,|()-–/.·•:", r) }) {
		if !besideDate.MatchString(word) {
			return false
		}
		digits = digits || strings.ContainsAny(word, "0123456789")
	}
	return digits
}
