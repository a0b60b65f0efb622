// Package open opens a graph.Store by its URL: the one place that knows every
// store there is.
package open

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/neo4j"
	"github.com/whomet/whomet/graph/sqlite"
)

// Forms are the URLs that [Store] accepts, for usage texts and errors.
const Forms = "sqlite:FILE, neo4j://HOST:PORT, neo4j+s://, neo4j+ssc://, bolt://, bolt+s:// or bolt+ssc://"

// An Option changes how a store is opened.
type Option func(*options)

type options struct{ trace func(statement string) }

// WithTrace has trace called with each statement that the store sends to its
// database, by whichever goroutine sends it.
func WithTrace(trace func(statement string)) Option {
	return func(o *options) { o.trace = trace }
}

// Store opens the store at a URL, one of [Forms]; the caller closes it. The
// file of sqlite:FILE is made if it is not there. The credentials of a Neo4j
// come from NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE in the
// environment. The error tells what to do about it, and never a password.
func Store(ctx context.Context, storeURL string, opts ...Option) (graph.Store, error) {
	o := options{trace: func(string) {}}
	for _, opt := range opts {
		opt(&o)
	}
	scheme, rest, ok := strings.Cut(storeURL, ":")
	switch {
	case !ok:
		return nil, fmt.Errorf("%q does not say what kind of store it is: write %s", storeURL, Forms)
	case scheme == "sqlite":
		path := strings.TrimPrefix(rest, "//")
		if path == "" {
			return nil, fmt.Errorf("%q names no file: write sqlite:FILE, such as sqlite:whomet.db", storeURL)
		}
		return asStore(sqlite.Open(ctx, path, sqlite.WithTrace(o.trace)))
	case scheme == "neo4j", scheme == "neo4j+s", scheme == "neo4j+ssc", scheme == "bolt", scheme == "bolt+s", scheme == "bolt+ssc":
		u, err := url.Parse(storeURL)
		switch {
		case err != nil || u.Host == "":
			return nil, fmt.Errorf("the %s URL names no host: write %s://HOST:PORT, such as %s://localhost:7687", scheme, scheme, scheme)
		case u.User != nil:
			return nil, fmt.Errorf("%s: a store's URL holds no user or password: set NEO4J_USERNAME and NEO4J_PASSWORD instead", u.Redacted())
		}
		return asStore(neo4j.Open(ctx, storeURL, neo4j.Config{
			Username: os.Getenv("NEO4J_USERNAME"),
			Password: os.Getenv("NEO4J_PASSWORD"),
			Database: os.Getenv("NEO4J_DATABASE"),
			Trace:    o.trace,
		}))
	}
	return nil, fmt.Errorf("there is no store of kind %q: write %s", scheme, Forms)
}

// asStore keeps a nil pointer from becoming a store that is not nil.
func asStore[S graph.Store](s S, err error) (graph.Store, error) {
	if err != nil {
		return nil, err
	}
	return s, nil
}
