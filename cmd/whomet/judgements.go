package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/whomet/whomet/loader"
	"github.com/whomet/whomet/loader/article"
)

func newJudgements() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "judgements",
		Short: "keep what people said of what is one as a file, and bring it back",
		Long: `judgements writes all that people said of who is who and of which meeting is
which, with who, when and why, as JSON Lines, and reads such a file into a store.
They hang on names and reports, whose ids are the same in every store: those on
what is not there wait for it.`,
	}
	cmd.AddCommand(newJudgementsExport(), newJudgementsImport())
	return cmd
}

func newJudgementsExport() *cobra.Command {
	var store string
	cmd := &cobra.Command{
		Use:   "export [FILE]",
		Short: "write what people said, earliest first",
		Example: `  whomet judgements export judgements.jsonl
  whomet judgements export | jq -r .by | sort | uniq -c`,
		Args: cobra.MaximumNArgs(1),
	}
	storeURL(cmd, &store)
	cmd.RunE = func(cmd *cobra.Command, files []string) error {
		return edit(cmd, store, func(ctx context.Context, e *loader.Editor) error {
			write := func(w io.Writer) error { return e.WriteJudgements(ctx, w) }
			if len(files) == 0 || files[0] == article.Stdin {
				return write(cmd.OutOrStdout())
			}
			return writeFile(files[0], write)
		})
	}
	return cmd
}

func newJudgementsImport() *cobra.Command {
	var store string
	cmd := &cobra.Command{
		Use:   "import FILE|-",
		Short: "read what people said into a store",
		Long: `import adds the judgements of a file, or of standard input (-), to a store. Those
that are there already change nothing. Bad lines are set aside and listed at the
end; the exit status is then 1.`,
		Example: `  whomet judgements import judgements.jsonl --store neo4j://localhost`,
		Args:    cobra.ExactArgs(1),
	}
	storeURL(cmd, &store)
	cmd.RunE = func(cmd *cobra.Command, files []string) error {
		in := cmd.InOrStdin()
		if files[0] != article.Stdin {
			f, err := os.Open(files[0])
			if err != nil {
				return err
			}
			defer f.Close()
			in = f
		}
		return edit(cmd, store, func(ctx context.Context, e *loader.Editor) error {
			read, bad, err := e.ReadJudgements(ctx, files[0], in)
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.ErrOrStderr(), "read %s\n", count(read, "judgement"))
			if len(bad) == 0 {
				return nil
			}
			fmt.Fprintf(cmd.ErrOrStderr(), "%s set aside:\n", count(len(bad), "line"))
			for _, b := range bad {
				fmt.Fprintf(cmd.ErrOrStderr(), "  %v\n", b)
			}
			return errSetAside
		})
	}
	return cmd
}
