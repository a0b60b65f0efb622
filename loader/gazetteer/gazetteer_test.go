package gazetteer

import "testing"

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		name string
		want Entry
	}{
		{"Norway", Entry{Country, "Norway", "Norway", false}},
		{"U.S.", Entry{Country, "United States", "United States", false}},
		{"Holland", Entry{Country, "Netherlands", "Netherlands", false}},
		{"Peruvians", Entry{Demonym, "Peru", "Peru", false}},
		{"Swede", Entry{Demonym, "Sweden", "Sweden", false}},
		{"Helsinki", Entry{City, "Helsinki", "Finland", true}},
		{"Peking", Entry{City, "Peking", "China", true}},
		{"The Hague", Entry{City, "The Hague", "Netherlands", false}}, // a seat of courts, not the name of the government
		{"Izmir", Entry{City, "Izmir", "Turkey", false}},
		{"Lemberg", Entry{City, "Lemberg", "Ukraine", false}},
		{"Birmingham", Entry{City, "Birmingham", "United Kingdom", false}}, // the greater
		{"Cordoba", Entry{City, "Cordoba", "", false}},                     // which, nobody knows
		{"Georgia", Entry{Country, "Georgia", "Georgia", false}},
		{"Scandinavia", Entry{Region, "Scandinavia", "", false}},
		{"Calif.", Entry{Region, "California", "", false}},
		{"African", Entry{Regional, "Africa", "", false}},
		{"Kurds", Entry{People, "Kurds", "", false}},
		{"Republic of Iraq", Entry{Country, "Iraq", "Iraq", false}},
		{"Hashemite Kingdom of Jordan", Entry{Country, "Jordan", "Jordan", false}},
		{"French Republic", Entry{Country, "France", "France", false}},
		{"Syrian Arab Republic", Entry{Country, "Syria", "Syria", false}},
		{"Republic of Georgia", Entry{Country, "Georgia", "Georgia", false}},
		{"Republic of Letters", Entry{}},
		{"Kingdom of Heaven", Entry{}},
		{"republic of Iraq", Entry{}},
		{"us", Entry{}},
		{"norway", Entry{}},
		{"", Entry{}},
	} {
		if got := Lookup(c.name); got != c.want {
			t.Errorf("Lookup(%q) = %+v, want %+v", c.name, got, c.want)
		}
	}
}

// Every name must be reachable: a reader tries as many words as Words says.
func TestWords(t *testing.T) {
	for _, c := range []struct {
		first       string
		listed, all int
	}{{"Norway", 1, 1}, {"Papua", 3, 3}, {"Islamic", 4, 4}, {"Monte", 0, 2}, {"nowhere", 0, 0}} {
		if listed, all := Words(c.first); listed != c.listed || all != c.all {
			t.Errorf("Words(%q) = %d, %d, want %d, %d", c.first, listed, all, c.listed, c.all)
		}
	}
}

// The data keeps its own rules: whatever belongs to a country leads to one.
func TestCountriesStand(t *testing.T) {
	for name, e := range table().entry {
		switch e.Kind {
		case Country, Demonym:
			if got := Lookup(e.Country); got.Kind != Country || got.Name != e.Country {
				t.Errorf("%q leads to %q, which leads to %+v", name, e.Country, got)
			}
		case City:
			if e.Seat && Lookup(e.Country).Kind != Country {
				t.Errorf("the seat %q stands for %q, which is no country", name, e.Country)
			}
		case Region, Regional:
			if Lookup(e.Name).Kind != Region {
				t.Errorf("%q leads to %q, which is no region", name, e.Name)
			}
		}
	}
}

func TestPlural(t *testing.T) {
	for name, want := range map[string]bool{"Chileans": true, "Iraqis": true, "Poles": true, "Chilean": false, "Chinese": false} {
		if Plural(name) != want {
			t.Errorf("Plural(%q) = %v", name, !want)
		}
	}
}
