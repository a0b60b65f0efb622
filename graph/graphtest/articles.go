package graphtest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

func testTexts(f fixture) {
	got := ask(f, f.store.Texts, append(f.ids("a1", "a5", "ada"), "nothing"))
	if len(got) != 2 {
		f.Errorf("%d texts, want 2", len(got))
	}
	for _, c := range f.sample.Claims {
		if text, ok := got[c.Article.ID]; ok && text != c.Article.Text {
			f.Errorf("text of %s is %q", c.Article.SourceID, text)
		}
	}
}

func testArticles(f fixture) {
	all := graph.Page{Limit: 100}
	str := func(s string) *string { return &s }
	for _, c := range []struct {
		name string
		q    graph.ArticleQuery
		want string
	}{
		{"newest first, the undated last", graph.ArticleQuery{Page: all}, "a5 a3 a2 a1 a4 a6 (6)"},
		{"a page", graph.ArticleQuery{Page: graph.Page{Offset: 4, Limit: 4}}, "a4 a6 (6)"},
		{"beyond the end", graph.ArticleQuery{Page: graph.Page{Offset: 6, Limit: 4}}, "(6)"},
		{"only the total", graph.ArticleQuery{}, "(6)"},
		{"loaded from a path", graph.ArticleQuery{Filter: graph.ArticleFilter{Path: []string{"a2.txt", "a6.txt", "a7.txt"}}, Page: all}, "a2 a6 (2)"},
		{"loaded from nowhere", graph.ArticleQuery{Filter: graph.ArticleFilter{Path: []string{}}, Page: all}, "(0)"},
		{"text", graph.ArticleQuery{Filter: graph.ArticleFilter{Text: parse(f, "strait fishing")}, Page: all}, "a2 a1 a4 (3)"},
		{"title", graph.ArticleQuery{Filter: graph.ArticleFilter{Text: parse(f, "plea")}, Page: all}, "a2 (1)"},
		{"a word of both", graph.ArticleQuery{Filter: graph.ArticleFilter{Text: parse(f, "invites march")}, Page: all}, "a3 (1)"},
		{"a phrase", graph.ArticleQuery{Filter: graph.ArticleFilter{Text: parse(f, `"Norland and Sudmark"`)}, Page: all}, "a4 (1)"},
		{"words but not", graph.ArticleQuery{Filter: graph.ArticleFilter{Text: parse(f, "castellan -summit -conference")}, Page: all}, "a3 a1 (2)"},
		{"either of", graph.ArticleQuery{Filter: graph.ArticleFilter{Text: parse(f, "quill OR tariff")}, Page: all}, "a5 a4 a6 (3)"},
		{"operators as words", graph.ArticleQuery{Filter: graph.ArticleFilter{Text: &graph.Text{Op: graph.TextPhrase, Words: []string{"and", "not", "one"}}}, Page: all}, "a6 (1)"},
		{"source", graph.ArticleQuery{Filter: graph.ArticleFilter{Source: &graph.StringFilter{Eq: str("the strait post")}}, Page: all}, "a3 a1 (2)"},
		{"no source", graph.ArticleQuery{Filter: graph.ArticleFilter{Source: &graph.StringFilter{Eq: str("")}}, Page: all}, "a6 (1)"},
		{"published", graph.ArticleQuery{Filter: graph.ArticleFilter{Published: &graph.DateFilter{From: "2018-12", To: "2019-03-05"}}, Page: all}, "a1 a4 (2)"},
		{"published at any date", graph.ArticleQuery{Filter: graph.ArticleFilter{Published: &graph.DateFilter{}}, Page: all}, "a5 a3 a2 a1 a4 (5)"},
		{"mentions", graph.ArticleQuery{Filter: graph.ArticleFilter{Mentions: [][]graph.ID{f.ids("ada"), f.ids("clara")}}, Page: all}, "a2 a4 (2)"},
		{"mentions one of", graph.ArticleQuery{Filter: graph.ArticleFilter{Mentions: [][]graph.ID{f.ids("dario", "front")}}, Page: all}, "a5 a3 (2)"},
		{"mentions a unit", graph.ArticleQuery{Filter: graph.ArticleFilter{Mentions: [][]graph.ID{{f.sample.UnitID("ada")}}}, Page: all}, "a3 a2 a1 a4 (4)"},
		{"mentions none", graph.ArticleQuery{Filter: graph.ArticleFilter{Mentions: [][]graph.ID{{}}}, Page: all}, "(0)"},
		{"all at once", graph.ArticleQuery{Filter: graph.ArticleFilter{Text: parse(f, "strait"), Source: &graph.StringFilter{StartsWith: str("the")},
			Published: &graph.DateFilter{From: "2019"}, Mentions: [][]graph.ID{f.ids("ada")}}, Page: all}, "a1 (1)"},
		{"that name entities", graph.ArticleQuery{Anchor: graph.AnchorEntity, Anchors: append(f.ids("elise", "bruno", "norland"), "nobody", f.sample.UnitID("ada")), Page: graph.Page{Limit: 3}},
			"ada': a3 a2 a1 (4); bruno: a5 a3 a1 (4); elise: a2 a4 (2); norland: a1 a4 a6 (3)"},
		{"that name entities, filtered", graph.ArticleQuery{Anchor: graph.AnchorEntity, Anchors: f.ids("elise", "dario"), Filter: graph.ArticleFilter{Text: parse(f, "strait")}, Page: all},
			"dario: (0); elise: a2 a4 (2)"},
	} {
		f.run(c.name, func(f fixture) {
			got := ask(f, f.store.Articles, c.q)
			f.want(show(f, got, f.article), c.want)
			for _, list := range got {
				for _, a := range list.Items {
					if a.Text != "" {
						f.Errorf("%s comes with its text", f.name(a.ID))
					}
				}
			}
		})
	}
}

