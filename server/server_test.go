package server_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/schema/view"
	"github.com/whomet/whomet/server"
)

// store answers stats only.
type store struct {
	graph.Reader
	ready error
	// asked, if set, is told of each question, which waits for answer.
	asked  chan struct{}
	answer chan struct{}
}

func (s store) Stats(context.Context) (graph.Stats, error) {
	if s.asked != nil {
		s.asked <- struct{}{}
		<-s.answer
	}
	return graph.Stats{Articles: 7, Store: "memory"}, nil
}

func (s store) Ready(context.Context) error { return s.ready }

var pages = fstest.MapFS{
	"index.html":             {Data: []byte("<!doctype html><title>explorer</title>")},
	"graphiql/index.html":    {Data: []byte("<!doctype html><title>GraphiQL</title>")},
	"assets/explorer-1a2.js": {Data: []byte("// " + strings.Repeat("explorer ", 500))},
}

func newServer(c server.Config) *server.Server {
	if c.Store == nil {
		c.Store = store{}
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	return server.New(c)
}

func do(s http.Handler, method, target, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestGraphQLOverHTTP(t *testing.T) {
	const (
		asJSON    = "application/json"
		asGraphQL = "application/graphql-response+json"
		good      = `{"query":"{stats{articles}}"}`
		bad       = `{"query":"{stats{apples}}"}`
	)
	get := func(query string) string { return "/graphql?query=" + url.QueryEscape(query) }
	for _, c := range []struct {
		name, method, target, body string
		headers                    []string
		status                     int
		contentType, says          string
	}{
		{"post", "POST", "/graphql", good, []string{"Content-Type", asJSON}, 200, asJSON, `{"data":{"stats":{"articles":7}}}`},
		{"post with charset", "POST", "/graphql", good, []string{"Content-Type", asJSON + "; charset=utf-8"}, 200, asJSON, `"articles":7`},
		{"post, new media type", "POST", "/graphql", good, []string{"Content-Type", asJSON, "Accept", asGraphQL + ", " + asJSON + ";q=0.9"}, 200, asGraphQL, `"articles":7`},
		{"post, any media type", "POST", "/graphql", good, []string{"Content-Type", asJSON, "Accept", "*/*"}, 200, asJSON, `"articles":7`},
		{"post, no media type of ours", "POST", "/graphql", good, []string{"Content-Type", asJSON, "Accept", "text/html"}, 406, asJSON, "accept one of them"},
		{"refused, old media type", "POST", "/graphql", bad, []string{"Content-Type", asJSON}, 200, asJSON, "GRAPHQL_VALIDATION_FAILED"},
		{"refused, new media type", "POST", "/graphql", bad, []string{"Content-Type", asJSON, "Accept", asGraphQL}, 400, asGraphQL, "GRAPHQL_VALIDATION_FAILED"},
		{"variables and operation", "POST", "/graphql", `{"query":"query A{stats{store}} query B($v:Boolean!){stats{articles @include(if:$v) store}}","operationName":"B","variables":{"v":false}}`,
			[]string{"Content-Type", asJSON}, 200, asJSON, `{"data":{"stats":{"store":"memory"}}}`},
		{"no JSON", "POST", "/graphql", `{stats}`, []string{"Content-Type", asJSON}, 400, asJSON, "no GraphQL request in JSON"},
		{"no query", "POST", "/graphql", `{}`, []string{"Content-Type", asJSON}, 400, asJSON, "no query"},
		{"a batch", "POST", "/graphql", `[` + good + `]`, []string{"Content-Type", asJSON}, 400, asJSON, "one request at a time"},
		{"a form", "POST", "/graphql", `query={stats{articles}}`, []string{"Content-Type", "application/x-www-form-urlencoded"}, 415, asJSON, "application/json"},
		{"too large", "POST", "/graphql", `{"query":"` + strings.Repeat(" ", 2000) + `"}`, []string{"Content-Type", asJSON}, 413, asJSON, "larger than 1000 bytes"},
		{"get", "GET", get("{stats{articles}}"), "", nil, 200, asJSON, `"articles":7`},
		{"get with variables", "GET", get("query($v:Boolean!){stats{articles @skip(if:$v) store}}") + "&variables=" + url.QueryEscape(`{"v":true}`), "", nil, 200, asJSON, `{"stats":{"store":"memory"}}`},
		{"get with bad variables", "GET", get("{stats{articles}}") + "&variables=v", "", nil, 400, asJSON, "variables are no JSON object"},
		{"get without query", "GET", "/graphql", "", nil, 400, asJSON, "no query"},
		{"mutation by get", "GET", get("mutation{a}"), "", nil, 405, asJSON, "by POST"},
		{"put", "PUT", "/graphql", good, []string{"Content-Type", asJSON}, 405, asJSON, "by POST"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := do(newServer(server.Config{Body: 1000}), c.method, c.target, c.body, c.headers...)
			if w.Code != c.status || w.Header().Get("Content-Type") != c.contentType+"; charset=utf-8" || !strings.Contains(w.Body.String(), c.says) {
				t.Errorf("got %d %s %s, want %d %s … %s …", w.Code, w.Header().Get("Content-Type"), w.Body, c.status, c.contentType, c.says)
			}
			if !json.Valid(w.Body.Bytes()) {
				t.Errorf("%s is no JSON", w.Body)
			}
			if c.status == 405 && w.Header().Get("Allow") == "" {
				t.Error("405 without Allow")
			}
		})
	}
}

func TestPages(t *testing.T) {
	s := newServer(server.Config{UI: pages})
	for target, want := range map[string]struct {
		status int
		says   string
	}{
		"/":                       {200, "<title>explorer"},
		"/graphiql/":              {200, "<title>GraphiQL"},
		"/graphiql":               {301, ""},
		"/assets/explorer-1a2.js": {200, "explorer explorer"},
		"/assets/":                {404, ""},
		"/nothing":                {404, ""},
		"/schema.graphqls":        {200, "type Meeting implements"},
		"/healthz":                {200, "ok"},
		"/readyz":                 {200, "ok"},
	} {
		w := do(s, "GET", target, "")
		if w.Code != want.status || !strings.Contains(w.Body.String(), want.says) {
			t.Errorf("GET %s: %d %.80s, want %d … %s …", target, w.Code, w.Body, want.status, want.says)
		}
		if csp := w.Header().Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'self'") {
			t.Errorf("GET %s: Content-Security-Policy is %q", target, csp)
		}
	}
	if got := do(s, "GET", "/assets/explorer-1a2.js", "").Header().Get("Cache-Control"); !strings.Contains(got, "immutable") {
		t.Errorf("assets are kept %q", got)
	}
	if got := do(s, "GET", "/", "").Header().Get("Cache-Control"); got != "no-cache" {
		t.Errorf("the page is kept %q", got)
	}
}

