package extract

import (
	"strings"
	"testing"
)

// Names that the language model takes for a body's or a place's, or does not
// see, are persons by what stands around them.
func TestPersonsByContext(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"a state's", "Chad's Ngata Tuimavave is to open a bridge in Lima.", "PER Ngata Tuimavave; PLA Chad; PLA Lima"},
		{"a state's bank", "Chad's Dembore Bank is to open a bridge in Lima.", "ORG Dembore Bank; PLA Chad; PLA Lima"},
		{"a state's firm that speaks of itself as it", "Chad's Ngata Tuimavave said it would build a bridge in Lima.", "ORG Ngata Tuimavave; PLA Chad; PLA Lima"},
		{"a state's maker of steel", "Chad's Dembore Steel met builders in Lima.", "ORG Dembore Steel; PLA Chad; PLA Lima"},
		{"who has critics", "Critics of Rinchen Dorjee gathered in the square.", "PER Rinchen Dorjee"},
		{"whom the next sentence calls he", "Quillon Ambatore flew to Lima on Monday. He was tired.", "PER Quillon Ambatore; PLA Lima"},
		{"whom another sentence calls Ms", "The bridge was opened by the party of Oumaru Dembore in Lima. Ms Dembore smiled.", "PER Oumaru Dembore; PLA Lima"},
		{"one Ms among many places", "She was hurt by Tavita Lemalu's claim. Many said Lemalu's words hurt. A few said Lemalu's words did not. “Ms Lemalu should remember us,” they said.", "PER Tavita Lemalu"},
		{"a surname's ending", "Zambia sent a note to Sipka Barazashvili in Lima.", "PER Sipka Barazashvili; PLA Lima; PLA Zambia"},
		{"two particles", "Peruvian President Orsela von der Leuchten flew to Lima.", "PER Orsela von der Leuchten; PLA Lima; PLA Peru"},
		{"a given name with a hyphen", "Exiled Yemeni President Abd-Rahim Mansour Zaidi wrote a letter.", "PER Abd-Rahim Mansour Zaidi; PLA Yemen"},
		{"an adverb before a surname", "Talks with Oumaru Dembore went on. Later Dembore flew home.", "PER Oumaru Dembore"},
		{"an ambassador in small letters", "The Peruvian ambassador to Ghana Prudence Tolhurst was unhurt.", "PER Prudence Tolhurst; PLA Ghana; PLA Peru"},
		{"two secretaries", "He met Secretary of State George Hulme and Commerce Secretary Malcolm Tarrant.", "PER George Hulme; PER Malcolm Tarrant"},
		{"a surname that is another's given name", "Howard Lane will not stand. Mr Lane was told so by Mr Howard on Monday.", "PER Howard; PER Howard Lane"},
		{"a given name with a title", "Alex Moore left. Mrs Moore and Sir Alex smiled.", "PER Alex Moore"},
		{"no article before a person", "Many say that he is the right man for the Bernaldo.", ""},
	} {
		t.Run(c.what, func(t *testing.T) {
			if got := strings.Join(readText(t, c.text).named(), "; "); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// A state before or after a name is the person's.
func TestNations(t *testing.T) {
	for _, text := range []string{"Peru's Nora Quist spoke.", "Peruvian Nora Quist spoke.", "Nora Quist of Peru spoke."} {
		d := readText(t, text)
		if got := d.nations[d.entityNamed(t, "Nora Quist")]; got < 0 || d.entities[got].name != "Peru" {
			t.Errorf("%q: Nora Quist is of entity %d", text, got)
		}
	}
}
