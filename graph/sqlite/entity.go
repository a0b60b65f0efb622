package sqlite

import (
	"context"
	"fmt"
	"strings"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/graph/terms"
)

func (r *nodeRows) entity(e graph.Entity) error {
	r.entities = append(r.entities, []any{e.ID, e.Kind, e.Name, e.MentionCount, e.LastSeen.First(), orNull(e.Within)})
	folded := map[string]bool{}
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		if f := terms.Fold(name); !folded[f] {
			folded[f] = true
			r.names = append(r.names, []any{e.ID, f})
		}
	}
	for i, p := range e.Positions {
		r.positions = append(r.positions, []any{e.ID, i, p.Title, terms.Index(p.Title), orNull(p.Of), p.FirstSeen, p.LastSeen, array(p.Mentions)})
	}
	names := append([]string{e.Name}, e.Aliases...)
	e.MeetingCount, e.Within, e.Positions = 0, "", nil
	return r.node(e.ID, e.Kind, e, names...)
}

func (r reader) Entities(ctx context.Context, q graph.EntityQuery) (map[graph.ID]graph.List[graph.EntityItem], error) {
	order, err := entityOrder(q.Order)
	if err != nil {
		return nil, err
	}
	var a arguments
	p := page{from: "entity e", id: "e.id", order: order}
	mentions := "0"
	with := a.anchors(q.Anchor, q.Anchors)
	switch q.Anchor {
	case graph.AnchorNone:
	case graph.AnchorArticle:
		p.from = hanging("SELECT DISTINCT entity AS id FROM naming WHERE article = asked.node", "entity e", "e.id")
		mentions = "(SELECT count(*) FROM naming JOIN span ON span.mention = naming.mention WHERE naming.article = lists.node AND naming.entity = node.id)"
	case graph.AnchorOrganization:
		p.from = hanging("SELECT DISTINCT person AS id FROM position WHERE of = asked.node", "entity e", "e.id")
	default:
		return nil, fmt.Errorf("list entities: they do not hang on %q", q.Anchor)
	}
	if q.Kinds != nil {
		kind := "e.kind"
		if q.Anchor != graph.AnchorNone || q.Filter.Name != nil || q.Filter.Position != nil || q.Filter.Article != "" {
			kind = "+e.kind" // the plus keeps SQLite from starting at all of a kind
		}
		p.where = append(p.where, kind+" IN ("+list(&a, q.Kinds)+")")
	}
	p.where = append(p.where, a.entities(q.Filter)...)
	statement := "WITH " + with + ", " + a.lists(p, q.Page) + `
		SELECT lists.ask, lists.total, node.data, ` + entityEdges("node.id") + `, ` + mentions + `
		FROM lists LEFT JOIN json_each(lists.ids) item LEFT JOIN node ON node.id = item.value ORDER BY lists.ask, item.key`
	lists, err := readLists(ctx, r.db, statement, a.values, 3, func(c []column) (graph.EntityItem, error) {
		var item graph.EntityItem
		item.Mentions = c[2].int()
		return item, decode(c[0].text(), c[1].text(), &item.Entity)
	})
	if err != nil {
		return nil, fmt.Errorf("list entities: %w", err)
	}
	return lists, nil
}

func entityOrder(orders []graph.Order) (string, error) {
	if len(orders) == 0 {
		orders = []graph.Order{{By: graph.OrderMentions, Desc: true}}
	}
	var keys []string
	for _, o := range orders {
		switch o.By {
		case graph.OrderName:
			keys = append(keys, direction("e.name", o))
		case graph.OrderMentions:
			keys = append(keys, direction("e.mentions", o))
		case graph.OrderMeetings:
			keys = append(keys, direction(meetingCount("e.id"), o))
		case graph.OrderLastSeen:
			keys = append(keys, day("e.last_seen", o))
		default:
			return "", fmt.Errorf("list entities: they have no order %q", o.By)
		}
	}
	return strings.Join(append(keys, "e.id"), ", "), nil
}

func direction(key string, o graph.Order) string {
	if o.Desc {
		return key + " DESC"
	}
	return key
}

// day sorts by a day, unknown ones (”) last.
func day(key string, o graph.Order) string {
	if o.Desc {
		return key + " DESC"
	}
	return key + " = '', " + key
}
