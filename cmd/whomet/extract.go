package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/whomet/whomet/loader"
	"github.com/whomet/whomet/loader/article"
)

func newExtract() *cobra.Command {
	var reader extractorFlags
	var explain string
	cmd := &cobra.Command{
		Use:   "extract FILE|FOLDER|-…",
		Short: "print what each article says, one JSON object a line",
		Long: `extract reads articles (.txt and .html: one a file; .jsonl: one a line; - is
standard input) and prints for each what it says: whom it names, who met whom
about what, what else happened, and the sentences that say so. Offsets are
Unicode code points of the article's clean text. Bad articles are told on
standard error and set aside; the exit status is then 1.

--explain prints instead, for people, each meeting and event with its sentences
and one line a slot: the value, the words it comes from and the number of their
sentence, the way through the sentence's syntax, the rule, and the line of
whomet's data files that says so. --explain=json adds the same to the JSON.`,
		Example: `  whomet extract article.txt | jq '.meetings[].evidence[].quote'
  whomet extract articles/ > claims.jsonl
  whomet extract --explain article.txt | less`,
		Args: cobra.MinimumNArgs(1),
	}
	reader.add(cmd)
	cmd.Flags().StringVar(&explain, "explain", "", "say why each slot holds what it holds: text for people, or json")
	cmd.Flags().Lookup("explain").NoOptDefVal = "text"
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		if explain != "" && explain != "text" && explain != "json" {
			return fmt.Errorf("--explain=%s: give --explain, or --explain=json", explain)
		}
		extractor, workers, err := reader.open(cmd, explain != "")
		if err != nil {
			return err
		}
		out := bufio.NewWriter(cmd.OutOrStdout())
		enc := json.NewEncoder(out)
		enc.SetEscapeHTML(false)
		setAside, dropped := 0, map[string]int{}
		for x, err := range loader.Extract(cmd.Context(), extractor, loader.Input{Paths: paths, Stdin: cmd.InOrStdin()}, workers, nil) {
			var bad *article.Rejected
			if errors.As(err, &bad) {
				setAside++
				fmt.Fprintf(cmd.ErrOrStderr(), "set aside: %v\n", bad)
				continue
			}
			for kind, n := range x.Result.Dropped {
				dropped[kind] += n
			}
			switch {
			case err != nil:
			case explain == "text":
				err = x.Result.WriteExplanation(out)
			default:
				err = enc.Encode(x.Result)
			}
			if err != nil {
				return errors.Join(err, out.Flush())
			}
		}
		if err := out.Flush(); err != nil {
			return err
		}
		tellDropped(cmd.ErrOrStderr(), dropped)
		if setAside > 0 {
			return errSetAside
		}
		return nil
	}
	return cmd
}
