package extract

import "github.com/whomet/whomet/graph"

// presupposed returns the person whom the text calls by surname alone soon after an
// office that has no name yet: "Norway's foreign minister told reporters … . Ms Moe
// said". Who is called so the first time has been introduced: as the one of whom the
// sentences before speak by office, being their subject. The name goes on as the
// subject, and no other new person comes between; -1 if there is none.
func (c *resolver) presupposed(start, i int, class titleClass, nation int) int {
	const sentences = 3
	if !stateOffices[class.class] && class.class != "pope" || class.class == "king" || nation >= 0 && !c.clusters[nation].state || c.quoted[i] > 0 || !c.actsAt(i) {
		return -1
	}
	for k := range c.mentions {
		m := &c.mentions[k]
		if m.start < i || m.kind != byName || c.entities[m.refs[0]].kind != graph.KindPerson || c.last[m.refs[0]].times > 0 {
			continue
		}
		e := m.refs[0]
		ent := &c.entities[e]
		far := c.Tokens[m.start].Sent - c.Tokens[i].Sent
		if far == 0 && c.Tokens[m.head].Dep != "nsubj" {
			continue // whom the office-holder speaks of
		}
		if far == 0 || far > sentences || c.textAt(m.end) == "," || m.end-m.start != 1 || c.Tokens[m.head].Dep != "nsubj" || len(ent.positions) > 0 || class.gender != 0 && ent.gender != 0 && class.gender != ent.gender || nation >= 0 && c.nations[e] >= 0 && c.nations[e] != nation {
			return -1
		}
		ent.positions = append(ent.positions, position{title: c.nameText(start, i+1), of: nation})
		return e
	}
	return -1
}
