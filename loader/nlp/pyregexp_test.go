package nlp

import "testing"

func TestFactorAnchors(t *testing.T) {
	for in, want := range map[string]string{
		`^a|^\.\.+|^[|^]`:                    `^(?:a|\.\.+|[|^])`,
		`a$|(?<=[0-9])(?:km|m)$|\$$|[\]$|]$`: `(?:a|(?<=[0-9])(?:km|m)|\$|[\]$|])$`,
		`a$|\$`:                              `a$|\$`,
		`a|^b`:                               `a|^b`,
		`(^a|^b)`:                            `(^a|^b)`,
	} {
		if got := factorAnchors(in); got != want {
			t.Errorf("factorAnchors(%s) = %s, want %s", in, got, want)
		}
	}
}

func TestPyRegexp(t *testing.T) {
	re, err := compilePyRegexp(`(?u)(?<=\w)\U0001F600`)
	if err != nil {
		t.Fatal(err)
	}
	for s, want := range map[string]bool{"a😀": true, "_😀": true, "²😀": true, " 😀": false, "\u0301😀": false} {
		if _, _, ok := re.find([]rune(s)); ok != want {
			t.Errorf("%q: match %v, want %v", s, ok, want)
		}
	}
	if _, err := compilePyRegexp(`(`); err == nil {
		t.Error("a broken expression was compiled")
	}
}
