// Package extract reads one parsed article and says what it claims: whom it
// names, who met whom about what, and what else happened.
//
// It reads the whole document: entities first (names, titles, pronouns and
// nominal mentions, joined by coreference), then occurrences over the syntax
// of each sentence, then what the document adds (dates against the article's
// own, the dateline's place, topics from what the parties said).
package extract

import (
	"errors"

	"github.com/whomet/whomet/graph"
)

// Version names this extractor and what it knows; articles read by another
// version are read again.
const Version = "rules/1"

// ErrUnavailable is wrapped by an extractor's error that is not about one
// article: none could be read now.
var ErrUnavailable = errors.New("extract: unavailable")

// Result is what one article says: the JSON object that `whomet extract`
// prints. Ids ("e1", "m1", "v1") hold inside one result. All offsets are
// Unicode code points of Article.Text, end exclusive.
type Result struct {
	Article  Article   `json:"article"`
	Entities []Entity  `json:"entities"`
	Meetings []Meeting `json:"meetings"`
	Events   []Event   `json:"events"`
	// Dropped counts by kind ("quote", "name", "date") what an extractor claimed
	// and the text does not bear out. Rules claim nothing of the sort.
	Dropped map[string]int `json:"dropped,omitempty"`
}

// Article is the head of a result. Nil pointers are what is not known.
type Article struct {
	ID          graph.ID `json:"id"`
	SourceID    *string  `json:"sourceId"`
	Path        string   `json:"path"`
	URL         *string  `json:"url"`
	Title       *string  `json:"title"`
	Source      *string  `json:"source"`
	PublishedAt *string  `json:"publishedAt"`
	Language    string   `json:"language"`
	Text        string   `json:"text"`
}

// Entity is someone or something the article names.
type Entity struct {
	ID   string         `json:"id"`
	Kind graph.NodeKind `json:"kind"`
	// Name is the fullest form, without titles.
	Name      string     `json:"name"`
	Aliases   []string   `json:"aliases"`
	Positions []Position `json:"positions"`
	// Sex is a person's, "m" or "f", where the article tells it, or "". It is no
	// part of what is printed.
	Sex string `json:"-"`
	// Mentions stand by start and do not overlap.
	Mentions []Mention `json:"mentions"`
}

// Position is an office as the article gives it: at the entity Of, or where
// that is none, at what OfText says.
type Position struct {
	Title  string  `json:"title"`
	Of     *string `json:"of"`
	OfText *string `json:"ofText"`
}

// Mention is one place in the text that speaks of the entity.
type Mention struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	// Sentence is the span of the sentence around it; it is not printed.
	Sentence graph.Span `json:"-"`
}

// Participant is one entity's part in an occurrence.
type Participant struct {
	Entity     string     `json:"entity"`
	Role       graph.Role `json:"role"`
	Title      *string    `json:"title"`
	OnBehalfOf *string    `json:"onBehalfOf"`
}

// Date is when an occurrence was, as precise as the article lets it be known.
type Date struct {
	Start     *string             `json:"start"`
	End       *string             `json:"end"`
	Precision graph.DatePrecision `json:"precision"`
	Text      *string             `json:"text"`
}

// Topic is what was spoken of, in the article's words, and the entities named
// in them.
type Topic struct {
	Text     string   `json:"text"`
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Entities []string `json:"entities"`
}

// Quote is a sentence of the article that says so.
type Quote struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
}

// Relation is the article's word that the occurrence stands in a relation to
// another of the same result: in response to it, after it, during it, or part
// of it (graph.OccurrenceRelations). Start, End and Quote are the words that
// say so. What was before another is that one's AFTER.
type Relation struct {
	Kind  graph.RelationKind `json:"kind"`
	To    string             `json:"to"` // id of a meeting or event
	Start int                `json:"start"`
	End   int                `json:"end"`
	Quote string             `json:"quote"`
}

// Occurrence is what meetings and events have in common. Evidence is never
// empty; the telling sentence comes first.
type Occurrence struct {
	ID           string                 `json:"id"`
	Participants []Participant          `json:"participants"`
	Status       graph.OccurrenceStatus `json:"status"`
	Date         *Date                  `json:"date"`
	Place        *string                `json:"place"`
	Topics       []Topic                `json:"topics"`
	Relations    []Relation             `json:"relations,omitempty"`
	Evidence     []Quote                `json:"evidence"`
	Confidence   float64                `json:"confidence"`
	// Explain has a reason for each slot; only [Explain] fills it.
	Explain []Reason `json:"explain,omitempty"`
}

// Meeting is an occasion on which two or more parties talked to each other,
// or were to.
type Meeting struct {
	Occurrence
	Mode graph.MeetingMode `json:"mode"`
}

// Event is any other happening.
type Event struct {
	Occurrence
	Type graph.EventType `json:"type"`
}
