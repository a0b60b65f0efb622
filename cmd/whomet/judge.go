package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/user"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/open"
	"github.com/whomet/whomet/loader"
)

// edit opens the store and hands it to f with its editor.
func edit(cmd *cobra.Command, store string, f func(ctx context.Context, e *loader.Editor) error) error {
	s, err := open.Store(cmd.Context(), store)
	if err != nil {
		return err
	}
	defer s.Close()
	return f(cmd.Context(), &loader.Editor{Store: s})
}

// byFlag is the --by flag: who says so.
func byFlag(cmd *cobra.Command, by *string) {
	name := os.Getenv("USER")
	if u, err := user.Current(); name == "" && err == nil { // containers set no USER
		name = u.Username
	}
	cmd.Flags().StringVar(by, "by", name, "who says so")
}

func newJudge() *cobra.Command {
	var store, verdict, reason, by string
	cmd := &cobra.Command{
		Use:   "judge A B --verdict same|different|undecided",
		Short: "say whether two entities or meetings, or two names or reports of one, are one",
		Long: `judge writes a person's word on who is who and what happened once, which holds
over every rule and outlives loading again and taking back. A and B are entities
of one kind, by id or by a name that one alone bears, or ids of names (GraphQL:
names { id text }): "different" parts two names of one entity, too. Or they are
ids of two meetings or two events, or of reports of one (reports { nodes { id } }).
Of several words on one pair the latest stands; "undecided" takes back what was
said. The judgement is printed as whomet judgements export writes it.`,
		Example: `  whomet judge "Henry Kissinger" "Heinz Kissinger" --verdict same --reason "his name until 1938"
  whomet judge 4ce0cd98-18b8-5bde-b511-69db41131866 3d85f3eb-ba5d-59ad-bf1d-9a5b83e6d470 --verdict different`,
		Args: cobra.ExactArgs(2),
	}
	storeURL(cmd, &store)
	byFlag(cmd, &by)
	cmd.Flags().StringVar(&verdict, "verdict", "", "are they one: same, different or undecided")
	cmd.Flags().StringVar(&reason, "reason", "", "why")
	cmd.RunE = func(cmd *cobra.Command, names []string) error {
		return edit(cmd, store, func(ctx context.Context, e *loader.Editor) error {
			a, err := entityID(ctx, e.Store, names[0])
			if err != nil {
				return err
			}
			b, err := entityID(ctx, e.Store, names[1])
			if err != nil {
				return err
			}
			judge := e.Judge
			if nodes, err := e.Store.Nodes(ctx, []graph.ID{a}); err != nil {
				return err
			} else if nodes[a].Occurrence != nil {
				judge = e.JudgeOccurrences
			}
			j, err := judge(ctx, a, b, graph.Verdict(strings.ToUpper(verdict)), reason, by)
			if err != nil {
				return err
			}
			return printJSON(cmd.OutOrStdout(), j)
		})
	}
	return cmd
}

func newRename() *cobra.Command {
	var store, by string
	cmd := &cobra.Command{
		Use:   "rename ENTITY NAME",
		Short: "call an entity by another name",
		Long: `rename gives an entity, by id or by a name that it alone bears, the name that a
person calls it. It outlives loading again; the empty name ("") leaves it to the
articles again.`,
		Example: `  whomet rename "H. A. Kissinger" "Henry Kissinger"`,
		Args:    cobra.ExactArgs(2),
	}
	storeURL(cmd, &store)
	byFlag(cmd, &by)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return edit(cmd, store, func(ctx context.Context, e *loader.Editor) error {
			id, err := entityID(ctx, e.Store, args[0])
			if err != nil {
				return err
			}
			return e.Rename(ctx, id, args[1], by)
		})
	}
	return cmd
}

// entityID returns the id that a person gave, or that of the one entity that
// bears the name.
func entityID(ctx context.Context, s graph.Store, named string) (graph.ID, error) {
	id := graph.ID(named)
	nodes, err := s.Nodes(ctx, []graph.ID{id})
	if err != nil || len(nodes) > 0 {
		return id, err
	}
	lists, err := s.Entities(ctx, graph.EntityQuery{Filter: graph.EntityFilter{Name: &graph.StringFilter{Eq: &named}}, Page: graph.Page{Limit: 10}})
	if err != nil {
		return "", err
	}
	switch all := lists[""]; all.Total {
	case 0:
		return "", fmt.Errorf("nobody and nothing has the id or the name %q", named)
	case 1:
		return all.Items[0].Entity.ID, nil
	default:
		var which []string
		for _, i := range all.Items {
			which = append(which, fmt.Sprintf("%s (%s, %s)", i.Entity.ID, strings.ToLower(string(i.Entity.Kind)), i.Entity.Name))
		}
		return "", fmt.Errorf("%d have the name %q; give the id of one: %s", all.Total, named, strings.Join(which, "; "))
	}
}

// printJSON writes one line of JSON.
func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

func newCandidates() *cobra.Command {
	var store, kind, format string
	var first int
	cmd := &cobra.Command{
		Use:   "candidates",
		Short: "list pairs that may be one and wait for a person's judgement",
		Long: `candidates prints the pairs of entities that the rules leave undecided, most
likely first: score, both names with their ids, and why they may be one. A pair
is gone once it is judged (whomet judge).`,
		Example: `  whomet candidates --kind person --first 50`,
		Args:    cobra.NoArgs,
	}
	storeURL(cmd, &store)
	cmd.Flags().StringVar(&kind, "kind", "", "only of a kind: person, organization or place")
	cmd.Flags().IntVar(&first, "first", 20, "how many to print; 0 prints all")
	cmd.Flags().StringVar(&format, "format", "text", "how to print: text, or jsonl")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if format != "text" && format != "jsonl" {
			return fmt.Errorf("--format is %q; there are text and jsonl", format)
		}
		q := graph.JudgementQuery{}
		if kind != "" {
			if k := graph.NodeKind(strings.ToUpper(kind)); k.IsEntity() {
				q.Kinds = []graph.NodeKind{k}
			} else {
				return fmt.Errorf("--kind is %q; there are person, organization and place", kind)
			}
		}
		if first < 0 {
			return fmt.Errorf("--first is %d; give 0 or more", first)
		}
		return edit(cmd, store, func(ctx context.Context, e *loader.Editor) error {
			return printCandidates(ctx, e.Store, q, first, format, cmd.OutOrStdout())
		})
	}
	return cmd
}

// candidatePage is how many candidates are read of the store at a time.
const candidatePage = 500

func printCandidates(ctx context.Context, s graph.Store, q graph.JudgementQuery, first int, format string, w io.Writer) error {
	for done := 0; first == 0 || done < first; {
		q.Page = graph.Page{Offset: done, Limit: candidatePage}
		if first > 0 {
			q.Page.Limit = min(q.Page.Limit, first-done)
		}
		lists, err := s.Judgements(ctx, q)
		if err != nil {
			return err
		}
		items := lists[""].Items
		var ids []graph.ID
		for _, j := range items {
			ids = append(ids, j.A, j.B)
		}
		nodes, err := s.Nodes(ctx, ids)
		if err != nil {
			return err
		}
		for _, j := range items {
			if format == "jsonl" {
				err = printJSON(w, j)
			} else {
				_, err = fmt.Fprintf(w, "%.3f  %s <%s> | %s <%s>  %s\n", j.Score, nodes[j.A].Label(), j.A, nodes[j.B].Label(), j.B, j.Reason)
			}
			if err != nil {
				return err
			}
		}
		if done += len(items); len(items) < q.Page.Limit {
			return nil
		}
	}
	return nil
}
