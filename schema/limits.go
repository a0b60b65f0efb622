package schema

import (
	"context"
	"math"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/whomet/whomet/schema/view"
)

// Limits bound what one request may ask for. Every refusal says which limit
// was passed and by what.
type Limits struct {
	// Depth is the number of fields within each other. Default 20.
	Depth int
	// Cost is the number of fields that the answer could have: a page counts
	// as often as its first (or limit, or ids) says, a list without one as
	// five. Default 50,000.
	Cost int
	// Tokens is the number of words and signs of a document. Default 5,000.
	Tokens int
	// Time is how long a request may take. Default 20 s.
	// Of a subscription it is how long each of its answers may take.
	Time time.Duration
	// Subscriptions is how many there may be at a time. Default 200.
	Subscriptions int
}

func (l Limits) withDefaults() Limits {
	if l.Depth == 0 {
		l.Depth = 20
	}
	if l.Cost == 0 {
		l.Cost = 50_000
	}
	if l.Tokens == 0 {
		l.Tokens = 5000
	}
	if l.Time == 0 {
		l.Time = 20 * time.Second
	}
	if l.Subscriptions == 0 {
		l.Subscriptions = 200
	}
	return l
}

// listCost is how many items a list without a page counts as.
const listCost = 5

// weigher refuses operations that are too deep or too costly before anything
// is executed. It is an extension of gqlgen's executor.
type weigher struct{ limits Limits }

// ExtensionName names the extension.
func (weigher) ExtensionName() string { return "Limits" }

// Validate accepts every schema.
func (weigher) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext weighs the operation.
func (w weigher) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	m := measure{vars: op.Variables, fragments: map[fragmentKey]weight{}}
	total := m.selection(op.Operation.SelectionSet, false)
	var err *gqlerror.Error
	switch {
	case total.depth > w.limits.Depth:
		err = gqlerror.Errorf("the request is %d fields deep; the limit is %d: ask in two requests", total.depth, w.limits.Depth)
	case total.cost > float64(w.limits.Cost):
		err = gqlerror.Errorf("the answer could have %.0f fields; the limit is %d: ask for a smaller first, or for fewer levels", math.Ceil(total.cost), w.limits.Cost)
	default:
		return nil
	}
	setCode(err, view.CodeLimit)
	return err
}

// weight is how deep and how costly a selection is. The cost is a float so
// that it cannot overflow.
type weight struct {
	depth int
	cost  float64
}

// measure weighs each fragment once, however often it is spread.
type measure struct {
	vars      map[string]any
	fragments map[fragmentKey]weight
}

type fragmentKey struct {
	name  string
	paged bool
}

// selection weighs a selection set; paged tells that it is of a field that has
// counted the items of its lists already.
func (m measure) selection(set ast.SelectionSet, paged bool) weight {
	var total weight
	for _, s := range set {
		var w weight
		switch s := s.(type) {
		case *ast.Field:
			w = m.field(s, paged)
		case *ast.InlineFragment:
			w = m.selection(s.SelectionSet, paged)
		case *ast.FragmentSpread:
			key := fragmentKey{s.Name, paged}
			known, ok := m.fragments[key]
			if !ok {
				known = m.selection(s.Definition.SelectionSet, paged)
				m.fragments[key] = known
			}
			w = known
		}
		total.depth = max(total.depth, w.depth)
		total.cost += w.cost
	}
	return total
}

func (m measure) field(f *ast.Field, paged bool) weight {
	times, pages := m.items(f)
	if !pages && !paged && f.Definition.Type.Elem != nil {
		times = listCost
	}
	sub := m.selection(f.SelectionSet, pages)
	return weight{sub.depth + 1, 1 + times*sub.cost}
}

// items returns how many items a field asks for by its arguments, and whether
// it does.
func (m measure) items(f *ast.Field) (float64, bool) {
	args := f.ArgumentMap(m.vars)
	for _, name := range []string{"first", "limit"} {
		if f.Definition.Arguments.ForName(name) != nil {
			return number(args[name]), true
		}
	}
	if ids, ok := args["ids"].([]any); ok {
		return float64(len(ids)), true
	}
	return 1, false
}

// number reads an integer argument; what is no size of a page (null, negative,
// past the largest) counts as a default page or the largest: the field itself
// says what is wrong with it.
func number(v any) float64 {
	n := float64(view.DefaultPage)
	switch v := v.(type) {
	case int64:
		n = float64(v)
	case int:
		n = float64(v)
	case float64:
		n = v
	case interface{ Float64() (float64, error) }: // json.Number
		if f, err := v.Float64(); err == nil {
			n = f
		}
	}
	return min(max(n, 1), 2000)
}
