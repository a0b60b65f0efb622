package graphtest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

// hostileNames are names that break stores which build statements of them,
// sort by something else than code points, or bound the length of keys.
var hostileNames = []string{
	`Robert'); DROP TABLE node;--`,
	`"double" and 'single' and` + " `back`",
	`back\slash \u0041 \n`,
	"tab\tand\nnew line\r\nand bell\a",
	"\x01\x02\x1f\x7f",
	"$param {map} [list] (:Label)-[:TYPE]->() // comment",
	"100% _under_ *star* ?mark",
	"😀 emoji 👩‍👩‍👧",
	"ﬁ ligature", // U+FB01: above all of UTF-16's surrogates, below emoji by code point
	"\u202eright to left\u202c",
	"Ａ full width",
	"e\u0301 decomposed",
	"é composed",
	"null", "NULL", "true", "0", "NaN", `{"json": [1, 2]}`,
	strings.Repeat("long ", 100) + "name",
	strings.Repeat("x", 10000),
	strings.Repeat("東", 5000),
}

// hostileWords are words of query languages, as people may type them.
var hostileWords = []string{
	"NOT", "NEAR", "AND OR", `"a AND b"`, "col:word", "words:fish", "^first", "a*b", "fish*", "-fish", "--", "-NOT", "{x}", "(fish)", "fish)", `"fish"`,
	`fish"`, "fish~2", "fish^4", "/fi.*/", "[a TO z]", "fish AND NOT strait", `\fish`, "fish OR *", "+fish", "!fish", "&&", "'fish'", "😀", "東京", strings.Repeat("word ", 50),
}

