package resolve_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/resolve"
)

// A history is what happens to a graph: articles come and go, people judge.
type history struct {
	claims []graph.Claims
	steps  []func(ctx context.Context, tx graph.Tx) error
	there  map[graph.ID]bool
	said   []graph.Judgement
}

func newHistory(t *testing.T, seed uint64, steps int) *history {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 29))
	claims, err := resolve.MakeArticles(r, 6+r.IntN(18))
	if err != nil {
		t.Fatal(err)
	}
	h := &history{claims: claims, there: map[graph.ID]bool{}}
	said := resolve.MakeJudgements(r, claims, 1+r.IntN(10))
	for range steps {
		from := r.IntN(len(claims))
		some := claims[from:min(from+1+r.IntN(6), len(claims))]
		switch r.IntN(5) {
		case 0:
			var ids []graph.ID
			for _, c := range some {
				ids = append(ids, c.Article.ID)
				delete(h.there, c.Article.ID)
			}
			h.steps = append(h.steps, func(ctx context.Context, tx graph.Tx) error { return resolve.Remove(ctx, tx, ids) })
		case 1:
			words := said[r.IntN(len(said)):]
			h.said = append(h.said, words...)
			h.steps = append(h.steps, func(ctx context.Context, tx graph.Tx) error { return resolve.Judge(ctx, tx, words) })
		default:
			for _, c := range some {
				h.there[c.Article.ID] = true
			}
			h.steps = append(h.steps, func(ctx context.Context, tx graph.Tx) error { _, err := resolve.Add(ctx, tx, some); return err })
		}
	}
	return h
}

// outcome is the history without its ups and downs: what was said, and the
// articles that are there in the end, in two batches, in whatever order.
func (h *history) outcome(r *rand.Rand) []func(ctx context.Context, tx graph.Tx) error {
	var left []graph.Claims
	for _, c := range h.claims {
		if h.there[c.Article.ID] {
			left = append(left, c)
		}
	}
	r.Shuffle(len(left), func(i, j int) { left[i], left[j] = left[j], left[i] })
	add := func(c []graph.Claims) func(context.Context, graph.Tx) error {
		return func(ctx context.Context, tx graph.Tx) error { _, err := resolve.Add(ctx, tx, c); return err }
	}
	steps := []func(context.Context, graph.Tx) error{
		add(left[:len(left)/2]), add(left[len(left)/2:]),
		func(ctx context.Context, tx graph.Tx) error { return resolve.Judge(ctx, tx, h.said) },
	}
	r.Shuffle(len(steps), func(i, j int) { steps[i], steps[j] = steps[j], steps[i] })
	return steps
}

func live(t *testing.T, s graph.Store, steps []func(context.Context, graph.Tx) error) {
	t.Helper()
	for _, step := range steps {
		if err := s.Update(t.Context(), func(tx graph.Tx) error { return step(t.Context(), tx) }); err != nil {
			t.Fatal(err)
		}
	}
}

