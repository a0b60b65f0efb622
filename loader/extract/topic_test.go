package extract

import (
	"slices"
	"testing"
)

// topicsOf reads a text and returns the topics of its meetings, in order.
func topicsOf(t *testing.T, text string) []string {
	t.Helper()
	d := &document{Doc: parser(t).Parse(text)}
	d.readEntities()
	meetings, _ := d.readOccurrences()
	var out []string
	for _, m := range meetings {
		for _, topic := range m.Topics {
			out = append(out, topic.Text)
		}
	}
	return out
}

func TestTopics(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"after on", "President Tito held talks with Prime Minister Eden on fishing rights.", []string{"fishing rights"}},
		{"beyond the party", "President Tito met Prime Minister Eden to discuss the border dispute.", []string{"the border dispute"}},
		{"what kind of talks", "President Tito had trade talks with Prime Minister Eden.", []string{"trade"}},
		{"discussed", "President Tito discussed the grain harvest with Prime Minister Eden.", []string{"the grain harvest"}},
		{"designed to", "President Tito attended a summit in Vienna designed to end the war.", []string{"end the war"}},
		{"said at it", "In a meeting with Prime Minister Eden, President Tito said that the bridge must be rebuilt.", []string{"the bridge must be rebuilt"}},
		{"and by the other, for his part",
			"In a meeting with Prime Minister Eden, President Tito called for new elections. Eden, for his part, stressed the need for patience.",
			[]string{"new elections", "the need for patience"}},
		{"not what was said elsewhere",
			"In a meeting with Prime Minister Eden, President Tito called for new elections. Eden told reporters that he was tired.",
			[]string{"new elections"}},
		{"a platform is no topic", "President Tito received Prime Minister Eden on the railway platform.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := topicsOf(t, c.text); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
