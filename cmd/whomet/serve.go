package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"

	"github.com/spf13/cobra"

	"github.com/whomet/whomet/explorer"
	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/open"
	"github.com/whomet/whomet/server"
)

func newServe() *cobra.Command {
	var store, listen string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "answer questions over HTTP: GraphQL, GraphiQL and the explorer",
		Long: `serve answers at /graphql (POST, and GET for queries), with an explorer of the
graph at /, GraphiQL at /graphiql/, the schema at /schema.graphqls, /healthz,
/readyz and /metrics. Ctrl-C or SIGTERM lets running requests end, then stops;
a second one stops at once.`,
		Example: `  whomet serve
  whomet serve --store neo4j://localhost --listen 127.0.0.1:9000`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			log := newLog(cmd)
			s, err := open.Store(cmd.Context(), store)
			if err != nil {
				return err
			}
			defer s.Close()
			return serve(cmd.Context(), s, listen, log, func(url string) {
				fmt.Fprintf(cmd.ErrOrStderr(), "whomet serves %s/ (GraphiQL: %s/graphiql/)\n", url, url)
			})
		},
	}
	storeURL(cmd, &store)
	listenFlag(cmd, &listen)
	return cmd
}

func listenFlag(cmd *cobra.Command, listen *string) {
	cmd.Flags().StringVar(listen, "listen", "127.0.0.1:8080", "address to listen on; port 0 takes a free one")
}

// serve listens, tells the URL it is reached at, and serves until the context
// ends.
func serve(ctx context.Context, s graph.Store, listen string, log *slog.Logger, ready func(url string)) error {
	ln, err := (&net.ListenConfig{}).Listen(ctx, "tcp", listen)
	if err != nil {
		return fmt.Errorf("listen on %s: %w; choose another address with --listen", listen, err)
	}
	ready("http://" + ln.Addr().String())
	return server.New(server.Config{Store: s, Log: log, UI: explorer.Pages(), Version: versionText()}).Serve(ctx, ln)
}
