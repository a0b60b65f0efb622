package llm

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
	"github.com/whomet/whomet/loader/resolve"
)

// TestExtract asks once and gets claims with the right spans.
func TestExtract(t *testing.T) {
	s := serve(t, answers(truth()))
	x := s.extractor(t, Config{Key: "secret"})
	r, err := x.Extract(t.Context(), ferry, ferryMeta)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Dropped) > 0 {
		t.Errorf("dropped %v of an answer that is right", r.Dropped)
	}
	if _, err := resolve.Claims(r, x.Version(), time.Now()); err != nil {
		t.Errorf("the result is no claims: %v", err)
	}
	if x.Version() != "llm/1 fjord-7b" {
		t.Errorf("version %q", x.Version())
	}

	asked := s.requests()
	if len(asked) != 1 {
		t.Fatalf("%d requests, want 1", len(asked))
	}
	q := asked[0]
	if q.path != "/v1/chat/completions" || q.key != "Bearer secret" || q.Model != "fjord-7b" {
		t.Errorf("asked %s with %q for %s", q.path, q.key, q.Model)
	}
	if q.Format.Type != "json_schema" || !q.Format.Schema.Strict || q.Format.Schema.Schema["type"] != "object" {
		t.Errorf("structured output is asked for as %+v", q.Format)
	}
	if len(q.Messages) != 2 || q.Messages[0].Content != prompt || !strings.Contains(q.Messages[1].Content, ferry) ||
		!strings.Contains(q.Messages[1].Content, "The article's day: 2019-05-07") {
		t.Errorf("asked %q", q.Messages)
	}

	var names []string
	for _, e := range r.Entities {
		names = append(names, e.Name)
	}
	if want := []string{"Karen Holm", "Matti Virtanen", "Denmark", "Finland", "Aarhus", "Turku"}; !slices.Equal(names, want) {
		t.Errorf("entities %q, want %q", names, want)
	}
	var spans []string
	for _, m := range r.Entities[1].Mentions {
		spans = append(spans, m.Text)
	}
	if want := []string{"Matti Virtanen", "Virtanen", "Matti Virtanen"}; !slices.Equal(spans, want) {
		t.Errorf("Virtanen is mentioned as %q, want %q", spans, want)
	}
	if p := r.Entities[0].Positions; len(p) != 1 || p[0].Title != "Foreign Minister" || p[0].Of == nil || *p[0].Of != "e3" {
		t.Errorf("positions %+v", p)
	}
	if len(r.Meetings) != 2 || len(r.Events) != 1 {
		t.Fatalf("%d meetings, %d events", len(r.Meetings), len(r.Events))
	}
	call, visit, accident := r.Meetings[0], r.Meetings[1], r.Events[0]
	if got := say(call.Occurrence); got != `HELD e1:PARTICIPANT "Foreign Minister" for e3, e2:PARTICIPANT for e4 on 2019-05-06 "Monday" about "the ferry strike"` {
		t.Errorf("the call is %s", got)
	}
	if got := say(visit.Occurrence); got != `PLANNED e1:HOST, e2:VISITOR on 2019-05-12 "12 May" at e5` {
		t.Errorf("the visit is %s", got)
	}
	if got := say(accident.Occurrence); got != `HELD on 2019-05-04 "two days earlier" at e6` {
		t.Errorf("the accident is %s", got)
	}
	// the quote is the sentence as the article writes it
	if got := visit.Evidence; len(got) != 1 || got[0].Quote != "She “will receive” Virtanen in Aarhus on 12 May, her office said." {
		t.Errorf("evidence %+v", got)
	}
}

// say writes an occurrence on one line.
func say(o extract.Occurrence) string {
	var b strings.Builder
	b.WriteString(string(o.Status))
	for i, p := range o.Participants {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString(" " + p.Entity + ":" + string(p.Role))
		if p.Title != nil {
			b.WriteString(` "` + *p.Title + `"`)
		}
		if p.OnBehalfOf != nil {
			b.WriteString(" for " + *p.OnBehalfOf)
		}
	}
	if d := o.Date; d != nil {
		b.WriteString(" on ")
		if d.Start != nil {
			b.WriteString(*d.Start + " ")
		}
		b.WriteString(`"` + *d.Text + `"`)
	}
	if o.Place != nil {
		b.WriteString(" at " + *o.Place)
	}
	for _, topic := range o.Topics {
		b.WriteString(` about "` + topic.Text + `"`)
	}
	return b.String()
}

