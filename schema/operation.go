package schema

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// ReadOnly tells whether a request changes nothing. What cannot be parsed or names
// no operation changes nothing either: Execute says what is wrong with it.
func (a *API) ReadOnly(r Request) bool {
	op := a.operation(r)
	return op == nil || op.Operation != ast.Mutation
}

// Subscribes tells whether a request is a subscription: [API.Stream] answers
// it, not Execute.
func (a *API) Subscribes(r Request) bool {
	op := a.operation(r)
	return op != nil && op.Operation == ast.Subscription
}

// operation returns what the request asks to have executed, nil where nothing.
func (a *API) operation(r Request) *ast.OperationDefinition {
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: r.Query}, a.limits.Tokens)
	if err != nil || doc == nil {
		return nil
	}
	return doc.Operations.ForName(r.OperationName)
}
