package resolve

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-unidecode"
	"golang.org/x/text/unicode/norm"
)

// A script tells how letters other than Latin ones are compared with these.
type script int8

const (
	latin    script = iota
	alphabet        // Cyrillic, Greek, Georgian, Armenian: vowels are written
	abugida         // of India and Southeast Asia: a vowel is part of the letter
	abjad           // Arabic, Hebrew: short vowels are not written
	kana            // Japanese syllables
	hangul          // Korean
	han             // Chinese characters
)

func scriptOf(r rune) script {
	switch {
	case r < 0x250, unicode.Is(unicode.Latin, r), !unicode.IsLetter(r) && !unicode.IsMark(r):
		return latin
	case unicode.In(r, unicode.Arabic, unicode.Hebrew):
		return abjad
	case unicode.In(r, unicode.Hangul):
		return hangul
	case unicode.In(r, unicode.Hiragana, unicode.Katakana) || r == 'ー':
		return kana
	case unicode.Is(unicode.Han, r):
		return han
	case unicode.In(r, unicode.Cyrillic, unicode.Greek, unicode.Georgian, unicode.Armenian):
		return alphabet
	case unicode.Is(unicode.Common, r) || unicode.Is(unicode.Inherited, r):
		return latin
	}
	return abugida
}

// Latin for letters whose sound in names is not their transliteration's; a
// space is a word's beginning.
var romanized = strings.NewReplacer(
	" μπ", "b", " ντ", "d", " γκ", "g", "γγ", "ng", "αυ", "av", "ευ", "ev", "ου", "ou", "ει", "i", "οι", "i", "η", "i", "υ", "y", "χ", "ch", "ξ", "x", // Greek
	"ћ", "c", "ђ", "dj", "ј", "j", "љ", "l", "њ", "n", "џ", "dzh", "ё", "yo", "ў", "u", "ї", "yi", "є", "ye", "ґ", "g", // Cyrillic
	"бх", "bh", "гх", "gh", "дх", "dh", "кх", "kh", "тх", "th", // the aspirates of India
	"ғ", "g", "қ", "k", "ң", "n", "ө", "o", "ұ", "u", "ү", "u", "һ", "h", "ә", "a",
	"ხ", "kh", "ძ", "dz", "ც", "ts", "წ", "ts", // Georgian
	"ռ", "r", // Armenian
	"ंह", "ngh", // Devanagari: Singh
	"ॉ", "o", "ॅ", "e", // of English words
	"ৎ", "t", // Bengali
	"ச", "s", "ண", "n", "ன", "n", // Tamil
	"ൻ", "n", "ർ", "r", "ൽ", "l", "ൾ", "l", "ൺ", "n", // Malayalam
)

// The letters of Arabic, as the Persian, Urdu and Kurdish add to it, and of
// Hebrew, and what each may stand for; those that are no sound are left out.
var abjadSounds = map[rune]sound{
	'ا': sA | sE | sI | sO | sU, 'أ': vowels, 'إ': vowels, 'آ': sA | sO, 'ى': sA | sI | sE | sY, 'ة': sA | sE | sT, 'ە': sA | sE, 'ع': vowels | sH, 'ע': vowels | sH,
	'ب': sB | sP, 'پ': sP, 'ت': sT, 'ث': sT | sS, 'ج': sJ | sG | sZh, 'چ': sC | sSh | sJ, 'ح': sH | sX, 'خ': sX | sK | sH, 'د': sD, 'ذ': sD | sZ, 'ر': sR, 'ڕ': sR,
	'ز': sZ, 'ژ': sZh | sJ | sZ, 'س': sS, 'ش': sSh | sC, 'ص': sS, 'ض': sD | sZ, 'ط': sT, 'ظ': sZ | sD, 'غ': sG | sX, 'ف': sF | sV | sP, 'ڤ': sV, 'ق': sK | sG, 'ک': sK | sG, 'ك': sK | sG,
	'گ': sG | sJ, 'ل': sL, 'ڵ': sL, 'م': sM, 'ن': sN, 'ں': sN, 'ه': sH | sA | sE, 'ہ': sH | sA | sE, 'ھ': sH, 'و': sV | sU | sO, 'ۆ': sO | sU, 'ؤ': sO | sU | sV,
	'ي': sY | sI | sE, 'ی': sY | sI | sE, 'ێ': sE | sI, 'ے': sE | sI, 'ئ': sI | sY | sE | sH, 'ٹ': sT, 'ڈ': sD, 'ڑ': sR | sD,
	'א': vowels, 'ב': sB | sV, 'ג': sG | sJ, 'ד': sD, 'ה': sH | sA | sE, 'ו': sV | sU | sO, 'ז': sZ | sZh, 'ח': sH | sX | sK, 'ט': sT, 'י': sY | sI, 'כ': sK | sX, 'ך': sK | sX,
	'ל': sL, 'מ': sM, 'ם': sM, 'נ': sN, 'ן': sN, 'ס': sS, 'פ': sP | sF, 'ף': sF | sP, 'צ': sTs | sS | sC, 'ץ': sTs | sS | sC, 'ק': sK, 'ר': sR, 'ש': sSh | sS, 'ת': sT | sS,
}