// TestLies reads answers that the article does not bear out: what is not in it
// is dropped and counted, and the rest stays.
func TestLies(t *testing.T) {
	for _, c := range []struct {
		name    string
		lie     func(*answer)
		dropped string // kind
		call    string // what is left of the first meeting; "" if nothing is
	}{
		{"a person whom it does not name", func(a *answer) {
			a.Entities = append(a.Entities, entity{Kind: graph.KindPerson, Name: "Olaf Berg"})
			a.Meetings[0].Participants = append(a.Meetings[0].Participants, participant{Name: "Olaf Berg", Role: graph.RoleMediator})
		}, "participant", "HELD e1:PARTICIPANT"},
		{"a fuller name than it has", func(a *answer) {
			a.Entities[0].Name, a.Meetings[0].Participants[0].Name = "Karen Marie Holm", "Karen Marie Holm"
		}, "name", "HELD e1:PARTICIPANT"},
		{"a country that it does not speak of", func(a *answer) {
			a.Entities[2] = entity{Kind: graph.KindPlace, Name: "Sweden", OtherNames: []string{"Danish"}}
		}, "name", `HELD e1:PARTICIPANT "Foreign Minister", e2:PARTICIPANT for e4`},
		{"a part of a word", func(a *answer) { a.Entities[4].OtherNames = []string{"Aar"} }, "name", "HELD e1:PARTICIPANT"},
		{"an office as a name", func(a *answer) { a.Entities[0].OtherNames = append(a.Entities[0].OtherNames, "office") }, "name", "HELD e1"},
		{"a kind that does not exist", func(a *answer) { a.Entities[5].Kind = "SHIP" }, "name", "HELD e1"},
		{"a quote that it does not say", func(a *answer) { a.Meetings[0].Quotes = []string{"Holm and Virtanen shook hands in Oslo on Monday."} }, "quote", ""},
		{"a quote that it says otherwise", func(a *answer) {
			a.Meetings[0].Quotes = []string{"Danish Foreign Minister Karen Holm talked by telephone with Matti Virtanen of Finland on Monday about the ferry strike."}
		}, "quote", ""},
		{"a quote that could be anywhere", func(a *answer) { a.Meetings[0].Quotes = []string{"Holm"} }, "quote", ""},
		{"no quote", func(a *answer) { a.Meetings[0].Quotes = nil }, "meeting", ""},
		{"nobody", func(a *answer) { a.Meetings[0].Participants = nil }, "meeting", ""},
		{"a status that does not exist", func(a *answer) { a.Meetings[0].Status = "DONE" }, "status", ""},
		{"a mode that does not exist", func(a *answer) { a.Meetings[0].Mode = "TELEPATHY" }, "mode", "HELD e1:PARTICIPANT"},
		{"a role that does not exist", func(a *answer) { a.Meetings[0].Participants[0].Role = "BOSS" }, "role", "HELD e1:PARTICIPANT"},
		{"a role of another kind", func(a *answer) { a.Meetings[0].Participants[0].Role = graph.RolePatient }, "role", "HELD e1:PARTICIPANT"},
		{"an office that it does not tell", func(a *answer) { a.Meetings[0].Participants[0].Title = "Prime Minister" }, "title", "HELD e1:PARTICIPANT for e3"},
		{"a topic in other words", func(a *answer) { a.Meetings[0].Topics = []string{"industrial action at sea"} }, "topic", `on 2019-05-06 "Monday"`},
		{"a place that it does not name", func(a *answer) { a.Meetings[0].Place = "Oslo" }, "place", "HELD e1"},
		{"a place that is none", func(a *answer) { a.Meetings[0].Place = "Karen Holm" }, "place", "HELD e1"},
		{"words for a day that it does not have", func(a *answer) { a.Meetings[0].Date = saidDate{"Thursday", "2019-05-02"} }, "date", "HELD e1"},
		{"a day without words", func(a *answer) { a.Meetings[0].Date = saidDate{"", "2019-05-06"} }, "date", "HELD e1"},
		{"a day that the words cannot mean", func(a *answer) { a.Meetings[0].Date.Start = "2019-05-07" }, "date", `on 2019-05-06 "Monday"`},
		{"a day that does not exist", func(a *answer) { a.Meetings[0].Date.Start = "2019-13-40" }, "date", `on 2019-05-06 "Monday"`},
		{"an event of no type", func(a *answer) { a.Events[0].Type = "SHIPWRECK" }, "type", "HELD e1"},
		{"an event of nobody nowhere", func(a *answer) { a.Events[0].Place = "" }, "event", "HELD e1"},
		{"a list that does not end", func(a *answer) {
			for range 3000 {
				a.Meetings[0].Topics = append(a.Meetings[0].Topics, "the ferry strike")
			}
		}, "topic", "HELD e1"},
		{"the same meeting again and again", func(a *answer) {
			for range 3000 {
				a.Meetings = append(a.Meetings, a.Meetings[0])
			}
		}, "meeting", "HELD e1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := truth()
			c.lie(&a)
			x := serve(t, answers(a)).extractor(t, Config{})
			r, err := x.Extract(t.Context(), ferry, ferryMeta)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := resolve.Claims(r, x.Version(), time.Now()); err != nil {
				t.Errorf("the result is no claims: %v", err)
			}
			if r.Dropped[c.dropped] == 0 {
				t.Errorf("dropped %v, want %s", r.Dropped, c.dropped)
			}
			if len(r.Meetings) == 0 || len(r.Meetings) > 2 {
				t.Fatalf("%d meetings", len(r.Meetings))
			}
			switch got := say(r.Meetings[0].Occurrence); {
			case c.call == "" && !strings.HasPrefix(got, "PLANNED"):
				t.Errorf("the call is still there: %s", got)
			case !strings.Contains(got, c.call):
				t.Errorf("the call is %s, want %s", got, c.call)
			}
		})
	}
}

