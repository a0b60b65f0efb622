package resolve

import "strings"

// A reader tells how those who write another script hear the words of a
// language: what a word may end in, the longest first, and what is heard
// elsewhere, a space being the word's beginning.
type reader struct {
	ends   [][2]string
	inside *strings.Replacer
}

// readers of the languages that are not read letter by letter. A word is read
// by each, as who wrote it in the other script knew whose it is.
var readers = []reader{
	{ // French
		[][2]string{{"cois", "sua"}, {"eault", "o"}, {"eaux", "o"}, {"ault", "o"}, {"aud", "o"}, {"eau", "o"}, {"aux", "o"}, {"ques", "k"}, {"que", "k"}, {"ois", "ua"}, {"oit", "ua"}, {"aing", "en"},
			{"ais", "e"}, {"ait", "e"}, {"ard", "ar"}, {"art", "ar"}, {"ert", "er"}, {"ort", "or"}, {"ord", "or"}, {"ail", "ay"}, {"eil", "ey"}, {"ot", "o"}, {"os", "o"}, {"et", "e"}, {"ez", "e"}, {"er", "e"}, {"es", ""}, {"is", "i"}, {"in", "en"},
			{"and", "an"}, {"ent", "an"}, {"ont", "on"}, {"ond", "on"}, {"ud", "u"}, {"ut", "u"}, {"at", "a"}, {"as", "a"}, {"ux", "u"}, {"s", ""}, {"e", ""}, {"p", ""}},
		strings.NewReplacer("oin", "uen", "oi", "ua", "oy", "uay", "eau", "o", "au", "o", "ain", "en", "ein", "en", "ille", "iy", "gn", "ny", "ch", "sh", "j", "zh", "ge", "zhe", "gi", "zhi", "qu", "k", "eu", "e", "en", "an", "em", "am", "h", ""),
	},
	{ // Spanish
		nil,
		strings.NewReplacer("j", "kh", "ge", "khe", "gi", "khi", "ll", "y", "z", "s", "ce", "se", "ci", "si", "h", "", "ch", "ch", "qu", "k", "v", "b"),
	},
	{ // Czech, Polish, Croatian
		[][2]string{{"ck", "tsk"}},
		strings.NewReplacer("sz", "sh", "cz", "ch", "rz", "zh", "ch", "kh", "c", "ts", "j", "y", "w", "v"),
	},
	{ // those with a hook or a tail on c that foreign texts leave out: Turkish, Croatian, Czech
		nil,
		strings.NewReplacer("ch", "kh", "c", "tsh", "j", "y"),
	},
	{ // Hungarian
		nil,
		strings.NewReplacer("dzs", "j", "cs", "ch", "gy", "d", "ly", "y", "ny", "n", "sz", "s", "zs", "zh", "s", "sh", "c", "ts", "j", "y"),
	},
	{ // German
		nil,
		strings.NewReplacer("tsch", "ch", "sch", "sh", " st", " sht", " sp", " shp", "ei", "ay", "ie", "i", "eu", "oy", "ch", "kh", "dt", "t", "tz", "ts", "z", "ts", "pf", "f", "v", "f", "w", "v", "j", "y"),
	},
	{ // English: the letter before a consonant and a silent e
		[][2]string{{"ice", "ays"}, {"ike", "ayk"}, {"ine", "ayn"}, {"ite", "ayt"}, {"ide", "ayd"}, {"ile", "ayl"}, {"ife", "ayf"}, {"ight", "ayt"},
			{"ace", "eys"}, {"ake", "eyk"}, {"ane", "eyn"}, {"ate", "eyt"}, {"ade", "eyd"}, {"ale", "eyl"}, {"ates", "eyts"}, {"ase", "eys"}, {"all", "ol"}, {"ow", "o"}},
		strings.NewReplacer(" qu", " kw", "alk", "ok", "owe", "aue", "own", "aun", " kn", " n", " wr", " r", " mc", " mak", "dg", "j", "aw", "o", "igh", "ay", "augh", "o", "ough", "o", "ch", "ch"),
	},
}

// read returns the sounds of a word; nil if it is read otherwise already.
func (r reader) read(w string) []sound {
	heard := w
	for _, e := range r.ends {
		if rest, ok := strings.CutSuffix(w, e[0]); ok && rest != "" {
			heard = rest + e[1]
			break
		}
	}
	heard = strings.TrimPrefix(r.inside.Replace(" "+heard), " ")
	if heard == w {
		return nil
	}
	return sounds(heard)
}

