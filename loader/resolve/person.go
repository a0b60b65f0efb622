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
	king queen prince princess emperor empress sultan emir tsar czar kaiser duke count countess baron crown his her majesty highness excellency
	general gen senior lieutenant lt colonel col major maj brigadier brig captain capt commander cdr admiral adm vice marshal field corporal sergeant sgt air chief
	president premier prime minister chancellor secretary senator sen congressman congresswoman representative rep governor gov mayor ambassador amb envoy
	foreign defense defence deputy speaker chairman chairwoman comrade leader judge justice attorney former late the
	rt hon honourable honorable shri smt tunku tengku comandante generalissimo monsieur madame herr frau mian dato datuk datin tan sri seri daw ustaz mufti senor senora signor signora sheikha`)

// Titles that are names, too: Sardar Patel, but Sardar Ayaz Sadiq.
var styles = set("sardar chaudhry chaudhary choudhry choudhary makhdoom nawab maulvi moulvi kumari shrimati pandit kunwar thiru")

// Titles of those who were in Mecca, which stand before any name.
var pilgrims = set("haji hajji hadji alhaji")

// Particles that names carry or drop: "al-Kadhimi" is "Kadhimi".
var particles = set("al el ul ad ud ed as ash an ar at az es ez de del della der den di da do dos das du la le les van von zu zum ter ten af of the tun ال آل fon فون دي")

// Words for "son of" and "daughter of" within a name.
var descent = set("bin ibn bint binti binte bte ben ould oglu ogly uulu qizi kizi kyzy بن ابن ولد")

// Words that are one name with the next: "Abdul Rahman".
var servant = set("abd adb abdul adbul abdel abdal abdur abdus abdol abed abdoul عبد")

// Suffixes that tell a father from a son, and regnal numbers.
var suffixes = set("jr sr junior senior i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xxiii")

// Family names that stand first in Chinese, Korean and Vietnamese names.
var familyFirst = set(`xi kim lee yi park pak choi jung chung moon roh li wang zhang liu chen yang huang zhao zhou wu xu sun zhu ma hu guo he lin gao deng
	sok hun chea mao jiang chiang wen hua tang han cao peng zeng xiao tian dong pan yuan yu cai su lu cui qian ngo nguyen tran pham le ho vo bui phan ban rhee syngman pol ieng
	zheng weng cheng feng fang fan jin wei ding shen jia lei bai dai mei meng qin gu hao shi yao kong xue ren xie xia tan ye du ding wan yan tong geng zhuang qu ruan shang zuo pang hsieh hsia yeh kuo shih tseng tsui yen chuang hsiung hsueh goh koh teo tay chua yeo toh quek kwek chia seah phua khoo chew wee ooi oei lim chan cheung leung wong
	bo ai hou teng chou chu chao hsi soong tsai tung kung lien lian hsu tsao peng lau lam chow kwok yip zeng yan yin xiong qiu zou luo liang song jin shao wan qi qian dong zhong lai ouyang
	gim bak jeong jang cho yoon yun jeon chun ryu ri rhee roh bong son seo shin kwon hwang ahn hong noh ko bae nam kang koo`)

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
	origin  [4]bool  // by eastern: whether it may be a name of there
	called  *person  // by another name, see withoutCalled; or nil
	own     *person  // the name itself, where this is a more usual one of its bearer; or nil
	alone   bool     // one word with hyphens, and nothing else: see compareFamily
}

// readName takes a name apart: titles and particles off, surname last.
func readName(name string) person {
	name = spacedInitials(parted(turned(withoutRemarks(name))))
	all := wordsOf(familyLast(name))
	// Titles lead: Khalid Sheikh Mohammed is no sheikh, and Martin Luther King
	// no king.
	kept := all
	for len(kept) > 1 && (len(kept) > 2 && styles[kept[0].text] || titles[kept[0].text] || kept[0].text == "u" && len(kept) > 2 && kept[1].letters() > 1) { // U is Mr in Burmese
		kept = kept[1:]
	}
	if len(kept) > 1 {
		kept = slices.Concat(kept[:1], slices.DeleteFunc(slices.Clone(kept[1:]), func(w word) bool { return pilgrims[w.text] })) // a father's, too
	}
	var p person
	if n := len(kept); n > 2 || n == 2 && kept[1].letters() > 1 {
		if s := kept[n-1].text; suffixes[s] && (len(s) > 1 || kept[n-2].letters() > 1) { // no M. I.
			p.suffix = s
			switch s {
			case "junior":
				p.suffix = "jr"
			case "senior":
				p.suffix = "sr"
			}
			kept = kept[:n-1]
		}
	}
	kept = unturned(unrepeated(gaelic(kept)))
	if len(kept) == 2 && kept[0].text == "ben" && kept[1].script == latin && (!knownNames().isName(kept[1].text) || knownNames().arabic(kept[1].text)) { // Ben-Gurion and Ben Ali, but Ben Carson
		kept[1].led, kept = "ben", kept[1:]
	}
	bare := kept
	if !calledAl(kept) {
		bare = bareWords(kept)
	}
	if len(bare) == 0 {
		bare = kept
	}
	if len(bare) == 0 {
		bare = []word{readWord(terms.Fold(name))}
	}
	for i, w := range bare {
		// "j f kennedy" folds from "J. F.", "jf" from "J.F.".
		if w.script == latin && len(w.text) < 4 && len(w.text) > 1 && i < len(bare)-1 && !strings.ContainsAny(w.text, "aeiouy") && knownNames().groups[w.text] == nil && (len(bare) == 2 || len(w.text) == 3) {
			for _, r := range w.text {
				p.words = append(p.words, readWord(string(r)))
			}
			continue
		}
		p.words = append(p.words, w)
	}
	p.words = p.words[:min(len(p.words), maxWords)]
	last := len(p.words) - 1
	p.surname = p.words[last].text
	for _, w := range p.words[:last] {
		p.given = append(p.given, w.text)
	}
	if len(p.given) > 0 && familyFirst[p.given[0]] {
		p.first = p.given[0]
	}
	p.origin = origin(p.words)
	p.alone = len(p.words) > 1 && len(strings.Fields(name)) == 1 && strings.Contains(name, "-") && !p.isEastern() &&
		!slices.ContainsFunc(p.words, func(w word) bool { return w.script != latin })
	p.full = p.key()
	return p
}

// calledAl tells whether what looks like a particle is a given name in short: Al
// Gore, Ed Davey and Des Browne, but al-Maliki.
func calledAl(words []word) bool {
	if len(words) != 2 || words[1].script != latin || words[1].letters() < 2 || knownNames().arabic(words[1].text) {
		return false
	}
	switch family := words[1].text; words[0].text {
	case "ed":
		return true
	case "al": // Arabic has no p and v, and names of it in Latin letters do not end so
		return knownNames().census[family] || strings.ContainsAny(family, "pvx") || strings.HasSuffix(family, "o") || strings.HasSuffix(family, "on")
	case "des":
		return knownNames().census[family]
	}
	return false
}

// unrepeated leaves out a word that repeats the one before it, unless it is a given
// name that a father shares: Mohamed Mohamed.
func unrepeated(words []word) []word {
	if len(words) < 3 {
		return words
	}
	return slices.CompactFunc(slices.Clone(words), func(a, b word) bool { return a.text == b.text && a.letters() > 4 && !knownNames().isGiven(a.text) })
}

// leading are particles that no given name is: what begins with them begins
// with the family name, and what ends with them ends with the given one.
var leading = set("bin ibn bint von de del della")

// unturned puts the given name first where particles show that the family
// name is: "bin Salman Mohammed", "Gaulle Charles de".
func unturned(words []word) []word {
	n := len(words)
	if n < 3 {
		return words
	}
	if words[0].letters() > 1 && !slices.ContainsFunc(words[1:], func(w word) bool { return w.letters() > 1 }) { // Kuzmina M. I.
		return slices.Concat(words[1:], words[:1])
	}
	if leading[words[n-1].text] && words[n-1].script == latin && !origin(words)[korean] { // Ko Tae Bin
		return slices.Concat(words[1:], words[:1])
	}
	at := 0
	for at < n-2 && (leading[words[0].text] && (at == 0 || particles[words[at].text] || descent[words[at].text])) {
		at++
	}
	if at == 0 {
		return words
	}
	return slices.Concat(words[at+1:], words[:at+1])
}

// withoutRemarks drops what stands in brackets: "John Smith (cricketer)".
func withoutRemarks(name string) string {
	for {
		open := strings.IndexAny(name, "([（")
		if open < 0 {
			return name
		}
		shut := strings.IndexAny(name[open:], ")]）")
		if shut < 0 || strings.TrimSpace(name[:open]) == "" {
			return name
		}
		_, size := utf8.DecodeRuneInString(name[open+shut:])
		name = name[:open] + " " + name[open+shut+size:]
	}
}

// maxWords bounds how many words of a name are compared.
const maxWords = 7

// familyLast puts a name that is written "Family, Given" in the usual order, a title
// behind it in front: "Lee, Paul, Gen.".
func familyLast(name string) string {
	name = strings.TrimRight(name, ", ")
	if i := strings.LastIndexByte(name, ','); i > 0 && titles[terms.Fold(name[i+1:])] {
		return name[i+1:] + " " + familyLast(name[:i])
	}
	family, given, ok := strings.Cut(name, ",")
	if !ok || strings.Contains(given, ",") || suffixes[terms.Fold(given)] {
		return name
	}
	return given + " " + family
}

// key is the name that units of equal key are one by.
func (p person) key() string {
	words := append(slices.Clone(p.given), p.surname)
	if p.alone {
		words = []string{strings.Join(words, "-")}
	}
	if p.suffix != "" {
		words = append(words, p.suffix)
	}
	if p.called != nil {
		words = append(words, `"`+p.called.full+`"`)
	}
	return strings.Join(words, " ")
}

// led are the particles of the name, by word.
func (p person) led() string {
	led := ""
	for _, w := range p.words {
		led += w.led + " "
	}
	return led
}

func (p person) bare() bool { return len(p.given) == 0 }
