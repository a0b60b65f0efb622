package resolve

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// Bodies whose names one edit tells apart find each other, wherever it is.
func TestMisspeltOrganizationsShareABlock(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	letter := func() string { return string(rune('a' + r.IntN(26))) }
	for range 20_000 {
		var a string
		for range minOrgTypo + r.IntN(30) {
			a += letter()
		}
		i := r.IntN(len(a) - 1)
		b := []string{
			a[:i] + letter() + a[i+1:],
			a[:i] + letter() + a[i:],
			a + letter(),
			a[:i] + a[i+1:i+2] + a[i:i+1] + a[i+2:],
		}[r.IntN(4)]
		x, y := (&name{Key: a}).organizationBlocks(), (&name{Key: b}).organizationBlocks()
		if !slices.ContainsFunc(x, func(block string) bool { return strings.HasPrefix(block, "O3:") && slices.Contains(y, block) }) {
			t.Fatalf("%s and %s share no block: %q, %q", a, b, x, y)
		}
	}
}
