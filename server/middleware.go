package server

import (
	"compress/gzip"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// observe logs each request and counts it, and turns a panic into a 500.
func (s *Server) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		rec := &recorder{ResponseWriter: w}
		defer func() {
			if p := recover(); p != nil {
				if p == http.ErrAbortHandler {
					panic(p)
				}
				s.config.Log.ErrorContext(r.Context(), "request panicked", "path", r.URL.Path, "panic", p)
				if rec.status == 0 {
					http.Error(rec, "internal error", http.StatusInternalServerError)
				}
			}
			took := time.Since(start)
			route := r.Pattern // set by the mux
			if route == "" {
				route = "none"
			}
			if rec.code() == http.StatusSwitchingProtocols || strings.HasPrefix(rec.Header().Get("Content-Type"), typeEvents) {
				route += " stream" // its time is the client's
			}
			s.metrics.request(route, method(r.Method), rec.code(), took)
			s.config.Log.InfoContext(r.Context(), "request", "method", r.Method, "path", r.URL.Path, "status", rec.code(), "bytes", rec.bytes,
				"took", took.Round(time.Microsecond), "remote", r.RemoteAddr)
		}()
		next.ServeHTTP(rec, r)
	})
}

// method keeps made-up methods from becoming labels of their own.
func method(m string) string {
	switch m {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodOptions:
		return m
	}
	return "other"
}

// recorder notes what was answered.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(b []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(b)
	r.bytes += int64(n)
	return n, err
}

// Unwrap serves http.ResponseController.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

func (r *recorder) code() int {
	if r.status == 0 {
		return http.StatusOK
	}
	return r.status
}

// policy lets pages load what this server serves and nothing else. Styles may
// be inline (Monaco in GraphiQL, Sigma's labels write them); workers come as
// blobs from Vite's build.
const policy = "default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; " +
	"worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// secure sets the headers that keep pages to themselves.
func (s *Server) secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// worthGzip is the least size in bytes of an answer that is compressed.
const worthGzip = 1400

var gzips = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

// compress answers in gzip where it is accepted and pays: texts of more than a
// packet.
func (s *Server) compress(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept-Encoding")
		if upgrades(r) || !acceptsGzip(r.Header.Get("Accept-Encoding")) || r.Method == http.MethodHead || r.Header.Get("Range") != "" {
			next.ServeHTTP(w, r)
			return
		}
		c := &compressor{ResponseWriter: w}
		next.ServeHTTP(c, r) // a panic leaves nothing sent
		c.close()
	})
}

// upgrades tells whether a request asks for a WebSocket.
func upgrades(r *http.Request) bool { return strings.EqualFold(r.Header.Get("Upgrade"), "websocket") }

func acceptsGzip(header string) bool {
	for part := range strings.SplitSeq(header, ",") {
		coding, params, _ := strings.Cut(part, ";")
		if strings.TrimSpace(coding) != "gzip" {
			continue
		}
		q, found := strings.CutPrefix(strings.TrimSpace(params), "q=")
		if !found {
			return true
		}
		weight, err := strconv.ParseFloat(q, 64)
		return err == nil && weight > 0
	}
	return false
}

// compressor holds the beginning of an answer back until it knows whether it
// is worth compressing.
type compressor struct {
	http.ResponseWriter
	status int
	held   []byte
	gz     *gzip.Writer
	plain  bool
}

func (c *compressor) WriteHeader(status int) {
	if c.status == 0 {
		c.status = status
	}
}

func (c *compressor) Write(b []byte) (int, error) {
	switch {
	case c.gz != nil:
		return c.gz.Write(b)
	case c.plain:
		return c.ResponseWriter.Write(b)
	}
	c.held = append(c.held, b...)
	if len(c.held) < worthGzip {
		return len(b), nil
	}
	if err := c.begin(compressible(c.Header())); err != nil {
		return 0, err
	}
	return len(b), nil
}

// begin sends the header and what was held back.
func (c *compressor) begin(zip bool) error {
	if zip {
		c.Header().Set("Content-Encoding", "gzip")
		c.Header().Del("Content-Length")
		c.gz = gzips.Get().(*gzip.Writer)
		c.gz.Reset(c.ResponseWriter)
	} else {
		c.plain = true
	}
	if c.status != 0 {
		c.ResponseWriter.WriteHeader(c.status)
	}
	var err error
	if len(c.held) > 0 {
		if zip {
			_, err = c.gz.Write(c.held)
		} else {
			_, err = c.ResponseWriter.Write(c.held)
		}
	}
	c.held = nil
	return err
}

// FlushError sends what is held back. An answer of which a part is wanted
// before it is worth compressing goes plain.
func (c *compressor) FlushError() error {
	if c.gz == nil && !c.plain {
		if err := c.begin(false); err != nil {
			return err
		}
	}
	if c.gz != nil {
		if err := c.gz.Flush(); err != nil {
			return err
		}
	}
	return http.NewResponseController(c.ResponseWriter).Flush()
}

// Unwrap serves http.ResponseController.
func (c *compressor) Unwrap() http.ResponseWriter { return c.ResponseWriter }

func (c *compressor) close() {
	if c.gz == nil && !c.plain {
		_ = c.begin(false)
	}
	if c.gz != nil {
		_ = c.gz.Close()
		c.gz.Reset(nil)
		gzips.Put(c.gz)
	}
}

func compressible(h http.Header) bool {
	if h.Get("Content-Encoding") != "" {
		return false
	}
	t := h.Get("Content-Type")
	for _, text := range []string{"text/", "application/json", typeGraphQL, "application/javascript", "image/svg+xml", "application/wasm"} {
		if strings.HasPrefix(t, text) {
			return true
		}
	}
	return false
}

func codeOf(extensions map[string]any) string {
	if code, ok := extensions["code"]; ok {
		return fmt.Sprint(code)
	}
	return "none"
}
