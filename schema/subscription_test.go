package schema_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/graphtest"
	"github.com/whomet/whomet/graph/neo4j"
	"github.com/whomet/whomet/graph/neo4j/neo4jtest"
	"github.com/whomet/whomet/graph/sqlite"
	"github.com/whomet/whomet/schema"
)

const poll = 5 * time.Millisecond

// onTwoProcesses runs a test on two stores that are open on one database, as
// two processes have them. count is as of onEachStore, of the first.
func onTwoProcesses(t *testing.T, test func(t *testing.T, serves, loads graph.Store, count func() int)) {
	none := func(string) {}
	for name, open := range map[string]func(*testing.T) func(trace func(string)) (graph.Store, error){
		"sqlite": func(t *testing.T) func(func(string)) (graph.Store, error) {
			file := filepath.Join(t.TempDir(), "test.db")
			return func(trace func(string)) (graph.Store, error) {
				return sqlite.Open(t.Context(), file, sqlite.WithTrace(trace))
			}
		},
		"neo4j": func(t *testing.T) func(func(string)) (graph.Store, error) {
			url := neo4jtest.Start(t)
			return func(trace func(string)) (graph.Store, error) {
				return neo4j.Open(t.Context(), url, neo4j.Config{Trace: trace})
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			var sent counter
			var stores []graph.Store
			again := open(t)
			for _, trace := range []func(string){sent.add, none} {
				s, err := again(trace)
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { s.Close() })
				stores = append(stores, s)
			}
			test(t, stores[0], stores[1], sent.take)
		})
	}
}

// subscribed is a subscription in a test.
type subscribed struct {
	*testing.T
	// cancel ends its context, end the whole of it.
	cancel, end func()
	next        func() (schema.Response, bool)
}

func subscribe(t *testing.T, a *schema.API, doc string) subscribed {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	next, stop := iter.Pull(a.Subscribe(ctx, schema.Request{Query: doc}))
	end := func() { cancel(); stop() }
	t.Cleanup(end)
	return subscribed{t, cancel, end, next}
}

