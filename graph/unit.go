package graph

// Unit is the smallest thing that identity is decided on: a name (for
// entities), a report (for occurrences), a wording (for topics). Resolution
// puts every unit into exactly one node; the node's id is that of one of its
// units. The store keeps units for the resolver and reads none of Data.
type Unit struct {
	ID   ID
	Kind NodeKind
	// Node is the node that the unit belongs to now. A store answers for a
	// unit's id with this node wherever a node's id is asked for, and points
	// the unit's mentions and reports at it.
	Node ID
	// Blocks are keys by which units that may be the same find each other.
	Blocks []string
	// Data is the resolver's own summary of the unit's claims, and of what
	// people say of it, in JSON.
	Data []byte
}
