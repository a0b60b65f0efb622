package resolve

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
)

// memory is a graph.Tx over maps. It keeps JSON, so that nothing is shared
// with the caller, and fails on what a store would refuse.
type memory struct {
	t      testing.TB
	claims map[graph.ID][]byte
	units  map[graph.ID]graph.Unit
	nodes  map[graph.ID][]byte
}

func newMemory(t testing.TB) *memory {
	return &memory{t, map[graph.ID][]byte{}, map[graph.ID]graph.Unit{}, map[graph.ID][]byte{}}
}

func (m *memory) encode(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		m.t.Fatal(err)
	}
	return b
}

func (m *memory) decode(b []byte, v any) {
	if err := json.Unmarshal(b, v); err != nil {
		m.t.Fatal(err)
	}
}

func (m *memory) Loaded(_ context.Context, articles []graph.ID) (map[graph.ID]string, error) {
	out := map[graph.ID]string{}
	for _, id := range articles {
		if b, ok := m.claims[id]; ok {
			var c graph.Claims
			m.decode(b, &c)
			out[id] = c.Article.Extractor
		}
	}
	return out, nil
}

func (m *memory) Claims(_ context.Context, articles []graph.ID) ([]graph.Claims, error) {
	articles = slices.Clone(articles)
	slices.Sort(articles)
	var out []graph.Claims
	for _, id := range articles {
		if b, ok := m.claims[id]; ok {
			var c graph.Claims
			m.decode(b, &c)
			out = append(out, c)
		}
	}
	return out, nil
}

func (m *memory) PutClaims(_ context.Context, claims []graph.Claims) error {
	for _, c := range claims {
		if _, ok := m.claims[c.Article.ID]; ok {
			return fmt.Errorf("article %s is there already", c.Article.ID)
		}
		m.claims[c.Article.ID] = m.encode(c)
	}
	return nil
}

func (m *memory) RemoveClaims(_ context.Context, articles []graph.ID) error {
	for _, id := range articles {
		delete(m.claims, id)
	}
	return nil
}

func (m *memory) pick(ok func(graph.Unit) bool) []graph.Unit {
	var out []graph.Unit
	for _, id := range sortedKeys(m.units) {
		if u := m.units[id]; ok(u) {
			u.Blocks, u.Data = slices.Clone(u.Blocks), slices.Clone(u.Data)
			out = append(out, u)
		}
	}
	return out
}

func (m *memory) Units(_ context.Context, ids []graph.ID) ([]graph.Unit, error) {
	return m.pick(func(u graph.Unit) bool { return slices.Contains(ids, u.ID) }), nil
}

func (m *memory) UnitsInBlocks(_ context.Context, blocks []string) ([]graph.Unit, error) {
	in := map[string]bool{}
	for _, b := range blocks {
		in[b] = true
	}
	return m.pick(func(u graph.Unit) bool { return slices.ContainsFunc(u.Blocks, func(b string) bool { return in[b] }) }), nil
}

func (m *memory) UnitsOf(_ context.Context, nodes []graph.ID) ([]graph.Unit, error) {
	return m.pick(func(u graph.Unit) bool { return slices.Contains(nodes, u.Node) }), nil
}

func (m *memory) MentionsOf(_ context.Context, units []graph.ID) ([]graph.DatedMention, error) {
	var out []graph.DatedMention
	for _, id := range sortedKeys(m.claims) {
		var c graph.Claims
		m.decode(m.claims[id], &c)
		for _, x := range c.Mentions {
			if slices.Contains(units, x.Unit) {
				out = append(out, graph.DatedMention{Mention: x, PublishedAt: c.Article.PublishedAt})
			}
		}
	}
	return out, nil
}

func (m *memory) JudgementsOn(_ context.Context, units []graph.ID) ([]graph.Judgement, error) {
	var out []graph.Judgement
	for _, id := range sortedKeys(m.nodes) {
		var n graph.Node
		m.decode(m.nodes[id], &n)
		if j := n.Judgement; j != nil && (slices.Contains(units, j.A) || slices.Contains(units, j.B)) {
			out = append(out, *j)
		}
	}
	return out, nil
}

func (m *memory) PutUnits(_ context.Context, units []graph.Unit) error {
	for _, u := range units {
		if u.Node == "" {
			return fmt.Errorf("unit %s has no node", u.ID)
		}
		u.Blocks, u.Data = slices.Clone(u.Blocks), slices.Clone(u.Data)
		m.units[u.ID] = u
	}
	return nil
}

