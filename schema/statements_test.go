package schema_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/graphtest"
	"github.com/whomet/whomet/schema"
)

// TestStatements counts what the API asks the store: a statement for each
// level of a request, the same for one node as for all.
func TestStatements(t *testing.T) {
	for _, c := range []struct {
		name, doc string // %[1]d is the size of all pages
		want      int
	}{
		{"nothing", `{__typename}`, 0},
		{"a list", `{meetings(first:%[1]d){nodes{summary date{start} participants{role title}}}}`, 1},
		{"a list and what it refers to", `{meetings(first:%[1]d){nodes{place{name} topics{name} participants{entity{name} onBehalfOf{name}}}}}`, 2},
		{"a list by names", `{meetings(first:%[1]d,filter:{whoNot:[{name:"Zoe"}],or:[{whoAny:[{name:"Ada Lindqvist"},{name:"Clara Okafor"}]},{where:{name:"Norland"}}]}){nodes{summary}}}`, 2},
		{"evidence", `{meetings(first:%[1]d){nodes{reports(first:%[1]d){totalCount nodes{quote article{title source}}}}}}`, 3},
		{"two ways down", `{meetings(first:%[1]d){nodes{
			participants{entity{name meetings(first:%[1]d){nodes{summary}} ...on Person{positions{title of{name} mentions{text}}}}}
			topics{name meetings(first:%[1]d){totalCount}}
			reports(first:%[1]d){nodes{quote}}}}}`, 7},
		{"who met whom met whom", `{people(first:%[1]d){nodes{name met(first:%[1]d){nodes{entity{name met(first:%[1]d){nodes{entity{name}}}} topics{name} meetings(first:%[1]d){nodes{summary place{name}}}}}}}}`, 6},
		{"places within places", `{places(first:%[1]d,orderBy:[{by:NAME,direction:ASC}]){nodes{within{within{name}} hosted(first:%[1]d){nodes{summary}}}}}`, 4},
		{"articles", `{articles(first:%[1]d){nodes{text mentions(first:%[1]d){nodes{entity{name} article{title}}} reports(first:%[1]d){nodes{occurrence{summary participants{entity{name}}}}} entities(first:%[1]d){nodes{name}}}}}`, 8},
		{"everything of an entity", `{people(first:%[1]d){nodes{meetings(first:%[1]d){totalCount} events(first:%[1]d){totalCount} articles(first:%[1]d){totalCount}
			mentions(first:%[1]d){totalCount} mentionedWith(first:%[1]d){nodes{entity{articles(first:%[1]d){nodes{title}}}}}}}}`, 7},
		{"aliases are fields of their own", `{meetings(first:%[1]d){nodes{a:reports(first:1){totalCount} b:reports(first:2){totalCount} c:reports(first:2){nodes{quote}}}}}`, 3},
		{"topics", `{topics(first:%[1]d){nodes{concerns{...on Entity{name meetings(first:%[1]d){totalCount}} ...on Occurrence{summary}}}}}`, 3},
		{"search", `{search(text:"lindqvist",first:%[1]d){nodes{text node{...on Person{met(first:%[1]d){totalCount}}}}}}`, 3},
		{"quotes of what was found", `{search(text:"fishing",kinds:[MEETING],first:%[1]d){nodes{text highlight}}}`, 2},
		{"network", `{network(limit:%[1]d){nodes{label node{...on Person{articles(first:%[1]d){totalCount}}}}}}`, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			onSample(t, func(t *testing.T, store graph.Store, _ graphtest.SampleGraph, count func() int) {
				a := schema.New(schema.Config{Store: store, Limits: schema.Limits{Cost: 1 << 40}})
				for _, size := range []int{2, 20} {
					r := a.Execute(t.Context(), schema.Request{Query: strings.ReplaceAll(c.doc, "%[1]d", fmt.Sprint(size))})
					if len(r.Errors) > 0 {
						t.Fatal(r.Errors)
					}
					if got := count(); got != c.want {
						t.Errorf("pages of %d took %d statements, want %d", size, got, c.want)
					}
				}
			})
		})
	}
}
