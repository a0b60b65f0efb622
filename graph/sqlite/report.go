package sqlite

import (
	"context"
	"fmt"

	"github.com/whomet/whomet/graph"
)

func (r reader) Reports(ctx context.Context, q graph.ReportQuery) (map[graph.ID]graph.List[graph.ReportItem], error) {
	var a arguments
	p := page{
		from:  "telling JOIN occurrence o ON o.id = telling.occurrence JOIN article t ON t.id = telling.article JOIN report ON report.n = telling.report",
		id:    "report.n",
		order: newest + ", report.start, report.id",
	}
	with := a.anchors(q.Anchor, q.Anchors)
	switch q.Anchor {
	case graph.AnchorOccurrence:
		p.where = append(p.where, "telling.occurrence = asked.node")
	case graph.AnchorArticle:
		p.where = append(p.where, "telling.article = asked.node")
	default:
		return nil, fmt.Errorf("list reports: they do not hang on %q", q.Anchor)
	}
	statement := "WITH " + with + ", " + a.lists(p, q.Page) + `
		SELECT lists.ask, lists.total, report.data, (SELECT node FROM unit WHERE unit.id = report.unit)
		FROM lists LEFT JOIN json_each(lists.ids) item LEFT JOIN report ON report.n = item.value
		ORDER BY lists.ask, item.key`
	lists, err := readLists(ctx, r.db, statement, a.values, 2, func(c []column) (graph.ReportItem, error) {
		item := graph.ReportItem{Occurrence: graph.ID(c[1].text())}
		return item, decode(c[0].text(), "{}", &item.Report)
	})
	if err != nil {
		return nil, fmt.Errorf("list reports: %w", err)
	}
	return lists, nil
}
