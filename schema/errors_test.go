package schema_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/schema"
	"github.com/whomet/whomet/schema/view"
)

func TestRefusedRequests(t *testing.T) {
	a := schema.New(schema.Config{Store: broken{}, Limits: schema.Limits{Depth: 8, Cost: 5000, Tokens: 400}})
	for _, c := range []struct{ name, query, code, says string }{
		{"too large a page", `{meetings(first:101){totalCount}}`, "LIMIT", "first is 101; ask for at most 100"},
		{"negative page", `{meetings(first:-1){totalCount}}`, "BAD_USER_INPUT", "first is -1"},
		{"foreign cursor", `{meetings(after:"abc"){totalCount}}`, "BAD_USER_INPUT", `after is "abc"`},
		{"no date", `{meetings(filter:{when:{from:"03/01/2020"}}){totalCount}}`, "BAD_USER_INPUT", "write 2020, 2020-01 or 2020-01-03"},
		{"a number for a date", `{meetings(filter:{when:{from:2020}}){totalCount}}`, "BAD_USER_INPUT", `write "2020"`},
		{"dates backwards", `{meetings(filter:{when:{from:"2020",to:"2019"}}){totalCount}}`, "BAD_USER_INPUT", "backwards"},
		{"open quote", `{meetings(filter:{about:"\"withdrawal"}){totalCount}}`, "BAD_USER_INPUT", "not closed"},
		{"id and name", `{meetings(filter:{who:[{id:"1",name:"a"}]}){totalCount}}`, "BAD_USER_INPUT", "give either"},
		{"neither id nor name", `{meetings(filter:{who:[{}]}){totalCount}}`, "BAD_USER_INPUT", "give one of them"},
		{"person by nothing", `{person{name}}`, "BAD_USER_INPUT", "neither an id nor a name"},
		{"name of signs", `{person(name:"--"){name}}`, "BAD_USER_INPUT", "neither letters nor digits"},
		{"empty search", `{search(text:" "){totalCount}}`, "BAD_USER_INPUT", "no word"},
		{"too many ids", `{nodes(ids:[` + strings.Repeat(`"a",`, 101) + `]){id}}`, "LIMIT", "101 ids"},
		{"too many hops", `{paths(from:"a",to:"b",maxHops:9){hops}}`, "LIMIT", "maxHops is 9"},
		{"too large a picture", `{neighborhood(ids:["a"],limit:2001){truncated}}`, "LIMIT", "limit is 2001"},
		{"too deep", `{meetings{nodes{participants{entity{met{nodes{entity{met{totalCount}}}}}}}}}`, "LIMIT", "9 fields deep; the limit is 8"},
		{"too costly", `{meetings(first:100){nodes{reports(first:100){nodes{quote}}}}}`, "LIMIT", "the limit is 5000"},
		{"too costly by fragments", `{meetings(first:100){...a}} fragment a on MeetingConnection{nodes{...b}} fragment b on Meeting{reports(first:100){nodes{quote}}}`, "LIMIT", "the limit is 5000"},
		{"too long", "{" + strings.Repeat("stats{store} ", 150) + "}", "GRAPHQL_PARSE_FAILED", "token"},
		{"no GraphQL", `{meetings`, "GRAPHQL_PARSE_FAILED", ""},
		{"no such field", `{meeting{id}}`, "GRAPHQL_VALIDATION_FAILED", "meeting"},
		{"filters without end", `{meetings(filter:{or:[` + strings.Repeat("{},", 50) + `]}){totalCount}}`, "LIMIT", "51 filters"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := a.Execute(t.Context(), schema.Request{Query: c.query})
			if len(r.Errors) != 1 || code(r) != c.code || !strings.Contains(r.Errors[0].Message, c.says) {
				t.Errorf("got %v (%s), want %s: … %s …", r.Errors, code(r), c.code, c.says)
			}
		})
	}
}

func TestVariablesAreWeighed(t *testing.T) {
	a := schema.New(schema.Config{Store: broken{}, Limits: schema.Limits{Cost: 5000}})
	q := `query($n:Int){meetings(first:$n){nodes{reports(first:$n){nodes{quote}}}}}`
	r := a.Execute(t.Context(), schema.Request{Query: q, Variables: map[string]any{"n": 100}})
	if code(r) != "LIMIT" {
		t.Errorf("got %v, want LIMIT", r.Errors)
	}
}

func TestIntrospectionIsWithinTheLimits(t *testing.T) {
	r := api(broken{}).Execute(t.Context(), schema.Request{Query: read(t, "testdata/introspection.graphql")})
	if len(r.Errors) > 0 {
		t.Errorf("GraphiQL's introspection is refused: %v", r.Errors)
	}
	deep := strings.Repeat("fields{type{", 9) + "name" + strings.Repeat("}}", 9)
	r = api(broken{}).Execute(t.Context(), schema.Request{Query: "{__schema{types{" + deep + "}}}"})
	if len(r.Errors) == 0 {
		t.Error("introspection without end is not refused")
	}
}

func TestForeignErrorsStayInside(t *testing.T) {
	var log bytes.Buffer
	a := schema.New(schema.Config{Store: broken{}, Log: slog.New(slog.NewTextHandler(&log, nil))})
	r := a.Execute(t.Context(), schema.Request{Query: `{a:meetings{totalCount} b:meetings{totalCount}}`})
	if code(r) != string(view.CodeInternal) || r.Errors[0].Message != "internal error" {
		t.Errorf("got %v", r.Errors)
	}
	if !strings.Contains(log.String(), "disk on fire") || strings.Count(log.String(), "\n") != 1 {
		t.Errorf("the log has not the cause once:\n%s", log.String())
	}
}

func TestPanicsStayInside(t *testing.T) {
	var log bytes.Buffer
	a := schema.New(schema.Config{Log: slog.New(slog.NewTextHandler(&log, nil)), Store: broken{stats: func(context.Context) (graph.Stats, error) {
		panic("out of range")
	}}})
	r := a.Execute(t.Context(), schema.Request{Query: `{stats{articles}}`})
	if code(r) != string(view.CodeInternal) || r.Errors[0].Message != "internal error" {
		t.Errorf("got %v", r.Errors)
	}
	if !strings.Contains(log.String(), "out of range") {
		t.Errorf("the log has not the panic:\n%s", log.String())
	}
}

func TestTimeIsLimited(t *testing.T) {
	a := schema.New(schema.Config{Limits: schema.Limits{Time: 10 * time.Millisecond}, Store: broken{stats: func(ctx context.Context) (graph.Stats, error) {
		<-ctx.Done()
		return graph.Stats{}, errors.New("interrupted") // as SQLite puts it
	}}})
	r := a.Execute(t.Context(), schema.Request{Query: `{stats{articles}}`})
	if code(r) != string(view.CodeLimit) || !strings.Contains(r.Errors[0].Message, "longer than 10ms") {
		t.Errorf("got %v", r.Errors)
	}
}

func code(r schema.Response) string {
	if len(r.Errors) == 0 {
		return ""
	}
	switch c := r.Errors[0].Extensions["code"].(type) {
	case view.Code:
		return string(c)
	case string:
		return c
	}
	return ""
}
