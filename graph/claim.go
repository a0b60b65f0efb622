package graph

import "time"

// Claims are all that one article says: the article itself, whom it names and
// which occurrences it tells of.
type Claims struct {
	Article  Article   `json:"article"`
	Mentions []Mention `json:"mentions,omitempty"`
	Reports  []Report  `json:"reports,omitempty"`
}

// Article is a text that was loaded. Its id comes from its canonical URL, or
// where it has none from its text.
type Article struct {
	ID ID `json:"id"`
	// SourceID is the id the input gave it, if any.
	SourceID    string      `json:"sourceId"`
	Path        string      `json:"path"`
	URL         string      `json:"url"`
	Title       string      `json:"title"`
	Source      string      `json:"source"`
	PublishedAt PartialDate `json:"publishedAt"`
	LoadedAt    time.Time   `json:"loadedAt"`
	// Language is an ISO 639-1 code.
	Language string `json:"language"`
	// Text is the clean text, which all spans point into.
	Text string `json:"text"`
	// Extractor is the name and version of what read the article; another
	// version reads it again.
	Extractor string `json:"extractor"`
}

// Mention is one article's naming of one entity: the names it uses and every
// span where it uses them (names and resolved titles and pronouns alike).
type Mention struct {
	ID      ID       `json:"id"`
	Article ID       `json:"article"`
	Kind    NodeKind `json:"kind"`
	// Name is the fullest form the article gives, without titles.
	Name    string   `json:"name"`
	Aliases []string `json:"aliases,omitempty"`
	// Positions are the offices the article gives the person.
	Positions []PositionClaim `json:"positions,omitempty"`
	// Occurrences in the text, by start.
	Spans []NamedSpan `json:"spans,omitempty"`
	// Unit is the name that this mention is counted under; resolve sets it, and of
	// places the unit Within that the article says holds this one and the Country,
	// by its common name, where it says of a part of it which. A person's Country is
	// the one that the article says the person is of, by an office or a genitive, and
	// Within the region that the office is of.
	Unit    ID     `json:"unit"`
	Within  ID     `json:"within,omitempty"`
	Country string `json:"country,omitempty"`
	// Sex is a person's, "m" or "f", where the article tells: by a form of address,
	// an office, the given name or a pronoun.
	Sex string `json:"sex,omitempty"`
}

// NamedSpan is a span with its text and the sentence it stands in.
type NamedSpan struct {
	Span
	Text string `json:"text"`
	// Sentence is the span of the sentence around it.
	Sentence Span `json:"sentence"`
}

// PositionClaim is an office as an article gives it.
type PositionClaim struct {
	// Title is as the article writes it: "Foreign Minister".
	Title string `json:"title"`
	// Of is the mention of the body or state it is held at; "" if not named.
	Of ID `json:"of"`
	// OfText is the article's own words for it.
	OfText string `json:"ofText"`
	// Unit is the unit of Of; resolve sets it.
	Unit ID `json:"unit"`
}

// Report is one article's account of one occurrence. The ids in it are of
// mentions of the same article.
type Report struct {
	ID      ID       `json:"id"`
	Article ID       `json:"article"`
	Kind    NodeKind `json:"kind"` // KindMeeting or KindEvent
	// Mode is set for meetings, Type for events.
	Mode         MeetingMode        `json:"mode"`
	Type         EventType          `json:"type"`
	Status       OccurrenceStatus   `json:"status"`
	Date         *DateSpan          `json:"date"`
	Participants []ParticipantClaim `json:"participants,omitempty"`
	Place        ID                 `json:"place"`
	Topics       []TopicClaim       `json:"topics,omitempty"`
	// Relations are those to other reports of the article.
	Relations []RelationClaim `json:"relations,omitempty"`
	// Evidence holds the quotes, the telling one first; never empty.
	Evidence   []Quote `json:"evidence,omitempty"`
	Extractor  string  `json:"extractor"`
	Confidence float64 `json:"confidence"`
	// Unit is the report's own unit; resolve sets it.
	Unit ID `json:"unit"`
}

// ParticipantClaim says that a mention took part, and how.
type ParticipantClaim struct {
	Mention    ID     `json:"mention"`
	Role       Role   `json:"role"`
	Title      string `json:"title"`
	OnBehalfOf ID     `json:"onBehalfOf"`
}

// TopicClaim is what was spoken of, in the article's words, and the mentions
// that stand in those words.
type TopicClaim struct {
	Span
	Text     string `json:"text"`
	Mentions []ID   `json:"mentions,omitempty"`
	// Unit is the wording's unit; resolve sets it.
	Unit ID `json:"unit"`
}

// Quote is a piece of evidence: Quote equals the article's text at the span.
type Quote struct {
	Span
	Quote string `json:"quote"`
}

// LoadResult tells what came of loading one article.
type LoadResult struct {
	Article ID
	// Already: it, or a text of it that stands over this one, was there.
	Already bool
	// Counts are the nodes that the article names or tells of, by kind.
	Counts map[NodeKind]int
}
