package schema_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/graphtest"
	"github.com/whomet/whomet/schema"
)

// Without an editor the schema has no mutations, nor what only they speak of.
func TestNoMutationsWithoutAnEditor(t *testing.T) {
	a := api(nil)
	for _, word := range []string{"type Mutation", "mutation:", "ArticleInput", "LoadArticlePayload"} {
		if strings.Contains(a.SDL(), word) {
			t.Errorf("the schema has %q", word)
		}
		if !strings.Contains(editable(nil, nil).SDL(), word) && word != "mutation:" {
			t.Errorf("the schema with an editor lacks %q", word)
		}
	}
	r := a.Execute(t.Context(), schema.Request{Query: `mutation { removeArticle(id: "x") }`})
	if len(r.Errors) == 0 {
		t.Error("a mutation was executed")
	}
	r = a.Execute(t.Context(), schema.Request{Query: `{__schema{mutationType{name}} __type(name:"ArticleInput"){name}}`})
	if string(r.Data) != `{"__schema":{"mutationType":null},"__type":null}` {
		t.Errorf("introspection says %s", r.Data)
	}
}

// clerk notes what it is asked to change and answers as it was told to.
type clerk struct {
	asked            []string
	answer, occasion graph.Judgement
	loaded           graph.LoadResult
	err              error
}

func (c *clerk) note(words ...string) { c.asked = append(c.asked, strings.Join(words, " ")) }

func (c *clerk) Judge(_ context.Context, a, b graph.ID, v graph.Verdict, reason, by string) (graph.Judgement, error) {
	c.note("judge", string(a), string(b), string(v), reason, by)
	return c.answer, c.err
}

func (c *clerk) JudgeOccurrences(_ context.Context, a, b graph.ID, v graph.Verdict, reason, by string) (graph.Judgement, error) {
	c.note("judge occurrences", string(a), string(b), string(v), reason, by)
	return c.occasion, c.err
}

func (c *clerk) Rename(_ context.Context, id graph.ID, name, by string) error {
	c.note("rename", string(id), name, by)
	return c.err
}

func (c *clerk) RemoveArticle(_ context.Context, id graph.ID) error {
	c.note("remove", string(id))
	return c.err
}

func (c *clerk) LoadArticle(_ context.Context, a graph.Article, html string) (graph.LoadResult, error) {
	c.note("load", a.Text, html, a.URL, a.Title, a.Source, string(a.PublishedAt))
	return c.loaded, c.err
}

func TestMutations(t *testing.T) {
	onSample(t, func(t *testing.T, store graph.Store, sample graphtest.SampleGraph, _ func() int) {
		c := &clerk{answer: graph.Judgement{ID: sample.ID("j2")}, occasion: graph.Judgement{ID: sample.ID("j8")}, loaded: graph.LoadResult{Article: sample.ID("a1"), Already: true,
			Counts: map[graph.NodeKind]int{graph.KindPerson: 2, graph.KindMeeting: 1}}}
		a := editable(store, c)
		ask := func(doc string) string {
			doc = placeholder.ReplaceAllStringFunc(doc, func(s string) string { return string(sample.ID(strings.Trim(s, "«»"))) })
			b, err := json.Marshal(a.Execute(t.Context(), schema.Request{Query: doc}))
			if err != nil {
				t.Fatal(err)
			}
			return string(b)
		}
		for _, test := range []struct{ doc, asked, answer string }{
			{`mutation{judge(a:"x",b:"y",verdict:DIFFERENT,reason:"two",by:"ada"){verdict a{name} b{name}}}`, "judge x y DIFFERENT two ada",
				`{"data":{"judge":{"verdict":"DIFFERENT","a":{"name":"Greta Lindqvist"},"b":{"name":"Ada Lindqvist"}}}}`},
			{`mutation{judge(a:"x",b:"y",verdict:SAME){id}}`, "judge x y SAME  graphql", `{"data":{"judge":{"id":"` + string(sample.ID("j2")) + `"}}}`},
			{`mutation{judgeOccurrences(a:"x",b:"y",verdict:SAME,by:"ben"){verdict by b{status ...on Meeting{judgements{reason a{status}}}}}}`, "judge occurrences x y SAME  ben",
				`{"data":{"judgeOccurrences":{"verdict":"DIFFERENT","by":"librarian","b":{"status":"CANCELLED","judgements":[{"reason":"two talks","a":{"status":"HELD"}}]}}}}`},
			{`mutation{rename(id:"«ada»",name:"Ada L.",by:null){name}}`, "rename " + string(sample.ID("ada")) + " Ada L. graphql", `{"data":{"rename":{"name":"Ada Lindqvist"}}}`},
			{`mutation{removeArticle(id:"z")}`, "remove z", `{"data":{"removeArticle":"z"}}`},
			{`mutation{loadArticle(input:{text:"t",url:"u",title:"h",source:"s",publishedAt:"2020-01"}){article{source} people organizations meetings alreadyLoaded}}`, "load t  u h s 2020-01",
				`{"data":{"loadArticle":{"article":{"source":"The Strait Post"},"people":2,"organizations":0,"meetings":1,"alreadyLoaded":true}}}`},
		} {
			if got := ask(test.doc); got != test.answer {
				t.Errorf("%s\ngot  %s\nwant %s", test.doc, got, test.answer)
			}
			if got := c.asked[len(c.asked)-1]; got != test.asked {
				t.Errorf("%s\nasked  %q\nwant %q", test.doc, got, test.asked)
			}
		}
		c.err = &graph.Refusal{Reason: "one is a place"}
		if got := ask(`mutation{judge(a:"x",b:"y",verdict:SAME){id}}`); !strings.Contains(got, `"one is a place"`) || !strings.Contains(got, `"BAD_USER_INPUT"`) {
			t.Errorf("a refusal is told as %s", got)
		}
		c.err = &graph.Refusal{Reason: "there is no article z", Missing: true}
		if got := ask(`mutation{removeArticle(id:"z")}`); !strings.Contains(got, `"there is no article z"`) || !strings.Contains(got, `"NOT_FOUND"`) {
			t.Errorf("a refusal is told as %s", got)
		}
	})
}
