package graph

import (
	"fmt"
	"time"
)

// PartialDate is an ISO 8601 calendar date as precise as it is known: "2020",
// "2020-01" or "2020-01-03". The empty date is unknown.
type PartialDate string

// ParseDate checks that s is a partial date. The error tells the accepted forms.
func ParseDate(s string) (PartialDate, error) {
	for _, layout := range []string{"2006", "2006-01", "2006-01-02"} {
		if len(s) == len(layout) {
			if _, err := time.Parse(layout, s); err == nil {
				return PartialDate(s), nil
			}
		}
	}
	return "", fmt.Errorf("%q is not a date; write 2020, 2020-01 or 2020-01-03", s)
}

// First returns the first day the date may mean, as "2006-01-02"; "" for the
// empty date.
func (d PartialDate) First() string {
	switch len(d) {
	case 4:
		return string(d) + "-01-01"
	case 7:
		return string(d) + "-01"
	}
	return string(d)
}

// Last returns the last day the date may mean, as "2006-01-02"; "" for the
// empty date.
func (d PartialDate) Last() string {
	switch len(d) {
	case 4:
		return string(d) + "-12-31"
	case 7:
		t, err := time.Parse("2006-01", string(d))
		if err != nil {
			return string(d)
		}
		return t.AddDate(0, 1, -1).Format("2006-01-02")
	}
	return string(d)
}

// DatePrecision tells how precise a [DateSpan] is.
type DatePrecision string

// The precisions of a date.
const (
	PrecisionDay     DatePrecision = "DAY"
	PrecisionWeek    DatePrecision = "WEEK"
	PrecisionMonth   DatePrecision = "MONTH"
	PrecisionYear    DatePrecision = "YEAR"
	PrecisionUnknown DatePrecision = "UNKNOWN"
)

// DateSpan is when something happened, as precise as the articles are. Start
// and End are empty where the words cannot be resolved; Text keeps the words
// ("Tuesday"). A single day or month has an empty End or one equal to Start.
type DateSpan struct {
	Start     PartialDate   `json:"start"`
	End       PartialDate   `json:"end"`
	Precision DatePrecision `json:"precision"`
	Text      string        `json:"text"`
}

// First returns the first day of the span as "2006-01-02", "" where unknown.
func (s *DateSpan) First() string {
	if s == nil {
		return ""
	}
	return s.Start.First()
}

// Last returns the last day of the span as "2006-01-02", "" where unknown.
func (s *DateSpan) Last() string {
	if s == nil {
		return ""
	}
	if s.End != "" {
		return s.End.Last()
	}
	return s.Start.Last()
}
