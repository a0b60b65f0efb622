package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/spf13/cobra"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/open"
	"github.com/whomet/whomet/loader"
	"github.com/whomet/whomet/loader/article"
)

func newLoad() *cobra.Command {
	var store string
	var batch int
	var reader extractorFlags
	cmd := &cobra.Command{
		Use:   "load FILE|FOLDER|-…",
		Short: "read articles into a graph",
		Long: `load reads articles (.txt and .html: one a file; .jsonl: one a line; - is
standard input) and writes what they say, and the graph made of it, to a store.
Loading the same again changes nothing; a load that was stopped goes on where it
was. Bad articles are set aside and listed at the end; the exit status is then 1.`,
		Example: `  whomet load articles/
  whomet load news.jsonl --store neo4j://localhost
  whomet load articles/ --extractor llm --llm-url http://127.0.0.1:11434/v1 --llm-model NAME`,
		Args: cobra.MinimumNArgs(1),
	}
	storeURL(cmd, &store)
	reader.add(cmd)
	cmd.Flags().IntVar(&batch, "batch", 64, "articles written in one transaction")
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		extractor, workers, err := reader.open(cmd, false)
		if err != nil {
			return err
		}
		s, err := open.Store(cmd.Context(), store)
		if err != nil {
			return err
		}
		defer s.Close()
		return load(cmd.Context(), loader.Input{Paths: paths, Stdin: cmd.InOrStdin()},
			loader.Options{Store: s, Extractor: extractor, Workers: workers, Batch: batch}, cmd.ErrOrStderr(), newLog(cmd))
	}
	return cmd
}

// load runs loader.Load with its progress and tells the summary.
func load(ctx context.Context, in loader.Input, o loader.Options, stderr io.Writer, log *slog.Logger) error {
	o.Progress = new(loader.Progress)
	begin := time.Now()
	total, _ := article.Size(in.Paths)
	stop := showProgress(o.Progress, total, stderr, log)
	sum, err := loader.Load(ctx, in, o)
	stop()
	if err != nil {
		return err
	}
	return summarize(ctx, o.Store, sum, time.Since(begin), stderr)
}

func summarize(ctx context.Context, s graph.Store, sum loader.Summary, took time.Duration, w io.Writer) error {
	stats, err := s.Stats(ctx)
	if err != nil {
		return fmt.Errorf("count what the graph holds: %w", err)
	}
	fmt.Fprintf(w, "loaded %s in %s", count(sum.Loaded, "article"), took.Round(10*time.Millisecond))
	if sum.Loaded > 0 {
		fmt.Fprintf(w, " (%.0f words/s)", float64(sum.Words)/took.Seconds())
	}
	if sum.Known > 0 {
		fmt.Fprintf(w, "; %s loaded before", count(sum.Known, "article"))
	}
	fmt.Fprintf(w, "\nthe graph now holds %s: %s, %s, %s, %s, %s, %s\n", count(stats.Articles, "article"), count(stats.People, "person"),
		count(stats.Organizations, "organization"), count(stats.Places, "place"), count(stats.Meetings, "meeting"), count(stats.Events, "event"), count(stats.Topics, "topic"))
	tellDropped(w, sum.Dropped)
	if len(sum.SetAside) == 0 {
		return nil
	}
	fmt.Fprintf(w, "%s set aside:\n", count(len(sum.SetAside), "article"))
	for _, bad := range sum.SetAside {
		fmt.Fprintf(w, "  %v\n", bad)
	}
	return errSetAside
}

func count(n int, noun string) string {
	switch {
	case n == 1:
	case noun == "person":
		noun = "people"
	default:
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
