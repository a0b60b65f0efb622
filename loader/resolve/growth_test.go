package resolve_test

import (
	"context"
	"encoding/json"
	"errors"
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

// press makes articles as news come: people and bodies by a heavy-tailed law
// out of as many as there are articles, so that the most told are in a fixed
// share of them; meetings and attacks told by several articles within days;
// and the same number of articles each day, so that only the size of the graph
// grows, not what happens at once.
type press struct {
	r       *rand.Rand
	people  []string
	bodies  []body
	offices map[string]uint64 // person -> body
	zipf    *rand.Zipf
	known   *rand.Zipf // of bodies
}

// body is an organization, told in full and by its letters.
type body struct{ name, acronym string }

// articlesADay is what a few newspapers print of politics: 100,000 articles
// are ten years of it.
const articlesADay = 27

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
	p := &press{r: r, offices: map[string]uint64{}, zipf: rand.NewZipf(r, 1.3, 8, uint64(people-1))}
	surnames := make([]string, people/3+1)
	for i := range surnames {
		surnames[i] = word(2 + r.IntN(2))
	}
	for range people {
		p.people = append(p.people, word(2)+" "+surnames[r.IntN(len(surnames))])
	}
	for range people/10 + 10 {
		var b body
		for _, w := range []string{word(2), word(2), word(2), []string{"Council", "Party", "Agency", "Front", "League"}[r.IntN(5)]} {
			b.name, b.acronym = strings.TrimSpace(b.name+" "+w), b.acronym+w[:1]
		}
		p.bodies = append(p.bodies, b)
	}
	p.known = rand.NewZipf(r, 1.3, 8, uint64(len(p.bodies)-1))
	for _, who := range p.people {
		p.offices[who] = p.known.Uint64()
	}
	return p
}

var nations = []string{"United States", "Iran", "Iraq", "France", "China", "Russia", "Germany", "Israel", "Egypt", "Japan"}

