package resolve

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
	"github.com/whomet/whomet/loader/gazetteer"
)

// wording is how one article puts what a meeting was about, and which
// countries the two who met stand for.
type wording struct {
	text  string
	sides []string
}

// claims makes an article of the n-th wording: names stand in it as a reader
// of the article would find them, people in brackets.
func (w wording) claims(t *testing.T, n int) graph.Claims {
	t.Helper()
	var text []rune
	published := fmt.Sprintf("2020-01-%02d", 1+n)
	res := extract.Result{Article: extract.Article{ID: graph.NewID("article", fmt.Sprint(n)), Path: fmt.Sprint(n), Language: "en", PublishedAt: &published}}
	index := map[string]string{}
	name := func(kind graph.NodeKind, name, written string) string {
		if index[name] == "" {
			index[name] = fmt.Sprint("e", len(index))
			res.Entities = append(res.Entities, extract.Entity{ID: index[name], Kind: kind, Name: name})
		}
		for i := range res.Entities {
			if res.Entities[i].ID == index[name] {
				start := len(text)
				res.Entities[i].Mentions = append(res.Entities[i].Mentions, extract.Mention{Start: start, End: start + len([]rune(written)), Text: written})
			}
		}
		text = append(text, []rune(written)...)
		return index[name]
	}
	write := func(s string) { text = append(text, []rune(s)...) }
	o := extract.Occurrence{ID: "m1", Status: graph.StatusHeld, Confidence: 0.9}
	for i, who := range []string{"Ada Lind", "Bo Rask"} {
		if i > 0 {
			write(" met ")
		}
		// Each meeting has its own people, unless both are of nowhere.
		if w.sides != nil {
			who += " of " + w.sides[i]
		}
		id := name(graph.KindPerson, who, who)
		o.Participants = append(o.Participants, extract.Participant{Entity: id, Role: graph.RoleParticipant})
		if w.sides != nil {
			write(" of ")
			of := name(graph.KindPlace, w.sides[i], w.sides[i])
			for j := range res.Entities {
				if res.Entities[j].ID == id {
					res.Entities[j].Positions = []extract.Position{{Title: "Prime Minister", Of: &of}}
				}
			}
		}
	}
	write(" about ")
	start := len(text)
	var named []string
	for rest, first := w.text, true; rest != ""; first = false {
		kind, entity, written := nameAt(rest, first)
		if written == "" {
			word, after, spaced := strings.Cut(rest, " ")
			write(word)
			if rest = after; spaced {
				write(" ")
			}
			continue
		}
		named = append(named, name(kind, entity, written))
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "["), written)
		rest = strings.TrimPrefix(rest, "]")
		cut := strings.IndexFunc(rest, unicode.IsLetter)
		if apostrophe, ok := strings.CutPrefix(rest, "'s"); ok {
			write("'s")
			rest = apostrophe
			cut = strings.IndexFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || r == '[' })
		}
		if cut < 0 {
			cut = len(rest)
		}
		write(rest[:cut])
		rest = rest[cut:]
	}
	topic := extract.Topic{Text: string(text[start:]), Start: start, End: len(text), Entities: named}
	o.Topics = []extract.Topic{topic}
	write(".")
	o.Evidence = []extract.Quote{{Start: 0, End: len(text), Quote: string(text)}}
	res.Meetings = []extract.Meeting{{Occurrence: o, Mode: graph.ModeInPerson}}
	res.Article.Text = string(text)
	c, err := Claims(res, "test", time.Unix(0, 0))
	if err != nil {
		t.Fatalf("%q: %v", w.text, err)
	}
	return c
}

// nameAt reads the name that a text begins with: a person in brackets, what
// the gazetteer knows, or else words with capitals.
func nameAt(s string, first bool) (kind graph.NodeKind, name, written string) {
	if p, ok := strings.CutPrefix(s, "["); ok {
		p, _, _ = strings.Cut(p, "]")
		return graph.KindPerson, p, p
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' || r == '\'' })
	for _, layout := range []string{"January", "Monday"} {
		if _, err := time.Parse(layout, words[0]); err == nil {
			return "", "", ""
		}
	}
	capital := 0
	for capital < len(words) && unicode.IsUpper([]rune(words[capital])[0]) {
		capital++
	}
	for n := min(capital, 3); n > 0; n-- {
		written := s[:strings.Index(s, words[n-1])+len(words[n-1])]
		if strings.Contains(written, "Union") {
			return graph.KindOrganization, written, written
		}
		e := gazetteer.Lookup(written)
		switch {
		case e.Kind == gazetteer.City && e.Seat: // a capital speaks for its government
			return graph.KindPlace, e.Country, written
		case nation(e):
			return graph.KindPlace, e.Name, written
		case e.Kind == gazetteer.Regional:
			return graph.KindPlace, e.Name, written
		case e.Name != "":
			return graph.KindPlace, written, written
		}
	}
	title := capital > 0 && strings.HasPrefix(s[strings.Index(s, words[capital-1]):], words[capital-1]+" [")
	if capital == 0 || title {
		return "", "", ""
	}
	written = s[:strings.Index(s, words[capital-1])+len(words[capital-1])]
	if first && written != strings.ToUpper(written) {
		return "", "", "" // every sentence begins so
	}
	if written == strings.ToUpper(written) {
		return graph.KindOrganization, written, written
	}
	return graph.KindPlace, written, written
}
