package resolve

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// Names of China and Korea have few and short syllables, and what differs by
// one letter is another name (Jong-un, Jong-il; Zhang, Zheng). They are
// compared by what their syllables are, in the systems that are in use, and
// are never taken for misspelt.
type eastern int8

const (
	nowhere eastern = iota
	chinese
	korean
	vietnamese
)

// Family names, as each system spells them. Folded.
var (
	koreanFamilies = families(`kim gim; lee yi rhee ri i li; park pak bak; choi choe; chung jeong jung chong; cho jo; yoon yun youn; chang jang; lim im rim; han; oh o; seo suh so;
		shin sin; kwon gwon; hwang; ahn an; song; hong; roh noh no ro; ryu yoo yu ryoo; chun jeon chon jun; moon mun; son sohn; ko go koh; bae pae; paek baek paik; heo huh ho hur;
		nam; shim sim; kang gang; woo u; koo gu ku; ban pan; min; jin chin; bong pong; cha; ma; byun byeon pyon; um eom; won; bang pang; kong gong; ki gi; do to; yang; sung seong song; joo ju chu; hyun hyon`)
	vietnameseFamilies = set("nguyen tran pham le vo bui phan ngo dinh dang do duong ly truong trinh vu dao doan lam mai huynh hoang ho luong to ha")
)

// families maps each spelling to the first of its group; a spelling of
// several stands in the first.
func families(groups string) map[string]string {
	m := map[string]string{}
	for group := range strings.SplitSeq(groups, ";") {
		words := strings.Fields(group)
		for _, w := range words {
			if m[w] == "" {
				m[w] = words[0]
			}
		}
	}
	return m
}

// initials and finals of pinyin. Not every pair of them is a syllable; that
// some of those here are none does no harm.
var (
	pinyinInitials = strings.Fields("b p m f d t n l g k h j q x zh ch sh r z c s")
	pinyinFinals   = strings.Fields("a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang ue")
	pinyinAlone    = strings.Fields("a o e ai ei ao ou an en ang er yi ya ye yao you yan yin yang ying yong wu wa wo wai wei wan wen wang weng yu yue yuan yun")
)

// syllabary holds the syllables of pinyin, and for each spelling of the other
// systems the syllables that it may be.
type syllabary struct {
	pinyin map[string]bool
	other  map[string][]string
}

var mandarin = sync.OnceValue(func() syllabary {
	s := syllabary{map[string]bool{}, map[string][]string{}}
	add := func(pinyin, spelt string) {
		if spelt != pinyin && !slices.Contains(s.other[spelt], pinyin) {
			s.other[spelt] = append(s.other[spelt], pinyin)
		}
	}
	for _, p := range pinyinAlone {
		s.pinyin[p] = true
		add(p, wadeFinal("", p))
	}
	for _, i := range pinyinInitials {
		palatal := i == "j" || i == "q" || i == "x"
		for _, f := range pinyinFinals {
			if palatal != (f[0] == 'i' || f[0] == 'u' && f != "uo" && f != "ua" && f != "uai" && f != "ui" && f != "uang") && palatal {
				continue
			}
			if retroflex := len(i) == 2 || i == "r" || i == "z" || i == "c" || i == "s"; retroflex && f[0] == 'i' && f != "i" {
				continue
			}
			s.pinyin[i+f] = true
			for _, w := range wadeInitials(i, f) {
				add(i+f, w)
			}
		}
	}
	// Cantonese, Hakka and Hokkien spellings that names keep.
	for _, pair := range strings.Fields(cantonese) {
		spelt, all, _ := strings.Cut(pair, "=")
		for p := range strings.SplitSeq(all, "/") {
			add(p, spelt)
		}
	}
	return s
})

