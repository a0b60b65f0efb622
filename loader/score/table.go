package score

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// WriteTable writes all figures for people to read.
func (r *Report) WriteTable(w io.Writer) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%d articles", r.Articles)
	if n := len(r.Without); n > 0 {
		fmt.Fprintf(&b, ", %d without prediction: %s", n, strings.Join(r.Without[:min(n, 20)], ", "))
	}
	fmt.Fprintf(&b, "\n\n%-26s     P      R     F1     tp    fp    fn\n", "")
	for _, name := range countFigures {
		if c, has := r.counts[name]; has {
			fmt.Fprintf(&b, "%-26s %s  %s  %s  %5d %5d %5d\n", name, figure(c.Precision()), figure(c.Recall()), figure(c.F1()), c.Right, c.False, c.Missed)
		}
	}
	fmt.Fprintf(&b, "\n%-32s share   right / total\n", "")
	for _, name := range shareFigures {
		if s, has := r.shares[name]; has {
			fmt.Fprintf(&b, "%-32s %s   %5d / %d\n", name, figure(s.Value()), s.Right, s.Total)
		}
	}
	others := r.otherCounts()
	for _, name := range slices.Sorted(maps.Keys(others)) {
		fmt.Fprintf(&b, "%-32s %s\n", name, others[name])
	}
	if table := r.confusions("status"); len(table) > 0 {
		fmt.Fprintf(&b, "\nstatus, label -> found (status class ignored)\n")
		for _, c := range table {
			fmt.Fprintf(&b, "  %-13s -> %-13s %4d%s\n", c.Gold, c.Pred, c.N, wrong(c))
		}
	}
	_, err := b.WriteTo(w)
	return err
}

func wrong(c confused) string {
	if c.Gold == c.Pred {
		return ""
	}
	return "   wrong"
}

func figure(v float64, ok bool) string {
	if !ok {
		return "    –"
	}
	return fmt.Sprintf("%5.3f", v)
}

// WriteNotes writes every miss and every false answer, article by article, each
// quote once for the notes that follow it.
func (r *Report) WriteNotes(w io.Writer) error {
	var b bytes.Buffer
	article, last := "", ""
	for i, n := range r.Notes {
		if i == 0 || n.Article != article {
			article, last = n.Article, ""
			fmt.Fprintf(&b, "\n== %s\n", article)
		}
		fmt.Fprintf(&b, "  %s: %s\n", n.What, n.Text)
		if quote := strings.Join(strings.Fields(n.Quote), " "); quote != "" && quote != last {
			fmt.Fprintf(&b, "      “%s”\n", quote)
			last = quote
		}
	}
	_, err := b.WriteTo(w)
	return err
}
