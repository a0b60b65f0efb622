package resolve

import (
	"slices"
	"strings"
)

// koreanSpellings of sounds, for Revised Romanization, McCune-Reischauer and
// the spellings that people choose: theirs have an u for eo before a consonant
// only (Sung, Suh), as a last su is read as it is.
var koreanSpellings = indexed([]spelling{
	{"yeo", "", []sound{sY, sO | sE}}, {"yea", "", []sound{sY, sO | sE}}, {"you", "", []sound{sY, sO | sU | sE}}, {"yoo", "", []sound{sY, sU}}, {"yeu", "", []sound{sY, sU}},
	{"eui", "", []sound{sI}}, {"wae", "", []sound{sV, sA | sE}}, {"hwa", "", []sound{sH, sV, sA}},
	{"ng", "", []sound{sX}}, {"ch", "", []sound{sJ}}, {"jj", "", []sound{sJ}}, {"sh", "", []sound{sS}}, {"ss", "", []sound{sS}},
	{"kk", "", []sound{sK}}, {"gg", "", []sound{sK}}, {"tt", "", []sound{sT}}, {"pp", "", []sound{sP}}, {"rh", "", []sound{sR}}, {"ck", "", []sound{sK}},
	{"eo", "", []sound{sO | sE}}, {"eu", "", []sound{sU}}, {"ae", "", []sound{sA | sE}}, {"ai", "", []sound{sA | sE}}, {"ay", "", []sound{sA | sE}},
	{"oo", "", []sound{sU}}, {"ou", "", []sound{sO | sU | sE}}, {"oe", "", []sound{sO | sE}}, {"oi", "", []sound{sO | sE}}, {"ee", "", []sound{sI}}, {"ui", "", []sound{sI | sU}},
	{"woo", "", []sound{sU}}, {"yi", "", []sound{sI}},
	{"a", "", []sound{sA}}, {"e", "", []sound{sE}}, {"i", "", []sound{sI}}, {"o", "", []sound{sO | sU}}, {"u", "bcdfghjklmnpqrstvwxz", []sound{sU | sO}}, {"u", "", []sound{sU}}, {"y", vocal, []sound{sY}}, {"y", "", []sound{sI}},
	{"b", "", []sound{sP}}, {"p", "", []sound{sP}}, {"d", "", []sound{sT}}, {"t", "", []sound{sT}}, {"g", "", []sound{sK}}, {"k", "", []sound{sK}}, {"j", "", []sound{sJ}},
	{"s", "", []sound{sS}}, {"h", "", []sound{sH}}, {"m", "", []sound{sM}}, {"n", "", []sound{sN}}, {"r", "", []sound{sR | sL}}, {"l", "", []sound{sR | sL}}, {"w", "", []sound{sV}}, {"c", "", []sound{sJ}}, // of hangul in Latin letters
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

// fitKorean tells whether two readings are the same syllables. The South does
// not say an r or n before an i or y that a word begins with, and says n for
// another r: Ryong is Yong, Rim Im, Roh Noh.
func fitKorean(a, b []sound) bool {
	a, b = southern(a), southern(b)
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

// southern is a reading as the South says it.
func southern(x []sound) []sound {
	x = slices.Compact(slices.Clone(x)) // Hak-kyun in one word
	switch {
	case len(x) < 2 || x[0]&(sR|sL|sN) == 0:
		return x
	case x[1] == sY || x[1] == sI:
		return x[1:]
	}
	return slices.Concat([]sound{sN}, x[1:])
}

// koreanConsonants are what names of the same syllables share. An ng may be an n and
// a g: Jin-gyu.
func koreanConsonants(w string) string {
	var out []byte
	for _, s := range southern(koreanSounds(w)) {
		for _, c := range []struct {
			of sound
			as string
		}{{sX, "nk"}, {sJ, "j"}, {sH, "h"}, {sK, "k"}, {sL | sR, "l"}, {sM, "m"}, {sN, "n"}, {sP, "p"}, {sS, "s"}, {sT, "t"}} {
			if s&c.of != 0 {
				out = append(out, c.as...)
			}
		}
	}
	return single(string(out))
}

// koreanCyrillic are sounds of Korean in Cyrillic (Kontsevich 1966, and the
// spellings before it): Ким Чен Ын, Мун Чжэ Ин. Its n is an n or an ng.
var koreanCyrillic = map[rune][]sound{
	'а': {sA}, 'о': {sO | sU}, 'у': {sU | sO}, 'и': {sI}, 'й': {sI}, 'е': {sO | sU | sE}, 'ё': {sY, sO | sU | sE}, 'э': {sA | sE}, 'ы': {sU | sI}, 'я': {sY, sA}, 'ю': {sY, sU | sO | sI},
	'к': {sK}, 'г': {sK}, 'т': {sT}, 'д': {sT}, 'п': {sP}, 'б': {sP}, 'в': {sP | sV}, 'ч': {sJ}, 'ц': {sJ}, 'с': {sS}, 'ш': {sS}, 'х': {sH}, 'м': {sM}, 'н': {sN | sX}, 'р': {sR | sL}, 'л': {sR | sL},
}

// Family names that Cyrillic does not spell by their sounds.
var cyrillicFamilies = map[string]string{"ли": "lee", "и": "lee", "пак": "park", "цой": "choi", "чхве": "choi", "тен": "chung", "чон": "chung", "но": "roh", "ан": "ahn", "шин": "shin", "пэк": "paek", "ю": "ryu", "рю": "ryu", "лим": "lim", "им": "lim", "хо": "heo"}

// koreanSounds reads a word as Korean; nil if it is none.
func (w word) koreanSounds() []sound {
	if w.korean != nil {
		return w.korean
	}
	if w.script != alphabet {
		return koreanSounds(w.text)
	}
	if f := cyrillicFamilies[w.native]; f != "" {
		return koreanSounds(f)
	}
	var out []sound
	for _, r := range strings.NewReplacer("дж", "ч", "чж", "ч", "чх", "ч", "пх", "п", "тх", "т", "кх", "к", "ъ", "", "ь", "", "нг", "н").Replace(w.native) {
		s := koreanCyrillic[r]
		if s == nil {
			return nil
		}
		out = append(out, s...)
	}
	return out
}

// koreanFamily returns the group of spellings of a family name that the word
// is one of; "" if it is none.
func (w word) koreanFamily() string {
	if f := cyrillicFamilies[w.native]; f != "" {
		return koreanFamilies[f]
	}
	return koreanFamilies[w.text]
}

// fitsKorean tells whether two words are the same syllables. In Cyrillic "е" is
// an e after a y or without.
func (w word) fitsKorean(v word) bool {
	a, b := w.koreanSounds(), v.koreanSounds()
	if strings.ContainsRune(w.native+v.native, 'е') && (w.script == alphabet || v.script == alphabet) {
		a, b = withoutY(a), withoutY(b)
	}
	if fitKorean(a, b) {
		return true
	}
	x, y := w.koreanDivided(), v.koreanDivided()
	return x != nil && fitKorean(x, b) || y != nil && (fitKorean(a, y) || fitKorean(x, y))
}

// koreanDivided reads a word in Latin letters with its ng as the end of a syllable
// and the beginning of another: Jin-gyu, Han-gyeol. It is nil if there is none.
func (w word) koreanDivided() []sound {
	at := strings.Index(w.text, "ng")
	if w.script != latin || at < 0 || at+2 >= len(w.text) || strings.IndexByte("aeiouwy", w.text[at+2]) < 0 {
		return nil
	}
	a, b := koreanSounds(w.text[:at+1]), koreanSounds(w.text[at+1:])
	if a == nil || b == nil {
		return nil
	}
	return slices.Concat(a, b)
}

func withoutY(x []sound) []sound {
	return slices.DeleteFunc(slices.Clone(x), func(s sound) bool { return s == sY })
}

func koreanWords(rs []rune, alone bool) []word {
	if !alone || len(rs) < 2 || len(rs) > 4 {
		if w, ok := native(string(rs), hangul); ok {
			return []word{w}
		}
		return nil
	}
	family, ok := native(string(rs[:1]), hangul)
	if f := hangulFamilies[rs[0]]; f != "" {
		family = readWord(f)
		family.native, family.script = string(rs[:1]), hangul
	}
	given, also := native(string(rs[1:]), hangul)
	if !ok || !also {
		return nil
	}
	family.whole = true
	return []word{family, given}
}

// Korean family names that are not spelt as they are transliterated.
var hangulFamilies = map[rune]string{'이': "lee", '리': "lee", '박': "park", '노': "roh", '임': "lim", '류': "ryu", '유': "yoo", '최': "choi", '백': "paek", '곽': "kwak", '석': "seok",
	'천': "cheon", '채': "chae", '추': "choo", '차': "cha", '탁': "tak", '목': "mok", '옥': "ok", '국': "kook", '육': "yuk", '왕': "wang"}

// hangulTitles stand behind a Korean name, or before.
var hangulTitles = set("대통령 총리 장관 의원 위원장 국무위원장 대표 회장 박사 교수 목사 신부 주교 추기경 교황 장군 대사 시장 지사 씨 왕 여왕 국왕 황제 왕자 왕비 왕후 황후 공주 공녀 친왕 대왕 추장 경")