// The commonest syllables of names as Hong Kong, Macau, Taiwan and the Chinese
// of Southeast Asia spell them.
const cantonese = `chan=chen cheung=zhang/chang wong=wang/huang leung=liang lam=lin ng=wu/huang kwok=guo lau=liu tam=tan yip=ye tsang=zeng chow=zhou mak=mai fung=feng tse=xie
	yeung=yang yuen=yuan hui=xu tung=dong kwan=guan/jun ho=he/hao lo=luo/lu so=su soong=song lee=li tsai=cai ma=ma kung=kong/gong sze=si/shi yiu=yao chiu=zhao/chao chui=xu lui=lei/lu
	tang=deng szeto=situ auyeung=ouyang mok=mo poon=pan siu=xiao shum=cen sin=xian tso=cao yau=qiu/you yim=yan ka=jia/ga shing=cheng/sheng wing=yong/rong wai=wei/hui man=wen/min
	kin=jian kwong=guang yuet=yue ngor=e chee=qi/zhi hwa=hua keung=qiang kuen=juan/quan ming=ming chi=zhi/ji kai=qi/jia/jie shek=shi hung=hong/xiong fai=hui ying=ying yee=yi/er yan=ren/en
	lung=long loong=long leehom=lihong hom=hong hing=qing/xing tak=de wah=hua kit=jie ping=ping pui=pei sau=xiu shuk=shu suk=shu fong=fang chun=zhen/jun/chun chung=zhong/cong mui=mei
	kwai=gui ki=qi/ji kei=qi/ji yat=yi sen=xian sun=sun jeou=jiu chiang=jiang may=mei mei=mei ling=ling jing=jing yuk=yu lai=li/lai nam=nan bun=bin kam=jin/gan kee=ji/qi hoi=hai choi=cai/cui kok=guo/jue`

// wadeInitials spells a syllable of pinyin in Wade-Giles as it is written
// without its apostrophes, and in the forms of newspapers.
func wadeInitials(i, f string) []string {
	wade := map[string]string{"b": "p", "p": "p", "d": "t", "t": "t", "g": "k", "k": "k", "j": "ch", "q": "ch", "x": "hs", "zh": "ch", "ch": "ch", "r": "j", "z": "ts", "c": "ts"}
	w, ok := wade[i]
	if !ok {
		w = i
	}
	if f == "i" {
		switch i {
		case "zh", "ch", "sh", "r":
			return []string{w + "ih"}
		case "z", "c":
			return []string{"tzu", "tze"}
		case "s":
			return []string{"ssu", "szu", "sze"}
		}
	}
	out := []string{w + wadeFinal(i, f)}
	switch {
	case f == "e": // Chu Teh; ko, ho
		out = append(out, w+"eh", w+"o")
	case f == "uo" && len(w) > 0 && i != "g" && i != "k" && i != "h" && i != "sh": // to, lo, cho
		out = append(out, w+"o")
	case i == "x" && f[0] == 'i': // "Sian" of the post office, "Si Jinping"
		out = append(out, "s"+f, "sh"+f)
	case f == "ong": // Mao Tse-tung, and "Zhou En-lai" of the newspapers
		out = append(out, w+"ong")
	}
	return out
}

func wadeFinal(i, f string) string {
	switch f {
	case "ian":
		return "ien"
	case "ie":
		return "ieh"
	case "ong":
		return "ung"
	case "iong":
		return "iung"
	case "ue":
		return "ueh"
	case "ui":
		if i == "g" || i == "k" {
			return "uei"
		}
	case "e":
		if i != "" {
			return "e"
		}
	case "ye":
		return "yeh"
	case "yan":
		return "yen"
	case "you":
		return "yu"
	case "yong":
		return "yung"
	case "yi":
		return "i"
	case "er":
		return "erh"
	}
	return f
}

// inPinyin tells whether the word is one to three syllables of pinyin.
func inPinyin(w string) bool { return divided(w, 3, mandarin().pinyin) }

func divided(w string, syllables int, known map[string]bool) bool {
	if w == "" {
		return true
	}
	if syllables == 0 {
		return false
	}
	for n := min(6, len(w)); n > 0; n-- {
		if known[w[:n]] && divided(w[n:], syllables-1, known) {
			return true
		}
	}
	return false
}

