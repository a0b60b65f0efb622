package resolve

import (
	"testing"

	"github.com/whomet/whomet/loader/gazetteer"
)

// A body speaks for the region that its name says it is of, or that it sits in.
func TestCalledAfter(t *testing.T) {
	for body, want := range map[string]string{
		"University of Idaho":        "Idaho",
		"Ontario Provincial Police":  "Ontario",
		"Yale":                       "Connecticut",
		"the Lebanese army":          "Lebanon",
		"University of Georgia":      "", // of the state or the country
		"Union of Concerned Bakers":  "",
		"Halberg Institute of Music": "",
	} {
		got := ""
		if p := calledAfter(body); len(p) > 0 {
			got = p[0].Name
		}
		if got != want {
			t.Errorf("%s is called after %q, want %q", body, got, want)
		}
	}
	for body, region := range seats() {
		if region == nil {
			t.Errorf("%s sits nowhere", body)
		}
	}
}

// An unknown place lies by the one that its name begins with.
func TestBeginning(t *testing.T) {
	if p := beginning("Tampa Bay Marina"); len(p) != 1 || p[0].Name != "Tampa" {
		t.Error(p)
	}
	if p := beginning("Georgia Marina"); len(p) != 0 { // which of two
		t.Error(p)
	}
}

// Only a region has a governor whom a text need not tell more of.
func TestGoverned(t *testing.T) {
	for text, want := range map[string]bool{
		"The governor signed the bill.":                                 true,
		"A plant will open. The Republican governor's tax break helps.": true,
		"The governor of Kakheti came.":                                 false,
		"The governor raised the bank's rates.":                         false,
	} {
		if governed(text) != want {
			t.Errorf("%s: %v", text, !want)
		}
	}
}

// San Jose lies in Silicon Valley, which holds no city in the gazetteer; Fresno does
// not.
func TestLies(t *testing.T) {
	valley := gazetteer.Find("Silicon Valley")
	for _, m := range gazetteer.Places("San Jose") {
		if got, want := lies(m.Place, valley), m.Within.Name == "California"; got != want {
			t.Errorf("%s of %s lies there: %v", m.Name, m.Within.Name, got)
		}
	}
}
