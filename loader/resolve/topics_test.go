package resolve

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/whomet/whomet/graph"
)

// topics adds articles of the wordings to an empty graph and returns the
// topics, each by its wordings.
func topics(t *testing.T, all ...wording) [][]string {
	t.Helper()
	m := newMemory(t)
	for i, w := range all {
		if _, err := Add(context.Background(), m, []graph.Claims{w.claims(t, i)}); err != nil {
			t.Fatal(err)
		}
	}
	m.check()
	var out [][]string
	for _, b := range m.nodes {
		var n graph.Node
		if m.decode(b, &n); n.Topic != nil {
			out = append(out, slices.Sorted(slices.Values(n.Topic.Wordings)))
		}
	}
	slices.SortFunc(out, slices.Compare)
	return out
}

// wordingPair is a line of testdata/topics: whether the two are one subject.
type wordingPair struct {
	same bool
	a, b wording
}

func wordingPairs(t *testing.T, file string) []wordingPair {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "topics", file))
	if err != nil {
		t.Fatal(err)
	}
	var out []wordingPair
	for line := range strings.Lines(string(text)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if line[0] == '#' {
			continue
		}
		p := wordingPair{same: f[0] == "same", a: wording{text: f[1]}, b: wording{text: f[2]}}
		if len(f) == 5 {
			p.a.sides, p.b.sides = strings.Split(f[3], ","), strings.Split(f[4], ",")
		}
		out = append(out, p)
	}
	return out
}

// TestWordings measures which wordings of one subject are found to be one, on
// pairs that the rules were tuned on and on others.
func TestWordings(t *testing.T) {
	for _, c := range []struct {
		file              string
		precision, recall float64 // floors
	}{
		{"tune.tsv", 0.97, 0.98}, {"held.tsv", 0.95, 0.95}, {"news.tsv", 0.95, 0.9}, {"unseen.tsv", 0.95, 0.66}, {"beats.tsv", 0.95, 0.54},
		{"headlines.tsv", 0.97, 0.64}, {"headlines_held.tsv", 0.95, 0.86}, {"unseen_beats.tsv", 0.95, 0.57},
		{"agendas.tsv", 0.97, 0.83}, {"agendas_held.tsv", 0.98, 0.62}, {"agendas_unseen.tsv", 0.95, 0.6}, {"kinds.tsv", 0.99, 0.99}, {"clauses.tsv", 0.97, 0.98}, {"directions.tsv", 0.94, 0.95}, {"newsroom.tsv", 1, 0.27}, {"newsroom_held.tsv", 1, 0.07},
		{"blind.tsv", 0.99, 0.97}, {"blind_held.tsv", 0.97, 0.67},
	} {
		t.Run(c.file, func(t *testing.T) {
			right, found, all := 0, 0, 0
			for _, p := range wordingPairs(t, c.file) {
				one := len(topics(t, p.a, p.b)) == 1
				if one != p.same {
					t.Logf("one: %v, want %v: %q, %q %v %v", one, p.same, p.a.text, p.b.text, p.a.sides, p.b.sides)
				}
				if one {
					found++
				}
				if p.same {
					all++
				}
				if one && p.same {
					right++
				}
			}
			precision, recall := float64(right)/float64(found), float64(right)/float64(all)
			t.Logf("precision %.3f, recall %.3f", precision, recall)
			if precision < c.precision || recall < c.recall {
				t.Errorf("precision %.3f, recall %.3f; the floors are %.2f and %.2f", precision, recall, c.precision, c.recall)
			}
		})
	}
}

