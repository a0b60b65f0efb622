package resolve

import (
	"slices"
	"strings"
	"sync"
)

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
	wade   map[string]string // of pinyin
}

var mandarin = sync.OnceValue(func() syllabary {
	s := syllabary{map[string]bool{}, map[string][]string{}, map[string]string{}}
	add := func(pinyin, spelt string) {
		if spelt != pinyin && !slices.Contains(s.other[spelt], pinyin) {
			s.other[spelt] = append(s.other[spelt], pinyin)
		}
	}
	for _, p := range pinyinAlone {
		s.pinyin[p] = true
		s.wade[p] = wadeFinal("", p)
		add(p, s.wade[p])
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
			s.wade[i+f] = wadeInitials(i, f)[0]
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
const cantonese = `ing=ying chan=chen cheung=zhang/chang wong=wang/huang leung=liang lam=lin ng=wu/huang kwok=guo lau=liu tam=tan yip=ye tsang=zeng chow=zhou mak=mai fung=feng tse=xie
	yeung=yang yuen=yuan hui=xu tung=dong kwan=guan/jun ho=he/hao lo=luo/lu so=su soong=song lee=li tsai=cai ma=ma kung=kong/gong sze=si/shi yiu=yao chiu=zhao/chao chui=xu lui=lei/lu
	tang=deng szeto=situ auyeung=ouyang mok=mo poon=pan siu=xiao shum=cen sin=xian tso=cao yau=qiu/you yim=yan ka=jia/ga shing=cheng/sheng wing=yong/rong wai=wei/hui man=wen/min
	kin=jian kwong=guang yuet=yue ngor=e chee=qi/zhi hwa=hua keung=qiang kuen=juan/quan ming=ming chi=zhi/ji kai=qi/jia/jie shek=shi hung=hong/xiong fai=hui ying=ying yee=yi/er yan=ren/en
	lung=long loong=long leehom=lihong hom=hong hing=qing/xing tak=de wah=hua kit=jie ping=ping pui=pei sau=xiu shuk=shu suk=shu fong=fang chun=zhen/jun/chun chung=zhong/cong mui=mei
	kwai=gui ki=qi/ji kei=qi/ji yat=yi sen=xian sun=sun jeou=jiu chiang=jiang may=mei mei=mei ling=ling jing=jing yuk=yu lai=li/lai nam=nan bun=bin kam=jin/gan kee=ji/qi hoi=hai choi=cai/cui kok=guo/jue
	kar=jia tat=da tin=tian hon=han cheuk=zhuo pak=bai/bo fat=fa chong=zong/zhuang/zhang sing=xing/sheng/cheng
	goh=wu koh=xu teo=zhang tay=zheng chua=cai yeo=yang toh=zhuo quek=guo kwek=guo chia=xie seah=xie phua=pan khoo=qiu chew=zhou wee=huang ooi=huang oei=huang chok=zuo`

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
	if strings.ContainsAny(w, "xq") { // letters of pinyin alone: the rest is pinyin, too
		return nil
	}
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

// wades returns the Wade-Giles, without apostrophes, of all that a word of Chinese may
// be: that of most is one, as it tells less than pinyin.
func wades(w string) []string {
	var out []string
	for _, p := range append(asPinyin(w), w) {
		if p == w && !inPinyin(w) {
			continue
		}
		wade := ""
		for p != "" {
			n := min(6, len(p))
			for !mandarin().pinyin[p[:n]] || !divided(p[n:], 3, mandarin().pinyin) {
				n--
			}
			wade, p = wade+mandarin().wade[p[:n]], p[n:]
		}
		out = append(out, wade)
	}
	return finish(out)
}
