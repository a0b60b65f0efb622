package resolve

import (
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
)

func isTopic(k graph.NodeKind) bool { return k == graph.KindTopic }

// topicBlocks: a topic's one block is its words and the nodes it names, so
// that wordings that use different names of the same are one.
func (m *mender) topicBlocks(s *subject) []string {
	var nodes []string
	for _, e := range s.Entities {
		nodes = append(nodes, string(m.nodeOf(e)))
	}
	nodes = finish(nodes)
	key := graph.NewID("topic", strings.Join(s.Words, " "), strings.Join(nodes, " "))
	return append(refBlocks(s.refs()), "T1:"+string(key))
}

// topicsLevel clusters the loose topics: those of one block are one.
func (m *mender) topicsLevel() error {
	units, err := m.neighbourhood(isTopic, kin{same: func(a, b *unit) bool { return true }})
	if err != nil {
		return err
	}
	near := nearby(units)
	f := newForest(len(units))
	for i := range units {
		for _, j := range near(i) {
			f.join(i, j)
		}
	}
	m.settle(gather(units, f.root))
	return nil
}

// topic makes the node of the units, which are one, by id.
func (m *mender) topic(id graph.ID, units []*unit) *graph.Topic {
	sum := &subject{}
	var concerns []graph.ID
	for _, u := range units {
		sum.merge(u.subject)
		for _, e := range u.subject.Entities {
			concerns = append(concerns, m.nodeOf(e))
		}
		for _, r := range u.subject.SpeaksOf {
			concerns = append(concerns, m.nodeOf(r))
		}
	}
	t := &graph.Topic{ID: id, Wordings: byCount(sum.Wordings)}
	t.Name = t.Wordings[0]
	slices.Sort(concerns)
	t.Concerns = slices.Compact(concerns)
	return t
}
