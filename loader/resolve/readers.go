package resolve

import "strings"

// A reader tells how those who write another script hear the words of a
// language: what a word may end in, the longest first, and what is heard
// elsewhere.
type reader struct {
	ends   [][2]string
	inside *strings.Replacer
}

// readers of the languages that are not read letter by letter. A word is read
// by each, as who wrote it in the other script knew whose it is.
var readers = []reader{
	{ // French
		[][2]string{{"cois", "sua"}, {"eault", "o"}, {"eaux", "o"}, {"ault", "o"}, {"aud", "o"}, {"eau", "o"}, {"aux", "o"}, {"ques", "k"}, {"que", "k"}, {"ois", "ua"}, {"oit", "ua"}, {"aing", "en"},
			{"ais", "e"}, {"ait", "e"}, {"ard", "ar"}, {"ert", "er"}, {"ot", "o"}, {"os", "o"}, {"et", "e"}, {"ez", "e"}, {"er", "e"}, {"es", ""}, {"is", "i"}, {"in", "en"},
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
	{ // Hungarian
		nil,
		strings.NewReplacer("dzs", "j", "cs", "ch", "gy", "d", "ly", "y", "ny", "n", "sz", "s", "zs", "zh", "s", "sh", "c", "ts", "j", "y"),
	},
	{ // English: the letter before a consonant and a silent e
		[][2]string{{"ice", "ays"}, {"ike", "ayk"}, {"ine", "ayn"}, {"ite", "ayt"}, {"ide", "ayd"}, {"ile", "ayl"}, {"ife", "ayf"}, {"ight", "ayt"},
			{"ace", "eys"}, {"ake", "eyk"}, {"ane", "eyn"}, {"ate", "eyt"}, {"ade", "eyd"}, {"ale", "eyl"}, {"ates", "eyts"}, {"ase", "eys"}},
		strings.NewReplacer("ch", "ch"),
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
	heard = r.inside.Replace(heard)
	if heard == w {
		return nil
	}
	return sounds(heard)
}

// polivanov writes the syllables of Japanese as English does, from Cyrillic as
// Polivanov (1917) wrote them.
var polivanov = strings.NewReplacer("dziu", "ju", "dzia", "ja", "dzio", "jo", "dzi", "ji", "dz", "z", "tiu", "chu", "tia", "cha", "tio", "cho", "ti", "chi", "siu", "shu", "sia", "sha", "sio", "sho", "si", "shi")
