package view

import "github.com/whomet/whomet/graph"

// DateSpan is a span of time, as precise as the articles are.
type DateSpan struct{ graph.DateSpan }

// Text answers text.
func (d *DateSpan) Text() *string { return orNull(d.DateSpan.Text) }

func date(d *graph.DateSpan) *DateSpan {
	if d == nil {
		return nil
	}
	return &DateSpan{*d}
}

// Date answers date.
func (o *occurrence) Date() *DateSpan { return date(o.Occurrence.Date) }

// Date answers date.
func (r *Report) Date() *DateSpan { return date(r.Report.Date) }
