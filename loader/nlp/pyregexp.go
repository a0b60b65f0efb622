package nlp

import (
	"fmt"
	"regexp"
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
	s := strings.ReplaceAll(expr, "(?u)", "")
	s = strings.ReplaceAll(s, `\w`, `\p{L}\p{N}_`)
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