// asPinyin returns the pinyin that a word of one to three syllables may be
// in the other systems; nil if it is in none.
func asPinyin(w string) []string {
	var out []string
	s := mandarin()
	var try func(rest, sofar string, left int)
	try = func(rest, sofar string, left int) {
		if rest == "" {
			if sofar != w && !slices.Contains(out, sofar) {
				out = append(out, sofar)
			}
			return
		}
		if left == 0 || len(out) > 200 {
			return
		}
		for n := min(7, len(rest)); n > 0; n-- {
			for _, p := range s.other[rest[:n]] {
				try(rest[n:], sofar+p, left-1)
			}
			if s.pinyin[rest[:n]] {
				try(rest[n:], sofar+rest[:n], left-1)
			}
		}
	}
	try(w, "", 3)
	return out
}

// koreanSpellings of sounds, for Revised Romanization, McCune-Reischauer and
// the spellings that people choose.
var koreanSpellings = indexed([]spelling{
	{"yeo", "", []sound{sY, sO | sU | sE}}, {"you", "", []sound{sY, sO | sU | sE}}, {"yoo", "", []sound{sY, sU}}, {"yeu", "", []sound{sY, sU}},
	{"eui", "", []sound{sI}}, {"wae", "", []sound{sV, sA | sE}}, {"hwa", "", []sound{sH, sV, sA}},
	{"ng", "", []sound{sX}}, {"ch", "", []sound{sJ}}, {"jj", "", []sound{sJ}}, {"sh", "", []sound{sS}}, {"ss", "", []sound{sS}},
	{"kk", "", []sound{sK}}, {"gg", "", []sound{sK}}, {"tt", "", []sound{sT}}, {"pp", "", []sound{sP}}, {"rh", "", []sound{sR}}, {"ck", "", []sound{sK}},
	{"eo", "", []sound{sO | sU | sE}}, {"eu", "", []sound{sU}}, {"ae", "", []sound{sA | sE}}, {"ai", "", []sound{sA | sE}}, {"ay", "", []sound{sA | sE}},
	{"oo", "", []sound{sU}}, {"ou", "", []sound{sO | sU | sE}}, {"oe", "", []sound{sO | sE}}, {"oi", "", []sound{sO | sE}}, {"ee", "", []sound{sI}}, {"ui", "", []sound{sI | sU}},
	{"woo", "", []sound{sU}}, {"yi", "", []sound{sI}},
	{"a", "", []sound{sA}}, {"e", "", []sound{sE}}, {"i", "", []sound{sI}}, {"o", "", []sound{sO | sU}}, {"u", "", []sound{sU | sO}}, {"y", vocal, []sound{sY}}, {"y", "", []sound{sI}},
	{"b", "", []sound{sP}}, {"p", "", []sound{sP}}, {"d", "", []sound{sT}}, {"t", "", []sound{sT}}, {"g", "", []sound{sK}}, {"k", "", []sound{sK}}, {"j", "", []sound{sJ}},
	{"s", "", []sound{sS}}, {"h", "", []sound{sH}}, {"m", "", []sound{sM}}, {"n", "", []sound{sN}}, {"r", "", []sound{sR | sL}}, {"l", "", []sound{sR | sL}}, {"w", "", []sound{sV}},
})

// koreanSounds reads a word as Korean: nil if it cannot be, or is more than
// three syllables.
func koreanSounds(w string) []sound {
	var out []sound
	vocals := 0
	for i := 0; i < len(w); {
		rest := w[i:]
		if rest[0] < 'a' || rest[0] > 'z' {
			return nil
		}
		found := false
		for _, s := range koreanSpellings[rest[0]-'a'] {
			if strings.HasPrefix(rest, s.letters) && (s.before == "" || len(rest) > len(s.letters) && strings.IndexByte(s.before, rest[len(s.letters)]) >= 0) {
				for _, x := range s.sounds {
					if x&vowels != 0 {
						vocals++
					}
					out = append(out, x)
				}
				i += len(s.letters)
				found = true
				break
			}
		}
		if !found {
			return nil
		}
	}
	if vocals == 0 || vocals > 3 {
		return nil
	}
	return out
}

func fitKorean(a, b []sound) bool {
	if len(a) != len(b) || len(a) == 0 {
		return false
	}
	for i := range a {
		if a[i]&b[i] == 0 {
			return false
		}
	}
	return true
}

