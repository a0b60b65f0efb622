package llm

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
	"github.com/whomet/whomet/loader/resolve"
)

// tour is an article of so many paragraphs, each with a meeting of its own.
func tour(paragraphs int) string {
	var b strings.Builder
	b.WriteString("Karen Holm set out on a long journey through the ports of the north this spring.")
	for i := range paragraphs {
		fmt.Fprintf(&b, "\n\nHolm met Mayor Ek%d in the harbour of Town%d. They spoke about quay number %d, which is old, wet and hard to keep in order.", i, i, i)
	}
	return b.String()
}

// reader answers as a model does that reads only the part it is given: in
// later parts it has nothing but the surname.
func reader(limit int, paragraphs int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var q request
		json.NewDecoder(r.Body).Decode(&q)
		_, part, _ := strings.Cut(q.Messages[1].Content, "The text:\n\n")
		if len(strings.Fields(part)) > limit {
			says(`{"entities": [`, "length")(w, r)
			return
		}
		holm := entity{Kind: graph.KindPerson, Name: "Holm"}
		if strings.Contains(part, "Karen Holm") {
			holm = entity{Kind: graph.KindPerson, Name: "Karen Holm", OtherNames: []string{"Holm"}}
		}
		a := answer{Entities: []entity{holm}}
		for i := range paragraphs {
			quote := fmt.Sprintf("Holm met Mayor Ek%d in the harbour of Town%d.", i, i)
			if !strings.Contains(part, quote) {
				continue
			}
			name := fmt.Sprintf("Ek%d", i)
			a.Entities = append(a.Entities, entity{Kind: graph.KindPerson, Name: name})
			a.Meetings = append(a.Meetings, occurrence{Mode: graph.ModeInPerson, Status: graph.StatusHeld, Quotes: []string{quote},
				Participants: []participant{{Name: holm.Name, Role: graph.RoleVisitor}, {Name: name, Role: graph.RoleHost}}})
		}
		answers(a)(w, r)
	}
}

// TestLongArticle reads an article in parts, and makes one of what they say.
func TestLongArticle(t *testing.T) {
	const paragraphs = 120
	text := tour(paragraphs)
	for _, c := range []struct {
		name  string
		words int // of a part
		limit int // above which an answer is cut off
		parts int // at least
	}{
		{"in one", 5000, 5000, 1},
		{"in parts", 500, 5000, 6},
		{"halved because the answers grow too long", 5000, 400, 10},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := serve(t, nil)
			s.handlers[0] = func(w http.ResponseWriter, r *http.Request) {
				body, _ := json.Marshal(s.requests()[len(s.requests())-1])
				r.Body = http.NoBody
				r2, _ := http.NewRequest("POST", "/", strings.NewReader(string(body)))
				reader(c.limit, paragraphs)(w, r2)
			}
			x := s.extractor(t, Config{Words: c.words})
			r, err := x.Extract(t.Context(), text, extract.Meta{Path: "tour.txt"})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := resolve.Claims(r, x.Version(), time.Now()); err != nil {
				t.Errorf("the result is no claims: %v", err)
			}
			if n := len(s.requests()); n < c.parts {
				t.Errorf("%d parts, want %d or more", n, c.parts)
			}
			if len(r.Dropped) > 0 {
				t.Errorf("dropped %v", r.Dropped)
			}
			if len(r.Entities) != paragraphs+1 || r.Entities[0].Name != "Karen Holm" || len(r.Entities[0].Mentions) != paragraphs+1 {
				t.Errorf("%d entities, want Holm once and %d mayors", len(r.Entities), paragraphs)
			}
			var quotes []string
			for _, m := range r.Meetings {
				quotes = append(quotes, m.Evidence[0].Quote)
				if len(m.Participants) != 2 || m.Participants[0].Entity != "e1" {
					t.Errorf("%s: %+v", m.Evidence[0].Quote, m.Participants)
				}
			}
			if len(quotes) != paragraphs || len(slices.Compact(quotes)) != paragraphs {
				t.Errorf("%d meetings, want each of %d once", len(quotes), paragraphs)
			}
		})
	}
}

// TestCut makes parts that cover the text, overlap, and are no longer than
// asked where sentences are not.
func TestCut(t *testing.T) {
	text := newText(tour(100))
	parts := cut(text, 300)
	if len(parts) < 8 || parts[0].Start != 0 || parts[len(parts)-1].End != len(text.raw) {
		t.Fatalf("parts %v of %d bytes", parts, len(text.raw))
	}
	for i, p := range parts {
		if n := text.words(p); n > 300 {
			t.Errorf("part %d has %d words", i, n)
		}
		if i > 0 && (p.Start >= parts[i-1].End || p.Start <= parts[i-1].Start) {
			t.Errorf("part %d, %v, does not overlap %v", i, p, parts[i-1])
		}
	}
	if got := cut(newText(" \n "), 300); len(got) != 0 {
		t.Errorf("parts of nothing: %v", got)
	}
	long := newText(strings.Repeat("on and ", 1000))
	if got := cut(long, 300); len(got) != 1 {
		t.Errorf("a sentence is cut: %v", got)
	}
}
