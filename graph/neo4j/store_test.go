package neo4j_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/graphtest"
	"github.com/whomet/whomet/graph/neo4j"
	"github.com/whomet/whomet/graph/neo4j/neo4jtest"
)

// database runs Cypher by hand.
type database struct {
	*testing.T
	driver.DriverWithContext
}

func byHand(t *testing.T, url string) database {
	d, err := driver.NewDriverWithContext(url, driver.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close(context.Background()) })
	return database{t, d}
}

func (d database) run(cypher string) *driver.EagerResult {
	d.Helper()
	result, err := driver.ExecuteQuery(d.Context(), d.DriverWithContext, cypher, nil, driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase("neo4j"))
	if err != nil {
		d.Fatalf("%s: %v", cypher, err)
	}
	return result
}

func TestOpenRefuses(t *testing.T) {
	for _, c := range []struct {
		name, before string
		cfg          neo4j.Config
		want         string
	}{
		{"what is not whomet's", "CREATE (:Invoice {id: 1})", neo4j.Config{}, "holds something else than whomet's graph; set NEO4J_DATABASE to an empty one"},
		{"a newer schema", "CREATE (:Store {id: 'whomet', schema: 99})", neo4j.Config{}, "a newer whomet wrote this store (its schema is 99"},
		{"a database that is not there", "RETURN 1", neo4j.Config{Database: "nowhere"}, `set NEO4J_DATABASE to a database of this server (it is "nowhere" now)`},
	} {
		t.Run(c.name, func(t *testing.T) {
			url := neo4jtest.Start(t)
			db := byHand(t, url)
			db.run(c.before)
			nodes := db.run("MATCH (n) RETURN count(n)").Records[0].Values[0]
			s, err := neo4j.Open(t.Context(), url, c.cfg)
			if err == nil {
				s.Close()
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("Open says %v, want %q", err, c.want)
			}
			if now := db.run("MATCH (n) RETURN count(n)").Records[0].Values[0]; now != nodes {
				t.Errorf("Open made %v nodes of %v", now, nodes)
			}
		})
	}
	t.Run("what does not answer", func(t *testing.T) {
		_, err := neo4j.Open(t.Context(), "bolt://127.0.0.1:1", neo4j.Config{})
		if err == nil || !strings.Contains(err.Error(), "check that Neo4j runs there") {
			t.Errorf("Open says %v", err)
		}
	})
	t.Run("what is no URL", func(t *testing.T) {
		_, err := neo4j.Open(t.Context(), "http://127.0.0.1", neo4j.Config{})
		if err == nil || !strings.Contains(err.Error(), "neo4j://host:7687") {
			t.Errorf("Open says %v", err)
		}
	})
}

func TestOpenTwiceAtOnceMakesOneStore(t *testing.T) {
	url := neo4jtest.Start(t)
	failed := make(chan error)
	for range 4 {
		go func() {
			s, err := neo4j.Open(t.Context(), url, neo4j.Config{})
			if err == nil {
				err = s.Close()
			}
			failed <- err
		}()
	}
	for range 4 {
		if err := <-failed; err != nil {
			t.Error(err)
		}
	}
	if n := byHand(t, url).run("MATCH (s:Store) RETURN count(s)").Records[0].Values[0]; n != int64(1) {
		t.Errorf("there are %v :Store nodes", n)
	}
}

