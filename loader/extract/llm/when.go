package llm

import (
	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
	"github.com/whomet/whomet/loader/extract/date"
)

// date turns the words that tell when into days. The words must stand in the
// text. What they mean is worked out here, seen from the article's day; the
// model's own answer only chooses between what they can mean (the Friday
// before or after, counted from this day or that), and is dropped where they
// cannot mean it. Without its agreement only a single day is believed: models
// miscount weekdays, but "that May" may be of another year.
func (c *checker) date(said saidDate, status graph.OccurrenceStatus) *extract.Date {
	if said.Words == "" && said.Start == "" {
		return nil
	}
	s, ok := c.find(said.Words, c.part.Start)
	if !ok {
		c.drop("date", said.Words+" "+said.Start)
		return nil
	}
	words := c.raw[s.Start:s.End]
	looks := date.Past
	switch status {
	case graph.StatusPlanned, graph.StatusOffered, graph.StatusPostponed, graph.StatusHypothetical:
		looks = date.Future
	}
	meant := c.meanings(words, looks)
	span := meant[0]
	agreed := false
	for _, m := range meant {
		if !agreed && said.Start != "" && said.Start == string(m.Start) {
			span, agreed = m, true
		}
	}
	if !agreed && said.Start != "" {
		c.drop("date", said.Words+" "+said.Start)
	}
	if !agreed && (span.Precision != graph.PrecisionDay || span.End != "") {
		span = graph.DateSpan{Precision: graph.PrecisionUnknown}
	}
	return &extract.Date{Start: some(string(span.Start)), End: some(string(span.End)), Precision: span.Precision, Text: &words}
}

// meanings are the spans that words can mean, the likeliest first.
func (c *checker) meanings(words string, looks date.Direction) []graph.DateSpan {
	found := date.Find(date.Words(words), func(int) bool { return true })
	if len(found) == 0 {
		return []graph.DateSpan{{Precision: graph.PrecisionUnknown}}
	}
	e := found[0]
	for _, f := range found[1:] { // the longest says most: "early on Friday 3 May"
		if f.End-f.Start > e.End-e.Start {
			e = f
		}
	}
	out := []graph.DateSpan{e.Resolve(date.Anchor{Day: c.day, Looks: looks})}
	for _, other := range append([]graph.PartialDate{""}, c.days...) {
		for _, looks := range []date.Direction{date.Past, date.Future} {
			out = append(out, e.Resolve(date.Anchor{Day: c.day, Other: other, Looks: looks}))
		}
	}
	return out
}

// allDays are the days that the text names or that can be told from the
// article's own: "two days later" may count from any of them.
func (c *checker) allDays() []graph.PartialDate {
	var days []graph.PartialDate
	for _, e := range date.Find(date.Words(c.raw), nil) {
		if s := e.Resolve(date.Anchor{Day: c.day}); len(s.Start) == len("2006-01-02") {
			days = append(days, s.Start)
		}
	}
	return days
}

func some(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
