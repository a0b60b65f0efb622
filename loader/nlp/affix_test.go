package nlp

import (
	"math/rand"
	"testing"
)

// TestAffix asks each character's expression for what the whole one finds.
func TestAffix(t *testing.T) {
	for _, test := range []struct {
		expr   string
		suffix bool
	}{
		{`^§|^\!|^,|^,|^US\$|^\+(?![0-9])|^\.\.+|^é`, false},
		{`\!$|,$|'s$|’s$|(?<=[0-9])(?:km|m|%|\$)$|\.\.+$|(?<=[a-z)])\.$|(?<=[A-Z][A-Z])\.$|é$`, true},
	} {
		a, err := newAffix(test.expr, test.suffix)
		if err != nil {
			t.Fatal(err)
		}
		r := rand.New(rand.NewSource(12))
		alphabet := []rune("aZ5km.,!'’s$%+U)SéÀ")
		found := 0
		for range 20_000 {
			s := make([]rune, 1+r.Intn(5))
			for i := range s {
				s[i] = alphabet[r.Intn(len(alphabet))]
			}
			start, end, _ := a.any.find(s)
			want := end - start
			edge := s[0]
			if test.suffix {
				edge = s[len(s)-1]
			}
			got := 0
			if re, literal := a.at(edge); re != nil {
				start, end, _ := re.find(s)
				got = end - start
			} else if literal {
				got = 1
			}
			if got != want {
				t.Fatalf("%s: %d characters of %q, want %d", test.expr, got, string(s), want)
			}
			found += min(got, 1)
		}
		if found < 1000 {
			t.Errorf("%s: %d matches, want more to compare", test.expr, found)
		}
	}
	if _, err := newAffix("(", false); err == nil {
		t.Error("a broken expression was compiled")
	}
}
