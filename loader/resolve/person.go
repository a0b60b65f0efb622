package resolve

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/whomet/whomet/graph/terms"
)

// Words that stand with a person's name and are no part of it: forms of
// address, ranks, offices. Folded.
var titles = set(`mr mrs ms miss mme sir lord lady dame dr prof professor rev reverend father brother sister saint
	sheikh shaikh sheik shaykh sayyid sayyed seyyed seyed sayed syed hojatoleslam hojjatoleslam ayatollah imam mullah maulana hajj haji hajji
	pope cardinal archbishop bishop patriarch rabbi dalai
	king queen prince princess emperor empress sultan emir shah tsar czar kaiser duke count countess baron crown his her majesty highness excellency
	general gen lieutenant lt colonel col major maj brigadier brig captain capt commander cdr admiral adm vice marshal field corporal sergeant sgt air chief
	president premier prime minister chancellor secretary senator sen congressman congresswoman representative rep governor gov mayor ambassador amb envoy
	foreign defense defence deputy speaker chairman chairwoman comrade leader judge justice attorney former late the`)

// Particles that names carry or drop: "al-Kadhimi" is "Kadhimi".
var particles = set("al el ul ad as ash an ar at az de del della der den di da do dos das du la le les van von zu zum ter ten af of the")

// Suffixes that tell a father from a son, and regnal numbers.
var suffixes = set("jr sr junior senior i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xxiii")

