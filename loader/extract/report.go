package extract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whomet/whomet/loader/nlp"
)

// reportMeetings turns meetings into what a result prints.
func (n *narrative) reportMeetings(all []*occurrence) []Meeting {
	out := make([]Meeting, 0, len(all))
	for _, o := range all {
		out = append(out, Meeting{Occurrence: n.report(o), Mode: o.mode})
	}
	return out
}

// reportEvents turns events into what a result prints.
func (n *narrative) reportEvents(all []*occurrence) []Event {
	out := make([]Event, 0, len(all))
	for _, o := range all {
		out = append(out, Event{Occurrence: n.report(o), Type: o.kind})
	}
	return out
}

func (n *narrative) report(o *occurrence) Occurrence {
	r := Occurrence{
		ID: o.id, Participants: []Participant{}, Status: o.status, Place: n.entityID(n.standingPlace(o.place)), Topics: n.reportTopics(o),
		Date: n.reportDate(o), Confidence: o.weight,
	}
	for _, p := range o.parts {
		q := Participant{Entity: *n.entityID(p.entity), Role: p.role, OnBehalfOf: n.entityID(p.behalf)}
		if p.title != "" {
			q.Title = &p.title
		}
		r.Participants = append(r.Participants, q)
	}
	for _, l := range o.relations {
		start, end, text := n.slice(l.span)
		r.Relations = append(r.Relations, Relation{Kind: l.kind, To: l.to.id, Start: start, End: end, Quote: text})
	}
	seen := map[nlp.Span]bool{}
	for _, s := range o.quotes {
		span := n.quote(s, o.at)
		if span.Len() == 0 || seen[span] {
			continue
		}
		seen[span] = true
		start, end, text := n.slice(span)
		r.Evidence = append(r.Evidence, Quote{Start: start, End: end, Quote: text})
	}
	if n.explaining {
		r.Explain = n.explain(o)
	}
	return r
}

// entityID is the id that an entity has in the result, nil for -1.
func (n *narrative) entityID(i int) *string {
	if i < 0 {
		return nil
	}
	id := entityID(i)
	return &id
}

func (n *narrative) reportDate(o *occurrence) *Date {
	if !o.when.known() {
		return nil
	}
	d := &Date{Precision: o.when.span.Precision}
	set := func(s string) *string {
		if s == "" {
			return nil
		}
		return &s
	}
	d.Start, d.End = set(string(o.when.span.Start)), set(string(o.when.span.End))
	d.Text = set(o.when.span.Text)
	return d
}

// reportTopics gives the topics in the order of the text, none inside another.
func (n *narrative) reportTopics(o *occurrence) []Topic {
	out := []Topic{}
	for _, s := range n.keptTopics(o) {
		start, end, text := n.slice(s.Span)
		t := Topic{Text: text, Start: start, End: end, Entities: []string{}}
		for i := range n.mentions {
			m := &n.mentions[i]
			if m.start < s.Start || m.end > s.End || m.kind == byPronoun {
				continue
			}
			for _, e := range m.refs {
				if id := *n.entityID(e); !slices.Contains(t.Entities, id) {
					t.Entities = append(t.Entities, id)
				}
			}
		}
		out = append(out, t)
	}
	return out
}

// keptTopics are the topics that are reported.
func (n *narrative) keptTopics(o *occurrence) []topic {
	all := slices.Clone(o.topics)
	slices.SortFunc(all, func(a, b topic) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	last := -1
	return slices.DeleteFunc(all, func(s topic) bool {
		inside := s.End <= last // the one before
		last = max(last, s.End)
		return inside || strings.TrimSpace(n.TextOf(s.Span)) == ""
	})
}

// slice gives a run of tokens as code point offsets and text.
func (n *narrative) slice(s nlp.Span) (start, end int, text string) {
	from, to := n.Tokens[s.Start].Start, n.Tokens[s.End-1].End
	return n.Runes(from), n.Runes(to), n.Text[from:to]
}

// quote is the sentence to show as evidence: joined again where the parser cut
// it inside a name, and cut at blank lines, where it ran headline and lead
// together, to the part that holds token at (or else the longest).
func (n *narrative) quote(s, at int) nlp.Span {
	span := n.Sents[s]
	for first := s; first > 0 && n.brokenAt(span.Start); first-- {
		span.Start = n.Sents[first-1].Start
	}
	for last := s; last+1 < len(n.Sents) && n.brokenAt(span.End); last++ {
		span.End = n.Sents[last+1].End
	}
	best, start := nlp.Span{}, span.Start
	for i := span.Start; i <= span.End; i++ {
		if i < span.End && !(n.Tokens[i].POS == "SPACE" && countNewlines(n.Tokens[i].Text) > 1) {
			continue
		}
		part := n.trimSpace(nlp.Span{Start: start, End: i})
		if at >= part.Start && at < part.End {
			return part
		}
		if part.Len() > best.Len() {
			best = part
		}
		start = i + 1
	}
	return best
}

// trimSpace drops white space tokens at the ends of a run.
func (n *narrative) trimSpace(s nlp.Span) nlp.Span {
	for s.Start < s.End && n.Tokens[s.Start].POS == "SPACE" {
		s.Start++
	}
	for s.End > s.Start && n.Tokens[s.End-1].POS == "SPACE" {
		s.End--
	}
	return s
}

// describe is a short form of an occurrence for tests and explanations.
func (n *narrative) describe(o *occurrence) string {
	var b strings.Builder
	for _, p := range o.parts {
		fmt.Fprintf(&b, "%s:%s ", strings.ReplaceAll(n.entities[p.entity].name, " ", "_"), p.role)
	}
	fmt.Fprintf(&b, "%s %s", o.status, o.mode)
	if o.place >= 0 {
		fmt.Fprintf(&b, " @%s", n.entities[o.place].name)
	}
	if o.when.known() {
		fmt.Fprintf(&b, " %q %s", o.when.span.Text, o.when.span.Start)
	}
	return b.String()
}
