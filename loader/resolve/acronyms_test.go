package resolve

import (
	"testing"

	"github.com/whomet/whomet/graph/terms"
	"github.com/whomet/whomet/loader/gazetteer"
)

// A name that bodies of several states bear is that of the state that the
// article speaks of, and the article's own where it does not tell.
func TestOrganizationsByContext(t *testing.T) {
	for _, c := range []struct {
		file   string
		floors [2]float64
	}{
		{"acronyms.txt", [2]float64{0.90, 0.90}},
		{"acronyms_abroad.txt", [2]float64{0.86, 0.80}},
	} {
		t.Run(c.file, func(t *testing.T) {
			var score halves
			for _, l := range readTexts(t, c.file, 3) {
				form, body, text := l.fields[0], l.fields[1], l.fields[2]
				got := &name{}
				r := read(&l.claims)
				for _, m := range l.claims.Mentions {
					for _, s := range m.Spans {
						if terms.Same(s.Text, form) {
							got = r.names[m.Unit]
						}
					}
				}
				key, in, _ := organizationKey(body)
				if body == "-" {
					key, in = "", string(l.claims.Article.ID)
				}
				right := got.Key != "" && got.In == in && (got.Key == key || key == "")
				score.count(t, l.held, right, "%s is %q in %q, want %q in %q\n\t%s", form, got.Key, got.In, key, in, text)
			}
			score.check(t, c.floors)
		})
	}
}

// The tables name states that the gazetteer knows, and bodies that are one
// state's.
func TestAcronymsAndLeadersStand(t *testing.T) {
	state := func(name string) {
		if p := gazetteer.Find(name); p == nil || p.Kind != gazetteer.Country || p.Name != name {
			t.Errorf("%q is no state", name)
		}
	}
	for short, a := range sharedAcronyms() {
		if short == "" || len(a.of) < 2 && a.usual == "" {
			t.Errorf("%q is no acronym that several bodies bear", short)
		}
		for s, body := range a.of {
			state(s)
			if key, in, isGeneric := organizationKey(body); key == "" || key == short && a.usual != body || isGeneric && in == "" {
				t.Errorf("%s: nobody knows whose %q is", short, body)
			}
		}
	}
	for _, l := range leaders() {
		state(l.state)
	}
}
