package server

import (
	"html/template"
	"io/fs"
	"net/http"
	"strings"
)

// pages serves the built pages: the explorer at /, GraphiQL at /graphiql.
// Files under an assets/ folder carry a hash of what they hold in their names
// and are kept by browsers for good.
func (s *Server) pages(mux *http.ServeMux) {
	ui := s.config.UI
	if ui == nil || !exists(ui, "index.html") {
		mux.HandleFunc("GET /{$}", s.notBuilt)
		mux.HandleFunc("GET /graphiql", s.notBuilt)
		mux.HandleFunc("GET /graphiql/", s.notBuilt)
		return
	}
	files := http.FileServerFS(ui)
	page := func(name string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Cache-Control", "no-cache")
			http.ServeFileFS(w, r, ui, name)
		}
	}
	mux.HandleFunc("GET /{$}", page("index.html"))
	mux.Handle("GET /graphiql", http.RedirectHandler("graphiql/", http.StatusMovedPermanently))
	if exists(ui, "graphiql/index.html") {
		mux.HandleFunc("GET /graphiql/{$}", page("graphiql/index.html"))
	} else {
		mux.HandleFunc("GET /graphiql/{$}", s.notBuilt)
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "files are read by GET", http.StatusMethodNotAllowed)
			return
		}
		if info, err := fs.Stat(ui, strings.Trim(r.URL.Path, "/")); err != nil || info.IsDir() {
			http.NotFound(w, r) // no listings
			return
		}
		if strings.Contains(r.URL.Path, "/assets/") {
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		files.ServeHTTP(w, r)
	})
}

func exists(f fs.FS, name string) bool {
	info, err := fs.Stat(f, name)
	return err == nil && !info.IsDir()
}

var notBuilt = template.Must(template.New("not built").Parse(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>whomet</title>
<h1>whomet {{.}}</h1>
<p>This program was built without its web pages. Build them with <code>make explorer</code> (Node.js is needed) and build the program again.</p>
<p>The API answers without them: POST GraphQL to <code>/graphql</code>; its schema is at <a href="/schema.graphqls">/schema.graphqls</a>.</p>
</html>
`))

// notBuilt tells how to come by the pages.
func (s *Server) notBuilt(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusNotFound)
	_ = notBuilt.Execute(w, s.config.Version)
}
