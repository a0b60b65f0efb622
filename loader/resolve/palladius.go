package resolve

import (
	"slices"
	"strings"
	"sync"
)

// Chinese names in Cyrillic follow the system of Palladius (1888), in which
// "Цзиньпин" is Jinping: its n is нь, and its ng н.
var (
	palladiusInitials = map[string]string{"b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л", "g": "г", "k": "к", "h": "х",
		"j": "цз", "q": "ц", "x": "с", "zh": "чж", "ch": "ч", "sh": "ш", "r": "ж", "z": "цз", "c": "ц", "s": "с"}
	palladiusFinals = map[string]string{"a": "а", "o": "о", "e": "э", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу", "an": "ань", "en": "энь", "ang": "ан", "eng": "эн",
		"ong": "ун", "i": "и", "ia": "я", "ie": "е", "iao": "яо", "iu": "ю", "ian": "янь", "in": "инь", "iang": "ян", "ing": "ин", "iong": "юн",
		"u": "у", "ua": "уа", "uo": "о", "uai": "уай", "ui": "уй", "uan": "уань", "un": "унь", "uang": "уан", "ue": "юэ"}
	palladiusAlone = map[string]string{"a": "а", "ai": "ай", "an": "ань", "ang": "ан", "ao": "ао", "e": "э", "en": "энь", "er": "эр", "ou": "оу",
		"yi": "и", "ya": "я", "ye": "е", "yao": "яо", "you": "ю", "yan": "янь", "yin": "инь", "yang": "ян", "ying": "ин", "yong": "юн",
		"wu": "у", "wa": "ва", "wo": "во", "wai": "вай", "wei": "вэй", "wan": "вань", "wen": "вэнь", "wang": "ван", "weng": "вэн", "yu": "юй", "yue": "юэ", "yuan": "юань", "yun": "юнь"}
)

// palladius maps syllables in Cyrillic to those of pinyin.
var palladius = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	add := func(cyrillic, pinyin string) {
		if !slices.Contains(m[cyrillic], pinyin) {
			m[cyrillic] = append(m[cyrillic], pinyin)
		}
	}
	for p, c := range palladiusAlone {
		add(c, p)
	}
	for _, i := range pinyinInitials {
		for _, f := range pinyinFinals {
			if !mandarin().pinyin[i+f] {
				continue
			}
			c := palladiusFinals[f]
			palatal := i == "j" || i == "q" || i == "x"
			switch {
			case f == "i" && (i == "z" || i == "c" || i == "s"):
				c = "ы"
			case f == "u" && palatal:
				c = "юй"
			case f == "uan" && palatal:
				c = "юань"
			case f == "un" && palatal:
				c = "юнь"
			case f == "ui" && i == "h":
				c = "уэй"
			}
			add(palladiusInitials[i]+c, i+f)
		}
	}
	return m
})

// inPalladius returns the pinyin that a word in Cyrillic may be, of one to
// three syllables; nil if it is none.
func (w word) inPalladius() []string {
	if w.script != alphabet {
		return nil
	}
	var out []string
	rs := []rune(strings.ReplaceAll(w.native, "ъ", ""))
	if len(rs) > 3*maxCyrillic {
		return nil
	}
	var try func(rest []rune, sofar string, left int)
	try = func(rest []rune, sofar string, left int) {
		if len(rest) == 0 {
			out = append(out, sofar)
			return
		}
		if left == 0 || len(out) > 50 {
			return
		}
		for n := min(maxCyrillic, len(rest)); n > 0; n-- {
			for _, p := range palladius()[string(rest[:n])] {
				try(rest[n:], sofar+p, left-1)
			}
		}
	}
	try(rs, "", 3)
	slices.Sort(out)
	return slices.Compact(out)
}

// isPalladius tells whether a word in Cyrillic is the other, in whichever system of
// Latin letters.
func (w word) isPalladius(v word) bool {
	all := w.inPalladius()
	return slices.Contains(all, v.text) || len(all) > 0 && slices.ContainsFunc(asPinyin(v.text), func(p string) bool { return slices.Contains(all, p) })
}

// maxCyrillic is the most letters of a syllable.
const maxCyrillic = 6

// outOfCyrillic are the letters of pinyin as those of Palladius are in Latin ones,
// and outOfSpeech as who hears these writes them.
var (
	outOfCyrillic = strings.NewReplacer("zh", "chzh", "ch", "ch", "sh", "sh", "x", "s", "j", "tsz", "q", "ts", "c", "ts", "z", "tsz", "r", "zh", "ng", "n", "hui", "huei", "iu", "yu", "ia", "ya", "ong", "un", "xu", "siu", "ju", "tsziu", "qu", "tsiu")
	outOfSpeech   = strings.NewReplacer("x", "s", "ng", "n")
)

// throughCyrillic are the spellings, in one, of a Chinese name in pinyin that came
// out of Russian: Si Tszinpin, Si Jinpin. Those of which n for ng alone would tell are
// none, as Jianmin is not Jianming; nor are those of two syllables.
func (p person) throughCyrillic() []string {
	if !p.origin[chinese] || syllables(joinedText(p.words)) < 3 || slices.ContainsFunc(p.words, func(w word) bool { return w.script != latin || !inPinyin(w.text) }) {
		return nil
	}
	var out []string
	all := joinedText(p.words)
	for _, r := range []*strings.Replacer{outOfCyrillic, outOfSpeech} {
		if s := r.Replace(all); s != strings.ReplaceAll(all, "ng", "n") {
			out = append(out, s)
		}
	}
	return out
}

// compareCyrillic compares two names of which one may be the other's spelling that
// came out of Russian, and that are different otherwise, as c says.
func (p person) compareCyrillic(q person, c comparison) comparison {
	if !slices.Contains(p.throughCyrillic(), joinedText(q.words)) && !slices.Contains(q.throughCyrillic(), joinedText(p.words)) {
		return c
	}
	return comparison{relation: variant, score: 0.9, reasons: []string{"one is the other as Russian writes it"}}
}