func testMentions(f fixture) {
	item := func(m graph.MentionItem) string {
		return fmt.Sprintf("%s/%s@%d-%d", f.name(m.Article), f.name(m.Entity), m.Span.Start, m.Span.End)
	}
	for _, c := range []struct {
		name string
		q    graph.MentionQuery
		want string
	}{
		{"of an entity", graph.MentionQuery{Anchor: graph.AnchorEntity, Anchors: f.ids("league", "sudmark"), Page: graph.Page{Limit: 100}},
			"league: a2/league@56-70 a2/league@247-253 a4/league@47-61 (3); sudmark: a1/sudmark@138-145 a4/sudmark@122-129 (2)"},
		{"of a unit", graph.MentionQuery{Anchor: graph.AnchorEntity, Anchors: []graph.ID{f.sample.UnitID("ada"), "nobody"}, Page: graph.Page{Offset: 1, Limit: 2}},
			"ada': a3/ada@107-116 a2/ada@18-31 (7)"},
		{"of an article", graph.MentionQuery{Anchor: graph.AnchorArticle, Anchors: f.ids("a6", "a3"), Page: graph.Page{Limit: 4}},
			"a3: a3/bruno@0-9 a3/bruno@33-42 a3/ada@53-62 a3/vesper@66-77 (8); a6: a6/farid@14-28 a6/greta@56-71 a6/norland@100-107 a6/henrik@109-122 (4)"},
		{"only the total", graph.MentionQuery{Anchor: graph.AnchorEntity, Anchors: f.ids("bruno", "elise")}, "bruno: (8); elise: (2)"},
	} {
		f.run(c.name, func(f fixture) {
			f.want(show(f, ask(f, f.store.Mentions, c.q), item), c.want)
		})
	}
	f.run("texts and sentences", func(f fixture) {
		q := graph.MentionQuery{Anchor: graph.AnchorEntity, Anchors: f.ids("elise"), Page: graph.Page{Limit: 1}}
		got := ask(f, f.store.Mentions, q)[f.id("elise")].Items[0]
		f.want(got.Text, "Élise Ångström")
		f.want(got.Sentence, "Élise Ångström called on Thursday for an exchange of prisoners.")
	})
	f.run("by id", func(f fixture) {
		got := ask(f, f.store.MentionsByID, []graph.ID{f.sample.MentionID("a1", "bruno"), f.sample.MentionID("a3", "ada"), "nothing"})
		if len(got) != 2 {
			f.Errorf("%d mentions, want 2", len(got))
		}
		first := got[f.sample.MentionID("a1", "bruno")]
		f.want(item(first)+" "+first.Text+": "+first.Sentence, "a1/bruno@19-28 Castellan: Lindqvist receives Castellan")
		f.want(item(got[f.sample.MentionID("a3", "ada")]), "a3/ada@53-62")
	})
}

func testReports(f fixture) {
	item := func(r graph.ReportItem) string { return f.name(r.Report.Article) + "/" + f.name(r.Occurrence) }
	for _, c := range []struct {
		name string
		q    graph.ReportQuery
		want string
	}{
		{"of occurrences", graph.ReportQuery{Anchor: graph.AnchorOccurrence, Anchors: f.ids("call", "dinner", "ada"), Page: graph.Page{Limit: 10}},
			"ada: (0); call: a5/call a2/call (2); dinner: a5/dinner (1)"},
		{"of a unit", graph.ReportQuery{Anchor: graph.AnchorOccurrence, Anchors: []graph.ID{f.sample.UnitID("summit"), "nothing"}, Page: graph.Page{Limit: 10}},
			"summit': a3/summit a1/summit (2)"},
		{"of articles, by first quote", graph.ReportQuery{Anchor: graph.AnchorArticle, Anchors: f.ids("a3", "a5", "a6"), Page: graph.Page{Limit: 2}},
			"a3: a3/visit a3/summit (3); a5: a5/dinner a5/video (3); a6: (0)"},
		{"only the total", graph.ReportQuery{Anchor: graph.AnchorArticle, Anchors: f.ids("a2")}, "a2: (2)"},
	} {
		f.run(c.name, func(f fixture) {
			f.want(show(f, ask(f, f.store.Reports, c.q), item), c.want)
		})
	}
	f.run("in full", func(f fixture) {
		got := ask(f, f.store.Reports, graph.ReportQuery{Anchor: graph.AnchorArticle, Anchors: f.ids("a1"), Page: graph.Page{Limit: 1}})[f.id("a1")].Items[0].Report
		same(f, "report", got, f.sample.Claims[0].Reports[0])
	})
}

