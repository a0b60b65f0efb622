package schema

import (
	"bytes"
	"context"
	"iter"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/whomet/whomet/schema/view"
)

// Stream answers subscriptions, for gqlgen's transports. Each answer of one is
// bound by the limits as that of a query is; the subscription itself lasts as
// long as its context.
func (a *API) Stream() *executor.Executor { return a.stream }

// Wait waits until nothing is at work on subscriptions any more, so that the
// store can be closed. The contexts of all must have ended.
func (a *API) Wait() { a.ended() }

// Subscribe begins a subscription and returns its answers, as they come, until
// ctx ends. Any other request has its one answer.
func (a *API) Subscribe(ctx context.Context, r Request) iter.Seq[Response] {
	one := func(r Response) iter.Seq[Response] { return func(yield func(Response) bool) { yield(r) } }
	if !a.Subscribes(r) {
		return one(a.Execute(ctx, r))
	}
	next, ctx, refused := begin(ctx, a.stream, r)
	if refused != nil {
		return one(*refused)
	}
	return func(yield func(Response) bool) {
		for {
			resp := next(ctx)
			if resp == nil {
				return
			}
			resp.Data = bytes.Clone(resp.Data) // gqlgen writes the next answer over it
			if !yield(response(resp)) {
				return
			}
		}
	}
}

// whole is what the executor of queries and mutations has: it takes no
// subscription, which has no one answer.
type whole struct{}

var _ graphql.OperationContextMutator = whole{}

// ExtensionName names the extension.
func (whole) ExtensionName() string { return "Whole" }

// Validate accepts every schema.
func (whole) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext refuses subscriptions.
func (whole) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	if op.Operation.Operation != ast.Subscription {
		return nil
	}
	err := gqlerror.Errorf("a subscription has many answers: accept text/event-stream, or ask over a WebSocket")
	setCode(err, view.CodeBadInput)
	return err
}

// streaming is what the executor of subscriptions has beyond that of queries:
// it takes nothing else, and limits the time of each answer rather than of the
// whole. It is an extension of gqlgen's executor.
type streaming struct {
	limit     time.Duration
	answering *sync.WaitGroup
}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationContextMutator
	graphql.ResponseInterceptor
	graphql.FieldInterceptor
} = streaming{}

// ExtensionName names the extension.
func (streaming) ExtensionName() string { return "Streaming" }

// Validate accepts every schema.
func (streaming) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext refuses what is no subscription to one thing.
func (streaming) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	var err *gqlerror.Error
	if op.Operation.Operation != ast.Subscription {
		err = gqlerror.Errorf("only subscriptions are answered this way; send the %s by POST", op.Operation.Operation)
	} else if n := len(graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Subscription"})); n != 1 {
		err = gqlerror.Errorf("a subscription has one field, not %d; send one subscription for each", n)
	} else {
		return nil
	}
	setCode(err, view.CodeBadInput)
	return err
}

type clockKey struct{}

// InterceptResponse makes the context of one answer. Its time runs from the
// first field that is asked for: before, the subscription waits for news.
func (s streaming) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	s.answering.Add(1)
	defer s.answering.Done()
	ctx, cancel := context.WithCancelCause(withReported(ctx))
	defer cancel(nil)
	start := sync.OnceValue(func() *time.Timer { return time.AfterFunc(s.limit, func() { cancel(errTime) }) })
	defer func() { start().Stop() }()
	resp := next(context.WithValue(ctx, clockKey{}, start))
	// gqlgen leaves null in the place of a field that may not be null.
	if resp != nil && len(resp.Errors) > 0 && bytes.HasSuffix(resp.Data, []byte(":null}")) {
		resp.Data = nil
	}
	return resp
}

// InterceptField starts the clock.
func (streaming) InterceptField(ctx context.Context, next graphql.Resolver) (any, error) {
	if start, ok := ctx.Value(clockKey{}).(func() *time.Timer); ok {
		start()
	}
	return next(ctx)
}
