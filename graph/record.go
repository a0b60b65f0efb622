package graph

// Record is a node as [Store.All] yields it. An article comes with its text
// and, in the order in which it was put, its claims and the nodes that they
// belong to.
type Record struct {
	Node
	Mentions []Naming
	Reports  []ReportItem
}

// Naming is a mention and the entity that it names.
type Naming struct {
	Mention Mention
	Entity  ID
}