// TestTopics tells which of several wordings are one subject together.
func TestTopics(t *testing.T) {
	w := func(text string, sides ...string) wording { return wording{text, sides} }
	for _, c := range []struct {
		name string
		all  []wording
		want int
	}{
		{"all wordings of one subject", []wording{w("expulsion of American forces"), w("withdrawal of US troops"), w("foreign forces must leave")}, 1},
		{"what may be short for two is neither", []wording{w("withdrawal of US troops"), w("withdrawal of US troops from Iraq"), w("withdrawal of US troops from Syria")}, 3},
		{"and joins the one that is there", []wording{w("withdrawal of US troops"), w("withdrawal of US troops from Iraq"), w("American soldiers leaving Iraq")}, 1},
		{"strangers are those of the land that is spoken of", []wording{w("foreign troops must leave", "Iran", "Iraq"), w("withdrawal of US troops from Iraq"), w("withdrawal of French troops from Mali")}, 2},
		{"and of no other", []wording{w("foreign troops must leave", "France", "Spain"), w("withdrawal of US troops from Iraq")}, 2},
		{"a killing of two, and of each", []wording{w("the killing of [Ida Holm]"), w("the killing of [Ida Holm] and [Otto Brandt]"), w("the murder of [Otto Brandt]")}, 1},
		{"relations of one pair, however they are put", []wording{w("bilateral relations", "Iran", "Iraq"), w("ties with Iraq", "Iran", "Iraq"), w("Iran-Iraq relations"), w("relations with Turkey", "Iran", "Turkey")}, 2},
		{"who does it to whom", []wording{w("Chile's letter to Peru"), w("a letter by Chile to Peru"), w("Peru's letter to Chile")}, 2},
		{"and from where to where", []wording{w("flights from Chile to Peru"), w("flights between Chile and Peru", "Chile", "Peru"), w("flights from Peru to Chile"), w("Peru's water from Chile"), w("Chile's water from Peru")}, 5},
		{"a fire dismisses nobody", []wording{w("the fire in the bakery"), w("the blaze at the bakery"), w("firing the baker")}, 2},
		{"by trade and by field", []wording{w("farm subsidies"), w("subsidies for farmers"), w("subsidies for miners")}, 2},
		{"what an expletive says is all there is", []wording{w("farming"), w("it would be a disaster for farming")}, 2},
		{"more of it, and less", []wording{w("raising the toll"), w("a higher toll"), w("the toll's rise"), w("lowering the toll")}, 2},
		{"but what is between two is theirs, more or less", []wording{w("more trade with Peru"), w("trade with Peru"), w("cutting trade with Peru")}, 2},
		{"opposites", []wording{w("opening a pier"), w("closing a pier"), w("joining a league"), w("leaving a league")}, 4},
		{"verbs and the nouns made of them", []wording{w("to expel the priests"), w("the expulsion of priests"), w("expelling priests")}, 1},
		{"who buys and who sells", []wording{w("Chile's purchase of copper from Peru"), w("Peru's sale of copper to Chile"), w("Chile buying Peruvian copper"), w("the sale of Chilean copper to Peru")}, 2},
		{"buying, and nobody said to sell", []wording{w("buying a ferry"), w("selling a ferry")}, 2},
		{"a word means what the others let it", []wording{w("a strike of dockers"), w("a walkout by dockers"), w("a strike on the town of Arba"), w("an attack on the town of Arba")}, 2},
		{"what something does of itself", []wording{w("the quake in Nepal"), w("the earthquake that shook Nepal")}, 1},
		{"who a person is", []wording{w("the arrest of [Ida Holm]"), w("arresting the violinist [Ida Holm]")}, 1},
		{"said more closely", []wording{w("the theft of pumpkins in Chile"), w("the theft of badly guarded pumpkins in Chile"), w("the theft of priceless pumpkins in Chile")}, 3},
		{"and of one only", []wording{w("the theft of pumpkins in Chile"), w("the theft of badly guarded pumpkins in Chile")}, 1},
		{"fighting an evil", []wording{w("the fight against smuggling in Chile"), w("smuggling in Chile"), w("more smuggling in Chile")}, 2},
		{"by whom, and whose", []wording{w("the defeat of Chile by Peru"), w("Peru's defeat of Chile"), w("the defeat of Peru by Chile")}, 2},
		{"who does it, and to whom", []wording{w("Chile recognising Peru"), w("Chile's recognition of Peru"), w("Peru recognising Chile")}, 2},
		{"what only carries a name adds nothing to it", []wording{w("the latest developments in Chile"), w("the situation in Chile"), w("the question of Chile"), w("the army of Chile")}, 2},
		{"a thing by its initials", []wording{w("the JCPOA"), w("the 2015 nuclear deal"), w("reviving the JCPOA"), w("NATO")}, 2},
		{"ties in a field are cooperation, and of two states the field", []wording{w("security ties of Chile and Peru"), w("cooperation between Chile and Peru in security matters"), w("energy ties", "Chile", "Peru"), w("cooperation in the field of energy", "Chile", "Peru")}, 2},
		{"whose stand it is", []wording{w("Turkey's objections to Swedish membership of NATO"), w("the position of Hungary on Sweden's accession to NATO"), w("Turkey's membership of NATO")}, 2},
		{"in whose land", []wording{w("Chinese investment in Serbia"), w("investment by China in Serbia"), w("Serbian investment in China"), w("investment between China and Serbia")}, 3},
		{"things enough leave the rest to say it more closely", []wording{w("a strike by train drivers in Chile"), w("Chilean rail workers walking out"), w("a strike by nurses in Chile")}, 2},
		{"a general subject is nobody's", []wording{w("energy"), w("energy")}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := topics(t, c.all...); len(got) != c.want {
				t.Errorf("%d topics, want %d: %q", len(got), c.want, got)
			}
		})
	}
}

