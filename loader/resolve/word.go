package resolve

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// word is one word of a person's name.
type word struct {
	text   string   // in Latin letters, folded; of Arabic and Hebrew as it is
	native string   // as it is written, where that is not in Latin letters
	also   []string // all readings of Han characters as a Japanese name
	script script
	korean []sound // of Hangul, as Korean
	whole  bool    // a family name of Hangul that is written in one with the given name
	sounds []sound // what it may sound like; nil if that is not known
	stem   string  // without what is spelt now this, now that: see readWord
	led    string  // the particles before it, in one: "vanden", "al"
}

// Endings of "-uddin", the faith, as Arabic names have it in many lands.
var din = []string{"uddin", "eddine", "eddin", "addin", "aldin", "eldin", "eldine", "ulddin", "uddeen", "iddin", "oddin", "ettin", "eddeen", "uldin", "adin", "udin", "edine"}

// readWord reads a folded word in Latin letters. "Abdulrahman", "Abd-al-Rahman"
// and "Abdel Rahman" have one stem, and so have "McDonald" and "MacDonald".
func readWord(text string) word {
	if !ascii(text) {
		return abjadWord([]rune(text))
	}
	text = withoutDigits(text)
	if strings.HasPrefix(text, "cabd") { // Somali writes ayn as c
		text = text[1:]
	}
	w := word{text: text, stem: indianStem(text)}
	if rest, ok := strings.CutPrefix(text, "abd"); ok && len(rest) > 3 {
		w.stem = "abd" + withoutArticle(rest)
	}
	for _, end := range din {
		if rest, ok := strings.CutSuffix(text, end); ok && len(rest) > 1 {
			w.stem = rest + "adin"
			break
		}
	}
	if rest, ok := strings.CutPrefix(text, "mac"); ok && len(rest) > 3 && strings.IndexByte("aeiouy", rest[0]) < 0 {
		w.stem = "mc" + rest
	}
	if rest, ok := strings.CutSuffix(text, "enka"); ok && len(rest) > 2 { // Belarusian
		w.stem = rest + "enko"
	}
	if rest, ok := strings.CutPrefix(w.stem, "abd"); ok {
		w.sounds = append(sounds("abd"), sounds(rest)...) // no dh in Abdhamid
	} else {
		w.sounds = sounds(w.stem)
	}
	if somali(text) {
		w.sounds = sounds(strings.ReplaceAll(w.stem, "x", "h"))
	}
	if germanized(text) {
		w.sounds = sounds(germanJ.Replace(w.stem))
		if text[0] == 's' && strings.IndexByte(vocal, text[1]) >= 0 {
			w.sounds[0] |= sZ
		}
	}
	return w
}

// somali tells by its long vowels whether an x in the word is the h of Somali:
// Faarax, Maxamuud.
func somali(w string) bool {
	return strings.Contains(w, "x") && (strings.Contains(w, "aa") || strings.Contains(w, "uu") || strings.Contains(w, "ii"))
}

// germanJ writes the j of German before vowels as English does.
var germanJ = strings.NewReplacer("je", "ye", "ja", "ya", "jo", "yo", "ju", "yu")

// germanized tells by its letters whether a word may be one of another language
// as German writes it, with j for y and s for z: Selenskyj, Saluschnyj, Jewgeni.
func germanized(w string) bool {
	return len(w) > 4 && (strings.ContainsRune(w, 'w') || strings.Contains(w[1:], "sch") || strings.HasSuffix(w, "j"))
}

// digits are the letters that text recognition, and who hides a name, write as
// digits.
var digits = strings.NewReplacer("0", "o", "3", "e", "4", "a", "5", "s", "6", "g", "7", "t", "8", "b", "9", "g")

// withoutDigits reads the digits within a word as letters: Ch4vez. 1 is an l
// beside a vowel, otherwise an i: Ch1rac, But1er.
func withoutDigits(w string) string {
	if !strings.ContainsAny(w, "0123456789") || strings.IndexFunc(w, func(r rune) bool { return r >= 'a' }) < 0 {
		return w
	}
	out := []byte(digits.Replace(w))
	for i, c := range out {
		if c == '1' {
			out[i] = 'i'
			if i > 0 && strings.IndexByte(vocal, out[i-1]) >= 0 || i+1 < len(out) && strings.IndexByte(vocal, out[i+1]) >= 0 {
				out[i] = 'l'
			}
		}
	}
	return string(out)
}

