package graph

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
