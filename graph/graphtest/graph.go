package graphtest

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/whomet/whomet/graph"
)

// Graph is all that a store can hold: claims, the units that their identity
// was decided on, and the nodes made of them.
type Graph struct {
	Claims []graph.Claims
	Units  []graph.Unit
	// Nodes are entities, occurrences and topics; articles are claims.
	Nodes []graph.Node
}

// Put writes the graph in one update. The store must not hold its articles
// yet.
func (g Graph) Put(ctx context.Context, s graph.Store) error {
	return s.Update(ctx, func(tx graph.Tx) error {
		if err := tx.PutClaims(ctx, g.Claims); err != nil {
			return err
		}
		if err := tx.PutUnits(ctx, g.Units); err != nil {
			return err
		}
		return tx.PutNodes(ctx, g.Nodes)
	})
}

// A builder makes a graph of which the nodes, articles and reports are called
// by short names ("ada", "summit", "a1"): it finds the spans, sentences and
// quotes in the text and counts what the resolver would count.
type builder struct {
	Graph
	articles map[string]*graph.Claims
	entities map[string]*graph.Entity
	// units are the names of the units of each node; the node's id is the
	// least of their ids.
	units map[string][]string
	kinds map[string]graph.NodeKind
	// judgements are the ids of the judgements, by name.
	judgements map[string]graph.ID
}

func newBuilder() *builder {
	return &builder{
		articles: map[string]*graph.Claims{},
		entities: map[string]*graph.Entity{},
		units:    map[string][]string{},
		kinds:    map[string]graph.NodeKind{},

		judgements: map[string]graph.ID{},
	}
}

func articleID(name string) graph.ID        { return graph.NewID("graphtest article", name) }
func unitID(node, unit string) graph.ID     { return graph.NewID("graphtest unit", node, unit) }
func mentionID(article, e string) graph.ID  { return graph.NewID("graphtest mention", article, e) }
func reportID(article, occ string) graph.ID { return graph.NewID("graphtest report", article, occ) }

// node declares a node and its units.
func (b *builder) node(kind graph.NodeKind, name string, units ...string) {
	b.kinds[name] = kind
	b.units[name] = units
}

// id returns the id of a declared node or an article; "" of "".
func (b *builder) id(name string) graph.ID {
	if name == "" {
		return ""
	}
	if _, ok := b.articles[name]; ok {
		return articleID(name)
	}
	if id, ok := b.judgements[name]; ok {
		return id
	}
	units, ok := b.units[name]
	if !ok {
		panic("graphtest: no node is called " + name)
	}
	least := unitID(name, units[0])
	for _, u := range units[1:] {
		least = min(least, unitID(name, u))
	}
	return least
}

func (b *builder) ids(names ...string) []graph.ID {
	var ids []graph.ID
	for _, n := range names {
		ids = append(ids, b.id(n))
	}
	return ids
}

// article adds an article; its first line is its title.
func (b *builder) article(name, source string, published graph.PartialDate, text string) {
	title, _, _ := strings.Cut(text, "\n")
	b.articles[name] = &graph.Claims{Article: graph.Article{
		ID:          articleID(name),
		SourceID:    name,
		Path:        name + ".txt",
		URL:         "https://news.example/" + name,
		Title:       title,
		Source:      source,
		PublishedAt: published,
		LoadedAt:    time.Date(2024, 2, 29, 12, 30, 0, 0, time.UTC),
		Language:    "en",
		Text:        text,
		Extractor:   "graphtest/1",
	}}
}

// entity adds an entity. MentionCount, FirstSeen and LastSeen are counted
// when the graph is made.
func (b *builder) entity(name string, e graph.Entity) {
	e.ID, e.Kind = b.id(name), b.kinds[name]
	b.entities[name] = &e
}

// mention says that the article names the entity by each of the forms,
// wherever they stand in its text; the first form is the fullest.
func (b *builder) mention(article, entity, unit string, forms ...string) {
	c := b.articles[article]
	m := graph.Mention{
		ID:      mentionID(article, entity),
		Article: c.Article.ID,
		Kind:    b.kinds[entity],
		Name:    forms[0],
		Aliases: forms[1:],
		Unit:    unitID(entity, unit),
	}
	text := []rune(c.Article.Text)
	for i := 0; i < len(text); i++ {
		for _, form := range forms {
			f := []rune(form)
			if i+len(f) <= len(text) && string(text[i:i+len(f)]) == form {
				m.Spans = append(m.Spans, graph.NamedSpan{Span: graph.Span{Start: i, End: i + len(f)}, Text: form, Sentence: sentence(text, i)})
				i += len(f) - 1
				break
			}
		}
	}
	if len(m.Spans) == 0 {
		panic(fmt.Sprintf("graphtest: %s does not say %q", article, forms))
	}
	c.Mentions = append(c.Mentions, m)
}

