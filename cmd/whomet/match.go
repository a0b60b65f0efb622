package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/resolve"
)

type matcher func(a, b string) (resolve.Match, error)

var matchers = map[graph.NodeKind]matcher{
	graph.KindPerson:       resolve.MatchPeople,
	graph.KindOrganization: resolve.MatchOrganizations,
	graph.KindPlace:        resolve.MatchPlaces,
}

func newMatch() *cobra.Command {
	var kind, format string
	cmd := &cobra.Command{
		Use:   "match [NAME NAME]",
		Short: "tell whether two names are one person's, body's or place's, and why",
		Long: `match compares two names, in whatever script and order, as whomet does when it
makes a graph, and prints the verdict (SAME, UNDECIDED, DIFFERENT), a score from
0 to 1 and the reasons. Without names it reads pairs as CSV from standard input,
with a header that has the columns name1 and name2.`,
		Example: `  whomet match "Qasem Soleimani" "Gen. Qassem Suleimani"
  whomet match --format csv < pairs.csv > judged.csv`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 0 && len(args) != 2 {
				return fmt.Errorf("match takes two names, or none and pairs on standard input; %d were given (put each in quotes)", len(args))
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&kind, "kind", "PERSON", "what the names are of: PERSON, ORGANIZATION or PLACE")
	cmd.Flags().StringVar(&format, "format", "text", "how to print: text, or csv (name1,name2,verdict,score,reason)")
	cmd.RunE = func(cmd *cobra.Command, names []string) error {
		match, ok := matchers[graph.NodeKind(strings.ToUpper(kind))]
		if !ok {
			return fmt.Errorf("--kind is %q; names can be matched of PERSON, ORGANIZATION and PLACE", kind)
		}
		var print func(a, b string, m resolve.Match) error
		switch format {
		case "text":
			print = func(a, b string, m resolve.Match) error {
				return printMatch(cmd.OutOrStdout(), a, b, m, len(names) == 0)
			}
		case "csv":
			out := csv.NewWriter(cmd.OutOrStdout())
			defer out.Flush()
			if err := out.Write([]string{"name1", "name2", "verdict", "score", "reason"}); err != nil {
				return err
			}
			print = func(a, b string, m resolve.Match) error {
				if err := out.Write([]string{a, b, string(m.Verdict), points(m), strings.Join(m.Reasons, "; ")}); err != nil {
					return err
				}
				out.Flush()
				return out.Error()
			}
		default:
			return fmt.Errorf("--format is %q; there are text and csv", format)
		}
		if len(names) == 2 {
			m, err := match(names[0], names[1])
			if err != nil {
				return fmt.Errorf("match %q and %q: %w", names[0], names[1], err)
			}
			return print(names[0], names[1], m)
		}
		return matchPairs(cmd.InOrStdin(), match, print)
	}
	return cmd
}

// matchPairs judges the pairs of a CSV file, one after the other.
func matchPairs(r io.Reader, match matcher, print func(a, b string, m resolve.Match) error) error {
	in := csv.NewReader(r)
	in.FieldsPerRecord = -1
	header, err := in.Read()
	if err != nil {
		return fmt.Errorf("read pairs from standard input: %w; its first line must name the columns name1 and name2", err)
	}
	first, second := -1, -1
	for i, h := range header {
		switch strings.TrimSpace(strings.TrimPrefix(h, "\ufeff")) {
		case "name1":
			first = i
		case "name2":
			second = i
		}
	}
	if first < 0 || second < 0 {
		return fmt.Errorf("the first line on standard input is %q; it must name the columns name1 and name2", strings.Join(header, ","))
	}
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read pairs from standard input: %w", err)
		}
		line, _ := in.FieldPos(0)
		if len(row) <= max(first, second) {
			return fmt.Errorf("line %d on standard input has %d columns; name1 and name2 are needed", line, len(row))
		}
		a, b := row[first], row[second]
		m, err := match(a, b)
		if errors.Is(err, resolve.ErrNoName) {
			// One odd line must not take the others with it.
			m, err = resolve.Match{Verdict: resolve.Undecided, Reasons: []string{err.Error()}}, nil
		}
		if err != nil {
			return fmt.Errorf("line %d on standard input: %w", line, err)
		}
		if err := print(a, b, m); err != nil {
			return err
		}
	}
}

func points(m resolve.Match) string { return strconv.FormatFloat(m.Score, 'f', 3, 64) }

func printMatch(w io.Writer, a, b string, m resolve.Match, names bool) error {
	if names {
		fmt.Fprintf(w, "%s | %s\n", a, b)
	}
	_, err := fmt.Fprintf(w, "%s %s\n", m.Verdict, points(m))
	for _, r := range m.Reasons {
		_, err = fmt.Fprintf(w, "  %s\n", r)
	}
	return err
}
