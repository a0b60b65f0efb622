// Package graphtest is the suite of promises that every graph.Store keeps.
//
// [TestStore] runs it on a store; there is no list of exceptions. Most of it
// asks about [Sample], a small graph drawn above its code.
//
// Where the contract of package graph leaves room, the suite settles it:
//
//   - A known anchor with nothing to list has an empty list; an unknown one is
//     left out.
//   - An empty set that is not nil holds nowhere (for WhoNot: everywhere).
//   - Orders by date go by the first day a date may mean ([graph.DateSpan.First]).
//     A counterpart's FirstMet and LastMet are the starts of the first and
//     last dated meetings; an edge's Start and End are those of its date.
//   - Full-text conditions hold over the words of terms.ArticleIndex,
//     terms.ReportIndex and terms.TopicIndex.
//   - A participant with two roles is one participant when counting, filtering
//     and walking; the walk's label is the first role (or, of positions at one
//     body, the first title).
//   - Spans that start together are listed by their end, then by entity;
//     reports whose first quotes start together by their id.
//   - The weight of a topic is the number of held meetings about it, that of
//     an article the first day it may be of as a number (20190305), 0 where
//     unknown. A node that only the prefix found carries no keys.
//   - A limit of 0 asks for none.
//   - Arrivals are numbered from 1 on, in the order in which claims and their
//     reports are put, those of events too.
//   - An edge or a position that leads to no node fails PutNodes; articles are
//     put and removed as claims only; claims of an article that is there
//     already fail PutClaims.
//   - The order in which one update puts claims, units and nodes does not
//     matter.
package graphtest

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/whomet/whomet/graph"
)

// An Opener opens an empty store for one test and closes it when the test
// ends. The store calls trace with each statement it sends to its database;
// it may be called by several goroutines at once.
type Opener func(t *testing.T, trace func(statement string)) graph.Store

// TestStore tests that the stores that open opens keep the promises of
// graph.Store.
func TestStore(t *testing.T, open Opener) {
	t.Run("Read", func(t *testing.T) {
		f := openSample(t, open)
		for _, test := range []struct {
			name string
			run  func(fixture)
		}{
			{"Nodes", testNodes},
			{"Texts", testTexts},
			{"Occurrences", testOccurrences},
			{"OccurrenceFilters", testOccurrenceFilters},
			{"Entities", testEntities},
			{"Articles", testArticles},
			{"Mentions", testMentions},
			{"Reports", testReports},
			{"Arrivals", testArrivals},
			{"Judgements", testJudgements},
			{"Topics", testTopics},
			{"Counterparts", testCounterparts},
			{"Relations", testRelations},
			{"CoMentions", testCoMentions},
			{"Neighbors", testNeighbors},
			{"Lookup", testLookup},
			{"Search", testSearch},
			{"Timeline", testTimeline},
			{"Facets", testFacets},
			{"Stats", testStats},
			{"All", testAll},
			{"Ready", testReady},
			{"Cancelled", testCancelled},
		} {
			t.Run(test.name, func(t *testing.T) { test.run(f.in(t)) })
		}
	})
	t.Run("Random", func(t *testing.T) { testRandom(t, open) })
	t.Run("Hostile", func(t *testing.T) { testHostile(t, open) })
	t.Run("Write", func(t *testing.T) {
		for _, test := range []struct {
			name string
			run  func(*testing.T, Opener)
		}{
			{"Claims", testClaims},
			{"Units", testUnits},
			{"PutJudgements", testPutJudgements},
			{"PutNodesReplaces", testPutNodesReplaces},
			{"RemoveNodes", testRemoveNodes},
			{"RemoveClaims", testRemoveClaims},
			{"ArriveOnce", testArriveOnce},
			{"ArriveFromSeveral", testArriveFromSeveral},
			{"DanglingEdge", testDanglingEdge},
			{"AnyOrder", testAnyOrder},
			{"UpdateIsAtomic", testUpdateIsAtomic},
			{"UpdatesAreSerialised", testUpdatesAreSerialised},
			{"ReadersSeeWholeUpdates", testReadersSeeWholeUpdates},
		} {
			t.Run(test.name, func(t *testing.T) { test.run(t, open) })
		}
	})
}

