package view

import (
	"fmt"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/whomet/whomet/graph"
)

// MarshalPartialDate writes a date; the empty one is null.
func MarshalPartialDate(d graph.PartialDate) graphql.Marshaler {
	if d == "" {
		return graphql.Null
	}
	return graphql.MarshalString(string(d))
}

// UnmarshalPartialDate reads a date of a request. The error tells the
// accepted forms.
func UnmarshalPartialDate(v any) (graph.PartialDate, error) {
	s, ok := v.(string)
	if !ok {
		return "", badInputf("%v is not a date; write \"2020\", \"2020-01\" or \"2020-01-03\"", v)
	}
	d, err := graph.ParseDate(s)
	if err != nil {
		return "", badInputf("%v", err)
	}
	return d, nil
}

// MarshalDateTime writes an instant in RFC 3339, in UTC.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	return graphql.MarshalString(t.UTC().Format(time.RFC3339Nano))
}

// UnmarshalDateTime reads an instant of a request.
func UnmarshalDateTime(v any) (time.Time, error) {
	t, err := time.Parse(time.RFC3339, fmt.Sprint(v))
	if err != nil {
		return t, badInputf("%v is not an instant; write 2020-01-03T21:45:00Z", v)
	}
	return t, nil
}
