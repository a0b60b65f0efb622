package graph

// RelationKind is the kind of an edge as a walk or a picture sees it.
type RelationKind string

// The kinds of edges. MET joins two entities that took part in the same held
// meeting; the rest are as the design names them.
const (
	RelMet             RelationKind = "MET"
	RelParticipatedIn  RelationKind = "PARTICIPATED_IN"   // entity -> occurrence
	RelHeldAt          RelationKind = "HELD_AT"           // occurrence -> place
	RelAbout           RelationKind = "ABOUT"             // occurrence -> topic
	RelConcerns        RelationKind = "CONCERNS"          // topic -> entity or occurrence
	RelHoldsPositionAt RelationKind = "HOLDS_POSITION_AT" // person -> entity
	RelWithin          RelationKind = "WITHIN"            // place -> place
	RelMentionedIn     RelationKind = "MENTIONED_IN"      // entity -> article
	RelReportedIn      RelationKind = "REPORTED_IN"       // occurrence -> article
)

// The kinds of edges from one occurrence to another, of which the first is
// what is told: "A in response to B". There is no BEFORE: A before B is B
// after A. AFTER and DURING are TimeML's temporal links (Pustejovsky et al.
// 2003); PART_OF is the subevent of event coreference corpora (HiEve, Glavaš
// et al. 2014) and schema.org's superEvent; IN_RESPONSE_TO is FrameNet's
// Response and Revenge: the first was done because of the second.
const (
	RelInResponseTo RelationKind = "IN_RESPONSE_TO"
	RelAfter        RelationKind = "AFTER"
	RelDuring       RelationKind = "DURING"
	RelPartOf       RelationKind = "PART_OF"
)

// OccurrenceRelations are the kinds that join two occurrences.
var OccurrenceRelations = []RelationKind{RelAfter, RelDuring, RelInResponseTo, RelPartOf}

// RelationClaim is an article's word that one occurrence stands in a relation
// to another of the same article, with the words that say so.
type RelationClaim struct {
	Kind RelationKind `json:"kind"`
	To   ID           `json:"to"` // a report
	Quote
}

// Relation is an edge from one occurrence to another.
type Relation struct {
	Kind RelationKind `json:"kind"`
	To   ID           `json:"to"`
	// Evidence are the words of articles that say so, by article and start.
	// A PART_OF without any was derived from place, days and participants.
	Evidence []Citation `json:"evidence,omitempty"`
}

// Citation is a quote and the article that it stands in.
type Citation struct {
	Article ID `json:"article"`
	Quote
}

// RelationQuery asks, for each occurrence, what it stands in relation to, in
// either direction: those it leads to first, then by kind, then by the other's
// id. Kinds nil: all of [OccurrenceRelations].
type RelationQuery struct {
	Occurrences []ID
	Kinds       []RelationKind
	Page        Page
}

// Related is an occurrence that another stands in relation to. Incoming: the
// relation leads from this one to the one that was asked about.
type Related struct {
	Kind       RelationKind
	Incoming   bool
	Occurrence Occurrence
	Evidence   []Citation // as in [Relation]
}
