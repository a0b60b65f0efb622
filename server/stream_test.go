package server_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/graphtest"
	"github.com/whomet/whomet/graph/neo4j"
	"github.com/whomet/whomet/graph/neo4j/neo4jtest"
	"github.com/whomet/whomet/graph/sqlite"
	"github.com/whomet/whomet/server"
)

const poll = 5 * time.Millisecond

// served is a server that listens.
type served struct {
	*testing.T
	url   string
	stop  func()
	ended chan struct{}
	err   *error // what came of it, when it has ended
}

func serve(t *testing.T, c server.Config) served {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if c.Poll == 0 {
		c.Poll = poll
	}
	ctx, stop := context.WithCancel(context.Background())
	s := served{t, "http://" + l.Addr().String(), stop, make(chan struct{}), new(error)}
	go func() {
		defer close(s.ended)
		*s.err = newServer(c).Serve(ctx, l)
	}()
	t.Cleanup(func() { stop(); <-s.ended })
	return s
}

// events opens a stream of events; its lines come through the channel, which
// is closed at its end. headers are as of do.
func (s served) events(ctx context.Context, method, doc string, headers ...string) (*http.Response, chan string) {
	s.Helper()
	target, body := s.url+"/graphql", io.Reader(nil)
	if method == http.MethodGet {
		target += "?query=" + url.QueryEscape(doc)
	} else {
		b, _ := json.Marshal(map[string]string{"query": doc})
		body = bytes.NewReader(b)
	}
	r, err := http.NewRequestWithContext(ctx, method, target, body)
	if err != nil {
		s.Fatal(err)
	}
	r.Header.Set("Accept", "text/event-stream")
	r.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() { resp.Body.Close() })
	lines := make(chan string, 1000)
	go func() {
		defer close(lines)
		for scan := bufio.NewScanner(resp.Body); scan.Scan(); {
			lines <- scan.Text()
		}
	}()
	return resp, lines
}

// line waits for a line that is no comment and not empty; "" is the end.
func line(t *testing.T, lines chan string) string {
	t.Helper()
	for {
		select {
		case l, ok := <-lines:
			if !ok || l != "" && l != ":" {
				return l
			}
		case <-time.After(20 * time.Second):
			t.Fatal("no event comes")
		}
	}
}

