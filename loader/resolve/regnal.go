package resolve

import (
	"slices"
	"strconv"
	"strings"
)

// Regnal numbers in the scripts that write them as words, by their number.
var regnalWords = map[string]int{
	"הראשון": 1, "הראשונה": 1, "השני": 2, "השנייה": 2, "השלישי": 3, "השלישית": 3, "הרביעי": 4, "הרביעית": 4, "החמישי": 5, "השישי": 6, "הששי": 6, "השביעי": 7, "השמיני": 8, "התשיעי": 9, "העשירי": 10,
	"الأول": 1, "الاول": 1, "الأولى": 1, "الثاني": 2, "الثانية": 2, "الثالث": 3, "الثالثة": 3, "الرابع": 4, "الخامس": 5, "السادس": 6, "السابع": 7, "الثامن": 8, "التاسع": 9, "العاشر": 10,
}

var (
	romans     = strings.Fields("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii")
	hanNumbers = []rune("一二三四五六七八九十")
)

// withoutRegnal takes the regnal number off the end of a piece of a name, as a
// Roman one: עומר השני and عمر الثاني are Umar II, 헨리 2세 Henry II,
// エリザベス2世 Elizabeth II. It is "" if there is none.
func withoutRegnal(piece string) (rest, roman string) {
	if n := regnalWords[piece]; n > 0 {
		return "", romans[n-1]
	}
	before, korean := strings.CutSuffix(piece, "세")
	before, japanese := strings.CutSuffix(before, "世")
	if !korean && !japanese {
		return piece, ""
	}
	rest = strings.TrimRight(before, "0123456789")
	n, _ := strconv.Atoi(before[len(rest):])
	if rs := []rune(before); japanese && len(rs) > 0 && n == 0 {
		n, rest = slices.Index(hanNumbers, rs[len(rs)-1])+1, string(rs[:len(rs)-1])
	}
	if n < 1 || n > len(romans) {
		return piece, ""
	}
	return rest, romans[n-1]
}
