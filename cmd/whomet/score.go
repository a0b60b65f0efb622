package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/whomet/whomet/loader"
	"github.com/whomet/whomet/loader/article"
	"github.com/whomet/whomet/loader/extract"
	"github.com/whomet/whomet/loader/nlp/model"
	"github.com/whomet/whomet/loader/score"
)

func newScore() *cobra.Command {
	var workers int
	var asJSON, explain bool
	var o score.Options
	cmd := &cobra.Command{
		Use:   "score LABELS RESULTS|ARTICLES…",
		Short: "measure what whomet reads against labels of your own",
		Long: `score compares what whomet reads in articles with what people labelled in them
and prints precision and recall of who met whom, of meetings, people,
organizations, places and events, and how often status, mode, role, date, place
and topic are right. LABELS has one JSON object a line, one for each article;
docs/labelling.md says how to write them. RESULTS is what whomet extract
printed; articles (.txt, .html, .jsonl, folders) are read first.`,
		Example: `  whomet score labels.jsonl articles/ --explain
  whomet extract articles/ > claims.jsonl && whomet score labels.jsonl claims.jsonl --json`,
		Args: cobra.MinimumNArgs(2),
	}
	workersFlag(cmd, &workers)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print figures and notes as one JSON object")
	cmd.Flags().BoolVar(&explain, "explain", false, "tell each miss and each false answer, with its quote")
	cmd.Flags().BoolVar(&o.OnlyPredicted, "only-predicted", false, "leave out labelled articles that are not among the results, rather than count them as missed")
	cmd.Flags().StringSliceVar(&o.Texts, "texts", nil, "folders where the files that labels name lie (else beside LABELS, or in texts/ there)")
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		labels, err := score.ReadLabels(paths[0])
		if err != nil {
			return err
		}
		results, setAside, err := readResults(cmd.Context(), paths[1:], workers, cmd.InOrStdin(), cmd.ErrOrStderr())
		if err != nil {
			return err
		}
		report, err := score.Compare(labels, results, o)
		if err != nil {
			return err
		}
		out := cmd.OutOrStdout()
		switch {
		case asJSON:
			enc := json.NewEncoder(out)
			enc.SetEscapeHTML(false)
			err = enc.Encode(report)
		case explain:
			err = errors.Join(report.WriteTable(out), report.WriteNotes(out))
		default:
			err = report.WriteTable(out)
		}
		if err == nil && setAside {
			err = errSetAside
		}
		return err
	}
	return cmd
}

// readResults reads results as they stand and runs the extractor on articles.
// Bad articles are told on w and set aside.
func readResults(ctx context.Context, paths []string, workers int, stdin io.Reader, w io.Writer) (results []extract.Result, setAside bool, err error) {
	in := loader.Input{Stdin: stdin}
	for _, path := range paths {
		done, err := score.IsResults(path)
		if err != nil {
			return nil, false, err
		}
		if !done {
			in.Paths = append(in.Paths, path)
			continue
		}
		list, err := score.ReadResults(path)
		if err != nil {
			return nil, false, err
		}
		results = append(results, list...)
	}
	if len(in.Paths) == 0 {
		return results, false, nil
	}
	pipeline, err := model.Load()
	if err != nil {
		return nil, false, err
	}
	for x, err := range loader.Extract(ctx, loader.Rules{Pipeline: pipeline}, in, workers, nil) {
		var bad *article.Rejected
		if errors.As(err, &bad) {
			setAside = true
			fmt.Fprintf(w, "set aside: %v\n", bad)
			continue
		}
		if err != nil {
			return nil, false, err
		}
		results = append(results, x.Result)
	}
	return results, setAside, nil
}
