package resolve

import (
	"testing"

	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/gazetteer"
)

// A place is one by all its names, and two of one name are two.
func TestMatchPlaces(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Verdict
	}{
		{"Peking", "Beijing", Same}, {"Bombay", "Mumbai", Same}, {"Leningrad", "St. Petersburg", Same}, {"Kiev", "Київ", Same}, {"Constantinople", "Istanbul", Same},
		{"Burma", "Myanmar", Same}, {"Iranian", "Iran", Same}, {"the United States", "US", Same}, {"Northern Kharab", "Northern Kharaab", Same},
		{"Moscow", "Minsk", Different}, {"Iraq", "Iran", Different}, {"Tehran", "Iran", Different}, {"Paris, France", "Paris, Texas", Different},
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

// The data keeps its own rules: no name is two cities', and each lies in a
// country that the gazetteer knows.
func TestPlacesStand(t *testing.T) {
	of := map[string]string{}
	for k, r := range renamings() {
		if have := of[k]; have != "" && have != r.name {
			t.Errorf("%q is %s and %s", k, have, r.name)
		}
		of[k] = r.name
		if s := readPlace(r.country); !s.nation || s.country != r.country {
			t.Errorf("%s lies in %q, which is no country's common name", r.name, r.country)
		}
		if e := gazetteer.Lookup(r.name); e.Kind == gazetteer.Country || e.Kind == gazetteer.Region {
			t.Errorf("%s is no city to the gazetteer", r.name)
		}
		if renamings()[r.all[0]] != r {
			t.Errorf("%s is also a name of %s", r.name, renamings()[r.all[0]].name)
		}
	}
	for _, r := range renamings() {
		p, ok := pointOf(spot{key: terms.Fold(r.name), country: r.country})
		if !ok || p.Latitude == 0 || p.Longitude == 0 || p.Latitude < -60 || p.Latitude > 72 {
			t.Errorf("%s has no coordinates: %v", r.name, p)
		}
	}
}
