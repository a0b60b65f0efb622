package graph

import "time"

// Verdict is what someone holds of two names or reports: are they of one
// entity or occurrence?
type Verdict string

// The verdicts.
const (
	VerdictSame      Verdict = "SAME"
	VerdictDifferent Verdict = "DIFFERENT"
	// VerdictUndecided, from a person, takes back what was said of the pair
	// before; from a rule, it asks for a person's word.
	VerdictUndecided Verdict = "UNDECIDED"
	// VerdictCalled is about one name: a person calls its entity otherwise.
	VerdictCalled Verdict = "CALLED"
)

// ByRules is who judges where no person does.
const ByRules = "whomet/rules"

// Judgement is a word on who is who or on what happened once, by a person or,
// of entities, by the rules. It hangs on units, not on nodes: it sleeps while a unit is not there and holds again
// when it comes back. What people say is part of what the graph is derived
// from; what the rules say is derived. Of several words of people on one pair
// the latest stands (of equally late ones the greatest id); the others are
// kept.
type Judgement struct {
	ID ID `json:"id"`
	// A and B are the units, A the lesser id. B is empty where the verdict is
	// [VerdictCalled].
	A ID `json:"a"`
	B ID `json:"b,omitempty"`
	// Of is the kind of occurrence that A and B report; empty where they are
	// names.
	Of      NodeKind `json:"of,omitempty"`
	Verdict Verdict  `json:"verdict"`
	// Name is what the entity is called by [VerdictCalled]; the empty name
	// leaves it to the articles again.
	Name string `json:"name,omitempty"`
	// Score tells how likely the two are one, from 0 to 1.
	Score  float64 `json:"score"`
	Reason string  `json:"reason"`
	// By is who said so: a person, or [ByRules].
	By string    `json:"by"`
	At time.Time `json:"at"`
}

// ByRule tells whether it is the rules' and not a person's.
func (j Judgement) ByRule() bool { return j.By == ByRules }

// Identified returns the judgement in its one form: the units in order, the
// time in UTC, and the id that follows from what is said, by whom and when.
// The rules have one word on a pair, so that its id follows from the pair.
func (j Judgement) Identified() Judgement {
	if j.B != "" && j.B < j.A {
		j.A, j.B = j.B, j.A
	}
	j.At = j.At.UTC()
	if j.ByRule() {
		j.ID = NewID("judgement", string(j.A), string(j.B), j.By)
	} else {
		j.ID = NewID("judgement", string(j.A), string(j.B), string(j.Verdict), j.Name, j.Reason, j.By, j.Instant())
	}
	return j
}

// Instant is the time of the judgement as text that sorts as time does.
func (j Judgement) Instant() string { return j.At.UTC().Format("2006-01-02T15:04:05.000000000Z") }

// Before tells whether o stands over j, of two words on the same.
func (j Judgement) Before(o Judgement) bool {
	return j.At.Before(o.At) || j.At.Equal(o.At) && j.ID < o.ID
}

// Name is one of the names that were found to be one entity's: the smallest
// thing that a [Judgement] can join or part. Its id is a unit's.
type Name struct {
	ID   ID     `json:"id"`
	Text string `json:"text"`
	// Mentions is the number of spans that are counted under it.
	Mentions int `json:"mentions"`
}
