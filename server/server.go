// Package server answers over HTTP: GraphQL at /graphql, GraphiQL at
// /graphiql, the explorer at /, the schema at /schema.graphqls, and for
// operators /healthz, /readyz and /metrics.
package server

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/schema"
	"github.com/whomet/whomet/schema/view"
)

// Config is what a server needs. Store is required; a zero field stands for
// its default.
type Config struct {
	// Store answers. Where it has Ready, as a [graph.Store] does, /readyz asks
	// it.
	Store graph.Reader
	// Editor makes the changes that mutations ask for, for those who send Token;
	// without either the API has no mutations.
	Editor view.Editor
	Token  string
	// Log hears of requests and of errors; nil: slog.Default().
	Log *slog.Logger
	// UI holds the built pages: index.html and what it needs at the root,
	// GraphiQL in graphiql/. nil, or without index.html: they were not built.
	UI fs.FS
	// Version is the program's.
	Version string
	// Limits bound GraphQL requests.
	Limits schema.Limits
	// Body is the largest request body in bytes. Default 1 MiB.
	Body int64
	// Drain is how long requests under way may take after the server is told
	// to end. Default 10 s.
	Drain time.Duration
	// Streams is how many event streams and WebSockets may be open at a time.
	// Default 200.
	Streams int
	// Ping is how often a quiet stream is pinged; a WebSocket whose client does
	// not answer in twice that time is closed. Default 20 s.
	Ping time.Duration
	// Poll is how often the store is asked for news while somebody has
	// subscribed to it. Default 1 s.
	Poll time.Duration
}

// Server is the HTTP handler and its life.
type Server struct {
	config  Config
	api     *schema.API
	metrics *metrics
	handler http.Handler
	// live ends when end is called: when the server is told to end.
	live context.Context
	end  context.CancelFunc
	// places holds one for each stream that is open.
	places chan struct{}
}

// New returns a server over a store.
func New(c Config) *Server {
	c.Log = cmp.Or(c.Log, slog.Default())
	c.Body = cmp.Or(c.Body, 1<<20)
	c.Drain = cmp.Or(c.Drain, 10*time.Second)
	c.Ping = cmp.Or(c.Ping, 20*time.Second)
	if c.Token == "" {
		c.Editor = nil
	}
	m := newMetrics(c.Version)
	s := &Server{
		config:  c,
		metrics: m,
		api:     schema.New(schema.Config{Store: m.store(c.Store), Editor: c.Editor, Version: c.Version, Log: c.Log, Limits: c.Limits, Poll: c.Poll}),
		places:  make(chan struct{}, cmp.Or(c.Streams, 200)),
	}
	s.live, s.end = context.WithCancel(context.Background())
	s.handler = s.observe(s.secure(s.compress(s.routes())))
	return s
}

func (s *Server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("/graphql", s.graphql)
	mux.HandleFunc("GET /schema.graphqls", s.sdl)
	mux.HandleFunc("GET /healthz", s.healthz)
	mux.HandleFunc("GET /readyz", s.readyz)
	mux.Handle("GET /metrics", promhttp.HandlerFor(s.metrics.registry, promhttp.HandlerOpts{}))
	s.pages(mux)
	return mux
}

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Serve answers on a listener until ctx ends, then ends all streams and lets
// requests under way finish for at most the configured time. It returns nil
// when all were answered. The listener is closed, and the server ends for good.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	srv := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      2 * time.Minute,
		IdleTimeout:       2 * time.Minute,
		ErrorLog:          slog.NewLogLogger(s.config.Log.Handler(), slog.LevelWarn),
	}
	defer s.end()
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	s.config.Log.Info("draining", "for", s.config.Drain)
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.config.Drain)
	defer cancel()
	s.end()
	err := srv.Shutdown(drain)
	if err == nil {
		err = s.closed(drain) // WebSockets are not the HTTP server's any more
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return errors.Join(errors.New("some requests were cut off: they took longer than the time to drain"), srv.Close())
	}
	return err
}

func (s *Server) sdl(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte(s.api.SDL()))
}

// healthz says that the process is alive.
func (s *Server) healthz(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte("ok\n"))
}

// readyz says whether the store answers.
func (s *Server) readyz(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	if store, ok := s.config.Store.(interface{ Ready(context.Context) error }); ok {
		ctx, cancel := context.WithTimeout(r.Context(), 5*time.Second)
		defer cancel()
		if err := store.Ready(ctx); err != nil {
			s.config.Log.WarnContext(ctx, "store not ready", "error", err)
			w.WriteHeader(http.StatusServiceUnavailable)
			_, _ = w.Write([]byte("the store does not answer\n"))
			return
		}
	}
	_, _ = w.Write([]byte("ok\n"))
}

func writeJSON(w http.ResponseWriter, contentType string, status int, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		status, b = http.StatusInternalServerError, []byte(`{"errors":[{"message":"internal error","extensions":{"code":"INTERNAL"}}]}`)
	}
	w.Header().Set("Content-Type", contentType+"; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(append(b, '\n'))
}
