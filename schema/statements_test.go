package schema_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/graphtest"
	"github.com/whomet/whomet/schema"
)

// TestStatements counts what the API asks the store: a statement for each
// level of a request, the same for one node as for all.
func TestStatements(t *testing.T) {
	cases := []struct {
		name, doc string // PAGE is the size of all pages
		want      int
	}{
		{"nothing", `{__typename}`, 0},
		{"a list", `{meetings(first:PAGE){nodes{summary date{start} participants{role title}}}}`, 1},
		{"a list and what it refers to", `{meetings(first:PAGE){nodes{place{name} topics{name} participants{entity{name} onBehalfOf{name}}}}}`, 2},
		{"a list by names", `{meetings(first:PAGE,filter:{whoNot:[{name:"Zoe"}],or:[{whoAny:[{name:"Ada Lindqvist"},{name:"Clara Okafor"}]},{where:{name:"Norland"}}]}){nodes{summary}}}`, 2},
		{"evidence", `{meetings(first:PAGE){nodes{reports(first:PAGE){totalCount nodes{quote article{title source}}}}}}`, 3},
		{"two ways down", `{meetings(first:PAGE){nodes{
			participants{entity{name meetings(first:PAGE){nodes{summary}} ...on Person{positions{title of{name} mentions{text}}}}}
			topics{name meetings(first:PAGE){totalCount}}
			reports(first:PAGE){nodes{quote}}}}}`, 7},
		{"who met whom met whom", `{people(first:PAGE){nodes{name met(first:PAGE){nodes{entity{name met(first:PAGE){nodes{entity{name}}}} topics{name} meetings(first:PAGE){nodes{summary place{name}}}}}}}}`, 6},
		{"places within places", `{places(first:PAGE,orderBy:[{by:NAME,direction:ASC}]){nodes{within{within{name}} hosted(first:PAGE){nodes{summary}}}}}`, 4},
		{"articles", `{articles(first:PAGE){nodes{text mentions(first:PAGE){nodes{entity{name} article{title}}} reports(first:PAGE){nodes{occurrence{summary participants{entity{name}}}}} entities(first:PAGE){nodes{name}}}}}`, 8},
		{"everything of an entity", `{people(first:PAGE){nodes{meetings(first:PAGE){totalCount} events(first:PAGE){totalCount} articles(first:PAGE){totalCount}
			mentions(first:PAGE){totalCount} mentionedWith(first:PAGE){nodes{entity{articles(first:PAGE){nodes{title}}}}}}}}`, 7},
		{"aliases are fields of their own", `{meetings(first:PAGE){nodes{a:reports(first:1){totalCount} b:reports(first:2){totalCount} c:reports(first:2){nodes{quote}}}}}`, 3},
		{"topics", `{topics(first:PAGE){nodes{concerns{...on Entity{name meetings(first:PAGE){totalCount}} ...on Occurrence{summary}}}}}`, 3},
		{"relations", `{meetings(first:PAGE){nodes{related(first:PAGE){nodes{kind occurrence{summary participants{entity{name}} related(first:PAGE){totalCount}} evidence{quote article{title}}}}}}}`, 4},
		{"disagreements", `{meetings(first:PAGE){nodes{disagreements{field versions{value place{name} reports evidence{quote article{title}}}}}}}`, 2},
		{"search", `{search(text:"lindqvist",first:PAGE){nodes{text node{...on Person{met(first:PAGE){totalCount}}}}}}`, 3},
		{"quotes of what was found", `{search(text:"fishing",kinds:[MEETING],first:PAGE){nodes{text highlight}}}`, 2},
		{"what waits for a judgement", `{candidates(first:PAGE){nodes{score reason names{id text} a{name meetings(first:PAGE){totalCount}} b{name judgements{verdict by}}}}}`, 4},
		{"what was judged", `{people(first:PAGE){nodes{name names{text} judgements{verdict reason by a{name} b{name judgements{a{name}}}}}}}`, 5},
		{"what was judged of meetings", `{meetings(first:PAGE){nodes{judgements{verdict reason by a{status} b{summary ...on Meeting{judgements{by}}}}}}}`, 4},
		{"timeline", `{timeline(interval:DAY){start meetings events}}`, 1},
		{"facets", `{facets(limit:PAGE){participants{value count node{...on Entity{meetings(first:PAGE){totalCount}}}} places{value} topics{value node{id}} modes{value} sources{count}}}`, 3},
		{"network", `{network(limit:PAGE){nodes{label node{...on Person{articles(first:PAGE){totalCount}}}}}}`, 3},
	}
	onSample(t, func(t *testing.T, store graph.Store, _ graphtest.SampleGraph, count func() int) {
		a := schema.New(schema.Config{Store: store, Limits: schema.Limits{Cost: 1 << 40}})
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				for _, size := range []int{2, 20} {
					r := a.Execute(t.Context(), schema.Request{Query: strings.ReplaceAll(c.doc, "PAGE", strconv.Itoa(size))})
					if len(r.Errors) > 0 {
						t.Fatal(r.Errors)
					}
					if got := count(); got != c.want {
						t.Errorf("pages of %d took %d statements, want %d", size, got, c.want)
					}
				}
			})
		}
	})
}
