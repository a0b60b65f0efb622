package resolve

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
)

// What articles say beside a single name keeps it from those of others, in any order.
func TestBearers(t *testing.T) {
	type told struct{ name, sex, office, state string }
	for _, c := range []struct {
		what string
		told []told
		want string
	}{
		{"she is not he", []told{{"Ada Holm", "f", "", "Norway"}, {"Holm", "m", "", "Oslo"}}, "ada holm, holm"},
		{"he is the one of two", []told{{"Ada Holm", "f", "", "Norway"}, {"Finn Holm", "m", "", "Norway"}, {"Holm", "m", "", "Norway"}}, "ada holm, finn holm=holm"},
		{"of two countries", []told{{"Ada Holm", "", "minister", "Norway"}, {"Holm", "", "minister", "Denmark"}}, "ada holm, holm"},
		{"an envoy is not of where he is sent", []told{{"Ada Holm", "", "minister", "Norway"}, {"Holm", "", "ambassador", "Denmark"}}, "ada holm=holm"},
		{"of two walks of life", []told{{"Ada Holm", "", "minister", "Norway"}, {"Holm", "", "goalkeeper", "Norway"}}, "ada holm, holm"},
		{"who became something else", []told{{"Ada Holm", "", "minister", "Norway"}, {"Ada Holm", "", "goalkeeper", "Norway"}, {"Holm", "", "goalkeeper", "Norway"}}, "ada holm=holm"},
		{"nothing said is his who has the full name", []told{{"Ada Holm", "f", "", "Norway"}, {"Holm", "m", "", "Norway"}, {"Holm", "", "", "Oslo"}}, "ada holm=holm, holm"},
		{"a king's name is his given one", []told{{"Saddam Hussein", "m", "", "Iraq"}, {"Hussein", "m", "King", "Jordan"}}, "hussein, saddam hussein"},
		{"a leader's surname with the office", []told{{"Hillary Clinton", "", "Secretary", "United States"}, {"Clinton", "", "President", "United States"}}, "clinton, hillary clinton"},
		{"a leader's surname alone", []told{{"Nancy Reagan", "", "", "United States"}, {"Ronald Reagan", "", "", "United States"}, {"Reagan", "", "", "United States"}}, "nancy reagan, reagan=ronald reagan"},
		{"a surname of two leaders alone", []told{{"Fidel Castro", "", "", "Cuba"}, {"Raul Castro", "", "", "Cuba"}, {"Castro", "", "", "Cuba"}}, "castro, fidel castro, raul castro"},
		{"two leaders of one surname", []told{{"Raul Castro", "", "", "Cuba"}, {"Castro", "", "President", "Cuba"}}, "castro=raul castro"},
		{"a general is no banker", []told{{"Ada Holm", "", "banker", "Norway"}, {"Holm", "", "general", "Norway"}}, "ada holm, holm"},
		{"regions of one state", []told{{"Ada Holm", "", "governor", "Texas"}, {"Holm", "", "senator", "Ohio"}}, "ada holm, holm"},
	} {
		var claims []graph.Claims
		for i, s := range c.told {
			one := reign(t, i, "2020-05-10", s.name, s.office, s.state)
			one.Mentions[0].Sex = s.sex
			if s.office == "" {
				one.Mentions[0].Positions = nil
			}
			claims = append(claims, one)
		}
		inAnyOrder(t, c.what, claims, func(people string) bool {
			got, _, _ := strings.Cut(people, ";")
			return got == c.want
		}, c.want)
	}
}

// Who heads a state does not hold an office within one in the same year.
func TestLeadsBeside(t *testing.T) {
	holding := func(title string, of graph.ID, on graph.PartialDate) *name {
		return &name{Held: []held{{Title: title, Of: of, First: on, Last: on}}}
	}
	for _, c := range []struct {
		a, b *name
		want bool
	}{
		{holding("President", "", "2015-06"), holding("mayor", "oslo", "2015-03"), true},
		{holding("President", "", "2015-06"), holding("mayor", "oslo", "2011-03"), false},
		{holding("President", "bank", "2015-06"), holding("mayor", "oslo", "2015-03"), false},
		{holding("spokesman", "", "2015-06"), holding("mayor", "oslo", "2015-03"), false},
		{holding("President", "", "2015-06"), holding("minister", "", "2015-03"), false},
	} {
		if got := leadsBeside(c.a, c.b); got != c.want {
			t.Errorf("%+v beside %+v: %v", c.a.Held, c.b.Held, got)
		}
	}
}

// What articles say beside names makes one graph in whatever order they come, also when
// what kept a single name from a full one is taken back.
func TestBearersInAnyOrder(t *testing.T) {
	names := []string{"Toni Holm", "Ada Holm", "Toni Holm", "Holm", "Holm", "Tonni Holm", "Toni", "Toni Bern", "Bern", "Toniholm"}
	for seed := range uint64(rounds(400)) {
		r := rand.New(rand.NewPCG(seed, 3))
		pick := func(of ...string) string { return of[r.IntN(len(of))] }
		var claims []graph.Claims
		for i := range 4 + r.IntN(8) {
			one := reign(t, i, fmt.Sprintf("20%02d-05-10", r.IntN(20)), pick(names...), pick("President", "Prime Minister", "goalkeeper", "minister"), pick("Norway", "Denmark"))
			if one.Mentions[0].Sex = pick("", "", "f", "m"); r.IntN(3) == 0 {
				one.Mentions[0].Positions = nil
			}
			claims = append(claims, one)
		}
		kept := claims[:len(claims)-r.IntN(3)]
		want := newMemory(t)
		load(t, want, r, kept)
		got := newMemory(t)
		load(t, got, r, shuffled(r, claims))
		var gone []graph.ID
		for _, c := range claims[len(kept):] {
			gone = append(gone, c.Article.ID)
		}
		if err := Remove(context.Background(), got, gone); err != nil {
			t.Fatal(err)
		}
		got.check()
		differ(t, fmt.Sprint("seed ", seed), want.dump(), got.dump())
	}
}
