package loader

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/article"
	"github.com/whomet/whomet/loader/extract"
	"github.com/whomet/whomet/loader/resolve"
)

// Editor keeps a graph right by people's words, an article or a judgement at a
// time. What it refuses it says in a [graph.Refusal].
type Editor struct {
	Store graph.Store
	// Extractor brings what reads articles, when one is to be read.
	Extractor func() (Extractor, error)
	// Now tells the time; nil means time.Now.
	Now func() time.Time
}

func (e *Editor) now() time.Time {
	if e.Now != nil {
		return e.Now()
	}
	return time.Now()
}

func refusef(format string, args ...any) error {
	return &graph.Refusal{Reason: fmt.Sprintf(format, args...)}
}

func missingf(format string, args ...any) error {
	return &graph.Refusal{Reason: fmt.Sprintf(format, args...), Missing: true}
}

// scores are those of a person's word on a pair.
var scores = map[graph.Verdict]float64{graph.VerdictSame: 1, graph.VerdictDifferent: 0, graph.VerdictUndecided: 0.5}

// Judge says whether two entities of one kind, or two names of one entity, are
// one. An entity's id stands for its fullest name. The word is later than all
// that was said of the pair before, so that it stands.
func (e *Editor) Judge(ctx context.Context, a, b graph.ID, verdict graph.Verdict, reason, by string) (graph.Judgement, error) {
	return e.judge(ctx, a, b, graph.NodeKind.IsEntity, "person, organization or place", verdict, reason, by)
}

// JudgeOccurrences says whether two meetings, or two other events, or two
// reports of one, are one. An occurrence's id stands for one of its reports.
// The word is later than all that was said of the pair before.
func (e *Editor) JudgeOccurrences(ctx context.Context, a, b graph.ID, verdict graph.Verdict, reason, by string) (graph.Judgement, error) {
	return e.judge(ctx, a, b, graph.NodeKind.IsOccurrence, "meeting or event", verdict, reason, by)
}

func (e *Editor) judge(ctx context.Context, a, b graph.ID, kind func(graph.NodeKind) bool, kinds string, verdict graph.Verdict, reason, by string) (graph.Judgement, error) {
	score, ok := scores[verdict]
	if !ok {
		return graph.Judgement{}, refusef("the verdict is %q; say SAME, DIFFERENT or UNDECIDED", verdict)
	}
	switch {
	case a == "" || b == "":
		return graph.Judgement{}, refusef("one of the two ids is empty; give the ids of two, or of two names or reports of one")
	case a == b:
		return graph.Judgement{}, refusef("%s was given twice; judge two, or two names or reports of one", a)
	}
	return e.say(ctx, graph.Judgement{A: a, B: b, Verdict: verdict, Score: score, Reason: reason, By: by}, kind, kinds)
}

// Rename calls an entity by another name; the empty name leaves it to the
// articles again.
func (e *Editor) Rename(ctx context.Context, id graph.ID, name, by string) error {
	word := graph.Judgement{A: id, Verdict: graph.VerdictCalled, Name: name, Score: 1, By: by}
	_, err := e.say(ctx, word, graph.NodeKind.IsEntity, "person, organization or place")
	return err
}

// say writes a word on units that are there and of a node of such a kind, as
// of now; kinds names them.
func (e *Editor) say(ctx context.Context, j graph.Judgement, kind func(graph.NodeKind) bool, kinds string) (graph.Judgement, error) {
	for _, s := range []*string{&j.Name, &j.Reason, &j.By} {
		*s = strings.TrimSpace(*s)
	}
	if err := checkWord(j); err != nil {
		return j, err
	}
	on := []graph.ID{j.A}
	if j.B != "" {
		on = append(on, j.B)
	}
	at := e.now().UTC()
	err := e.Store.Update(ctx, func(tx graph.Tx) error {
		nodes, err := tx.Nodes(ctx, on)
		if err != nil {
			return err
		}
		for _, id := range on {
			switch n, ok := nodes[id]; {
			case !ok:
				return missingf("there is no %s %q", kinds, id)
			case !kind(n.Kind):
				return refusef("%s is no %s but of kind %s", id, kinds, n.Kind)
			case n.Kind != nodes[on[0]].Kind:
				return refusef("%s is of kind %s and %s of kind %s; only those of one kind can be one", on[0], nodes[on[0]].Kind, id, n.Kind)
			}
		}
		if k := nodes[on[0]].Kind; k.IsOccurrence() {
			j.Of = k
		}
		before, err := tx.JudgementsOn(ctx, on)
		if err != nil {
			return err
		}
		j.At = at
		j = j.Identified()
		for _, o := range before {
			if o.A == j.A && o.B == j.B && !o.ByRule() && !o.At.Before(j.At) {
				j.At = o.At.Add(time.Microsecond)
			}
		}
		j = j.Identified()
		return resolve.Judge(ctx, tx, []graph.Judgement{j})
	})
	return j, err
}

// The largest texts of a person's word, in bytes.
const (
	maxName   = 500
	maxReason = 5000
)

// checkWord refuses what no person's word can be.
func checkWord(j graph.Judgement) error {
	switch {
	case j.By == "":
		return refusef("nobody is named who says so; give your name (--by, in GraphQL: by)")
	case j.By == graph.ByRules:
		return refusef("%s is the name of the rules; name a person", j.By)
	case len(j.By) > maxName || len(j.Name) > maxName || len(j.Reason) > maxReason:
		return refusef("a name may have %d bytes and a reason %d; there are more", maxName, maxReason)
	case !utf8.ValidString(j.Name + j.By + j.Reason):
		return refusef("a name or the reason is not UTF-8")
	case strings.ContainsFunc(j.Name+j.By, unicode.IsControl):
		return refusef("a name has a line break or another control character in it")
	}
	return nil
}

