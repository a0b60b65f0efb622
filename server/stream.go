package server

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql/handler/transport"

	"github.com/whomet/whomet/schema"
)

// typeEvents is the media type of Server-Sent Events; answers come in it as
// https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverSSE.md
// says of distinct connections: events "next", and "complete" at the end.
const typeEvents = "text/event-stream"

// subprotocol is spoken over WebSockets:
// https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverWebSocket.md
const subprotocol = "graphql-transport-ws"

const (
	// patience is how long a client may take to take what is written to it,
	// and to say hello over a WebSocket.
	patience = 10 * time.Second
	// busy is how long one who finds no place should wait, in seconds.
	busy = "30"
)

// open makes room for a stream, an event stream or a WebSocket. Its context
// ends with the request's, with the server, and when close is called.
func (s *Server) open(w http.ResponseWriter, r *http.Request) (ctx context.Context, close func(), ok bool) {
	if !sameOrigin(r) {
		refuse(w, typeJSON, http.StatusForbidden, "the page at %s is of another origin than this server (%s); a proxy between them must pass the Host header on", r.Header.Get("Origin"), r.Host)
		return nil, nil, false
	}
	select {
	case s.places <- struct{}{}:
	default:
		w.Header().Set("Retry-After", busy)
		refuse(w, typeJSON, http.StatusServiceUnavailable, "there are %d streams open already, as many as this server takes; try again later", cap(s.places))
		return nil, nil, false
	}
	s.metrics.streams.Inc()
	ctx, cancel := context.WithCancel(r.Context())
	stop := context.AfterFunc(s.live, cancel)
	return ctx, func() {
		stop()
		cancel()
		s.metrics.streams.Dec()
		<-s.places
	}, true
}

// closed waits until all streams have ended and nothing is at work for them,
// for as long as ctx does; no more can be opened.
func (s *Server) closed(ctx context.Context) error {
	for range cap(s.places) {
		select {
		case s.places <- struct{}{}:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	ended := make(chan struct{})
	go func() { s.api.Wait(); close(ended) }()
	select {
	case <-ended:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// sameOrigin tells whether a request comes from a page of this server, or from
// no page at all: pages may open WebSockets to any server.
func sameOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && strings.EqualFold(u.Host, r.Host)
}

// events answers a request as a stream of events.
func (s *Server) events(w http.ResponseWriter, r *http.Request, request schema.Request) {
	w.Header().Set("Content-Type", typeEvents)
	if r.Method == http.MethodHead {
		return
	}
	ctx, done, ok := s.open(w, r)
	if !ok {
		return
	}
	defer done()
	ctx, cancel := context.WithCancel(ctx)
	all := s.api.Subscribe(ctx, request) // it has begun once the client sees the header
	answers := make(chan schema.Response)
	go func() {
		defer close(answers)
		for a := range all {
			select {
			case answers <- a:
			case <-ctx.Done():
				return
			}
		}
	}()
	defer func() {
		cancel()
		for range answers { // until nothing is at work on one
		}
	}()

	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Time{}) // the request is read; its end is the client's
	write := func(format string, args ...any) bool {
		_ = control.SetWriteDeadline(time.Now().Add(patience))
		_, err := fmt.Fprintf(w, format, args...)
		return err == nil && control.Flush() == nil
	}
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("X-Accel-Buffering", "no") // asks nginx to pass events on at once
	ping := time.NewTicker(s.config.Ping)
	defer ping.Stop()
	for alive := write(":\n\n"); alive; {
		select {
		case a, more := <-answers:
			switch {
			case more:
				s.metrics.answered(a)
				b, err := json.Marshal(a)
				alive = err == nil && write("event: next\ndata: %s\n\n", b)
			case ctx.Err() != nil: // the server ends, and the client may come back
				return
			default:
				write("event: complete\ndata:\n\n")
				return
			}
		case <-ping.C:
			alive = write(":\n\n")
		}
	}
}

// socket answers subscriptions over a WebSocket.
func (s *Server) socket(w http.ResponseWriter, r *http.Request) {
	if !strings.Contains(r.Header.Get("Sec-WebSocket-Protocol"), subprotocol) {
		refuse(w, typeJSON, http.StatusBadRequest, "over WebSockets this server speaks %s; ask for it as Sec-WebSocket-Protocol", subprotocol)
		return
	}
	ctx, done, ok := s.open(w, r)
	if !ok {
		return
	}
	defer done()
	h := &hasty{ResponseWriter: w}
	defer h.close()
	transport.Websocket{
		Implementation:   sockets{ending: s.live},
		InitTimeout:      patience,
		PingPongInterval: s.config.Ping,
		PayloadReadLimit: &s.config.Body,
	}.Do(h, r.WithContext(ctx), s.api.Stream())
}

// sockets are gqlgen's, for the one subprotocol; when the server ends they say
// so, that clients come back.
type sockets struct {
	transport.CoderWebsocketImplementation
	ending context.Context
}

// Accept makes a WebSocket of a request.
func (a sockets) Accept(w http.ResponseWriter, r *http.Request, o transport.WebsocketAcceptOptions) (transport.WebsocketConn, error) {
	o.Subprotocols = []string{subprotocol}
	conn, err := a.CoderWebsocketImplementation.Accept(w, r, o)
	if err != nil {
		return nil, err
	}
	limiter, _ := conn.(transport.WebsocketReadLimiter)
	deadliner, _ := conn.(transport.WebsocketReadDeadliner)
	return socket{conn, limiter, deadliner, a.ending}, nil
}

type socket struct {
	transport.WebsocketConn
	transport.WebsocketReadLimiter
	transport.WebsocketReadDeadliner
	ending context.Context
}

// goingAway is the status of a WebSocket whose server ends (RFC 6455, 7.4.1).
const goingAway = 1001

// WriteClose says goodbye.
func (s socket) WriteClose(code int, message string) error {
	if s.ending.Err() != nil {
		code, message = goingAway, "the server ends"
	}
	return s.WebsocketConn.WriteClose(code, message)
}

// hasty gives out a connection on which no write takes longer than patience,
// so that a client that reads nothing holds nothing.
type hasty struct {
	http.ResponseWriter
	conn net.Conn
}

// close closes the connection, once there was time to say goodbye on it.
func (h *hasty) close() {
	if h.conn != nil {
		time.AfterFunc(patience, func() { _ = h.conn.Close() })
	}
}

// Hijack gives out the connection.
func (h *hasty) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, rw, err := http.NewResponseController(h.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, err
	}
	h.conn = hastyConn{conn}
	rw.Writer.Reset(h.conn)
	return h.conn, rw, nil
}

type hastyConn struct{ net.Conn }

// Write writes, or closes the connection where it cannot.
func (c hastyConn) Write(b []byte) (int, error) {
	_ = c.SetWriteDeadline(time.Now().Add(patience))
	n, err := c.Conn.Write(b)
	if err != nil {
		_ = c.Close()
	}
	return n, err
}
