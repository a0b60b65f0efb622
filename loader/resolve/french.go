package resolve

import "strings"

// frenchEndings are how French words are heard that end so, the longest first;
// then what is heard elsewhere in them.
var (
	frenchEndings = [][2]string{{"cois", "sua"}, {"eault", "o"}, {"eaux", "o"}, {"ault", "o"}, {"aud", "o"}, {"eau", "o"}, {"aux", "o"}, {"ques", "k"}, {"que", "k"}, {"ois", "ua"}, {"oit", "ua"},
		{"ais", "e"}, {"ait", "e"}, {"ard", "ar"}, {"ert", "er"}, {"ert", "er"}, {"ot", "o"}, {"os", "o"}, {"et", "e"}, {"ez", "e"}, {"er", "e"}, {"es", ""}, {"is", "i"}, {"in", "en"},
		{"and", "an"}, {"ent", "an"}, {"ont", "on"}, {"ond", "on"}, {"ud", "u"}, {"ut", "u"}, {"at", "a"}, {"as", "a"}, {"ux", "u"}, {"s", ""}, {"e", ""}, {"p", ""}}
	frenchInside = strings.NewReplacer("oin", "uen", "oi", "ua", "oy", "uay", "eau", "o", "au", "o", "ain", "en", "ein", "en", "ille", "iy", "gn", "ny", "ch", "sh", "j", "zh", "ge", "zhe", "gi", "zhi", "qu", "k", "eu", "e", "en", "an", "em", "am", "h", "")
)

// readFrench reads a word as French is read; nil if it is read otherwise
// already.
func readFrench(w string) []sound {
	heard := w
	for _, e := range frenchEndings {
		if rest, ok := strings.CutSuffix(w, e[0]); ok && len(rest) > 1 {
			heard = rest + e[1]
			break
		}
	}
	heard = frenchInside.Replace(heard)
	if heard == w {
		return nil
	}
	return sounds(heard)
}
