// Package explorer holds the built web pages: the explorer that walks the
// graph (index.html) and GraphiQL (graphiql/index.html). `make explorer`
// builds them with Vite; a binary built without has no pages, and the server
// says so.
package explorer

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Pages returns the built pages.
func Pages() fs.FS {
	pages, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // dist is embedded above
	}
	return pages
}
