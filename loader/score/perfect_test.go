package score

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
)

// perfect returns what an extractor without fault would say of a labelled
// article; optional labels stay out.
func perfect(a *Article, text string) extract.Result {
	b := builder{text: text, ids: map[string]string{}, label: a}
	b.out.Article = extract.Article{ID: graph.ID("article " + a.ID), SourceID: &a.ID, Path: a.File, Text: text}
	for _, e := range a.Entities {
		if !e.Optional {
			b.entity(e.Name)
		}
	}
	for i := range a.Meetings {
		if o := &a.Meetings[i]; !o.Optional {
			b.out.Meetings = append(b.out.Meetings, extract.Meeting{Occurrence: b.occurrence(o, fmt.Sprintf("m%d", i+1)), Mode: firstOr(o.Mode, "")})
		}
	}
	for i := range a.Events {
		if o := &a.Events[i]; !o.Optional {
			b.out.Events = append(b.out.Events, extract.Event{Occurrence: b.occurrence(o, fmt.Sprintf("v%d", i+1)), Type: firstOr(o.Type, "")})
		}
	}
	return b.out
}

type builder struct {
	out   extract.Result
	text  string
	ids   map[string]string
	label *Article
}

// entity returns the id of the entity of a name, made where it is new.
func (b *builder) entity(name string) string {
	e := first(b.label.Entities, func(e *Entity) bool { return e.Name == name })
	if e == nil {
		e = first(b.label.Entities, func(e *Entity) bool { return slices.Contains(e.Also, name) })
	}
	if e == nil {
		e = &Entity{Kind: []graph.NodeKind{graph.KindOrganization}, Name: name}
	}
	if id, has := b.ids[e.Name]; has {
		return id
	}
	id := fmt.Sprintf("e%d", len(b.ids)+1)
	b.ids[e.Name] = id
	x := extract.Entity{ID: id, Kind: e.Kind[0], Name: e.Name, Aliases: e.Also}
	for _, form := range append([]string{e.Name}, e.Also...) {
		if start, end, has := b.span(form); has {
			x.Mentions = []extract.Mention{{Start: start, End: end, Text: form}}
			break
		}
	}
	for _, p := range e.Positions {
		x.Positions = append(x.Positions, extract.Position{Title: p.Title, OfText: &p.Of})
	}
	b.out.Entities = append(b.out.Entities, x)
	return id
}

// span returns where words stand in the text, in code points.
func (b *builder) span(words string) (start, end int, has bool) {
	at := strings.Index(b.text, words)
	if at < 0 {
		return 0, 0, false
	}
	start = utf8.RuneCountInString(b.text[:at])
	return start, start + utf8.RuneCountInString(words), true
}

func (b *builder) occurrence(o *Occurrence, id string) extract.Occurrence {
	x := extract.Occurrence{ID: id, Status: firstOr(o.Status, graph.StatusHeld), Date: &extract.Date{Start: &o.Date[0].start, End: &o.Date[0].end}}
	for _, p := range o.Participants {
		if !p.Optional {
			x.Participants = append(x.Participants, extract.Participant{Entity: b.entity(p.Name), Role: firstOr(p.Role, "")})
		}
	}
	if o.Place[0] != "" {
		place := b.entity(o.Place[0])
		x.Place = &place
	}
	for _, t := range o.Topics {
		var words []string
		for _, item := range t {
			words = append(words, item[0])
		}
		x.Topics = append(x.Topics, extract.Topic{Text: strings.Join(words, " ")})
	}
	if start, end, has := b.span(o.Quote); has {
		x.Evidence = []extract.Quote{{Start: start, End: end, Quote: o.Quote}}
	}
	return x
}

func firstOr[T any](list []T, or T) T {
	if len(list) == 0 {
		return or
	}
	return list[0]
}