// wants waits for as many answers as are wanted, and compares.
func (s subscribed) wants(answers ...string) {
	s.Helper()
	for _, want := range answers {
		r, ok := s.next()
		b, err := json.Marshal(r)
		if err != nil {
			s.Fatal(err)
		}
		if !ok {
			s.Fatalf("ended, want %s", want)
		}
		if got := string(b); got != want {
			s.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func put(t *testing.T, s graph.Store, claims ...graph.Claims) {
	t.Helper()
	err := s.Update(t.Context(), func(tx graph.Tx) error {
		for _, c := range claims {
			if err := tx.RemoveClaims(t.Context(), []graph.ID{c.Article.ID}); err != nil {
				return err
			}
		}
		return tx.PutClaims(t.Context(), claims)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestMeetingReported subscribes with several filters, has articles loaded by
// this process and another, and looks at what comes: each report once.
func TestMeetingReported(t *testing.T) {
	told := func(article, summary string) string {
		return fmt.Sprintf(`{"data":{"meetingReported":{"article":{"title":%q},"occurrence":{"summary":%q}}}}`, article, summary)
	}
	onTwoProcesses(t, func(t *testing.T, serves, loads graph.Store, count func() int) {
		sample := graphtest.Sample()
		all := sample.Claims
		sample.Claims = all[:1]
		if err := sample.Put(t.Context(), serves); err != nil {
			t.Fatal(err)
		}
		title := func(n int) string { return all[n].Article.Title }
		a := schema.New(schema.Config{Store: serves, Poll: poll})
		on := func(filter string) subscribed {
			return subscribe(t, a, `subscription{meetingReported`+filter+`{article{title} occurrence{summary}}}`)
		}
		held, any := on(""), on("(filter:{status:[HELD,PLANNED,CANCELLED]})")
		ada, dario := on(`(filter:{who:[{name:"Ada Lindqvist"}]})`), on(`(filter:{who:[{name:"Dario Vey"}],not:{whoAny:[{name:"Ada Lindqvist"}]}})`)
		const summit, call, visit, conference, dinner, video = "Lindqvist receives Castellan", "Lindqvist and Okafor telephone", "Lindqvist to visit Port Vesper",
			"Conference on tariffs", "Okafor dines with Vey", "Castellan calls off Vey"

		put(t, loads, all[2], all[4]) // two in one instant
		held.wants(told(title(2), summit), told(title(4), dinner), told(title(4), call))
		any.wants(told(title(2), visit), told(title(2), summit), told(title(4), dinner), told(title(4), video), told(title(4), call))
		ada.wants(told(title(2), summit), told(title(4), call))
		dario.wants(told(title(4), dinner))

		put(t, serves, all[4]) // read again: nothing anew
		put(t, loads, all[0])
		late := on("")
		put(t, serves, all[1])
		held.wants(told(title(1), call))
		any.wants(told(title(1), call))
		ada.wants(told(title(1), call))
		late.wants(told(title(1), call))
		put(t, loads, all[3])
		held.wants(told(title(3), conference))
		late.wants(told(title(3), conference))
		dario.cancel()
		if _, ok := dario.next(); ok {
			t.Error("a subscription that nobody listens to goes on")
		}

		// Quiet subscriptions cost one statement a poll, however many; none, nothing.
		count()
		time.Sleep(40 * poll)
		if n := count(); n == 0 || n > 41 {
			t.Errorf("%d statements in 40 polls", n)
		}
		for _, s := range []subscribed{held, any, ada, late} {
			s.end()
		}
		eventually(t, "the polling ends", func() bool { count(); time.Sleep(10 * poll); return count() == 0 })
	})
}

// TestManyArrivals has more come at once than is asked for at a time, to a
// client that is slow: the statements do not grow with them.
func TestManyArrivals(t *testing.T) {
	const many = 120
	onTwoProcesses(t, func(t *testing.T, serves, loads graph.Store, count func() int) {
		sample := graphtest.Sample()
		if err := sample.Put(t.Context(), serves); err != nil {
			t.Fatal(err)
		}
		a := schema.New(schema.Config{Store: serves, Poll: time.Second})
		s := subscribe(t, a, `subscription{meetingReported{quote article{title} occurrence{summary participants{entity{name}}}}}`)
		var claims []graph.Claims
		for n := range many {
			c := graph.Claims{Article: sample.Claims[0].Article, Reports: slices.Clone(sample.Claims[0].Reports[:1])}
			c.Article.ID, c.Article.Title = graph.NewID("many", fmt.Sprint(n)), fmt.Sprint(n)
			c.Reports[0].ID, c.Reports[0].Article = graph.NewID("many report", fmt.Sprint(n)), c.Article.ID
			claims = append(claims, c)
		}
		put(t, loads, claims...)
		count()
		for n := range many {
			r, _ := s.next()
			if !strings.Contains(string(r.Data), fmt.Sprintf(`"title":"%d"`, n)) || !strings.Contains(string(r.Data), `"Ada Lindqvist"`) {
				t.Fatalf("the answer %d is %s %v", n, r.Data, r.Errors)
			}
		}
		// Three pages of three levels, the polls aside.
		if n := count(); n > 20 {
			t.Errorf("%d statements for %d reports", n, many)
		}
	})
}

// faulty is a store in which whatever reports is told to; each question may
// fail or wait.
type faulty struct {
	graph.Reader
	mark, polls atomic.Int64
	fails       atomic.Bool
	waits       atomic.Bool
}

func (f *faulty) Arrivals(_ context.Context, q graph.ArrivalQuery) (graph.Arrivals, error) {
	f.polls.Add(1)
	if f.fails.Load() {
		return graph.Arrivals{}, errors.New("no route to host")
	}
	var items []graph.ReportItem
	var numbers []int
	for n := q.After + 1; n <= int(f.mark.Load()) && len(items) < q.Limit; n++ {
		items, numbers = append(items, graph.ReportItem{Report: graph.Report{Unit: graph.ID(fmt.Sprint(n)), Article: "a"}}), append(numbers, n)
	}
	return q.Answer(items, numbers, int(f.mark.Load())), nil
}

func (f *faulty) Nodes(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Node, error) {
	if f.waits.Load() {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	return map[graph.ID]graph.Node{"a": {Kind: graph.KindArticle, Article: &graph.Article{ID: "a"}}}, nil
}

// A subscription outlives a store that does not answer for a while, and an
// answer that takes too long.
func TestSubscriptionsGoOn(t *testing.T) {
	store := &faulty{}
	a := schema.New(schema.Config{Store: store, Poll: poll, Limits: schema.Limits{Time: 200 * time.Millisecond}})
	s := subscribe(t, a, `subscription{meetingReported{id article{id}}}`)
	good := func(n int) string {
		return fmt.Sprintf(`{"data":{"meetingReported":{"id":"%d","article":{"id":"a"}}}}`, n)
	}
	store.mark.Store(1)
	s.wants(good(1))
	store.fails.Store(true)
	store.mark.Store(2)
	time.Sleep(10 * poll)
	store.fails.Store(false)
	s.wants(good(2))

	time.Sleep(300 * time.Millisecond) // longer than an answer may take
	store.waits.Store(true)
	store.mark.Store(3)
	r, _ := s.next()
	if code(r) != "LIMIT" || string(r.Data) != "null" {
		t.Errorf("an answer that takes too long is %s %v", r.Data, r.Errors)
	}
	store.waits.Store(false)
	store.mark.Store(4)
	s.wants(good(4))
}

func TestRefusedSubscriptions(t *testing.T) {
	store := &faulty{}
	a := schema.New(schema.Config{Store: store, Poll: poll, Limits: schema.Limits{Subscriptions: 2, Cost: 5000}})
	for _, c := range []struct{ doc, code, says string }{
		{`subscription{meetingReported(filter:{when:{from:"2020",to:"2019"}}){id}}`, "BAD_USER_INPUT", "backwards"},
		{`subscription{meetingReported(filter:{or:[` + strings.Repeat("{},", 50) + `]}){id}}`, "LIMIT", "51 filters"},
		{`subscription{meetingReported{occurrence{reports(first:100){nodes{occurrence{reports(first:100){nodes{id}}}}}}}}`, "LIMIT", "the limit is 5000"},
		{`subscription{meetingReported{id} b:meetingReported{id}}`, "BAD_USER_INPUT", "one field"},
		{`subscription{__typename}`, "GRAPHQL_VALIDATION_FAILED", "introspection"},
		{`subscription{meetingReported @skip(if:true){id}}`, "BAD_USER_INPUT", "one field"},
		{`subscription{nothing}`, "GRAPHQL_VALIDATION_FAILED", "nothing"},
		{`subscription{`, "GRAPHQL_PARSE_FAILED", ""},
	} {
		s := subscribe(t, a, c.doc)
		r, _ := s.next()
		if len(r.Errors) != 1 || code(r) != c.code || !strings.Contains(r.Errors[0].Message, c.says) {
			t.Errorf("%.60s: got %v (%s), want %s: … %s …", c.doc, r.Errors, code(r), c.code, c.says)
		}
		if _, ok := s.next(); ok {
			t.Errorf("%.60s: it goes on", c.doc)
		}
	}
	r := a.Execute(t.Context(), schema.Request{Query: `subscription{meetingReported{id}}`})
	if code(r) != "BAD_USER_INPUT" || !strings.Contains(r.Errors[0].Message, "text/event-stream") {
		t.Errorf("a subscription as a query: %v", r.Errors)
	}

	// As many as the limit says; one that ends makes room.
	one, two := subscribe(t, a, `subscription{meetingReported{id}}`), subscribe(t, a, `subscription{meetingReported{id}}`)
	three := subscribe(t, a, `subscription{meetingReported{id}}`)
	if r, _ := three.next(); code(r) != "LIMIT" || !strings.Contains(r.Errors[0].Message, "2 subscriptions already") {
		t.Errorf("one too many: %v", r.Errors)
	}
	one.end()
	eventually(t, "there is room again", func() bool {
		s := subscribe(t, a, `subscription{meetingReported{id}}`)
		store.mark.Add(1)
		r, _ := s.next()
		s.end()
		return len(r.Errors) == 0
	})
	two.end()
}

// TestSubscriptionsLeaveNothing begins and ends many: no goroutine is left.
func TestSubscriptionsLeaveNothing(t *testing.T) {
	store := &faulty{}
	a := schema.New(schema.Config{Store: store, Poll: poll})
	before := runtime.NumGoroutine()
	for n := range 100 {
		s := subscribe(t, a, `subscription{meetingReported{id}}`)
		if n%2 == 0 {
			store.mark.Add(1)
			s.next()
		}
		s.end()
	}
	if store.polls.Load() < 100 { // each asks where it begins
		t.Error("the subscriptions did not begin")
	}
	eventually(t, "all goroutines end", func() bool { return runtime.NumGoroutine() <= before })
	polls := store.polls.Load()
	time.Sleep(10 * poll)
	if store.polls.Load() != polls {
		t.Error("the store is asked though nobody has subscribed")
	}
}

func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !is(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("it is not so that %s", what)
		}
	}
}
