package graphtest

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

func (n *naive) Occurrences(_ context.Context, q graph.OccurrenceQuery) (map[graph.ID]graph.List[graph.Occurrence], error) {
	order := q.Order
	if len(order) == 0 {
		order = []graph.Order{{By: graph.OrderDate, Desc: true}}
	}
	return listEach(n, q.Anchor == graph.AnchorNone, q.Anchors, q.Page, func(anchor graph.ID) []graph.Occurrence {
		var out []graph.Occurrence
		for _, node := range n.all([]graph.NodeKind{q.Kind}) {
			o := *node.Occurrence
			hangs := map[graph.Anchor]bool{
				graph.AnchorNone:        true,
				graph.AnchorParticipant: took(o, anchor),
				graph.AnchorPlace:       n.within(o.Place, []graph.ID{anchor}),
				graph.AnchorTopic:       slices.Contains(o.Topics, anchor),
			}[q.Anchor]
			if hangs && n.occurrence(o, q.Filter) {
				out = append(out, o)
			}
		}
		slices.SortStableFunc(out, func(a, b graph.Occurrence) int {
			for _, by := range order {
				c := 0
				switch by.By {
				case graph.OrderDate:
					c = byDay(a.Date.First(), b.Date.First(), by.Desc)
				case graph.OrderReports:
					c = direction(cmp.Compare(a.ReportCount, b.ReportCount), by.Desc)
				case graph.OrderConfidence:
					c = direction(cmp.Compare(a.Confidence, b.Confidence), by.Desc)
				}
				if c != 0 {
					return c
				}
			}
			return cmp.Compare(a.ID, b.ID)
		})
		return out
	}), nil
}

func (n *naive) Entities(_ context.Context, q graph.EntityQuery) (map[graph.ID]graph.List[graph.EntityItem], error) {
	order := q.Order
	if len(order) == 0 {
		order = []graph.Order{{By: graph.OrderMentions, Desc: true}}
	}
	kinds := q.Kinds
	if kinds == nil {
		kinds = graph.EntityKinds
	}
	return listEach(n, q.Anchor == graph.AnchorNone, q.Anchors, q.Page, func(anchor graph.ID) []graph.EntityItem {
		var out []graph.EntityItem
		for _, node := range n.all(kinds) {
			item := graph.EntityItem{Entity: *node.Entity}
			hangs := true
			switch q.Anchor {
			case graph.AnchorArticle:
				hangs, item.Mentions = n.names(anchor, item.Entity.ID)
			case graph.AnchorOrganization:
				hangs = slices.ContainsFunc(item.Entity.Positions, func(p graph.Position) bool { return p.Of == anchor })
			}
			if hangs && n.entity(item.Entity, q.Filter) {
				out = append(out, item)
			}
		}
		slices.SortStableFunc(out, func(x, y graph.EntityItem) int {
			a, b := x.Entity, y.Entity
			for _, by := range order {
				c := 0
				switch by.By {
				case graph.OrderName:
					c = direction(strings.Compare(a.Name, b.Name), by.Desc)
				case graph.OrderMentions:
					c = direction(cmp.Compare(a.MentionCount, b.MentionCount), by.Desc)
				case graph.OrderMeetings:
					c = direction(cmp.Compare(a.MeetingCount, b.MeetingCount), by.Desc)
				case graph.OrderLastSeen:
					c = byDay(a.LastSeen.First(), b.LastSeen.First(), by.Desc)
				}
				if c != 0 {
					return c
				}
			}
			return cmp.Compare(a.ID, b.ID)
		})
		return out
	}), nil
}

func (n *naive) Articles(_ context.Context, q graph.ArticleQuery) (map[graph.ID]graph.List[graph.Article], error) {
	return listEach(n, q.Anchor == graph.AnchorNone, q.Anchors, q.Page, func(anchor graph.ID) []graph.Article {
		var out []graph.Article
		for _, node := range n.all([]graph.NodeKind{graph.KindArticle}) {
			a := *node.Article
			if named, _ := n.names(a.ID, anchor); (q.Anchor == graph.AnchorNone || named) && n.article(a, q.Filter) {
				out = append(out, a)
			}
		}
		slices.SortFunc(out, func(a, b graph.Article) int { return n.newestArticle(a.ID, b.ID) })
		return out
	}), nil
}

func (n *naive) Judgements(_ context.Context, q graph.JudgementQuery) (map[graph.ID]graph.List[graph.Judgement], error) {
	return listEach(n, q.Anchor == graph.AnchorNone, q.Anchors, q.Page, func(anchor graph.ID) []graph.Judgement {
		var out []graph.Judgement
		for _, node := range n.all([]graph.NodeKind{graph.KindJudgement}) {
			j := *node.Judgement
			a, b := n.units[j.A], n.units[j.B]
			switch {
			case q.Anchor == graph.AnchorNone && q.Said:
				if !j.ByRule() {
					out = append(out, j)
				}
			case a == "" || b == "":
			case q.Anchor != graph.AnchorNone && (a == anchor || b == anchor),
				q.Anchor == graph.AnchorNone && j.ByRule() && (q.Kinds == nil || slices.Contains(q.Kinds, n.nodes[a].Kind)):
				out = append(out, j)
			}
		}
		slices.SortFunc(out, func(a, b graph.Judgement) int {
			switch {
			case q.Anchor == graph.AnchorNone && q.Said:
				return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID))
			case a.ByRule() && !b.ByRule():
				return 1
			case b.ByRule() && !a.ByRule():
				return -1
			case a.ByRule():
				return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID))
			}
			return cmp.Or(b.At.Compare(a.At), cmp.Compare(a.ID, b.ID))
		})
		return out
	}), nil
}