func TestPagesThatWereNotBuilt(t *testing.T) {
	for _, target := range []string{"/", "/graphiql/"} {
		w := do(newServer(server.Config{UI: fstest.MapFS{".keep": {}}}), "GET", target, "")
		if w.Code != 404 || !strings.Contains(w.Body.String(), "built without its web pages") {
			t.Errorf("GET %s: %d %s", target, w.Code, w.Body)
		}
	}
}

func TestReadyzAsksTheStore(t *testing.T) {
	w := do(newServer(server.Config{Store: store{ready: errors.New("connection refused")}}), "GET", "/readyz", "")
	if w.Code != 503 || strings.Contains(w.Body.String(), "refused") {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
}

func TestGzipWhereItPays(t *testing.T) {
	s := newServer(server.Config{UI: pages})
	w := do(s, "GET", "/assets/explorer-1a2.js", "", "Accept-Encoding", "br, gzip")
	if w.Header().Get("Content-Encoding") != "gzip" || w.Header().Get("Content-Length") != "" {
		t.Fatalf("headers %v", w.Header())
	}
	z, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil || !bytes.Equal(b, pages["assets/explorer-1a2.js"].Data) {
		t.Errorf("unpacked to %.40q, %v", b, err)
	}
	for _, c := range [][2]string{{"/assets/explorer-1a2.js", "gzip;q=0"}, {"/assets/explorer-1a2.js", ""}, {"/healthz", "gzip"}} {
		if w := do(s, "GET", c[0], "", "Accept-Encoding", c[1]); w.Header().Get("Content-Encoding") != "" {
			t.Errorf("GET %s with %q is compressed", c[0], c[1])
		}
	}
}

func TestMetrics(t *testing.T) {
	s := newServer(server.Config{Version: "v1"})
	do(s, "POST", "/graphql", `{"query":"{stats{articles}}"}`, "Content-Type", "application/json")
	do(s, "POST", "/graphql", `{"query":"{meetings(first:101){totalCount}}"}`, "Content-Type", "application/json")
	do(s, "BREW", "/pot", "")
	got := do(s, "GET", "/metrics", "").Body.String()
	for _, want := range []string{
		`whomet_http_requests_total{method="POST",route="/graphql",status="200"} 2`,
		`whomet_http_requests_total{method="other",route="none",status="404"} 1`,
		`whomet_http_request_seconds_count{route="/graphql"} 2`,
		`whomet_store_statement_seconds_count{failed="false",method="stats"} 1`,
		`whomet_graphql_errors_total{code="LIMIT"} 1`,
		`whomet_build_info{version="v1"} 1`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("/metrics has not %s", want)
		}
	}
}

func TestRequestsAreLogged(t *testing.T) {
	var log bytes.Buffer
	do(newServer(server.Config{Log: slog.New(slog.NewTextHandler(&log, nil))}), "GET", "/healthz", "")
	if !strings.Contains(log.String(), "msg=request method=GET path=/healthz status=200 bytes=3") {
		t.Errorf("log: %s", &log)
	}
}

