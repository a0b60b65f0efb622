package server

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/whomet/whomet/schema"
	"github.com/whomet/whomet/schema/view"
)

// The media types of GraphQL over HTTP
// (https://graphql.github.io/graphql-over-http/draft/). Under the first the
// status tells whether the request was executed; under the second it is 200
// for every well-formed request.
const (
	typeGraphQL = "application/graphql-response+json"
	typeJSON    = "application/json"
)

// graphql answers POST with a JSON body and GET with a query string, in JSON
// or as a stream of events, and turns to a WebSocket where one is asked for.
func (s *Server) graphql(w http.ResponseWriter, r *http.Request) {
	if upgrades(r) {
		s.socket(w, r)
		return
	}
	w.Header().Set("Vary", "Accept")
	accepted, events := accept(r.Header.Values("Accept"))
	only := accepted == "" // events
	if only {
		accepted = typeJSON // of a refusal
	}
	if only && !events {
		refuse(w, accepted, http.StatusNotAcceptable, "answers come as %s or %s, subscriptions as %s; accept one of them", typeGraphQL, typeJSON, typeEvents)
		return
	}
	var request schema.Request
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		var err error
		if request, err = fromURL(r); err != nil {
			refuse(w, accepted, http.StatusBadRequest, "%v", err)
			return
		}
		if !s.api.ReadOnly(request) {
			w.Header().Set("Allow", http.MethodPost)
			refuse(w, accepted, http.StatusMethodNotAllowed, "GET asks queries only; send mutations by POST")
			return
		}
	case http.MethodPost:
		if t, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || t != typeJSON {
			refuse(w, accepted, http.StatusUnsupportedMediaType, "send the request as Content-Type: %s", typeJSON)
			return
		}
		var status int
		var err error
		if request, status, err = fromBody(http.MaxBytesReader(w, r.Body, s.config.Body)); err != nil {
			refuse(w, accepted, status, "%v", err)
			return
		}
	default:
		w.Header().Set("Allow", "GET, HEAD, POST")
		refuse(w, accepted, http.StatusMethodNotAllowed, "send GraphQL requests by POST, or queries by GET")
		return
	}
	if !s.api.ReadOnly(request) {
		switch {
		case s.config.Editor == nil:
			refuse(w, accepted, http.StatusForbidden, "this server takes no changes: start it with a token (WHOMET_TOKEN) to let those who have it make them")
			return
		case !s.authorized(r):
			w.Header().Set("WWW-Authenticate", "Bearer")
			refuse(w, accepted, http.StatusUnauthorized, "changes need the server's token: send it as Authorization: Bearer TOKEN")
			return
		}
	}
	if only || events && s.api.Subscribes(request) {
		s.events(w, r, request)
		return
	}
	response := s.api.Execute(r.Context(), request)
	s.metrics.answered(response)
	status := http.StatusOK
	if response.Data == nil && accepted == typeGraphQL {
		status = http.StatusBadRequest
	}
	writeJSON(w, accepted, status, response)
}

// authorized tells whether the request carries the token. How long that takes
// tells nothing of the token.
func (s *Server) authorized(r *http.Request) bool {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	got, want := sha256.Sum256([]byte(strings.TrimSpace(token))), sha256.Sum256([]byte(s.config.Token))
	return strings.EqualFold(scheme, "bearer") && subtle.ConstantTimeCompare(got[:], want[:]) == 1
}

// accept picks the media type of the answer: the first that is accepted, JSON
// where any is, "" where none is; and tells whether a stream of events is.
func accept(headers []string) (accepted string, events bool) {
	if len(headers) == 0 {
		return typeJSON, false
	}
	for part := range strings.SplitSeq(strings.Join(headers, ","), ",") {
		t, params, err := mime.ParseMediaType(part)
		if err != nil || params["q"] == "0" {
			continue
		}
		switch t {
		case typeGraphQL:
			accepted = cmp.Or(accepted, typeGraphQL)
		case typeJSON, "application/*", "*/*":
			accepted = cmp.Or(accepted, typeJSON)
		case typeEvents:
			events = true
		}
	}
	return accepted, events
}

// fromURL reads a request from a query string.
func fromURL(r *http.Request) (schema.Request, error) {
	q := r.URL.Query()
	request := schema.Request{Query: q.Get("query"), OperationName: q.Get("operationName")}
	if request.Query == "" {
		return request, errors.New("the request has no query; send ?query={stats{articles}}")
	}
	for name, into := range map[string]*map[string]any{"variables": &request.Variables, "extensions": &request.Extensions} {
		if text := q.Get(name); text != "" {
			if err := decode(strings.NewReader(text), into); err != nil {
				return request, fmt.Errorf("%s are no JSON object: %w", name, err)
			}
		}
	}
	return request, nil
}

// fromBody reads a request from a body. The status goes with the error.
func fromBody(body io.Reader) (schema.Request, int, error) {
	var request schema.Request
	b, err := io.ReadAll(body)
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return request, http.StatusRequestEntityTooLarge, fmt.Errorf("the body is larger than %d bytes", large.Limit)
	case err != nil:
		return request, http.StatusBadRequest, errors.New("the body could not be read to its end")
	case bytes.HasPrefix(bytes.TrimSpace(b), []byte("[")):
		return request, http.StatusBadRequest, errors.New("the body is a list; send one request at a time")
	}
	if err := decode(bytes.NewReader(b), &request); err != nil {
		return request, http.StatusBadRequest, fmt.Errorf(`the body is no GraphQL request in JSON (%w); send {"query": "{stats{articles}}"}`, err)
	}
	if request.Query == "" {
		return request, http.StatusBadRequest, errors.New(`the request has no query; send {"query": "{stats{articles}}"}`)
	}
	return request, 0, nil
}

// decode reads one JSON value and keeps numbers as they were written.
func decode(r io.Reader, v any) error {
	d := json.NewDecoder(r)
	d.UseNumber()
	if err := d.Decode(v); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("something follows its end")
	}
	return nil
}

// refuse answers a request that is not executed.
func refuse(w http.ResponseWriter, contentType string, status int, format string, args ...any) {
	code := view.CodeBadInput
	switch status {
	case http.StatusRequestEntityTooLarge:
		code = view.CodeLimit
	case http.StatusUnauthorized:
		code = view.CodeUnauthenticated
	case http.StatusForbidden:
		code = view.CodeForbidden
	}
	writeJSON(w, contentType, status, schema.Response{Errors: gqlerror.List{{
		Message: fmt.Sprintf(format, args...), Extensions: map[string]any{"code": code},
	}}})
}
