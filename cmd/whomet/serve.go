package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"github.com/whomet/whomet/explorer"
	"github.com/whomet/whomet/graph/open"
	"github.com/whomet/whomet/loader"
	"github.com/whomet/whomet/loader/nlp/model"
	"github.com/whomet/whomet/server"
)

func newServe() *cobra.Command {
	var store, listen, tokenFile string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "answer questions over HTTP: GraphQL, GraphiQL and the explorer",
		Long: `serve answers at /graphql (POST, and GET for queries; subscriptions as
Server-Sent Events or over a WebSocket), with an explorer of the graph at /,
GraphiQL at /graphiql/, the schema at /schema.graphqls, /healthz, /readyz and
/metrics. Ctrl-C or SIGTERM ends subscriptions, lets running requests end, then
stops; a second one stops at once.

With a token, in WHOMET_TOKEN or a file, those who send it (Authorization:
Bearer TOKEN) may change the graph: loadArticle, removeArticle, judge, rename.
Without one there is nothing in the API that changes anything.`,
		Example: `  whomet serve
  whomet serve --store neo4j://localhost --listen 127.0.0.1:9000
  WHOMET_TOKEN=$(openssl rand -hex 32) whomet serve`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			log := newLog(cmd)
			token, err := readToken(tokenFile)
			if err != nil {
				return err
			}
			s, err := open.Store(cmd.Context(), store)
			if err != nil {
				return err
			}
			defer s.Close()
			editor := &loader.Editor{Store: s, Extractor: sync.OnceValues(func() (loader.Extractor, error) {
				pipeline, err := model.Load()
				return loader.Rules{Pipeline: pipeline}, err
			})}
			return serve(cmd.Context(), server.Config{Store: s, Editor: editor, Token: token, Log: log}, listen, func(url string) {
				fmt.Fprintf(cmd.ErrOrStderr(), "whomet serves %s/ (GraphiQL: %s/graphiql/)\n", url, url)
			})
		},
	}
	storeURL(cmd, &store)
	listenFlag(cmd, &listen)
	cmd.Flags().StringVar(&tokenFile, "token-file", "", "file that holds the token with which the graph may be changed\n(else WHOMET_TOKEN; with neither it may not)")
	return cmd
}

// readToken returns the token that changes are made with: that of the file,
// if one is named, else that of the environment; "" for none.
func readToken(file string) (string, error) {
	token := os.Getenv("WHOMET_TOKEN")
	if file != "" {
		b, err := os.ReadFile(file)
		if err != nil {
			return "", fmt.Errorf("read the token: %w", err)
		}
		if token = strings.TrimSpace(string(b)); token == "" {
			return "", fmt.Errorf("read the token: %s is empty", file)
		}
	}
	return strings.TrimSpace(token), nil
}

func listenFlag(cmd *cobra.Command, listen *string) {
	cmd.Flags().StringVar(listen, "listen", "127.0.0.1:8080", "address to listen on; port 0 takes a free one")
}

// serve listens, tells the URL it is reached at, and serves until the context
// ends.
func serve(ctx context.Context, c server.Config, listen string, ready func(url string)) error {
	ln, err := (&net.ListenConfig{}).Listen(ctx, "tcp", listen)
	if err != nil {
		return fmt.Errorf("listen on %s: %w; choose another address with --listen", listen, err)
	}
	ready("http://" + ln.Addr().String())
	c.UI, c.Version = explorer.Pages(), versionText()
	return server.New(c).Serve(ctx, ln)
}
