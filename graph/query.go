package graph

// Page is a window on an ordered result: Limit results after the first
// Offset. Limit 0 asks for none (only a total).
type Page struct{ Offset, Limit int }

// List is one window of an ordered result and the size of the whole.
type List[T any] struct {
	Items []T
	Total int
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

// ArrivalQuery asks for the reports that came after a mark (see [Arrivals]),
// of occurrences of the kind that satisfy Filter, those that came first first.
type ArrivalQuery struct {
	Kind   NodeKind // KindMeeting or KindEvent
	After  int
	Filter OccurrenceFilter
	// Limit bounds the reports; 0 asks only how far the store has come.
	Limit int
}

// Arrivals are reports that came, and the mark after which to ask for more:
// the number under which the last report of all came, or, where the limit
// left none to spare, the last of Items. It is never before the mark asked.
type Arrivals struct {
	Items []ReportItem
	Mark  int
}

// Answer makes the answer of what a store found: reports, their numbers, and
// the number it gave last.
func (q ArrivalQuery) Answer(items []ReportItem, numbers []int, last int) Arrivals {
	if n := len(items); n > 0 && n == q.Limit {
		last = numbers[n-1]
	}
	return Arrivals{Items: items, Mark: max(last, q.After)}
}

// TopicQuery asks for topics whose wordings satisfy Text (nil: all), those of
// most held meetings first, then by name, then id. Anchors: none.
type TopicQuery struct {
	Text *Text
	Page Page
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

// Stats counts what the graph holds.
type Stats struct {
	Articles, People, Organizations, Places, Events, Meetings, Topics int
	// Mentions counts spans.
	Mentions int
	// Store names the store and its version: "SQLite 3.53.0".
	Store string
}

// NumberReports returns the numbers under which the reports of claims come: those that
// the same update took away keep theirs, the others get the next ones. draw moves the
// store's last number on by n and returns where it then is.
func NumberReports(claims []Claims, taken map[ID]int, draw func(n int) (last int, err error)) (map[ID]int, error) {
	numbers := map[ID]int{}
	var come []ID
	for _, c := range claims {
		for _, r := range c.Reports {
			if n, ok := taken[r.ID]; ok {
				numbers[r.ID] = n
			} else {
				come = append(come, r.ID)
			}
		}
	}
	if len(come) == 0 {
		return numbers, nil
	}
	last, err := draw(len(come))
	for i, id := range come {
		numbers[id] = last - len(come) + i + 1
	}
	return numbers, err
}
