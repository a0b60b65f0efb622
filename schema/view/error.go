package view

import "fmt"

// Code tells a program what kind of error a request met with; it stands in
// the response as extensions.code.
type Code string

// The codes of errors.
const (
	CodeNotFound Code = "NOT_FOUND"
	CodeBadInput Code = "BAD_USER_INPUT"
	CodeLimit    Code = "LIMIT"
	CodeInternal Code = "INTERNAL"
	// CodeUnauthenticated asks for a token, CodeForbidden says that none would do.
	CodeUnauthenticated Code = "UNAUTHENTICATED"
	CodeForbidden       Code = "FORBIDDEN"
)

// Error is an error whose message is meant for whoever sent the request.
type Error struct {
	Code    Code
	Message string
}

func (e *Error) Error() string { return e.Message }

func badInputf(format string, args ...any) error {
	return &Error{CodeBadInput, fmt.Sprintf(format, args...)}
}

func limitf(format string, args ...any) error {
	return &Error{CodeLimit, fmt.Sprintf(format, args...)}
}

func notFoundf(format string, args ...any) error {
	return &Error{CodeNotFound, fmt.Sprintf(format, args...)}
}
