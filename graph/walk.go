package graph

// CounterpartQuery asks, for each entity, whom it met: those who took part
// with it in meetings that satisfy Filter, most meetings first, then name,
// then id.
type CounterpartQuery struct {
	Entities []ID
	Filter   OccurrenceFilter
	Page     Page
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
