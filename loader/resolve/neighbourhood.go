package resolve

import "github.com/whomet/whomet/graph"

// change notes what it means to others that a name or topic tells otherwise than it
// did.
func (m *mender) change(u *unit, was telling) {
	now := u.tells()
	if now.self != was.self {
		m.loose[u.id] = true
	}
	if now.beside != was.beside {
		m.swayed[u.id] = true
	}
}

// sway makes the single names loose that find a swayed name: what is told beside a
// full name is nothing to other full ones, which are many.
func (m *mender) sway() error {
	var blocks []string
	for id := range m.swayed {
		u := m.units[id]
		blocks = append(blocks, ofSingleNames(asks(u.blocks))...)
		if u.stored != nil {
			blocks = append(blocks, ofSingleNames(asks(u.stored.blocks))...)
		}
	}
	single, err := m.inBlocks(finish(blocks))
	for _, u := range single {
		m.loose[u.id] = true
	}
	return err
}

// kin tells how units of one level find each other.
type kin struct {
	// same tells whether two units may be one.
	same func(a, b *unit) bool
	// ready, if not nil, reads what asks and same need.
	ready func([]*unit) error
}

// neighbourhood returns the component around the loose units of the kinds:
// around themselves, as they are now, and around those they were found with
// as they were before.
func (m *mender) neighbourhood(kind func(graph.NodeKind) bool, k kin) ([]*unit, error) {
	var seeds []*unit
	var before []string
	for _, id := range sortedKeys(m.loose) {
		u := m.units[id]
		if !kind(u.kind) {
			continue
		}
		seeds = append(seeds, u)
		if u.stored != nil {
			before = append(before, asks(u.stored.blocks)...)
		}
	}
	old, err := m.inBlocks(finish(before))
	if err != nil {
		return nil, err
	}
	return m.component(append(seeds, old...), k)
}

// component returns all units that the seeds lead to by same, through blocks,
// by id. The components are whole: no unit outside is same as one inside.
func (m *mender) component(seeds []*unit, k kin) ([]*unit, error) {
	in := map[graph.ID]*unit{}
	var wave []*unit
	for _, u := range seeds {
		if _, ok := in[u.id]; !ok && !u.gone() {
			in[u.id] = u
			wave = append(wave, u)
		}
	}
	carriers := map[string][]*unit{}
	for len(wave) > 0 {
		if k.ready != nil {
			if err := k.ready(wave); err != nil {
				return nil, err
			}
		}
		looks := make([][]string, len(wave))
		fresh := map[string]bool{}
		for i, u := range wave {
			looks[i] = asks(u.blocks)
			for _, b := range looks[i] {
				if _, ok := carriers[b]; !ok {
					fresh[b] = true
				}
			}
		}
		blocks := sortedKeys(fresh)
		got, err := m.inBlocks(blocks)
		if err != nil {
			return nil, err
		}
		if k.ready != nil {
			if err := k.ready(got); err != nil {
				return nil, err
			}
		}
		for _, b := range blocks {
			carriers[b] = nil
		}
		for _, c := range got {
			for _, b := range c.blocks {
				if fresh[b] {
					carriers[b] = append(carriers[b], c)
				}
			}
		}
		var next []*unit
		for i, u := range wave {
			for _, b := range looks[i] {
				for _, c := range carriers[b] {
					if _, ok := in[c.id]; !ok && k.same(u, c) {
						in[c.id] = c
						next = append(next, c)
					}
				}
			}
		}
		wave = next
	}
	out := make([]*unit, 0, len(in))
	for _, id := range sortedKeys(in) {
		out = append(out, in[id])
	}
	return out, nil
}
