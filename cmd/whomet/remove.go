package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/whomet/whomet/loader"
)

func newRemove() *cobra.Command {
	var store string
	cmd := &cobra.Command{
		Use:   "remove ARTICLE…",
		Short: "take articles back, and whatever only they support",
		Long: `remove takes articles out of a graph, each named by its id, its address or the
path it was loaded from (of a .jsonl file: all its articles). What other articles
say stays; loading one again restores the same graph. The ids are printed.`,
		Example: `  whomet remove https://news.example/2021/a-visit articles/old.jsonl`,
		Args:    cobra.MinimumNArgs(1),
	}
	storeURL(cmd, &store)
	cmd.RunE = func(cmd *cobra.Command, named []string) error {
		return edit(cmd, store, func(ctx context.Context, e *loader.Editor) error {
			for _, name := range named {
				ids, err := e.Articles(ctx, name)
				if err != nil {
					return err
				}
				if err := e.Remove(ctx, ids); err != nil {
					return err
				}
				for _, id := range ids {
					fmt.Fprintln(cmd.OutOrStdout(), id)
				}
			}
			return nil
		})
	}
	return cmd
}
