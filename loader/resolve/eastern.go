package resolve

import (
	"slices"
	"strings"
)

// Names of China and Korea have few and short syllables, and what differs by
// one letter is another name (Jong-un, Jong-il; Zhang, Zheng). They are
// compared by what their syllables are, in the systems that are in use, and
// are never taken for misspelt.
type eastern int8

const (
	nowhere eastern = iota
	chinese
	korean
	vietnamese
)

// Family names, as each system spells them. Folded.
var (
	koreanFamilies = spellingsOf(`kim gim; lee yi rhee ri i li; park pak bak; choi choe; chung jeong jung chong; cho jo; yoon yun youn; chang jang; lim im rim; han; oh o; seo suh so;
		shin sin; kwon gwon; hwang; ahn an; song; hong; roh noh no ro; ryu yoo yu ryoo; chun jeon chon jun; moon mun; son sohn; ko go koh; bae pae; paek baek paik; heo huh ho hur;
		nam; shim sim; kang gang; woo u; koo gu ku; ban pan; min; jin chin; bong pong; cha; ma; byun byeon pyon; um eom; won; bang pang; kong gong; ki gi; do to; yang; sung seong song; joo ju chu; hyun hyon`)
	vietnameseFamilies = set("nguyen tran pham le vo bui phan ngo dinh dang do duong ly truong trinh vu dao doan lam mai huynh hoang ho luong to ha")
)

// spellingsOf maps each spelling to the first of its group; a spelling of
// several stands in the first.
func spellingsOf(groups string) map[string]string {
	m := map[string]string{}
	for group := range strings.SplitSeq(groups, ";") {
		words := strings.Fields(group)
		for _, w := range words {
			if m[w] == "" {
				m[w] = words[0]
			}
		}
	}
	return m
}

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
	{"s", "", []sound{sS}}, {"h", "", []sound{sH}}, {"m", "", []sound{sM}}, {"n", "", []sound{sN}}, {"r", "", []sound{sR | sL}}, {"l", "", []sound{sR | sL}}, {"w", "", []sound{sV}},
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

// origin tells whether the words are a name of China, Korea or Vietnam: a
// family name of there, first or last, and syllables.
func origin(words []word) (mask [4]bool) {
	if len(words) < 2 || len(words) > 4 {
		return mask
	}
	first, last := words[0], words[len(words)-1]
	syllables := func(known func(word) bool) bool {
		return !slices.ContainsFunc(words, func(w word) bool {
			return w.letters() < 2 && w.text != "i" && w.text != "e" && w.script != alphabet || w.script == abjad || !known(w)
		})
	}
	isKorean := func(w word) bool { return koreanSounds(w.text) != nil }
	isChinese := func(w word) bool { return inPinyin(w.text) || len(asPinyin(w.text)) > 0 || len(w.inPalladius()) > 0 }
	isFamily := func(w word) bool {
		return familyFirst[w.text] || slices.ContainsFunc(w.inPalladius(), func(p string) bool { return familyFirst[p] })
	}
	mask[korean] = (koreanFamilies[first.text] != "" || koreanFamilies[last.text] != "") && syllables(isKorean) && vocals(words) > 2 // given names of one syllable are rare
	mask[chinese] = (isFamily(first) || isFamily(last)) && syllables(isChinese)
	mask[vietnamese] = vietnameseFamilies[first.text] && len(words) > 2
	return mask
}

// vocals counts the vowels of words, as Korean ones.
func vocals(words []word) int {
	n := 0
	for _, w := range words {
		for _, s := range koreanSounds(w.text) {
			if s&vowels != 0 {
				n++
			}
		}
	}
	return n
}

// likeEastern compares two words of names of China, Korea or Vietnam.
func (w word) likeEastern(v word, from eastern) likeness {
	switch {
	case w.text == v.text:
		return equal
	case (w.letters() == 1 || v.letters() == 1) && w.script == v.script:
		if w.text[0] == v.text[0] {
			return initial
		}
		return unlike
	}
	switch from {
	case chinese:
		if w.script == han && v.script == han {
			return unlike
		}
		if w.script == alphabet || v.script == alphabet {
			if slices.Contains(w.inPalladius(), v.text) || slices.Contains(v.inPalladius(), w.text) {
				return sameSound
			}
			return unlike
		}
		if slices.Contains(asPinyin(w.text), v.text) || slices.Contains(asPinyin(v.text), w.text) {
			return sameSound
		}
	case korean:
		if w.script == hangul && v.script == hangul && w.native != v.native {
			return unlike
		}
		if f := koreanFamilies[w.text]; f != "" && f == koreanFamilies[v.text] || fitKorean(koreanSounds(w.text), koreanSounds(v.text)) {
			return sameSound
		}
	}
	if w.script == latin && v.script == latin && single(w.text) == single(v.text) {
		return misspelt
	}
	return unlike
}
