package neo4j

import (
	"encoding/json"

	"github.com/whomet/whomet/graph"
)

// mentionMap is the projection of a mention m of an article a that
// readMention reads.
var mentionMap = mentionMapOf("a")

// mentionMapOf is mentionMap where the article is called otherwise.
func mentionMapOf(article string) string {
	return `m {.id, .kind, .name, .aliases, .positions, .starts, .ends, .texts, .sentenceStarts, .sentenceEnds, .unit, .within, .country, .sex, article: ` + article + `.id}`
}

func readMention(r row) (graph.Mention, error) {
	m := graph.Mention{
		ID:      r.id("id"),
		Article: r.id("article"),
		Kind:    graph.NodeKind(r.str("kind")),
		Name:    r.str("name"),
		Aliases: strs[string](r, "aliases"),
		Unit:    r.id("unit"),
		Within:  r.id("within"),
		Country: r.str("country"),
		Sex:     r.str("sex"),
	}
	starts, ends := r.nums("starts"), r.nums("ends")
	texts := strs[string](r, "texts")
	sentenceStarts, sentenceEnds := r.nums("sentenceStarts"), r.nums("sentenceEnds")
	for i := range starts {
		m.Spans = append(m.Spans, graph.NamedSpan{
			Span:     graph.Span{Start: starts[i], End: ends[i]},
			Text:     texts[i],
			Sentence: graph.Span{Start: sentenceStarts[i], End: sentenceEnds[i]},
		})
	}
	return m, r.unjson("positions", &m.Positions)
}

// mentionProperties are the properties of a mention in an article's text. The
// sentences are cut out here: Cypher has no offsets in code points.
func mentionProperties(m *graph.Mention, text []rune) (map[string]any, error) {
	n := len(m.Spans)
	starts, ends, forms := make([]int, n), make([]int, n), make([]string, n)
	sentenceStarts, sentenceEnds, sentences := make([]int, n), make([]int, n), make([]string, n)
	for i, s := range m.Spans {
		starts[i], ends[i], forms[i] = s.Start, s.End, s.Text
		sentenceStarts[i], sentenceEnds[i], sentences[i] = s.Sentence.Start, s.Sentence.End, cut(text, s.Sentence)
	}
	p := map[string]any{
		"id":             string(m.ID),
		"kind":           string(m.Kind),
		"name":           m.Name,
		"starts":         starts,
		"ends":           ends,
		"texts":          forms,
		"sentenceStarts": sentenceStarts,
		"sentenceEnds":   sentenceEnds,
		"sentences":      sentences,
	}
	setList(p, "aliases", m.Aliases)
	set(p, "unit", string(m.Unit))
	set(p, "within", string(m.Within))
	set(p, "country", m.Country)
	set(p, "sex", m.Sex)
	if len(m.Positions) > 0 {
		data, err := json.Marshal(m.Positions)
		if err != nil {
			return nil, err
		}
		p["positions"] = string(data)
	}
	return p, nil
}

// cut returns the text at a span, as much of it as there is.
func cut(text []rune, s graph.Span) string {
	start, end := max(s.Start, 0), min(s.End, len(text))
	if start >= end {
		return ""
	}
	return string(text[start:end])
}