// TestNames says which places in a text name whom.
func TestNames(t *testing.T) {
	for _, c := range []struct {
		name, text string
		entities   []entity
		want       []string // each entity's name and the words that name it
	}{
		{"the longer name", "Ann Lee met Lee Berg. Lee was late.",
			[]entity{{Kind: "PERSON", Name: "Ann Lee", OtherNames: []string{"Lee"}}, {Kind: "PERSON", Name: "Lee Berg"}}, []string{"Ann Lee: Ann Lee, Lee", "Lee Berg: Lee Berg"}},
		{"a short form that two share", "Ann Lee spoke. Lee left. Bo Lee came. Lee sat down.",
			[]entity{{Kind: "PERSON", Name: "Ann Lee", OtherNames: []string{"Lee"}}, {Kind: "PERSON", Name: "Bo Lee", OtherNames: []string{"Lee"}}},
			[]string{"Ann Lee: Ann Lee, Lee", "Bo Lee: Bo Lee, Lee"}},
		{"a place inside a body's name", "The Bank of Malta lent money.",
			[]entity{{Kind: "ORGANIZATION", Name: "Bank of Malta"}, {Kind: "PLACE", Name: "Malta"}}, []string{"Bank of Malta: Bank of Malta", "Malta: Malta"}},
		{"nobody inside a person's name", "Malta Berg lent money.",
			[]entity{{Kind: "PERSON", Name: "Malta Berg"}, {Kind: "PLACE", Name: "Malta"}}, []string{"Malta Berg: Malta Berg"}},
		{"a person known by a body alone", "The Berg Trust lent money.",
			[]entity{{Kind: "ORGANIZATION", Name: "Berg Trust"}, {Kind: "PERSON", Name: "Berg"}}, []string{"Berg Trust: Berg Trust", "Berg: Berg"}},
		{"particles, but no offices", "Charles de Gaulle spoke. De Gaulle, the president, left; so says de Gaulle.",
			[]entity{{Kind: "PERSON", Name: "Charles de Gaulle", OtherNames: []string{"de Gaulle", "De Gaulle", "the president", "president"}}},
			[]string{"Charles de Gaulle: Charles de Gaulle, De Gaulle, de Gaulle"}},
		{"a country by its people and its capital", "Danish ships were held. Copenhagen protested.",
			[]entity{{Kind: "PLACE", Name: "Denmark", OtherNames: []string{"Danish", "Copenhagen"}}}, []string{"Denmark: Danish, Copenhagen"}},
		{"a body by what it is", "He told the cabinet that it rained.",
			[]entity{{Kind: "ORGANIZATION", Name: "cabinet"}}, []string{"cabinet: cabinet"}},
		{"one in two entries", "Ann Lee spoke. Lee left.",
			[]entity{{Kind: "PERSON", Name: "Ann Lee"}, {Kind: "PERSON", Name: "Lee", OtherNames: []string{"Ann Lee"}}}, []string{"Ann Lee: Ann Lee, Lee"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := newChecker(c.text, extract.Meta{}, slog.New(slog.DiscardHandler))
			k.take(answer{Entities: c.entities}, graph.Span{End: len(c.text)})
			k.finish()
			var got []string
			for _, e := range k.reportEntities() {
				var words []string
				for _, m := range e.Mentions {
					words = append(words, m.Text)
				}
				got = append(got, e.Name+": "+strings.Join(words, ", "))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// TestDates says what words may mean.
func TestDates(t *testing.T) {
	for _, c := range []struct {
		words, said string
		status      graph.OccurrenceStatus
		published   graph.PartialDate
		want        string // "" is not known
		dropped     bool
	}{
		{"Friday", "2020-03-06", graph.StatusHeld, "2020-03-10", "2020-03-06", false},
		{"Friday", "2020-03-13", graph.StatusPlanned, "2020-03-10", "2020-03-13", false},
		{"Friday", "", graph.StatusPlanned, "2020-03-10", "2020-03-13", false},
		{"Friday", "2020-03-06", graph.StatusHeld, "", "", true},
		{"Friday", "", graph.StatusHeld, "", "", false},
		{"3 March 2019", "2019-03-03", graph.StatusHeld, "", "2019-03-03", false},
		{"3 March 2019", "2019-03-04", graph.StatusHeld, "", "2019-03-03", true},
		{"last month", "2020-02", graph.StatusHeld, "2020-03-10", "2020-02", false},
		{"that May", "2018-05", graph.StatusHeld, "2020-03-10", "", true},
		{"the past two weeks", "", graph.StatusHeld, "2020-03-10", "", false},
		{"the day after the storm", "2020-03-01", graph.StatusHeld, "2020-03-10", "", true},
	} {
		text := "Karen Holm met Lars Ek in Oslo, it is said, and " + c.words + " was when they did."
		k := newChecker(text, extract.Meta{PublishedAt: c.published}, slog.New(slog.DiscardHandler))
		d := k.date(saidDate{c.words, c.said}, c.status)
		got := ""
		if d.Start != nil {
			got = *d.Start
		}
		if got != c.want || *d.Text != c.words || (k.dropped["date"] > 0) != c.dropped {
			t.Errorf("%q seen from %q as %s: %q, dropped %v; want %q, %v", c.words, c.published, c.said, got, k.dropped, c.want, c.dropped)
		}
	}
}

// TestRetries meets servers that fail, and says how often they are asked.
func TestRetries(t *testing.T) {
	for _, c := range []struct {
		name     string
		handlers []http.HandlerFunc
		retries  int
		requests int
		err      string // "" if it goes well in the end
		ends     bool   // no other article would be read either
	}{
		{"down for a moment", []http.HandlerFunc{fails(500, "oops"), fails(503, "oops"), answers(truth())}, 2, 3, "", false},
		{"down", []http.HandlerFunc{fails(500, "out of memory")}, 2, 3, "500 Internal Server Error: out of memory", false},
		{"busy for a moment", []http.HandlerFunc{fails(429, "slow down"), answers(truth())}, 1, 2, "", false},
		{"busy", []http.HandlerFunc{fails(429, "slow down")}, 1, 2, "takes no more requests now: slow down; give fewer at once with --llm-concurrency", false},
		{"no retries", []http.HandlerFunc{fails(500, "oops")}, 0, 1, "failed: 500", false},
		{"not JSON", []http.HandlerFunc{says("Certainly! They met.", "stop"), answers(truth())}, 1, 2, "", false},
		{"never JSON", []http.HandlerFunc{says("Certainly! They met.", "stop")}, 2, 3, "the model's answer is broken", false},
		{"cut JSON", []http.HandlerFunc{says(`{"entities": [{"name": "Ka`, "stop")}, 1, 2, "broken", false},
		{"other JSON", []http.HandlerFunc{says(`{"entities": "Karen Holm"}`, "stop")}, 1, 2, "broken", false},
		{"a fence around it", []http.HandlerFunc{says("```json\n{\"entities\": [], \"meetings\": [], \"events\": []}\n```", "stop")}, 0, 1, "", false},
		{"offsets, which nobody asked for", []http.HandlerFunc{says(`{"entities": [{"kind": "PERSON", "name": "Karen Holm", "start": -7, "end": 99999}], "meetings": [], "events": []}`, "stop")}, 0, 1, "", false},
		{"no choices", []http.HandlerFunc{func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.Write([]byte(`{"id": "c1", "object": "chat.completion", "choices": []}`))
		}}, 1, 2, "it is empty", false},
		{"first broken, then down", []http.HandlerFunc{says("?", "stop"), fails(500, "oops")}, 2, 3, "failed: 500", false},
		{"cut off", []http.HandlerFunc{says(`{"entities": [`, "length")}, 3, 1, "the model's answer was cut off; let the server give longer answers", false},
		{"filtered", []http.HandlerFunc{says("", "content_filter")}, 3, 1, "content filter", false},
		{"refused", []http.HandlerFunc{func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.Write([]byte(`{"choices": [{"finish_reason": "stop", "message": {"role": "assistant", "content": null, "refusal": "I cannot help with this."}}]}`))
		}}, 3, 1, "the model refuses to answer: I cannot help with this.", false},
		{"no key", []http.HandlerFunc{fails(401, "no key given")}, 3, 1, "asks for a key: no key given; give it in WHOMET_LLM_API_KEY", true},
		{"no such model", []http.HandlerFunc{fails(404, "no fjord-7b here")}, 3, 1, `no model "fjord-7b": no fjord-7b here; check --llm-url`, true},
		{"bad request", []http.HandlerFunc{fails(400, "the text is too long")}, 3, 1, "failed: 400 Bad Request: the text is too long", false},
		{"a web page", []http.HandlerFunc{func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.Write([]byte("<html>Welcome</html>"))
		}}, 0, 1, "answers, but with no chat completion; check --llm-url", true},
		{"half an answer", []http.HandlerFunc{func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.Header().Set("Content-Length", "5000")
			w.Write([]byte(`{"choices": [`))
		}, answers(truth())}, 1, 2, "", false},
		{"never a whole answer", []http.HandlerFunc{func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "5000")
			w.Write([]byte(`{"choices": [`))
		}}, 0, 1, "broke off its answer", false},
		{"a proxy that fails", []http.HandlerFunc{func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, "<html>Bad Gateway</html>", http.StatusBadGateway)
		}}, 0, 1, "failed: 502 Bad Gateway", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := serve(t, c.handlers...)
			_, err := s.extractor(t, Config{Retries: c.retries}).Extract(t.Context(), ferry, ferryMeta)
			if c.err == "" && err != nil || c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)) {
				t.Errorf("error %v, want %q", err, c.err)
			}
			t.Log(err)
			if errors.Is(err, extract.ErrUnavailable) != c.ends {
				t.Errorf("%v: ends the work %v, want %v", err, !c.ends, c.ends)
			}
			if n := len(s.requests()); n != c.requests {
				t.Errorf("%d requests, want %d", n, c.requests)
			}
		})
	}
}

