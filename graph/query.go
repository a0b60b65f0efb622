package graph

// Page is a window on an ordered result: Limit results after the first
// Offset. Limit 0 asks for none (only a total).
type Page struct{ Offset, Limit int }

// List is one window of an ordered result and the size of the whole.
type List[T any] struct {
	Items []T
	Total int
}

// StringFilter holds where every condition that is set holds. Comparison is
// on folded text (see package graph/terms): case, diacritics and punctuation
// do not count.
type StringFilter struct {
	Eq         *string
	In         []string // nil: no condition; empty: nothing holds
	Contains   *string
	StartsWith *string
}

// DateFilter holds for what overlaps the span From..To, both ends included;
// an empty end is open. What has no date never holds.
type DateFilter struct{ From, To PartialDate }

// TextOp is the kind of a [Text] condition.
type TextOp int

// The kinds of a text condition.
const (
	// TextPhrase holds where Words stand one after the other (one word: where
	// it stands).
	TextPhrase TextOp = iota
	// TextPrefix holds where a word begins with Words[0].
	TextPrefix
	// TextAnd holds where all Parts hold, TextOr where one does, TextNot where
	// Parts[0] does not.
	TextAnd
	TextOr
	TextNot
)

// Text is a condition on a text, already folded and stemmed by
// graph/terms.Parse. Texts are indexed as the words of graph/terms.Words, so
// that both stores see the same words.
type Text struct {
	Op    TextOp
	Words []string
	Parts []Text
}

// OccurrenceFilter holds where every condition that is set holds. Names are
// already resolved to ids. A nil slice is no condition.
type OccurrenceFilter struct {
	// Who: for each set, at least one of the set took part.
	Who [][]ID
	// WhoAny: at least one took part. WhoNot: none did.
	WhoAny, WhoNot []ID
	// About: a report of it (its topics' wordings and its quotes) or one of
	// its topics (all wordings) satisfies the condition.
	About *Text
	// Topic: one of these is among its topics.
	Topic []ID
	// Where: it took place at one of these or within it, however deep.
	Where  []ID
	When   *DateFilter
	Modes  []MeetingMode
	Types  []EventType
	Status []OccurrenceStatus
	// Source: a report's article is from such a source.
	Source        *StringFilter
	MinConfidence float64
	And, Or       []OccurrenceFilter // Or nil: no condition
	Not           *OccurrenceFilter
}

// OrderField is what an order goes by.
type OrderField string

// The orders of lists. Every order ends with the id, ascending; unknown dates
// come last in both directions; text goes by code point.
const (
	OrderDate       OrderField = "DATE"
	OrderReports    OrderField = "REPORTS"
	OrderConfidence OrderField = "CONFIDENCE"
	OrderName       OrderField = "NAME"
	OrderMentions   OrderField = "MENTIONS"
	OrderMeetings   OrderField = "MEETINGS"
	OrderLastSeen   OrderField = "LAST_SEEN"
)

// Order is one key of an order.
type Order struct {
	By   OrderField
	Desc bool
}

// Anchor tells how the nodes of a list hang on the nodes they are asked for.
type Anchor string

// The ways a list hangs on its anchors.
const (
	// AnchorNone: no anchor; the list is keyed by the empty ID.
	AnchorNone Anchor = ""
	// AnchorParticipant: occurrences the entity took part in.
	AnchorParticipant Anchor = "participant"
	// AnchorPlace: occurrences at the place or within it.
	AnchorPlace Anchor = "place"
	// AnchorTopic: occurrences about the topic.
	AnchorTopic Anchor = "topic"
	// AnchorArticle: what the article names or reports.
	AnchorArticle Anchor = "article"
	// AnchorEntity: what names the entity (articles, mentions).
	AnchorEntity Anchor = "entity"
	// AnchorOccurrence: the reports of the occurrence.
	AnchorOccurrence Anchor = "occurrence"
	// AnchorOrganization: people who hold a position at it.
	AnchorOrganization Anchor = "organization"
)

// OccurrenceQuery asks for occurrences, for each anchor its own list.
// Anchors: none, participant, place, topic. Default order: DATE descending.
type OccurrenceQuery struct {
	Kind    NodeKind // KindMeeting or KindEvent
	Anchor  Anchor
	Anchors []ID
	Filter  OccurrenceFilter
	Order   []Order
	Page    Page
}

// EntityFilter holds where every condition that is set holds.
type EntityFilter struct {
	// Name: one of the entity's names (name or alias) satisfies it.
	Name *StringFilter
	// Mentioned: an article of such a date (publishedAt) names it.
	Mentioned   *DateFilter
	MinMeetings int
	// Position: words that all stand in the title of one of its positions,
	// folded and stemmed.
	Position *Text
	Article  ID
}

// EntityQuery asks for entities of the kinds given (nil: all), for each
// anchor its own list. Anchors: none, article, organization. Default order:
// MENTIONS descending. Anchored by article, Mentions in the result counts the
// spans in that article.
type EntityQuery struct {
	Kinds   []NodeKind
	Anchor  Anchor
	Anchors []ID
	Filter  EntityFilter
	Order   []Order
	Page    Page
}

// EntityItem is an entity in a list and, in an article's list, the number of
// spans there that name it (else 0).
type EntityItem struct {
	Entity   Entity
	Mentions int
}