// sentence returns the span of the line or the sentence around a rune.
func sentence(text []rune, at int) graph.Span {
	start, end := at, at
	for start > 0 && text[start-1] != '\n' && !(text[start-1] == ' ' && start > 1 && text[start-2] == '.') {
		start--
	}
	for end < len(text) && text[end] != '\n' && text[end] != '.' {
		end++
	}
	if end < len(text) && text[end] == '.' {
		end++
	}
	return graph.Span{Start: start, End: end}
}

// report adds an article's account of an occurrence: what it says of topics
// and the sentences that say so. Who, when and where are as on the node.
func (b *builder) report(article, occurrence, unit string, topics map[string]string, quotes ...string) {
	c := b.articles[article]
	r := graph.Report{
		ID:         reportID(article, occurrence),
		Article:    c.Article.ID,
		Kind:       b.kinds[occurrence],
		Status:     graph.StatusHeld,
		Extractor:  "graphtest/1",
		Confidence: 0.9,
		Unit:       unitID(occurrence, unit),
	}
	for _, wording := range slices.Sorted(maps.Keys(topics)) {
		r.Topics = append(r.Topics, graph.TopicClaim{Span: b.span(c, wording), Text: wording, Unit: unitID(topics[wording], wording)})
	}
	for _, q := range quotes {
		r.Evidence = append(r.Evidence, graph.Quote{Span: b.span(c, q), Quote: q})
	}
	c.Reports = append(c.Reports, r)
}

func (b *builder) span(c *graph.Claims, words string) graph.Span {
	at := strings.Index(c.Article.Text, words)
	if at < 0 {
		panic(fmt.Sprintf("graphtest: %s does not say %q", c.Article.SourceID, words))
	}
	start := len([]rune(c.Article.Text[:at]))
	return graph.Span{Start: start, End: start + len([]rune(words))}
}

// occurrence adds a meeting or event.
func (b *builder) occurrence(name string, o graph.Occurrence) {
	o.ID, o.Kind = b.id(name), b.kinds[name]
	b.Nodes = append(b.Nodes, graph.Node{Kind: o.Kind, Occurrence: &o})
}

// citation quotes words of an article.
func (b *builder) citation(article, words string) graph.Citation {
	c := b.articles[article]
	return graph.Citation{Article: c.Article.ID, Quote: graph.Quote{Span: b.span(c, words), Quote: words}}
}

// relation is one that the words of an article tell.
func (b *builder) relation(kind graph.RelationKind, to, article, words string) graph.Relation {
	return graph.Relation{Kind: kind, To: b.id(to), Evidence: []graph.Citation{b.citation(article, words)}}
}

// topic adds a topic.
func (b *builder) topic(name string, t graph.Topic) {
	t.ID = b.id(name)
	slices.Sort(t.Concerns)
	b.Nodes = append(b.Nodes, graph.Node{Kind: graph.KindTopic, Topic: &t})
}

// judgement adds a judgement on two nodes; one that is not declared is a unit
// that is not there.
func (b *builder) judgement(name, on, and string, j graph.Judgement) {
	side := func(node string) graph.ID {
		if _, ok := b.units[node]; ok || node == "" {
			return b.id(node)
		}
		return unitID(node, node)
	}
	j.A, j.B = side(on), side(and)
	j = j.Identified()
	b.judgements[name] = j.ID
	b.Nodes = append(b.Nodes, graph.Node{Kind: graph.KindJudgement, Judgement: &j})
}

// graph counts what there is to count and returns the graph, everything in
// the order of its name.
func (b *builder) graph() Graph {
	g := b.Graph
	for _, name := range slices.Sorted(maps.Keys(b.articles)) {
		c := *b.articles[name]
		for _, m := range c.Mentions {
			for _, e := range b.entities {
				if unitNode(b, m.Unit) != e.ID {
					continue
				}
				e.MentionCount += len(m.Spans)
				if d := c.Article.PublishedAt; d != "" {
					if e.FirstSeen == "" || d.First() < e.FirstSeen.First() {
						e.FirstSeen = d
					}
					if e.LastSeen == "" || d.First() > e.LastSeen.First() {
						e.LastSeen = d
					}
				}
			}
		}
		g.Claims = append(g.Claims, c)
	}
	for _, name := range slices.Sorted(maps.Keys(b.entities)) {
		e := b.entities[name]
		g.Nodes = append(g.Nodes, graph.Node{Kind: e.Kind, Entity: e})
	}
	for _, name := range slices.Sorted(maps.Keys(b.units)) {
		for _, u := range b.units[name] {
			blocks := []string{"first:" + name[:1], "name:" + name}
			g.Units = append(g.Units, graph.Unit{
				ID: unitID(name, u), Kind: b.kinds[name], Node: b.id(name), Blocks: blocks, Data: []byte(fmt.Sprintf(`{"unit": %q}`, u)),
			})
		}
	}
	return g
}

func unitNode(b *builder, unit graph.ID) graph.ID {
	for node, units := range b.units {
		for _, u := range units {
			if unitID(node, u) == unit {
				return b.id(node)
			}
		}
	}
	return ""
}
