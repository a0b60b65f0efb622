package resolve

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whomet/whomet/graph/terms"
)

// What is written in one or apart: initials, the particles of Irish and Scottish
// names, the words that Arabic names are made of.

// Endings in "-din" that are written apart, and what joins two words of an
// Arabic name into one: "Burhan ud-Din", "Nour Eddine", "Mujib-ur-Rahman".
var (
	dinApart = set("din deen dine eddine eddin uddin addin aldin eldin eldine uddeen")
	joiners  = set("ur ul us")
)

// Words for "father of", with the article that may follow: Abu al-Gheit, Aboul
// Gheit.
var fatherOf = set("abu abou abo abul aboul abol aboel abil")

// bareWords leaves out particles, and joins what is one name. A first word in
// Cyrillic is none: Ван may be Wang; nor is a syllable of Korean: Ким Дэ Чжун.
func bareWords(kept []word) []word {
	var bare []word
	led := ""
	if from := origin(kept); from[korean] || from[chinese] { // Kim Do-hun
		return kept
	}
	for i, w := range kept {
		n := len(bare)
		switch last := i == len(kept)-1; {
		case n > 0 && dinApart[w.text] && w.script == latin && bare[n-1].script == latin:
			bare[n-1], led = readWord(bare[n-1].text+"uddin"), ""
			continue
		case n > 0 && !last && joiners[w.text] && !servant[bare[n-1].text]:
			bare[n-1] = readWord(bare[n-1].text + w.text)
			continue
		case particles[w.text] && !last && (i > 0 || w.script != alphabet) && w.native != "дэ", descent[w.text] && i > 0 && !last:
			led += w.text
			continue
		case fatherOf[w.text] && !last:
			if strings.HasSuffix(w.text, "l") {
				led += "al"
			}
			bare = append(bare, readWord("abu"))
			bare[n].led = strings.TrimSuffix(led, "al")
			led = led[len(bare[n].led):]
			continue
		case n > 0 && servant[bare[n-1].text]:
			bare[n-1] = servantOf(bare[n-1], w)
		default:
			w.led += led
			bare = append(bare, w)
		}
		led = ""
	}
	return bare
}

// servantOf makes one name of "Abd" and what follows. Where that looks as if it
// began with the article, the article is written: Abdul-Ilah.
func servantOf(abd, of word) word {
	switch {
	case of.script != latin && of.text != "الله":
		return abjadWord([]rune(abd.text + "ال" + of.text))
	case of.script != latin:
		return abjadWord([]rune(abd.text + of.text))
	case withoutArticle(of.text) != of.text && !strings.Contains(of.text[:min(3, len(of.text))], "ll"): // Abd Allah
		return readWord("abdul" + of.text)
	}
	return readWord("abd" + of.text)
}

// gaelic puts Mac and O to the name behind them: Mac Allister, Sinead O Connor. An
// O before what is no such name is an initial.
func gaelic(words []word) []word {
	var out []word
	for i := 0; i < len(words); i++ {
		w, last := words[i], len(words)-1
		joins := w.text == "mc" || i > 0 && w.text == "mac" || i > 0 && i == last-1 && w.text == "o" && knownNames().isName("o"+words[last].text)
		if i < last && joins && w.script == latin && words[i+1].script == latin {
			w = readWord(w.text + words[i+1].text)
			i++
		}
		out = append(out, w)
	}
	return out
}

// spacedInitials parts initials that are written in one: T.E. Lawrence, J.F.Kennedy
// and, in a name that is not all in capitals, KP Oli, George RR Martin.
func spacedInitials(name string) string {
	fields := strings.Fields(name)
	shouted := name == strings.ToUpper(name)
	for i, f := range fields {
		switch {
		case dotted(f):
			fields[i] = strings.ReplaceAll(f, ".", ". ")
		case !shouted && i < len(fields)-1 && capitals(f):
			fields[i] = strings.Join(strings.Split(f, ""), " ")
		}
	}
	return strings.Join(fields, " ")
}

// dotted tells whether a word has a dot after each of several letters, or between
// an initial and a name.
func dotted(f string) bool {
	parts := strings.FieldsFunc(f, func(r rune) bool { return r == '.' })
	if len(parts) < 2 {
		return false
	}
	for _, p := range parts[:len(parts)-1] {
		if r, n := utf8.DecodeRuneInString(p); n != len(p) || !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// capitals tells whether a word is two or three capital letters that are no word.
func capitals(f string) bool {
	w := strings.ToLower(f)
	return (len(f) == 2 || len(f) == 3) && f == strings.ToUpper(f) && strings.Trim(w, "bcdfghjklmnpqrstvwxz") == "" && w != "ng" &&
		!titles[w] && !suffixes[w] && knownNames().groups[w] == nil
}

// turned reads a name whose words are written from their ends, as text is that was
// taken out of a page for a script of the other direction: capitals stand last.
func turned(name string) string {
	fields := strings.Fields(name)
	for i, f := range fields {
		rs := []rune(f)
		if len(rs) < 3 || !unicode.IsUpper(rs[len(rs)-1]) || slices.ContainsFunc(rs[:len(rs)-1], func(r rune) bool { return !unicode.IsLower(r) }) {
			return name
		}
		slices.Reverse(rs)
		fields[i] = string(rs)
	}
	return strings.Join(fields, " ")
}

// parted parts a name that is written in one where a capital begins its last word:
// SandraPinewood, but not DiCaprio, MacDonald.
func parted(name string) string {
	rs := []rune(name)
	for i := len(rs) - minSlip; i >= minSlip-1; i-- {
		if unicode.IsUpper(rs[i]) && unicode.IsLower(rs[i-1]) && unicode.IsLower(rs[i+1]) && !strings.ContainsFunc(name, unicode.IsSpace) {
			given, family := string(rs[:i]), string(rs[i:])
			for particle := range leading {
				if rest, ok := strings.CutSuffix(given, particle); ok && knownNames().isGiven(terms.Fold(rest)) && !knownNames().isGiven(terms.Fold(given)) { // OttovonLindenau
					given = rest + " " + particle
				}
			}
			return given + " " + family
		}
	}
	return name
}