// A fixture is a store that holds the sample, within one test.
type fixture struct {
	*testing.T
	store  graph.Store
	sample SampleGraph
	sent   *statements
}

// statements are those that a store sent to its database.
type statements struct {
	mu   sync.Mutex
	list []string
}

func (s *statements) add(statement string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.list = append(s.list, statement)
}

func (s *statements) take() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := s.list
	s.list = nil
	return list
}

func openSample(t *testing.T, open Opener) fixture {
	t.Helper()
	f := fixture{T: t, sample: Sample(), sent: &statements{}}
	f.store = open(t, f.sent.add)
	if err := f.sample.Put(t.Context(), f.store); err != nil {
		t.Fatalf("put the sample: %v", err)
	}
	return f
}

// in returns the fixture within a subtest.
func (f fixture) in(t *testing.T) fixture { f.T = t; return f }

func (f fixture) run(name string, test func(fixture)) {
	f.Run(name, func(t *testing.T) { test(f.in(t)) })
}

func (f fixture) id(name string) graph.ID        { return f.sample.ID(name) }
func (f fixture) ids(names ...string) []graph.ID { return f.sample.IDs(names...) }

// asked says that the test asked the store one question, and tests that the
// store asked its database no more than once.
func (f fixture) asked(err error) {
	f.Helper()
	if err != nil {
		f.Fatalf("ask: %v", err)
	}
	if sent := f.sent.take(); len(sent) > 1 {
		f.Errorf("%d statements were sent for one question:\n%s", len(sent), strings.Join(sent, "\n---\n"))
	}
}

// A method of graph.Reader.
type method[Q, R any] = func(context.Context, Q) (R, error)

// ask puts a question to the store; it fails the test on an error and where
// the question took more than one statement.
func ask[Q, R any](f fixture, store method[Q, R], q Q) R {
	f.Helper()
	f.sent.take()
	r, err := store(f.Context(), q)
	f.asked(err)
	return r
}

// want compares what the store answered, written as text, with what the test
// expects.
func (f fixture) want(got, want string) {
	f.Helper()
	if strings.TrimSpace(got) != strings.TrimSpace(want) {
		f.Errorf("got  %s\nwant %s", got, want)
	}
}

// show writes lists by anchor: "ada: summit call (4); bruno: (0)", each item
// by its name and the size of the whole in parentheses. Anchors go by name; a
// list without an anchor is written without one.
func show[T any](f fixture, lists map[graph.ID]graph.List[T], item func(T) string) string {
	byName := map[string]string{}
	for id, list := range lists {
		var words []string
		for _, it := range list.Items {
			words = append(words, item(it))
		}
		words = append(words, fmt.Sprintf("(%d)", list.Total))
		name := f.name(id)
		if id == "" {
			byName[""] = strings.Join(words, " ")
			continue
		}
		byName[name] = name + ": " + strings.Join(words, " ")
	}
	var all []string
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		all = append(all, byName[name])
	}
	return strings.Join(all, "; ")
}

// name returns what the sample calls a node, an article or a unit: a unit
// that is not its node's least is "ada'".
func (f fixture) name(id graph.ID) string {
	if n := f.sample.Name(id); n != "" {
		return n
	}
	for n := range f.sample.b.units {
		if f.sample.UnitID(n) == id {
			return n + "'"
		}
	}
	return string(id)
}

func (f fixture) names(ids []graph.ID) string {
	var names []string
	for _, id := range ids {
		names = append(names, f.name(id))
	}
	return strings.Join(names, " ")
}

func (f fixture) occurrence(o graph.Occurrence) string { return f.name(o.ID) }
func (f fixture) article(a graph.Article) string       { return f.name(a.ID) }
func (f fixture) entity(e graph.EntityItem) string     { return f.name(e.Entity.ID) }
