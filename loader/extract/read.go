package extract

import (
	"slices"
	"strconv"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/nlp"
)

// Meta is what is known about an article besides its text; empty where not.
type Meta struct {
	Path     string
	SourceID string // the input's own id
	// URL is the canonical address; the article's id comes from it.
	URL         string
	Title       string
	Source      string
	PublishedAt graph.PartialDate
	// Language is an ISO 639-1 code; only English is read.
	Language string
}

// ArticleID returns the id of an article with this clean text: made from its
// address, or, where it has none, from the text itself.
func (m Meta) ArticleID(text string) graph.ID {
	if m.URL != "" {
		return graph.NewID("article", m.URL)
	}
	return graph.NewID("article", text)
}

// Read says what a parsed article claims. It does not keep doc, but may hang
// phrases in it on other heads than the parser did.
func Read(doc *nlp.Doc, meta Meta) Result { return read(doc, meta, false) }

// Explain is [Read] with the reason for each slot of each occurrence.
func Explain(doc *nlp.Doc, meta Meta) Result { return read(doc, meta, true) }

func read(doc *nlp.Doc, meta Meta, explaining bool) Result {
	d := &document{Doc: doc, published: meta.PublishedAt, title: meta.Title, explaining: explaining}
	d.readEntities()
	res := Result{Article: Head(doc.Text, meta)}
	res.Meetings, res.Events = d.readOccurrences() // which may make houses of bodies
	res.Entities = d.printEntities()
	return res
}

// Head returns the article of a result.
func Head(text string, meta Meta) Article {
	return Article{
		ID: meta.ArticleID(text), SourceID: known(meta.SourceID), Path: meta.Path, URL: known(meta.URL), Title: known(meta.Title),
		Source: known(meta.Source), PublishedAt: known(string(meta.PublishedAt)), Language: meta.Language, Text: text,
	}
}

// known returns a pointer to s, nil for "".
func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// entityID names entity i inside a result.
func entityID(i int) string { return "e" + strconv.Itoa(i+1) }

// printEntities turns the document's entities and mentions into output.
func (d *document) printEntities() []Entity {
	out := make([]Entity, len(d.entities))
	for i, e := range d.entities {
		p := Entity{ID: entityID(i), Kind: e.kind, Name: e.name, Aliases: e.aliases, Positions: make([]Position, 0, len(e.positions)), Mentions: []Mention{}}
		if p.Aliases == nil {
			p.Aliases = []string{}
		}
		for _, pos := range e.positions {
			q := Position{Title: pos.title, OfText: known(pos.ofText)}
			if pos.of >= 0 {
				id := entityID(pos.of)
				q.Of = &id
			}
			p.Positions = append(p.Positions, q)
		}
		if e.kind == graph.KindPerson && e.gender != 0 {
			p.Sex = string(rune(e.gender))
		}
		out[i] = p
	}
	for _, m := range slices.Concat(d.mentions, d.nested) {
		if m.kind == byPronoun {
			continue
		}
		from, to := d.Tokens[m.start].Start, d.Tokens[m.end-1].End
		sent := d.SentOf(m.head)
		p := Mention{
			Start: d.Runes(from), End: d.Runes(to), Text: d.Text[from:to],
			Sentence: graph.Span{Start: d.Runes(d.Tokens[sent.Start].Start), End: d.Runes(d.Tokens[sent.End-1].End)},
		}
		for _, e := range m.refs {
			out[e].Mentions = append(out[e].Mentions, p)
		}
	}
	for i := range out {
		slices.SortFunc(out[i].Mentions, func(a, b Mention) int { return a.Start - b.Start })
	}
	return out
}
