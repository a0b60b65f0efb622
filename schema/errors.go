package schema

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/schema/view"
)

// errTime is the cause of a context that ran out of the request's time.
var errTime = errors.New("schema: out of time")

// presenter is the one place where errors become what a client sees: those
// meant for it keep their words and get a code, others are logged and shown
// as "internal error".
type presenter struct {
	log    *slog.Logger
	limits Limits
}

// present makes the error of a response. Errors that gqlgen's parser and
// validator find keep their own codes (GRAPHQL_PARSE_FAILED,
// GRAPHQL_VALIDATION_FAILED).
func (p presenter) present(ctx context.Context, err error) *gqlerror.Error {
	out := &gqlerror.Error{Path: graphql.GetPath(ctx)}
	var shown *gqlerror.Error
	if errors.As(err, &shown) {
		out.Path, out.Locations, out.Extensions = shown.Path, shown.Locations, shown.Extensions
	}
	var ours *view.Error
	var refused *graph.Refusal
	switch {
	case errors.As(err, &refused):
		out.Message = refused.Reason
		setCode(out, map[bool]view.Code{true: view.CodeNotFound, false: view.CodeBadInput}[refused.Missing])
	case errors.As(err, &ours):
		out.Message = ours.Message
		setCode(out, ours.Code)
	case errors.Is(context.Cause(ctx), errTime):
		out.Message = fmt.Sprintf("the request took longer than %v; ask for less: a narrower filter, a smaller first, fewer levels", p.limits.Time)
		setCode(out, view.CodeLimit)
	case errors.Is(err, graph.ErrNotFound):
		out.Message = "there is no such node"
		setCode(out, view.CodeNotFound)
	case shown != nil && shown.Err == nil:
		// The message is gqlgen's own, about the request.
		out.Message = shown.Message
		if out.Extensions["code"] == nil {
			setCode(out, view.CodeBadInput)
		}
	default:
		if shown != nil {
			err = shown.Err
		}
		if ctx.Err() == nil && firstReport(ctx, err) {
			p.log.ErrorContext(ctx, "graphql field failed", "path", out.Path.String(), "error", err)
		}
		out.Message = "internal error"
		setCode(out, view.CodeInternal)
	}
	return out
}

// recover turns a panic into an error that is logged with its stack.
func (p presenter) recover(ctx context.Context, v any) error {
	p.log.ErrorContext(ctx, "graphql field panicked", "path", graphql.GetPath(ctx).String(), "panic", v, "stack", string(debug.Stack()))
	return fmt.Errorf("panic: %v", v)
}

func setCode(e *gqlerror.Error, c view.Code) {
	if e.Extensions == nil {
		e.Extensions = map[string]any{}
	}
	e.Extensions["code"] = c
}

// All siblings of a level meet with the same error; it is logged once for each
// request.
type reportedKey struct{}

func withReported(ctx context.Context) context.Context {
	return context.WithValue(ctx, reportedKey{}, &sync.Map{})
}

func firstReport(ctx context.Context, err error) bool {
	seen, ok := ctx.Value(reportedKey{}).(*sync.Map)
	if !ok {
		return true
	}
	_, loaded := seen.LoadOrStore(err.Error(), true)
	return !loaded
}
