package extract

import (
	"strings"
	"testing"
)

// told reads a text and describes the meetings it tells, one a line:
// "Sadat:HOST Begin:VISITOR HELD IN_PERSON".
func told(t *testing.T, text string) []string {
	t.Helper()
	d := &document{Doc: parser(t).Parse(text)}
	d.readEntities()
	n := d.narrate()
	tellings := n.findMeetings()
	n.findJourneys(tellings)
	var out []string
	for _, o := range n.mergeMeetings(tellings) {
		out = append(out, n.describe(o))
	}
	return out
}

// TestTriggers reads the example sentences of triggers.txt: after "=>" stands
// what must be among what the sentence tells, and a sentence after "-" tells
// of no meeting.
func TestTriggers(t *testing.T) {
	seen := map[*trigger]bool{}
	var all []*trigger
	for _, pos := range triggers {
		for _, entries := range pos {
			all = append(all, entries...)
		}
	}
	for _, tr := range all {
		if seen[tr] {
			continue
		}
		seen[tr] = true
		for _, example := range tr.examples {
			text, want, ok := strings.Cut(example[2:], " => ")
			got := told(t, text)
			switch {
			case !ok && len(got) > 0:
				t.Errorf("%s %v: %q is no meeting, got %q", tr.pos, tr.lemmas, text, got)
			case ok && len(got) != 1:
				t.Errorf("%s %v: %q is one meeting, got %q", tr.pos, tr.lemmas, text, got)
			case ok:
				for _, word := range strings.Fields(want) {
					if !strings.Contains(" "+got[0]+" ", " "+word+" ") {
						t.Errorf("%s %v: %q: want %s in %q", tr.pos, tr.lemmas, text, word, got[0])
					}
				}
			}
		}
	}
}
