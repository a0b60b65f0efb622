package resolve

import "slices"

// Hangul is read letter by letter, as each syllable is made of an initial, a
// vowel and a final: as Korean, for the names of Koreans, and as the sounds that
// the letters stand for in the names of others (the rules of the National
// Institute of Korean Language, 1986), which have more consonants than Korean.

// jamo is one letter: what it is in Korean and what it may be in other languages.
type jamo struct{ korean, foreign []sound }

func one(korean, foreign sound) jamo { return jamo{[]sound{korean}, []sound{foreign}} }

// w is how Korean begins the second vowel of "wa", and y that of "ya".
const w, y = sV | sU | sO, sY | sI

var (
	hangulInitials = [19]jamo{one(sK, sG|sK), one(sK, sK|sG), one(sN, sN), one(sT, sD|sT), one(sT, sT|sD), one(sR|sL, sR|sL), one(sM, sM), one(sP, sB|sV|sP), one(sP, sP|sB),
		one(sS, sS|sSh|sT|sZ), one(sS, sS), {}, one(sJ, sJ|sZ|sZh|sTs), one(sJ, sC|sTs|sJ), one(sJ, sC|sTs|sZ), one(sK, sK|sX), one(sT, sT), one(sP, sP|sF), one(sH, sH|sX)}
	hangulVowels = [21]jamo{
		one(sA, sA), one(sA|sE, sA|sE), {[]sound{sY, sA}, []sound{y, sA}}, {[]sound{sY, sA | sE}, []sound{y, sA | sE}}, // a ae ya yae
		one(sO|sE, sO|sU|sE|sA), one(sE, sE|sA), {[]sound{sY, sO | sE}, []sound{y, sO | sU | sE | sA}}, {[]sound{sY, sE}, []sound{y, sE}}, // eo e yeo ye
		one(sO|sU, sO|sU), {[]sound{sV, sA}, []sound{w, sA}}, {[]sound{sV, sA | sE}, []sound{w, sA | sE}}, one(sO|sE, sO|sE), {[]sound{sY, sO | sU}, []sound{y, sO}}, // o wa wae oe yo
		one(sU|sO, sU|sO), {[]sound{sV, sO | sU | sE}, []sound{w, sO | sE | sA}}, {[]sound{sV, sE}, []sound{w, sE}}, {[]sound{sV, sI}, []sound{sI | sU | sV}}, // u wo we wi
		{[]sound{sY, sU | sO}, []sound{y, sU}}, one(sU, sU), one(sI|sU, sI), one(sI, sI)} // yu eu ui i
	hangulFinals = [28]jamo{{}, one(sK, sK|sG), one(sK, sK|sG), one(sK, sK|sG), one(sN, sN), one(sN, sN), one(sN, sN), one(sT, sT|sD), one(sR|sL, sL|sR), one(sK, sK), one(sM, sM),
		one(sP, sP), one(sR|sL, sL), one(sR|sL, sL), one(sP, sP), one(sR|sL, sL), one(sM, sM), one(sP, sP|sB), one(sP, sP|sB), one(sT|sS, sT|sD|sS), one(sT, sT|sD), one(sX, sN),
		one(sT, sT|sD), one(sT, sT|sC), one(sK, sK), one(sT, sT), one(sP, sP|sF), one(sH, sH)}
)

// Syllables of Hangul stand in order of their letters (Unicode 3.12).
const (
	firstHangul, lastHangul = '가', '힣'
	// The letter for l and r, as initial and as final: both are one l.
	liquid, finalLiquid = 5, 8
)

// readHangul returns the sounds of syllables of Hangul, as Korean and as another
// language.
func readHangul(syllables []rune) (korean, foreign []sound) {
	last := 0
	for _, r := range syllables {
		if r < firstHangul || r > lastHangul {
			continue
		}
		i := int(r - firstHangul)
		final := i % len(hangulFinals)
		i /= len(hangulFinals)
		initial, vowel := i/len(hangulVowels), i%len(hangulVowels)
		for _, j := range []jamo{hangulInitials[initial], hangulVowels[vowel], hangulFinals[final]} {
			korean, foreign = append(korean, j.korean...), append(foreign, j.foreign...)
		}
		if last == finalLiquid && initial == liquid {
			at := len(foreign) - len(hangulFinals[final].foreign) - len(hangulVowels[vowel].foreign) - 2
			foreign[at] = sL
			foreign = slices.Delete(foreign, at+1, at+2)
		}
		last = final
	}
	return korean, foreign
}
