package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/whomet/whomet/graph/open"
	"github.com/whomet/whomet/loader"
	"github.com/whomet/whomet/loader/nlp/model"
	"github.com/whomet/whomet/samples"
	"github.com/whomet/whomet/server"
)

func newDemo() *cobra.Command {
	var listen, file string
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "load whomet's own sample articles and serve them",
		Long: `demo loads the articles that come with whomet (real historic meetings of 1941
to 2020, told in whomet's own words) into an embedded store and serves them.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			pipeline, err := model.Load()
			if err != nil {
				return err
			}
			folder, err := os.MkdirTemp("", "whomet-demo-")
			if err != nil {
				return err
			}
			defer os.RemoveAll(folder)
			articles := filepath.Join(folder, "samples")
			if err := os.CopyFS(articles, samples.Articles); err != nil {
				return fmt.Errorf("lay out the samples: %w", err)
			}
			if file == "" {
				file = filepath.Join(folder, "demo.db")
			}
			s, err := open.Store(cmd.Context(), "sqlite:"+file)
			if err != nil {
				return err
			}
			defer s.Close()
			log := newLog(cmd)
			if err := load(cmd.Context(), loader.Input{Paths: []string{articles}},
				loader.Options{Store: s, Extractor: loader.Rules{Pipeline: pipeline}, Workers: runtime.GOMAXPROCS(0)}, cmd.ErrOrStderr(), log); err != nil {
				return err
			}
			return serve(cmd.Context(), server.Config{Store: s, Log: log}, listen, func(url string) {
				fmt.Fprintf(cmd.ErrOrStderr(), welcome, url, url)
			})
		},
	}
	listenFlag(cmd, &listen)
	cmd.Flags().StringVar(&file, "file", "", "keep the graph in this file; without it the graph goes when the demo ends")
	return cmd
}

const welcome = `
Open %s/          to search a name and see whom it met,
or   %s/graphiql/ to ask. Three questions to paste there:

  # Whom did Henry Kissinger meet, and about what?
  { person(name: "Henry Kissinger") { met { nodes { entity { name } meetingCount topics { name } } } } }

  # Which meetings were called off, put off or refused, and which sentence says so?
  { meetings(filter: { status: [CANCELLED, POSTPONED, REFUSED] }) { nodes { summary status reports { nodes { quote } } } } }

  # Who met in Reykjavik, when, about what?
  { meetings(filter: { where: { name: "Reykjavik" } }) { nodes { summary date { start end } topics { name } } } }

Ctrl-C ends the demo.
`