// widened are sounds that a script writes with one letter.
var widened = map[script][]sound{
	alphabet: {sG | sH, sX | sH, sI | sY, sS | sSh, sZ | sZh},
	abugida:  {sB | sV, sS | sSh, sT | sD, sC | sJ, sP | sF | sB, sK | sG, sR | sL, sY | sJ},
	kana:     {sL | sR, sM | sN, sB | sV, sH | sF | sX, sJ | sZ | sZh, sS | sSh | sT, sT | sC | sTs},
}

// ears tells how freely a script's words are compared with others.
var ears = [...]*ear{latin: &sharp, alphabet: &foreign, abugida: &syllabic, abjad: &consonantal, hangul: &blocks, kana: &blocks, han: &characters}

// wordsOf returns the words of a name in Latin letters or, of Arabic and
// Hebrew, in their own; each read as its script asks.
func wordsOf(name string) []word {
	if ascii(name) {
		return latinWords(nil, name)
	}
	var out []word
	rest := ""
	flush := func() {
		out = latinWords(out, rest)
		rest = ""
	}
	fields := strings.FieldsFunc(norm.NFC.String(name), func(r rune) bool {
		return unicode.IsSpace(r) || r == '·' || r == '・' || r == '＝' || r == '、' || r == '，'
	})
	if kept := slices.DeleteFunc(slices.Clone(fields), func(f string) bool { return hangulTitles[f] }); len(kept) > 0 {
		fields = kept
	}
	for _, f := range fields {
		f, roman := withoutRegnal(f)
		s := latin
		for _, r := range f {
			s = max(s, scriptOf(r))
		}
		if s == latin {
			rest += " " + f
		} else {
			flush()
			out = append(out, nativeWords(f, len(fields) == 1)...)
		}
		rest += " " + roman
	}
	flush()
	return out
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// nativeWords reads a piece of a name that has other than Latin letters.
// Alone it is a whole name, which Chinese, Japanese and Korean write in one.
func nativeWords(f string, alone bool) []word {
	var out []word
	f = strings.ToLower(f)
	for part := range strings.FieldsFuncSeq(f, func(r rune) bool {
		return r != '\'' && r != '’' && r != 'ʼ' && r != '׳' && (unicode.IsPunct(r) || unicode.Is(unicode.Cf, r))
	}) {
		runs := runsOfScript(part)
		for _, run := range runs {
			rs, alone := []rune(run), alone && len(runs) == 1
			switch s := scriptOf(rs[0]); s {
			case latin:
				out = latinWords(out, run)
			case abjad:
				out = append(out, abjadWord(rs))
			case hangul:
				out = append(out, koreanWords(rs, alone)...)
			case han:
				out = append(out, hanWords(rs, alone)...)
			default:
				if w, ok := native(run, s); ok {
					out = append(out, w)
				}
			}
		}
	}
	return out
}

// runsOfScript divides a word where Han characters meet kana.
func runsOfScript(w string) []string {
	var out []string
	start, last := 0, latin
	for i, r := range w {
		s := scriptOf(r)
		if s == latin && i > 0 {
			s = last
		}
		if i > 0 && s != last && (s == han || last == han) {
			out, start = append(out, w[start:i]), i
		}
		last = s
	}
	return append(out, w[start:])
}

// native reads a word by its transliteration.
func native(w string, s script) (word, bool) {
	latinized := ""
	var heard []sound // of those that are not read by their Latin letters
	var syllables []sound
	switch first, _ := utf8.DecodeRuneInString(w); {
	case s == han:
		latinized, heard = readCharacters([]rune(w))
	case unicode.Is(unicode.Thai, first):
		latinized = readThai(w)
	case unicode.Is(unicode.Myanmar, first):
		latinized = readBurmese(w)
	case unicode.Is(unicode.Ethiopic, first):
		latinized = readEthiopic(w)
	default:
		if l := letterNames()[w]; l != "" {
			return readWord(l), true
		}
		latinized = unidecode.Unidecode(strings.TrimSpace(romanized.Replace(" " + withVowels(w, s))))
	}
	if s == hangul {
		syllables, heard = readHangul([]rune(w))
	}
	text := strings.Map(letter, strings.ToLower(latinized))
	if text == "" {
		return word{}, false
	}
	out := readWord(text)
	out.native, out.script = w, s
	if heard != nil {
		out.korean, out.sounds = syllables, heard
		return out, true
	}
	for i, x := range out.sounds {
		for _, wide := range widened[s] {
			if x&wide != 0 && (wide != sY|sJ || !unicode.Is(unicode.Devanagari, []rune(w)[0])) { // Jaswant is no Yashwant
				out.sounds[i] |= wide
			}
		}
	}
	return out, true
}

// doubling is the mark of Japanese for a consonant that is said longer.
var doubling = strings.NewReplacer("ッ", "", "っ", "")

// withVowels writes the vowel that a letter of an abugida has where no sign
// gives it another.
func withVowels(w string, s script) string {
	if s == kana {
		return doubling.Replace(w)
	}
	if s != abugida {
		return w
	}
	var out []rune
	rs := []rune(w)
	for i, r := range rs {
		out = append(out, r)
		if i+1 < len(rs) && unicode.Is(unicode.Lo, r) && unicode.Is(unicode.Lo, rs[i+1]) {
			out = append(out, 'a')
		}
	}
	return string(out)
}

// oneLetter makes one of letters that are written now this way, now that.
var oneLetter = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", "ی", "ي", "ک", "ك", "ہ", "ه", "ۀ", "ه", "ة", "ه", "ـ", "")

// abjadWord reads an Arabic or Hebrew word; the article goes.
func abjadWord(rs []rune) word {
	if len(rs) > 2 && rs[0] == 'ئ' && abjadSounds[rs[1]]&vowels != 0 { // a vowel's seat
		rs = rs[1:]
	}
	text := oneLetter.Replace(strings.Map(unmarked, string(rs)))
	w := word{text: text, native: text, stem: text, script: abjad}
	if rest, ok := strings.CutPrefix(text, "ال"); ok && len([]rune(rest)) > 2 && rs[0] == 'ا' { // no article has a hamza: ألفورد is Alford
		w.text = rest
	}
	if rest, ok := strings.CutPrefix(w.text, "عبدال"); ok {
		w.text = "عبد" + rest
	}
	last := rune(0)
	for _, r := range w.text {
		s, n := abjadSounds[r], len(w.sounds)
		switch {
		case s == 0:
		case r == last && r == 'ו': // a v or w, no vowel
			w.sounds[n-1] = sV | sU
		case r == last && r == 'י': // the y or the vowels of David and Ryan
			w.sounds[n-1] = sY | sI | sE | sA
		default:
			w.sounds = append(w.sounds, s)
		}
		last = r
	}
	return w
}

func unmarked(r rune) rune {
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	return r
}

// letter drops what is no letter from a to z.
func letter(r rune) rune {
	if r < 'a' || r > 'z' {
		return -1
	}
	return r
}