type message struct {
	ID      string          `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// client is one over a WebSocket.
type client struct {
	*testing.T
	conn *websocket.Conn
	pong bool
}

func (s served) dial(origin string) (*websocket.Conn, *http.Response, error) {
	return websocket.Dial(s.Context(), s.url+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: http.Header{"Origin": {origin}}})
}

func (s served) socket() client {
	s.Helper()
	conn, _, err := s.dial(s.url)
	if err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() { _ = conn.CloseNow() })
	conn.SetReadLimit(16 << 20)
	c := client{s.T, conn, true}
	c.send("connection_init", "", "")
	if m := c.next(); m.Type != "connection_ack" {
		s.Fatalf("connection_init is answered with %s", m.Type)
	}
	return c
}

func (c client) send(kind, id, doc string) {
	c.Helper()
	m := message{ID: id, Type: kind}
	if doc != "" {
		m.Payload, _ = json.Marshal(map[string]string{"query": doc})
	}
	if err := wsjson.Write(c.Context(), c.conn, m); err != nil {
		c.Fatal(err)
	}
}

// read waits for a message that is no ping or pong, and answers pings.
func (c client) read() (message, error) {
	ctx, cancel := context.WithTimeout(c.Context(), 20*time.Second)
	defer cancel()
	for {
		var m message
		if err := wsjson.Read(ctx, c.conn, &m); err != nil {
			return m, err
		}
		switch m.Type {
		case "ping":
			if c.pong {
				c.send("pong", "", "")
			}
		case "pong":
		default:
			return m, nil
		}
	}
}

func (c client) next() message {
	c.Helper()
	m, err := c.read()
	if err != nil {
		c.Fatal(err)
	}
	return m
}

// TestStreams has an article loaded by another process, on each store, and
// told over every way.
func TestStreams(t *testing.T) {
	none := func(string) {}
	for name, open := range map[string]func(t *testing.T) (again func() (graph.Store, error)){
		"sqlite": func(t *testing.T) func() (graph.Store, error) {
			file := filepath.Join(t.TempDir(), "test.db")
			return func() (graph.Store, error) { return sqlite.Open(t.Context(), file, sqlite.WithTrace(none)) }
		},
		"neo4j": func(t *testing.T) func() (graph.Store, error) {
			u := neo4jtest.Start(t)
			return func() (graph.Store, error) { return neo4j.Open(t.Context(), u, neo4j.Config{}) }
		},
	} {
		t.Run(name, func(t *testing.T) {
			again := open(t)
			var stores [2]graph.Store
			for i := range stores {
				s, err := again()
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { s.Close() })
				stores[i] = s
			}
			sample := graphtest.Sample()
			claims := sample.Claims
			sample.Claims = claims[:4]
			if err := sample.Put(t.Context(), stores[0]); err != nil {
				t.Fatal(err)
			}
			s := serve(t, server.Config{Store: stores[0]})
			const doc = `subscription{meetingReported(filter:{who:[{name:"Dario Vey"}]}){article{title source} occurrence{summary}}}`
			want := `{"data":{"meetingReported":{"article":{"title":"` + claims[4].Article.Title + `","source":"Norland Radio"},"occurrence":{"summary":"Okafor dines with Vey"}}}}`
			var streams []chan string
			for _, method := range []string{"POST", "GET"} {
				resp, lines := s.events(t.Context(), method, doc, "Accept-Encoding", "gzip")
				if got := resp.Header.Get("Content-Type") + resp.Header.Get("Content-Encoding"); resp.StatusCode != 200 || got != "text/event-stream" {
					t.Fatalf("%s: %s %s", method, resp.Status, got)
				}
				streams = append(streams, lines)
			}
			c := s.socket()
			c.send("subscribe", "one", doc)
			load := loading(t, func(n int) {
				article := claims[4].Article
				article.ID = graph.NewID("article", fmt.Sprint(n))
				report := claims[4].Reports[0]
				report.ID, report.Article = graph.NewID("report", fmt.Sprint(n)), article.ID
				err := stores[1].Update(t.Context(), func(tx graph.Tx) error {
					return tx.PutClaims(t.Context(), []graph.Claims{{Article: article, Reports: []graph.Report{report}}})
				})
				if err != nil {
					t.Error(err)
				}
			})
			for _, lines := range streams {
				if e, d := line(t, lines), line(t, lines); e != "event: next" || d != "data: "+want {
					t.Errorf("the event is %s %s", e, d)
				}
			}
			if m := c.next(); m.ID != "one" || m.Type != "next" || string(m.Payload) != want {
				t.Errorf("the message is %+v", m)
			}
			load.stop()
		})
	}
}

// loader loads one article after the other: who has asked to subscribe over a
// WebSocket is not told when it has begun.
type loader struct{ stop func() }

func loading(t *testing.T, one func(n int)) loader {
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for n := 1; ; n++ {
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
				one(n)
			}
		}
	}()
	l := loader{sync.OnceFunc(func() { close(stop); <-stopped })}
	t.Cleanup(l.stop)
	return l
}

// news is a store in which reports come whenever told.
type news struct {
	store
	mark, asked *atomic.Int64
	quote       string
}

func newNews() news { return news{mark: new(atomic.Int64), asked: new(atomic.Int64)} }

func (n news) Arrivals(_ context.Context, q graph.ArrivalQuery) (graph.Arrivals, error) {
	n.asked.Add(1)
	var items []graph.ReportItem
	var numbers []int
	for i := q.After + 1; i <= int(n.mark.Load()) && len(items) < q.Limit; i++ {
		r := graph.Report{Unit: graph.ID(fmt.Sprint(i)), Evidence: []graph.Quote{{Quote: n.quote}}}
		items, numbers = append(items, graph.ReportItem{Report: r}), append(numbers, i)
	}
	return q.Answer(items, numbers, int(n.mark.Load())), nil
}

const reported = `subscription{meetingReported{id}}`

func streams(t *testing.T, s served) string {
	t.Helper()
	resp, err := http.Get(s.url + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, _ := io.ReadAll(resp.Body)
	_, rest, _ := strings.Cut(string(b), "\nwhomet_streams ")
	n, _, _ := strings.Cut(rest, "\n")
	return n
}

func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); !is(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("it is not so that %s", what)
		}
	}
}

// Whoever goes away, in whatever way, leaves nothing behind.
func TestStreamsEndWithTheirClients(t *testing.T) {
	n := newNews()
	s := serve(t, server.Config{Store: n})
	if got := streams(t, s); got != "0" {
		t.Fatalf("%s streams", got)
	}
	http.DefaultClient.CloseIdleConnections()
	before := runtime.NumGoroutine()
	for range 10 {
		ctx, cancel := context.WithCancel(t.Context())
		_, lines := s.events(ctx, "POST", reported)
		c, d, e := s.socket(), s.socket(), s.socket()
		c.send("subscribe", "1", reported)
		d.send("subscribe", "1", reported)
		d.send("subscribe", "2", reported)
		d.send("complete", "1", "")
		e.send("subscribe", "1", reported)
		n.mark.Add(1)
		line(t, lines)
		cancel()
		if err := c.conn.Close(websocket.StatusNormalClosure, ""); err != nil {
			t.Error(err)
		}
		_ = d.conn.CloseNow()
		e.send("nonsense", "", "")
		eventually(t, "one who talks nonsense is sent away", func() bool { _, err := e.read(); return err != nil })
	}
	eventually(t, "no stream is left", func() bool { return streams(t, s) == "0" })
	eventually(t, "no goroutine is left", func() bool {
		http.DefaultClient.CloseIdleConnections()
		return runtime.NumGoroutine() <= before
	})
	asked := n.asked.Load()
	time.Sleep(10 * poll)
	if n.asked.Load() != asked {
		t.Error("the store is asked though nobody listens")
	}
}

// The server ends within a moment, though streams are open, and says so.
func TestStreamsEndWithTheServer(t *testing.T) {
	n := newNews()
	s := serve(t, server.Config{Store: n})
	_, lines := s.events(t.Context(), "POST", reported)
	c := s.socket()
	c.send("subscribe", "1", reported)
	load := loading(t, func(int) { n.mark.Add(1) })
	line(t, lines)
	c.next()
	load.stop()
	began := time.Now()
	s.stop()
	var err error
	for err == nil { // what came before
		_, err = c.read()
	}
	if websocket.CloseStatus(err) != websocket.StatusGoingAway {
		t.Errorf("the WebSocket ends with %v", err)
	}
	for l := line(t, lines); l != ""; l = line(t, lines) {
		if strings.Contains(l, "complete") {
			t.Error("an event stream says that there will be no more, though the client may come back")
		}
	}
	<-s.ended
	if took := time.Since(began); *s.err != nil || took > 8*time.Second {
		t.Errorf("Serve: %v, after %v", *s.err, took)
	}
}

func TestQuietStreamsArePinged(t *testing.T) {
	s := serve(t, server.Config{Store: newNews(), Ping: 300 * time.Millisecond})
	_, lines := s.events(t.Context(), "POST", reported)
	for comments := 0; comments < 3; {
		if <-lines == ":" {
			comments++
		}
	}
	// One who answers lives on, one who does not is closed.
	good, mute := s.socket(), s.socket()
	mute.pong = false
	ended := make(chan error, 1)
	go func() { _, err := good.read(); ended <- err }()
	began := time.Now()
	if _, err := mute.read(); err == nil || errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a client that answers no ping: %v", err)
	}
	select {
	case err := <-ended:
		t.Errorf("a client that answers pings is closed after %v: %v", time.Since(began), err)
	case <-time.After(1500 * time.Millisecond):
	}
}

func TestStreamsThatAreRefused(t *testing.T) {
	n := newNews()
	s := serve(t, server.Config{Store: n, Streams: 2, Body: 1000, Editor: editor{changes: new(int)}, Token: "a long secret"})
	refused := func(status int, says string, resp *http.Response) {
		t.Helper()
		b, _ := io.ReadAll(resp.Body)
		if resp.StatusCode != status || !strings.Contains(string(b), says) {
			t.Errorf("got %s %s, want %d … %s …", resp.Status, b, status, says)
		}
	}
	ask := func(doc string, headers ...string) *http.Response {
		t.Helper()
		b, _ := json.Marshal(map[string]string{"query": doc})
		r, err := http.NewRequestWithContext(t.Context(), "POST", s.url+"/graphql", bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		for i := 0; i < len(headers); i += 2 {
			r.Header.Set(headers[i], headers[i+1])
		}
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { resp.Body.Close() })
		return resp
	}
	const events = "text/event-stream"
	refused(403, "of another origin", ask(reported, "Accept", events, "Origin", "https://elsewhere.example"))
	if w := do(newServer(server.Config{Store: n}), "HEAD", "/graphql?query="+url.QueryEscape(reported), "", "Accept", events); w.Code != 200 || w.Header().Get("Content-Type") != events {
		t.Errorf("HEAD is answered with %d %v", w.Code, w.Header())
	}
	refused(413, "larger than 1000 bytes", ask(reported+strings.Repeat(" ", 1000), "Accept", events))
	refused(401, "UNAUTHENTICATED", ask(`mutation{removeArticle(id:"a")}`, "Accept", events))
	refused(200, "accept text/event-stream", ask(reported, "Accept", "application/json"))
	refused(200, "event: next\ndata: {\"data\":{\"stats\":{\"articles\":7}}}\n\nevent: complete\n", ask(`{stats{articles}}`, "Accept", events))
	refused(200, `"articles":7`, ask(`{stats{articles}}`, "Accept", "application/json, text/event-stream"))
	refused(200, "event: next\ndata: {\"errors\":[", ask(`subscription{nothing}`, "Accept", "application/json, text/event-stream"))
	refused(400, "graphql-transport-ws", ask(reported, "Connection", "Upgrade", "Upgrade", "websocket", "Sec-WebSocket-Protocol", "graphql-ws"))
	for _, origin := range []string{"https://elsewhere.example", "null", "http://127.0.0.1:1"} {
		if _, resp, err := s.dial(origin); err == nil || resp.StatusCode != 403 {
			t.Errorf("a WebSocket from a page at %s: %v", origin, err)
		}
	}

	// Only subscriptions go over a WebSocket.
	c := s.socket()
	for _, doc := range []string{`{stats{articles}}`, `mutation{removeArticle(id:"a")}`} {
		c.send("subscribe", "x", doc)
		if m := c.next(); !strings.Contains(string(m.Payload), "by POST") {
			t.Errorf("%s is answered with %+v %s", doc, m, m.Payload)
		}
		if m := c.next(); m.Type != "complete" {
			t.Errorf("then comes %+v", m)
		}
	}
	// And there is a limit to how many streams there are.
	_, lines := s.events(t.Context(), "POST", reported)
	resp := ask(reported, "Accept", events)
	refused(503, "2 streams open already", resp)
	if resp.Header.Get("Retry-After") == "" {
		t.Error("503 without Retry-After")
	}
	if _, resp, err := s.dial(s.url); err == nil || resp.StatusCode != 503 {
		t.Errorf("one WebSocket too many: %v", err)
	}
	c.send("subscribe", "1", reported+strings.Repeat(" ", 1000))
	if _, err := c.read(); websocket.CloseStatus(err) != websocket.StatusMessageTooBig {
		t.Errorf("a message that is too large: %v", err)
	}
	eventually(t, "there is a place again", func() bool { return streams(t, s) == "1" })
	n.mark.Add(1)
	if l := line(t, lines); l != "event: next" {
		t.Errorf("the stream that was there first: %s", l)
	}
}

// A client that takes nothing holds nothing for long.
func TestClientsThatDoNotRead(t *testing.T) {
	if testing.Short() {
		t.Skip("it waits until the server's patience is over")
	}
	n := newNews()
	n.quote = strings.Repeat("and so on ", 1<<17)
	s := serve(t, server.Config{Store: n})
	const doc = `subscription{meetingReported{quote}}`
	body, _ := json.Marshal(map[string]string{"query": doc})
	conn, err := net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "POST /graphql HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
	c := s.socket()
	c.send("subscribe", "1", doc)
	// One says hello in a way that gqlgen does not answer, and one nothing.
	odd, _, err := s.dial(s.url)
	if err != nil {
		t.Fatal(err)
	}
	defer odd.CloseNow()
	if err := odd.Write(t.Context(), websocket.MessageText, []byte(`{"type":"connection_init","payload":[]}`)); err != nil {
		t.Fatal(err)
	}
	silent, _, err := s.dial(s.url)
	if err != nil {
		t.Fatal(err)
	}
	defer silent.CloseNow()
	eventually(t, "three are open", func() bool { return streams(t, s) == "3" })
	time.Sleep(100 * time.Millisecond)
	load := loading(t, func(int) { n.mark.Add(10) })
	defer load.stop()
	eventually(t, "all are closed", func() bool { return streams(t, s) == "0" })
	for _, conn := range []*websocket.Conn{odd, silent} {
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		if _, _, err := conn.Read(ctx); err == nil || ctx.Err() != nil {
			t.Errorf("a connection is left open: %v", err)
		}
	}
}
