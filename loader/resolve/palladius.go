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