func (n *naive) Mentions(_ context.Context, q graph.MentionQuery) (map[graph.ID]graph.List[graph.MentionItem], error) {
	return listEach(n, false, q.Anchors, q.Page, func(anchor graph.ID) []graph.MentionItem {
		var out []graph.MentionItem
		for _, t := range n.namings {
			if q.Anchor == graph.AnchorEntity && t.entity != anchor || q.Anchor == graph.AnchorArticle && t.article != anchor {
				continue
			}
			for _, s := range t.mention.Spans {
				out = append(out, n.item(t, s))
			}
		}
		slices.SortFunc(out, func(a, b graph.MentionItem) int {
			return cmp.Or(n.newestArticle(a.Article, b.Article), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End), cmp.Compare(a.Entity, b.Entity))
		})
		return out
	}), nil
}

func (n *naive) item(t naming, s graph.NamedSpan) graph.MentionItem {
	text := []rune(n.claims[t.article].Article.Text)
	return graph.MentionItem{Article: t.article, Entity: t.entity, Text: s.Text, Sentence: string(text[s.Sentence.Start:s.Sentence.End]), Span: s.Span}
}

func (n *naive) Reports(_ context.Context, q graph.ReportQuery) (map[graph.ID]graph.List[graph.ReportItem], error) {
	return listEach(n, false, q.Anchors, q.Page, func(anchor graph.ID) []graph.ReportItem {
		var out []graph.ReportItem
		for _, t := range n.tellings {
			if q.Anchor == graph.AnchorOccurrence && t.occurrence == anchor || q.Anchor == graph.AnchorArticle && t.article == anchor {
				out = append(out, graph.ReportItem{Report: t.report, Occurrence: t.occurrence})
			}
		}
		slices.SortFunc(out, func(a, b graph.ReportItem) int {
			return cmp.Or(n.newestArticle(a.Report.Article, b.Report.Article), cmp.Compare(a.Report.Evidence[0].Start, b.Report.Evidence[0].Start), cmp.Compare(a.Report.ID, b.Report.ID))
		})
		return out
	}), nil
}

func (n *naive) Arrivals(_ context.Context, q graph.ArrivalQuery) (graph.Arrivals, error) {
	var items []graph.ReportItem
	var numbers []int
	for i, t := range n.tellings {
		o := n.nodes[t.occurrence].Occurrence
		if i+1 > q.After && o != nil && o.Kind == q.Kind && n.occurrence(*o, q.Filter) && len(items) < q.Limit {
			items, numbers = append(items, graph.ReportItem{Report: t.report, Occurrence: t.occurrence}), append(numbers, i+1)
		}
	}
	return q.Answer(items, numbers, len(n.tellings)), nil
}

