package gazetteer

import (
	"math"
	"strings"
	"testing"
)

// Every place is what the data files promise: of a key of its own, held by a
// country or a larger region, and where something so small can lie.
func TestEveryPlaceStands(t *testing.T) {
	for _, p := range atlas().all {
		if ByKey(p.Key) != p {
			t.Errorf("%s within %v has no key of its own", p.Name, p.Within)
		}
		if p.Within != nil && (p.Within.Kind == City || p.Holds(p)) {
			t.Errorf("%s lies within %s", p.Name, p.Within.Name)
		}
		if p.Located && (math.Abs(p.Latitude) > 90 || math.Abs(p.Longitude) > 180) {
			t.Errorf("%s lies at %v, %v", p.Name, p.Latitude, p.Longitude)
		}
		if p.Kind == Country && p.Code() == "" && !codeless[p.Name] && p.Name != "Somaliland" && p.Name != "Tibet" {
			t.Errorf("%s has no code", p.Name)
		}
		if p.Kind != Region && !p.Located {
			t.Errorf("nobody knows where %s lies", p.Name)
		}
	}
}

// Regions and cities lie near what holds them, so that no coordinates are
// another namesake's.
func TestPlacesLieWhereTheyAre(t *testing.T) {
	for _, p := range atlas().all {
		in := p.Within
		if in == nil || in.Kind != Region || !in.Located || !p.Located || p.Kind != City {
			continue
		}
		if north, east := p.Latitude-in.Latitude, (p.Longitude-in.Longitude)*math.Cos(p.Latitude*math.Pi/180); math.Hypot(north, east) > 17 {
			t.Errorf("%s lies %.0f, %.0f degrees from %s", p.Name, north, east, in.Name)
		}
	}
}

// Lines that hold something say what there is.
func TestLinesNamePlaces(t *testing.T) {
	for _, l := range append(listRegions(), listCities()...) {
		if l.in != "" && atlas().held(l.in) == nil {
			t.Errorf("%s is held by %q, which is no region or country", l.name, l.in)
		}
	}
	for name, ms := range atlas().bearers {
		usual := 0
		for _, m := range ms {
			if m.Rank == Usual {
				usual++
			}
		}
		if usual > 1 {
			t.Errorf("%q is the usual name of %d places: %v, %v", name, usual, ms[0].Key, ms[1].Key)
		}
	}
}

func TestPlaces(t *testing.T) {
	for name, want := range map[string]string{
		"Paris": "paris, paris, texas, united states, paris, ontario, canada, paris, kentucky, united states", "Georgia": "country georgia, georgia, united states",
		"the Republic of the Congo": "country republic of the congo", "KIEV": "kyiv", "Київ": "kyiv", "Iranians": "country iran", "Nowhere Hill": "",
	} {
		var got []string
		for _, m := range Places(name) {
			got = append(got, m.Key)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s: %s, want %s", name, s, want)
		}
	}
	chain := func(name string) string {
		var out []string
		for p := Find(name); p != nil; p = p.Within {
			out = append(out, p.Name)
		}
		return strings.Join(out, " < ")
	}
	for _, want := range []string{"Baghdad < Iraq", "Manchester < England < United Kingdom", "Houston < Texas < United States", "Fallujah < Anbar < Iraq",
		"Camp David < Maryland < United States", "Anbar < Iraq", "Black Sea", "Sharm el-Sheikh < Sinai < Egypt",
		"Conakry < Guinea", "Kinshasa < Congo", "Goma < North Kivu < Congo", "Brazzaville < Republic of the Congo"} {
		name, _, _ := strings.Cut(want, " < ")
		if got := chain(name); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	for name, code := range map[string]string{"Baghdad": "IQ", "Scotland": "GB", "Texas": "US", "USSR": "", "Middle East": "", "Kosovo": "XK", "Kiev": "UA", "Vatican": "VA"} {
		if got := Find(name).Code(); got != code {
			t.Errorf("%s: code %q, want %q", name, got, code)
		}
	}
}

func TestFar(t *testing.T) {
	for _, c := range []struct {
		a, b string
		km   float64
	}{{"Paris", "London", 344}, {"Boston", "New York", 306}, {"Suva", "Honolulu", 5086}, {"Oslo", "Oslo", 0}} {
		got, known := Find(c.a).Far(Find(c.b))
		if !known || math.Abs(got-c.km) > 25 {
			t.Errorf("%s is %.0f km from %s, want %.0f", c.a, got, c.b, c.km)
		}
	}
	if _, known := Find("Oslo").Far(Find("Danube")); known {
		t.Error("the Danube lies at no one place")
	}
}

// States' formal names lead to them though no line lists them.
func TestFormalNames(t *testing.T) {
	for name, want := range map[string]string{
		"Republic of Iraq": "Iraq", "the Hashemite Kingdom of Jordan": "Jordan", "KINGDOM OF SAUDI ARABIA": "Saudi Arabia", "State of Qatar": "Qatar",
		"Federative Republic of Brazil": "Brazil", "Hellenic Republic": "Greece", "Lebanese Republic": "Lebanon", "Republic of Congo": "Republic of the Congo",
		"Republic of Georgia": "Georgia", "State of Georgia": "Georgia in United States", "Commonwealth of Australia": "Australia", "Commonwealth of Virginia": "Virginia in United States",
		"Republic of Korea": "South Korea", "Republic of Letters": "", "Kingdom of": "", "Republic": "", "Weekly Republic": "", "Bank of the Republic of Iraq": "",
	} {
		got := ""
		if p := Find(name); p != nil {
			got = p.Name
			if p.Within != nil {
				got += " in " + p.Within.Name
			}
		}
		if got != want {
			t.Errorf("Find(%q) is %q, want %q", name, got, want)
		}
	}
}
