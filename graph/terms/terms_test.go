package terms

import (
	"slices"
	"testing"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Qasim al-Araji’s U.S. visit": "qasim al araji us visit",
		"the U.S.":                    "the us",
		"U.S.-led talks":              "us led talks",
		"Hashd al-Sha’abi":            "hashd al shaabi",
		"Ngô Đình Diệm, in Sài Gòn":   "ngo dinh diem in sai gon",
		"Straße; Łódź":                "strasse lodz",
		"The end. A new start":        "the end a new start",
		"J. F. Kennedy":               "j f kennedy",
		"J.F. Kennedy":                "jf kennedy",
		"Müller's":                    "muller",
		"Женева 1985":                 "женева 1985",
		"  ...  ":                     "",
		"10.5 million":                "10 5 million",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzFoldTwice(f *testing.F) {
	for _, s := range []string{"U.S.A.", "Ａｌｉ", "a'sb 's", "ﬁ Ω", "İstanbul", "a.b.cd"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(Fold(%q)) = %q, Fold = %q", s, twice, once)
		}
	})
}

func TestParseAndMatch(t *testing.T) {
	text := Words("They spoke of the withdrawal of American forces from the region, and of relations between neighbours.")
	for q, want := range map[string]bool{
		"withdraw":                       true,
		"withdrawing force":              true,
		`"American forces"`:              true,
		`"forces American"`:              false,
		"with*":                          true,
		"relations*":                     true,
		"wheat OR forces":                true,
		"wheat OR corn":                  false,
		"forces -region":                 false,
		"forces -wheat":                  true,
		`forces -"wheat harvest" region`: true,
		"forces AND wheat":               false,
		"neighbour's":                    true,
	} {
		c, err := Parse(q)
		if err != nil {
			t.Errorf("Parse(%q): %v", q, err)
			continue
		}
		if got := Match(c, text); got != want {
			t.Errorf("Match(%q) = %v, want %v", q, got, want)
		}
	}
	for _, q := range []string{"", "  ", "!!!", `"open`, "OR wheat", "wheat OR", "AND"} {
		if c, err := Parse(q); err == nil {
			t.Errorf("Parse(%q) = %v, want an error", q, c)
		}
	}
}

func TestNameKeysFindVariants(t *testing.T) {
	shares := func(query, name string) bool {
		keys := NameKeys(name)
		return slices.ContainsFunc(QueryKeys(query), func(k string) bool { _, ok := slices.BinarySearch(keys, k); return ok })
	}
	for _, c := range []struct {
		query, name string
		want        bool
	}{
		{"Merkel", "Angela Merkel", true},
		{"Angela Mrekel", "Angela Merkel", true},
		{"Gorbachov", "Mikhail Gorbachev", true},
		{"Kasim", "Qassem Soleimani", true},
		{"the Kremlin", "Kremlin", true},
		{"Xi", "Xi Jinping", true},
		{"Xo", "Xi Jinping", false},
		{"Brandt", "Angela Merkel", false},
	} {
		if got := shares(c.query, c.name); got != c.want {
			t.Errorf("%q finds %q: %v, want %v", c.query, c.name, got, c.want)
		}
	}
}

func TestNameScoreOrders(t *testing.T) {
	better := func(q, a, b string) {
		t.Helper()
		if sa, sb := NameScore(q, a), NameScore(q, b); sa <= sb {
			t.Errorf("%q: %q scores %.3f, not above %q with %.3f", q, a, sa, b, sb)
		}
	}
	better("Merkel", "Merkel", "Angela Merkel")
	better("Angela Merkel", "Angela Merkel", "Merkel")
	better("Angela Merkl", "Angela Merkel", "Angela Davis")
	better("Gorbachov", "Mikhail Gorbachev", "Raisa Titarenko")
	if s := NameScore("Brandt", "Angela Merkel"); s != 0 {
		t.Errorf("Brandt scores %.3f for Angela Merkel, want 0", s)
	}
}

func BenchmarkWords(b *testing.B) {
	const s = "They spoke of the withdrawal of American forces from the region, and of relations between neighbours."
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Words(s)
	}
}