// Family names that stand first in Chinese, Korean and Vietnamese names.
var familyFirst = set(`xi kim lee yi park pak choi jung chung moon roh li wang zhang liu chen yang huang zhao zhou wu xu sun zhu ma hu guo he lin gao deng
	mao jiang chiang wen hua tang han cao peng zeng xiao tian dong pan yuan yu cai su lu cui qian ngo nguyen tran pham le ho vo bui phan ban rhee syngman pol ieng`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// person is a person's name as it is compared.
type person struct {
	given   []string // folded, without titles and particles; initials are single letters
	surname string   // the last word
	suffix  string   // "jr", "ii" or ""
	first   string   // the first word, where it may be the family name; or ""
}

// readPerson takes a name apart: titles and particles off, surname last.
func readPerson(name string) person {
	words := strings.Fields(terms.Fold(name))
	var kept []string
	for i, w := range words {
		if last := i == len(words)-1; titles[w] && !(last && len(kept) == 0) {
			continue
		}
		kept = append(kept, w)
	}
	var p person
	if n := len(kept); n > 2 || n == 2 && utf8.RuneCountInString(kept[1]) > 1 {
		if suffixes[kept[n-1]] {
			p.suffix = map[string]string{"junior": "jr", "senior": "sr"}[kept[n-1]]
			if p.suffix == "" {
				p.suffix = kept[n-1]
			}
			kept = kept[:n-1]
		}
	}
	var bare []string
	for _, w := range kept {
		if !particles[w] {
			bare = append(bare, w)
		}
	}
	if len(bare) == 0 {
		bare = kept
	}
	if len(bare) == 0 {
		bare = []string{terms.Fold(name)}
	}
	p.surname = bare[len(bare)-1]
	for _, g := range bare[:len(bare)-1] {
		// "j f kennedy" folds from "J. F.", "jf" from "J.F.".
		if utf8.RuneCountInString(g) == 2 && !strings.ContainsAny(g, "aeiouy") && len(bare) == 2 {
			for _, r := range g {
				p.given = append(p.given, string(r))
			}
			continue
		}
		p.given = append(p.given, g)
	}
	if len(p.given) > 0 && familyFirst[p.given[0]] {
		p.first = p.given[0]
	}
	return p
}

// key is the name that units of equal key are one by.
func (p person) key() string {
	words := append(slices.Clone(p.given), p.surname)
	if p.suffix != "" {
		words = append(words, p.suffix)
	}
	return strings.Join(words, " ")
}

func (p person) bare() bool { return len(p.given) == 0 }

// minTypo is the least length of a surname in which one wrong letter still
// leaves no doubt, given that the rest of the name agrees.
const minTypo = 7

// blocks returns the keys that the name is found under (see [asks]). A
// surname alone looks for full names with it and they look for it; full names
// that merely share a surname do not find each other.
func (p person) blocks() []string {
	c := coarse(p.surname)
	if p.bare() {
		return []string{"P1:" + c}
	}
	out := []string{"P2:" + c, "P3:" + coarse(strings.Join(p.given, "")+p.surname)}
	if p.first != "" {
		out = append(out, "P2:"+coarse(p.first))
	}
	for _, g := range p.given {
		out = append(out, "P3:"+c+" "+coarse(g)[:1])
	}
	if rs := []rune(p.surname); len(rs) >= minTypo {
		g := coarse(p.given[0])
		out = append(out, "P3:"+g+" "+string(rs[:3])+"*", "P3:"+g+" *"+string(rs[len(rs)-3:]))
	}
	return out
}

// relate compares two people's names.
func (p person) relate(q person) relation {
	if p.bare() || q.bare() {
		switch {
		case p.bare() && q.bare():
			if alike(p.surname, q.surname) && p.suffix == q.suffix {
				return variant
			}
			return different
		case q.bare():
			return q.relate(p).inverse()
		}
		// p is a surname, q a full name.
		if p.suffix != "" && p.suffix != q.suffix {
			return different
		}
		if alike(p.surname, q.surname) || q.first != "" && p.surname == q.first {
			return lesser
		}
		return different
	}
	fuller := same // which name says more, by suffix
	if p.suffix != q.suffix {
		switch {
		case q.suffix == "" && !generation(p.suffix):
			fuller = greater
		case p.suffix == "" && !generation(q.suffix):
			fuller = lesser
		default:
			return different
		}
	}
	if !alike(p.surname, q.surname) {
		if alike(strings.Join(append(slices.Clone(p.given), p.surname), ""), strings.Join(append(slices.Clone(q.given), q.surname), "")) && fuller == same {
			return variant // "Kim Jong-un" and "Kim Jongun"
		}
		if len(p.surname) < minTypo || len(q.surname) < minTypo || !oneEdit(p.surname, q.surname) || p.surname[0] != q.surname[0] {
			return different
		}
		if fuller == same && len(p.given) == len(q.given) && utf8.RuneCountInString(p.given[0]) > 2 && p.relateGiven(q) == variant {
			return variant
		}
		return different
	}
	r := p.relateGiven(q)
	switch {
	case r == different || fuller == same:
		return r
	case r == variant || r == fuller:
		return fuller
	}
	return different
}

// generation tells whether a suffix tells a son from his father; without it
// the name is the other's. A regnal number may just be left out.
func generation(suffix string) bool { return suffix == "jr" || suffix == "sr" }

// relateGiven compares given names: one for one, an initial being less than a
// name; or one list less than the other when it is one of its names or, all
// words full, its beginning. "George W." is not "George H. W.".
func (p person) relateGiven(q person) relation {
	a, b := p.given, q.given
	if len(a) > len(b) {
		return q.relateGiven(p).inverse()
	}
	one := func(x, y string) relation {
		nx, ny := utf8.RuneCountInString(x), utf8.RuneCountInString(y)
		switch {
		case alike(x, y):
			return variant
		case nx == 1 && ny > 1 && strings.HasPrefix(y, x):
			return lesser
		case ny == 1 && nx > 1 && strings.HasPrefix(x, y):
			return greater
		}
		return different
	}
	if len(a) == len(b) {
		r := variant
		for i := range a {
			switch o := one(a[i], b[i]); {
			case o == different || o != variant && r != variant && o != r:
				return different
			case o != variant:
				r = o
			}
		}
		return r
	}
	if len(a) == 1 {
		for i, y := range b {
			switch one(a[0], y) {
			case variant:
				if utf8.RuneCountInString(a[0]) > 1 || i == 0 {
					return lesser
				}
			case lesser:
				if i == 0 { // an initial stands for the first name
					return lesser
				}
			}
		}
		return different
	}
	for i, x := range a {
		if utf8.RuneCountInString(x) == 1 || one(x, b[i]) != variant {
			return different
		}
	}
	return lesser
}
