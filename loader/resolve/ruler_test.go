package resolve

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
)

// reign makes the claims of an article of that day, of none if it is "", that names
// a person with the office and the state.
func reign(t *testing.T, id int, day, name, office, state string) graph.Claims {
	t.Helper()
	of, text := "e2", name+" "+state
	a := extract.Article{ID: graph.NewID("article", fmt.Sprint(id)), Path: fmt.Sprint(id), Text: text, Language: "en"}
	if day != "" {
		a.PublishedAt = &day
	}
	n, end := len([]rune(name)), len([]rune(text))
	all := graph.Span{Start: 0, End: end}
	c, err := Claims(extract.Result{Article: a, Entities: []extract.Entity{
		{ID: "e1", Kind: graph.KindPerson, Name: name, Positions: []extract.Position{{Title: office, Of: &of}}, Mentions: []extract.Mention{{Start: 0, End: n, Text: name, Sentence: all}}},
		{ID: of, Kind: graph.KindPlace, Name: state, Mentions: []extract.Mention{{Start: n + 1, End: end, Text: state, Sentence: all}}},
	}}, "test/1", time.Unix(0, 0).UTC())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A given name with a ruler's office is that of whoever holds it then.
func TestRulers(t *testing.T) {
	type told struct{ day, name, office, state string }
	for _, c := range []struct {
		what string
		told []told
		want string
	}{
		{"one office, state and time", []told{{"2020-03-03", "Abiy Ahmed", "Prime Minister", "Ethiopia"}, {"2020-05-10", "Abiy", "Prime Minister", "Ethiopia"}}, "abiy=abiy ahmed"},
		{"in another spelling", []told{{"2021-06-03", "Tamim bin Hamad Al Thani", "emir", "Qatar"}, {"2021-06-13", "Tameem", "Emir", "Qatar"}}, "tameem=tamim hamad thani"},
		{"a number", []told{{"2021-06-03", "Abdullah II", "King", "Jordan"}, {"2021-06-13", "Abdullah", "King", "Jordan"}}, "abdullah=abdullah ii"},
		{"a crown prince, of whom many are called so", []told{{"2021-06-03", "Mohammed bin Salman", "Crown Prince", "Saudi Arabia"}, {"2021-06-13", "Mohammed", "Crown Prince", "Saudi Arabia"}}, "mohammed=mohammed salman"},
		{"another state", []told{{"2010-06-03", "Abdullah bin Abdulaziz", "King", "Saudi Arabia"}, {"2010-06-13", "Abdullah", "King", "Jordan"}}, "abdullah, abdullah abdulaziz"},
		{"and one more state", []told{{"2010-06-03", "Abdullah bin Abdulaziz", "King", "Saudi Arabia"}, {"2010-06-13", "Abdullah", "King", "Saudi Arabia"}, {"2010-06-14", "Abdullah", "King", "Jordan"}}, "abdullah, abdullah=abdullah abdulaziz"},
		{"another time", []told{{"1990-03-03", "Abiy Ahmed", "Prime Minister", "Ethiopia"}, {"2020-05-10", "Abiy", "Prime Minister", "Ethiopia"}}, "abiy, abiy ahmed"},
		{"no time", []told{{"", "Abiy Ahmed", "Prime Minister", "Ethiopia"}, {"2020-05-10", "Abiy", "Prime Minister", "Ethiopia"}}, "abiy, abiy ahmed"},
		{"an office of several", []told{{"2020-03-03", "Abiy Ahmed", "minister", "Ethiopia"}, {"2020-05-10", "Abiy", "minister", "Ethiopia"}}, "abiy, abiy ahmed"},
		{"another office", []told{{"2020-03-03", "Sahle Zewde", "President", "Ethiopia"}, {"2020-05-10", "Sahle", "Prime Minister", "Ethiopia"}}, "sahle, sahle zewde"},
		{"two of the name", []told{{"2020-03-03", "Tamim bin Hamad", "emir", "Qatar"}, {"2020-03-04", "Tamim bin Khalid", "emir", "Qatar"}, {"2020-05-10", "Tamim", "emir", "Qatar"}}, "tamim, tamim hamad, tamim khalid; tamim ? tamim hamad, tamim ? tamim khalid"},
	} {
		var claims []graph.Claims
		for i, s := range c.told {
			claims = append(claims, reign(t, i, s.day, s.name, s.office, s.state))
		}
		inAnyOrder(t, c.what, claims, func(got string) bool { return strings.HasPrefix(got, c.want+"; ") || got == c.want }, c.want)
	}
}

// inAnyOrder loads the claims in several orders, takes the last of them back and gives
// them again, and tells where the people are not as wanted or not as before.
func inAnyOrder(t *testing.T, what string, claims []graph.Claims, as func(people string) bool, want string) {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	for range 4 {
		m := newMemory(t)
		load(t, m, r, shuffled(r, claims))
		if got := m.people(); !as(got) {
			t.Errorf("%s: %s, want %s", what, got, want)
		}
		last := claims[len(claims)-1]
		before := m.dump()
		if err := Remove(context.Background(), m, []graph.ID{last.Article.ID}); err != nil {
			t.Fatal(err)
		}
		load(t, m, r, []graph.Claims{last})
		differ(t, what, before, m.dump())
	}
}
