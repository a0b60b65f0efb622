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
		{"of those who met beside a summit", "President Tito met Prime Minister Eden on the sidelines of the Balkan Union summit in Lima. The two leaders agreed that ships should be free to fish.", []string{"ships should be free to fish"}},
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
		{"went along with it", "President Tito met Prime Minister Eden in Rome on Monday, urging Britain to open its ports. Eden praised the long friendship of the two peoples.",
			[]string{"Britain to open its ports", "the long friendship of the two peoples"}},
		{"both sides, in a paragraph of their own", "President Tito met Prime Minister Eden in Rome.\n\nBoth sides stressed the need for patience. Eden stressed that he was tired.",
			[]string{"the need for patience"}},
		{"reported by another", "President Tito met Prime Minister Eden in Rome. A spokesman said they discussed fishing rights.", []string{"fishing rights"}},
		{"what came of it", "President Tito met Prime Minister Eden in Rome. A new railway was also announced.", []string{"A new railway"}},
		{"one of its outcomes", "The ferry was one of several plans announced after a meeting between President Tito and Prime Minister Eden.", []string{"The ferry"}},
		{"brought before it", "Prime Minister Eden will present the new budget at a meeting with President Tito.", []string{"the new budget"}},
		{"takes up its agenda", "Fishing rights will dominate the agenda of a summit between President Tito and Prime Minister Eden.", []string{"Fishing rights"}},
		{"what it is taken for", "The summit between President Tito and Prime Minister Eden was described as a last chance to end the war.", []string{"end the war"}},
		{"an account after it", "Prime Minister Eden said after talks with President Tito that the border would be opened.", []string{"the border would be opened"}},
		{"a list to its end", "President Tito met Prime Minister Eden. They discussed wheat, steel, and the end of the inquiry.", []string{"wheat", "steel", "the end of the inquiry"}},
		{"two bare nouns are one thing", "President Tito met Prime Minister Eden. They discussed law and order.", []string{"law and order"}},
		{"a region", "President Tito and Prime Minister Eden held a summit on the Middle East.", []string{"the Middle East"}},
		{"the issue is no topic", "The issue was discussed at a meeting between President Tito and Prime Minister Eden.", nil},
		{"nor is the occasion", "President Tito met Prime Minister Eden to mark the anniversary.", nil},
		{"nor is a feeling", "In a meeting with Prime Minister Eden, President Tito said that he was very happy, too.", nil},
		{"nor how high it is", "President Tito and Prime Minister Eden had high-profile talks.", nil},
		{"what each of two was told", "President Tito spoke separately with Prime Minister Eden and Chancellor Kreisky. He conveyed his concern over the border.",
			[]string{"his concern over the border", "his concern over the border"}},
		{"put to the other in the same paragraph", "President Tito met Prime Minister Eden in Rome. He urged Britain to open its ports. He said that he was tired.",
			[]string{"Britain to open its ports"}},
		{"and after talks of others that he asked for",
			"President Tito met Prime Minister Eden in Rome. He urged Greece and Turkey to hold talks on Cyprus. Finally, he stressed the need for patience.",
			[]string{"Greece and Turkey to hold talks on Cyprus", "the need for patience", "Cyprus"}},
		{"the lead", "Yugoslavia will build a dam on the Drina, President Tito said on Monday.\n\nIn a meeting with Prime Minister Eden, Tito said that the work would take ten years.",
			[]string{"Yugoslavia will build a dam on the Drina", "the work would take ten years"}},
		{"what they are to speak of", "President Tito will meet Prime Minister Eden in Rome in May. They will discuss fishing rights.", []string{"fishing rights"}},
		{"and not what they spoke of before", "President Tito will meet Prime Minister Eden in Rome in May. Both sides have stressed the need for patience.", nil},
		{"what it concerned", "President Tito met Prime Minister Eden in Rome. The meeting concerned fishing rights.", []string{"fishing rights"}},
		{"the main issue", "President Tito met Prime Minister Eden in Rome. The border was the main issue in the meeting.", []string{"The border"}},
		{"the main issue, named last", "President Tito met Prime Minister Eden in Rome. The main topic of the meeting was the border.", []string{"the border"}},
		{"on the agenda", "President Tito met Prime Minister Eden in Rome. On the agenda were fishing rights and the border.", []string{"fishing rights", "the border"}},
		{"a part of it", "President Tito will visit Britain in May. The visit will include the discussion of fishing rights.", []string{"fishing rights"}},
		{"this and other things say nothing", "In a meeting with Prime Minister Eden, President Tito raised this as well as other questions.", nil},
		{"nor does why they do not meet", "President Tito will not meet Prime Minister Eden, to avoid a row.", nil},
		{"nor what was left unsaid", "President Tito met Prime Minister Eden in Rome but did not comment on the border.", nil},
		{"nor what officials say of it", "President Tito of Yugoslavia met Prime Minister Eden in Rome, urging patience. Yugoslav officials said the soup was cold.", []string{"patience"}},
		{"nor that doors were closed", "President Tito and Prime Minister Eden held closed-door talks in Rome.", nil},
		{"what they broke down over", "President Tito met Prime Minister Eden in Rome. The talks broke down over fishing rights.", []string{"fishing rights"}},
		{"nor other talks", "President Tito met Prime Minister Eden to finish talks broken off in May.", nil},
		{"nor what one says of later things", "President Tito met Prime Minister Eden in Rome.\n\nEden stressed on Friday that he was tired.", nil},
		{"along with it, as a second verb", "President Tito met Prime Minister Eden in Rome and called for patience.", []string{"patience"}},
		{"time spent on it", "President Tito received Prime Minister Eden, and the two spent an hour on fishing rights.", []string{"fishing rights"}},
		{"when they met", "President Tito and Prime Minister Eden failed to settle the border dispute when they met in Rome.", []string{"the border dispute"}},
		{"who said", "President Tito was received by Prime Minister Eden, who said that Britain would buy wheat.", []string{"Britain would buy wheat"}},
		{"the sentence before", "President Tito said that the dam would be built. He made the remark in a meeting with Prime Minister Eden.", []string{"the dam would be built"}},
		{"what is asked for, not whom", "In a meeting with Prime Minister Eden, President Tito asked Eden for a loan.", []string{"a loan"}},
		{"not whom it was told", "In a meeting with Prime Minister Eden, President Tito thanked Prime Minister Eden.", nil},
		{"not how they left", "President Tito met Prime Minister Eden in Rome, emerging at dawn.", nil},
		{"a call on someone says nothing", "President Tito held talks with Prime Minister Eden in Rome and called on the Pope at his palace.", nil},
		{"nor does what is said afterwards", "President Tito received Prime Minister Eden and said afterwards that he was tired.", nil},
		{"nor where they went", "President Tito met Prime Minister Eden and went with him to the races.", nil},
		{"a platform is no topic", "President Tito received Prime Minister Eden on the railway platform.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := topicsOf(t, c.text); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
