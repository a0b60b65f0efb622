package schema

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// ReadOnly tells whether a request only asks. What cannot be parsed or names
// no operation changes nothing either: Execute says what is wrong with it.
func (a *API) ReadOnly(r Request) bool {
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: r.Query}, a.limits.Tokens)
	if err != nil || doc == nil {
		return true
	}
	op := doc.Operations.ForName(r.OperationName)
	return op == nil || op.Operation == ast.Query
}