// umlauts undoes how German letters are written without their dots: Schroeder.
var umlauts = strings.NewReplacer("oe", "o", "ue", "u", "ae", "a")

// withoutArticle takes the article off what follows "abd": "ulrahman", and
// with its consonant turned into the next one "urrahman".
func withoutArticle(rest string) string {
	i := 0
	for i < len(rest) && strings.IndexByte(vocal, rest[i]) >= 0 {
		i++
	}
	if i > 0 && i+2 < len(rest) && (rest[i] == 'l' || rest[i] == rest[i+1]) {
		return rest[i+1:]
	}
	return rest
}

// likeness is how two words are like each other, the greatest that holds.
type likeness int8

const (
	unlike likeness = iota
	initial
	shortened
	misspelt
	nickname
	sameSound
	equal
)

func (w word) letters() int { return utf8.RuneCountInString(w.text) }

func (w word) like(v word) likeness {
	switch {
	case w.script == han && v.script == han:
		if sameCharacters(w.native, v.native) {
			return equal
		}
		return unlike
	case w.text == v.text, w.led != "" && w.led+w.text == v.text, v.led != "" && v.led+v.text == w.text: // van Persie, Vanpersie
		return equal
	case w.script == abjad && v.script == abjad:
		names := knownNames()
		if names.arabic(w.text) && names.arabic(v.text) {
			if names.nicknames(w.text, v.text) {
				return nickname
			}
			return unlike
		}
		if alikeSounds(w.sounds, v.sounds, &consonantal) && w.sounds[0]&v.sounds[0] != 0 && len(w.sounds) == len(v.sounds) {
			return sameSound
		}
		return unlike
	case w.also != nil:
		return v.likeJapanese(w)
	case v.also != nil:
		return w.likeJapanese(v)
	case w.letters() == 1 || v.letters() == 1:
		if w.text[0] == v.text[0] || len(w.sounds) > 0 && len(v.sounds) > 0 && w.script != v.script && w.sounds[0]&v.sounds[0] != 0 {
			return initial
		}
		return unlike
	case w.script != latin || v.script != latin:
		return w.likeForeign(v)
	case familyFirst[w.text] && familyFirst[v.text]: // Zhang is not Zheng
		return unlike
	case w.stem == v.stem, knownNames().arabic(w.text) && knownNames().nicknames(w.text, v.text), strings.TrimRight(w.text, "sz") == strings.TrimRight(v.text, "sz") && len(w.text) == len(v.text) && len(w.text) > 4, umlauts.Replace(w.text) == umlauts.Replace(v.text), w.withArticle(v), v.withArticle(w), w.ledAs(v), v.ledAs(w), tamilL(w.text, v.text):
		return sameSound
	case knownNames().nicknames(w.text, v.text), w.ofFaith(v), v.ofFaith(w):
		return nickname
	}
	if known := knownNames().known; known[w.text] && known[v.text] { // Marta is no misspelt Maria
		names := knownNames()
		if w.lastLetter() == v.lastLetter() && (slices.Equal(w.sounds, v.sounds) || names.isGiven(w.text) && names.isGiven(v.text) && min(len(w.text), len(v.text)) >= minSlip && apart(w.sounds, v.sounds, &sharp, 0) == 0) { // Tatjana is Tatiana
			return sameSound
		}
		return unlike
	}
	switch {
	case !w.otherwiseEnded(v) && alikeSounds(w.sounds, v.sounds, &sharp) && !w.isAnother(v):
		return sameSound
	case w.misspells(v):
		return misspelt
	case w.shortens(v) || v.shortens(w):
		return shortened
	}
	return unlike
}

