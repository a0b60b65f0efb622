package resolve

import "testing"

// Organizations are matched by their names alone with few errors, held-out
// ones too.
func TestMatchOrganizations(t *testing.T) {
	t.Run("organizations", func(t *testing.T) {
		halves := measure(t, "organizations.txt", MatchOrganizations)
		halves[0].floor(t, "tuned on", 0.97, 0.95)
		halves[1].floor(t, "held out", 0.97, 0.95)
	})
	t.Run("bodies", func(t *testing.T) {
		halves := measure(t, "bodies.txt", MatchOrganizations)
		halves[0].floor(t, "tuned on", 0.97, 0.93)
		halves[1].floor(t, "held out", 0.97, 0.70)
	})
}
