package extract

import (
	"strings"
	"testing"
)

// circumstances reads a text of 18 June 2015, a Thursday, and returns the day
// and place of each of its meetings, as "2015-06-15 @Rome"; "" is not told.
func circumstances(t *testing.T, text string) string {
	t.Helper()
	d := &document{Doc: parser(t).Parse(text, SentenceStarts(text)...), published: "2015-06-18"}
	d.readEntities()
	meetings, _ := d.readOccurrences()
	var out []string
	for _, m := range meetings {
		day, place := "", ""
		if m.Date != nil && m.Date.Start != nil {
			day = *m.Date.Start
			if m.Date.End != nil {
				day += "/" + *m.Date.End
			}
		}
		if m.Place != nil {
			for i := range d.entities {
				if entityID(i) == *m.Place {
					place = d.entities[i].name
				}
			}
		}
		out = append(out, day+" @"+place)
	}
	return strings.Join(out, "; ")
}

func TestCircumstances(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"before the subject of two verbs", "On Monday in Rome, President Tito met Prime Minister Eden, and opened a meeting with Chancellor Kreisky.", "2015-06-15 @Rome; 2015-06-15 @Rome"},
		{"of a journey that ended in the meeting", "BARI, Italy - President Josip Tito led a peace mission to Italy on Tuesday and held talks with President Antonio Segni.", "2015-06-16 @"},
		{"of the clause that a participle goes with", "President Tito arrived in Rome on Monday, meeting Prime Minister Eden at the airport.", "2015-06-15 @Rome"},
		{"not where the participle came before", "President Tito spoke to the press on Monday, having met Prime Minister Eden.", " @"},
		{"being somewhere", "President Tito said he would be in Geneva negotiating with Prime Minister Eden.", " @Geneva"},
		{"of the place of where", "President Tito arrived at the club on Tuesday morning, where he spoke to Prime Minister Eden.", "2015-06-16 @"},
		{"where, with its country", "President Tito came from Bari, Italy, where he held talks with Prime Minister Eden.", " @Bari"},
		{"of the journey made for it", "President Tito travelled to Russia in May 2014 to attend a meeting with Prime Minister Eden in Kazan.", "2014-05 @Kazan"},
		{"of what the subject did before", "President Tito gave a speech on Monday and conferred with Prime Minister Eden at the palace.", "2015-06-15 @"},
		{"not of what came later", "President Tito gave a speech on Monday and later conferred with Prime Minister Eden.", " @"},
		{"of what was said right after", "President Tito said on Monday after meeting Prime Minister Eden in Rome that he was content.", "2015-06-15 @Rome"},
		{"of what a call opened", "A school opened on Monday with a video call between President Tito and Prime Minister Eden.", "2015-06-15 @"},
		{"of leaving after so many hours", "President Tito came out on Monday after two hours with Prime Minister Eden.", "2015-06-15 @"},
		{"days after which something was said", "President Tito said on Wednesday, two days after meeting Prime Minister Eden, that it was late.", "2015-06-15 @"},
		{"the day after which something was said", "President Tito said on Wednesday, the day after his talks with Prime Minister Eden, that it was late.", "2015-06-16 @"},
		{"a fortnight after which something was said", "The price will rise, President Tito said on Wednesday, a fortnight after he met Prime Minister Eden.", "2015-05-31/2015-06-06 @"},
		{"not of what was said months later", "President Tito said on Wednesday, a month after talks with Prime Minister Eden, that it was late.", " @"},
		{"not of the arrival that a plan is told with", "President Tito arrived in Rome on Monday, where he is expected to hold talks with Prime Minister Eden.", " @Rome"},
		{"of talks told before", "Strike talks resumed in Bari on Monday. President Tito shook hands with Prime Minister Eden.", "2015-06-15 @Bari"},
		{"of the journey told before", "President Tito flew to Bari on Monday. He conferred with Prime Minister Eden for an hour.", "2015-06-15 @Bari"},
		{"of what they did together before", "President Tito and Prime Minister Eden planted a tree on Monday. The two later dined at the palace.", "2015-06-15 @"},
		{"of what another did, who also did this", "On Monday President Tito discussed the treaty with Prime Minister Eden, who also received Chancellor Kreisky.", "2015-06-15 @; 2015-06-15 @"},
		{"on which talks settled something", "President Tito and Prime Minister Eden buried their quarrel in the early hours of Monday after seven hours of talks.", "2015-06-15 @"},
		{"on which a meeting ran on", "President Tito's meeting with Prime Minister Eden ran on until dusk on Monday.", "2015-06-15 @"},
		{"meeting on a weekday to come", "President Tito is meeting Prime Minister Eden in Rome on Saturday.", "2015-06-20 @Rome"},
		{"meeting today", "President Tito is meeting Prime Minister Eden in Rome on Thursday.", "2015-06-18 @Rome"},
		{"before leaving", "President Tito met Prime Minister Eden on Monday before leaving Rome.", "2015-06-15 @Rome"},
		{"how long there was none", "This is the first visit of President Tito to China in five years.", " @China"},
		{"how long it took", "President Tito met Prime Minister Eden for the third time in five years.", " @"},
		{"how often", "President Tito and Prime Minister Eden have met four times in six months.", " @"},
		{"face to face", "President Tito and Prime Minister Eden came face to face for the first time on Tuesday.", "2015-06-16 @"},
		{"the day before something", "President Tito spoke on Monday. President Tito met Prime Minister Eden the day before the vote.", " @"},
		{"how long until", "President Tito will meet Prime Minister Eden in five years.", "2020 @"},
		{"at a house that is a body too", "The White House said little. President Tito met Prime Minister Eden at the White House on Monday.", "2015-06-15 @White House"},
		{"a visit to a state", "President Tito will pay a visit to Vietnam in July.", "2015-07 @Vietnam"},
		{"a tour of several", "President Tito will pay a visit to Vietnam and Laos in July.", "2015-07 @"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := circumstances(t, c.text); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