// isAnother tells whether lists know both words as names, and one vowel for another,
// which spellings seldom confuse, tells them apart: Lindqvist and Lundqvist.
func (w word) isAnother(v word) bool {
	names, at := knownNames(), -1
	if len(w.text) != len(v.text) || !names.isName(w.text) || !names.isName(v.text) {
		return false
	}
	for i := range len(w.text) {
		switch {
		case w.text[i] == v.text[i]:
		case at >= 0 || strings.IndexByte(vocal, w.text[i]) < 0 || strings.IndexByte(vocal, v.text[i]) < 0:
			return false
		default:
			at = i
		}
	}
	const near = 30 // a and e, o and u
	return apart(w.sounds, v.sounds, &sharp, near) > near
}

// ofFaith tells whether the word is the other with "of the faith" behind it: Saad
// al-Din goes by Saad, Sa'd.
func (w word) ofFaith(v word) bool {
	rest, ok := strings.CutSuffix(w.stem, "adin")
	return ok && (rest == v.stem || len(rest) > 2 && alikeSounds(sounds(rest), v.sounds, &sharp))
}

// shortens tells whether the word is the other without "Abdul", or cut off as
// fields of fixed length cut.
func (w word) shortens(v word) bool {
	if rest, ok := strings.CutPrefix(v.stem, "abd"); ok && len(rest) > 3 && (rest == w.text || knownNames().arabic(w.text) && knownNames().nicknames(rest, w.text)) {
		return true
	}
	return len(w.text) > 1 && len(w.text)+1 < len(v.text) && strings.HasPrefix(v.text, w.text) && !knownNames().isName(w.text)
}

// ledAs tells whether the word is, with the particles before it, the other: bin
// Billa, Benbella.
func (w word) ledAs(v word) bool {
	whole := w.led + w.text
	return w.led != "" && (whole == v.text || len(w.led) > 2 && !knownNames().isName(v.text) && alikeSounds(sounds(whole), v.sounds, &sharp))
}

// withArticle tells whether the word is the other with the Arabic article
// before it: "Elbaradei", and "Baradei" of "El Baradei"; "Essebsi", and "Sebsi".
func (w word) withArticle(v word) bool {
	if w.text == "l"+v.text && strings.HasSuffix(v.led, "l") && strings.IndexByte(vocal, v.text[0]) >= 0 { // al-Akhdar in the Maghreb: Lakhdar
		return true
	}
	if article := w.text[:min(2, len(w.text))]; (article == "al" || article == "el") && strings.HasSuffix(v.led, "l") && len(v.text) > 2 && alikeSounds(sounds(w.text[2:]), v.sounds, &sharp) { // Elbaz, al-Baz
		return true
	}
	if len(v.text) < 4 || len(w.text) != len(v.text)+2 || !strings.HasSuffix(w.text, v.text) || knownNames().given[w.text] || knownNames().given[v.text] {
		return false
	}
	switch w.text[:2] {
	case "al", "el":
		return true
	case "as", "es", "ar", "er", "ad", "ed", "an", "en", "at", "et", "az", "ez":
		return w.text[1] == v.text[0] && v.led != ""
	}
	return false
}

func (w word) lastLetter() byte { return w.text[len(w.text)-1] }

// coarse are the word's keys by its sounds: see the function of the name.
func (w word) coarse() []string {
	if w.script != abjad {
		if keys := coarseSounds(w.sounds); keys[0] != "" {
			return keys
		}
	}
	return []string{w.text}
}

// heard are the coarse keys of the word, with its particles and without.
func (w word) heard() []string {
	out := w.coarse()
	if w.script == latin && strings.LastIndex(w.text, "zh") > 0 { // tamilL
		out = slices.Concat(out, coarse(strings.ReplaceAll(w.text, "zh", "l")))
	}
	if w.led == "" || w.script == abjad {
		return out
	}
	if strings.HasSuffix(w.led, "l") && strings.IndexByte(vocal, w.text[0]) >= 0 { // Lakhdar
		out = slices.Concat(out, coarse("l"+w.text))
	}
	return slices.Concat(out, coarse(w.led+w.text))
}

// keys are what words that are like this one share: how it sounds, and the
// groups of nicknames that it is in.
func (w word) keys() []string {
	out := slices.Clone(w.heard())
	for _, g := range knownNames().groups[w.text] {
		out = append(out, "#"+strconv.Itoa(g))
	}
	return out
}
