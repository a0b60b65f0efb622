package extract

import (
	"slices"
	"testing"
)

// A name inside a mention by title is a mention of its own, while its tokens
// speak of the holder of the office.
func TestNamesInsideTitles(t *testing.T) {
	d := readText(t, "Foreign Minister Marko Zupan of Slovenia arrived. The top Slovenian diplomat thanked Peru's hosts.")
	if got := d.speaksOf(t, "Slovenian", 1); got != "Marko Zupan" {
		t.Errorf("the nation inside the office speaks of %q", got)
	}
	for _, e := range d.printEntities() {
		var forms []string
		for _, m := range e.Mentions {
			forms = append(forms, m.Text)
		}
		if want := []string{"Slovenia", "Slovenian"}; e.Name == "Slovenia" && !slices.Equal(forms, want) {
			t.Errorf("Slovenia is mentioned as %q, want %q", forms, want)
		}
	}
}

func TestCoreference(t *testing.T) {
	const visit = "Austrian Chancellor Eva Winter received Slovenian Foreign Minister Marko Zupan in Vienna. "
	for _, c := range []struct {
		what, text, words string
		nth               int
		want              string
	}{
		{"the office", visit + "The chancellor smiled.", "The chancellor", 1, "Eva Winter"},
		{"a nation and an office", visit + "The Slovenian minister thanked the hosts.", "The Slovenian minister", 1, "Marko Zupan"},
		{"a nation's diplomat", visit + "The top Slovenian diplomat thanked the hosts.", "The top Slovenian diplomat", 1, "Marko Zupan"},
		{"another word for the office", "Prime Minister Ole Lund came. The premier left early.", "The premier", 1, "Ole Lund"},
		{"not another nation's", visit + "The Italian minister stayed away.", "Italian minister", 1, "Italy"},
		{"not one of many", visit + "A minister stayed away.", "A minister", 1, ""},
		{"an office said for the first time", "Ana Duarte warned the rebels. The Angolan president spoke for an hour.", "The Angolan president", 1, "Ana Duarte"},
		{"two leaders", "President Li Wen met Prime Minister Jon Dahl. The two leaders shook hands.", "The two leaders", 1, "Li Wen + Jon Dahl"},
		{"two countries", "Ghana and Togo signed. The two countries share a border.", "The two countries", 1, "Ghana + Togo"},
		{"the holders of an office in several states", "President Ana Duarte of Angola, President Jon Mwale of Malawi and President Ole Sahle of Eritrea came. The presidents of Malawi and Angola dined.", "The presidents", 1, "Jon Mwale + Ana Duarte"},
		{"not a subject after a comma", "Peruvian President Luis Prado wrote to Chilean leader Hugo Stein. In the letter to Stein, the president blamed the weather.", "the president", 1, "Luis Prado"},
		{"not the one he meets", "President Luis Prado flew to Lima. Prado will meet the president there.", "the president", 1, ""},
		{"a body by its last word", "The Polar Research Council met. The council chose a chair.", "The council", 1, "Polar Research Council"},
		{"he", visit + "He said he was tired.", "He", 1, "Marko Zupan"},
		{"she, by the given name", visit + "She said she was tired.", "She", 1, "Eva Winter"},
		{"she, known by Mrs", "Mrs Ada Lovell met Finn Moore. She was glad.", "She", 1, "Ada Lovell"},
		{"him is not the subject of the same verb", "Finn Moore met Hugo Prieto. Paul Stein praised him.", "him", 1, "Finn Moore"},
		{"his of the subject", "Finn Moore praised his hosts.", "his", 1, "Finn Moore"},
		{"in a relative clause", "Hugo Prieto called Finn Moore, who said he was ill.", "he was", 1, "Finn Moore"},
		{"he who says so is not whom he names", "Finn Moore met Hugo Prieto. He said Moore was late.", "He", 1, "Hugo Prieto"},
		{"whoever spoke goes on", "Finn Moore said the talks failed. The mood was grim, he added.", "he added", 1, "Finn Moore"},
		{"I in a quotation", "\"I will go to Lima,\" Hugo Prieto said.", "I will", 1, "Hugo Prieto"},
		{"he in a quotation is not who says it", "Finn Moore spoke of Carlos Prieto. \"He is a friend,\" Moore said.", "He is", 1, "Carlos Prieto"},
		{"they of a list", "Finn Moore and Hugo Prieto met. They talked till dawn.", "They", 1, "Finn Moore + Hugo Prieto"},
		{"they of one who met one", "Finn Moore met with Hugo Prieto. They talked till dawn.", "They", 1, "Finn Moore + Hugo Prieto"},
		{"they of someone unnamed", "Finn Moore met Hugo Prieto. Soldiers watched and they were cold.", "they", 1, ""},
		{"its of a state", "Peru said its border was closed.", "its", 1, "Peru"},
		{"it that opens a clause", "Peru closed the border. It is clear that trade will suffer.", "It", 1, ""},
		{"the surname of one whose kin is named", "Emil Brandl came with his sister, Vera Brandl. Brandl paid.", "Brandl paid", 1, "Emil Brandl"},
		{"a surname with the title of the other sex", "Vera Brandl came. Her husband, Emil Brandl, stayed at home. Mr Brandl was ill.", "Brandl was", 1, "Emil Brandl"},
		{"a surname said last", "Anna Petrova met Boris Berg and Elena Berg. Berg paid.", "Berg paid", 1, "Elena Berg"},
		{"whom the opening clause is of", "Paul Stein was ill. After his return, Finn Moore praised Hugo Prieto.", "his", 1, "Finn Moore"},
		{"when he", "Paul Stein was ill. When he called Hugo Prieto on Monday, Finn Moore was calm.", "he called", 1, "Finn Moore"},
		{"not when another is named before", "Paul Stein says that when he called, Finn Moore was calm.", "he called", 1, "Paul Stein"},
		{"nearer than a subject", "Paul Stein resigned. The letter was read by Finn Moore after he left.", "he left", 1, "Finn Moore"},
		{"the pair", "Finn Moore met Hugo Prieto over lunch. The pair shook hands.", "The pair", 1, "Finn Moore + Hugo Prieto"},
		{"two whom a verb brings together", "Ana Duarte met Jon Mwale. Ole Sahle was furious. The two leaders shook hands.", "The two leaders", 1, "Ana Duarte + Jon Mwale"},
		{"one of a people", "Peru's Nora Quist met Finn Moore. The Peruvian smiled.", "The Peruvian", 1, "Nora Quist"},
		{"a people", "Peru's Nora Quist met Finn Moore. The Peruvian people smiled.", "Peruvian", 1, "Peru"},
		{"an office before its holder is named", "The prime minister was ill. Prime Minister Hugo Stein said so.", "The prime minister", 1, "Hugo Stein"},
		{"an office whose holder comes too late", "The prime minister was ill. It rained. It snowed. It rained. It snowed. Prime Minister Hugo Stein said so.", "The prime minister", 1, ""},
		{"a state's office before its holder is named", "Kenya's trade minister left. It rained. It rained. It rained. It snowed. Kenyan Trade Minister Joseph Otieno said so.", "Kenya's trade minister", 1, "Joseph Otieno"},
		{"an office whose holder is then called by surname", "Norway's trade minister told reporters on Friday that she had listened. Ms Moe then left.", "Norway's trade minister", 1, "Moe"},
		{"not one who is introduced", "Norway's trade minister told reporters on Friday that she had listened. Ms Moe, who runs the port, left.", "Norway's trade minister", 1, "Norway"},
		{"not one by the full name", "Norway's trade minister told reporters on Friday that she had listened. Kari Moe then left.", "Norway's trade minister", 1, "Norway"},
		{"offices of two states whose holders are then named", "The leaders of Peru and Chile met in Lima on Tuesday. President Hugo Stein and Premier Ana Duarte will go on.", "The leaders", 1, "Hugo Stein + Ana Duarte"},
		{"offices of two states after their holders", "Hugo Stein met Kari Moe in Lima on Tuesday. The Peruvian and Chilean presidents talked for an hour.", "The Peruvian and Chilean presidents", 1, "Hugo Stein + Kari Moe"},
		{"not those of another state", "The leaders of Peru and Chile met in Lima on Tuesday. Norwegian President Hugo Stein and Premier Ana Duarte stayed away.", "The leaders", 1, ""},
		{"whose talk it is, of two states' people", "President Hugo Stein came for talks with Premier Ana Duarte. Peru and Chile had fallen out. They shook hands.", "They", 1, "Hugo Stein + Ana Duarte"},
		{"an opposite number", visit + "His Italian opposite number was absent. She missed her Slovenian opposite number.", "Slovenian opposite", 1, "Marko Zupan"},
	} {
		t.Run(c.what, func(t *testing.T) {
			if got := readText(t, c.text).speaksOf(t, c.words, c.nth); got != c.want {
				t.Errorf("%s\n%q speaks of %q, want %q", c.text, c.words, got, c.want)
			}
		})
	}
}

// An office of no state gets the state that the text later gives the holder.
func TestStateFromNominal(t *testing.T) {
	d := readText(t, "President Rosa Blanco arrived. The Uruguayan president was met by children.")
	if got := d.offices(d.entityNamed(t, "Rosa Blanco")); len(got) != 1 || got[0] != "President @ Uruguay" {
		t.Errorf("got %q", got)
	}
}

// A counterpart has the office of the one whose counterpart it is.
func TestOfficeOfCounterpart(t *testing.T) {
	d := readText(t, "Defence Minister Hugo Stein of Chile flew to Lima. His Peruvian counterpart, Luis Prado, met him.")
	if got := d.offices(d.entityNamed(t, "Luis Prado")); len(got) != 1 || got[0] != "Defence Minister @ Peru" {
		t.Errorf("got %q", got)
	}
}

func TestGender(t *testing.T) {
	d := readText(t, "Finn Moore met Mrs Ada Lovell. He gave her a book.")
	for name, want := range map[string]byte{"Finn Moore": 'm', "Ada Lovell": 'f'} {
		if got := d.entities[d.entityNamed(t, name)].gender; got != want {
			t.Errorf("%s: gender %q, want %q", name, got, want)
		}
	}
}