func testTopics(f fixture) {
	for _, c := range []struct {
		name string
		q    graph.TopicQuery
		want string
	}{
		{"most held meetings first, then by name", graph.TopicQuery{Page: graph.Page{Limit: 10}}, "fishing prisoners tariffs (3)"},
		{"a page", graph.TopicQuery{Page: graph.Page{Offset: 1, Limit: 1}}, "prisoners (3)"},
		{"only the total", graph.TopicQuery{}, "(3)"},
		{"beyond the end", graph.TopicQuery{Page: graph.Page{Offset: 7, Limit: 1}}, "(3)"},
		{"by any wording", graph.TopicQuery{Text: parse(f, "who fishes"), Page: graph.Page{Limit: 10}}, "fishing (1)"},
		{"by either", graph.TopicQuery{Text: parse(f, "prisoner OR harbour"), Page: graph.Page{Limit: 10}}, "prisoners tariffs (2)"},
		{"by a word it has not", graph.TopicQuery{Text: &graph.Text{Op: graph.TextNot, Parts: []graph.Text{*parse(f, "fish*")}}, Page: graph.Page{Limit: 10}}, "prisoners tariffs (2)"},
		{"by no word of theirs", graph.TopicQuery{Text: parse(f, "wheat"), Page: graph.Page{Limit: 10}}, "(0)"},
	} {
		f.run(c.name, func(f fixture) {
			got := ask(f, f.store.Topics, c.q)
			f.want(show(f, map[graph.ID]graph.List[graph.Topic]{"": got}, func(t graph.Topic) string { return f.name(t.ID) }), c.want)
		})
	}
}

func testSearch(f fixture) {
	for _, c := range []struct {
		name string
		q    graph.TextQuery
		want string
	}{
		// a4 is of 2018 and so 20180101; the rest weigh less than any date.
		{"everything, the heaviest first", graph.TextQuery{Text: *parse(f, `"fishing rights"`), Limit: 10}, "a2 a1 a4 fishing = call summit = conference"},
		{"meetings", graph.TextQuery{Text: *parse(f, "tariffs"), Kinds: []graph.NodeKind{graph.KindMeeting}, Limit: 10}, "= conference video ="},
		{"events", graph.TextQuery{Text: *parse(f, "shell"), Kinds: []graph.NodeKind{graph.KindEvent}, Limit: 10}, "strike"},
		{"topics", graph.TextQuery{Text: *parse(f, "exchange OR tariff"), Kinds: []graph.NodeKind{graph.KindTopic}, Limit: 10}, "= prisoners tariffs ="},
		{"articles", graph.TextQuery{Text: *parse(f, "lindqvist"), Kinds: []graph.NodeKind{graph.KindArticle}, Limit: 2}, "a5 a3"},
		{"entities have no text", graph.TextQuery{Text: *parse(f, "lindqvist"), Kinds: []graph.NodeKind{graph.KindPerson}, Limit: 2}, ""},
		{"no kind", graph.TextQuery{Text: *parse(f, "lindqvist"), Kinds: []graph.NodeKind{}, Limit: 2}, ""},
		{"limit 0", graph.TextQuery{Text: *parse(f, "lindqvist")}, ""},
	} {
		f.run(c.name, func(f fixture) {
			var got []graph.ID
			for _, n := range ask(f, f.store.Search, c.q) {
				got = append(got, n.ID())
				if n.Article != nil && n.Article.Text != "" {
					f.Errorf("%s comes with its text", f.name(n.ID()))
				}
			}
			f.want(f.names(got), byID(f, c.want))
		})
	}
}

// byID sorts names between "=" signs by the ids they stand for, as stores
// list what weighs the same.
func byID(f fixture, names string) string {
	var out, equal []string
	in := false
	for _, n := range strings.Fields(names) {
		switch {
		case n == "=" && in:
			slices.SortFunc(equal, func(a, b string) int { return strings.Compare(string(f.id(a)), string(f.id(b))) })
			out, equal, in = append(out, equal...), nil, false
		case n == "=":
			in = true
		case in:
			equal = append(equal, n)
		default:
			out = append(out, n)
		}
	}
	return strings.Join(out, " ")
}
