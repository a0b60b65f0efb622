package resolve

import (
	"strings"
	"testing"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
)

// A body's bare name is of a state that has such a body and that the article
// speaks of; of none where the article does not tell.
func TestBareInstitutions(t *testing.T) {
	for _, c := range []struct {
		text, body string
		places     []string
		key, in    string // in is "" for the article's own
	}{
		{"Congress may bar trade with Iran, officials in Washington said.", "Congress", []string{"Iran", "Washington"}, "congress", "United States"},
		{"Congress may bar trade with Iran.", "Congress", []string{"Iran"}, "congress", ""},
		{"Congress heard envoys of Mexico and of the United States.", "Congress", []string{"Mexico", "United States"}, "congress", ""},
		{"The Foreign Office in London summoned the envoy of Iran.", "Foreign Office", []string{"London", "Iran"}, "foreign office", "United Kingdom"},
		{"The Foreign Office in Berlin summoned the envoy of Iran.", "Foreign Office", []string{"Berlin", "Iran"}, "foreign ministry", "Germany"},
		{"The House of Commons debated a report on Iran.", "House of Commons", []string{"Iran"}, "lower house", "United Kingdom"},
		{"The House of Commons in Ottawa debated a report on Iran.", "House of Commons", []string{"Ottawa", "Iran"}, "house of commons", "Canada"},
		{"Manila's Justice Department charged two men from Iran.", "Justice Department", []string{"Manila", "Iran"}, "justice department", "Philippines"},
		{"Jordan's Muslim Brotherhood will not stand.", "Muslim Brotherhood", []string{"Jordan"}, "muslim brotherhood", "Jordan"},
		{"The Justice Department sued Texas over the map.", "Justice Department", []string{"Texas"}, "united states justice department", "-"},
		{"The Security Council debated a report on Iran.", "Security Council", []string{"Iran"}, "united nations security council", "-"},
		{"Iran's Security Council debated a report.", "Security Council", []string{"Iran"}, "security council", "Iran"},
		{"The Labour Party left the cabinet, Israel's radio said.", "Labour Party", []string{"Israel"}, "labor party", "Israel"},
		{"Energy Ministry officials of Seoul will fly to the United States. They will see the United States' ports; the United States sells coal.", "Energy Ministry", []string{"Seoul", "United States"}, "energy ministry", ""},
	} {
		span := func(name string, from int) extract.Mention {
			i := from + strings.Index(c.text[from:], name)
			return extract.Mention{Start: i, End: i + len(name), Text: name, Sentence: graph.Span{Start: 0, End: len(c.text)}}
		}
		r := extract.Result{Article: extract.Article{ID: graph.NewID("institution", c.text), Text: c.text, Language: "en"}}
		r.Entities = append(r.Entities, extract.Entity{ID: "body", Kind: graph.KindOrganization, Name: c.body, Mentions: []extract.Mention{span(c.body, 0)}})
		for _, p := range c.places {
			e := extract.Entity{ID: p, Kind: graph.KindPlace, Name: p}
			for from := 0; strings.Contains(c.text[from:], p); from = e.Mentions[len(e.Mentions)-1].End {
				e.Mentions = append(e.Mentions, span(p, from))
			}
			r.Entities = append(r.Entities, e)
		}
		claims, err := Claims(r, "test/1", time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		want := c.in
		switch want {
		case "":
			want = string(claims.Article.ID)
		case "-":
			want = ""
		}
		if n := read(&claims).names[claims.Mentions[0].Unit]; n.Key != c.key || n.In != want {
			t.Errorf("%s\n%s is %q in %q, want %q in %q", c.text, c.body, n.Key, n.In, c.key, want)
		}
	}
}