func (m *memory) RemoveUnits(_ context.Context, ids []graph.ID) error {
	for _, id := range ids {
		delete(m.units, id)
	}
	return nil
}

func (m *memory) Nodes(_ context.Context, ids []graph.ID) (map[graph.ID]graph.Node, error) {
	out := map[graph.ID]graph.Node{}
	for _, id := range ids {
		at := id
		if u, ok := m.units[id]; ok {
			at = u.Node
		}
		if b, ok := m.nodes[at]; ok {
			var n graph.Node
			m.decode(b, &n)
			out[id] = n
		}
	}
	return out, nil
}

func (m *memory) PutNodes(_ context.Context, nodes []graph.Node) error {
	for _, n := range nodes {
		m.nodes[n.ID()] = m.encode(n)
	}
	return nil
}

func (m *memory) RemoveNodes(_ context.Context, ids []graph.ID) error {
	for _, id := range ids {
		delete(m.nodes, id)
	}
	return nil
}

// dump writes all units and nodes, and all claims' units, by id, without the
// times at which the rules judged.
func (m *memory) dump() string {
	var b bytes.Buffer
	for _, id := range sortedKeys(m.units) {
		u := m.units[id]
		fmt.Fprintf(&b, "unit %s %s -> %s %v %s\n", id, u.Kind, u.Node, u.Blocks, u.Data)
	}
	for _, id := range sortedKeys(m.nodes) {
		var n graph.Node
		m.decode(m.nodes[id], &n)
		if n.Judgement != nil && n.Judgement.ByRule() {
			n.Judgement.At = time.Time{}
		}
		fmt.Fprintf(&b, "node %s %s\n", id, m.encode(n))
	}
	for _, id := range sortedKeys(m.claims) {
		fmt.Fprintf(&b, "article %s\n", id)
	}
	return b.String()
}

// check fails where a node leads to none, or a unit to a node that is not
// there, or where a node's id is not that of the first of its units.
func (m *memory) check() {
	m.t.Helper()
	first := map[graph.ID]*unit{} // by node
	for _, id := range sortedKeys(m.units) {
		n := m.units[id].Node
		u, err := decode(m.units[id])
		if err != nil {
			m.t.Fatal(err)
		}
		if first[n] == nil || u.name != nil && fullest(u, first[n]) < 0 {
			first[n] = u
		}
		if m.nodes[n] == nil {
			m.t.Errorf("unit %s leads to %s, which is no node", id, n)
		}
	}
	for _, id := range sortedKeys(m.nodes) {
		var n graph.Node
		m.decode(m.nodes[id], &n)
		if j := n.Judgement; j != nil {
			if j.ByRule() && (first[j.A] == nil || first[j.B] == nil || j.A == j.B) {
				m.t.Errorf("the rules judge %s and %s, which are no two nodes", j.A, j.B)
			}
			continue
		}
		if first[id] == nil || first[id].id != id {
			m.t.Errorf("node %s is not called by the first of its units", id)
		}
		var to []graph.ID
		switch {
		case n.Entity != nil:
			to = append(to, n.Entity.Within)
			for _, p := range n.Entity.Positions {
				to = append(to, p.Of)
			}
		case n.Occurrence != nil:
			to = append(append(to, n.Occurrence.Place), n.Occurrence.Topics...)
			for _, p := range n.Occurrence.Participants {
				to = append(to, p.Entity, p.OnBehalfOf)
			}
			for _, r := range n.Occurrence.Relations {
				if to = append(to, r.To); r.To == id {
					m.t.Errorf("%s %s (%s) is %s itself", n.Kind, id, n.Label(), r.Kind)
				}
			}
		case n.Topic != nil:
			to = append(to, n.Topic.Concerns...)
		}
		for _, t := range to {
			if t != "" && m.nodes[t] == nil {
				m.t.Errorf("%s %s (%s) leads to %s, which is no node", n.Kind, id, n.Label(), t)
			}
		}
	}
	for _, id := range sortedKeys(m.claims) {
		var c graph.Claims
		m.decode(m.claims[id], &c)
		for _, x := range c.Mentions {
			if _, ok := m.units[x.Unit]; !ok {
				m.t.Errorf("mention %s is counted under %q, which is no unit", x.ID, x.Unit)
			}
		}
		for _, r := range c.Reports {
			if _, ok := m.units[r.Unit]; !ok {
				m.t.Errorf("report %s is counted under %q, which is no unit", r.ID, r.Unit)
			}
		}
	}
}