// TestSlow gives up on an answer that does not come, and asks again.
func TestSlow(t *testing.T) {
	s := serve(t, sleeps)
	_, err := s.extractor(t, Config{Timeout: 50 * time.Millisecond}).Extract(t.Context(), ferry, ferryMeta)
	if err == nil || !strings.Contains(err.Error(), "gave no answer within 50ms; give it more with --llm-timeout") {
		t.Errorf("error %v", err)
	}
	s = serve(t, sleeps, answers(truth()))
	if _, err := s.extractor(t, Config{Timeout: time.Second, Retries: 1}).Extract(t.Context(), ferry, ferryMeta); err != nil {
		t.Errorf("the second answer comes in time: %v", err)
	}
}

// TestUnreachable says so, once for all articles.
func TestUnreachable(t *testing.T) {
	s := serve(t, sleeps)
	x := s.extractor(t, Config{})
	s.Close()
	_, err := x.Extract(t.Context(), ferry, ferryMeta)
	if !errors.Is(err, extract.ErrUnavailable) || !strings.Contains(err.Error(), "cannot be reached") {
		t.Errorf("error %v", err)
	}
}

// TestCancel ends a request at once.
func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { cancel(); sleeps(w, r) })
	if _, err := s.extractor(t, Config{Retries: 5}).Extract(ctx, ferry, ferryMeta); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want the context's", err)
	}
	if n := len(s.requests()); n != 1 {
		t.Errorf("%d requests after the end", n)
	}
}

// TestNew refuses what cannot work.
func TestNew(t *testing.T) {
	for _, c := range []struct {
		config Config
		err    string
	}{
		{Config{Model: "m"}, "name it with --llm-url"},
		{Config{URL: "127.0.0.1:11434", Model: "m"}, "is no address of a server"},
		{Config{URL: "ftp://host", Model: "m"}, "is no address of a server"},
		{Config{URL: "http://", Model: "m"}, "is no address of a server"},
		{Config{URL: "https://me:secret@host/v1", Model: "m"}, "WHOMET_LLM_API_KEY"},
		{Config{URL: "http://host/v1"}, "name it with --llm-model"},
		{Config{URL: "http://host/v1", Model: "m", Retries: -1}, "--llm-retries is -1"},
		{Config{URL: "http://host/v1", Model: "m", Words: 3}, "--llm-words is 3"},
		{Config{URL: "http://host/v1", Model: "m", Timeout: -time.Second}, "--llm-timeout is -1s"},
	} {
		if _, err := New(c.config); err == nil || !strings.Contains(err.Error(), c.err) || strings.Contains(err.Error(), "secret") {
			t.Errorf("%+v: %v, want %q", c.config, err, c.err)
		}
	}
}
