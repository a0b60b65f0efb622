package extract

import (
	"strings"
	"testing"
)

// TestOccasions reads how many occasions a text tells of, and of each what it
// must say.
func TestOccasions(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // words of each meeting, in order
	}{
		{"lead and detail",
			"President Tito met Prime Minister Eden on Monday. The talks between Tito and Eden were held in London.",
			[]string{`Tito Eden HELD @London "Monday"`}},
		{"the meeting, by reference",
			"President Tito met Prime Minister Eden. The meeting took place in London on Monday.",
			[]string{`Tito Eden HELD @London "Monday"`}},
		{"two days, two meetings",
			"President Tito met Prime Minister Eden on Monday. President Tito met Prime Minister Eden again on Friday.",
			[]string{`Tito Eden "Monday"`, `Tito Eden "Friday"`}},
		{"two audiences in a sentence",
			"President Tito met Prime Minister Eden on Monday and later met President Nasser in Cairo.",
			[]string{`Tito Eden`, `Tito Nasser @Cairo`}},
		{"one meeting with two",
			"President Tito met Prime Minister Eden and President Nasser.",
			[]string{`Tito Eden Nasser`}},
		{"calls are with one at a time",
			"President Tito telephoned Prime Minister Eden, President Nasser and Prime Minister Nehru.",
			[]string{`Tito Eden PHONE`, `Tito Nasser PHONE`, `Tito Nehru PHONE`}},
		{"a visit that contains a meeting",
			"President Tito held talks with Prime Minister Eden during a visit to London.",
			[]string{`Tito Eden IN_PERSON @London`}},
		{"called off",
			"President Tito will meet Prime Minister Eden in May. The meeting was cancelled on Sunday.",
			[]string{`Tito Eden CANCELLED`}},
		{"where one had come",
			"President Tito flew to Cairo. He met President Nasser.",
			[]string{`Tito Nasser @Cairo`}},
		{"at home there",
			"Egyptian President Gamal Nasser met French Foreign Minister Maurice Schumann in Cairo.",
			[]string{`Gamal_Nasser:HOST Maurice_Schumann:VISITOR @Cairo`}},
		{"a list that parsers lose",
			"Khrushchev had met Eisenhower, French President Charles de Gaulle and British Prime Minister Harold Macmillan at the palace on Monday.",
			[]string{`Eisenhower Charles_de_Gaulle Harold_Macmillan`}},
		{"talked about, not met",
			"President Tito and Prime Minister Eden discussed President Nasser.",
			[]string{`Tito Eden`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := told(t, c.text)
			if len(got) != len(c.want) {
				t.Fatalf("%d meetings: %q, want %d", len(got), got, len(c.want))
			}
			for i, want := range c.want {
				for _, word := range strings.Fields(want) {
					if !strings.Contains(got[i], word) {
						t.Errorf("meeting %d: %q lacks %s", i+1, got[i], word)
					}
				}
			}
		})
	}
	if got := told(t, "President Tito and Prime Minister Eden discussed President Nasser."); len(got) == 1 && strings.Contains(got[0], "Nasser") {
		t.Errorf("who is talked about took part: %q", got[0])
	}
}
