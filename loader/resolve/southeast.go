package resolve

import (
	"strings"
	"unicode"
)

// How Thai letters sound at the beginning of a syllable, and those that sound
// otherwise at its end (the Royal Thai General System, 1999). The vowels that
// stand before their consonant are written after it.
var (
	thaiLetters = pairs(`ก k ข kh ฃ kh ค kh ฅ kh ฆ kh ง ng จ ch ฉ ch ช ch ฌ ch ซ s ญ y ฎ d ฏ t ฐ th ฑ th ฒ th ณ n ด d ต t ถ th ท th ธ th น n บ b ป p ผ ph ฝ f พ ph ฟ f ภ ph
		ม m ย y ร r ล l ว w ศ s ษ s ส s ห h ฬ l ฮ h ฤ rue ะ a ั a า a ำ am ิ i ี i ึ ue ื ue ุ u ู u เ e แ ae โ o ใ ai ไ ai`)
	thaiBefore = set("เ แ โ ใ ไ")
	thaiEnds   = pairs("จ t ช t ซ t ศ t ษ t ส t ฎ t ฑ t ด t ญ n ณ n ร n บ p ฟ p ภ p พ p")
)

// pairs reads letters, each with what is written for it.
func pairs(text string) map[rune]string {
	m := map[rune]string{}
	words := strings.Fields(text)
	for i := 0; i+1 < len(words); i += 2 {
		m[[]rune(words[i])[0]] = words[i+1]
	}
	return m
}

// silent marks a Thai letter that is not said.
const silent = '\u0e4c'

// readThai writes a Thai word in Latin letters.
func readThai(w string) string {
	rs := []rune(strings.ReplaceAll(w, "รร", "ั")) // "rr" is a
	for i := 0; i < len(rs); i++ {
		if rs[i] != silent {
			continue
		}
		from := i - 1
		if from > 0 && !isThai(rs[from]) { // its vowel
			from--
		}
		if from > 1 && (rs[from] == 'ร' || rs[from] == 'ณ') && isThai(rs[from-1]) { // both of a cluster
			from--
		}
		rs = append(rs[:max(0, from)], rs[i+1:]...)
		i = from
	}
	var out strings.Builder
	for i, r := range rs {
		last, next := rune(0), rune(0)
		if i > 0 {
			last = rs[i-1]
		}
		if i+1 < len(rs) {
			next = rs[i+1]
		}
		closes := i > 0 && !isThai(last) && !thaiBefore[string(last)] // a vowel stands before it
		switch {
		case thaiBefore[string(r)]: // written after the next
		case r == 'ห' && strings.ContainsRune("งญนมยรลว", next) && next != 0: // gives the next its tone
		case r == 'อ' && i == 0 && isThai(next):
			out.WriteByte('a')
		case r == 'อ' && isThai(last):
			out.WriteByte('o')
		case r == 'ร' && strings.ContainsRune("กดตทปพ", last) && i > 0: // a cluster
			out.WriteByte('r')
		case thaiEnds[r] != "" && i > 0 && (next == 0 || closes && isThai(next) && r != 'ร' && r != 'ล'):
			out.WriteString(thaiEnds[r])
		default:
			out.WriteString(thaiLetters[r])
		}
		switch after := i + 2; {
		case thaiBefore[string(last)] && isThai(r):
			out.WriteString(thaiLetters[last])
		case isThai(r) && isThai(next) && !closes && next != 'ร' && next != 'อ' && (after == len(rs) || isThai(rs[after]) || thaiBefore[string(rs[after])]):
			out.WriteByte('o') // within a syllable
		}
	}
	return out.String()
}

// isThai tells whether a letter is a consonant of Thai.
func isThai(r rune) bool { return r >= 'ก' && r <= 'ฮ' }

// How the letters of Burmese are written in names, at the beginning of a
// syllable and, with what stands before them, at its end.
var (
	burmeseLetters = pairs(`က k ခ kh ဂ g ဃ g င ng စ s ဆ s ဇ z ဈ z ဉ ny ည ny ဋ t ဌ ht ဍ d ဎ d ဏ n တ t ထ ht ဒ d ဓ d န n ပ p ဖ p ဗ b ဘ b မ m ယ y ရ y လ l ဝ w သ th ဟ h ဠ l
		ဦ u ဥ u ဧ e ဩ aw ဣ i ဤ i ာ a ါ a ိ i ီ i ု u ူ u ေ e ဲ e ံ n`)
	burmeseMedials = pairs("ျ y ြ y ွ w")
	burmeseEnds    = strings.NewReplacer("eang", "aung", "eat", "auk", "iung", "aing", "iut", "aik", "wan", "un", "iun", "on", "eaaw", "aw", "ea", "aw", "iu", "o")
)

const (
	asat  = '\u103a' // the letter ends its syllable
	stack = '\u1039' // the letter ends its syllable, the next stands below it
	creak = '\u1037'
	aspir = '\u103e' // an h before the letter; with y an sh
)

// readBurmese writes a Burmese word, which may be a whole name, in Latin letters.
func readBurmese(w string) string {
	rs := []rune(w)
	var out strings.Builder
	vowel := func(i int) bool { return i < len(rs) && strings.ContainsRune("ာါိီုူေဲံ", rs[i]) }
	for i := 0; i < len(rs); i++ {
		c := burmeseLetters[rs[i]]
		if rs[i] != 'အ' && (c == "" || !unicode.Is(unicode.Lo, rs[i])) {
			out.WriteString(c)
			continue
		}
		end := i + 1
		for end < len(rs) && rs[end] == creak {
			end++
		}
		if end < len(rs) && (rs[end] == asat || rs[end] == stack) { // ends the syllable
			bare := i == 0 || !vowel(i-1)
			switch rs[i] {
			case 'င':
				if bare && rs[i+1] == creak {
					out.WriteString("int")
				} else if bare {
					out.WriteString("in")
				} else {
					out.WriteString("ng")
				}
			case 'ည', 'ဉ':
				out.WriteString("i")
			case 'ယ':
				out.WriteString("e")
			case 'န', 'မ', 'ဏ':
				if bare {
					out.WriteByte('a')
				}
				out.WriteByte('n')
				if rs[i+1] == creak {
					out.WriteByte('t')
				}
			default:
				if bare {
					out.WriteByte('a')
				}
				out.WriteByte('t')
			}
			i = end
			continue
		}
		medials, h := "", false
		for ; end < len(rs) && (burmeseMedials[rs[end]] != "" || rs[end] == aspir); end++ {
			if rs[end] == aspir {
				h = true
			}
			medials += burmeseMedials[rs[end]]
		}
		switch {
		case h && (c == "y" || c == "l" && strings.HasPrefix(medials, "y")):
			c, medials = "sh", strings.TrimPrefix(medials, "y")
		case h:
			c = "h" + c
		case c == "kh" && strings.HasPrefix(medials, "y"):
			c, medials = "ch", medials[1:]
		}
		out.WriteString(c + medials)
		ends := end+1 < len(rs) && (rs[end+1] == asat || rs[end+1] == stack || rs[end+1] == creak)
		if !vowel(end) && !ends && len(c) > 0 && strings.IndexByte("uaeio", c[len(c)-1]) < 0 {
			out.WriteByte('a')
		}
		i = end - 1
	}
	return burmeseEnds.Replace(out.String())
}
