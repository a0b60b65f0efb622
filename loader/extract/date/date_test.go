package date

import (
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
)

// The article of these tests appeared on Wednesday, 22 November 2017.
func TestResolve(t *testing.T) {
	for _, c := range []struct {
		text  string
		looks Direction
		words string
		start graph.PartialDate
		end   graph.PartialDate
	}{
		{"they met on tuesday", Past, "tuesday", "2017-11-21", ""},
		{"they met on wednesday", Past, "wednesday", "2017-11-22", ""},
		{"they meet on friday", Future, "friday", "2017-11-24", ""},
		{"they met last wednesday", Past, "last wednesday", "2017-11-15", ""},
		{"they meet next wednesday", Future, "next wednesday", "2017-11-29", ""},
		{"he called monday night", Past, "monday night", "2017-11-20", ""},
		{"he called yesterday", Past, "yesterday", "2017-11-21", ""},
		{"this morning he called", Past, "this morning", "2017-11-22", ""},
		{"last week he called", Past, "last week", "2017-11-13", "2017-11-19"},
		{"at the end of last week", Past, "end of last week", "2017-11-13", "2017-11-19"},
		{"they met at the weekend", Past, "the weekend", "2017-11-18", "2017-11-19"},
		{"they meet at the weekend", Future, "the weekend", "2017-11-25", "2017-11-26"},
		{"he calls next month", Future, "next month", "2017-12", ""},
		{"early next year", Future, "early next year", "2018", ""},
		{"on 3 may 2019", Past, "3 may 2019", "2019-05-03", ""},
		{"on may 3 , 2019 ,", Past, "may 3 , 2019", "2019-05-03", ""},
		{"on january 3rd", Past, "january 3rd", "2017-01-03", ""},
		{"on december 3", Past, "december 3", "2016-12-03", ""},
		{"on december 3", Future, "december 3", "2017-12-03", ""},
		{"on april 5 - 6 in town", Future, "april 5 - 6", "2018-04-05", "2018-04-06"},
		{"on june 29 and 30", Future, "june 29 and 30", "2018-06-29", "2018-06-30"},
		{"from 29 november to 2 december", Future, "29 november", "2017-11-29", ""},
		{"in february", Future, "february", "2018-02", ""},
		{"in december 2003 he", Past, "december 2003", "2003-12", ""},
		{"at the summit last may", Past, "last may", "2017-05", ""},
		{"in may or june", Future, "may or june", "2018-05", "2018-06"},
		{"on friday , a day later than planned", Past, "friday", "2017-11-17", ""},
		{"from mid to late july", Future, "mid to late july", "2018-07", ""},
		{"in 2014 , when", Past, "2014", "2014", ""},
		{"two days ago", Past, "two days ago", "2017-11-20", ""},
		{"three weeks ago", Past, "three weeks ago", "2017-10-30", "2017-11-05"},
		{"10 days later", Future, "10 days later", "2017-11-28", ""},
		{"a day earlier", Past, "a day earlier", "2017-11-17", ""},
		{"two days before , they met", Past, "two days before", "2017-11-16", ""},
		{"as a year before .", Past, "a year before", "2016", ""},
		{"earlier in the day", Past, "earlier in the day", "2017-11-18", ""},
		{"earlier that day he met", Past, "that day", "2017-11-18", ""},
		{"that evening , he met", Past, "that evening", "2017-11-18", ""},
		{"over the past two weeks", Past, "the past two weeks", "2017-11-08", "2017-11-22"},
		{"he dined there the evening before .", Past, "the evening before", "2017-11-17", ""},
		{"he dined there the previous night .", Past, "the previous night", "2017-11-17", ""},
		{"in moscow in may of last year .", Past, "may of last year", "2016-05", ""},
		{"he called one monday in january", Past, "monday in january", "2017-01", ""},
		{"the talks opened on christmas day .", Past, "christmas day", "2016-12-25", ""},
		{"by new year ' s eve .", Future, "new year ' s eve", "2017-12-31", ""},
		{"in the 1970s", Past, "1970s", "1970", "1979"},
		{"this autumn", Future, "this autumn", "2017", ""},
		{"on 2019-05-03", Past, "2019-05-03", "2019-05-03", ""},
		{"on 31 june", Past, "31 june", "", ""},
		{"he said that evening classes would end that day .", Past, "that day", "2017-11-18", ""},
	} {
		words := strings.Fields(c.text)
		found := Find(words, nil)
		if len(found) == 0 {
			t.Errorf("%q: nothing found", c.text)
			continue
		}
		e := found[0]
		if got := strings.Join(words[e.Start:e.End], " "); got != c.words {
			t.Errorf("%q: found %q, want %q", c.text, got, c.words)
		}
		got := e.Resolve(Anchor{Day: "2017-11-22", Other: "2017-11-18", Looks: c.looks})
		if got.Start != c.start || got.End != c.end {
			t.Errorf("%q: %s to %s, want %s to %s", c.text, got.Start, got.End, c.start, c.end)
		}
	}
}

func TestNeverGuessed(t *testing.T) {
	for _, text := range []string{"tuesday", "last week", "january 3", "in may", "two days ago", "today", "the next day"} {
		for _, e := range Find(strings.Fields(text), nil) {
			if got := e.Resolve(Anchor{}); got.Start != "" || got.Precision != graph.PrecisionUnknown {
				t.Errorf("%q without an article date: %+v, want unknown", text, got)
			}
		}
	}
}

func TestNoDates(t *testing.T) {
	for _, text := range []string{"they may come", "he will march on", "2000 troops left", "at the last minute", "this is the next step", "in two minds", "one day they", "a day later than planned"} {
		if got := Find(strings.Fields(text), nil); len(got) > 0 {
			t.Errorf("%q: found %+v, want none", text, got)
		}
	}
}
