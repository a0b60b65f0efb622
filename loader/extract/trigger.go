package extract

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/datafile"
)

//go:embed triggers.txt
var triggersText string

//go:embed governors.txt
var governorsText string

// triggers are the entries of triggers.txt by part of speech and lemma, and
// governors the words of governors.txt by lemma. Their languages are told at
// the heads of those files.
var (
	triggers  = mustTriggers(triggersText)
	governors = mustGovernors(governorsText)
)

// trigger is an entry of triggers.txt: words that tell of a meeting.
type trigger struct {
	pos      string // "verb" or "noun"
	lemmas   []string
	mode     graph.MeetingMode
	needs    []string // two, other, one, body, person, strict, plural, phoned, face, joint
	slots    []slotRole
	unless   []condition
	when     []condition
	examples []string // "+ …" and "- …", for the test
	entry    entry
}

// slotRole says that who stands in a slot has a role.
type slotRole struct {
	slot  string
	role  graph.Role
	entry *entry // the line that says so, nil if none does
}

// condition names words in a slot, or dependents (slot "has").
type condition struct {
	slot  string
	words set
}

func (t *trigger) asks(need string) bool { return slices.Contains(t.needs, need) }

// triggersFor returns the entries for a token, in the order of the file; nil if
// it is no trigger word.
func (d *document) triggersFor(token int) []*trigger {
	tok := &d.Tokens[token]
	switch tok.POS {
	case "VERB":
		return d.word(token).verb
	case "NOUN", "PROPN":
		return d.word(token).noun
	case "ADJ": // "held a bilateral with"
		if tok.Dep == "dobj" || tok.Dep == "pobj" || tok.Dep == "nsubj" {
			return d.word(token).noun
		}
	}
	return nil
}

func mustTriggers(text string) map[string]map[string][]*trigger {
	byWord := map[string]map[string][]*trigger{"verb": {}, "noun": {}}
	var t *trigger
	for n, line := range datafile.Lines(text) {
		switch fields := strings.Fields(line); {
		case len(fields) > 3 && fields[2] == ":": // verb meet : IN_PERSON person
			t = &trigger{pos: fields[0], lemmas: strings.Split(fields[1], ";"), mode: graph.MeetingMode(fields[3]), needs: fields[4:],
				entry: entry{"triggers.txt", n, strings.Join(fields[:2], " ")}}
			for _, l := range t.lemmas {
				byWord[t.pos][l] = append(byWord[t.pos][l], t)
			}
		case fields[0] == "+" || fields[0] == "-":
			t.examples = append(t.examples, line)
		case fields[0] == "unless":
			t.unless = append(t.unless, condition{fields[1], wordSet(strings.Join(fields[2:], " "))})
		case fields[0] == "when":
			t.when = append(t.when, condition{fields[1], wordSet(strings.Join(fields[2:], " "))})
		case len(fields) != 2:
			panic(fmt.Sprintf("triggers.txt:%d: want `verb|noun words : MODE needs` or `slot ROLE`", n))
		default:
			t.slots = append(t.slots, slotRole{fields[0], graph.Role(fields[1]), &entry{"triggers.txt", n, strings.Join(fields[:2], " ")}})
		}
	}
	return byWord
}

// governor is what a word says about a meeting below it.
type governor struct {
	class  string
	status graph.OccurrenceStatus // "" leaves it as it is
	role   graph.Role             // "" if its subject takes no part
	entry  entry
}

func mustGovernors(text string) map[string]*governor {
	byLemma := map[string]*governor{}
	var g *governor
	for n, line := range datafile.Lines(text) {
		if line[0] == '[' {
			fields := strings.Fields(strings.Trim(line, "[] \t"))
			if len(fields) != 3 {
				panic(fmt.Sprintf("governors.txt:%d: want [class STATUS ROLE]", n))
			}
			g = &governor{class: fields[0]}
			if fields[1] != "-" {
				g.status = graph.OccurrenceStatus(fields[1])
			}
			if fields[2] != "-" {
				g.role = graph.Role(fields[2])
			}
			continue
		}
		for _, w := range strings.Split(line, ";") {
			if _, ok := byLemma[w]; !ok { // the first class that has a word keeps it
				word := *g
				word.entry = entry{"governors.txt", n, "[" + g.class + "] " + w}
				byLemma[w] = &word
			}
		}
	}
	return byLemma
}

// governorAt returns what the word at token says of the meeting below it, nil
// if nothing. Verbs are looked up with their particle first: "call off".
func (d *document) governorAt(token int) *governor {
	w := d.word(token)
	if !w.governs {
		return nil
	}
	lemma := w.lemma
	for _, c := range d.Children(token) {
		switch d.Tokens[c].Dep {
		case "prt", "advmod": // parsers take "off" in "called off" for either
			if g := governors[lemma+" "+d.lemma(c)]; g != nil {
				return g
			}
		case "prep":
			if o := d.child(c, "pobj"); o >= 0 && d.Tokens[o].EntType == "DATE" {
				continue // "called it on Monday a success"
			}
			if g := governors[lemma+" "+d.lemma(c)]; g != nil {
				return g
			}
			if o := d.child(c, "pobj"); o >= 0 {
				if g := governors[lemma+" "+d.lemma(c)+" "+d.lemma(o)]; g != nil {
					return g
				}
			}
		}
	}
	return w.governor
}

// ofTime tells the entries of the time that people have with each other, "two hours
// with X".
func (t *trigger) ofTime() bool { return t.pos == "noun" && t.lemmas[0] == "hour" }
