package sqlite

import (
	"context"
	"fmt"

	"github.com/whomet/whomet/graph"
)

func (r reader) Timeline(ctx context.Context, q graph.TimelineQuery) ([]graph.Bucket, error) {
	var a arguments
	where := append(a.occurrences(q.Filter), "o.starts <> ''")
	var counts []graph.Began
	err := r.db.query(ctx, "SELECT o.starts, o.kind, count(*) FROM occurrence o WHERE "+all(where)+" GROUP BY o.starts, o.kind", a.values, func(scan func(...any) error) error {
		var c graph.Began
		err := scan(&c.Start, &c.Kind, &c.Count)
		counts = append(counts, c)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("count occurrences by date: %w", err)
	}
	return graph.Timeline(q.Interval, counts), nil
}

func (r reader) Facets(ctx context.Context, q graph.FacetQuery) (graph.Facets, error) {
	var a arguments
	kind := "o.kind"
	if selective(q.Filter) {
		kind = "+o.kind" // see Occurrences
	}
	where := append(a.occurrences(q.Filter), kind+" = "+a.bind(string(graph.KindMeeting)))
	most := " ORDER BY n DESC, 2 " + limit(graph.Page{Limit: q.Limit}) + ")"
	statement := "WITH m (id, mode, place) AS MATERIALIZED (SELECT o.id, o.mode, o.place FROM occurrence o WHERE " + all(where) + ")" +
		" SELECT * FROM (SELECT 'participant', entity, count(DISTINCT m.id) AS n FROM m CROSS JOIN participation ON occurrence = m.id GROUP BY entity" + most +
		" UNION ALL SELECT * FROM (SELECT 'place', place, count(*) AS n FROM m WHERE place IS NOT NULL GROUP BY place" + most +
		" UNION ALL SELECT * FROM (SELECT 'topic', topic, count(*) AS n FROM m CROSS JOIN about ON occurrence = m.id GROUP BY topic" + most +
		" UNION ALL SELECT * FROM (SELECT 'mode', mode, count(*) AS n FROM m WHERE mode <> '' GROUP BY mode" + most +
		" UNION ALL SELECT * FROM (SELECT 'source', data ->> 'source', count(DISTINCT m.id) AS n FROM m CROSS JOIN telling ON occurrence = m.id" +
		" CROSS JOIN node ON node.id = telling.article WHERE data ->> 'source' <> '' GROUP BY data ->> 'source'" + most
	var f graph.Facets
	err := r.db.query(ctx, statement, a.values, func(scan func(...any) error) error {
		var facet, value string
		var n int
		if err := scan(&facet, &value, &n); err != nil {
			return err
		}
		node, plain := graph.FacetCount{Node: graph.ID(value), Count: n}, graph.FacetCount{Value: value, Count: n}
		switch facet {
		case "participant":
			f.Participants = append(f.Participants, node)
		case "place":
			f.Places = append(f.Places, node)
		case "topic":
			f.Topics = append(f.Topics, node)
		case "mode":
			f.Modes = append(f.Modes, plain)
		case "source":
			f.Sources = append(f.Sources, plain)
		}
		return nil
	})
	if err != nil {
		return graph.Facets{}, fmt.Errorf("count meetings by facet: %w", err)
	}
	return f, nil
}
