package nlp

import "testing"

func TestFindEdges(t *testing.T) {
	tests := []struct {
		expr      string
		last      bool
		has, lack string
	}{
		{`^§|^%|^US\$|^[x\-z]|^\.\.+`, false, "%U.x-z\n§", "$Say"},
		{`\)$|'s$|(?<=[0-9])(?:km|m/s|[gt])$|(?<=[a)])\+$`, true, ")smgt+", "'ka0/"},
		{`\u0021?(?:ab|c)*d`, false, "!acd", "b"},
		{`\u0021?(?:ab|c){0,2}d+`, true, "d", "!abc"},
		{`(?<=[[(a\]])x(?=\)y)|\w{2}`, false, "xaZ0_", "-)]"},
		{`a*`, false, "a0-", ""},
		{`(?P=name)`, false, "a0-", ""},
	}
	for _, test := range tests {
		e := findEdges(test.expr, test.last)
		for _, r := range test.has {
			if !e.has(r) {
				t.Errorf("%s (last %v) lacks %q", test.expr, test.last, r)
			}
		}
		for _, r := range test.lack {
			if e.has(r) {
				t.Errorf("%s (last %v) has %q", test.expr, test.last, r)
			}
		}
	}
}
