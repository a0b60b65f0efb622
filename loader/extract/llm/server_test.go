package llm

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
)

// ferry is the article that the tests ask about.
const ferry = "COPENHAGEN, May 7 (North Wire) -- Danish Foreign Minister Karen Holm spoke by telephone with Matti Virtanen of Finland on Monday about the ferry strike.\n\n" +
	"Holm said that the harbours must open again within a week. She “will receive” Virtanen in Aarhus on 12 May, her office said.\n\n" +
	"The ferry Aurora ran aground off Turku two days earlier. It was Matti Virtanen's first crisis."

var ferryMeta = extract.Meta{Path: "ferry.txt", Title: "Holm calls Virtanen", PublishedAt: "2019-05-07", Language: "en"}

// truth is an answer that the article bears out in full.
func truth() answer {
	return answer{
		Entities: []entity{
			{Kind: graph.KindPerson, Name: "Karen Holm", OtherNames: []string{"Holm"}, Positions: []position{{Title: "Foreign Minister", Of: "Denmark"}}},
			{Kind: graph.KindPerson, Name: "Matti Virtanen", OtherNames: []string{"Virtanen"}},
			{Kind: graph.KindPlace, Name: "Denmark", OtherNames: []string{"Danish"}},
			{Kind: graph.KindPlace, Name: "Finland"},
			{Kind: graph.KindPlace, Name: "Aarhus"},
			{Kind: graph.KindPlace, Name: "Turku"},
		},
		Meetings: []occurrence{
			{Mode: graph.ModePhone, Status: graph.StatusHeld, Date: saidDate{Words: "Monday", Start: "2019-05-06"}, Topics: []string{"the ferry strike"},
				Quotes: []string{"Danish Foreign Minister Karen Holm spoke by telephone with Matti Virtanen of Finland on Monday about the ferry strike."},
				Participants: []participant{
					{Name: "Karen Holm", Role: graph.RoleParticipant, Title: "Foreign Minister", OnBehalfOf: "Denmark"},
					{Name: "Virtanen", Role: graph.RoleParticipant, OnBehalfOf: "Finland"},
				}},
			{Mode: graph.ModeVisit, Status: graph.StatusPlanned, Date: saidDate{Words: "12 May", Start: "2019-05-12"}, Place: "Aarhus",
				Quotes:       []string{`She "will receive" Virtanen in Aarhus`},
				Participants: []participant{{Name: "Holm", Role: graph.RoleHost}, {Name: "Virtanen", Role: graph.RoleVisitor}}},
		},
		Events: []occurrence{
			{Type: graph.EventAccident, Status: graph.StatusHeld, Place: "Turku", Date: saidDate{Words: "two days earlier", Start: "2019-05-04"},
				Quotes: []string{"The ferry Aurora ran aground off Turku two days earlier."}},
		},
	}
}

// modelServer speaks the protocol: it gives the n-th request the n-th answer,
// the last one again and again.
type modelServer struct {
	*httptest.Server
	mu       sync.Mutex
	asked    []request
	handlers []http.HandlerFunc
}

// request is what is looked at of a request.
type request struct {
	path, key string
	Model     string
	Messages  []struct{ Role, Content string }
	Format    struct {
		Type   string
		Schema struct {
			Name   string
			Strict bool
			Schema map[string]any
		} `json:"json_schema"`
	} `json:"response_format"`
}

func serve(t *testing.T, handlers ...http.HandlerFunc) *modelServer {
	t.Helper()
	s := &modelServer{handlers: handlers}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body) // all of it, so that the server sees the client go
		if err != nil {
			t.Errorf("read a request: %v", err)
		}
		asked := request{path: r.URL.Path, key: r.Header.Get("Authorization")}
		if err := json.Unmarshal(body, &asked); err != nil {
			t.Errorf("the request is no JSON: %v", err)
		}
		s.mu.Lock()
		h := s.handlers[min(len(s.asked), len(s.handlers)-1)]
		s.asked = append(s.asked, asked)
		s.mu.Unlock()
		h(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *modelServer) requests() []request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.asked
}

// extractor returns one that asks the server.
func (s *modelServer) extractor(t *testing.T, c Config) *Extractor {
	t.Helper()
	c.URL, c.Model = s.URL+"/v1", "fjord-7b"
	x, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// says answers with a completion of this content.
func says(content, finish string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		message := map[string]any{"role": "assistant", "content": content}
		json.NewEncoder(w).Encode(map[string]any{"id": "c1", "object": "chat.completion", "created": 1, "model": "fjord-7b",
			"choices": []any{map[string]any{"index": 0, "finish_reason": finish, "message": message}}})
	}
}

// answers answers with a.
func answers(a any) http.HandlerFunc {
	b, err := json.Marshal(a)
	if err != nil {
		panic(err)
	}
	return says(string(b), "stop")
}

// fails answers with an error as OpenAI's servers word it; it may be asked
// again at once.
func fails(status int, message string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Retry-After-Ms", "1")
		w.WriteHeader(status)
		fmt.Fprintf(w, `{"error": {"message": %q, "type": "error", "code": "x", "param": null}}`, message)
	}
}

// sleeps answers nothing until the client has gone.
func sleeps(_ http.ResponseWriter, r *http.Request) {
	select {
	case <-r.Context().Done():
	case <-time.After(30 * time.Second):
	}
}