// article makes the n-th article.
func (p *press) article(n int) (graph.Claims, error) {
	day := time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n/articlesADay)
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
	// organization tells a body in full, often with its letters after, and at
	// times by its letters alone.
	organization := func(b body) string {
		how := p.r.IntN(6)
		if _, told := index[b.name]; how == 0 && !told {
			return write(graph.KindOrganization, b.acronym)
		}
		id := write(graph.KindOrganization, b.name)
		if e := &res.Entities[index[b.name]]; how < 4 && e.Aliases == nil {
			e.Aliases = []string{b.acronym}
			e.Mentions = append(e.Mentions, extract.Mention{Start: text.Len(), End: text.Len() + len(b.acronym), Text: b.acronym})
			text.WriteString(b.acronym + " ")
		}
		return id
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
				if i := index[who]; res.Entities[i].Positions == nil {
					position := extract.Position{Title: []string{"President", "Foreign Minister", "Secretary"}[p.r.IntN(3)]}
					if p.r.IntN(3) == 0 {
						of := organization(p.bodies[p.offices[who]])
						position.Of = &of
					} else {
						of := nations[len(who)%len(nations)]
						position.OfText = &of
					}
					res.Entities[i].Positions = []extract.Position{position}
				}
			}
		} else {
			x, y := p.r.IntN(len(nations)), p.r.IntN(len(nations)-1)
			if y >= x {
				y++
			}
			o.Participants = []extract.Participant{{Entity: write(graph.KindPlace, nations[x]), Role: graph.RoleAgent}, {Entity: write(graph.KindPlace, nations[y]), Role: graph.RolePatient}}
			if p.r.IntN(2) == 0 {
				o.Participants[0].Entity = organization(p.bodies[p.known.Uint64()])
			}
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

// counting counts what goes between the resolver and the store: what a change
// touches, on whatever machine and store.
type counting struct {
	graph.Tx
	read, written *count
}

// count is a number of units and nodes, their bytes, and the largest's.
type count struct{ records, bytes, largest int }

func (c *count) add(bytes int) {
	c.records++
	c.bytes += bytes
	c.largest = max(c.largest, bytes)
}

func (c *count) units(us []graph.Unit) {
	for _, u := range us {
		c.add(len(u.Data) + len(strings.Join(u.Blocks, "")))
	}
}

func (c *count) node(n graph.Node) error {
	b, err := json.Marshal(n)
	c.add(len(b))
	return err
}

func (c counting) Units(ctx context.Context, ids []graph.ID) ([]graph.Unit, error) {
	u, err := c.Tx.Units(ctx, ids)
	c.read.units(u)
	return u, err
}

func (c counting) UnitsInBlocks(ctx context.Context, blocks []string) ([]graph.Unit, error) {
	u, err := c.Tx.UnitsInBlocks(ctx, blocks)
	c.read.units(u)
	return u, err
}

func (c counting) UnitsOf(ctx context.Context, nodes []graph.ID) ([]graph.Unit, error) {
	u, err := c.Tx.UnitsOf(ctx, nodes)
	c.read.units(u)
	return u, err
}

func (c counting) MentionsOf(ctx context.Context, units []graph.ID) ([]graph.DatedMention, error) {
	ms, err := c.Tx.MentionsOf(ctx, units)
	for _, m := range ms {
		c.read.add(len(m.Name))
	}
	return ms, err
}

func (c counting) Nodes(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Node, error) {
	got, err := c.Tx.Nodes(ctx, ids)
	for _, n := range got {
		err = errors.Join(err, c.read.node(n))
	}
	return got, err
}

func (c counting) PutUnits(ctx context.Context, units []graph.Unit) error {
	c.written.units(units)
	return c.Tx.PutUnits(ctx, units)
}

func (c counting) PutNodes(ctx context.Context, nodes []graph.Node) error {
	for _, n := range nodes {
		if err := c.written.node(n); err != nil {
			return err
		}
	}
	return c.Tx.PutNodes(ctx, nodes)
}

// BenchmarkAdd adds batches of 64 articles to graphs of growing size, then has
// others read again by another extractor; what an article costs, and what it
// touches, should hardly grow.
func BenchmarkAdd(b *testing.B) {
	stores := []struct {
		name string
		open func(*testing.B) (graph.Store, error)
	}{
		{"sqlite", func(b *testing.B) (graph.Store, error) {
			return sqlite.Open(context.Background(), filepath.Join(b.TempDir(), "graph.db"))
		}},
		{"neo4j", func(b *testing.B) (graph.Store, error) {
			return neo4j.Open(context.Background(), neo4jtest.StartLarge(b), neo4j.Config{})
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
	const batch, first = 64, 128
	ctx := context.Background()
	p := newPress(1, size)
	next := 0
	write := func(n int) []graph.Claims {
		claims := make([]graph.Claims, n)
		for i := range claims {
			var err error
			if claims[i], err = p.article(next); err != nil {
				b.Fatal(err)
			}
			next++
		}
		return claims
	}
	add := func(claims []graph.Claims, wrap func(graph.Tx) graph.Tx) {
		err := s.Update(ctx, func(tx graph.Tx) error {
			_, err := resolve.Add(ctx, wrap(tx), claims)
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	bare := func(tx graph.Tx) graph.Tx { return tx }
	for next < size {
		add(write(first), bare)
	}
	for b.Loop() {
		b.StopTimer()
		claims := write(batch)
		b.StartTimer()
		add(claims, bare)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*batch), "µs/article")
	// What is touched is counted apart from the time.
	const counted = 8
	var read, written count
	for range counted {
		add(write(batch), func(tx graph.Tx) graph.Tx { return counting{tx, &read, &written} })
	}
	each := func(n int) float64 { return float64(n) / (counted * batch) }
	b.ReportMetric(each(read.records), "read/article")
	b.ReportMetric(each(read.bytes), "B-read/article")
	b.ReportMetric(float64(read.largest), "B-largest")
	b.ReportMetric(each(written.records), "written/article")
	b.ReportMetric(each(written.bytes), "B-written/article")
	// Articles of a third of the way, read again by another extractor.
	p, next = newPress(1, size), 0
	write(size / 3)
	var again time.Duration
	read = count{}
	for range counted {
		claims := write(batch)
		for i := range claims {
			claims[i].Article.Extractor = "press/2"
		}
		start := time.Now()
		add(claims, func(tx graph.Tx) graph.Tx { return counting{tx, &read, &written} })
		again += time.Since(start)
	}
	b.ReportMetric(float64(again.Microseconds())/(counted*batch), "µs/replaced")
	b.ReportMetric(each(read.records), "read/replaced")
}
