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
	koreanFamilies = spellingsOf(`kim gim; lee yi rhee ri i li yee; park pak bak; choi choe choy; chung jeong jung chong; cho jo; yoon yun youn; chang jang; lim im rim yim leem; han hahn; oh o; seo suh so su;
		shin sin; kwon gwon gweon; hwang whang; ahn an; song; hong; roh noh no ro; ryu yoo yu ryoo you lyu yoo; chun jeon chon jun; moon mun; son sohn; ko go koh; bae pae; paek baek paik baik; heo huh ho hur;
		nam; shim sim; kang gang; woo u wu; koo gu ku; ban pan; min; jin chin; bong pong; cha; ma; byun byeon pyon byon; um eom uhm; won weon; bang pang; kong gong; ki gi; do to; yang ryang; sung seong song; joo ju chu; hyun hyon hyeon;
		ham; yeom yum yom ryom; kwak gwak; pyo; tak; seok sok suk; ok; yeo yo yuh; ra na la rha; chae chai; cheon; choo; kil gil; myung myeong myong; seol sol sul; maeng; kook guk; ji chi jee; pi; cheong; kyung gyeong; ye; tae; mok; in; yuk; wang;
		namgung namkung namgoong; hwangbo; sunwoo seonu seonwoo; jegal; dokgo; sagong`)
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

// origin tells whether the words are a name of China, Korea or Vietnam: a
// family name of there, first or last, and syllables.
func origin(words []word) (mask [4]bool) {
	if len(words) < 2 || len(words) > 4 {
		return mask
	}
	first, last := words[0], words[len(words)-1]
	if first.western() || slices.ContainsFunc(words, word.westernFamily) { // Lee and Young are families of England, too
		return mask
	}
	inSyllables := func(known func(word) bool) bool {
		return !slices.ContainsFunc(words, func(w word) bool {
			return w.letters() < 2 && !strings.ContainsAny(w.text+w.native, "aeiouеёиоуыэюя") || w.script == abjad || !known(w)
		})
	}
	isKorean := func(w word) bool { return w.koreanSounds() != nil }
	isChinese := func(w word) bool { return inPinyin(w.text) || len(asPinyin(w.text)) > 0 || len(w.inPalladius()) > 0 }
	isFamily := func(w word) bool {
		return w.script != alphabet && familyFirst[w.text] || slices.ContainsFunc(w.inPalladius(), func(p string) bool { return familyFirst[p] })
	}
	mask[korean] = (first.koreanFamily() != "" || last.koreanFamily() != "") && inSyllables(isKorean) && (first.whole || vocals(words) > 2 && last.script != hangul) // given names of one syllable are rare; Hangul parts foreign names, not Korean ones
	mask[chinese] = (isFamily(first) || isFamily(last)) && inSyllables(isChinese)
	mask[vietnamese] = vietnameseFamilies[first.text] && len(words) > 2
	return mask
}

// isEastern tells whether it may be a name of China, Korea or Vietnam.
func (p person) isEastern() bool { return p.origin != [4]bool{} }

// western tells whether the word is a given name of English that nobody takes for
// one of the East: a common one, or one of several syllables.
func (w word) western() bool {
	names := knownNames()
	return !w.mayBeEastern() && (names.frequent[w.text] || names.western[w.text] && syllables(w.text) > 1)
}

// westernFamily tells the same of a family name.
func (w word) westernFamily() bool {
	return !w.mayBeEastern() && knownNames().common[w.text] && syllables(w.text) > 1
}

func (w word) mayBeEastern() bool {
	return w.script != latin || familyFirst[w.text] || w.koreanFamily() != ""
}

// syllables counts the groups of vowels.
func syllables(w string) int {
	return len(strings.FieldsFunc(w, func(r rune) bool { return !strings.ContainsRune("aeiouy", r) }))
}

// vocals counts the vowels of words, as Korean ones.
func vocals(words []word) int {
	n := 0
	for _, w := range words {
		for _, s := range w.koreanSounds() {
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
	case w.script == han && v.script == han:
		return w.like(v)
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
		if w.script == alphabet || v.script == alphabet {
			if w.isPalladius(v) || v.isPalladius(w) {
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
		if knownNames().nicknames(w.text, v.text) {
			return sameSound
		}
		if f := w.koreanFamily(); f != "" && f == v.koreanFamily() || w.fitsKorean(v) {
			return sameSound
		}
	}
	if w.script == latin && v.script == latin && single(w.text) == single(v.text) {
		return misspelt
	}
	return unlike
}
