package extract

import "strings"

// furnitureWords is the length up to which a line that begins like page
// furniture is taken for it.
const furnitureWords = 14

// furniture marks the tokens that are no part of the article: page furniture
// (furniture.txt) and addresses.
func (d *document) furniture() []bool {
	skip := make([]bool, len(d.Tokens))
	start := 0
	for i := 0; i <= len(d.Tokens); i++ {
		if i < len(d.Tokens) {
			t := &d.Tokens[i]
			skip[i] = isAddress(t.Lower)
			if t.POS != "SPACE" || !strings.Contains(t.Text, "\n") {
				continue
			}
		}
		if start < i && (i-start <= furnitureWords && d.isFurniture(start, i) || d.isCredit(start, i) || d.isCall(start, i)) {
			for j := start; j < i; j++ {
				skip[j] = true
			}
		}
		start = i + 1
	}
	return skip
}

// isAddress tells web and mail addresses from words.
func isAddress(word string) bool {
	for i := range len(word) {
		if word[i] == '@' || word[i] == ':' && strings.HasPrefix(word[i:], "://") {
			return true
		}
	}
	return strings.HasPrefix(word, "www.")
}

// isCredit tells whether the line of tokens [start, end) names its writers:
// "(Reporting by …; Editing by …)".
func (d *document) isCredit(start, end int) bool {
	line := strings.ToLower(strings.TrimLeft(d.TextOf(tokenSpan(start, min(end, start+6))), "([*— "))
	for _, c := range lex().credits {
		if strings.HasPrefix(line, c) {
			return true
		}
	}
	return false
}

// isCall tells whether the line of tokens [start, end) asks readers to go on
// elsewhere: "Follow Oldwick news on Facebook and X."
func (d *document) isCall(start, end int) bool {
	calls, networks := lex().calls, lex().networks
	if !calls[d.Tokens[start].Lower] {
		return false
	}
	for i := start + 1; i < end; i++ {
		if networks[d.Tokens[i].Lower] && isCapital(d.Tokens[i].Text) {
			return true
		}
	}
	return false
}

// isFurniture tells whether the line of tokens [start, end) is page furniture.
func (d *document) isFurniture(start, end int) bool {
	line := strings.ToLower(strings.TrimLeft(d.TextOf(tokenSpan(start, end)), "›»>•·*-–—| \t"))
	for _, f := range lex().furniture {
		if strings.HasPrefix(line, f) && (len(line) == len(f) || !isLetter(f[len(f)-1:]) || !isLetter(line[len(f):])) {
			// "Follow the talks, ..." reads on; furniture does not end in a stop
			return !strings.HasSuffix(line, ".") || strings.HasPrefix(line, "please") || strings.Contains(line, "captcha") || strings.Contains(line, "cookie")
		}
	}
	return false
}
