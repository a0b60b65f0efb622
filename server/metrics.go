package server

import (
	"context"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/schema"
)

// metrics are what /metrics tells, in a registry of their own.
type metrics struct {
	registry   *prometheus.Registry
	requests   *prometheus.CounterVec
	durations  *prometheus.HistogramVec
	errors     *prometheus.CounterVec
	statements *prometheus.HistogramVec
	streams    prometheus.Gauge
}

func newMetrics(version string) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "whomet_http_requests_total", Help: "HTTP requests by route, method and status.",
		}, []string{"route", "method", "status"}),
		durations: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "whomet_http_request_seconds", Help: "Time to answer HTTP requests, by route.", Buckets: prometheus.ExponentialBuckets(0.001, 2.5, 12),
		}, []string{"route"}),
		errors: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "whomet_graphql_errors_total", Help: "Errors of GraphQL responses, by code.",
		}, []string{"code"}),
		statements: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "whomet_store_statement_seconds", Help: "Time of the statements put to the store, by method and whether they failed.",
			Buckets: prometheus.ExponentialBuckets(0.0001, 3, 12),
		}, []string{"method", "failed"}),
		streams: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "whomet_streams", Help: "Event streams and WebSockets that are open.",
		}),
	}
	build := prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "whomet_build_info", Help: "1, labelled with the version.", ConstLabels: prometheus.Labels{"version": version},
	})
	build.Set(1)
	m.registry.MustRegister(m.requests, m.durations, m.errors, m.statements, m.streams, build,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *metrics) request(route, method string, status int, took time.Duration) {
	m.requests.WithLabelValues(route, method, strconv.Itoa(status)).Inc()
	m.durations.WithLabelValues(route).Observe(took.Seconds())
}

func (m *metrics) answered(r schema.Response) {
	for _, e := range r.Errors {
		m.errors.WithLabelValues(codeOf(e.Extensions)).Inc()
	}
}

// store returns the reader with its statements measured.
func (m *metrics) store(r graph.Reader) graph.Reader { return measured{r, m} }

// measured times every statement: each method of a Reader is one.
type measured struct {
	reader  graph.Reader
	metrics *metrics
}

var _ graph.Reader = measured{}

func timed[T any](m measured, method string, f func() (T, error)) (T, error) {
	start := time.Now()
	out, err := f()
	m.metrics.statements.WithLabelValues(method, strconv.FormatBool(err != nil)).Observe(time.Since(start).Seconds())
	return out, err
}

func (m measured) Nodes(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Node, error) {
	return timed(m, "nodes", func() (map[graph.ID]graph.Node, error) { return m.reader.Nodes(ctx, ids) })
}

func (m measured) Texts(ctx context.Context, articles []graph.ID) (map[graph.ID]string, error) {
	return timed(m, "texts", func() (map[graph.ID]string, error) { return m.reader.Texts(ctx, articles) })
}

func (m measured) Occurrences(ctx context.Context, q graph.OccurrenceQuery) (map[graph.ID]graph.List[graph.Occurrence], error) {
	return timed(m, "occurrences", func() (map[graph.ID]graph.List[graph.Occurrence], error) { return m.reader.Occurrences(ctx, q) })
}

func (m measured) Entities(ctx context.Context, q graph.EntityQuery) (map[graph.ID]graph.List[graph.EntityItem], error) {
	return timed(m, "entities", func() (map[graph.ID]graph.List[graph.EntityItem], error) { return m.reader.Entities(ctx, q) })
}

func (m measured) Articles(ctx context.Context, q graph.ArticleQuery) (map[graph.ID]graph.List[graph.Article], error) {
	return timed(m, "articles", func() (map[graph.ID]graph.List[graph.Article], error) { return m.reader.Articles(ctx, q) })
}

func (m measured) Mentions(ctx context.Context, q graph.MentionQuery) (map[graph.ID]graph.List[graph.MentionItem], error) {
	return timed(m, "mentions", func() (map[graph.ID]graph.List[graph.MentionItem], error) { return m.reader.Mentions(ctx, q) })
}

func (m measured) Reports(ctx context.Context, q graph.ReportQuery) (map[graph.ID]graph.List[graph.ReportItem], error) {
	return timed(m, "reports", func() (map[graph.ID]graph.List[graph.ReportItem], error) { return m.reader.Reports(ctx, q) })
}

func (m measured) Arrivals(ctx context.Context, q graph.ArrivalQuery) (graph.Arrivals, error) {
	return timed(m, "arrivals", func() (graph.Arrivals, error) { return m.reader.Arrivals(ctx, q) })
}

func (m measured) Judgements(ctx context.Context, q graph.JudgementQuery) (map[graph.ID]graph.List[graph.Judgement], error) {
	return timed(m, "judgements", func() (map[graph.ID]graph.List[graph.Judgement], error) { return m.reader.Judgements(ctx, q) })
}

func (m measured) Topics(ctx context.Context, q graph.TopicQuery) (graph.List[graph.Topic], error) {
	return timed(m, "topics", func() (graph.List[graph.Topic], error) { return m.reader.Topics(ctx, q) })
}

func (m measured) Counterparts(ctx context.Context, q graph.CounterpartQuery) (map[graph.ID]graph.List[graph.Counterpart], error) {
	return timed(m, "counterparts", func() (map[graph.ID]graph.List[graph.Counterpart], error) { return m.reader.Counterparts(ctx, q) })
}

func (m measured) Relations(ctx context.Context, q graph.RelationQuery) (map[graph.ID]graph.List[graph.Related], error) {
	return timed(m, "relations", func() (map[graph.ID]graph.List[graph.Related], error) { return m.reader.Relations(ctx, q) })
}

func (m measured) CoMentions(ctx context.Context, q graph.CoMentionQuery) (map[graph.ID]graph.List[graph.CoMention], error) {
	return timed(m, "co-mentions", func() (map[graph.ID]graph.List[graph.CoMention], error) { return m.reader.CoMentions(ctx, q) })
}

func (m measured) MentionsByID(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.MentionItem, error) {
	return timed(m, "mentions by id", func() (map[graph.ID]graph.MentionItem, error) { return m.reader.MentionsByID(ctx, ids) })
}

func (m measured) Neighbors(ctx context.Context, q graph.NeighborQuery) ([]graph.Edge, error) {
	return timed(m, "neighbors", func() ([]graph.Edge, error) { return m.reader.Neighbors(ctx, q) })
}

func (m measured) Lookup(ctx context.Context, q graph.LookupQuery) ([]graph.Candidate, error) {
	return timed(m, "lookup", func() ([]graph.Candidate, error) { return m.reader.Lookup(ctx, q) })
}

func (m measured) Search(ctx context.Context, q graph.TextQuery) ([]graph.Node, error) {
	return timed(m, "search", func() ([]graph.Node, error) { return m.reader.Search(ctx, q) })
}

func (m measured) Timeline(ctx context.Context, q graph.TimelineQuery) ([]graph.Bucket, error) {
	return timed(m, "timeline", func() ([]graph.Bucket, error) { return m.reader.Timeline(ctx, q) })
}

func (m measured) Facets(ctx context.Context, q graph.FacetQuery) (graph.Facets, error) {
	return timed(m, "facets", func() (graph.Facets, error) { return m.reader.Facets(ctx, q) })
}

func (m measured) Stats(ctx context.Context) (graph.Stats, error) {
	return timed(m, "stats", func() (graph.Stats, error) { return m.reader.Stats(ctx) })
}