// TestGist reads single wordings.
func TestGist(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"expulsion of American forces from Iraq", "withdrawal of forces: of United States at Iraq"},
		{"US troops must not stay, they have to leave Iraq", "withdrawal of forces: of United States at Iraq"},
		{"Washington's departure from the region", "withdrawal of forces: of United States"},
		{"Britain's withdrawal from the European Union", ": LEAVE of United Kingdom at European Union"},
		{"speeding up the pullout of Dutch soldiers will cost the treasury of Belgium dearly", "withdrawal of forces: of Netherlands"},
		{"extending American sanctions on Cuba", "sanctions: EXTEND of United States at Cuba"},
		{"the need to boost commerce between Chile and Peru", ": TRADE at Chile, Peru"},
		{"an end to the long and bloody fighting in Sudan", "ceasefire: at Sudan"},
		{"the murder of miners by [Ida Holm]", ": KILLING MINERS"},
		{"the losses that [Ida Holm] made", ": LOSE"},
		{"a cure for aids", ": AIDS cure"},
		{"bees that live in the walls", ": BEES live wall"},
	} {
		claims := wording{text: c.text}.claims(t, 0)
		r := read(&claims)
		g := readGist(r.tokensOf(&claims.Reports[0].Topics[0]))
		got := ""
		if g.frame != nil {
			got = g.frame.name
		}
		got += ": " + strings.Join(g.words, " ")
		for _, slot := range []struct {
			name string
			ids  []graph.ID
		}{{"of", g.of}, {"at", g.at}} {
			var names []string
			for _, m := range claims.Mentions {
				if slices.Contains(slot.ids, m.Unit) {
					names = append(names, m.Name)
				}
			}
			slices.Sort(names)
			if len(names) > 0 {
				got = strings.TrimSuffix(got, " ") + " " + slot.name + " " + strings.Join(names, ", ")
			}
		}
		if got = strings.TrimSpace(got); got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
}

func TestConceptsRefusesMistakes(t *testing.T) {
	for name, file := range map[string]string{
		"fields":            "[concepts]\nWAR | war",
		"unknown concept":   "[frames]\nwar | WAR | all | open |",
		"nothing beside":    "[beside]\nWAR | rage |",
		"unknown slot":      "[concepts]\nWAR | war |\n[frames]\nwar | WAR | upon | open |",
		"neither open, nor": "[concepts]\nWAR | war |\n[frames]\nwar | WAR | all | ajar |",
	} {
		if _, err := readConcepts(fstest.MapFS{"x.txt": {Data: []byte(file)}}, []string{"x"}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func BenchmarkGist(b *testing.B) {
	var all [][]token
	for _, p := range wordingPairs(&testing.T{}, "headlines.tsv") {
		c := p.a.claims(&testing.T{}, 0)
		r := read(&c)
		all = append(all, r.tokensOf(&c.Reports[0].Topics[0]))
	}
	for i := 0; b.Loop(); i++ {
		readGist(slices.Clone(all[i%len(all)]))
	}
}
