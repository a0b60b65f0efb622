package extract

import (
	"strings"

	"github.com/whomet/whomet/loader/gazetteer"
)

// trim takes articles, titles and small words off both ends of a name; it
// fails where nothing capitalised is left, or no more than an office.
func (r *reader) trim(s span) (span, bool) {
	r.trimStart(&s)
	if s.end-s.start == 1 && s.label == "PERSON" && r.isTitle(s.start) && s.end < len(r.Tokens) && r.Tokens[s.end].EntType == "PERSON" && isCapital(r.Tokens[s.end].Text) {
		return s, false // "[Majesty King] [Abdullah II]"
	}
	r.trimEnd(&s)
	return s, s.start < s.end && !r.onlyOffice(&s)
}

// trimStart takes off what stands before a name; who has a title of persons
// is one.
func (r *reader) trimStart(s *span) {
	l := lex()
	for s.start < s.end {
		t := &r.Tokens[s.start]
		several := s.end-s.start > 1
		switch {
		case several && s.label == "ORG" && ordinal(t.Lower) && isCapital(r.Tokens[s.start+1].Text):
			return // "101st Airborne Division"
		case several && r.SentOf(s.start).Start == s.start && opensSentence[t.POS]:
			s.start++ // "Later Marsudi"
			continue
		case !isCapital(t.Text) && !(several && isParticle(t.Lower) && t.POS != "DET" && t.POS != "ADP" && isLetter(t.Text)):
			s.start++
			continue
		case several && l.small[t.Lower] && t.Lower != "al" && t.Lower != "de" && t.Lower != "der" && t.Lower != "la":
			s.start++
			continue
		case several && s.label == "PERSON" && t.Tag == "NNPS" && l.titleHeads[strings.TrimSuffix(t.Lower, "s")].isOffice():
			s.start++ // "Ministers Nora Quist and"
			continue
		}
		if k := gazetteer.Lookup(t.Text).Kind; (k == gazetteer.People || k == gazetteer.Demonym) && s.end-s.start > 3 && r.titleLen(s.start+1, s.end-1) > 0 {
			s.start++ // "Catholic Archbishop X"
			continue
		}
		n := r.titleLen(s.start, s.end-1)
		last := r.Tokens[s.end-1].Lower
		if n == 0 || l.orgHeads[last] {
			return
		}
		if class := l.titles[t.Lower].class; s.label != "PERSON" && class != "mr" && !(class == "rank" && r.ranked(s.start+n, s.end)) && !(ofCrown[class] && s.end-s.start > 2 && !l.placeHeads[last] && !l.things[last]) {
			return
		}
		s.start += n
		s.label = "PERSON"
	}
}

// ranked tells whether the words [start, end) behind a rank are its bearer's name:
// no body's or place's last word, and no word of the language that is no family
// name. "General Moreau" is a person, General Motors and the General Staff are not.
func (r *reader) ranked(start, end int) bool {
	l, last := lex(), &r.Tokens[end-1]
	if l.known[r.nameText(start-1, end)] != "" || l.orgHeads[last.Lower] || l.placeHeads[last.Lower] || l.things[last.Lower] || last.Tag == "NNPS" || isAcronym(last.Text) {
		return false
	}
	return isCapital(last.Text) && (gazetteer.Family(fold(last.Text)) || !r.Word(last.Lower))
}

// trimEnd takes off what stands behind a name.
func (r *reader) trimEnd(s *span) {
	l := lex()
	for s.end > s.start {
		t := &r.Tokens[s.end-1]
		several := s.end-s.start > 1
		if t.Lower == "news" && t.Text == t.Lower && r.lowerAt(s.end) == "agency" {
			s.end-- // "Xinhua news agency" is Xinhua
			continue
		}
		if s.end-s.start > 3 && r.scoreAt(s.end-3) {
			s.end -= 3 // "Barwell 2-0"
			continue
		}
		if hasDigit(t.Text) && s.end < len(r.Tokens) && (r.Tokens[s.end].POS == "NUM" || r.Tokens[s.end].POS == "SYM") {
			s.end-- // "paid Halvard Holding 322 million"
			continue
		}
		if n := r.ofBody(s); n > 0 {
			s.end -= n
			continue
		}
		if several && s.end < len(r.Tokens) && r.isTitle(s.end) && epithet[t.Lower] {
			s.end-- // "Water Council Senior Director"
			continue
		}
		if isCapital(t.Text) || several && (hasDigit(t.Text) || isLetter(t.Text) && (l.bodies[t.Lower] || l.orgHeads[t.Lower] || l.placeHeads[t.Lower])) {
			return
		}
		s.end--
	}
}

// onlyOffice tells whether a name is an office, named without its holder:
// "President" in "President of", "State Councilor".
func (r *reader) onlyOffice(s *span) bool {
	heads := lex().titleHeads
	if next := r.lowerAt(s.end); s.end-s.start == 1 && (next == "of" || next == "to") && r.isTitle(s.start) {
		return true
	}
	if s.label == "PERSON" {
		last := r.Tokens[s.end-1].Lower
		short := s.end-s.start > 1 && len(last) <= 3 && !isCapital(r.textAt(s.end)) // no abbreviation ends a phrase: "Hun Sen"
		return officeWord[heads[last].class] && !short
	}
	_, office := heads[r.Tokens[s.start].Lower]
	return office && s.end-s.start == 1
}

// opensSentence are the parts of speech whose words have a capital only where
// they begin a sentence, and so begin no name there.
var opensSentence = map[string]bool{"ADV": true, "SCONJ": true, "CCONJ": true, "ADP": true, "PRON": true, "INTJ": true, "AUX": true}

// ofBody returns how many words at the end of a name tell what a body named
// before them made or who in it, and are none of its own: "Harbour Council
// Resolution", "Minsk Group Co-Chair"; 0 if it does not end so.
func (r *reader) ofBody(s *span) int {
	l := lex()
	n := 0
	if start, _, title := r.titleWordsEndingAt(s.end - 1); title && s.label != "PERSON" {
		n = s.end - start
	} else if deed[r.Tokens[s.end-1].Lower] {
		n = 1
	}
	if n == 0 || s.end-n-s.start < 2 || !l.orgHeads[r.Tokens[s.end-n-1].Lower] {
		return 0
	}
	return n
}

// deed are nouns for what bodies make, hold and say.
var deed = set{"resolution": true, "statement": true, "report": true, "summit": true, "conference": true, "meeting": true, "session": true, "election": true, "elections": true, "headquarters": true, "building": true, "spokesperson": true}
