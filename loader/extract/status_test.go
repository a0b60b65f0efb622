package extract

import (
	"strings"
	"testing"
)

// TestStatus reads whether a meeting was, is to be, or is not to be.
func TestStatus(t *testing.T) {
	for _, c := range []struct{ text, status string }{
		{"President Tito met Prime Minister Eden in London.", "HELD"},
		{"President Tito has met Prime Minister Eden.", "HELD"},
		{"President Tito is meeting Prime Minister Eden.", "HELD"},
		{"President Tito will meet Prime Minister Eden.", "PLANNED"},
		{"President Tito is to meet Prime Minister Eden.", "PLANNED"},
		{"President Tito is going to meet Prime Minister Eden.", "PLANNED"},
		{"President Tito is due to meet Prime Minister Eden.", "PLANNED"},
		{"President Tito is expected to meet Prime Minister Eden.", "PLANNED"},
		{"President Tito agreed to meet Prime Minister Eden.", "PLANNED"},
		{"President Tito hopes to meet Prime Minister Eden.", "PLANNED"},
		{"President Tito meets Prime Minister Eden next week.", "PLANNED"},
		{"President Tito and Prime Minister Eden meet on Saturday.", "PLANNED"},
		{"President Tito said he would meet Prime Minister Eden.", "PLANNED"},
		{"President Tito spoke ahead of talks with Prime Minister Eden.", "PLANNED"},
		{"President Tito left for talks with Prime Minister Eden.", "PLANNED"},
		{"President Tito offered to meet Prime Minister Eden.", "OFFERED"},
		{"President Tito proposed a meeting with Prime Minister Eden.", "OFFERED"},
		{"President Tito wants to meet Prime Minister Eden.", "OFFERED"},
		{"President Tito refused to meet Prime Minister Eden.", "REFUSED"},
		{"President Tito will not meet Prime Minister Eden.", "REFUSED"},
		{"President Tito rejected talks with Prime Minister Eden.", "REFUSED"},
		{"President Tito did not meet Prime Minister Eden.", "DENIED"},
		{"President Tito never met Prime Minister Eden.", "DENIED"},
		{"President Tito denied that he had met Prime Minister Eden.", "DENIED"},
		{"President Tito has no plans to meet Prime Minister Eden.", "DENIED"},
		{"President Tito cancelled a meeting with Prime Minister Eden.", "CANCELLED"},
		{"President Tito called off a planned meeting with Prime Minister Eden.", "CANCELLED"},
		{"President Tito postponed his meeting with Prime Minister Eden.", "POSTPONED"},
		{"President Tito put off talks with Prime Minister Eden.", "POSTPONED"},
		{"President Tito may meet Prime Minister Eden.", "HYPOTHETICAL"},
		{"If President Tito meets Prime Minister Eden, the war will end.", "HYPOTHETICAL"},
	} {
		got := told(t, c.text)
		if len(got) != 1 || !strings.Contains(got[0], " "+c.status+" ") {
			t.Errorf("%q: %q, want one meeting %s", c.text, got, c.status)
		}
	}
}
