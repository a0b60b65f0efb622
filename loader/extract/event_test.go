package extract

import (
	"strings"
	"testing"
)

// happened reads a text and describes its events, one a line.
func happened(t *testing.T, text string) []string {
	t.Helper()
	d := &document{Doc: parser(t).Parse(text)}
	d.readEntities()
	n := d.narrate()
	var out []string
	for _, o := range n.findEvents(n.mergeMeetings(n.findMeetings())) {
		out = append(out, string(o.kind)+" "+n.describe(o))
	}
	return out
}

func TestEvents(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a killing, as a noun", "The Syrian murder of General Omar Haddad in Basra shocked his friends.",
			[]string{"ASSAULT Syria:AGENT Omar_Haddad:PATIENT @Basra"}},
		{"one killing told twice", "General Omar Haddad was killed in Basra on Monday. The killing of General Haddad shocked his friends.",
			[]string{`ASSAULT Omar_Haddad:PATIENT @Basra "Monday"`}},
		{"an attack on what is of a state", "Libya ordered a rocket attack on a French base in Chad.",
			[]string{"ASSAULT Libya:AGENT France:PATIENT @Chad"}},
		{"a journey", "Prime Minister Anthony Eden travelled to Cairo on Tuesday.",
			[]string{`TRAVEL Anthony_Eden:AGENT @Cairo "Tuesday"`}},
		{"said to a newspaper", "Foreign Minister Maurice Schumann told the newspaper Le Monde that France would wait.",
			[]string{"STATEMENT Maurice_Schumann:AGENT"}},
		{"an accusation", "Egypt accused Israel of breaking the truce.",
			[]string{"ACCUSE Egypt:AGENT Israel:PATIENT"}},
		{"a wish is none", "The troops should leave the country.", nil},
		{"struck a deal is no strike", "The two sides struck a balance.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := happened(t, c.text)
			if len(got) != len(c.want) {
				t.Fatalf("%d events: %q, want %q", len(got), got, c.want)
			}
			for i, want := range c.want {
				for _, word := range strings.Fields(want) {
					if !strings.Contains(got[i], word) {
						t.Errorf("event %d: %q lacks %s", i+1, got[i], word)
					}
				}
			}
		})
	}
}
