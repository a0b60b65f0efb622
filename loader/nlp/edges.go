package nlp

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"unicode/utf8"
)

// edges are the characters that a regular expression's matches can begin or
// end with. Most words need no regular expression once these are known. Only
// ASCII is looked at: any other character, and the new line that $ ignores,
// counts as one of them.
type edges [utf8.RuneSelf]bool

func (e *edges) has(r rune) bool { return r >= utf8.RuneSelf || r == '\n' || e[r] }

// anyOf says whether one of s is in e.
func (e *edges) anyOf(s []rune) bool {
	for _, r := range s {
		if e.has(r) {
			return true
		}
	}
	return false
}

// findEdges returns the edges of a Python expression's matches, their first
// characters or their last. What it cannot read, or what matches nothing at
// all, has every character.
func findEdges(expr string, last bool) *edges {
	e := &edges{}
	tree, err := syntax.Parse(goSyntax(expr), syntax.Perl)
	if err != nil || e.add(tree, last) {
		for i := range e {
			e[i] = true
		}
	}
	return e
}

// add adds the edges of what tree matches, and says whether it matches the
// empty string too.
func (e *edges) add(tree *syntax.Regexp, last bool) (empty bool) {
	switch tree.Op {
	case syntax.OpNoMatch:
		return false
	case syntax.OpLiteral:
		r := tree.Rune[0]
		if last {
			r = tree.Rune[len(tree.Rune)-1]
		}
		e.addRange(r, r)
		return false
	case syntax.OpCharClass:
		for i := 0; i < len(tree.Rune); i += 2 {
			e.addRange(tree.Rune[i], tree.Rune[i+1])
		}
		return false
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		e.addRange(0, utf8.RuneSelf)
		return false
	case syntax.OpCapture, syntax.OpPlus:
		return e.add(tree.Sub[0], last)
	case syntax.OpStar, syntax.OpQuest:
		e.add(tree.Sub[0], last)
		return true
	case syntax.OpRepeat:
		return e.add(tree.Sub[0], last) || tree.Min == 0
	case syntax.OpAlternate:
		for _, sub := range tree.Sub {
			if e.add(sub, last) {
				empty = true
			}
		}
		return empty
	case syntax.OpConcat:
		for i := range tree.Sub {
			if last {
				i = len(tree.Sub) - 1 - i
			}
			if !e.add(tree.Sub[i], last) {
				return false
			}
		}
	}
	return true // an assertion
}

func (e *edges) addRange(from, to rune) {
	for r := from; r <= to && r < utf8.RuneSelf; r++ {
		e[r] = true
	}
}

var unicodeEscape = regexp.MustCompile(`\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})`)

// goSyntax writes a Python expression for Go's regexp. Without lookaround,
// which that does not have, it matches what the original does, and more.
func goSyntax(expr string) string {
	expr = unicodeEscape.ReplaceAllString(strings.ReplaceAll(expr, "(?u)", ""), `\x{$1$2}`)
	var b strings.Builder
	for i := 0; i < len(expr); i++ {
		if around := lookaround.FindString(expr[i:]); around != "" {
			i += groupLen(expr[i:]) - 1
			continue
		}
		n := atomLen(expr[i:])
		b.WriteString(expr[i : i+n])
		i += n - 1
	}
	return replaceWordClass(b.String())
}

var lookaround = regexp.MustCompile(`^\(\?<?[=!]`)

// atomLen returns the length of the escape, class or single byte that s begins
// with.
func atomLen(s string) int {
	switch {
	case s[0] == '\\' && len(s) > 1:
		return 2
	case s[0] == '[':
		for i := 1; i < len(s); i++ {
			switch s[i] {
			case '\\':
				i++
			case ']':
				return i + 1
			}
		}
	}
	return 1
}

// groupLen returns the length of the group that s begins with.
func groupLen(s string) int {
	depth := 0
	for i := 0; i < len(s); i += atomLen(s[i:]) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(s)
}