func testHostile(t *testing.T, open Opener) {
	f := openSample(t, open)
	var nodes []graph.Node
	var units []graph.Unit
	for i, name := range hostileNames {
		id := graph.NewID("graphtest hostile", name)
		nodes = append(nodes, graph.Node{Kind: graph.KindOrganization, Entity: &graph.Entity{ID: id, Kind: graph.KindOrganization, Name: name, Aliases: []string{"hostile", name + name},
			Positions: []graph.Position{{Title: name, Of: f.id("norland"), Mentions: []graph.ID{graph.ID(name)}}}}})
		topic := graph.NewID("graphtest hostile topic", name)
		nodes = append(nodes, graph.Node{Kind: graph.KindTopic, Topic: &graph.Topic{ID: topic, Name: name, Wordings: []string{name, "hostile"}}})
		event := graph.NewID("graphtest hostile event", name)
		nodes = append(nodes, graph.Node{Kind: graph.KindEvent, Occurrence: &graph.Occurrence{ID: event, Kind: graph.KindEvent, Summary: name, Status: graph.StatusHeld,
			Type: graph.EventOther, Date: &graph.DateSpan{Text: name}, Topics: []graph.ID{topic}, Participants: []graph.Participation{{Entity: id, Role: graph.RoleAgent, Title: name}}}})
		units = append(units,
			graph.Unit{ID: id, Kind: graph.KindOrganization, Node: id, Blocks: []string{name}, Data: []byte(name)},
			graph.Unit{ID: event, Kind: graph.KindEvent, Node: event, Blocks: []string{name}})
		f.sample.Claims = append(f.sample.Claims, hostileArticle(i, name, id, event))
	}
	ctx := t.Context()
	err := f.store.Update(ctx, func(tx graph.Tx) error {
		if err := tx.PutNodes(ctx, nodes); err != nil {
			return err
		}
		if err := tx.PutUnits(ctx, units); err != nil {
			return err
		}
		return tx.PutClaims(ctx, f.sample.Claims[6:])
	})
	if err != nil {
		t.Fatal(err)
	}
	f.sample.Nodes = append(f.sample.Nodes, nodes...)
	f.sample.Units = append(f.sample.Units, units...)
	n := newNaive(f.sample.Graph)

	f.run("nodes and claims come back as they were", func(f fixture) {
		var ids, articles []graph.ID
		for _, node := range nodes {
			ids = append(ids, node.ID())
		}
		compare(f, "Nodes", ids, f.store.Nodes, n.Nodes)
		for _, c := range f.sample.Claims[6:] {
			articles = append(articles, c.Article.ID)
		}
		f.update(func(ctx context.Context, tx graph.Tx) error {
			got, err := tx.Claims(ctx, articles)
			want := slices.Clone(f.sample.Claims[6:])
			slices.SortFunc(want, func(a, b graph.Claims) int { return strings.Compare(string(a.Article.ID), string(b.Article.ID)) })
			same(f, "claims", got, want)
			return err
		})
		compare(f, "Reports", graph.ReportQuery{Anchor: graph.AnchorArticle, Anchors: articles, Page: graph.Page{Limit: 9}}, f.store.Reports, n.Reports)
		compare(f, "Mentions", graph.MentionQuery{Anchor: graph.AnchorArticle, Anchors: articles, Page: graph.Page{Limit: 9}}, f.store.Mentions, n.Mentions)
	})
	f.run("units come back as they were", func(f fixture) {
		f.update(func(ctx context.Context, tx graph.Tx) error {
			got, err := tx.UnitsInBlocks(ctx, hostileNames)
			want := slices.Clone(units)
			slices.SortFunc(want, func(a, b graph.Unit) int { return strings.Compare(string(a.ID), string(b.ID)) })
			same(f, "units", got, want)
			return err
		})
	})
	f.run("names sort by code point", func(f fixture) {
		compare(f, "Entities", graph.EntityQuery{Order: []graph.Order{{By: graph.OrderName}}, Page: graph.Page{Limit: 100}}, f.store.Entities, n.Entities)
		compare(f, "Topics", graph.TopicQuery{Page: graph.Page{Limit: 100}}, f.store.Topics, n.Topics)
	})
	f.run("edges carry them", func(f fixture) {
		compare(f, "Neighbors", graph.NeighborQuery{Nodes: f.ids("norland"), LimitPerNode: 100}, f.store.Neighbors, n.Neighbors)
	})
	f.run("names filter", func(f fixture) {
		for _, name := range hostileNames {
			for _, filter := range []graph.StringFilter{{Eq: &name}, {In: []string{name}}, {Contains: &name}, {StartsWith: &name}} {
				compare(f, "Entities", graph.EntityQuery{Filter: graph.EntityFilter{Name: &filter}, Page: graph.Page{Limit: 100}}, f.store.Entities, n.Entities)
			}
			compare(f, "Articles", graph.ArticleQuery{Filter: graph.ArticleFilter{Source: &graph.StringFilter{Eq: &name}}, Page: graph.Page{Limit: 9}}, f.store.Articles, n.Articles)
		}
	})
	f.run("names are looked up", func(f fixture) {
		for _, name := range hostileNames {
			compare(f, "Lookup", graph.LookupQuery{Keys: terms.QueryKeys(name), Prefix: terms.PrefixKey(name), Limit: 100}, f.store.Lookup, n.Lookup)
		}
	})
	f.run("texts are searched", func(f fixture) {
		for _, words := range append(hostileWords, hostileNames...) {
			text, err := terms.Parse(words)
			if err != nil {
				continue
			}
			compare(f, "Search", graph.TextQuery{Text: text, Limit: 100}, f.store.Search, n.Search)
			compare(f, "Articles", graph.ArticleQuery{Filter: graph.ArticleFilter{Text: &text}, Page: graph.Page{Limit: 9}}, f.store.Articles, n.Articles)
			compare(f, "Entities", graph.EntityQuery{Filter: graph.EntityFilter{Position: &text}, Page: graph.Page{Limit: 9}}, f.store.Entities, n.Entities)
		}
	})
	f.run("conditions that no parser makes", func(f fixture) {
		for _, words := range hostileWords {
			for _, text := range []graph.Text{{Words: []string{words}}, {Op: graph.TextPrefix, Words: []string{words}}, {Op: graph.TextNot, Parts: []graph.Text{{Words: []string{words, words}}}}} {
				ask(f, f.store.Search, graph.TextQuery{Text: text, Limit: 3}) // any answer, but no error
			}
		}
		for _, text := range []graph.Text{{Op: graph.TextAnd}, {Op: graph.TextOr}, {Op: graph.TextNot, Parts: []graph.Text{{Op: graph.TextAnd}}}, {Op: graph.TextOr, Parts: []graph.Text{{Op: graph.TextAnd}, {Words: []string{"fish"}}}}} {
			compare(f, "Search", graph.TextQuery{Text: text, Limit: 100}, f.store.Search, n.Search)
		}
	})
	f.run("ids are no statements", func(f fixture) {
		var ids []graph.ID
		for _, name := range hostileNames {
			ids = append(ids, graph.ID(name))
		}
		compare(f, "Nodes", append(ids, f.id("ada")), f.store.Nodes, n.Nodes)
		compare(f, "Occurrences", graph.OccurrenceQuery{Kind: graph.KindMeeting, Anchor: graph.AnchorParticipant, Anchors: append(ids, f.id("ada")), Filter: graph.OccurrenceFilter{WhoNot: ids}, Page: graph.Page{Limit: 9}}, f.store.Occurrences, n.Occurrences)
	})
}

// hostileArticle is an article that says nothing but one name, everywhere.
func hostileArticle(i int, name string, organization, event graph.ID) graph.Claims {
	id := graph.NewID("graphtest hostile article", fmt.Sprint(i))
	whole := graph.Span{End: len([]rune(name))}
	return graph.Claims{
		Article: graph.Article{ID: id, SourceID: name, Path: name, URL: name, Title: name, Source: name, Language: "en", Text: name, Extractor: name},
		Mentions: []graph.Mention{{ID: graph.NewID("graphtest hostile mention", fmt.Sprint(i)), Article: id, Kind: graph.KindOrganization, Name: name, Aliases: []string{name}, Unit: organization,
			Spans: []graph.NamedSpan{{Span: whole, Text: name, Sentence: whole}}}},
		Reports: []graph.Report{{ID: graph.NewID("graphtest hostile report", fmt.Sprint(i)), Article: id, Kind: graph.KindEvent, Unit: event, Extractor: name,
			Topics: []graph.TopicClaim{{Span: whole, Text: name}}, Evidence: []graph.Quote{{Span: whole, Quote: name}}}},
	}
}