// ArticleFilter holds where every condition that is set holds.
type ArticleFilter struct {
	// Text holds over title and text together.
	Text      *Text
	Source    *StringFilter
	Published *DateFilter
	// Mentions: for each set, the article names at least one of the set.
	Mentions [][]ID
	// Path: it was loaded from one of these (nil: no condition).
	Path []string
}

// ArticleQuery asks for articles, newest first (unknown dates last, then id).
// Anchors: none, entity.
type ArticleQuery struct {
	Anchor  Anchor
	Anchors []ID
	Filter  ArticleFilter
	Page    Page
}

// MentionQuery asks for mentions, one item a span, by article (newest first,
// unknown last, then article id), then start. Anchors: entity, article.
type MentionQuery struct {
	Anchor  Anchor
	Anchors []ID
	Page    Page
}

// MentionItem is one span of a mention, with the node it refers to. Sentence
// is the text of the sentence around it.
type MentionItem struct {
	Article  ID
	Entity   ID
	Text     string
	Sentence string
	Span     Span
}

// ReportQuery asks for reports, by article (newest first, unknown last, then
// article id), then start of the first quote. Anchors: occurrence, article.
type ReportQuery struct {
	Anchor  Anchor
	Anchors []ID
	Page    Page
}

// ReportItem is a report with the node it is of.
type ReportItem struct {
	Report     Report
	Occurrence ID
}

// TopicQuery asks for topics whose wordings satisfy Text (nil: all), those of
// most held meetings first, then by name, then id. Anchors: none.
type TopicQuery struct {
	Text *Text
	Page Page
}

// CounterpartQuery asks, for each entity, whom it met: those who took part
// with it in meetings that satisfy Filter, most meetings first, then name,
// then id.
type CounterpartQuery struct {
	Entities []ID
	Filter   OccurrenceFilter
	Page     Page
}

// JudgementQuery asks for judgements on pairs of names or reports that are both
// in the graph. Anchors: none, entity, occurrence. Without an anchor these are the rules' of
// entities of the kinds given (nil: all), most likely first, then by id: what
// waits for a person. Of a node they are all that hang on one of its units:
// people's, latest first, then the rules', most likely first, then by id.
type JudgementQuery struct {
	// Said, without an anchor, asks instead for all that people said, of
	// whatever names and of names that are not there, earliest first, then by
	// id.
	Said    bool
	Kinds   []NodeKind
	Anchor  Anchor
	Anchors []ID
	Page    Page
}

// Counterpart is someone an entity met. Meetings are all they share, newest
// first (unknown last, then id); Topics are those meetings' topics, most
// meetings first, then id.
type Counterpart struct {
	Entity            Entity
	Meetings          []ID
	FirstMet, LastMet PartialDate
	Topics            []ID
}

// CoMentionQuery asks, for each entity, who is named in the same articles:
// most articles first, then name, then id.
type CoMentionQuery struct {
	Entities []ID
	Kinds    []NodeKind
	Page     Page
}

// CoMention is someone named in the same articles.
type CoMention struct {
	Entity   Entity
	Articles int
}

// NeighborQuery asks for the edges that touch the nodes, in either direction.
type NeighborQuery struct {
	Nodes []ID
	Via   []RelationKind
	// When: only occurrences of such a date count, of an edge between two the
	// source; edges that touch no occurrence are not dated and pass.
	When *DateFilter
	// Kinds of the node at the other end; nil: all.
	Kinds []NodeKind
	// LimitPerNode bounds the edges of one node, the heaviest first, then by
	// the other end's id, then kind.
	LimitPerNode int
}

// Edge is one relation of the graph, from Source to Target as
// [RelationKind] says (MET: the lesser id is the source).
type Edge struct {
	Source, Target ID
	Kind           RelationKind
	// Label: role, or title of the position, or for MET the summary of the
	// latest meeting.
	Label string
	// Weight: for MET the number of meetings, for MENTIONED_IN the number of
	// spans, else 1.
	Weight float64
	// Start and End date the occurrence, of two the source, or for MET the
	// first and last meeting.
	Start, End PartialDate
}

// LookupQuery asks for the nodes that carry at least one of the keys (see
// graph/terms.NameKeys), most keys first, then the heaviest (mentions,
// reports), then by id. It serves names, misspelt names and prefixes.
type LookupQuery struct {
	Keys []string
	// Prefix, if not empty, also finds keys that begin with it.
	Prefix string
	Kinds  []NodeKind
	Limit  int
}

// Candidate is a node that a lookup or text search brought.
type Candidate struct {
	Node Node
	// Keys are the asked keys that the node carries.
	Keys []string
}

// TextQuery asks for nodes (articles by title and text, occurrences by
// reports and topics, topics by wordings) that satisfy Text, the heaviest
// first (see [LookupQuery]; an article's weight is its date), then by id.
type TextQuery struct {
	Text  Text
	Kinds []NodeKind
	Limit int
}

// Stats counts what the graph holds.
type Stats struct {
	Articles, People, Organizations, Places, Events, Meetings, Topics int
	// Mentions counts spans.
	Mentions int
	// Store names the store and its version: "SQLite 3.53.0".
	Store string
}
