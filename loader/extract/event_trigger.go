package extract

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/datafile"
)

//go:embed events.txt
var eventsText string

// eventTriggers are the entries of events.txt by part of speech and lemma, and
// eventClasses its classes of words by name. The language is told at the head of
// that file.
var eventTriggers, eventClasses = mustEvents(eventsText)

// eventTrigger is an entry of events.txt: words that tell of a happening.
type eventTrigger struct {
	kind   graph.EventType
	pos    string
	lemmas []string
	slots  []slotRole
	needs  []string
	entry  entry
}

func (t *eventTrigger) asks(need string) bool { return slices.Contains(t.needs, need) }

func mustEvents(text string) (map[string]map[string][]*eventTrigger, map[string]set) {
	classes := map[string]set{}
	byWord := map[string]map[string][]*eventTrigger{"verb": {}, "noun": {}}
	kind := graph.EventOther
	for n, line := range datafile.Lines(text) {
		if line[0] == '[' {
			kind = graph.EventType(strings.Trim(line, "[]"))
			continue
		}
		fields := strings.Fields(line)
		if fields[0] == "class" && len(fields) > 3 {
			classes[fields[1]] = wordSet(strings.Join(fields[3:], " "))
			continue
		}
		if len(fields) < 4 || fields[2] != ":" {
			panic(fmt.Sprintf("events.txt:%d: want `verb|noun words : slot=ROLE needs` or `class name : words`", n))
		}
		t := &eventTrigger{kind: kind, pos: fields[0], lemmas: strings.Split(fields[1], ";"), entry: entry{"events.txt", n, strings.Join(fields[:2], " ")}}
		for _, f := range fields[3:] {
			if slot, role, ok := strings.Cut(f, "="); ok {
				t.slots = append(t.slots, slotRole{slot, graph.Role(role), &entry{"events.txt", n, f}})
			} else {
				t.needs = append(t.needs, f)
			}
		}
		for _, l := range t.lemmas {
			byWord[t.pos][l] = append(byWord[t.pos][l], t)
		}
	}
	return byWord, classes
}

// eventTriggersFor returns the entries for a token, those of a verb with its
// particle ("called up") before those of the verb.
func (n *narrative) eventTriggersFor(i int) []*eventTrigger {
	switch n.Tokens[i].POS {
	case "NOUN":
		return n.word(i).eventNoun
	case "VERB":
		w := n.word(i)
		if w.particled {
			if p := n.child(i, "prt"); p >= 0 {
				if entries := eventTriggers["verb"][w.lemma+"+"+n.lemma(p)]; entries != nil {
					return entries
				}
			}
		}
		return w.eventVerb
	}
	return nil
}
