package resolve

import "testing"

// FuzzMatch asks of any two strings that they are compared without harm, and
// alike in either order.
func FuzzMatch(f *testing.F) {
	for _, s := range []string{"", " ", "Mr", "J. F.", "bin", "( )", "al-", "de la", "Kim Jong-un", "-", "'", "U", "Haji", "von der", "王", "ابن", "Sr. Jr.", "3rd", "I9or", "\xff"} {
		f.Add(s, "Karl Stein")
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		for name, match := range map[string]func(a, b string) (Match, error){"people": MatchPeople, "organizations": MatchOrganizations, "places": MatchPlaces} {
			there, err := match(a, b)
			back, other := match(b, a)
			if there.Verdict != back.Verdict || (err == nil) != (other == nil) {
				t.Errorf("%s: %q and %q are %v (%v), the other way round %v (%v)", name, a, b, there.Verdict, err, back.Verdict, other)
			}
		}
	})
}
