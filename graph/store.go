package graph

import (
	"context"
	"iter"
)

// Store keeps claims and graph. It is safe for concurrent use. All stores
// pass the suite of package graph/graphtest and answer alike, in the same
// order.
type Store interface {
	Reader

	// All yields the whole graph: every node by id, articles with their texts
	// and claims. It does not hold all of it in memory. It yields the graph of
	// one moment; where a store cannot, it fails when it sees that the graph
	// was changed meanwhile. An error ends the sequence.
	All(ctx context.Context) iter.Seq2[Record, error]

	// Update runs f in one transaction, serialised with all other updates of
	// the same store from any process: all that f writes becomes visible at
	// once, or, if f or the commit fails, nothing does. f may be run again
	// after a transient fault, so it must have no other effect.
	Update(ctx context.Context, f func(Tx) error) error

	// Ready tells whether the store can answer now.
	Ready(ctx context.Context) error

	// Close frees the store's resources.
	Close() error
}

// Reader answers questions. Every method asks the store once (one statement),
// whatever the number of ids. Ids that are no node's but a unit's lead to the
// unit's node. Unknown ids are left out of the maps. A list within what is
// returned that is empty is nil, whatever was put. The caller owns what is
// returned.
type Reader interface {
	// Nodes returns the nodes of any kind, keyed by the id asked for. Articles
	// come without their text.
	Nodes(ctx context.Context, ids []ID) (map[ID]Node, error)
	// Texts returns the texts of articles.
	Texts(ctx context.Context, articles []ID) (map[ID]string, error)

	// The lists, keyed by anchor (AnchorNone: by ""). Articles come without
	// their text.
	Occurrences(ctx context.Context, q OccurrenceQuery) (map[ID]List[Occurrence], error)
	Entities(ctx context.Context, q EntityQuery) (map[ID]List[EntityItem], error)
	Articles(ctx context.Context, q ArticleQuery) (map[ID]List[Article], error)
	Mentions(ctx context.Context, q MentionQuery) (map[ID]List[MentionItem], error)
	Reports(ctx context.Context, q ReportQuery) (map[ID]List[ReportItem], error)
	Topics(ctx context.Context, q TopicQuery) (List[Topic], error)
	Counterparts(ctx context.Context, q CounterpartQuery) (map[ID]List[Counterpart], error)
	Relations(ctx context.Context, q RelationQuery) (map[ID]List[Related], error)
	CoMentions(ctx context.Context, q CoMentionQuery) (map[ID]List[CoMention], error)
	Judgements(ctx context.Context, q JudgementQuery) (map[ID]List[Judgement], error)
	// MentionsByID returns the first span of each mention, for
	// [Position.Mentions].
	MentionsByID(ctx context.Context, ids []ID) (map[ID]MentionItem, error)

	// Arrivals returns reports in the order in which they came, and how far the
	// store has come. A report gets its number when it is put; updates are
	// serialised, so whoever has seen a number sees no lesser one come any more,
	// from whatever process, whatever its clock says. A report that is taken
	// away and put again in the same update (another extractor reads its
	// article) has not come anew: it keeps its number.
	Arrivals(ctx context.Context, q ArrivalQuery) (Arrivals, error)

	// Neighbors returns the edges around nodes, by source, target, kind.
	Neighbors(ctx context.Context, q NeighborQuery) ([]Edge, error)

	// Lookup finds nodes by name keys, Search by text.
	Lookup(ctx context.Context, q LookupQuery) ([]Candidate, error)
	Search(ctx context.Context, q TextQuery) ([]Node, error)

	// Timeline counts occurrences by when they began, Facets meetings by what
	// they have in common.
	Timeline(ctx context.Context, q TimelineQuery) ([]Bucket, error)
	Facets(ctx context.Context, q FacetQuery) (Facets, error)

	Stats(ctx context.Context) (Stats, error)
}

// Tx writes claims, units and nodes. Every method takes any number of items
// and asks the store a bounded number of times.
type Tx interface {
	// Loaded returns, for those of the articles that are in the store, which
	// extractor read them.
	Loaded(ctx context.Context, articles []ID) (map[ID]string, error)
	// Claims returns all claims of the articles, by article id.
	Claims(ctx context.Context, articles []ID) ([]Claims, error)
	// PutClaims writes the claims of articles that are not in the store.
	// Mentions, reports and topic claims carry their units, which are put in
	// the same transaction.
	PutClaims(ctx context.Context, claims []Claims) error
	// RemoveClaims takes articles and all their claims away; units and nodes
	// stay for the resolver to mend.
	RemoveClaims(ctx context.Context, articles []ID) error

	// Units returns units by id, UnitsInBlocks those that carry one of the
	// blocks, UnitsOf those of the nodes; each by id.
	Units(ctx context.Context, ids []ID) ([]Unit, error)
	UnitsInBlocks(ctx context.Context, blocks []string) ([]Unit, error)
	UnitsOf(ctx context.Context, nodes []ID) ([]Unit, error)
	// MentionsOf returns the mentions counted under the units, and their
	// articles' dates, by id.
	MentionsOf(ctx context.Context, units []ID) ([]DatedMention, error)
	// JudgementsOn returns the judgements of people and rules that hang on one
	// of the units, whether they are there or not, by id.
	JudgementsOn(ctx context.Context, units []ID) ([]Judgement, error)
	// PutUnits writes units, replacing those of the same id, and points their
	// mentions and reports at their nodes.
	PutUnits(ctx context.Context, units []Unit) error
	RemoveUnits(ctx context.Context, ids []ID) error

	// Nodes is as in Reader, within the transaction.
	Nodes(ctx context.Context, ids []ID) (map[ID]Node, error)
	// PutNodes writes nodes with their edges, and judgements, replacing those of
	// the same id. Edges may lead to nodes put in the same call.
	PutNodes(ctx context.Context, nodes []Node) error
	// RemoveNodes takes nodes away with their edges.
	RemoveNodes(ctx context.Context, ids []ID) error
}

// DatedMention is a mention and its article's date.
type DatedMention struct {
	Mention
	PublishedAt PartialDate
}
