package resolve

import (
	"cmp"
	"slices"

	"github.com/whomet/whomet/graph"
)

// relations are the edges that reports of the occurrence say lead from it to
// others, by kind and then id. What leads to the occurrence itself, because
// both reports turned out to be of one, is none.
func (m *mender) relations(id graph.ID, all []*occasion) []graph.Relation {
	type edge struct {
		kind graph.RelationKind
		to   graph.ID
	}
	said := map[edge][]graph.Citation{}
	for _, a := range all {
		for _, t := range a.Ties {
			if e := (edge{t.Kind, m.nodeOf(t.Unit)}); e.to != id && m.stands(t.Unit) {
				said[e] = append(said[e], graph.Citation{Article: a.Article, Quote: t.Quote})
			}
		}
	}
	var out []graph.Relation
	for e, evidence := range said {
		slices.SortFunc(evidence, compareCitations)
		out = append(out, graph.Relation{Kind: e.kind, To: e.to, Evidence: slices.Compact(evidence)})
	}
	slices.SortFunc(out, compareRelations)
	return out
}

func compareRelations(a, b graph.Relation) int {
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.To, b.To))
}

func compareCitations(a, b graph.Citation) int {
	return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}
