package gazetteer

import "testing"

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		name string
		want Entry
	}{
		{"Norway", Entry{Kind: Country, Name: "Norway", Country: "Norway"}},
		{"U.S.", Entry{Kind: Country, Name: "United States", Country: "United States"}},
		{"Holland", Entry{Kind: Country, Name: "Netherlands", Country: "Netherlands"}},
		{"Peruvians", Entry{Kind: Demonym, Name: "Peru", Country: "Peru"}},
		{"Swede", Entry{Kind: Demonym, Name: "Sweden", Country: "Sweden"}},
		{"Helsinki", Entry{Kind: City, Name: "Helsinki", Country: "Finland", Seat: true}},
		{"Peking", Entry{Kind: City, Name: "Peking", Country: "China", Seat: true}},
		{"The Hague", Entry{Kind: City, Name: "The Hague", Country: "Netherlands"}}, // a seat of courts, not the name of the government
		{"Izmir", Entry{Kind: City, Noted: true, Name: "Izmir", Country: "Turkey"}},
		{"Lemberg", Entry{Kind: City, Noted: true, Name: "Lemberg", Country: "Ukraine"}},
		{"Birmingham", Entry{Kind: City, Noted: true, Name: "Birmingham", Country: "United Kingdom"}}, // the greater
		{"Cordoba", Entry{Kind: City, Name: "Cordoba", Country: ""}},                                  // which, nobody knows
		{"Georgia", Entry{Kind: Country, Name: "Georgia", Country: "Georgia"}},
		{"Scandinavia", Entry{Kind: Region, Name: "Scandinavia", Country: ""}},
		{"Calif.", Entry{Kind: Region, Name: "California", Country: ""}},
		{"African", Entry{Kind: Regional, Name: "Africa", Country: ""}},
		{"Kurds", Entry{Kind: People, Name: "Kurds", Country: ""}},
		{"Republic of Iraq", Entry{Kind: Country, Name: "Iraq", Country: "Iraq"}},
		{"Hashemite Kingdom of Jordan", Entry{Kind: Country, Name: "Jordan", Country: "Jordan"}},
		{"French Republic", Entry{Kind: Country, Name: "France", Country: "France"}},
		{"Syrian Arab Republic", Entry{Kind: Country, Name: "Syria", Country: "Syria"}},
		{"Republic of Georgia", Entry{Kind: Country, Name: "Georgia", Country: "Georgia"}},
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

// Cities, countries and regions are found by what they were called under other rule.
func TestFormerNames(t *testing.T) {
	for former, today := range map[string]string{
		"Kattowitz": "Katowice", "Philippopolis": "Plovdiv", "Jesselton": "Kota Kinabalu", "Luluabourg": "Kananga", "Frobisher Bay": "Iqaluit", "Hankow": "Wuhan",
		"Viipuri": "Vyborg", "Elizabethville": "Lubumbashi", "Cawnpore": "Kanpur", "Leninabad": "Khujand", "Tourane": "Da Nang", "Saragossa": "Zaragoza",
		"Bechuanaland": "Botswana", "East Pakistan": "Bangladesh", "Dutch East Indies": "Indonesia", "British Honduras": "Belize", "Trucial States": "United Arab Emirates",
		"Celebes": "Sulawesi", "Sinkiang": "Xinjiang", "Chekiang": "Zhejiang", "Manchukuo": "Manchuria",
	} {
		if p := Places(former); len(p) == 0 || p[0].Name != today {
			t.Errorf("%s is %v, want %s", former, p, today)
		}
	}
}