func (n *naive) Topics(_ context.Context, q graph.TopicQuery) (graph.List[graph.Topic], error) {
	var out []graph.Topic
	for _, node := range n.all([]graph.NodeKind{graph.KindTopic}) {
		if q.Text == nil || terms.Match(*q.Text, n.words[node.ID()]) {
			out = append(out, *node.Topic)
		}
	}
	slices.SortFunc(out, func(a, b graph.Topic) int {
		return cmp.Or(cmp.Compare(n.heldAbout(b.ID), n.heldAbout(a.ID)), strings.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return window(out, q.Page), nil
}

func (n *naive) Counterparts(_ context.Context, q graph.CounterpartQuery) (map[graph.ID]graph.List[graph.Counterpart], error) {
	return listEach(n, false, q.Entities, q.Page, func(entity graph.ID) []graph.Counterpart {
		var out []graph.Counterpart
		for _, node := range n.all(graph.EntityKinds) {
			c := graph.Counterpart{Entity: *node.Entity}
			topics := map[graph.ID]int{}
			for _, m := range n.all([]graph.NodeKind{graph.KindMeeting}) {
				o := *m.Occurrence
				if c.Entity.ID == entity || !took(o, entity) || !took(o, c.Entity.ID) || !n.occurrence(o, q.Filter) {
					continue
				}
				c.Meetings = append(c.Meetings, o.ID)
				for _, t := range o.Topics {
					if topics[t] == 0 {
						c.Topics = append(c.Topics, t)
					}
					topics[t]++
				}
			}
			slices.SortFunc(c.Meetings, n.newestOccurrence)
			slices.SortFunc(c.Topics, func(a, b graph.ID) int { return cmp.Or(cmp.Compare(topics[b], topics[a]), cmp.Compare(a, b)) })
			for _, m := range c.Meetings {
				if d := n.nodes[m].Occurrence.Date; d.First() != "" {
					c.FirstMet = d.Start
					c.LastMet = cmp.Or(c.LastMet, d.Start)
				}
			}
			if len(c.Meetings) > 0 {
				out = append(out, c)
			}
		}
		slices.SortFunc(out, func(a, b graph.Counterpart) int {
			return cmp.Or(cmp.Compare(len(b.Meetings), len(a.Meetings)), strings.Compare(a.Entity.Name, b.Entity.Name), cmp.Compare(a.Entity.ID, b.Entity.ID))
		})
		return out
	}), nil
}

func (n *naive) Relations(_ context.Context, q graph.RelationQuery) (map[graph.ID]graph.List[graph.Related], error) {
	asked := func(k graph.RelationKind) bool { return q.Kinds == nil || slices.Contains(q.Kinds, k) }
	return listEach(n, false, q.Occurrences, q.Page, func(id graph.ID) []graph.Related {
		var out []graph.Related
		for _, node := range n.all([]graph.NodeKind{graph.KindMeeting, graph.KindEvent}) {
			for _, r := range node.Occurrence.Relations {
				switch {
				case node.ID() == r.To || !asked(r.Kind):
				case node.ID() == id:
					out = append(out, graph.Related{Kind: r.Kind, Occurrence: *n.nodes[r.To].Occurrence, Evidence: r.Evidence})
				case r.To == id:
					out = append(out, graph.Related{Kind: r.Kind, Incoming: true, Occurrence: *node.Occurrence, Evidence: r.Evidence})
				}
			}
		}
		slices.SortFunc(out, func(a, b graph.Related) int {
			direction := 0
			if a.Incoming != b.Incoming {
				direction = 1
				if b.Incoming {
					direction = -1
				}
			}
			return cmp.Or(direction, cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Occurrence.ID, b.Occurrence.ID))
		})
		return out
	}), nil
}

func (n *naive) CoMentions(_ context.Context, q graph.CoMentionQuery) (map[graph.ID]graph.List[graph.CoMention], error) {
	kinds := q.Kinds
	if kinds == nil {
		kinds = graph.EntityKinds
	}
	return listEach(n, false, q.Entities, q.Page, func(entity graph.ID) []graph.CoMention {
		var out []graph.CoMention
		for _, node := range n.all(kinds) {
			c := graph.CoMention{Entity: *node.Entity}
			for article := range n.claims {
				own, _ := n.names(article, entity)
				theirs, _ := n.names(article, c.Entity.ID)
				if own && theirs && c.Entity.ID != entity {
					c.Articles++
				}
			}
			if c.Articles > 0 {
				out = append(out, c)
			}
		}
		slices.SortFunc(out, func(a, b graph.CoMention) int {
			return cmp.Or(cmp.Compare(b.Articles, a.Articles), strings.Compare(a.Entity.Name, b.Entity.Name), cmp.Compare(a.Entity.ID, b.Entity.ID))
		})
		return out
	}), nil
}

func (n *naive) Lookup(_ context.Context, q graph.LookupQuery) ([]graph.Candidate, error) {
	var out []graph.Candidate
	for _, node := range n.all(q.Kinds) {
		var names []string
		switch {
		case node.Entity != nil:
			names = append([]string{node.Entity.Name}, node.Entity.Aliases...)
		case node.Topic != nil:
			names = append([]string{node.Topic.Name}, node.Topic.Wordings...)
		case node.Article != nil:
			names = []string{node.Article.Title}
		}
		c := graph.Candidate{Node: node}
		found := false
		for _, key := range terms.NameKeys(names...) {
			if slices.Contains(q.Keys, key) {
				c.Keys = append(c.Keys, key)
			}
			found = found || q.Prefix != "" && strings.HasPrefix(key, q.Prefix)
		}
		if found || len(c.Keys) > 0 {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b graph.Candidate) int {
		return cmp.Or(cmp.Compare(len(b.Keys), len(a.Keys)), cmp.Compare(n.weight(b.Node), n.weight(a.Node)), cmp.Compare(a.Node.ID(), b.Node.ID()))
	})
	return window(out, graph.Page{Limit: q.Limit}).Items, nil
}

func (n *naive) Search(_ context.Context, q graph.TextQuery) ([]graph.Node, error) {
	var out []graph.Node
	for _, node := range n.all(q.Kinds) {
		found := false
		switch {
		case node.Occurrence != nil:
			found = n.told(*node.Occurrence, q.Text)
		case node.Topic != nil, node.Article != nil:
			found = terms.Match(q.Text, n.words[node.ID()])
		}
		if found {
			out = append(out, node)
		}
	}
	slices.SortFunc(out, func(a, b graph.Node) int {
		return cmp.Or(cmp.Compare(n.weight(b), n.weight(a)), cmp.Compare(a.ID(), b.ID()))
	})
	return window(out, graph.Page{Limit: q.Limit}).Items, nil
}
