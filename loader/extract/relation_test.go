package extract

import (
	"fmt"
	"slices"
	"testing"
)

// related reads a text and lists the relations of its occurrences, as "flew
// AFTER talks: the words that say so".
func related(t *testing.T, text string) []string {
	t.Helper()
	d := &document{Doc: parser(t).Parse(text)}
	d.readEntities()
	n := d.narrate()
	meetings := n.mergeMeetings(n.findMeetings())
	events := n.findEvents(meetings)
	n.relate(meetings, events)
	var out []string
	for _, o := range slices.Concat(meetings, events) {
		for _, l := range o.relations {
			out = append(out, fmt.Sprintf("%s %s %s: %s", n.Tokens[o.at].Text, l.kind, n.Tokens[l.to.at].Text, n.TextOf(l.span)))
		}
	}
	return out
}

func TestRelations(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"an event after a meeting", "President Tito flew to Cairo after talks with Prime Minister Eden.",
			[]string{"flew AFTER talks: flew to Cairo after talks"}},
		{"before is the other's after", "President Tito flew to Cairo ahead of talks with Prime Minister Eden.",
			[]string{"talks AFTER flew: flew to Cairo ahead of talks"}},
		{"a clause", "President Tito met Prime Minister Eden after Libya attacked the base at Sirte.",
			[]string{"met AFTER attacked: met Prime Minister Eden after Libya attacked"}},
		{"in retaliation", "Libya bombed Aleppo on Monday in retaliation for the Egyptian raid on Sirte.",
			[]string{"bombed IN_RESPONSE_TO raid: bombed Aleppo on Monday in retaliation for the Egyptian raid"}},
		{"on the sidelines", "President Tito met Prime Minister Eden on the sidelines of the UN summit in Geneva.",
			[]string{"met DURING summit: met Prime Minister Eden on the sidelines of the UN summit"}},
		{"the noun's verb", "President Tito held talks with Prime Minister Eden after the Libyan attack on Sirte.",
			[]string{"talks AFTER attack: talks with Prime Minister Eden after the Libyan attack"}},
		{"told before", "Libya attacked Sirte on Monday. President Tito met Prime Minister Eden on Tuesday after the attack.",
			[]string{"met AFTER attacked: met Prime Minister Eden on Tuesday after the attack"}},
		{"a part", "Libya raided the town of Sirte as part of an offensive against Egypt.",
			[]string{"raided PART_OF offensive: raided the town of Sirte as part of an offensive"}},
		{"one followed the other", "The Libyan raid on Sirte followed an Egyptian attack on Tobruk.",
			[]string{"raid AFTER attack: raid on Sirte followed an Egyptian attack"}},
		{"a verb of another happening", "Egypt condemned the Libyan raid on Sirte after talks between President Tito and Prime Minister Eden.",
			[]string{"condemned AFTER talks: condemned the Libyan raid on Sirte after talks"}},
		{"called off after it", "President Tito cancelled talks with Prime Minister Eden after the Libyan attack on Sirte.", nil},
		{"days that say otherwise", "Libya bombed Aleppo on 3 May 1951 after the Egyptian raid on Sirte on 5 May 1952.", nil},
		{"no word that says so", "President Tito met Prime Minister Eden. Libya attacked Sirte.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := related(t, c.text); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
