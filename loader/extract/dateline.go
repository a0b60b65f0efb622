package extract

import (
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract/date"
)

// datelineTokens is how far into its line a dateline may reach, and
// datelineLines how many lines of the text may stand before it.
const (
	datelineTokens = 20
	datelineLines  = 6
)

// readDateline finds what an agency report opens with: a place, then perhaps a
// day and the agency in brackets, then a dash: "TEHRAN, Jan. 15 (RHC) --". The
// names behind the place are no part of the story and fall.
func (r *reader) readDateline() {
	r.dateline.place = -1
	lines, lineStart := 0, true
	for i := 0; i < len(r.Tokens) && lines < datelineLines; i++ {
		if r.Tokens[i].POS == "SPACE" && strings.Contains(r.Tokens[i].Text, "\n") {
			lines++
			lineStart = true
			continue
		}
		if !lineStart {
			continue
		}
		lineStart = false
		end := r.datelineEnd(i)
		if end == 0 {
			continue
		}
		r.dateline.end = end
		r.dateline.day = r.datelineDay(i, end)
		r.datelineAt = i
		kept := r.spans[:0:0]
		for _, s := range r.spans {
			if s.start <= i || s.start >= end || s.kind == graph.KindPlace {
				kept = append(kept, s)
			}
		}
		r.setSpans(kept)
		return
	}
}

// datelineEnd returns the token after the dateline that begins at token i, 0
// if none does: a place, only capitalised words, figures, commas and brackets,
// and a dash within the line.
func (r *reader) datelineEnd(i int) int {
	if r.in[i] < 0 || r.spans[r.in[i]].kind != graph.KindPlace || r.spans[r.in[i]].demonym() {
		return 0
	}
	place := r.spans[r.in[i]]
	depth := 0
	for j := place.end; j < len(r.Tokens) && j < i+datelineTokens; j++ {
		t := &r.Tokens[j]
		if strings.Contains(t.Text, "--") || t.Text == "—" || t.Text == "–" || t.Text == "-" && (t.Space || r.Tokens[j-1].Space) {
			// a dash after a bare place that is a subject reads on
			if j == place.end && !isUpper(r.Tokens[i].Text) && t.Text != "--" {
				return 0
			}
			return j + 1
		}
		depth += strings.Count(t.Text, "(") - strings.Count(t.Text, ")")
		switch {
		case t.POS == "SPACE", depth > 0, t.POS == "PUNCT", isCapital(t.Text), hasDigit(t.Text), t.Lower == "of":
		default:
			return 0
		}
	}
	return 0
}

// datelineDay returns the day that tokens [start, end) name, seen from the
// article's own; "" if they name none.
func (r *reader) datelineDay(start, end int) graph.PartialDate {
	words := make([]string, 0, end-start)
	for i := start; i < end; i++ {
		words = append(words, r.Tokens[i].Lower)
	}
	for _, e := range date.Find(words, func(int) bool { return true }) {
		if day := e.Resolve(date.Anchor{Day: r.published, Looks: date.Past}).Start; len(day) == len("2006-01-02") {
			return day
		}
	}
	return ""
}

// isUpper tells whether a word has no small letter.
func isUpper(s string) bool { return s == strings.ToUpper(s) }
