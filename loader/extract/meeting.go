package extract

import (
	"github.com/whomet/whomet/graph"
)

// findTitles notes for each party of a telling the office it is named with,
// and for whom it stands.
func (n *narrative) findTitles(o *occurrence) {
	for i := range o.parts {
		p := &o.parts[i]
		e := &n.entities[p.entity]
		if m := n.mentionAt(p.token); m != nil && m.title != "" {
			why := o.because("the office named with it", p.token)
			p.setTitle(m.title, why)
			p.setBehalf(m.titleOf, why)
		}
		if len(e.positions) > 0 {
			why := o.because("the first office the article gives", p.token)
			if p.title == "" {
				p.setTitle(e.positions[0].title, why)
			}
			if p.behalf < 0 {
				p.setBehalf(e.positions[0].of, why)
			}
		}
		if owner := n.owner(p.token); p.behalf < 0 && e.kind == graph.KindPerson && owner >= 0 {
			p.setBehalf(owner, o.because("genitive with the name", p.token)) // "Iran's Ann Lee"
		}
		if p.behalf == p.entity {
			p.setBehalf(-1, reason{})
		}
	}
}

// owner returns the state or body whose genitive stands with a person's name,
// -1 if none.
func (n *narrative) owner(token int) int {
	for _, c := range n.Children(token) {
		m := n.mentionAt(c)
		if n.Tokens[c].Dep != "poss" || m == nil || m.kind == byPronoun || len(m.refs) != 1 {
			continue
		}
		if e := m.refs[0]; n.isState(e) || n.entities[e].kind == graph.KindOrganization {
			return e
		}
	}
	return -1
}

// partCountry is the country a party is of, "" if not known.
func (n *narrative) partCountry(p *part) string {
	if c := n.countryOf(p.entity); c != "" {
		return c
	}
	if p.behalf >= 0 && n.entities[p.behalf].kind == graph.KindPlace {
		return n.countryOf(p.behalf)
	}
	return ""
}
