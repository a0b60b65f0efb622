package resolve

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whomet/whomet/loader/gazetteer"
)

// Names that every country has a body of. Folded, without country.
var generic = func() map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(`cabinet;war cabinet;council of ministers;government;administration;parliament;national assembly;council of representatives;grand national assembly;consultative assembly;federal assembly;legislative council;house of representatives;congress;senate;upper house;lower house
		armed forces;army;military;navy;air force;national guard;presidential guard;republican guard;royal guard;border guard;coast guard;general staff;general staff of armed forces;joint chiefs of staff;ground forces;special forces
		police;national police;judiciary;supreme court;constitutional court;high court;central bank;state bank;reserve bank;national bank
		national security council;security council;intelligence service;security service;secret service;secret police
		foreign office;home office;treasury;presidency;president office;office of president;prime minister office;office of prime minister;royal court;state department;state council
		state television;state tv;state radio;state media;news agency;embassy;opposition;ruling party;communist party;socialist party;labour party;labor party;conservative party;democratic party;republican party;social democratic party;liberal party
		central committee;politburo;electoral commission;election commission;red cross;red crescent;olympic committee;chamber of commerce;football federation;space agency;stock exchange`) {
		for w := range strings.SplitSeq(strings.TrimSpace(line), ";") {
			m[w] = true
		}
	}
	return m
}()

// Forms that names of companies and clubs carry or drop.
var legalForms = set(`fc afc cf inc incorporated corp corporation co company ltd limited llc plc lp llp gmbh mbh kg sa sas sarl nv bv spa srl ag aktiengesellschaft as ab asa oy oyj se kk pjsc ojsc oao pao ooo zao jsc pte pty bhd sdn cv
	ltda ao akg kgaa sro doo ood eood kft zrt uab ou oao pao`)

// Legal forms in words, as companies' names carry them before or behind. The
// longest of those that begin or end alike come first.
var legalPhrases = func() [][]string {
	var out [][]string
	for line := range strings.Lines(`open joint stock company
		public joint stock company
		closed joint stock company
		joint stock company
		public limited company
		private limited company
		limited liability company
		limited liability partnership
		limited partnership
		football club
		1 fc
		futbol club
		soccer club
		gesellschaft mit beschrankter haftung
		societatea cu raspundere limitata
		societe a responsabilite limitee
		societe anonyme
		sociedad anonima
		sociedade anonima
		societa per azioni
		besloten vennootschap
		naamloze vennootschap
		kabushiki kaisha
		sp z oo
		sp z o o
		s a
		l p`) {
		out = append(out, strings.Fields(line))
	}
	return out
}()

// withoutForms takes legal forms off both ends of a company's name.
func withoutForms(words []string) []string {
	for {
		n := len(words)
		for _, p := range legalPhrases {
			switch n := len(words) - len(p); {
			case n <= 0:
			case slices.Equal(words[n:], p):
				words = words[:n]
			case (len(p) > 2 || p[1] == "club" || p[1] == "fc") && slices.Equal(words[:len(p)], p):
				words = words[len(p):]
			}
		}
		switch {
		case len(words) > 1 && legalForms[words[len(words)-1]]:
			words = words[:len(words)-1]
		case len(words) > 1 && legalForms[words[0]] && words[0] != "as": // PJSC Gazprom
			words = words[1:]
		}
		if len(words) == n {
			return words
		}
	}
}

// organizationKey returns the normal form of an organization's name, the
// country that its name gives it ("Iraqi Armed Forces"), and whether what is
// left is generic: a name that every country has a body of.
func organizationKey(written string) (key, country string, isGeneric bool) {
	own := ownWords(written)
	words := inEnglish(own)
	if full := knownBody(own, words); full != "" {
		return canonical(full)
	}
	// "Iraqi Armed Forces", "Iraq's Armed Forces", "Armed Forces of Iraq".
	raw := strings.Fields(strings.NewReplacer("’s", "", "'s", "", "(", "of ", ")", "").Replace(written))
	if !slices.Equal(words, own) { // it is translated
		raw = strings.Fields(properName(words))
	}
	if len(raw) > 0 && strings.EqualFold(raw[0], "the") {
		raw = raw[1:]
	}
	for n := min(maxStateWords, len(raw)-1); n > 0; n-- {
		if e := gazetteer.Lookup(strings.Join(raw[:n], " ")); nation(e) {
			rest := orgWords(strings.Join(raw[n:], " "))
			if anyState(rest) {
				return bodyOf(rest, e.Name)
			}
			if full := knownOf(rest, e.Name); full != "" { // Lebanese Hezbollah
				return canonical(full)
			}
		}
		state := len(raw) - n
		of := state - 1
		if of > 1 && strings.EqualFold(raw[of], "the") { // "Senate of the Philippines"
			of--
		}
		if of < 1 || !strings.EqualFold(raw[of], "of") {
			continue
		}
		if e := gazetteer.Lookup(strings.Join(raw[state:], " ")); nation(e) {
			rest := orgWords(strings.Join(raw[:of], " "))
			if anyState(rest) {
				return bodyOf(rest, e.Name)
			}
			if full := knownOf(rest, e.Name); full != "" {
				return canonical(full)
			}
		}
	}
	if anyState(words) {
		return stateless(words), "", true
	}
	return strings.Join(unlinked(words), " "), "", false
}

