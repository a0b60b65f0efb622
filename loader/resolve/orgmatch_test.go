package resolve

import (
	"testing"

	"github.com/whomet/whomet/graph"
)

// Organizations are matched by their names alone with few errors, held-out
// ones too.
func TestMatchOrganizations(t *testing.T) {
	byHalves(t, "organizations", MatchOrganizations, [2]float64{0.98, 0.99}, [2]float64{0.99, 0.98})
	byHalves(t, "bodies", MatchOrganizations, [2]float64{0.99, 0.93}, [2]float64{0.99, 0.93})
	byHalves(t, "organizations_blind", MatchOrganizations, [2]float64{0.99, 0.99}, [2]float64{0.98, 0.90})
}

// Forms of law are written out or not, numbers in words or figures, and the
// words of a trade tell a firm from its daughter.
func TestMatchCompanies(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want graph.Verdict
	}{
		{"Torvald Rederi Limited Liability Company", "Torvald Rederi LLC", Same},
		{"Open Joint Stock Company Severstroy", "OAO Severstroy", Same},
		{"Halberg Werke Gesellschaft mit beschränkter Haftung", "Halberg Werke GmbH", Same},
		{"HalbergAG", "Halberg AG", Same},
		{"Thirty-Four Bridges Fund", "34 Bridges Fund", Same},
		{"Halberg Fund VII", "Halberg Fund VIII", Different},
		{"Halberg Systems", "Halberg", Undecided},
		{"Lebanese Hezbollah", "Hezbollah", Same},
		{"Security Council", "UN Security Council", Same},
		{"Congress", "US Congress", Undecided},
		{"German Foreign Ministry", "Auswärtiges Amt", Same},
		{"Somali al-Shabab", "Harakat al-Shabaab al-Mujahideen", Same},
		{"Egyptian Hezbollah", "Lebanese Hezbollah", Different},
		{"DFAT", "Australian Department of Forest Affairs and Tides", Same},
		{"UC Davis", "University of California, Davis", Same},
		{"HKL Bremen", "Hansa Kraft Logistik Bremen", Same},
		{"Brusilov Moscow State Technical University", "Moscow State Technical University", Same},
		{"North Carolina State University", "Carolina State University", Different},
		{"Washington University", "University of Washington", Undecided},
		{"Leipzig University", "Universität Leipzig", Same},
		{"TSV Hertha 1911", "Hertha 1911", Same},
		{"VfB Leipzig", "RB Leipzig", Different},
		{"Partido dos Trabalhadores", "Workers' Party of Turkey", Different},
	} {
		m, err := MatchOrganizations(c.a, c.b)
		if err != nil || m.Verdict != c.want {
			t.Errorf("%q, %q: %s %.2f %v %v, want %s", c.a, c.b, m.Verdict, m.Score, m.Reasons, err, c.want)
		}
	}
}