// RemoveArticle takes an article and all that only it supports back.
func (e *Editor) RemoveArticle(ctx context.Context, id graph.ID) error {
	return e.Store.Update(ctx, func(tx graph.Tx) error {
		there, err := tx.Loaded(ctx, []graph.ID{id})
		if err != nil {
			return err
		}
		if len(there) == 0 {
			return missingf("there is no article %s", id)
		}
		return resolve.Remove(ctx, tx, []graph.ID{id})
	})
}

// removeBatch is the number of articles taken back in one transaction.
const removeBatch = 64

// Remove takes articles and all that only they support back, batch by batch;
// those that are not there are passed over.
func (e *Editor) Remove(ctx context.Context, ids []graph.ID) error {
	for some := range slices.Chunk(ids, removeBatch) {
		if err := e.Store.Update(ctx, func(tx graph.Tx) error { return resolve.Remove(ctx, tx, some) }); err != nil {
			return err
		}
	}
	return nil
}

// LoadArticle reads one article, given as text or as html with what is known
// of it: URL, Title, Source, PublishedAt.
func (e *Editor) LoadArticle(ctx context.Context, a graph.Article, html string) (graph.LoadResult, error) {
	var out graph.LoadResult
	if (strings.TrimSpace(a.Text) == "") == (strings.TrimSpace(html) == "") {
		return out, refusef("give the article's text or its html, one of the two")
	}
	line, err := json.Marshal(map[string]any{"text": a.Text, "html": html, "url": a.URL, "title": a.Title, "source": a.Source, "publishedAt": a.PublishedAt})
	if err != nil {
		return out, err
	}
	ex, err := e.Extractor()
	if err != nil {
		return out, err
	}
	in := Input{Paths: []string{article.Stdin}, Stdin: article.As(bytes.NewReader(line), article.JSONL)}
	known := Options{Store: e.Store, Extractor: ex}.known
	asked := func(ctx context.Context, a graph.Article) (bool, error) {
		out.Article = a.ID
		return known(ctx, a)
	}
	var add []graph.Claims
	for x, err := range Extract(ctx, ex, in, 1, asked) {
		var bad *article.Rejected
		switch {
		case errors.As(err, &bad):
			return out, refusef("the article %s", bad.Reason)
		case err != nil:
			return out, err
		case x.Known:
			continue
		}
		claims, err := resolve.Claims(x.Result, ex.Version(), e.now())
		if err != nil {
			return out, err
		}
		add = append(add, claims)
	}
	err = e.Store.Update(ctx, func(tx graph.Tx) error {
		sum, err := resolve.Add(ctx, tx, add)
		if err != nil {
			return err
		}
		out.Already = sum.Added+sum.Replaced == 0
		out.Counts, err = count(ctx, tx, out.Article)
		return err
	})
	return out, err
}

// count tells of how many nodes an article speaks, by kind.
func count(ctx context.Context, tx graph.Tx, article graph.ID) (map[graph.NodeKind]int, error) {
	claims, err := tx.Claims(ctx, []graph.ID{article})
	if err != nil {
		return nil, err
	}
	var units []graph.ID
	for _, c := range claims {
		for _, m := range c.Mentions {
			units = append(units, m.Unit)
		}
		for _, r := range c.Reports {
			units = append(units, r.Unit)
		}
	}
	nodes, err := tx.Nodes(ctx, units)
	if err != nil {
		return nil, err
	}
	counts, seen := map[graph.NodeKind]int{}, map[graph.ID]bool{}
	for _, n := range nodes {
		if !seen[n.ID()] {
			seen[n.ID()] = true
			counts[n.Kind]++
		}
	}
	return counts, nil
}

// pageSize is how many are read of the store at a time.
const pageSize = 1000

// Articles returns the articles that a person names: one by its id or address,
// or all that were loaded from a path.
func (e *Editor) Articles(ctx context.Context, named string) ([]graph.ID, error) {
	id, byURL := graph.ID(named), extract.Meta{URL: named}.ArticleID("")
	nodes, err := e.Store.Nodes(ctx, []graph.ID{id, byURL})
	if err != nil {
		return nil, err
	}
	for _, id := range []graph.ID{id, byURL} {
		if nodes[id].Article != nil {
			return []graph.ID{id}, nil
		}
	}
	var out []graph.ID
	for {
		q := graph.ArticleQuery{Filter: graph.ArticleFilter{Path: []string{named}}, Page: graph.Page{Offset: len(out), Limit: pageSize}}
		lists, err := e.Store.Articles(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, a := range lists[""].Items {
			out = append(out, a.ID)
		}
		if len(lists[""].Items) < pageSize {
			break
		}
	}
	if len(out) == 0 {
		return nil, missingf("no article has the id, the address or the path %q", named)
	}
	return out, nil
}

// Judgements returns what people said, by time, then id.
func (e *Editor) Judgements(ctx context.Context) ([]graph.Judgement, error) {
	var out []graph.Judgement
	for {
		lists, err := e.Store.Judgements(ctx, graph.JudgementQuery{Said: true, Page: graph.Page{Offset: len(out), Limit: pageSize}})
		if err != nil {
			return nil, err
		}
		out = append(out, lists[""].Items...)
		if len(lists[""].Items) < pageSize {
			return out, nil
		}
	}
}
