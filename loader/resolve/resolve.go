// Package resolve makes the graph of the claims: who is who, which meeting is
// which, which date, which place, which topic.
//
// Identity is decided on units ([graph.Unit]): a name, a report, a wording of
// a topic. What an article says about a unit is summarised in the unit's
// Data, and summaries merge in any order. Units find those they may be one
// with through blocks (keys that alike ones share); a pairwise relation says
// which of these may be one; and the closure of that relation around a unit,
// its component, is divided into nodes by a pure function. Every step depends
// on the set of units alone, so the graph is a function of the set of
// articles (law 1), and an article taken back leaves the graph it was not
// part of (law 3). An article costs what its components cost, never a pass
// over the graph.
//
// The order is: entities; topics, told in entities; occurrences, told in both.
// Units carry blocks for the units they are told in, so that what refers to a
// name is found when the name moves to another node.
package resolve

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/whomet/whomet/graph"
)

// Summary tells what [Add] did with the articles.
type Summary struct {
	// Added articles were new, Replaced ones had been read by another
	// extractor, Unchanged ones were there already.
	Added, Replaced, Unchanged int
}

// Add writes the claims of articles and mends the graph around them. Of
// several texts under one id (one URL, changed over time) one stands, whichever
// came first; see [Stays]. Of an article that is there with the same text from
// the same extractor nothing changes; from another extractor it is replaced.
// Run it inside [graph.Store.Update].
func Add(ctx context.Context, tx graph.Tx, claims []graph.Claims) (Summary, error) {
	var sum Summary
	claims = once(claims)
	ids := make([]graph.ID, len(claims))
	for i, c := range claims {
		ids[i] = c.Article.ID
	}
	there, err := articles(ctx, tx, ids)
	if err != nil {
		return sum, fmt.Errorf("resolve: %w", err)
	}
	var replaced []graph.ID
	var add []graph.Claims
	for _, c := range claims {
		have, ok := there[c.Article.ID]
		switch {
		case !ok:
			sum.Added++
		case Stays(have, c.Article):
			sum.Unchanged++
			continue
		default:
			sum.Replaced++
			replaced = append(replaced, c.Article.ID)
		}
		add = append(add, c)
	}
	if len(add) == 0 {
		return sum, nil
	}
	if err := change(ctx, tx, add, replaced); err != nil {
		return sum, fmt.Errorf("resolve %d articles: %w", len(add), err)
	}
	return sum, nil
}

// articles returns those of the articles that are in the store, with their
// texts.
func articles(ctx context.Context, tx graph.Tx, ids []graph.ID) (map[graph.ID]graph.Article, error) {
	loaded, err := tx.Loaded(ctx, ids)
	if err != nil || len(loaded) == 0 {
		return nil, err
	}
	claims, err := tx.Claims(ctx, sortedKeys(loaded))
	if err != nil {
		return nil, err
	}
	out := map[graph.ID]graph.Article{}
	for _, c := range claims {
		out[c.Article.ID] = c.Article
	}
	return out, nil
}

// Remove takes articles and all that only they support out of the store.
// Articles that are not there are passed over. Run it inside
// [graph.Store.Update].
func Remove(ctx context.Context, tx graph.Tx, articles []graph.ID) error {
	articles = slices.Clone(articles)
	slices.Sort(articles)
	articles = slices.Compact(articles)
	loaded, err := tx.Loaded(ctx, articles)
	if err != nil {
		return fmt.Errorf("resolve: %w", err)
	}
	articles = slices.DeleteFunc(articles, func(id graph.ID) bool { _, ok := loaded[id]; return !ok })
	if len(articles) == 0 {
		return nil
	}
	if err := change(ctx, tx, nil, articles); err != nil {
		return fmt.Errorf("take back %d articles: %w", len(articles), err)
	}
	return nil
}

// change takes articles away, adds others and mends the graph.
func change(ctx context.Context, tx graph.Tx, add []graph.Claims, remove []graph.ID) error {
	m := newMender(ctx, tx)
	if err := m.take(remove); err != nil {
		return err
	}
	if err := m.give(add); err != nil {
		return err
	}
	return m.mend()
}

// once returns the claims by article id, each article once: as the text that
// stands, read by the extractor of the greatest name.
func once(claims []graph.Claims) []graph.Claims {
	claims = slices.Clone(claims)
	slices.SortStableFunc(claims, func(a, b graph.Claims) int {
		return cmp.Or(cmp.Compare(a.Article.ID, b.Article.ID), -compareTexts(a.Article, b.Article), -cmp.Compare(a.Article.Extractor, b.Article.Extractor))
	})
	return slices.CompactFunc(claims, func(a, b graph.Claims) bool { return a.Article.ID == b.Article.ID })
}
