// Package schema is what can be asked: the GraphQL schema (*.graphqls, one
// file a noun, every item documented in place) and the [API] that answers
// requests over a store.
//
// Package view holds the objects whose methods answer the fields, and says how
// a request becomes few statements. generated/ holds what gqlgen writes
// between the two; run go generate after a change of the schema or of view.
// examples/ holds documents to start from, which GraphiQL opens with.
package schema

import (
	"context"
	"encoding/json"
	"log/slog"
	"maps"
	"strings"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/schema/generated"
	"github.com/whomet/whomet/schema/view"
)

//go:generate go tool gqlgen generate

// Config is what an API needs. Store is required.
type Config struct {
	Store graph.Reader
	// Editor makes the changes that mutations ask for; without one the schema
	// has no mutations.
	Editor view.Editor
	// Version is the program's, as Stats.version tells it.
	Version string
	// Log hears of errors that are not the asker's; nil: slog.Default().
	Log *slog.Logger
	// Limits bound requests; a zero field stands for its default.
	Limits Limits
	// Poll is how often the store is asked for news while somebody has
	// subscribed to it. Default 1 s.
	Poll time.Duration
}

// API answers GraphQL requests. It is safe for concurrent use.
type API struct {
	schema *ast.Schema
	exec   *executor.Executor
	stream *executor.Executor
	limits Limits
	// ended waits until nothing is at work on subscriptions.
	ended func()
}

// Request is a GraphQL request (https://spec.graphql.org, section 6.1).
type Request struct {
	Query         string         `json:"query"`
	OperationName string         `json:"operationName"`
	Variables     map[string]any `json:"variables"`
	Extensions    map[string]any `json:"extensions"`
}

// Response is what came of a request.
type Response struct {
	// Data is nil where the request was refused before it was executed.
	Data       json.RawMessage `json:"data,omitempty"`
	Errors     gqlerror.List   `json:"errors,omitempty"`
	Extensions map[string]any  `json:"extensions,omitempty"`
}

// queryCache is the number of parsed and validated documents that are kept.
const queryCache = 1000

// New returns the API over a store.
func New(c Config) *API {
	if c.Log == nil {
		c.Log = slog.Default()
	}
	limits := c.Limits.withDefaults()
	query := view.New(c.Store, c.Version)
	subscription := view.NewSubscription(query, view.Feed{Poll: c.Poll, Max: limits.Subscriptions, Time: limits.Time, Log: c.Log})
	config := generated.Config{Resolvers: resolvers{query, view.NewMutation(query, c.Editor), subscription}}
	if c.Editor == nil {
		config.Schema = readOnly(generated.NewExecutableSchema(config).Schema())
	}
	es := generated.NewExecutableSchema(config)
	p := presenter{c.Log, limits}
	within := func(extensions ...graphql.HandlerExtension) *executor.Executor {
		exec := executor.New(es)
		exec.SetQueryCache(lru.New[*ast.QueryDocument](queryCache))
		exec.SetParserTokenLimit(limits.Tokens)
		for _, e := range append(extensions, extension.Introspection{}, weigher{limits}) {
			exec.Use(e)
		}
		exec.SetErrorPresenter(p.present)
		exec.SetRecoverFunc(p.recover)
		return exec
	}
	s := streaming{limits.Time, new(sync.WaitGroup)}
	return &API{es.Schema(), within(whole{}), within(s), limits, func() { s.answering.Wait(); subscription.Wait() }}
}

// resolvers hands the root's fields to package view.
type resolvers struct {
	query        *view.Query
	mutation     *view.Mutation
	subscription *view.Subscription
}

func (r resolvers) Query() generated.QueryResolver               { return r.query }
func (r resolvers) Mutation() generated.MutationResolver         { return r.mutation }
func (r resolvers) Subscription() generated.SubscriptionResolver { return r.subscription }

// readOnly returns the schema without mutations and the types that only they
// speak of.
func readOnly(s *ast.Schema) *ast.Schema {
	out := *s
	out.Mutation = nil
	out.Types = maps.Clone(s.Types)
	for _, name := range []string{"Mutation", "ArticleInput", "LoadArticlePayload"} {
		delete(out.Types, name)
	}
	return &out
}

// Execute answers a query or a mutation within the limits.
func (a *API) Execute(ctx context.Context, r Request) Response {
	ctx, cancel := context.WithTimeoutCause(ctx, a.limits.Time, errTime)
	defer cancel()
	handle, ctx, refused := begin(withReported(ctx), a.exec, r)
	if refused != nil {
		return *refused
	}
	resp := handle(ctx)
	if resp == nil { // the time ran out before it began
		resp = a.exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(context.Cause(ctx))})
	}
	return response(resp)
}

// begin begins to execute a request, or returns the response that refuses it.
func begin(ctx context.Context, exec *executor.Executor, r Request) (graphql.ResponseHandler, context.Context, *Response) {
	ctx = graphql.StartOperationTrace(ctx)
	now := graphql.Now()
	op, errs := exec.CreateOperationContext(ctx, &graphql.RawParams{
		Query: r.Query, OperationName: r.OperationName, Variables: r.Variables, Extensions: r.Extensions,
		ReadTime: graphql.TraceTiming{Start: now, End: now},
	})
	if errs != nil {
		resp := exec.DispatchError(graphql.WithOperationContext(ctx, op), errs)
		return nil, nil, &Response{Errors: resp.Errors, Extensions: resp.Extensions}
	}
	handle, ctx := exec.DispatchOperation(ctx, op)
	return handle, ctx, nil
}

func response(r *graphql.Response) Response {
	if r.Data == nil {
		r.Data = json.RawMessage("null")
	}
	return Response{Data: r.Data, Errors: r.Errors, Extensions: r.Extensions}
}

// Schema returns the executable schema's types.
func (a *API) Schema() *ast.Schema { return a.schema }

// SDL returns the whole schema with its descriptions, in GraphQL's schema
// definition language.
func (a *API) SDL() string {
	var b strings.Builder
	formatter.NewFormatter(&b, formatter.WithIndent("  ")).FormatSchema(a.schema)
	return b.String()
}
