package sqlite

import (
	"context"
	"fmt"

	"github.com/whomet/whomet/graph"
)

func (r reader) Stats(ctx context.Context) (graph.Stats, error) {
	var s graph.Stats
	const statement = `SELECT kind, count(*) FROM node GROUP BY kind
		UNION ALL SELECT 'SPAN', count(*) FROM span UNION ALL SELECT sqlite_version(), 0`
	counts := map[graph.NodeKind]*int{
		graph.KindArticle: &s.Articles, graph.KindPerson: &s.People, graph.KindOrganization: &s.Organizations, graph.KindPlace: &s.Places,
		graph.KindEvent: &s.Events, graph.KindMeeting: &s.Meetings, graph.KindTopic: &s.Topics, "SPAN": &s.Mentions,
	}
	err := r.db.query(ctx, statement, nil, func(scan func(...any) error) error {
		var kind graph.NodeKind
		var n int
		if err := scan(&kind, &n); err != nil {
			return err
		}
		if count, ok := counts[kind]; ok {
			*count = n
		} else {
			s.Store = "SQLite " + string(kind)
		}
		return nil
	})
	if err != nil {
		return graph.Stats{}, fmt.Errorf("count the graph: %w", err)
	}
	return s, nil
}
