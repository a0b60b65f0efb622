package resolve

import (
	"cmp"
	"context"
	"slices"

	"github.com/whomet/whomet/graph"
)

// mender holds the part of the graph that one change touches: the units read
// so far, as they will be.
type mender struct {
	ctx   context.Context
	tx    graph.Tx
	units map[graph.ID]*unit
	// touched units have other claims than before; loose ones may belong to
	// another node than before, and so may their neighbours.
	touched, loose map[graph.ID]bool
	// swayed names tell single names otherwise than before who they may be.
	swayed map[graph.ID]bool
	// unheard names are yet to be told what people say of them.
	unheard map[graph.ID]bool
	// compared are the pairs of names compared so far, the lesser id first.
	compared map[[2]graph.ID]comparison
	// suspected are the rules' judgements that came out otherwise than before,
	// dropped those that are moot.
	suspected []graph.Node
	dropped   []graph.ID
	// byBlock finds the units in memory by the blocks they will carry.
	byBlock map[string]map[graph.ID]bool
}

func newMender(ctx context.Context, tx graph.Tx) *mender {
	return &mender{ctx: ctx, tx: tx, units: map[graph.ID]*unit{}, touched: map[graph.ID]bool{}, loose: map[graph.ID]bool{}, swayed: map[graph.ID]bool{},
		unheard: map[graph.ID]bool{}, compared: map[[2]graph.ID]comparison{}, byBlock: map[string]map[graph.ID]bool{}}
}

// keep takes units read from the store into memory and returns the working
// copies, which may differ.
func (m *mender) keep(got []graph.Unit) ([]*unit, error) {
	out := make([]*unit, 0, len(got))
	for _, g := range got {
		u, ok := m.units[g.ID]
		if !ok {
			var err error
			if u, err = decode(g); err != nil {
				return nil, err
			}
			m.units[g.ID] = u
		}
		out = append(out, u)
	}
	return out, nil
}

// load reads the units that are not in memory yet. Ids that the store does
// not have stay unknown.
func (m *mender) load(ids []graph.ID) error {
	var ask []graph.ID
	for _, id := range ids {
		if _, ok := m.units[id]; !ok {
			ask = append(ask, id)
		}
	}
	if len(ask) == 0 {
		return nil
	}
	slices.Sort(ask)
	got, err := m.tx.Units(m.ctx, slices.Compact(ask))
	if err != nil {
		return err
	}
	_, err = m.keep(got)
	return err
}

// nodeOf returns the node that the unit leads to; the unit's own id where
// there is no such unit.
func (m *mender) nodeOf(id graph.ID) graph.ID {
	if u := m.units[id]; u != nil && !u.gone() && u.node != "" {
		return u.node
	}
	return id
}

// stands tells whether there is such a unit.
func (m *mender) stands(id graph.ID) bool {
	u := m.units[id]
	return u != nil && !u.gone()
}

// setBlocks gives the unit the blocks it will be written with.
func (m *mender) setBlocks(u *unit, blocks []string) {
	for _, b := range u.blocks {
		delete(m.byBlock[b], u.id)
	}
	u.blocks, u.dirty = finish(blocks), true
	for _, b := range u.blocks {
		if m.byBlock[b] == nil {
			m.byBlock[b] = map[graph.ID]bool{}
		}
		m.byBlock[b][u.id] = true
	}
}

// inBlocks returns the standing units that carry one of the blocks, by id.
func (m *mender) inBlocks(blocks []string) ([]*unit, error) {
	if len(blocks) == 0 {
		return nil, nil
	}
	got, err := m.tx.UnitsInBlocks(m.ctx, blocks)
	if err != nil {
		return nil, err
	}
	units, err := m.keep(got)
	if err != nil {
		return nil, err
	}
	found := map[graph.ID]*unit{}
	for _, u := range units {
		found[u.id] = u
	}
	for _, b := range blocks {
		for id := range m.byBlock[b] {
			found[id] = m.units[id]
		}
	}
	asked := map[string]bool{}
	for _, b := range blocks {
		asked[b] = true
	}
	out := make([]*unit, 0, len(found))
	for _, id := range sortedKeys(found) {
		if u := found[id]; !u.gone() && slices.ContainsFunc(u.blocks, func(b string) bool { return asked[b] }) {
			out = append(out, u)
		}
	}
	return out, nil
}

// told returns the standing units that are told in one of the units.
func (m *mender) told(in []graph.ID) ([]*unit, error) {
	return m.inBlocks(refBlocks(in))
}

// members returns the standing units that lead to the nodes now, by node.
func (m *mender) members(nodes map[graph.ID]bool) (map[graph.ID][]*unit, error) {
	if len(nodes) == 0 {
		return nil, nil
	}
	got, err := m.tx.UnitsOf(m.ctx, sortedKeys(nodes))
	if err != nil {
		return nil, err
	}
	if _, err := m.keep(got); err != nil {
		return nil, err
	}
	out := map[graph.ID][]*unit{}
	for _, id := range sortedKeys(m.units) {
		if u := m.units[id]; nodes[u.node] && !u.gone() {
			out[u.node] = append(out[u.node], u)
		}
	}
	return out, nil
}

// settle gives each cluster its node: the id of the unit that is first in the
// order.
func (m *mender) settle(clusters [][]*unit, order func(a, b *unit) int) {
	for _, c := range clusters {
		first := slices.MinFunc(c, order).id
		for _, u := range c {
			if u.node != first {
				u.node, u.dirty = first, true
			}
		}
	}
}

// byID orders units by id.
func byID(a, b *unit) int { return cmp.Compare(a.id, b.id) }

// moved returns the units of the kinds that moved, by id.
func (m *mender) moved(kind func(graph.NodeKind) bool) []graph.ID {
	var out []graph.ID
	for _, id := range sortedKeys(m.units) {
		if u := m.units[id]; kind(u.kind) && u.moved() {
			out = append(out, id)
		}
	}
	return out
}
