package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/whomet/whomet/loader"
	"github.com/whomet/whomet/loader/article"
	"github.com/whomet/whomet/loader/nlp/model"
)

func newExtract() *cobra.Command {
	var workers int
	cmd := &cobra.Command{
		Use:   "extract FILE|FOLDER|-…",
		Short: "print what each article says, one JSON object a line",
		Long: `extract reads articles (.txt and .html: one a file; .jsonl: one a line; - is
standard input) and prints for each what it says: whom it names, who met whom
about what, what else happened, and the sentences that say so. Offsets are
Unicode code points of the article's clean text. Bad articles are told on
standard error and set aside; the exit status is then 1.`,
		Example: `  whomet extract article.txt | jq '.meetings[].evidence[].quote'
  whomet extract articles/ > claims.jsonl`,
		Args: cobra.MinimumNArgs(1),
	}
	workersFlag(cmd, &workers)
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		pipeline, err := model.Load()
		if err != nil {
			return err
		}
		out := bufio.NewWriter(cmd.OutOrStdout())
		enc := json.NewEncoder(out)
		enc.SetEscapeHTML(false)
		setAside := 0
		for x, err := range loader.Extract(cmd.Context(), pipeline, loader.Input{Paths: paths, Stdin: cmd.InOrStdin()}, workers, nil) {
			var bad *article.Rejected
			if errors.As(err, &bad) {
				setAside++
				fmt.Fprintf(cmd.ErrOrStderr(), "set aside: %v\n", bad)
				continue
			}
			if err == nil {
				err = enc.Encode(x.Result)
			}
			if err != nil {
				return errors.Join(err, out.Flush())
			}
		}
		if err := out.Flush(); err != nil {
			return err
		}
		if setAside > 0 {
			return errSetAside
		}
		return nil
	}
	return cmd
}