// Laws 1 to 4 and 6 on the embedded store: whatever happened, the graph is,
// byte by byte, that of the articles that are there and of what was said,
// every fact in it is one that an article tells, and every id leads to the
// node that stands for it.
func TestHistories(t *testing.T) {
	for seed := range uint64(resolve.Rounds(20)) {
		h := newHistory(t, seed, 12)
		a, b := open(t), open(t)
		live(t, a, h.steps)
		live(t, b, h.outcome(rand.New(rand.NewPCG(seed, 31))))
		got, want := export(t, a), export(t, b)
		if got != want {
			t.Fatalf("seed %d: the history shows:\n%s", seed, firstDifference(got, want))
		}
		told(t, a)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// Laws 1, 3 and 7: both stores export the same bytes after the same history,
// and after it is unmade.
func TestHistoriesOnBothStores(t *testing.T) {
	ctx, server := t.Context(), openServer(t)
	var judged []graph.ID
	for seed := range uint64(resolve.Rounds(4)) {
		h := newHistory(t, 1000+seed, 8)
		file := open(t)
		live(t, file, h.steps)
		live(t, server, h.steps)
		got, want := export(t, server), export(t, file)
		if got != want {
			t.Fatalf("seed %d: the stores differ:\n%s", seed, firstDifference(got, want))
		}
		var ids []graph.ID
		for _, c := range h.claims {
			ids = append(ids, c.Article.ID)
		}
		for _, j := range h.said {
			judged = append(judged, j.ID)
		}
		// Nothing is left for the next but what was said, which goes by hand.
		err := server.Update(ctx, func(tx graph.Tx) error {
			if err := resolve.Remove(ctx, tx, ids); err != nil {
				return err
			}
			return tx.RemoveNodes(ctx, judged)
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := export(t, server); got != "" {
			t.Fatalf("seed %d: all was taken back; what is left is\n%s", seed, got)
		}
	}
}

// told fails where the graph holds what no article tells and no person says:
// laws 2 and 6.
func told(t *testing.T, s graph.Store) {
	t.Helper()
	texts := map[graph.ID][]rune{}
	entities, occurrences, topics := map[graph.ID]*graph.Entity{}, map[graph.ID]*graph.Occurrence{}, map[graph.ID]*graph.Topic{}
	namings, reports := map[graph.ID][]graph.Mention{}, map[graph.ID][]graph.Report{}
	entityOf := map[graph.ID]graph.ID{} // mention -> entity
	calls := map[string]bool{}
	wordings := map[graph.ID][]string{} // by unit
	var units []graph.ID
	for r, err := range s.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case r.Entity != nil:
			entities[r.ID()] = r.Entity
		case r.Occurrence != nil:
			occurrences[r.ID()] = r.Occurrence
		case r.Topic != nil:
			topics[r.ID()] = r.Topic
		case r.Judgement != nil:
			calls[r.Judgement.Name] = true
		default:
			texts[r.ID()] = []rune(r.Article.Text)
		}
		for _, m := range r.Mentions {
			namings[m.Entity] = append(namings[m.Entity], m.Mention)
			entityOf[m.Mention.ID] = m.Entity
		}
		for _, p := range r.Reports {
			reports[p.Occurrence] = append(reports[p.Occurrence], p.Report)
			for _, topic := range p.Report.Topics {
				wordings[topic.Unit] = append(wordings[topic.Unit], topic.Text)
				units = append(units, topic.Unit)
			}
		}
	}
	quoted := func(article graph.ID, at graph.Span, words string) {
		t.Helper()
		if text := texts[article]; at.Start < 0 || at.End > len(text) || string(text[at.Start:at.End]) != words {
			t.Errorf("article %s does not say %q at %d", article, words, at.Start)
		}
	}
	for id, e := range entities {
		var forms, offices []string
		var by []graph.ID
		spans := 0
		for _, m := range namings[id] {
			forms = append(append(forms, m.Name), m.Aliases...)
			by = append(by, m.ID)
			spans += len(m.Spans)
			for _, p := range m.Positions {
				offices = append(offices, p.Title)
			}
			for _, at := range m.Spans {
				quoted(m.Article, at.Span, at.Text)
			}
		}
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			if !slices.Contains(forms, name) && !(calls[name] && name == e.Name) {
				t.Errorf("nobody calls %s %q", id, name)
			}
		}
		for _, p := range e.Positions {
			if !slices.Contains(offices, p.Title) {
				t.Errorf("no article says that %s is %q", e.Name, p.Title)
			}
			for _, m := range p.Mentions {
				if !slices.Contains(by, m) {
					t.Errorf("mention %s, which says that %s is %q, is of another", m, e.Name, p.Title)
				}
			}
		}
		if spans != e.MentionCount || spans == 0 {
			t.Errorf("%s is named %d times, not %d", e.Name, spans, e.MentionCount)
		}
	}
	for id, o := range occurrences {
		status, dated, noDate := false, false, true
		took := map[graph.ID]bool{}
		subjects := map[graph.ID]bool{}
		for _, r := range reports[id] {
			status = status || r.Status == o.Status
			noDate = noDate && r.Date == nil
			dated = dated || o.Date != nil && r.Date != nil && *o.Date == *r.Date
			for _, p := range r.Participants {
				took[entityOf[p.Mention]] = true
			}
			for _, topic := range r.Topics {
				subjects[topic.Unit] = true
				quoted(r.Article, topic.Span, topic.Text)
			}
			for _, q := range r.Evidence {
				quoted(r.Article, q.Span, q.Quote)
			}
			if len(r.Evidence) == 0 {
				t.Errorf("report %s has no quote", r.ID)
			}
		}
		if len(reports[id]) == 0 || !status || o.Date == nil != noDate || o.Date != nil && !dated {
			t.Errorf("no article tells of %s as %s on %v", o.Summary, o.Status, o.Date)
		}
		for _, p := range o.Participants {
			if !took[p.Entity] {
				t.Errorf("no article says that %s took part in %s", p.Entity, o.Summary)
			}
		}
		if o.Place != "" && entities[o.Place] == nil {
			t.Errorf("%s was held at %s, which no article names", o.Summary, o.Place)
		}
		for _, x := range o.Relations {
			for _, c := range x.Evidence {
				quoted(c.Article, c.Span, c.Quote.Quote)
			}
		}
	}
	stands := map[graph.ID]graph.ID{} // unit -> node
	for entity, all := range namings {
		for _, m := range all {
			units, stands[m.Unit] = append(units, m.Unit), entity
		}
	}
	for occurrence, all := range reports {
		for _, r := range all {
			units, stands[r.Unit] = append(units, r.Unit), occurrence
		}
	}
	nodes, err := s.Nodes(t.Context(), units)
	if err != nil {
		t.Fatal(err)
	}
	for unit, node := range stands {
		if nodes[unit].ID() != node {
			t.Errorf("the id %s leads to %s, not to %s", unit, nodes[unit].ID(), node)
		}
	}
	said := map[graph.ID][]string{}
	for unit, words := range wordings {
		said[nodes[unit].ID()] = append(said[nodes[unit].ID()], words...)
	}
	for id, topic := range topics {
		for _, w := range topic.Wordings {
			if !slices.Contains(said[id], w) {
				t.Errorf("no article speaks of %q", w)
			}
		}
	}
}
