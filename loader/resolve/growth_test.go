package resolve_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/neo4j"
	"github.com/whomet/whomet/graph/neo4j/neo4jtest"
	"github.com/whomet/whomet/graph/sqlite"
	"github.com/whomet/whomet/loader/extract"
	"github.com/whomet/whomet/loader/resolve"
)

// press makes articles as news come: people by a heavy-tailed law out of
// many, each named in full and by surname, meetings and attacks told by
// several articles within days.
type press struct {
	r      *rand.Rand
	people []string
	zipf   *rand.Zipf
}

func newPress(seed uint64, people int) *press {
	r := rand.New(rand.NewPCG(seed, 1))
	syllable := func() string {
		return string("bdfgklmnprstvz"[r.IntN(14)]) + string("aeiou"[r.IntN(5)]) + []string{"", "", "n", "r", "l", "s"}[r.IntN(6)]
	}
	word := func(n int) string {
		var s string
		for range n {
			s += syllable()
		}
		return strings.ToUpper(s[:1]) + s[1:]
	}
	p := &press{r: r, zipf: rand.NewZipf(r, 1.3, 8, uint64(people-1))}
	surnames := make([]string, people/3+1)
	for i := range surnames {
		surnames[i] = word(2 + r.IntN(2))
	}
	for range people {
		p.people = append(p.people, word(2)+" "+surnames[r.IntN(len(surnames))])
	}
	return p
}

var nations = []string{"United States", "Iran", "Iraq", "France", "China", "Russia", "Germany", "Israel", "Egypt", "Japan"}

// article makes the n-th of total articles, which cover ten years.
func (p *press) article(n, total int) (graph.Claims, error) {
	day := time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n*3650/total)
	published := day.Format("2006-01-02")
	var text strings.Builder
	res := extract.Result{Article: extract.Article{ID: graph.NewID("article", fmt.Sprint("press", n)), Path: fmt.Sprint(n), PublishedAt: &published, Language: "en"}}
	index := map[string]int{}
	write := func(kind graph.NodeKind, s string) string {
		start := text.Len()
		text.WriteString(s)
		i, ok := index[s]
		if !ok {
			i = len(res.Entities)
			index[s] = i
			res.Entities = append(res.Entities, extract.Entity{ID: fmt.Sprintf("e%d", i), Kind: kind, Name: s})
		}
		res.Entities[i].Mentions = append(res.Entities[i].Mentions, extract.Mention{Start: start, End: text.Len(), Text: s})
		text.WriteString(" ")
		return res.Entities[i].ID
	}
	for i := range 1 + p.r.IntN(3) {
		from := text.Len()
		o := extract.Occurrence{ID: fmt.Sprint(i), Status: graph.StatusHeld, Confidence: 0.8}
		a, b := p.people[p.zipf.Uint64()], p.people[p.zipf.Uint64()]
		if a == b {
			continue
		}
		met := p.r.IntN(3) > 0
		if met {
			for _, who := range []string{a, b} {
				id := write(graph.KindPerson, who)
				o.Participants = append(o.Participants, extract.Participant{Entity: id, Role: graph.RoleParticipant})
				if e := &res.Entities[index[who]]; e.Positions == nil {
					of := nations[len(who)%len(nations)]
					e.Positions = []extract.Position{{Title: []string{"President", "Foreign Minister", "Secretary"}[p.r.IntN(3)], OfText: &of}}
				}
			}
		} else {
			x, y := p.r.IntN(len(nations)), p.r.IntN(len(nations)-1)
			if y >= x {
				y++
			}
			o.Participants = []extract.Participant{{Entity: write(graph.KindPlace, nations[x]), Role: graph.RoleAgent}, {Entity: write(graph.KindPlace, nations[y]), Role: graph.RolePatient}}
		}
		place := write(graph.KindPlace, []string{"Vienna", "Tehran", "Baghdad", "Paris", "Cairo"}[p.r.IntN(5)])
		o.Place = &place
		if p.r.IntN(3) > 0 {
			d := day.AddDate(0, 0, -p.r.IntN(4)).Format("2006-01-02")
			o.Date = &extract.Date{Start: &d, Precision: graph.PrecisionDay}
		}
		start := text.Len()
		text.WriteString([]string{"relations with ", "the withdrawal of the troops of ", "trade in wheat with ", "sanctions on ", "security of "}[p.r.IntN(5)])
		of := write(graph.KindPlace, nations[p.r.IntN(len(nations))])
		if p.r.IntN(2) == 0 {
			text.WriteString("and the forces in ")
			of = write(graph.KindPlace, nations[p.r.IntN(len(nations))])
		}
		topic := strings.TrimSpace(text.String()[start:])
		o.Topics = []extract.Topic{{Text: topic, Start: start, End: start + len(topic), Entities: []string{of}}}
		text.WriteString(". ")
		o.Evidence = []extract.Quote{{Start: from, End: text.Len(), Quote: text.String()[from:]}}
		if met {
			res.Meetings = append(res.Meetings, extract.Meeting{Occurrence: o, Mode: graph.ModeInPerson})
		} else {
			res.Events = append(res.Events, extract.Event{Occurrence: o, Type: graph.EventAssault})
		}
	}
	res.Article.Text = text.String()
	for i := range res.Entities {
		for j := range res.Entities[i].Mentions {
			res.Entities[i].Mentions[j].Sentence = graph.Span{Start: 0, End: text.Len()}
		}
	}
	return resolve.Claims(res, "press/1", time.Unix(0, 0).UTC())
}

