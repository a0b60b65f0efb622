package view

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"sync"

	"github.com/whomet/whomet/graph"
)

// level is the group of all siblings that one call of the store brought; see
// the package comment.
type level struct {
	q *Query
	// nodes are the siblings that are nodes of the graph, each once.
	nodes []graph.Node
	// refs are the ids that siblings refer to, by relation.
	refs map[relation]map[graph.ID]bool

	mu      sync.Mutex
	answers map[string]*answer
}

// relation is the way in which a sibling refers to a node by its id.
type relation string

const (
	toParticipant relation = "participant"
	toBehalf      relation = "on behalf of"
	toPlace       relation = "place"
	toTopic       relation = "topic"
	toWithin      relation = "within"
	toBody        relation = "position at"
	toConcern     relation = "concern"
	toArticle     relation = "article"
	toEntity      relation = "entity"
	toOccurrence  relation = "occurrence"
	toJudged      relation = "judged"
	toFacet       relation = "facet"
)

// level makes a level of siblings; their own references are noted.
func (q *Query) level(nodes []graph.Node) *level {
	l := &level{q: q, refs: map[relation]map[graph.ID]bool{}, answers: map[string]*answer{}}
	seen := map[graph.ID]bool{}
	for _, n := range nodes {
		if id := n.ID(); !seen[id] {
			seen[id] = true
			l.nodes = append(l.nodes, n)
			l.note(n)
		}
	}
	return l
}

func (l *level) note(n graph.Node) {
	switch {
	case n.Entity != nil:
		l.refer(toWithin, n.Entity.Within)
		for _, p := range n.Entity.Positions {
			l.refer(toBody, p.Of)
		}
	case n.Occurrence != nil:
		for _, p := range n.Occurrence.Participants {
			l.refer(toParticipant, p.Entity)
			l.refer(toBehalf, p.OnBehalfOf)
		}
		l.refer(toPlace, n.Occurrence.Place)
		l.refer(toTopic, n.Occurrence.Topics...)
	case n.Topic != nil:
		l.refer(toConcern, n.Topic.Concerns...)
	case n.Judgement != nil:
		l.refer(toJudged, n.Judgement.A, n.Judgement.B)
	}
}

// refer notes ids that siblings refer to; the empty id refers to nothing.
func (l *level) refer(by relation, ids ...graph.ID) {
	for _, id := range ids {
		if id == "" {
			continue
		}
		if l.refs[by] == nil {
			l.refs[by] = map[graph.ID]bool{}
		}
		l.refs[by][id] = true
	}
}

// anchors returns the ids of the siblings that a list can hang on, sorted.
func (l *level) anchors(by graph.Anchor) []graph.ID {
	var ids []graph.ID
	for _, n := range l.nodes {
		if hangsOn(by, n.Kind) {
			ids = append(ids, n.ID())
		}
	}
	slices.Sort(ids)
	return ids
}

// hangsOn tells whether nodes of the kind can be such an anchor.
func hangsOn(by graph.Anchor, k graph.NodeKind) bool {
	switch by {
	case graph.AnchorParticipant, graph.AnchorEntity:
		return k.IsEntity()
	case graph.AnchorOccurrence:
		return k.IsOccurrence()
	case graph.AnchorPlace:
		return k == graph.KindPlace
	case graph.AnchorTopic:
		return k == graph.KindTopic
	case graph.AnchorArticle:
		return k == graph.KindArticle
	case graph.AnchorOrganization:
		return k == graph.KindOrganization
	}
	return false
}

// answer is what the store answered to one field of a level.
type answer struct {
	once  sync.Once
	value any
	err   error
}

var errUnanswered = errors.New("view: the call that was to answer for the level did not return")

// ask returns the answer to a field with its arguments, asking for it when it
// is the first of the siblings to want it. args must marshal to JSON.
func ask[T any](l *level, field string, args any, f func() (T, error)) (T, error) {
	key, err := json.Marshal(args)
	if err != nil {
		var zero T
		return zero, err
	}
	l.mu.Lock()
	a := l.answers[field+string(key)]
	if a == nil {
		a = &answer{err: errUnanswered}
		l.answers[field+string(key)] = a
	}
	l.mu.Unlock()
	a.once.Do(func() { a.value, a.err = f() })
	value, _ := a.value.(T)
	return value, a.err
}

// follow returns the nodes that siblings refer to by the relation, as a level
// of their own. One call of the store brings what they refer to by all
// relations.
func (l *level) follow(ctx context.Context, by relation) (map[graph.ID]Node, error) {
	if len(l.refs[by]) == 0 {
		return nil, nil
	}
	return ask(l, "follow", by, func() (map[graph.ID]Node, error) {
		all, err := ask(l, "refs", nil, func() (map[graph.ID]graph.Node, error) {
			union := map[graph.ID]bool{}
			for _, refs := range l.refs {
				maps.Copy(union, refs)
			}
			return l.q.store.Nodes(ctx, slices.Sorted(maps.Keys(union)))
		})
		if err != nil {
			return nil, err
		}
		found := map[graph.ID]graph.Node{}
		for id := range l.refs[by] {
			if n, ok := all[id]; ok {
				found[id] = n
			}
		}
		return l.q.objects(found), nil
	})
}

// all returns, of the nodes that siblings refer to by the relation, those of
// one sibling's ids, in their order.
func (l *level) all(ctx context.Context, by relation, ids []graph.ID) ([]Node, error) {
	nodes, err := l.follow(ctx, by)
	if err != nil {
		return nil, err
	}
	out := make([]Node, 0, len(ids))
	for _, id := range ids {
		if n := nodes[id]; n != nil {
			out = append(out, n)
		}
	}
	return out, nil
}

// objects makes a level of the nodes found and returns them as GraphQL shows
// them, by the ids asked for.
func (q *Query) objects(found map[graph.ID]graph.Node) map[graph.ID]Node {
	ids := slices.Sorted(maps.Keys(found))
	nodes := make([]graph.Node, len(ids))
	for i, id := range ids {
		nodes[i] = found[id]
	}
	l := q.level(nodes)
	out := make(map[graph.ID]Node, len(ids))
	for i, id := range ids {
		out[id] = l.object(nodes[i])
	}
	return out
}

// object returns a sibling as GraphQL shows it.
func (l *level) object(n graph.Node) Node {
	switch {
	case n.Entity != nil:
		return l.entity(*n.Entity)
	case n.Occurrence != nil:
		return l.occurrence(*n.Occurrence)
	case n.Topic != nil:
		return &Topic{*n.Topic, l}
	case n.Article != nil:
		return &Article{*n.Article, l}
	case n.Judgement != nil && n.Judgement.Of != "":
		return &OccurrenceJudgement{*n.Judgement, l}
	case n.Judgement != nil && n.Judgement.B != "":
		return &Judgement{*n.Judgement, l}
	}
	return nil
}
