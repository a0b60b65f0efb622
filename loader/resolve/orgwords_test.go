package resolve

import (
	"strings"
	"testing"
)

// Names of bodies come to one key whatever short form, language, script or century
// writes them; every country's Partido Popular is no one's.
func TestOrganizationKeys(t *testing.T) {
	for _, c := range []struct{ written, key, country string }{
		{"UN World Food Program", "world food program", ""},
		{"World Food Programme of the United Nations", "world food program", ""},
		{"Institute for Desert Studies", "institute desert studies", ""},
		{"Institute of Desert Studies (IDS)", "institute desert studies", ""},
		{"TU Dresden", "technical university dresden", ""},
		{"Technische Universität Dresden", "technical university dresden", ""},
		{"Dynamo Kiev", "dynamo kyiv", ""},
		{"Ministerio de Salud de Chile", "health ministry", "Chile"},
		{"Parti communiste belge", "communist party", "Belgium"},
		{"Министерство обороны Российской Федерации", "defense ministry", "Russia"},
		{"Petroleum Ministry of Algeria", "oil ministry", "Algeria"},
		{"Socialist Party (Chile)", "socialist party", "Chile"},
		{"Fuerzas Armadas de Bolivia", "armed forces", "Bolivia"},
		{"Ruritanian Department of Fisheries", "ruritanian fisheries department", ""},
		{"Department of Fisheries of Chile", "chile fisheries department", ""},
		{"Corte Suprema de Justicia de Panamá", "supreme court", "Panama"},
		{"Workers' Party", "workers party", ""},
		{"Los Angeles Lantern Company", "los angeles lantern", ""},
	} {
		if key, country, _ := organizationKey(c.written); key != c.key || country != c.country {
			t.Errorf("%s is %q of %q, want %q of %q", c.written, key, country, c.key, c.country)
		}
	}
}

// Each word of another language is in English what the first language that has it
// says, and no section of the table is misspelt.
func TestOrgWordTableStands(t *testing.T) {
	table := orgWordTable()
	for _, section := range []string{"linking", "articles", "clubs", "honoured", "no honour"} {
		if len(table.lists[section]) == 0 {
			t.Errorf("[%s] lists nothing", section)
		}
	}
	for _, section := range []string{"spelling", "opening", "before a city"} {
		if len(table.normal[section]) == 0 {
			t.Errorf("[%s] replaces nothing", section)
		}
	}
	for i, g := range table.tongues {
		if len(g.heads) == 0 {
			t.Errorf("language %d has no word of its own", i)
		}
		for w := range g.words {
			if strings.Count(w, " ") >= maxPhrase {
				t.Errorf("%q has too many words", w)
			}
		}
	}
}