// TestRouting opens the store by a neo4j:// URL, as one does a cluster.
func TestRouting(t *testing.T) {
	url := neo4jtest.Start(t)
	s, err := neo4j.Open(t.Context(), strings.Replace(url, "bolt://", "neo4j://", 1), neo4j.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Ready(t.Context()); err != nil {
		t.Error(err)
	}
}

// TestByHand asks in Cypher what a person would.
func TestByHand(t *testing.T) {
	url := neo4jtest.Start(t)
	s, err := neo4j.Open(t.Context(), url, neo4j.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	sample := graphtest.Sample()
	if err := sample.Put(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	db := byHand(t, url)
	for _, c := range []struct {
		cypher string
		want   []any
	}{
		{`MATCH (a:Person {name: "Ada Lindqvist"})-[:PARTICIPATED_IN]->(m:Meeting {status: "HELD"})<-[:PARTICIPATED_IN]-(b:Person)
			RETURN b.name + " on " + m.date ORDER BY m.date, b.name`,
			[]any{"Bruno Castellan on 2018", "Clara Okafor on 2018", "Élise Ångström on 2018", "Bruno Castellan on 2019-03-04", "Clara Okafor on 2019-05"}},
		{`MATCH (m:Meeting)-[:ABOUT]->(t:Topic {name: "harbour tariffs"}) RETURN m.summary ORDER BY m.summary`,
			[]any{"Castellan calls off Vey", "Conference on tariffs"}},
		{`MATCH (m:Meeting)-[:HELD_AT]->(:Place)-[:WITHIN*]->(:Place {name: "Norland"}) RETURN m.summary ORDER BY m.summary`,
			[]any{"Conference on tariffs", "Lindqvist receives Castellan"}},
		{`MATCH (p:Person)-[h:HOLDS_POSITION_AT]->(:Place {name: "Norland"}) RETURN p.name + ", " + h.title ORDER BY p.name, h.title`,
			[]any{"Ada Lindqvist, Foreign Minister", "Ada Lindqvist, Minister for Fisheries", "Greta Lindqvist, Deputy Foreign Minister"}},
		{`MATCH (a:Article)-[:MAKES]->(r:Report)-[:OF]->(:Meeting {summary: "Lindqvist and Okafor telephone"}) RETURN a.title + ": " + r.quotes[0] ORDER BY a.publishedAt LIMIT 1`,
			[]any{"A call and a plea: Ada Lindqvist and Clara Okafor of the Concord League spoke by telephone about fishing rights in the strait and an exchange of prisoners."}},
		{`MATCH (:Article {title: "Castellan invites"})-[:HAS]->(m:Mention)-[:REFERS_TO]->(e:Organization) RETURN e.name + ": " + m.sentences[0]`,
			[]any{"Harbour Front: The Harbour Front had shelled Port Vesper in February."}},
	} {
		var got []any
		for _, r := range db.run(c.cypher).Records {
			got = append(got, r.Values[0])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\ngot  %v\nwant %v", c.cypher, got, c.want)
		}
	}
}

// TestPlansStartWhereLeastIs looks at the plans of questions that name
// something: none goes through all nodes, or all of a label.
func TestPlansStartWhereLeastIs(t *testing.T) {
	url := neo4jtest.Start(t)
	var statement string
	s, err := neo4j.Open(t.Context(), url, neo4j.Config{Trace: func(cypher string) { statement = cypher }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	db := byHand(t, url)
	ctx, id, page := t.Context(), []graph.ID{"x"}, graph.Page{Limit: 5}
	word := graph.Text{Words: []string{"fish"}}
	name := "Ada"
	meetings := func(f graph.OccurrenceFilter) func() error {
		return func() error {
			_, err := s.Occurrences(ctx, graph.OccurrenceQuery{Kind: graph.KindMeeting, Filter: f, Page: page})
			return err
		}
	}
	for what, ask := range map[string]func() error{
		"nodes":           func() error { _, err := s.Nodes(ctx, id); return err },
		"texts":           func() error { _, err := s.Texts(ctx, id); return err },
		"meetings of who": meetings(graph.OccurrenceFilter{Who: [][]graph.ID{id}, Status: []graph.OccurrenceStatus{graph.StatusHeld}}),
		"meetings of two": meetings(graph.OccurrenceFilter{Who: [][]graph.ID{id, {"y"}}, WhoAny: id}),
		"meetings about":  meetings(graph.OccurrenceFilter{About: &word}),
		"meetings at":     meetings(graph.OccurrenceFilter{Where: id}),
		"meetings on":     meetings(graph.OccurrenceFilter{Topic: id}),
		"meetings or":     meetings(graph.OccurrenceFilter{Or: []graph.OccurrenceFilter{{About: &word}, {Who: [][]graph.ID{id}}}}),
		"meetings and":    meetings(graph.OccurrenceFilter{And: []graph.OccurrenceFilter{{Where: id}}, Not: &graph.OccurrenceFilter{About: &word}}),
		"meetings of each": func() error {
			_, err := s.Occurrences(ctx, graph.OccurrenceQuery{Kind: graph.KindMeeting, Anchor: graph.AnchorParticipant, Anchors: id, Page: page})
			return err
		},
		"people in": func() error {
			_, err := s.Entities(ctx, graph.EntityQuery{Filter: graph.EntityFilter{Article: "x"}, Page: page})
			return err
		},
		"people called": func() error {
			_, err := s.Entities(ctx, graph.EntityQuery{Filter: graph.EntityFilter{Name: &graph.StringFilter{Eq: &name}}, Page: page})
			return err
		},
		"members": func() error {
			_, err := s.Entities(ctx, graph.EntityQuery{Anchor: graph.AnchorOrganization, Anchors: id, Page: page})
			return err
		},
		"articles that say": func() error {
			_, err := s.Articles(ctx, graph.ArticleQuery{Filter: graph.ArticleFilter{Text: &word}, Page: page})
			return err
		},
		"articles that name": func() error {
			_, err := s.Articles(ctx, graph.ArticleQuery{Filter: graph.ArticleFilter{Mentions: [][]graph.ID{id}}, Page: page})
			return err
		},
		"mentions": func() error {
			_, err := s.Mentions(ctx, graph.MentionQuery{Anchor: graph.AnchorEntity, Anchors: id, Page: page})
			return err
		},
		"articles from": func() error {
			_, err := s.Articles(ctx, graph.ArticleQuery{Filter: graph.ArticleFilter{Path: []string{"a.txt"}}, Page: page})
			return err
		},
		"arrivals": func() error {
			_, err := s.Arrivals(ctx, graph.ArrivalQuery{Kind: graph.KindMeeting, Filter: graph.OccurrenceFilter{Who: [][]graph.ID{id}}, Limit: 5})
			return err
		},
		"judgements": func() error {
			_, err := s.Judgements(ctx, graph.JudgementQuery{Anchor: graph.AnchorEntity, Anchors: id, Page: page})
			return err
		},
		"candidates":     func() error { _, err := s.Judgements(ctx, graph.JudgementQuery{Page: page}); return err },
		"mentions by id": func() error { _, err := s.MentionsByID(ctx, id); return err },
		"reports": func() error {
			_, err := s.Reports(ctx, graph.ReportQuery{Anchor: graph.AnchorOccurrence, Anchors: id, Page: page})
			return err
		},
		"counterparts": func() error {
			_, err := s.Counterparts(ctx, graph.CounterpartQuery{Entities: id, Page: page})
			return err
		},
		"relations": func() error {
			_, err := s.Relations(ctx, graph.RelationQuery{Occurrences: id, Page: page})
			return err
		},
		"co-mentions": func() error { _, err := s.CoMentions(ctx, graph.CoMentionQuery{Entities: id, Page: page}); return err },
		"neighbors":   func() error { _, err := s.Neighbors(ctx, graph.NeighborQuery{Nodes: id, LimitPerNode: 5}); return err },
		"lookup":      func() error { _, err := s.Lookup(ctx, graph.LookupQuery{Keys: []string{"=ada"}, Limit: 5}); return err },
		"search":      func() error { _, err := s.Search(ctx, graph.TextQuery{Text: word, Limit: 5}); return err },
	} {
		if err := ask(); err != nil {
			t.Errorf("%s: %v", what, err)
			continue
		}
		for _, operator := range operators(db.run("EXPLAIN " + statement).Summary.Plan()) {
			if strings.HasPrefix(operator, "AllNodesScan") || strings.HasPrefix(operator, "NodeByLabelScan") || strings.Contains(operator, "RelationshipTypeScan") {
				t.Errorf("%s: the plan has %s:\n%s", what, operator, statement)
			}
		}
	}
}

func operators(p driver.Plan) []string {
	all := []string{p.Operator()}
	for _, child := range p.Children() {
		all = append(all, operators(child)...)
	}
	return all
}

// TestAWriterThatDied leaves a commit marked as begun: readers must be
// answered, and the next of them must not wait.
func TestAWriterThatDied(t *testing.T) {
	url := neo4jtest.Start(t)
	s, err := neo4j.Open(t.Context(), url, neo4j.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	sample := graphtest.Sample()
	if err := sample.Put(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	db := byHand(t, url)
	begun := func() any { return db.run("MATCH (c:Commit) RETURN c.begun <> c.done").Records[0].Values[0] }
	for name, then := range map[string]func() error{
		"a reader makes it good": func() error {
			got, err := s.Nodes(t.Context(), sample.IDs("ada"))
			if len(got) != 1 {
				t.Errorf("%d nodes", len(got))
			}
			return err
		},
		"a writer makes it good": func() error {
			return s.Update(t.Context(), func(graph.Tx) error {
				if begun() != false {
					t.Error("readers wait while another update goes on")
				}
				return nil
			})
		},
	} {
		t.Run(name, func(t *testing.T) {
			db.run("MATCH (c:Commit) SET c.begun = c.begun + 1")
			if err := then(); err != nil {
				t.Error(err)
			}
			if begun() != false {
				t.Error("the commit counts as begun still")
			}
		})
	}
}
