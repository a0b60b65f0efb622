package nlp

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/dlclark/regexp2"
)

// pyRegexp is a regular expression written for Python's re. The tokenizer's
// look behind, which Go's regexp cannot.
type pyRegexp struct{ re *regexp2.Regexp }

var longEscape = regexp.MustCompile(`\\U([0-9A-Fa-f]{8})`)

// compilePyRegexp translates what regexp2 (.NET's syntax) reads differently:
// \U escapes, and \w, which in Python is a letter, a number or _, without
// combining marks.
func compilePyRegexp(expr string) (*pyRegexp, error) {
	s := factorAnchors(strings.ReplaceAll(expr, "(?u)", ""))
	s = replaceWordClass(s)
	s = longEscape.ReplaceAllStringFunc(s, func(esc string) string {
		n, err := strconv.ParseUint(esc[2:], 16, 32)
		if err != nil {
			return esc
		}
		return string(rune(n))
	})
	re, err := regexp2.Compile(s, regexp2.None)
	if err != nil {
		return nil, fmt.Errorf("compile regular expression %.40q: %w", expr, err)
	}
	return &pyRegexp{re}, nil
}

// replaceWordClass writes out \w, inside brackets or with brackets of its own.
func replaceWordClass(expr string) string {
	const word = `\p{L}\p{N}_`
	var b strings.Builder
	class := false
	for i := 0; i < len(expr); i++ {
		switch c := expr[i]; {
		case c == '\\' && i+1 < len(expr):
			i++
			switch {
			case expr[i] != 'w':
				b.WriteString(expr[i-1 : i+1])
			case class:
				b.WriteString(word)
			default:
				b.WriteString("[" + word + "]")
			}
			continue
		case class:
			class = c != ']'
		default:
			class = c == '['
		}
		b.WriteByte(expr[i])
	}
	return b.String()
}

// factorAnchors turns ^a|^b into ^(?:a|b), and a$|b$ into (?:a|b)$. They match
// alike, but regexp2 then joins the characters among hundreds of alternatives
// into one set.
func factorAnchors(expr string) string {
	all := alternatives(expr)
	every := func(has func(string) bool) bool {
		return !slices.ContainsFunc(all, func(a string) bool { return !has(a) })
	}
	if every(func(a string) bool { return strings.HasPrefix(a, "^") }) {
		return "^(?:" + strings.Join(cutEach(all, 1, 0), "|") + ")"
	}
	if every(func(a string) bool { return strings.HasSuffix(a, "$") && !strings.HasSuffix(a, `\$`) }) {
		return "(?:" + strings.Join(cutEach(all, 0, 1), "|") + ")$"
	}
	return expr
}

// cutEach takes head bytes off the beginning of each of s and tail off its end.
func cutEach(s []string, head, tail int) []string {
	out := make([]string, len(s))
	for i, v := range s {
		out[i] = v[head : len(v)-tail]
	}
	return out
}

// alternatives splits an expression at each | outside groups and classes.
func alternatives(expr string) []string {
	var out []string
	depth, class, start := 0, false, 0
	for i := 0; i < len(expr); i++ {
		switch c := expr[i]; {
		case c == '\\':
			i++
		case class:
			class = c != ']'
		case c == '[':
			class = true
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == '|' && depth == 0:
			out = append(out, expr[start:i])
			start = i + 1
		}
	}
	return append(out, expr[start:])
}

// find returns the bounds of the first match in s, or ok false. Without a
// timeout, which is not set, regexp2 returns no error.
func (p *pyRegexp) find(s []rune) (start, end int, ok bool) {
	m, err := p.re.FindRunesMatch(s)
	if err != nil || m == nil {
		return 0, 0, false
	}
	return m.Index, m.Index + m.Length, true
}

// findAll returns the bounds of all matches in s.
func (p *pyRegexp) findAll(s []rune) [][2]int {
	var all [][2]int
	m, err := p.re.FindRunesMatch(s)
	for err == nil && m != nil {
		all = append(all, [2]int{m.Index, m.Index + m.Length})
		m, err = p.re.FindNextMatch(m)
	}
	return all
}
