package resolve

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
)

// naming makes the claims of one article that names people, each by one name;
// "minister Ann Lee" gives Ann Lee an office.
func naming(t *testing.T, id string, names ...string) graph.Claims {
	t.Helper()
	res := extract.Result{Article: extract.Article{ID: graph.NewID("article", id), Path: id, Text: strings.Join(names, " "), Language: "en"}}
	at := 0
	for i, n := range names {
		e := extract.Entity{ID: fmt.Sprint("e", i), Kind: graph.KindPerson, Name: strings.TrimPrefix(n, "minister ")}
		if e.Name != n {
			e.Positions = []extract.Position{{Title: "minister"}}
		}
		start := at + len([]rune(n)) - len([]rune(e.Name))
		end := at + len([]rune(n))
		e.Mentions = []extract.Mention{{Start: start, End: end, Text: e.Name, Sentence: graph.Span{Start: 0, End: end}}}
		res.Entities = append(res.Entities, e)
		at = end + 1
	}
	c, err := Claims(res, "test/1", time.Unix(0, 0).UTC())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// people writes who is who: the names of each person joined by "=", and behind
// them the pairs that wait for a judgement.
func (m *memory) people() string {
	byNode := map[graph.ID][]string{}
	for _, u := range m.pick(func(u graph.Unit) bool { return u.Kind == graph.KindPerson }) {
		var n name
		m.decode(u.Data, &n)
		byNode[u.Node] = append(byNode[u.Node], n.Key)
	}
	var who, waits []string
	for _, id := range sortedKeys(byNode) {
		slices.Sort(byNode[id])
		who = append(who, strings.Join(byNode[id], "="))
	}
	slices.Sort(who)
	for _, id := range sortedKeys(m.nodes) {
		var n graph.Node
		m.decode(m.nodes[id], &n)
		if j := n.Judgement; j != nil && j.ByRule() {
			pair := []string{strings.Join(byNode[j.A], "="), strings.Join(byNode[j.B], "=")}
			slices.Sort(pair)
			waits = append(waits, strings.Join(pair, " ? "))
		}
	}
	slices.Sort(waits)
	return strings.Join(who, ", ") + "; " + strings.Join(waits, ", ")
}

// What people say, against the rules and against each other. A word is written
// "a = b" (SAME), "a ~ b" (UNDECIDED), "a / b" (DIFFERENT) or "a := b" (CALLED);
// the later ones are said later.
func TestWords(t *testing.T) {
	for _, c := range []struct {
		name  string
		names []string
		words []string
		want  string
	}{
		{"nobody says anything", []string{"Fidel Castro", "Castro"}, nil, "castro=fidel castro; "},
		{"a surname that two bear waits", []string{"Fidel Castro", "Raul Castro", "Castro"}, nil,
			"castro, fidel castro, raul castro; castro ? fidel castro, castro ? raul castro"},
		{"an office tells whose it is, and nobody asks", []string{"minister Fidel Castro", "Raul Castro", "minister Castro"}, nil,
			"castro=fidel castro, raul castro; "},
		{"a person tells whose it is", []string{"Fidel Castro", "Raul Castro", "Castro"}, []string{"castro = raul castro"},
			"castro=raul castro, fidel castro; "},
		{"a person tells whose it is not", []string{"Fidel Castro", "Raul Castro", "Castro"}, []string{"castro / raul castro"},
			"castro=fidel castro, raul castro; "},
		{"against an office", []string{"minister Fidel Castro", "Raul Castro", "minister Castro"}, []string{"castro / fidel castro"},
			"castro=raul castro, fidel castro; "},
		{"two that no rule would join", []string{"Alexei Peshkov", "Maxim Gorky"}, []string{"alexei peshkov = maxim gorky"},
			"alexei peshkov=maxim gorky; "},
		{"with all that the rules join to either", []string{"Alexei Peshkov", "Peshkov", "Maxim Gorky", "Maksim Gorky", "Gorky"}, []string{"alexei peshkov = maxim gorky"},
			"alexei peshkov=gorky=maksim gorky=maxim gorky=peshkov; "},
		{"two that the rules join", []string{"Maxim Gorky", "Maksim Gorky"}, []string{"maksim gorky / maxim gorky"},
			"maksim gorky, maxim gorky; "},
		{"what is like both goes to the more alike", []string{"Maxim Gorky", "Maksim Gorky", "Maxim Gorkyi"}, []string{"maksim gorky / maxim gorky"},
			"maksim gorky, maxim gorky=maxim gorkyi; "},
		{"the latest word stands", []string{"Ann Lee", "Bea Roe"}, []string{"ann lee = bea roe", "ann lee / bea roe", "bea roe = ann lee"},
			"ann lee=bea roe; "},
		{"a word taken back", []string{"Ann Lee", "Bea Roe"}, []string{"ann lee = bea roe", "ann lee ~ bea roe"}, "ann lee, bea roe; "},
		{"through a third", []string{"Ann Lee", "Bea Roe", "Cy Poe"}, []string{"ann lee = bea roe", "bea roe = cy poe"}, "ann lee=bea roe=cy poe; "},
		{"through one who is not there", []string{"Ann Lee", "Cy Poe"}, []string{"ann lee = bea roe", "bea roe = cy poe"}, "ann lee, cy poe; "},
		{"contradicted: DIFFERENT holds, and the later SAME", []string{"Ann Lee", "Bea Roe", "Cy Poe"},
			[]string{"ann lee = bea roe", "bea roe = cy poe", "ann lee / cy poe"}, "ann lee, bea roe=cy poe; "},
		{"contradicted, said in another order", []string{"Ann Lee", "Bea Roe", "Cy Poe"},
			[]string{"ann lee / cy poe", "bea roe = cy poe", "ann lee = bea roe"}, "ann lee=bea roe, cy poe; "},
		{"a person's word before a rule's", []string{"Ann Lee", "Ann Leigh", "Cy Poe"}, []string{"ann leigh = cy poe", "ann lee / cy poe"},
			"ann lee, ann leigh=cy poe; "},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := newMemory(t)
			if _, err := Add(context.Background(), m, []graph.Claims{naming(t, "a", c.names...)}); err != nil {
				t.Fatal(err)
			}
			unit := func(name string) graph.ID {
				if name == "castro" && strings.Contains(c.names[2], "minister") { // what its article says of the bearer tells it apart
					return unitID(graph.KindPerson, name, "||state|")
				}
				return unitID(graph.KindPerson, readPerson(name).key(), "")
			}
			for i, w := range c.words {
				f := strings.Split(w, " ")
				k := slices.IndexFunc(f, func(s string) bool { return s == "=" || s == "/" || s == "~" })
				j := graph.Judgement{A: unit(strings.Join(f[:k], " ")), B: unit(strings.Join(f[k+1:], " ")), By: "ada", At: time.Date(2024, 1, 1+i, 0, 0, 0, 0, time.UTC),
					Verdict: map[string]graph.Verdict{"=": graph.VerdictSame, "/": graph.VerdictDifferent, "~": graph.VerdictUndecided}[f[k]]}
				judge(t, m, j)
			}
			m.check()
			if got := m.people(); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// Those kept apart by names that are not alike wait for nothing either, when
// only one of them is looked at again.
func TestApartByOtherNames(t *testing.T) {
	ctx := context.Background()
	unit := func(name string) graph.ID { return unitID(graph.KindPerson, readPerson(name).key(), "") }
	said := []graph.Judgement{
		{A: unit("Karen Holm"), B: unit("Bea Roe"), Verdict: graph.VerdictSame, By: "ada"},
		{A: unit("K. Anders Holm"), B: unit("Bea Roe"), Verdict: graph.VerdictDifferent, By: "ada"},
	}
	first, then := naming(t, "a", "Karen Holm", "Bea Roe", "K. Anders Holm"), naming(t, "b", "Kit Anders Holm")
	m, fresh := newMemory(t), newMemory(t)
	for _, c := range []graph.Claims{first, then} {
		if _, err := Add(ctx, m, []graph.Claims{c}); err != nil {
			t.Fatal(err)
		}
		judge(t, m, said...)
	}
	if _, err := Add(ctx, fresh, []graph.Claims{then, first}); err != nil {
		t.Fatal(err)
	}
	judge(t, fresh, said...)
	if got := m.people(); got != "bea roe=karen holm, k anders holm=kit anders holm; " || got != fresh.people() {
		t.Errorf("got   %s\nfresh %s", got, fresh.people())
	}
}

// A surname that many bear asks about none of them.
func TestTooManyToAskAbout(t *testing.T) {
	names := []string{"Smith"}
	for _, given := range strings.Fields("Adam Boris Clara David Esther Fritz Gustav Heidi Ivan") {
		names = append(names, given+" Smith")
	}
	for n, want := range map[int]bool{maxTorn: true, maxTorn + 1: false} {
		m := newMemory(t)
		if _, err := Add(context.Background(), m, []graph.Claims{naming(t, "a", names[:1+n]...)}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(m.people(), "?"); got != want {
			t.Errorf("of %d: %s", n, m.people())
		}
	}
}

// A name that a person gives stands on the node, in what is told of it, and
// through articles that come and go.
func TestCalled(t *testing.T) {
	ctx := context.Background()
	m := newMemory(t)
	a, b := naming(t, "a", "Ann Lee", "Lee"), naming(t, "b", "Bea Roe")
	if _, err := Add(ctx, m, []graph.Claims{a, b}); err != nil {
		t.Fatal(err)
	}
	ann, bea := unitID(graph.KindPerson, "ann lee", ""), unitID(graph.KindPerson, "bea roe", "")
	call := func(day int, id graph.ID, name string) {
		t.Helper()
		judge(t, m, graph.Judgement{A: id, Verdict: graph.VerdictCalled, Name: name, By: "ada", At: time.Date(2024, 1, day, 0, 0, 0, 0, time.UTC)})
	}
	want := func(id graph.ID, name string, aliases ...string) {
		t.Helper()
		nodes, err := m.Nodes(ctx, []graph.ID{id})
		if err != nil {
			t.Fatal(err)
		}
		if e := nodes[id].Entity; e == nil || e.Name != name || !slices.Equal(e.Aliases, aliases) {
			t.Errorf("%s is %+v, want %q, also %q", id, e, name, aliases)
		}
	}
	call(1, ann, "The Envoy")
	want(ann, "The Envoy", "Ann Lee", "Lee")
	if err := Remove(ctx, m, []graph.ID{a.Article.ID}); err != nil {
		t.Fatal(err)
	}
	if _, err := Add(ctx, m, []graph.Claims{a}); err != nil {
		t.Fatal(err)
	}
	want(ann, "The Envoy", "Ann Lee", "Lee")

	// Of two that become one, the latest name stands, and each has its own again.
	call(3, bea, "Bee")
	same := graph.Judgement{A: ann, B: bea, Verdict: graph.VerdictSame, By: "ada", At: time.Date(2024, 1, 4, 0, 0, 0, 0, time.UTC)}
	judge(t, m, same)
	want(ann, "Bee", "Ann Lee", "Bea Roe", "Lee")
	call(5, ann, "")
	want(bea, "Ann Lee", "Bea Roe", "Lee")
	same.Verdict, same.At = graph.VerdictUndecided, time.Date(2024, 1, 6, 0, 0, 0, 0, time.UTC)
	judge(t, m, same)
	want(ann, "Ann Lee", "Lee")
	want(bea, "Bee", "Bea Roe")
}

// What waits says what `whomet match` says of the two names.
func TestSuspectsAreWhatMatchSays(t *testing.T) {
	m := newMemory(t)
	if _, err := Add(context.Background(), m, []graph.Claims{naming(t, "a", "Karen Holm", "K. Anders Holm")}); err != nil {
		t.Fatal(err)
	}
	match, err := MatchPeople("Karen Holm", "K. Anders Holm")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range sortedKeys(m.nodes) {
		var n graph.Node
		m.decode(m.nodes[id], &n)
		if j := n.Judgement; j != nil {
			if j.Verdict != match.Verdict || j.Score != match.Score || j.Reason != strings.Join(match.Reasons, "; ") || j.At.IsZero() {
				t.Errorf("got %+v, match says %+v", j, match)
			}
			return
		}
	}
	t.Errorf("nothing waits, though match says %+v", match)
}