func TestServeDrains(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	st := store{asked: make(chan struct{}), answer: make(chan struct{})}
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error, 1)
	go func() { served <- newServer(server.Config{Store: st}).Serve(ctx, l) }()

	answered := make(chan string, 1)
	go func() {
		resp, err := http.Get("http://" + l.Addr().String() + "/graphql?query=" + url.QueryEscape("{stats{articles}}"))
		if err != nil {
			answered <- err.Error()
			return
		}
		defer resp.Body.Close()
		b, _ := io.ReadAll(resp.Body)
		answered <- string(b)
	}()
	<-st.asked
	stop()
	select {
	case err := <-served:
		t.Fatalf("ended with a request under way: %v", err)
	case <-time.After(20 * time.Millisecond):
	}
	close(st.answer)
	if got := <-answered; !strings.Contains(got, `"articles":7`) {
		t.Errorf("the request under way got %s", got)
	}
	if err := <-served; err != nil {
		t.Errorf("Serve: %v", err)
	}
}

func TestServeCutsOffWhatTakesTooLong(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	st := store{asked: make(chan struct{}), answer: make(chan struct{})}
	defer close(st.answer)
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error, 1)
	go func() { served <- newServer(server.Config{Store: st, Drain: time.Millisecond}).Serve(ctx, l) }()
	go func() {
		if resp, err := http.Get("http://" + l.Addr().String() + "/graphql?query=" + url.QueryEscape("{stats{articles}}")); err == nil {
			resp.Body.Close()
		}
	}()
	<-st.asked
	stop()
	if err := <-served; err == nil || !strings.Contains(err.Error(), "cut off") {
		t.Errorf("Serve: %v", err)
	}
}

// editor makes every change, and counts them.
type editor struct {
	view.Editor
	changes *int
}

func (e editor) RemoveArticle(context.Context, graph.ID) error { *e.changes++; return nil }

func TestChangesNeedTheToken(t *testing.T) {
	const change = `{"query":"mutation{removeArticle(id:\"a\")}"}`
	changes := 0
	closed := newServer(server.Config{Editor: editor{changes: &changes}})
	open := newServer(server.Config{Editor: editor{changes: &changes}, Token: "a long secret"})
	for _, c := range []struct {
		name          string
		server        http.Handler
		body          string
		authorization string
		status        int
		says          string
		made          bool
	}{
		{"no token is configured", closed, change, "Bearer a long secret", 403, "this server takes no changes", false},
		{"an empty token is none", closed, change, "Bearer ", 403, "FORBIDDEN", false},
		{"none is sent", open, change, "", 401, "Authorization: Bearer TOKEN", false},
		{"another", open, change, "Bearer a long secreT", 401, "UNAUTHENTICATED", false},
		{"a part of it", open, change, "Bearer a long", 401, "UNAUTHENTICATED", false},
		{"another scheme", open, change, "Basic a long secret", 401, "UNAUTHENTICATED", false},
		{"the token", open, change, "Bearer a long secret", 200, `{"data":{"removeArticle":"a"}}`, true},
		{"the scheme in small letters", open, change, "bearer a long secret", 200, `{"data":{"removeArticle":"a"}}`, true},
		{"a question needs none", open, `{"query":"{stats{articles}}"}`, "", 200, `"articles":7`, false},
		{"a question beside a change", open, `{"query":"query A{stats{articles}} mutation B{removeArticle(id:\"a\")}","operationName":"A"}`, "", 200, `"articles":7`, false},
		{"a change beside a question", open, `{"query":"query A{stats{articles}} mutation B{removeArticle(id:\"a\")}","operationName":"B"}`, "", 401, "UNAUTHENTICATED", false},
		{"nobody says which", open, `{"query":"query A{stats{articles}} mutation B{removeArticle(id:\"a\")}"}`, "", 200, "errors", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := changes
			w := do(c.server, "POST", "/graphql", c.body, "Content-Type", "application/json", "Authorization", c.authorization)
			if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) || (changes > before) != c.made {
				t.Errorf("got %d %s, %d changes", w.Code, w.Body, changes-before)
			}
			if c.status == 401 && w.Header().Get("WWW-Authenticate") != "Bearer" {
				t.Error("401 without WWW-Authenticate")
			}
		})
	}
	if w := do(open, "GET", "/graphql?query="+url.QueryEscape(`mutation{removeArticle(id:"a")}`), "", "Authorization", "Bearer a long secret"); w.Code != 405 {
		t.Errorf("a change by GET: %d %s", w.Code, w.Body)
	}
	for s, want := range map[*server.Server]bool{closed: false, open: true} {
		if got := strings.Contains(do(s, "GET", "/schema.graphqls", "").Body.String(), "type Mutation"); got != want {
			t.Errorf("the schema has mutations: %v, want %v", got, want)
		}
	}
}
