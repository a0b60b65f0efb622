package resolve

import (
	"context"
	"slices"
	"testing"

	"github.com/whomet/whomet/graph"
)

// A place lies within the smallest place that holds it and that an article
// names, in whatever order the articles come, and again when that one goes.
func TestWithin(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		names    []string
		of, want string // "" for nothing
		code     string
		located  bool
	}{
		{[]string{"Baghdad", "Iraq"}, "Baghdad", "Iraq", "IQ", true},
		{[]string{"Baghdad"}, "Baghdad", "", "IQ", true},
		{[]string{"Manchester", "England", "United Kingdom"}, "Manchester", "England", "GB", true},
		{[]string{"Manchester", "United Kingdom"}, "Manchester", "United Kingdom", "GB", true},
		{[]string{"England", "Britain"}, "England", "Britain", "GB", true},
		{[]string{"Fallujah", "Anbar Province", "Iraq"}, "Fallujah", "Anbar Province", "IQ", true},
		{[]string{"Anbar Province", "Iraq"}, "Anbar Province", "Iraq", "IQ", true},
		{[]string{"Baghdad International Airport", "Baghdad", "Iraq"}, "Baghdad International Airport", "Baghdad", "IQ", false},
		{[]string{"Baghdad International Airport", "Iraq"}, "Baghdad International Airport", "Iraq", "IQ", false},
		{[]string{"Kandahar Province", "Kandahar", "Afghanistan"}, "Kandahar Province", "Afghanistan", "AF", false},
		{[]string{"Bagram Air Base", "Afghanistan"}, "Bagram Air Base", "Afghanistan", "AF", true},
		{[]string{"Crimea", "Ukraine", "Russia"}, "Crimea", "Ukraine", "UA", true},
		{[]string{"Black Sea", "Turkey", "Europe"}, "Black Sea", "", "", true},
		{[]string{"Soviet Union", "Europe"}, "Soviet Union", "", "", true},
		{[]string{"Springfield", "United States"}, "Springfield", "", "", false},
	} {
		claims := namedIn(t, graph.KindPlace, c.names...)
		check := func(m *memory, when string) {
			t.Helper()
			byName := map[string]*graph.Entity{}
			for id := range m.nodes {
				nodes, err := m.Nodes(ctx, []graph.ID{id})
				if err != nil {
					t.Fatal(err)
				}
				if e := nodes[id].Entity; e != nil {
					byName[e.Name] = e
				}
			}
			e, within := byName[c.of], ""
			for _, o := range byName {
				if o.ID == e.Within {
					within = o.Name
				}
			}
			if within != c.want || e.CountryCode != c.code || (e.Latitude != nil && e.Longitude != nil) != c.located {
				t.Errorf("%q, %s: %s lies within %q, code %q, coordinates %t; want %q, %q, %t", c.names, when, c.of, within, e.CountryCode, e.Latitude != nil, c.want, c.code, c.located)
			}
		}
		for range 2 {
			m := newMemory(t)
			for _, x := range claims {
				if _, err := Add(ctx, m, []graph.Claims{x}); err != nil {
					t.Fatal(err)
				}
			}
			check(m, "added")
			if c.want != "" { // what holds it goes, and comes back
				holder := claims[slices.IndexFunc(claims, func(x graph.Claims) bool { return x.Mentions[0].Name == c.want })]
				if err := Remove(ctx, m, []graph.ID{holder.Article.ID}); err != nil {
					t.Fatal(err)
				}
				if _, err := Add(ctx, m, []graph.Claims{holder}); err != nil {
					t.Fatal(err)
				}
				check(m, "removed and added")
			}
			slices.Reverse(claims)
		}
	}
}
