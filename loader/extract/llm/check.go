package llm

import (
	_ "embed"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
)

//go:embed prompt.txt
var prompt string

// confidence is that of every claim of a model: what it says of itself is no
// measure, and the text bears out the words, not the reading.
const confidence = 0.7

// How many entries a list of an answer may have, and a list inside an entry; a
// model that got into a loop writes more.
const (
	most   = 500
	inside = 100
)

// checker keeps of a model's answers what an article bears out.
type checker struct {
	*text
	day      graph.PartialDate // the day the article speaks on
	days     []graph.PartialDate
	entities []*known
	answers  []answerTo
	meetings []extract.Meeting
	events   []extract.Event
	part     graph.Span
	dropped  map[string]int
	log      *slog.Logger
	path     string
	found    []naming // see namings
}

// answerTo is an answer about a part.
type answerTo struct {
	answer
	part graph.Span
}

func newChecker(s string, meta extract.Meta, log *slog.Logger) *checker {
	c := &checker{text: newText(s), day: meta.PublishedAt, log: log, path: meta.Path, meetings: []extract.Meeting{}, events: []extract.Event{}, dropped: map[string]int{}}
	if day := extract.DatelineDay(s, meta.PublishedAt); day != "" {
		c.day = day
	}
	c.days = c.allDays()
	return c
}

// drop counts a claim of one kind that the text does not bear out, and logs
// its words.
func (c *checker) drop(kind, words string) {
	c.dropped[kind]++
	c.log.Debug("dropped a claim", "article", c.path, "kind", kind, "words", short(words))
}

// question is what the model is asked about a part: the article's head, who
// was named before, and the text.
func (c *checker) question(p graph.Span, meta extract.Meta) string {
	var b strings.Builder
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, strings.Join(strings.Fields(value), " "))
		}
	}
	line("Title", meta.Title)
	line("Source", meta.Source)
	line("The article's day", string(c.day))
	if p.Start > 0 {
		var names []string
		for _, e := range c.entities[:min(inside, len(c.entities))] {
			names = append(names, e.name)
		}
		line("This is a later part of the article. Named before", strings.Join(names, "; "))
	}
	fmt.Fprintf(&b, "\nThe text:\n\n%s\n", c.raw[p.Start:p.End])
	return b.String()
}

// take keeps whom an answer about part p names; the next question tells them.
func (c *checker) take(a answer, p graph.Span) {
	c.part = p
	a.Entities = upTo(c, most, a.Entities, "name")
	for _, e := range a.Entities {
		c.takeEntity(e)
	}
	c.answers = append(c.answers, answerTo{a, p})
}

// finish checks what the answers say of those who are named, once all are
// known: an office or a party may be named in another part.
func (c *checker) finish() {
	c.placeNames()
	for _, a := range c.answers {
		c.part = a.part
		for _, e := range a.Entities {
			c.takePositions(e)
		}
		for _, o := range upTo(c, most, a.Meetings, "meeting") {
			c.takeMeeting(o)
		}
		for _, o := range upTo(c, most, a.Events, "event") {
			c.takeEvent(o)
		}
	}
}

// upTo cuts a list to its first n entries and counts the rest as dropped.
func upTo[T any](c *checker, n int, all []T, kind string) []T {
	if len(all) > n {
		c.dropped[kind] += len(all) - n
		return all[:n]
	}
	return all
}

func (c *checker) takeMeeting(o occurrence) {
	if !slices.Contains(modes, o.Mode) {
		c.drop("mode", string(o.Mode))
		o.Mode = graph.ModeUnknown
	}
	r, ok := c.occurrence(o, "meeting", meetingRoles)
	if !ok || len(r.Participants) == 0 {
		c.drop("meeting", strings.Join(o.Quotes, " "))
		return
	}
	c.joinMeeting(extract.Meeting{Occurrence: r, Mode: o.Mode})
}

func (c *checker) takeEvent(o occurrence) {
	if !slices.Contains(eventTypes, o.Type) {
		c.drop("type", string(o.Type))
		o.Type = graph.EventOther
	}
	r, ok := c.occurrence(o, "event", eventRoles)
	if !ok || len(r.Participants) == 0 && r.Place == nil {
		c.drop("event", strings.Join(o.Quotes, " "))
		return
	}
	c.joinEvent(extract.Event{Occurrence: r, Type: o.Type})
}

