package main

import (
	"bufio"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whomet/whomet/loader/article"
	"github.com/whomet/whomet/loader/nlp"
	"github.com/whomet/whomet/loader/nlp/model"
)

func newParse() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "parse FILE|FOLDER|-…",
		Short: "print the grammar of each text, as CoNLL-U",
		Long: `parse runs the language engine alone and prints what it finds in CoNLL-U
(https://universaldependencies.org/format.html): tokens, lemmas, parts of
speech, Penn tags, dependency tree, and in the last column whether a space
follows, named entities (NE=B-PERSON) and the token's range in Unicode code
points of the text. Texts are taken as they are, one a .txt file or line of a
.jsonl file; - is standard input. Those that cannot be read are told on
standard error and set aside; the exit status is then 1.`,
		Example: `  whomet parse article.txt
  echo "Anna Berg met Luis Ortega." | whomet parse -`,
		Args: cobra.MinimumNArgs(1),
	}
	cmd.Flags().StringVar(&dir, "model", "", "folder of a spaCy 3.7 or 3.8 English pipeline to use instead of the installed model")
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		load := model.Load
		if dir != "" {
			load = func() (*nlp.Pipeline, error) { return nlp.Load(dir) }
		}
		pipeline, err := load()
		if err != nil {
			return err
		}
		out := bufio.NewWriter(cmd.OutOrStdout())
		setAside, docs := 0, 0
		for raw, err := range article.Read(cmd.Context(), paths, cmd.InOrStdin()) {
			if err == nil && raw.Text == "" {
				err = raw.Reject("is HTML; parse takes plain text (whomet extract reads pages)")
			}
			var bad *article.Rejected
			if errors.As(err, &bad) {
				setAside++
				fmt.Fprintf(cmd.ErrOrStderr(), "set aside: %v\n", bad)
				continue
			}
			if err == nil {
				docs++
				fmt.Fprintf(out, "# newdoc id = %s\n", docID(raw))
				err = pipeline.Parse(raw.Text).WriteCoNLLU(out, fmt.Sprintf("%d-", docs))
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

// docID names a text by where it was read from, in one word.
func docID(raw article.Raw) string {
	id := strings.Join(strings.Fields(raw.Path), "_")
	if raw.Line > 0 {
		id = fmt.Sprintf("%s:%d", id, raw.Line)
	}
	return id
}
