package main

import (
	"fmt"
	"log/slog"
	"os"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is set by the build (-ldflags "-X main.version=…"); without it the
// module's own is told.
var version = ""

func versionText() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "unknown"
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "whomet",
		Short: "who met whom about what: articles in, a graph out",
		Long: `whomet reads articles and keeps what they say as a graph of people,
organizations, places, events and meetings. Its GraphQL API answers who met
whom about what, and every answer shows the sentence that says so.`,
		Example: `  whomet model install              get the language model, once
  whomet load articles/             read a folder into whomet.db
  whomet serve                      ask at http://127.0.0.1:8080`,
		Version:       versionText(),
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.AddCommand(newModel(), newExtract(), newParse(), newLoad(), newExport(), newMatch(), newCandidates(), newJudge(), newRename(), newRemove(), newJudgements(), newScore(), newServe(), newDemo())
	return root
}

// storeURL is the --store flag that several commands share.
func storeURL(cmd *cobra.Command, url *string) {
	cmd.Flags().StringVar(url, "store", "sqlite:whomet.db",
		"where the graph is kept: sqlite:FILE, neo4j://HOST, neo4j+s://HOST or bolt://HOST\n(credentials: NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE)")
}

func workersFlag(cmd *cobra.Command, n *int) {
	cmd.Flags().IntVar(n, "workers", runtime.GOMAXPROCS(0), "articles read at the same time")
	cmd.PreRunE = func(*cobra.Command, []string) error {
		if *n < 1 {
			return fmt.Errorf("--workers is %d; give 1 or more", *n)
		}
		return nil
	}
}

// newLog returns a text log on the command's stderr. LOG_LEVEL (debug, info,
// warn, error) tells how much of it is written.
func newLog(cmd *cobra.Command) *slog.Logger {
	var level slog.Level
	if s := os.Getenv("LOG_LEVEL"); s != "" {
		if err := level.UnmarshalText([]byte(s)); err != nil {
			level = slog.LevelInfo
		}
	}
	return slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), &slog.HandlerOptions{Level: level}))
}
