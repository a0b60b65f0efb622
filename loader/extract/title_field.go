package extract

import (
	"github.com/whomet/whomet/loader/gazetteer"
)

// fieldBefore returns where the field of the minister or secretary at token i
// begins: "Finance Minister", "Union Home Secretary", "Trade and Industry
// Minister", not "IMF Secretary" or "Iraq's Secretary"; i if it has none.
func (r *reader) fieldBefore(i int) int {
	l := lex()
	word := func(j int) bool {
		return j >= 0 && isCapital(r.Tokens[j].Text) && !isFunctionWord(&r.Tokens[j]) && !isAcronym(r.Tokens[j].Text) && gazetteer.Lookup(r.Tokens[j].Text).Kind == gazetteer.None && (l.known[r.Tokens[j].Text] == "" || l.fields[r.Tokens[j].Lower])
	}
	begin := i
	for j := i - 1; ; j-- {
		if j > 0 && begin < i && r.Tokens[j].POS == "CCONJ" && l.fields[r.Tokens[j-1].Lower] {
			continue // "Trade and Industry"
		}
		if !word(j) || !l.fields[r.Tokens[j].Lower] && !fieldQualifier[r.Tokens[j].Lower] {
			break
		}
		begin = j
	}
	for j := begin; j < i; j++ {
		if l.fields[r.Tokens[j].Lower] {
			return begin
		}
	}
	if c := l.titleHeads[r.Tokens[i].Lower]; c.class != "minister" && c.class != "secretary" {
		return i
	}
	// a word that no list knows is a field where nothing capitalised stands
	// before it, or a nation
	if word(i-1) && (i < 2 || !isCapital(r.Tokens[i-2].Text) || gazetteer.Lookup(r.Tokens[i-2].Text).Kind != gazetteer.None) {
		return i - 1
	}
	return i
}

// capitalField tells whether token i is the field of an office though what
// follows it has no capital: "the US Treasury secretary".
func (r *reader) capitalField(i int) bool {
	return i >= 0 && isCapital(r.Tokens[i].Text) && lex().fields[r.Tokens[i].Lower] && r.SentOf(i).Start != i
}

// fieldQualifier are words before a field that say whose or which it is.
var fieldQualifier = set{"shadow": true, "union": true, "federal": true, "cabinet": true, "state": true, "foreign": true, "home": true, "internal": true, "external": true, "economic": true, "public": true, "social": true, "national": true, "deputy": true, "vice": true, "chief": true}

// fieldAfter returns where the field of an office ends that "of" or "for" at
// token i begins: "for East Asian and Pacific Affairs"; i if there is none.
func (r *reader) fieldAfter(i int) int {
	if of := r.lowerAt(i); of != "of" && of != "for" {
		return i
	}
	end := i
	for j := i + 1; j < len(r.Tokens) && j < i+9 && r.Tokens[j].Sent == r.Tokens[i].Sent; j++ {
		switch t := &r.Tokens[j]; {
		case t.EntType == "PERSON" && !(lex().fields[t.Lower] && j+1 < len(r.Tokens) && r.Tokens[j+1].EntType == "PERSON"): // "of Foreign Affairs and [Expatriates X]"
			return end // "Secretary of State X and Commerce Secretary Y"
		case lex().fields[t.Lower] && isCapital(t.Text):
			if next := min(j+1, len(r.Tokens)-1); r.isTitle(next) && ofField[lex().titleHeads[r.Tokens[next].Lower].class] {
				return end // "of State X and Commerce Secretary": the next one's
			}
			end = j + 1
		case !isCapital(t.Text) && t.POS != "CCONJ" && t.POS != "DET" && t.Text != ",":
			return end
		}
	}
	return end
}
