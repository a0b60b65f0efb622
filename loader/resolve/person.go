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
	foreign defense defence deputy speaker chairman chairwoman comrade leader judge justice attorney former late the
	rt hon honourable honorable shri smt comandante generalissimo monsieur madame herr frau senor senora signor signora sheikha`)

// Particles that names carry or drop: "al-Kadhimi" is "Kadhimi".
var particles = set("al el ul ad as ash an ar at az de del della der den di da do dos das du la le les van von zu zum ter ten af of the ال")

// Words for "son of" and "daughter of" within a name.
var descent = set("bin ibn bint بن ابن")

// Words that are one name with the next: "Abdul Rahman".
var servant = set("abd abdul abdel abdal abdur abdus abdol عبد")

// Suffixes that tell a father from a son, and regnal numbers.
var suffixes = set("jr sr junior senior i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xxiii")

// Family names that stand first in Chinese, Korean and Vietnamese names.
var familyFirst = set(`xi kim lee yi park pak choi jung chung moon roh li wang zhang liu chen yang huang zhao zhou wu xu sun zhu ma hu guo he lin gao deng
	mao jiang chiang wen hua tang han cao peng zeng xiao tian dong pan yuan yu cai su lu cui qian ngo nguyen tran pham le ho vo bui phan ban rhee syngman pol ieng
	zheng weng cheng feng fang fan jin wei ding shen jia lei bai dai mei meng qin gu hao shi yao kong xue lim chan cheung leung wong`)

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
	words   []word   // given names and surname
	full    string   // its key
}

// readPerson takes a name apart: titles and particles off, surname last.
func readPerson(name string) person {
	words := latinize(terms.Fold(familyLast(name)))
	var kept []string
	for i, w := range words {
		if titles[w] && i < len(words)-1 { // Martin Luther King is no king
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
	for i, w := range kept {
		switch last := i == len(kept)-1; {
		case particles[w], descent[w] && i > 0 && !last:
		case len(bare) > 0 && servant[bare[len(bare)-1]]:
			bare[len(bare)-1] += w
		default:
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
	for _, w := range append(slices.Clone(p.given), p.surname) {
		p.words = append(p.words, readWord(w))
	}
	p.words = p.words[:min(len(p.words), maxWords)]
	p.full = p.key()
	return p
}

// maxWords bounds how many words of a name are compared.
const maxWords = 7

// familyLast puts a name that is written "Family, Given" in the usual order.
func familyLast(name string) string {
	family, given, ok := strings.Cut(name, ",")
	if !ok || strings.Contains(given, ",") || suffixes[terms.Fold(given)] || titles[terms.Fold(given)] {
		return name
	}
	return given + " " + family
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

// blocks returns the keys that the name is found under (see [asks]). A
// surname alone looks for full names with it and they look for it. Full names
// find each other by two words that both have, in any order: as they sound,
// by their nicknames, the first by its initial, and one of them misspelt.
func (p person) blocks() []string {
	c := coarse(p.surname)
	if p.bare() {
		return []string{"P1:" + c}
	}
	out := []string{"P2:" + c}
	if p.first != "" {
		out = append(out, "P2:"+coarse(p.first))
	}
	joined := ""
	for _, w := range p.words {
		joined += w.text
	}
	out = append(out, "P3:"+coarse(joined))
	for i, a := range p.words {
		for j, b := range p.words {
			if i == j {
				continue
			}
			if j > i {
				for _, x := range a.keys() {
					for _, y := range b.keys() {
						out = append(out, "P3:"+min(x, y)+" "+max(x, y))
					}
				}
			}
			for _, x := range a.keys() {
				for _, y := range b.typoKeys() {
					out = append(out, "P3:"+x+" "+y)
				}
			}
		}
	}
	for _, g := range p.given {
		out = append(out, "P3:"+c+" "+string([]rune(g)[:1])+".")
	}
	return out
}
