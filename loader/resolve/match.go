package resolve

import (
	"errors"
	"math"

	"github.com/whomet/whomet/graph"
)

// The verdicts on a pair of names.
const (
	Same      = graph.VerdictSame
	Undecided = graph.VerdictUndecided
	Different = graph.VerdictDifferent
)

// Match is the judgement on a pair of names, by the names alone.
type Match struct {
	Verdict graph.Verdict
	// Score is from 0, nothing in common, to 1, the same words.
	Score float64
	// Reasons say what tells the names apart; there is none if nothing does.
	Reasons []string
}

// ErrNoName says that a name has no letter in it.
var ErrNoName = errors.New("there is no name")

// MatchPeople judges whether two names of people, in whatever script and
// order, with or without titles, are one person's. It is how [Add] compares
// them; there a family name alone, or one of several who share a shorter form,
// is left to what the articles say besides.
func MatchPeople(a, b string) (Match, error) {
	p, q := readPerson(a), readPerson(b)
	if p.surname == "" || q.surname == "" {
		return Match{}, ErrNoName
	}
	c := p.compare(q)
	m := Match{Reasons: c.reasons}
	switch {
	case byOffice(a, p, q), byOffice(b, q, p):
		m.Verdict, m.Score = Same, sameFrom
		m.Reasons = []string{"the leader whom all news calls so by the office"}
	case c.relation == variant, c.relation != different && !p.bare() && !q.bare():
		m.Verdict, m.Score = Same, max(c.score, sameFrom)
	case c.perhaps():
		m.Verdict, m.Score = Undecided, min(max(c.score, undecidedFrom), sameFrom-0.01)
	default:
		m.Verdict, m.Score = Different, min(c.score, undecidedFrom-0.01)
	}
	m.Score = rounded(m.Score)
	return m, nil
}

// The least scores of the verdicts.
const (
	sameFrom      = 0.7
	undecidedFrom = 0.5
)

// perhaps tells whether the two may be one.
func (c comparison) perhaps() bool { return c.relation != different || c.score >= undecidedFrom }

func rounded(score float64) float64 { return math.Round(score*1000) / 1000 }
