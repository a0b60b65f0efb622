package resolve

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// roles tells who gives and who gets where something passes from one to
// another. Prepositions say it, whatever the verb: "from", "to". Whose doing
// it is gives where the verb is one of giving ("Chile's sale"), and gets where
// it is the converse ("Chile's purchase"), unless that part is taken: "Chile's
// loan from the bank", "Chile's loan to Peru".
type roles struct {
	converse        bool
	passes          bool // something passes from one to another
	now             role
	from, to, agent []graph.ID
	patient         []graph.ID // whom something is done to, where another does it
}

type role int8

const (
	other role = iota
	agent
	patient
	source
	target
)

// read tells the role of the name that is the i-th token; at: it does not
// stand as the doer.
func (r *roles) read(tokens []token, i int, at bool) {
	j := i - 1
	for j >= 0 && tokens[j].name == nil && determiners[tokens[j].word] {
		j--
	}
	before := ""
	if j >= 0 {
		before = tokens[j].word
	}
	switch {
	case r.gets(tokens, i):
		r.now = target
	case before == "from", before == "of" && j > 0 && tokens[j-1].word == "out":
		r.now = source
	case before == "to", before == "into", before == "for" && at, before == "towards":
		r.now = target
	case before == "of" && modifies(tokens, i), at && before != "" && !directions[before] && (r.converse || modifies(tokens, i)):
		r.now = source // what passes is from there: "the sale of Chilean copper"
	case at && before != "" && !directions[before]:
		r.now = target // "supplying Chile with copper"
	case at:
		r.now = other
	case before == "of", strings.HasSuffix(before, "ing") && !modifies(tokens, i):
		r.now = patient
	default:
		r.now = agent
	}
}

// gets tells whether the state is the object that a verb of giving has besides
// what is given: "selling Iraq gas", which is not "selling Iraqi gas" or "Iraq's gas".
func (r *roles) gets(tokens []token, i int) bool {
	return r.passes && !r.converse && i > 0 && tokens[i].name.state && !tokens[i].name.folk && modifies(tokens, i) && tokens[i+1].word != "s" &&
		slices.ContainsFunc(tokens[i-1].concepts, func(c *concept) bool { return !c.converse && slices.ContainsFunc(c.parts, giving) })
}

func giving(concept string) bool {
	return slices.Contains([]string{"SELL", "SUPPLY", "GIVE", "LEND"}, concept)
}

var determiners = set("the a an its their")

// modifies tells whether the i-th token stands before a word of its phrase.
func modifies(tokens []token, i int) bool {
	return i+1 < len(tokens) && tokens[i+1].name == nil && !idle[tokens[i+1].stem]
}

func (r *roles) add(unit graph.ID) {
	switch r.now {
	case source:
		r.from = append(r.from, unit)
	case target:
		r.to = append(r.to, unit)
	case patient:
		r.patient = append(r.patient, unit)
	case agent:
		r.agent = append(r.agent, unit)
	}
}

// passage tells whether prepositions name both ends.
func (r *roles) passage() bool { return len(r.from) > 0 && len(r.to) > 0 }

// tell returns who gives and who gets.
func (r *roles) tell() (from, to []graph.ID) {
	gets := r.converse
	if len(r.agent) == 0 { // "the purchases of Chile"
		r.agent, r.patient = r.patient, nil
	}
	switch {
	case len(r.to) > 0 && len(r.from) == 0:
		gets = false
	case len(r.from) > 0 && len(r.to) == 0:
		gets = true
	}
	if gets {
		return r.from, append(r.to, r.agent...)
	}
	return append(r.from, r.agent...), r.to
}

// converse tells whether a frame is told by the word for getting.
func converse(tokens []token, used map[int]bool) bool {
	for i := range used {
		if slices.ContainsFunc(tokens[i].concepts, func(c *concept) bool { return c.converse }) {
			return true
		}
	}
	return false
}
