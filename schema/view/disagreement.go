package view

import (
	"context"

	"github.com/whomet/whomet/graph"
)

// Disagreement is what the reports of an occurrence tell otherwise.
type Disagreement struct {
	Field    graph.DisagreementField
	Versions []*Version
}

// Version is one of the ways in which it is told.
type Version struct {
	graph.Version
	level *level
}

// Place answers place.
func (v *Version) Place(ctx context.Context) (*Place, error) {
	nodes, err := v.level.follow(ctx, toPlace)
	place, _ := nodes[v.Version.Place].(*Place)
	return place, err
}

// Value answers value: of a place its name.
func (v *Version) Value(ctx context.Context) (string, error) {
	if v.Version.Place == "" {
		return v.Version.Value, nil
	}
	place, err := v.Place(ctx)
	if err != nil || place == nil {
		return "", err
	}
	return place.Name, nil
}

// Evidence answers evidence.
func (v *Version) Evidence() []*Citation {
	out := make([]*Citation, len(v.Version.Evidence))
	for i, c := range v.Version.Evidence {
		out[i] = &Citation{c, v.level}
	}
	return out
}

// Disagreements answers disagreements. The places and articles of all
// siblings' are a level of their own, which is read only where it is asked for.
func (o *occurrence) Disagreements() ([]*Disagreement, error) {
	sub, err := ask(o.level, "disagreements", nil, func() (*level, error) {
		sub := o.level.q.level(nil)
		for _, n := range o.level.nodes {
			if n.Occurrence == nil {
				continue
			}
			for _, d := range n.Occurrence.Disagreements {
				for _, v := range d.Versions {
					sub.refer(toPlace, v.Place)
					for _, c := range v.Evidence {
						sub.refer(toArticle, c.Article)
					}
				}
			}
		}
		return sub, nil
	})
	if err != nil {
		return nil, err
	}
	out := make([]*Disagreement, len(o.Occurrence.Disagreements))
	for i, d := range o.Occurrence.Disagreements {
		out[i] = &Disagreement{Field: d.Field}
		for _, v := range d.Versions {
			out[i].Versions = append(out[i].Versions, &Version{v, sub})
		}
	}
	return out, nil
}
