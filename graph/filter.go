package graph

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
