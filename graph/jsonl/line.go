package jsonl

import (
	"fmt"
	"time"

	"github.com/whomet/whomet/graph"
)

// topic, article and judgement have no kind of their own; a load time is no
// property of what was loaded, nor of what the rules make of it.
type (
	topic struct {
		Kind graph.NodeKind `json:"kind"`
		graph.Topic
	}
	article struct {
		Kind graph.NodeKind `json:"kind"`
		graph.Article
		LoadedAt *struct{} `json:"loadedAt,omitempty"`
	}
	judgement struct {
		Kind graph.NodeKind `json:"kind"`
		graph.Judgement
		At *time.Time `json:"at,omitempty"`
	}
)

// edge is the line of an edge. Which of the further properties it has goes by
// its kind.
type edge struct {
	ID   string             `json:"id"`
	Kind graph.RelationKind `json:"kind"`
	From graph.ID           `json:"from"`
	To   graph.ID           `json:"to,omitempty"`
	// Order is the place among the node's edges of the kind, from 0.
	Order *int `json:"order,omitempty"`

	Role       graph.Role        `json:"role,omitempty"`
	Title      string            `json:"title,omitempty"`
	OnBehalfOf graph.ID          `json:"onBehalfOf,omitempty"`
	FirstSeen  graph.PartialDate `json:"firstSeen,omitempty"`
	LastSeen   graph.PartialDate `json:"lastSeen,omitempty"`
	Mentions   []graph.ID        `json:"mentions,omitempty"`
	Mention    *graph.Mention    `json:"mention,omitempty"`
	Report     *graph.Report     `json:"report,omitempty"`
	Evidence   []graph.Citation  `json:"evidence,omitempty"`
}

// edges collects the edges that are put with one node.
type edges struct {
	all  []edge
	seen map[string]int
}

// add adds an edge of the owner's that is told apart from others by to, or,
// where there are several of that name, by their number from 2 on.
func (e *edges) add(owner graph.ID, to graph.ID, x edge) {
	x.ID = fmt.Sprintf("%s/%s/%s", owner, x.Kind, to)
	e.seen[x.ID]++
	if n := e.seen[x.ID]; n > 1 {
		x.ID = fmt.Sprintf("%s/%d", x.ID, n)
	}
	e.all = append(e.all, x)
}

// node collects the record's edges and returns the line of the node itself.
func (e *edges) node(r graph.Record) any {
	id := r.ID()
	switch {
	case r.Entity != nil:
		n := *r.Entity
		if n.Within != "" {
			e.add(id, n.Within, edge{Kind: graph.RelWithin, From: id, To: n.Within})
		}
		for i, p := range n.Positions {
			e.add(id, p.Of, edge{Kind: graph.RelHoldsPositionAt, From: id, To: p.Of, Order: &i, Title: p.Title,
				FirstSeen: p.FirstSeen, LastSeen: p.LastSeen, Mentions: p.Mentions})
		}
		n.Within, n.Positions = "", nil
		return n
	case r.Occurrence != nil:
		n := *r.Occurrence
		for i, p := range n.Participants {
			e.add(id, p.Entity, edge{Kind: graph.RelParticipatedIn, From: p.Entity, To: id, Order: &i, Role: p.Role, Title: p.Title, OnBehalfOf: p.OnBehalfOf})
		}
		if n.Place != "" {
			e.add(id, n.Place, edge{Kind: graph.RelHeldAt, From: id, To: n.Place})
		}
		for i, t := range n.Topics {
			e.add(id, t, edge{Kind: graph.RelAbout, From: id, To: t, Order: &i})
		}
		for _, x := range n.Relations {
			e.add(id, x.To, edge{Kind: x.Kind, From: id, To: x.To, Evidence: x.Evidence})
		}
		n.Participants, n.Place, n.Topics, n.Relations = nil, "", nil, nil
		return occurrence{n, nil}
	case r.Topic != nil:
		n := *r.Topic
		for _, c := range n.Concerns {
			e.add(id, c, edge{Kind: graph.RelConcerns, From: id, To: c})
		}
		n.Concerns = nil
		return topic{graph.KindTopic, n}
	case r.Judgement != nil:
		j := judgement{Kind: graph.KindJudgement, Judgement: *r.Judgement}
		if !j.ByRule() {
			j.At = &j.Judgement.At
		}
		return j
	}
	for _, m := range r.Mentions {
		e.add(id, m.Mention.ID, edge{Kind: graph.RelMentionedIn, From: m.Entity, To: id, Mention: &m.Mention})
	}
	for _, p := range r.Reports {
		e.add(id, p.Report.ID, edge{Kind: graph.RelReportedIn, From: p.Occurrence, To: id, Report: &p.Report})
	}
	return article{Kind: graph.KindArticle, Article: *r.Article}
}

// occurrence leaves out the place, which is an edge.
type occurrence struct {
	graph.Occurrence
	Place *struct{} `json:"place,omitempty"`
}
