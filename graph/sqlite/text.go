package sqlite

import (
	"strconv"
	"strings"

	"github.com/whomet/whomet/graph"
)

// text returns the condition that a rowid is that of words, in the full-text
// table, that satisfy t.
func (a *arguments) text(table, rowid string, t graph.Text) string {
	m := matchOf(t)
	if m.query == "" {
		return strconv.FormatBool(m.not)
	}
	in := " IN "
	if m.not {
		in = " NOT IN "
	}
	return rowid + in + "(SELECT rowid FROM " + table + " WHERE " + table + " MATCH " + a.bind(m.query) + ")"
}

// A match is a set of texts: those that an FTS5 query finds, or all others.
// FTS5 knows no lone NOT, hence the second form. The empty query finds none.
type match struct {
	query string
	not   bool
}

// matchOf compiles a condition to a match.
func matchOf(t graph.Text) match {
	switch t.Op {
	case graph.TextPhrase:
		if len(t.Words) == 0 {
			return match{not: true}
		}
		return match{query: quote(strings.Join(t.Words, " "))}
	case graph.TextPrefix:
		return match{query: quote(t.Words[0]) + " *"}
	case graph.TextNot:
		m := matchOf(t.Parts[0])
		return match{m.query, !m.not}
	case graph.TextOr:
		// a or b is not (not a and not b).
		var parts []match
		for _, p := range t.Parts {
			m := matchOf(p)
			parts = append(parts, match{m.query, !m.not})
		}
		m := both(parts)
		return match{m.query, !m.not}
	}
	var parts []match
	for _, p := range t.Parts {
		parts = append(parts, matchOf(p))
	}
	return both(parts)
}

// both returns what all the matches hold.
func both(parts []match) match {
	var found, others []string
	for _, m := range parts {
		switch {
		case m.not && m.query == "": // all texts
		case m.not:
			others = append(others, m.query)
		case m.query == "":
			return match{}
		default:
			found = append(found, m.query)
		}
	}
	or := strings.Join(others, " OR ")
	switch {
	case len(found) == 0 && len(others) == 0:
		return match{not: true}
	case len(found) == 0:
		return match{"(" + or + ")", true}
	case len(others) == 0:
		return match{query: "(" + strings.Join(found, " AND ") + ")"}
	}
	return match{query: "((" + strings.Join(found, " AND ") + ") NOT (" + or + "))"}
}

func quote(words string) string { return `"` + strings.ReplaceAll(words, `"`, `""`) + `"` }

// contains is the condition that a column of words joined by single spaces
// satisfies t, where no index is worth its keeping.
func (a *arguments) contains(column string, t graph.Text) string {
	var parts []string
	for _, p := range t.Parts {
		parts = append(parts, a.contains(column, p))
	}
	switch t.Op {
	case graph.TextPhrase:
		if len(t.Words) == 0 {
			return "true"
		}
		return "instr(' ' || " + column + " || ' ', " + a.bind(" "+strings.Join(t.Words, " ")+" ") + ") > 0"
	case graph.TextPrefix:
		return "instr(' ' || " + column + ", " + a.bind(" "+t.Words[0]) + ") > 0"
	case graph.TextNot:
		return negate(parts[0])
	case graph.TextOr:
		return either(parts)
	}
	return all(parts)
}
