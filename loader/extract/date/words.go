package date

import (
	"strconv"
	"strings"
	"time"
)

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
	"august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
	"jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "jun.": 6, "jul.": 7, "aug.": 8, "sep.": 9, "sept.": 9, "oct.": 10, "nov.": 11, "dec.": 12,
}

var weekdays = map[string]time.Weekday{
	"sunday": time.Sunday, "monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday,
	"thursday": time.Thursday, "friday": time.Friday, "saturday": time.Saturday,
}

var units = map[string]unit{
	"day": day, "days": day, "week": week, "weeks": week, "weekend": weekend,
	"month": month, "months": month, "year": year, "years": year, "night": day,
}

// shifts are the words that count from now; "that" only names a time near the
// narrative's, which looking back finds.
var shifts = map[string]int{
	"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "following": 1,
}

// parts narrow a span in a way that the graph's dates do not keep.
var parts = map[string]bool{
	"early": true, "late": true, "mid": true, "earlier": true, "later": true, "mid-": true,
	"end": true, "beginning": true, "middle": true, "start": true,
}

var seasons = map[string]bool{"spring": true, "summer": true, "autumn": true, "fall": true, "winter": true}

var daytimes = map[string]bool{
	"morning": true, "afternoon": true, "evening": true, "night": true, "midday": true, "noon": true,
}

// determiners begin what a day is told from: "the day before the vote".
var determiners = map[string]bool{
	"the": true, "a": true, "an": true, "this": true, "that": true, "his": true, "her": true, "its": true, "their": true, "my": true, "our": true,
}

var dayWords = map[string]int{
	"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1,
}

// timePrep are the words before a bare year or a month.
var timePrep = map[string]bool{
	"in": true, "since": true, "until": true, "till": true, "during": true, "by": true, "from": true,
	"of": true, "early": true, "late": true, "mid": true, "mid-": true, "(": true, "between": true, "before": true, "after": true,
}

var numbers = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
	"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
}

func isMonth(w string) bool { _, ok := months[w]; return ok }

// isRange tells the words that join the two days of a range.
func isRange(w string) bool {
	return w == "-" || w == "–" || w == "to" || w == "and" || w == "&"
}

// dayNumber reads "3", "03", "3rd" as a day of a month.
func dayNumber(w string) (int, bool) {
	if w == "" || w[0] < '0' || w[0] > '9' || len(w) > 4 {
		return 0, false
	}
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, suffix)
	}
	n, err := strconv.Atoi(w)
	return n, err == nil && n >= 1 && n <= 31 && len(w) <= 2
}

// yearNumber reads a year of four digits, 1500 to 2099.
func yearNumber(w string) (int, bool) {
	if len(w) != 4 || w[0] < '1' || w[0] > '2' {
		return 0, false
	}
	n, err := strconv.Atoi(w)
	return n, err == nil && len(w) == 4 && n >= 1500 && n <= 2099
}
