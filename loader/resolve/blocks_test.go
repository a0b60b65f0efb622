package resolve

import (
	"context"
	"slices"
	"testing"

	"github.com/whomet/whomet/graph"
)

// finding returns the blocks of the unit that an article's name makes, and those
// that it looks into.
func finding(written string) (carried, asked []string) {
	n := &name{Key: readPerson(written).key(), Named: map[string]int{written: 1}}
	carried = finish(nameBlocks(&unit{kind: graph.KindPerson, name: n}))
	return carried, asks(carried)
}

// inLatin tells whether all letters of the name are Latin ones.
func inLatin(s string) bool {
	return !slices.ContainsFunc([]rune(s), func(r rune) bool { return scriptOf(r) != latin })
}

// Names of one person that are judged SAME share a block, else the graph never
// compares them. What is left is names whose words are divided as no key foresees
// (Nurhaliza, Nur Haliza), and a last name that is written as an initial before the
// given one (J. Jayalalithaa): a key for these would be carried by all names, to find
// very few.
func TestSameNamesShareABlock(t *testing.T) {
	const most, mean = 9, 30
	meets := func(a, b []string) bool {
		return slices.ContainsFunc(a, func(k string) bool { return slices.Contains(b, k) })
	}
	same, apart, blocks := 0, 0, 0
	names := map[string]bool{}
	for _, file := range []string{"people.txt", "namesakes.txt", "variants.txt"} {
		for _, l := range readLabelled(t, file) {
			if !inLatin(l.a) || !inLatin(l.b) {
				continue
			}
			carriedA, askedA := finding(l.a)
			carriedB, askedB := finding(l.b)
			for s, carried := range map[string][]string{l.a: carriedA, l.b: carriedB} {
				if !names[s] {
					names[s] = true
					blocks += len(carried)
				}
			}
			if m, err := MatchPeople(l.a, l.b); err != nil || m.Verdict != Same || !l.same {
				continue
			}
			same++
			if meets(askedA, carriedB) && meets(askedB, carriedA) {
				continue
			}
			apart++
			if !l.held {
				t.Logf("%s | %s", l.a, l.b)
			}
		}
	}
	each := float64(blocks) / float64(len(names))
	t.Logf("%d of %d pairs share no block; %.1f blocks for each of %d names", apart, same, each, len(names))
	if apart > most || each > mean {
		t.Errorf("%d pairs share no block, and a name has %.1f blocks; want at most %d, %d", apart, each, most, mean)
	}
}

// One person's name in articles of different spelling is one node, and again when
// what brought the spelling has gone and come back; two people's are two.
func TestSpellingsAreOneNode(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		names []string
		nodes int
	}{
		{[]string{"Wen Jiabao", "Wen Chia-pao"}, 1},
		{[]string{"Bo Xilai", "Po Hsi-lai"}, 1},
		{[]string{"Wong Kar-wai", "Wang Jiawei"}, 1},
		{[]string{"Lee Seung-man", "Syngman Rhee"}, 1},
		{[]string{"Son Heungmin", "Heung-Min Son"}, 1},
		{[]string{"Abdelilah Benkirane", "Abdelilah Ben Kirane"}, 1},
		{[]string{"David Ben-Gurion", "David Bengurion"}, 1},
		{[]string{"Marine Le Pen", "Marine LePen"}, 1},
		{[]string{"Kevin De Bruyne", "Kevin DeBruyne"}, 1},
		{[]string{"Yevgeny Primakov", "Jewgeni Primakow", "Evgueni Primakov"}, 1},
		{[]string{"Viktor Yanukovych", "Wiktor Janukowytsch"}, 1},
		{[]string{"Alassane Ouattara", "Alasane Watara"}, 1},
		{[]string{"Denys Shmyhal", "Denys Schmyhal"}, 1},
		{[]string{"Wen Jiabao", "Wang Jiawei"}, 2},
		{[]string{"Kim Jong-il", "Kim Jong-un"}, 2},
		{[]string{"Omar Ben Salah", "Omar Benhalima"}, 2},
	} {
		claims := namedIn(t, graph.KindPerson, c.names...)
		m := newMemory(t)
		check := func(when string) {
			t.Helper()
			nodes := map[graph.ID]bool{}
			for _, u := range m.units {
				nodes[u.Node] = true
			}
			if len(nodes) != c.nodes {
				t.Errorf("%q, %s: %d nodes, want %d", c.names, when, len(nodes), c.nodes)
			}
		}
		for _, x := range claims {
			if _, err := Add(ctx, m, []graph.Claims{x}); err != nil {
				t.Fatal(err)
			}
		}
		check("added")
		if err := Remove(ctx, m, []graph.ID{claims[0].Article.ID}); err != nil {
			t.Fatal(err)
		}
		if _, err := Add(ctx, m, claims[:1]); err != nil {
			t.Fatal(err)
		}
		m.check()
		check("removed and added")
	}
}
