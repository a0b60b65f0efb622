package extract

import (
	"strings"
	"testing"
)

// TestFurtherMeetings reads meetings of which no party is named but who met before.
func TestFurtherMeetings(t *testing.T) {
	const first, second = "Prime Minister Kari Moe met union leader Hugo Stein in Bergen on Monday. ", "2015-06-15 HELD Moe Stein; "
	for _, c := range []struct{ text, want string }{
		{"A second meeting is set for Friday.", second + "2015-06-19 PLANNED Moe Stein"},
		{"A second meeting, at which Stein will speak first, is fixed for Friday night.", second + "2015-06-19 PLANNED Stein Moe"},
		{"The ministry said further talks were planned for Friday.", second + "2015-06-19 PLANNED Moe Stein"},
		{"Qatar will host another round of talks on Friday.", second + "2015-06-19 PLANNED Qatar Moe Stein"},
		{"A third meeting on Tuesday ended without a deal.", second + "2015-06-16 HELD Moe Stein"},
		{"No date has been set for another meeting.", second},
		{"The bishops will hold another meeting on Friday.", second},
		{"The dockers called another strike meeting for Friday.", second},
		{"A second round of voting will be held on Sunday.", second},
		{"Moe will chair another meeting on prices on Friday.", second},
	} {
		d := &document{Doc: parser(t).Parse(first+c.text, SentenceStarts(first+c.text)...), published: "2015-06-18"}
		d.readEntities()
		var got []string
		meetings, _ := d.readOccurrences()
		for _, m := range meetings {
			one := []string{*m.Date.Start, string(m.Status)}
			for _, p := range m.Participants {
				for i, e := range d.entities {
					if entityID(i) == p.Entity {
						one = append(one, surname(e.name))
					}
				}
			}
			got = append(got, strings.Join(one, " "))
		}
		if got := strings.Join(got, "; "); got != strings.TrimSuffix(c.want, "; ") {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
