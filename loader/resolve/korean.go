package resolve

import (
	"slices"
	"strings"
)

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
	return fitKorean(a, b)
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
	return []word{family, given}
}

// Korean family names that are not spelt as they are transliterated.
var hangulFamilies = map[rune]string{'이': "lee", '리': "lee", '박': "park", '노': "roh", '임': "lim", '류': "ryu", '유': "yoo", '최': "choi", '백': "paek", '곽': "kwak", '석': "seok"}
