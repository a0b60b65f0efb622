package graphtest

import (
	"slices"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

func testLookup(f fixture) {
	people := []graph.NodeKind{graph.KindPerson}
	for _, c := range []struct {
		name string
		q    graph.LookupQuery
		want string
	}{
		{"most keys first, then the heaviest", graph.LookupQuery{Keys: terms.QueryKeys("Lindqvist"), Limit: 10}, "ada a1 greta"},
		{"a whole name", graph.LookupQuery{Keys: terms.QueryKeys("Clara Okafor"), Kinds: people, Limit: 1}, "clara"},
		{"an alias", graph.LookupQuery{Keys: terms.QueryKeys("Kingdom of Norland"), Limit: 1}, "norland"},
		{"without diacritics", graph.LookupQuery{Keys: terms.QueryKeys("Elise Angstrom"), Limit: 1}, "elise"},
		{"misspelt", graph.LookupQuery{Keys: terms.QueryKeys("Brunno Castelan"), Kinds: people, Limit: 1}, "bruno"},
		{"a topic by any wording", graph.LookupQuery{Keys: terms.QueryKeys("who may fish where"), Kinds: []graph.NodeKind{graph.KindTopic}, Limit: 10}, "fishing"},
		{"an article by its title", graph.LookupQuery{Keys: terms.QueryKeys("names to note"), Kinds: []graph.NodeKind{graph.KindArticle}, Limit: 1}, "a6"},
		{"a prefix", graph.LookupQuery{Prefix: terms.PrefixKey("cast"), Limit: 10}, "a3 a1 bruno castle"},
		{"a prefix, of kinds", graph.LookupQuery{Prefix: terms.PrefixKey("Cast"), Kinds: []graph.NodeKind{graph.KindPerson, graph.KindPlace}, Limit: 10}, "bruno castle"},
		{"a prefix and a key", graph.LookupQuery{Prefix: terms.PrefixKey("cast"), Keys: []string{terms.KeyWord + "hill"}, Limit: 2}, "castle a3"},
		{"nobody", graph.LookupQuery{Keys: terms.QueryKeys("Zzyzx"), Limit: 10}, ""},
		{"of no kind", graph.LookupQuery{Keys: terms.QueryKeys("Lindqvist"), Kinds: []graph.NodeKind{}, Limit: 10}, ""},
		{"nothing asked", graph.LookupQuery{Limit: 10}, ""},
		{"limit 0", graph.LookupQuery{Keys: terms.QueryKeys("Lindqvist")}, ""},
	} {
		f.run(c.name, func(f fixture) {
			var got []graph.ID
			for _, candidate := range ask(f, f.store.Lookup, c.q) {
				got = append(got, candidate.Node.ID())
			}
			f.want(f.names(got), c.want)
		})
	}
	f.run("tells the keys", func(f fixture) {
		keys := []string{terms.KeyWord + "hill", terms.KeyWord + "castle", terms.KeyWord + "moat", terms.KeyWord + "castle"}
		got := ask(f, f.store.Lookup, graph.LookupQuery{Keys: keys, Limit: 1})
		if len(got) != 1 || !slices.Equal(slices.Sorted(slices.Values(got[0].Keys)), []string{terms.KeyWord + "castle", terms.KeyWord + "hill"}) {
			f.Errorf("got %+v", got)
		}
	})
	f.run("a node comes in full", func(f fixture) {
		got := ask(f, f.store.Lookup, graph.LookupQuery{Keys: []string{terms.KeyWhole + "ada lindqvist"}, Limit: 1})
		for _, n := range f.sample.counted() {
			if n.ID() == f.id("ada") {
				same(f, "ada", got[0].Node, n)
			}
		}
	})
}