// occurrence checks what meetings and events have in common. It is false if
// nothing in the text tells of it, or if it is of no known status.
func (c *checker) occurrence(o occurrence, kind string, roles []graph.Role) (extract.Occurrence, bool) {
	r := extract.Occurrence{Status: o.Status, Participants: []extract.Participant{}, Topics: []extract.Topic{}, Confidence: confidence}
	if !slices.Contains(statuses, o.Status) {
		c.drop("status", string(o.Status))
		return r, false
	}
	r.Evidence = c.quotes(o.Quotes)
	if len(r.Evidence) == 0 {
		return r, false
	}
	for _, p := range upTo(c, inside, o.Participants, "participant") {
		c.participant(&r, p, roles)
	}
	if o.Place != "" {
		if e := c.named(o.Place); e != nil && e.kind == graph.KindPlace {
			r.Place = &e.id
		} else {
			c.drop("place", o.Place)
		}
	}
	r.Date = c.date(o.Date, o.Status)
	r.Topics = c.topics(upTo(c, inside, o.Topics, "topic"), r.Evidence)
	return r, true
}

func (c *checker) participant(r *extract.Occurrence, p participant, roles []graph.Role) {
	e := c.named(p.Name)
	if e == nil {
		c.drop("participant", p.Name)
		return
	}
	if slices.ContainsFunc(r.Participants, func(q extract.Participant) bool { return q.Entity == e.id }) {
		return // said twice
	}
	q := extract.Participant{Entity: e.id, Role: p.Role}
	if !slices.Contains(roles, p.Role) {
		c.drop("role", string(p.Role))
		q.Role = graph.RoleParticipant
	}
	if p.Title != "" {
		if title, ok := c.wording(p.Title); ok {
			q.Title = &title
		} else {
			c.drop("title", p.Title)
		}
	}
	if p.OnBehalfOf != "" {
		if of := c.named(p.OnBehalfOf); of == nil {
			c.drop("on behalf of", p.OnBehalfOf)
		} else if of != e {
			q.OnBehalfOf = &of.id
		}
	}
	r.Participants = append(r.Participants, q)
}

// quoteWords is the least that a quote must have to tell one sentence from
// another.
const quoteWords = 3

// quotes returns the sentences that quotes stand in, in the model's order.
func (c *checker) quotes(said []string) []extract.Quote {
	var out []extract.Quote
	for _, q := range upTo(c, inside, said, "quote") {
		s, ok := c.find(q, c.part.Start)
		if !ok || len(strings.Fields(q)) < quoteWords {
			c.drop("quote", q)
			continue
		}
		start, end, words := c.codePoints(c.around(s))
		if !slices.ContainsFunc(out, func(x extract.Quote) bool { return x.Start == start && x.End == end }) {
			out = append(out, extract.Quote{Start: start, End: end, Quote: words})
		}
	}
	return out
}

// topics returns the topics that stand in the text, those sooner that stand in
// or behind the first quote.
func (c *checker) topics(said []string, evidence []extract.Quote) []extract.Topic {
	out := []extract.Topic{}
	from, _ := c.find(evidence[0].Quote, c.part.Start)
	for _, words := range said {
		s, ok := c.find(words, from.Start)
		if !ok {
			c.drop("topic", words)
			continue
		}
		start, end, words := c.codePoints(s)
		if slices.ContainsFunc(out, func(x extract.Topic) bool { return start < x.End && x.Start < end }) {
			continue // inside another
		}
		out = append(out, extract.Topic{Text: words, Start: start, End: end, Entities: c.entitiesIn(s)})
	}
	slices.SortFunc(out, func(a, b extract.Topic) int { return a.Start - b.Start })
	return out
}

// wording returns words as the text writes them, whether they begin with a
// capital there or not.
func (c *checker) wording(words string) (string, bool) {
	for _, w := range []string{words, strings.ToLower(words), titled(words)} {
		if s, ok := c.find(w, c.part.Start); ok {
			return c.raw[s.Start:s.End], true
		}
	}
	return "", false
}

// titled writes each word with a capital.
func titled(words string) string {
	fields := strings.Fields(words)
	for i, f := range fields {
		first, n := utf8.DecodeRuneInString(f)
		fields[i] = string(unicode.ToTitle(first)) + f[n:]
	}
	return strings.Join(fields, " ")
}