// origin tells whether the words are a name of China, Korea or Vietnam: a
// family name of there, first or last, and syllables.
func origin(words []word) (mask [4]bool) {
	if len(words) < 2 || len(words) > 4 {
		return mask
	}
	first, last := words[0], words[len(words)-1]
	syllables := func(known func(word) bool) bool {
		return !slices.ContainsFunc(words, func(w word) bool {
			return w.letters() < 2 && w.text != "i" && w.text != "e" && w.script != alphabet || w.script == abjad || !known(w)
		})
	}
	isKorean := func(w word) bool { return koreanSounds(w.text) != nil }
	isChinese := func(w word) bool { return inPinyin(w.text) || len(asPinyin(w.text)) > 0 || len(w.inPalladius()) > 0 }
	isFamily := func(w word) bool {
		return familyFirst[w.text] || slices.ContainsFunc(w.inPalladius(), func(p string) bool { return familyFirst[p] })
	}
	mask[korean] = (koreanFamilies[first.text] != "" || koreanFamilies[last.text] != "") && syllables(isKorean) && vocals(words) > 2 // given names of one syllable are rare
	mask[chinese] = (isFamily(first) || isFamily(last)) && syllables(isChinese)
	mask[vietnamese] = vietnameseFamilies[first.text] && len(words) > 2
	return mask
}

// vocals counts the vowels of words, as Korean ones.
func vocals(words []word) int {
	n := 0
	for _, w := range words {
		for _, s := range koreanSounds(w.text) {
			if s&vowels != 0 {
				n++
			}
		}
	}
	return n
}

// likeEastern compares two words of names of China, Korea or Vietnam.
func (w word) likeEastern(v word, from eastern) likeness {
	switch {
	case w.text == v.text:
		return equal
	case (w.letters() == 1 || v.letters() == 1) && w.script == v.script:
		if w.text[0] == v.text[0] {
			return initial
		}
		return unlike
	}
	switch from {
	case chinese:
		if w.script == han && v.script == han {
			return unlike
		}
		if w.script == alphabet || v.script == alphabet {
			if slices.Contains(w.inPalladius(), v.text) || slices.Contains(v.inPalladius(), w.text) {
				return sameSound
			}
			return unlike
		}
		if slices.Contains(asPinyin(w.text), v.text) || slices.Contains(asPinyin(v.text), w.text) {
			return sameSound
		}
	case korean:
		if w.script == hangul && v.script == hangul && w.native != v.native {
			return unlike
		}
		if f := koreanFamilies[w.text]; f != "" && f == koreanFamilies[v.text] || fitKorean(koreanSounds(w.text), koreanSounds(v.text)) {
			return sameSound
		}
	}
	return unlike
}

//go:embed japanese.txt
var japaneseText string

// japaneseNames are the readings of family names and of the characters of
// given ones.
type japaneseNames struct{ family, given map[string][]string }

var japanese = sync.OnceValue(func() japaneseNames {
	n := japaneseNames{map[string][]string{}, map[string][]string{}}
	into := n.family
	for _, line := range dataLines(japaneseText) {
		switch {
		case line[0] == "family":
			into = n.family
		case line[0] == "given":
			into = n.given
		default:
			into[line[0]] = append(into[line[0]], line[1:]...)
		}
	}
	return n
})

// readJapanese returns the readings of a family and a given name in Han
// characters; none if it is no Japanese name that we can read.
func readJapanese(name []rune) (family, given []string, at int) {
	n := japanese()
	for at = min(3, len(name)-1); at > 0; at-- {
		if family = n.family[string(name[:at])]; family != nil {
			break
		}
	}
	if family == nil {
		return nil, nil, 0
	}
	given = []string{""}
	for _, r := range name[at:] {
		var longer []string
		for _, g := range given {
			for _, x := range n.given[string(r)] {
				if len(longer) < 100 {
					longer = append(longer, g+x)
				}
			}
		}
		given = longer
	}
	return family, given, at
}

// shortVowels writes long vowels of Japanese as the short ones of passports.
var shortVowels = strings.NewReplacer("ou", "o", "oo", "o", "uu", "u", "oh", "o", "aa", "a", "ii", "i", "ei", "e")
