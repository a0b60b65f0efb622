package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/whomet/whomet/graph/jsonl"
	"github.com/whomet/whomet/graph/open"
)

func newExport() *cobra.Command {
	var store, format, file string
	cmd := &cobra.Command{
		Use:   "export",
		Short: "write the whole graph, one node or edge a line",
		Long: `export writes every node and edge of a graph as JSON Lines, sorted by id: a
node with its id, kind and properties, an edge with its kind, from and to, a
mention or report with its spans and quotes. The same articles give the same
bytes, whatever the store and the order in which they were loaded (the time at
which they were loaded is left out).`,
		Example: `  whomet export > graph.jsonl
  whomet export --store neo4j://localhost --out graph.jsonl`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			if format != "jsonl" {
				return fmt.Errorf("--format is %q; the format there is is jsonl", format)
			}
			s, err := open.Store(cmd.Context(), store)
			if err != nil {
				return err
			}
			defer s.Close()
			write := func(w io.Writer) error { return jsonl.Write(cmd.Context(), s, w) }
			if file == "" {
				return write(cmd.OutOrStdout())
			}
			return writeFile(file, write)
		},
	}
	storeURL(cmd, &store)
	cmd.Flags().StringVar(&format, "format", "jsonl", "the format to write")
	cmd.Flags().StringVar(&file, "out", "", "the file to write instead of standard output; it is there in whole or not at all")
	return cmd
}

// writeFile has write fill a new file, and puts it in the place of the named
// one when it is whole.
func writeFile(name string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	err = write(f)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", name, err), os.Remove(f.Name()))
	}
	return nil
}
