package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/whomet/whomet/loader"
	"github.com/whomet/whomet/loader/extract/llm"
	"github.com/whomet/whomet/loader/nlp/model"
)

// extractorFlags choose what reads the articles.
type extractorFlags struct {
	kind        string
	workers     int
	llm         llm.Config
	concurrency int
}

func (f *extractorFlags) add(cmd *cobra.Command) {
	workersFlag(cmd, &f.workers)
	flags := cmd.Flags()
	flags.StringVar(&f.kind, "extractor", "rules", "what reads the articles: rules, or llm (a language model on a server)")
	flags.StringVar(&f.llm.URL, "llm-url", "", "address of a server that speaks OpenAI's chat completions, such as\nhttp://127.0.0.1:11434/v1 (key: WHOMET_LLM_API_KEY)")
	flags.StringVar(&f.llm.Model, "llm-model", "", "the model, as that server calls it")
	flags.DurationVar(&f.llm.Timeout, "llm-timeout", 2*time.Minute, "how long one answer may take")
	flags.IntVar(&f.llm.Retries, "llm-retries", 3, "how often a failed request is made again")
	flags.IntVar(&f.llm.Words, "llm-words", 2000, "words of an article sent at once; longer ones go in parts")
	flags.IntVar(&f.concurrency, "llm-concurrency", 4, "articles sent at the same time")
}

// open returns the extractor that the flags choose and how many articles it
// reads at the same time.
func (f *extractorFlags) open(cmd *cobra.Command, explain bool) (loader.Extractor, int, error) {
	switch f.kind {
	case "rules":
		for _, name := range []string{"llm-url", "llm-model"} {
			if cmd.Flags().Changed(name) {
				return nil, 0, fmt.Errorf("--%s is for the extractor llm; add --extractor llm", name)
			}
		}
		pipeline, err := model.Load()
		if err != nil {
			return nil, 0, err
		}
		return loader.Rules{Pipeline: pipeline, Explain: explain}, f.workers, nil
	case "llm":
		if explain {
			return nil, 0, fmt.Errorf("--explain tells of rules; a model gives no reasons")
		}
		switch {
		case f.concurrency < 1:
			return nil, 0, fmt.Errorf("--llm-concurrency is %d; give 1 or more", f.concurrency)
		case f.llm.Timeout == 0: // which llm.Config takes for the default
			return nil, 0, fmt.Errorf("--llm-timeout is 0; give more, such as 10m")
		}
		f.llm.Key, f.llm.Log = os.Getenv("WHOMET_LLM_API_KEY"), newLog(cmd)
		x, err := llm.New(f.llm)
		return x, f.concurrency, err
	}
	return nil, 0, fmt.Errorf("--extractor %s: there are rules and llm", f.kind)
}

// tellDropped says how much an extractor claimed that the texts do not bear
// out, by kind.
func tellDropped(w io.Writer, dropped map[string]int) {
	total, kinds := 0, make([]string, 0, len(dropped))
	for kind, n := range dropped {
		total += n
		kinds = append(kinds, fmt.Sprintf("%s %d", kind, n))
	}
	if total > 0 {
		slices.Sort(kinds)
		fmt.Fprintf(w, "dropped %s that the articles do not bear out: %s\n", count(total, "claim"), strings.Join(kinds, ", "))
	}
}
