package extract

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// WriteExplanation writes the occurrences of a result of [Explain] for people:
// of each its sentences, then one line a slot with the value, the words and
// the number of their sentence, the path to them, and the rule.
func (r Result) WriteExplanation(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# %s: meetings %d, events %d\n", r.Article.Path, len(r.Meetings), len(r.Events))
	names := map[string]string{}
	for _, e := range r.Entities {
		names[e.ID] = e.Name
	}
	text := []rune(r.Article.Text)
	for _, m := range r.Meetings {
		m.explain(out, "meeting", names, text)
	}
	for _, e := range r.Events {
		e.explain(out, "event", names, text)
	}
	fmt.Fprintln(out)
	return out.Flush()
}

func (o *Occurrence) explain(w io.Writer, what string, names map[string]string, text []rune) {
	fmt.Fprintf(w, "\n%s %s\n", what, o.ID)
	var sentences []graph.Span
	for _, q := range o.Evidence {
		sentences = append(sentences, graph.Span{Start: q.Start, End: q.End})
	}
	in := func(r *Reason) int {
		for i, s := range sentences {
			if r.Start >= s.Start && r.End <= s.End {
				return i + 1
			}
		}
		sentences = append(sentences, r.Sentence) // read, but no evidence
		return len(sentences)
	}
	for i := range o.Explain {
		in(&o.Explain[i])
	}
	for i, s := range sentences {
		fmt.Fprintf(w, "[%d] %s\n", i+1, oneLine(string(text[s.Start:s.End])))
	}
	for i := range o.Explain {
		r := &o.Explain[i]
		slot, value := r.Slot, r.Value
		if r.Of != "" {
			slot = "  " + slot
		}
		switch r.Slot {
		case "participant", "onBehalfOf", "place":
			value = names[value]
		}
		how := []string{fmt.Sprintf("%q [%d]", oneLine(r.Words), in(r)), r.Path, r.Rule, cutEntry(r.Entry)}
		how = slices.DeleteFunc(how, func(s string) bool { return s == "" })
		fmt.Fprintf(w, "  %-14s %s  <-  %s\n", slot, oneLine(value), strings.Join(how, "; "))
	}
}

// cutEntry shortens an entry with many words: the line number leads to the rest.
func cutEntry(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return s[:strings.LastIndexAny(s[:most], "; ,")] + " …"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