// maxStateWords is of how many words a state's name is: "Islamic Republic of Iran".
const maxStateWords = 5

// bodyOf returns the key of a generic body of a country, by what it is called
// there: the Reserve Bank of India is its central bank.
func bodyOf(words []string, country string) (key, in string, isGeneric bool) {
	key = stateless(words)
	if full := knownOf(strings.Fields(key), country); full != "" {
		return canonical(full)
	}
	return key, country, true
}

// canonical takes the first name of a line of bodies.txt apart if that is a
// generic one with its country: "Parliament of Israel".
func canonical(full string) (key, country string, isGeneric bool) {
	if i := strings.LastIndex(full, " of "); i > 0 && anyState(strings.Fields(full[:i])) {
		if p := gazetteer.Find(full[i+len(" of "):]); p != nil && p.Kind == gazetteer.Country {
			return full[:i], p.Name, true
		}
	}
	return strings.Join(unlinked(strings.Fields(full)), " "), "", false
}

func nation(e gazetteer.Entry) bool {
	return e.Kind == gazetteer.Country || e.Kind == gazetteer.Demonym
}

// Ministries as diplomats shorten them.
var ministries = map[string]string{"mfa": "foreign ministry", "mofa": "foreign ministry", "mod": "defense ministry", "moj": "justice ministry"}

// ministry tells whether the words are a ministry's name without its country:
// "foreign ministry", "ministry of defense".
func ministry(words []string) bool {
	n := len(words)
	return n == 1 && ministries[words[0]] != "" || n >= 2 && n <= 7 && (words[n-1] == "ministry" || words[0] == "ministry" && words[1] == "of")
}

// ministryKey brings "ministry of foreign affairs" to "foreign ministry".
func ministryKey(words []string) string {
	if len(words) == 1 && ministries[words[0]] != "" {
		return ministries[words[0]]
	}
	if len(words) > 2 && words[0] == "ministry" && words[1] == "of" {
		words = append(slices.Clone(words[2:]), "ministry")
	}
	words = slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "affairs" })
	return strings.Join(words, " ")
}

const minOrgTypo = 12 // as minTypo, for the whole name

func (n *name) organizationBlocks() []string {
	var out []string
	if n.isAcronym() {
		out = append(out, "O1:"+n.Key)
	} else {
		for _, a := range n.acronyms() {
			out = append(out, "O2:"+a)
		}
	}
	if rs := []rune(strings.ReplaceAll(n.Key, " ", "")); len(rs) >= minOrgTypo {
		// Of two names that one edit tells apart the first or the last half is the
		// same, be it of the one's letters or of the other's, which may be one more.
		for _, letters := range []int{len(rs) - 1, len(rs)} {
			half, under := letters/2-1, fmt.Sprint("O3:", n.In, "|", letters, "|")
			out = append(out, under+string(rs[:half])+"*", under+"*"+string(rs[len(rs)-half:]))
		}
	}
	return append(out, n.likelyBlocks()...)
}

// relateOrganizations: an acronym is less than the one name that articles give
// it with; two long names may differ by a letter, and two with one acronym by
// the endings of their words.
func relateOrganizations(a, b *name) relation {
	switch {
	case a.isAcronym() && b.isAcronym():
		return different
	case a.isAcronym():
		if slices.Contains(b.acronyms(), a.Key) {
			return lesser
		}
		return different
	case b.isAcronym():
		return relateOrganizations(b, a).inverse()
	}
	if a.In != b.In {
		return different
	}
	x, y := strings.ReplaceAll(a.Key, " ", ""), strings.ReplaceAll(b.Key, " ", "")
	if len(x) >= minOrgTypo && len(y) >= minOrgTypo && !strings.ContainsAny(x+y, "0123456789") && (x == y || oneEdit(x, y)) {
		return variant
	}
	v, w := strings.Fields(a.Key), strings.Fields(b.Key)
	if len(v) != len(w) {
		return different
	}
	for i := range v {
		if n := min(4, len(v[i]), len(w[i])); v[i][:n] != w[i][:n] {
			return different
		}
	}
	for _, acr := range a.acronyms() {
		if slices.Contains(b.acronyms(), acr) && initials(acr, v) {
			return variant
		}
	}
	return different
}
