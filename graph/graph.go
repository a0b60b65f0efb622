// Package graph is the domain of whomet: what an article claims, what the
// graph makes of the claims, and the promises a store keeps about both.
//
// There are two layers of truth.
//
// Claims are what each article says: an [Article], its [Mention]s (an
// article's names for someone, with their spans) and its [Report]s (an
// article's account of one occurrence). They are written once for each
// article and extractor version and never edited.
//
// [Judgement]s are what people say of who is who and of what happened once.
//
// The graph is what we make of the two: [Entity] (person, organization,
// place), [Occurrence] (meeting or event) and [Topic]. It is derived from the
// claims and people's judgements alone, so the same set of articles and
// judgements gives the same graph in whatever order they came.
//
// Between claims and graph stand [Unit]s: the smallest things that identity is
// decided on (a name, a report, a wording of a topic). Every unit belongs to
// exactly one node, and a node's id is the id of one of its units (an entity's
// fullest name, else the least), so that an id once given out always leads to
// the node that now stands for it.
//
// A [Store] keeps both layers. It answers questions ([Reader]) and is written
// in serialised transactions ([Tx]). Types refer to each other by [ID], never
// by pointer.
package graph

import (
	"errors"
	"strings"

	"github.com/google/uuid"
)

// ID names a node or a claim: a UUIDv5 (RFC 9562) in its 36-character text
// form, derived from what it names. The empty ID names nothing.
type ID string

// namespace is whomet's own UUID namespace; changing it changes every id.
var namespace = uuid.MustParse("5f0d3c1e-6c1d-5b3e-9f4a-1d5b7a2c8e90")

// NewID derives the id of a thing from its kind and the parts that make it
// what it is. The same kind and parts give the same id on every machine.
func NewID(kind string, parts ...string) ID {
	return ID(uuid.NewSHA1(namespace, []byte(kind+"\x00"+strings.Join(parts, "\x00"))).String())
}

// NodeKind is the kind of a node of the graph.
type NodeKind string

// The kinds of nodes.
const (
	KindPerson       NodeKind = "PERSON"
	KindOrganization NodeKind = "ORGANIZATION"
	KindPlace        NodeKind = "PLACE"
	KindEvent        NodeKind = "EVENT"
	KindMeeting      NodeKind = "MEETING"
	KindTopic        NodeKind = "TOPIC"
	KindArticle      NodeKind = "ARTICLE"
	// KindJudgement is the kind of judgements, which have ids as nodes have but
	// are no part of the picture.
	KindJudgement NodeKind = "JUDGEMENT"
)

// EntityKinds are the kinds that can take part in an occurrence.
var EntityKinds = []NodeKind{KindPerson, KindOrganization, KindPlace}

// IsEntity tells whether nodes of the kind are entities.
func (k NodeKind) IsEntity() bool {
	return k == KindPerson || k == KindOrganization || k == KindPlace
}

// IsOccurrence tells whether nodes of the kind are occurrences.
func (k NodeKind) IsOccurrence() bool { return k == KindMeeting || k == KindEvent }

// ErrNotFound says that no node has the id asked for.
var ErrNotFound = errors.New("graph: not found")

// Refusal is an error whose words are meant for whoever asked for something
// that cannot be done. It is [ErrNotFound] where what was named is not there.
type Refusal struct {
	Reason  string
	Missing bool
}

func (r *Refusal) Error() string { return r.Reason }

// Is tells whether the refusal is target.
func (r *Refusal) Is(target error) bool { return r.Missing && target == ErrNotFound }

// Span is a stretch of an article's text: offsets into [Article.Text] in
// Unicode code points, End exclusive.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Node is any node of the graph: exactly one of its pointers is set, and Kind
// says which.
type Node struct {
	Kind       NodeKind
	Entity     *Entity
	Occurrence *Occurrence
	Topic      *Topic
	Article    *Article
	Judgement  *Judgement
}

// ID returns the node's id.
func (n Node) ID() ID {
	switch {
	case n.Entity != nil:
		return n.Entity.ID
	case n.Occurrence != nil:
		return n.Occurrence.ID
	case n.Topic != nil:
		return n.Topic.ID
	case n.Article != nil:
		return n.Article.ID
	case n.Judgement != nil:
		return n.Judgement.ID
	}
	return ""
}

// Label returns the node's name as a person reads it in a list or picture.
func (n Node) Label() string {
	switch {
	case n.Entity != nil:
		return n.Entity.Name
	case n.Occurrence != nil:
		return n.Occurrence.Summary
	case n.Topic != nil:
		return n.Topic.Name
	case n.Article != nil:
		if n.Article.Title != "" {
			return n.Article.Title
		}
		return n.Article.Path
	}
	return ""
}