// counting counts the units and nodes that go between the resolver and the
// store: what a change touches, on whatever machine and store.
type counting struct {
	graph.Tx
	read, written *int
}

func (c counting) Units(ctx context.Context, ids []graph.ID) ([]graph.Unit, error) {
	u, err := c.Tx.Units(ctx, ids)
	*c.read += len(u)
	return u, err
}

func (c counting) UnitsInBlocks(ctx context.Context, blocks []string) ([]graph.Unit, error) {
	u, err := c.Tx.UnitsInBlocks(ctx, blocks)
	*c.read += len(u)
	return u, err
}

func (c counting) UnitsOf(ctx context.Context, nodes []graph.ID) ([]graph.Unit, error) {
	u, err := c.Tx.UnitsOf(ctx, nodes)
	*c.read += len(u)
	return u, err
}

func (c counting) Nodes(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Node, error) {
	n, err := c.Tx.Nodes(ctx, ids)
	*c.read += len(n)
	return n, err
}

func (c counting) PutUnits(ctx context.Context, units []graph.Unit) error {
	*c.written += len(units)
	return c.Tx.PutUnits(ctx, units)
}

func (c counting) PutNodes(ctx context.Context, nodes []graph.Node) error {
	*c.written += len(nodes)
	return c.Tx.PutNodes(ctx, nodes)
}

// BenchmarkAdd adds batches of 64 articles to graphs of growing size; what an
// article costs, and what it touches, should hardly grow.
func BenchmarkAdd(b *testing.B) {
	stores := []struct {
		name string
		open func(*testing.B) (graph.Store, error)
	}{
		{"sqlite", func(b *testing.B) (graph.Store, error) {
			return sqlite.Open(context.Background(), filepath.Join(b.TempDir(), "graph.db"))
		}},
		{"neo4j", func(b *testing.B) (graph.Store, error) {
			return neo4j.Open(context.Background(), neo4jtest.Start(b), neo4j.Config{})
		}},
	}
	for _, s := range stores {
		for _, size := range []int{1_000, 10_000, 100_000} {
			b.Run(fmt.Sprintf("%s/%d", s.name, size), func(b *testing.B) {
				store, err := s.open(b)
				if err != nil {
					b.Fatal(err)
				}
				defer store.Close()
				benchmarkAdd(b, store, size)
			})
		}
	}
}

func benchmarkAdd(b *testing.B, s graph.Store, size int) {
	const batch = 64
	ctx := context.Background()
	p := newPress(1, size)
	next := 0
	var read, written int
	write := func() []graph.Claims {
		claims := make([]graph.Claims, batch)
		for i := range claims {
			var err error
			if claims[i], err = p.article(next, size); err != nil {
				b.Fatal(err)
			}
			next++
		}
		return claims
	}
	add := func(claims []graph.Claims) {
		err := s.Update(ctx, func(tx graph.Tx) error {
			_, err := resolve.Add(ctx, counting{tx, &read, &written}, claims)
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	for next < size {
		add(write())
	}
	read, written = 0, 0
	for b.Loop() {
		b.StopTimer()
		claims := write()
		b.StartTimer()
		add(claims)
	}
	articles := float64(b.N * batch)
	b.ReportMetric(float64(b.Elapsed().Microseconds())/articles, "µs/article")
	b.ReportMetric(float64(read)/articles, "read/article")
	b.ReportMetric(float64(written)/articles, "written/article")
}
