package terms

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

// Parse reads a full-text condition as people type it: words (all must
// stand), "a phrase", word* (begins with), a OR b (between neighbours), -word
// (must not stand). The error says what is wrong with the text.
func Parse(q string) (graph.Text, error) {
	tokens, err := split(q)
	if err != nil {
		return graph.Text{}, err
	}
	var all []graph.Text
	for i := 0; i < len(tokens); i++ {
		if tokens[i] == "OR" || tokens[i] == "AND" {
			return graph.Text{}, fmt.Errorf("%s in %q stands between nothing; write: withdrawal OR pullout", tokens[i], q)
		}
		either := []graph.Text{}
		for {
			if t, ok := term(tokens[i]); ok {
				either = append(either, t)
			}
			if i+1 == len(tokens) || tokens[i+1] != "OR" {
				break
			}
			if i+2 == len(tokens) || tokens[i+2] == "OR" || tokens[i+2] == "AND" {
				return graph.Text{}, fmt.Errorf("nothing stands after OR in %q; write: withdrawal OR pullout", q)
			}
			i += 2
		}
		if i+2 < len(tokens) && tokens[i+1] == "AND" {
			i++
		}
		switch len(either) {
		case 0:
		case 1:
			all = append(all, either[0])
		default:
			all = append(all, graph.Text{Op: graph.TextOr, Parts: either})
		}
	}
	switch len(all) {
	case 0:
		return graph.Text{}, fmt.Errorf("no word to look for in %q", q)
	case 1:
		return all[0], nil
	}
	return graph.Text{Op: graph.TextAnd, Parts: all}, nil
}

// split cuts at white space outside quotes; a quoted phrase keeps its quotes.
func split(q string) ([]string, error) {
	var out []string
	q = strings.NewReplacer("“", `"`, "”", `"`).Replace(q)
	for q = strings.TrimSpace(q); q != ""; q = strings.TrimSpace(q) {
		body := strings.TrimPrefix(q, "-")
		sign := len(q) - len(body)
		if strings.HasPrefix(body, `"`) {
			end := strings.IndexByte(body[1:], '"')
			if end < 0 {
				return nil, fmt.Errorf("the quote that opens at %s is not closed", body)
			}
			out, q = append(out, q[:sign+end+2]), q[sign+end+2:]
			continue
		}
		end := strings.IndexAny(q, " \t\r\n")
		if end < 0 {
			end = len(q)
		}
		out, q = append(out, q[:end]), q[end:]
	}
	return out, nil
}

// term reads one word, prefix or phrase, with its sign; false where nothing is
// left of it when folded.
func term(s string) (graph.Text, bool) {
	body, not := strings.CutPrefix(s, "-")
	var t graph.Text
	if stub, ok := strings.CutSuffix(body, "*"); ok {
		words := strings.Fields(Fold(stub))
		if len(words) == 0 {
			return t, false
		}
		last := len(words) - 1
		for i := range words[:last] {
			words[i] = stem(words[i])
		}
		// Texts hold stems: "relations*" must find "relat".
		if st := stem(words[last]); strings.HasPrefix(words[last], st) {
			words[last] = st
		}
		t = graph.Text{Op: graph.TextPrefix, Words: words[last:]}
		if last > 0 {
			t = graph.Text{Op: graph.TextAnd, Parts: []graph.Text{{Op: graph.TextPhrase, Words: words[:last]}, t}}
		}
	} else {
		words := Words(body)
		if len(words) == 0 {
			return t, false
		}
		t = graph.Text{Op: graph.TextPhrase, Words: words}
	}
	if not {
		t = graph.Text{Op: graph.TextNot, Parts: []graph.Text{t}}
	}
	return t, true
}

// Match tells whether a text, given as its [Words], satisfies the condition.
// Stores must answer as Match does.
func Match(t graph.Text, words []string) bool {
	switch t.Op {
	case graph.TextPhrase:
		for i := 0; i+len(t.Words) <= len(words); i++ {
			if slices.Equal(words[i:i+len(t.Words)], t.Words) {
				return true
			}
		}
		return false
	case graph.TextPrefix:
		return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, t.Words[0]) })
	case graph.TextOr:
		return slices.ContainsFunc(t.Parts, func(p graph.Text) bool { return Match(p, words) })
	case graph.TextNot:
		return !Match(t.Parts[0], words)
	}
	return !slices.ContainsFunc(t.Parts, func(p graph.Text) bool { return !Match(p, words) })
}
