//go:build deps

package whomet

import (
	_ "github.com/99designs/gqlgen"
	_ "github.com/99designs/gqlgen/graphql/handler"
	_ "github.com/biter777/countries"
	_ "github.com/compose-spec/compose-go/v2/loader"
	_ "github.com/dlclark/regexp2"
	_ "github.com/google/uuid"
	_ "github.com/klauspost/cpuid/v2"
	_ "github.com/kljensen/snowball"
	_ "github.com/markusmobius/go-trafilatura"
	_ "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	_ "github.com/prometheus/client_golang/prometheus/promhttp"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/spf13/cobra"
	_ "github.com/tidwall/cities"
	_ "github.com/vektah/gqlparser/v2"
	_ "github.com/vmihailenco/msgpack/v5"
	_ "golang.org/x/net/html"
	_ "golang.org/x/sync/errgroup"
	_ "golang.org/x/sys/cpu"
	_ "golang.org/x/term"
	_ "golang.org/x/text/unicode/norm"
	_ "gopkg.in/yaml.v3"
	_ "modernc.org/sqlite"
)
