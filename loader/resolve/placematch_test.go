package resolve

import (
	"testing"

	"github.com/whomet/whomet/graph"
)

// A place is one by all its names, and two of one name are two.
func TestMatchPlaces(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want graph.Verdict
	}{
		{"Peking", "Beijing", Same}, {"Bombay", "Mumbai", Same}, {"Leningrad", "St. Petersburg", Same}, {"Kiev", "Київ", Same}, {"Constantinople", "Istanbul", Same},
		{"Burma", "Myanmar", Same}, {"Iranian", "Iran", Same}, {"the United States", "US", Same}, {"Northern Kharab", "Northern Kharaab", Same},
		{"Moscow", "Minsk", Different}, {"Iraq", "Iran", Different}, {"Tehran", "Iran", Different}, {"Paris, France", "Paris, Texas", Different},
		{"Springfield", "Springfield, Illinois", Undecided}, {"Moscow, Idaho", "Moscow", Different}, {"Washington, D.C.", "Washington", Same}, {"Anbar", "Anbar Province", Same},
		{"Springfield, Ohio", "Springfield, Illinois", Different}, {"Homs", "Hims", Same}, {"Congo", "Republic of the Congo", Different},
		{"Salisbury", "Harare", Different}, {"Georgia, USA", "Georgia", Different}, {"Niger", "Nigeria", Different}, {"North Korea", "South Korea", Different}, {"Halverstad", "Halverstadt", Undecided},
	} {
		m, err := MatchPlaces(c.a, c.b)
		if err != nil || m.Verdict != c.want {
			t.Errorf("%q, %q: %s %v %v, want %s", c.a, c.b, m.Verdict, m.Reasons, err, c.want)
		}
		if back, _ := MatchPlaces(c.b, c.a); back.Verdict != m.Verdict || back.Score != m.Score {
			t.Errorf("%q, %q: %s, the other way round %s", c.a, c.b, m.Verdict, back.Verdict)
		}
	}
}
