package score

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
)

// entities scores whom and what the article names, one to one within a kind: a
// result is right when its name or one of its aliases is one of the label's.
func (c *comparison) entities() {
	all, labels := found(c.result.Entities), labelled(c.label.Entities)
	for i := range labels {
		labels[i].kind = rightKind(labels[i], all)
	}
	demonyms := formsOf(true, c.label.DemonymOnly...)
	for _, kind := range kinds {
		ofKind := func(n named) bool { return n.kind != kind }
		gs, ps := slices.DeleteFunc(slices.Clone(labels), ofKind), slices.DeleteFunc(slices.Clone(all), ofKind)
		matches := assign(ps, gs, func(p, g named) float64 {
			w := likeness(p, g)
			if w > 0 && !g.label.Optional { // a wanted entity goes before an optional one
				w += 8
			}
			return w
		})
		gotP, gotG := map[int]bool{}, map[int]bool{}
		n := Counts{}
		for _, m := range matches {
			gotP[m.row], gotG[m.col] = true, true
			if !gs[m.col].label.Optional {
				n.Right++
			}
		}
		for i, p := range ps {
			if gotP[i] || demonyms.meets(p.all) || demonyms.meets(mentionForms(p.found)) {
				continue
			}
			n.False++
			text := p.found.Name
			if twin := first(gs, func(g *named) bool { return likeness(p, *g) > 0 }); twin != nil {
				text += " (a second entity for " + twin.key + ")"
			}
			c.note("false "+string(kind), text, c.around(p.found))
		}
		for i, g := range gs {
			if !gotG[i] && !g.label.Optional {
				n.Missed++
				c.note("missed "+string(kind), g.key, "")
			}
		}
		c.count(string(kind), n)
		if kind == graph.KindPerson {
			for _, m := range matches {
				c.positions(ps[m.row].found, gs[m.col].label)
			}
		}
	}
}

// rightKind returns the label's kind, or where only another kind that is right
// too was found, that one.
func rightKind(g named, all []named) graph.NodeKind {
	for _, kind := range g.label.Kind {
		if slices.ContainsFunc(all, func(p named) bool { return p.kind == kind && likeness(p, g) > 0 }) {
			return kind
		}
	}
	return g.kind
}

// positions scores the posts of a person who was found: the titles share a
// word, and the body, where the label has one, is the same.
func (c *comparison) positions(p *extract.Entity, g *Entity) {
	if g.Positions == nil || g.Optional {
		return
	}
	matches := assign(g.Positions, p.Positions, func(w Position, x extract.Position) float64 {
		fit := c.positionFits(w, x)
		if fit > 0 && !w.Optional {
			fit += 4
		}
		return fit
	})
	n := Counts{False: len(p.Positions) - len(matches)}
	gotG, gotP := map[int]bool{}, map[int]bool{}
	for _, m := range matches {
		gotG[m.row], gotP[m.col] = true, true
	}
	for i, w := range g.Positions {
		switch {
		case w.Optional:
		case gotG[i]:
			n.Right++
		default:
			n.Missed++
			c.note("missed position", fmt.Sprintf("%s: %s of %s", g.Name, orDash(w.Title), orDash(w.Of)), "")
		}
	}
	for i, x := range p.Positions {
		if !gotP[i] {
			of := cmp.Or(deref(x.OfText), c.names.show(deref(x.Of)))
			c.note("false position", fmt.Sprintf("%s: %s of %s", g.Name, orDash(x.Title), orDash(of)), "")
		}
	}
	c.count("positions", n)
}

func (c *comparison) positionFits(w Position, x extract.Position) float64 {
	if w.Title != "" && overlap(w.Title, x.Title) == 0 {
		return 0
	}
	if w.Of != "" {
		wanted := []string{w.Of}
		if body := first(c.label.Entities, func(e *Entity) bool { return e.Name == w.Of }); body != nil {
			wanted = append(wanted, body.Also...)
		}
		have := []string{deref(x.OfText)}
		if e := c.names.found[deref(x.Of)]; e != nil {
			have = append(append(have, e.Name), e.Aliases...)
		}
		if !formsOf(true, wanted...).meets(formsOf(true, have...)) {
			return 0
		}
	}
	return overlap(w.Title, x.Title) + 0.1
}

func mentionForms(e *extract.Entity) forms {
	var texts []string
	for _, m := range e.Mentions {
		texts = append(texts, m.Text)
	}
	return formsOf(true, texts...)
}

// around returns the text on both sides of an entity's first mention.
func (c *comparison) around(e *extract.Entity) string {
	if len(e.Mentions) == 0 {
		return ""
	}
	const margin = 40
	m, text := e.Mentions[0], []rune(c.result.Article.Text)
	from, to := max(0, m.Start-margin), min(len(text), m.End+margin)
	if from >= to {
		return ""
	}
	return "…" + strings.ReplaceAll(string(text[from:to]), "\n", " ") + "…"
}

func orDash(s string) string { return cmp.Or(s, "–") }