// polivanov writes the syllables of Japanese as English does, from Cyrillic as
// Polivanov (1917) wrote them.
var polivanov = strings.NewReplacer("dziu", "ju", "dzia", "ja", "dzio", "jo", "dzi", "ji", "dz", "z", "tiu", "chu", "tia", "cha", "tio", "cho", "ti", "chi", "siu", "shu", "sia", "sha", "sio", "sho", "si", "shi")

// likeForeign compares words of two scripts, or of one that is not Latin.
func (w word) likeForeign(v word) likeness {
	if w.script == v.script && w.script != alphabet && w.script != abugida {
		return unlike
	}
	if w.script == v.script { // one script, one orthography: Ярослава is no Ярослав
		switch {
		case alikeSounds(w.sounds, v.sounds, &sharp) && !w.otherwiseEnded(v):
			return sameSound
		case knownNames().nicknames(w.text, v.text):
			return nickname
		case w.script == alphabet && w.misspells(v):
			return misspelt
		}
		return unlike
	}
	ear := ears[max(w.script, v.script)]
	if w.script == abjad || v.script == abjad {
		ear = &consonantal
	}
	names := knownNames()
	if ear == &consonantal && names.arabic(w.text) && names.arabic(v.text) {
		if names.nicknames(w.text, v.text) {
			return sameSound
		}
		return unlike
	}
	if known := names.known; known[w.text] && known[v.text] && ear != &consonantal && max(w.script, v.script) < hangul {
		switch {
		case alikeSounds(w.sounds, v.sounds, &sharp):
			return sameSound
		case names.nicknames(w.text, v.text):
			return nickname
		}
		return unlike
	}
	if alikeSounds(w.sounds, v.sounds, ear) {
		return sameSound
	}
	if names.nicknames(w.text, v.text) || w.script != han && v.script != han && (names.goesBy(w.text, v.sounds, ear) || names.goesBy(v.text, w.sounds, ear)) {
		return nickname
	}
	for _, pair := range [][2]word{{w, v}, {v, w}} {
		if pair[0].readAs(pair[1], ear) {
			return sameSound
		}
		if x := pair[0]; x.script == latin {
			if rest, ok := x.withoutAl(); ok && pair[1].text != pair[1].native && pair[1].script == abjad && alikeSounds(sounds(rest), pair[1].sounds, ear) {
				return sameSound
			}
		}
		if x := pair[0]; x.script == alphabet && alikeSounds(sounds(polivanov.Replace(x.text)), pair[1].sounds, ear) {
			return sameSound
		}
		if l := pair[0].led; l != "" && pair[0].script != abjad && alikeSounds(sounds(l+pair[0].text), pair[1].sounds, ear) {
			return sameSound
		}
	}
	if min(len(w.sounds), len(v.sounds)) > 3 && apart(w.sounds, v.sounds, ear, whole) <= whole {
		return misspelt
	}
	return unlike
}

// readAs tells whether a word in Latin letters is heard as the other by who reads it
// in some language.
func (w word) readAs(v word, e *ear) bool {
	if w.script != latin {
		return false
	}
	for _, r := range readers {
		if x := r.read(w.text); x != nil && alikeSounds(x, v.sounds, e) {
			return true
		}
	}
	return false
}

// withoutAl returns the word without the Arabic article that it begins with:
// Elsisi, Alzahrani.
func (w word) withoutAl() (rest string, ok bool) {
	if len(w.text) > 4 && w.text[0] == 'l' { // Lakhdar, of the Maghreb
		return w.text[1:], true
	}
	return w.text[min(2, len(w.text)):], len(w.text) > 4 && (w.text[:2] == "al" || w.text[:2] == "el")
}

// likeJapanese compares a word with Han characters that are read in Japanese.
func (w word) likeJapanese(v word) likeness {
	short := shortVowels.Replace(w.text)
	for _, r := range v.also {
		switch {
		case w.text == r, short == shortVowels.Replace(r):
			return sameSound
		case w.script != latin && (alikeSounds(w.sounds, sounds(r), ears[w.script]) || w.script == alphabet && alikeSounds(sounds(polivanov.Replace(w.text)), sounds(r), ears[w.script])):
			return sameSound
		case w.letters() == 1 && r != "" && w.text[0] == r[0]:
			return initial
		}
	}
	return unlike
}
