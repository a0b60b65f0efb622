package extract

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract/date"
	"github.com/whomet/whomet/loader/nlp"
)

// Reason says why one slot of an occurrence holds what it holds.
type Reason struct {
	// Slot is "trigger", "participant", "role", "title", "onBehalfOf", "mode",
	// "type", "status", "date", "place", "topic" or "relation".
	Slot string `json:"slot"`
	// Value is what the slot holds as the result prints it: an entity's id, a
	// term such as HELD, or words.
	Value string `json:"value"`
	// Of is the participant whose role, title or onBehalfOf it is, "" elsewhere.
	Of string `json:"of,omitempty"`
	// Rule is what was read, and Entry the line of a data file that says so
	// with what it is called there; one of them may be empty.
	Rule  string `json:"rule,omitempty"`
	Entry string `json:"entry,omitempty"`
	// Path leads through the sentence from the word that tells of the
	// occurrence, in the steps of patterns.txt: "talks ^dobj held /nsubj Ek".
	// It is empty where the rule stayed at that word or read another sentence.
	Path string `json:"path,omitempty"`
	// Words are what the rule went by, and where they stand.
	Words string `json:"words"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	// Sentence is the span of the sentence around them; it is not printed.
	Sentence graph.Span `json:"-"`
}

// explain gives the reason for each slot that the report of o holds.
func (n *narrative) explain(o *occurrence) []Reason {
	var out []Reason
	give := func(slot, value, of string, why reason) {
		out = append(out, n.reason(slot, value, of, why))
	}
	word, kind, kindWhy := &entry{}, string(o.mode), o.why.mode
	slot := "mode"
	if o.trigger != nil {
		word = &o.trigger.entry
	} else {
		word, slot, kind = &o.event.entry, "type", string(o.kind)
		kindWhy = o.by(word, "type of the word", o.at)
	}
	give("trigger", n.Tokens[o.at].Text, "", o.by(word, "tells of it", o.at))
	for i := range o.parts {
		p := &o.parts[i]
		id := entityID(p.entity)
		give("participant", id, "", p.why.part)
		give("role", string(p.role), id, p.why.role)
		if p.title != "" {
			give("title", p.title, id, p.why.title)
		}
		if p.behalf >= 0 {
			give("onBehalfOf", entityID(p.behalf), id, p.why.behalf)
		}
	}
	give(slot, kind, "", kindWhy)
	give("status", string(o.status), "", o.why.status)
	if o.when.known() {
		out = append(out, n.dateReason(&o.when))
	}
	if o.place >= 0 {
		give("place", entityID(n.standingPlace(o.place)), "", o.why.place)
	}
	for _, t := range n.keptTopics(o) {
		give("topic", n.TextOf(t.Span), "", t.why)
	}
	for _, l := range o.relations {
		give("relation", string(l.kind)+" "+l.to.id, "", l.why)
	}
	return out
}

func (n *narrative) reason(slot, value, of string, why reason) Reason {
	r := Reason{Slot: slot, Value: value, Of: of, Rule: why.rule, Path: n.path(why.at, why.to)}
	if e := why.entry; e != nil && e.file != "" {
		r.Entry = e.String() + " " + e.name
	}
	n.quoteWords(&r, n.wordsAt(why.to))
	return r
}

// dateReason tells, besides the words, from which day they were seen where
// that decides what they mean.
func (n *narrative) dateReason(w *when) Reason {
	value := string(w.span.Start)
	if w.span.End != "" && w.span.End != w.span.Start {
		value += "/" + string(w.span.End)
	}
	r := n.reason("date", value, "", w.why)
	e := n.dates[w.expr]
	n.quoteWords(&r, spanOf(e.Start, e.End))
	switch alone := e.Resolve(date.Anchor{}); {
	case w.span.Start == "":
		r.Rule += ", from no known day"
	case alone.Start == w.span.Start:
	case w.seen.Looks == date.Future:
		r.Rule += ", looking ahead from " + string(w.seen.Day)
	default:
		r.Rule += ", looking back from " + string(w.seen.Day)
	}
	return r
}

func (n *narrative) quoteWords(r *Reason, s nlp.Span) {
	r.Start, r.End, r.Words = n.slice(s)
	r.Sentence.Start, r.Sentence.End, _ = n.slice(n.SentOf(s.Start))
}

// maxWords is how much of a phrase is shown as the words of a reason.
const maxWords = 8

// wordsAt is what is shown for a token: the name or title that it is in, a
// preposition with its phrase, or the word.
func (n *narrative) wordsAt(t int) nlp.Span {
	if m := n.mentionAt(t); m != nil {
		return spanOf(m.start, m.end)
	}
	if s := n.Subtree(t); n.Tokens[t].POS == "ADP" && s.Start == t && s.Len() <= maxWords {
		return n.trimSpace(s)
	}
	return spanOf(t, t+1)
}

// path writes the way through the tree from one token to another of the same
// sentence, up by ^ and down by /; "" if there is none.
func (d *document) path(from, to int) string {
	if from == to || d.Tokens[from].Sent != d.Tokens[to].Sent {
		return ""
	}
	var down []int // from to, up
	above := func(t int) bool { return slices.Contains(down, t) }
	for t := to; ; t = d.Tokens[t].Head {
		down = append(down, t)
		if d.Tokens[t].Head == t {
			break
		}
	}
	var b strings.Builder
	b.WriteString(d.Tokens[from].Text)
	top := from
	for ; !above(top) && d.Tokens[top].Head != top; top = d.Tokens[top].Head {
		h := d.Tokens[top].Head
		b.WriteString(" ^" + d.Tokens[top].Dep + " " + d.Tokens[h].Text)
	}
	if !above(top) {
		return "" // two roots in one sentence
	}
	for i := slices.Index(down, top) - 1; i >= 0; i-- {
		b.WriteString(" /" + d.Tokens[down[i]].Dep + " " + d.Tokens[down[i]].Text)
	}
	return b.String()
}
