package extract

import (
	"strings"
	"testing"
)

func TestPositions(t *testing.T) {
	for _, c := range []struct{ what, text, person, want string }{
		{"a nation's office before the name", "Bolivian President Carla Quispe resigned.", "Carla Quispe", "President @ Bolivia"},
		{"an owner before it", "Kenya's foreign minister Amos Otieno resigned.", "Amos Otieno", "foreign minister @ Kenya"},
		{"a body before it", "UN special envoy Ingrid Dahl was hopeful.", "Ingrid Dahl", "special envoy @ UN"},
		{"an office of a body, then the name", "Secretary of Jordan's National Water Council Omar Haddad spoke.", "Omar Haddad", "Secretary @ National Water Council"},
		{"a body with its acronym between", "The head of the Arctic Survey Agency (ASA) Nils Berg spoke.", "Nils Berg", "head @ Arctic Survey Agency"},
		{"an apposition before", "The Czech prime minister, Jana Novakova, spoke.", "Jana Novakova", "prime minister @ Czech Republic"},
		{"an apposition after", "Tomas Rezek, the chief of staff of the Slovak army, spoke.", "Tomas Rezek", "chief of staff @ Slovak army"},
		{"an office with hyphens", "Rashid Omar, the second-in-command of the Desert Guard, was there.", "Rashid Omar", "second-in-command @ Desert Guard"},
		{"a spokesman of a body", "Leila Haddad, a World Bank spokeswoman, declined.", "Leila Haddad", "spokeswoman @ World Bank"},
		{"an adviser of a person", "Viktor Laine, Maria Costa's national security adviser, left. Maria Costa stayed.", "Viktor Laine", "national security adviser @ Maria Costa"},
		{"said by a verb", "Peter Juma is the governor of the Bank of Kenya.", "Peter Juma", "governor @ Bank of Kenya"},
		{"said in a relative clause", "Hugo Prieto, who was foreign minister of Peru, wrote the book.", "Hugo Prieto", "foreign minister @ Peru"},
		{"appointed as", "Clara Stein was appointed ambassador to Chile.", "Clara Stein", "ambassador @ Chile"},
		{"a realm after the name", "King Harald of Norway opened the session.", "Harald", "King @ Norway"},
		{"a list shares its nation", "Danish Prime Minister Ole Lund, Foreign Minister Eva Krag and others came.", "Eva Krag", "Foreign Minister @ Denmark"},
		{"a department is the field of a nation's office", "US Treasury Secretary Alan Webb paid.", "Alan Webb", "Treasury Secretary @ United States"},
		{"two offices", "Lieutenant General Igor Petrov, the commander of the Baltic Fleet, sailed.", "Igor Petrov", "Lieutenant General @ ; commander @ Baltic Fleet"},
		{"an envoy to is of who sends him", "Russia's ambassador to the UN, Oleg Volkov, objected.", "Oleg Volkov", "ambassador @ Russia"},
		{"what backs him is not his nation", "Libya's Turkish-backed prime minister, Salem Mansour, flew out.", "Salem Mansour", "prime minister @ Libya"},
		{"a counsel", "Special Counsel Ruth Adler filed her report.", "Ruth Adler", "Special Counsel @ "},
		{"who stands for a crown", "Canadian Governor General Ada Lovell opened it.", "Ada Lovell", "Governor General @ Canada"},
		{"an office with its field", "Kenya's Cabinet Secretary for Foreign Affairs Amos Otieno spoke.", "Amos Otieno", "Cabinet Secretary for Foreign Affairs @ Kenya"},
		{"two fields", "Trade and Industry Minister Clara Reyes resigned.", "Clara Reyes", "Trade and Industry Minister @ "},
		{"two offices before the name", "President and Defence Minister Juan Mora spoke.", "Juan Mora", "Defence Minister @ ; President @ "},
		{"a see", "Archbishop of Lima Juan Mora spoke.", "Juan Mora", "Archbishop @ Lima"},
		{"one elected", "Peruvian President-elect Juan Mora spoke.", "Juan Mora", "President-elect @ Peru"},
		{"forms of address are no office", "Mrs Ada Lovell and Dr Finn Moore left.", "Ada Lovell", ""},
		{"a former office", "Former Prime Minister Luis Prado returned.", "Luis Prado", "Former Prime Minister @ "},
		{"an epithet is no part of it", "The embattled Greek premier Nikos Vlachos returned.", "Nikos Vlachos", "premier @ Greece"},
		{"the next one's office with a field", "Amos Otieno, Minister for Rural Affairs Juan Mora and others left.", "Amos Otieno", ""},
		{"the place where another was", "After meeting Premier Juan Mora in Lima, Nora Quist left.", "Nora Quist", ""},
		{"an office of a land, a form of address, then the name", "The Minister for Foreign Affairs of Peru, Dr Juan Mora, left.", "Juan Mora", "Minister for Foreign Affairs @ Peru"},
		{"two offices of one land before the name", "The Crown Prince and Prime Minister of Tonga Siaosi Fale left.", "Siaosi Fale", "Prime Minister @ Tonga; Crown Prince @ Tonga"},
		{"two offices of one body after the name", "Bo Lin, chairman and chief executive of Halvard Steel Corp, left.", "Bo Lin", "chairman @ Halvard Steel Corp; chief executive @ Halvard Steel Corp"},
		{"a field in small letters", "The minister of rural development, Nora Quist, left.", "Nora Quist", "minister of rural development @ "},
		{"who serves a person named before the office", "Bo Lin, a senior Quispe aide, left. President Carla Quispe stayed.", "Bo Lin", "aide @ Carla Quispe"},
		{"made something by as", "The cabinet was named, with Nora Quist as trade minister.", "Nora Quist", "trade minister @ "},
		{"an office told before without its holder", "They met the Chilean trade minister. Later Trade Minister Bo Lin spoke.", "Bo Lin", "Trade Minister @ Chile"},
		{"a spokesman told before", "A Halvard Steel Corp spokesman said so. The spokesman, Bo Lin, gave no reason.", "Bo Lin", "spokesman @ Halvard Steel Corp"},
		{"an office that another holds there", "The Chilean president, Carla Quispe, and the Chilean president's friends met President Juan Mora.", "Juan Mora", "President @ "},
		{"an office of two lands", "The Chilean trade minister met the Peruvian trade minister. Trade Minister Bo Lin spoke.", "Bo Lin", "Trade Minister @ "},
		{"whom a land calls its", "Chile's Quispe came on Monday. President Carla Quispe spoke of copper.", "Carla Quispe", "President @ Chile"},
		{"an adviser of state in a list", "Danish Prime Minister Ole Lund and National Security Adviser Eva Krag came.", "Eva Krag", "National Security Adviser @ Denmark"},
		{"an office of a field and a title", "The Minister of Defence Prince Karim Qadir left.", "Karim Qadir", "Prince @ ; Minister of Defence @ "},
		{"a field that passes for a name", "Minister of Foreign Affairs and Expatriates Karim Qadir met Anna Holm.", "Karim Qadir", "Minister of Foreign Affairs and Expatriates @ "},
		{"a style before a title", "His Royal Highness Prince Karim Qadir left.", "Karim Qadir", "Prince @ "},
		{"the next one's office", "Clara Reyes, President Juan Mora and others left.", "Clara Reyes", ""},
	} {
		t.Run(c.what, func(t *testing.T) {
			d := readText(t, c.text)
			if got := strings.Join(d.offices(d.entityNamed(t, c.person)), "; "); got != c.want {
				t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}

// The word that the parse makes the head must lead to the person.
func TestTitleAt(t *testing.T) {
	d := readText(t, "Secretary of Jordan's National Water Council Omar Haddad spoke with Rana Saleh, the Lebanese premier.")
	for word, want := range map[string]string{"Secretary": "Omar Haddad", "premier": "Rana Saleh"} {
		for i := range d.Tokens {
			if d.Tokens[i].Text != word {
				continue
			}
			if k := d.titleAt[i]; k < 0 || d.entities[d.mentions[k].refs[0]].name != want {
				t.Errorf("%s does not lead to %s", word, want)
			}
		}
	}
}
