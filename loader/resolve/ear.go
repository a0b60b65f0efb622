package resolve

import "math/bits"

// Costs are in hundredths of a consonant that is not there.
const whole = 100

// nearness of phonemes that spellings, scripts or ears confuse. What is not
// here costs a whole one, of two vowels half.
var nearness = []struct {
	a, b sound
	cost int
}{
	{sO, sU, 15}, {sE, sI, 15}, {sA, sE, 25}, {sA, sO, 40}, {sE, sO, 35}, {sA, sI, 45},
	{sI, sY, 5}, {sE, sY, 20},
	{sS, sSh, 25}, {sS, sTs, 35}, {sS, sZ, 20}, {sC, sSh, 50}, {sC, sTs, 20}, {sC, sJ, 25}, {sZ, sZh, 15}, {sZ, sTs, 15},
	{sZh, sJ, 10}, {sZh, sSh, 25}, {sJ, sZ, 30}, {sJ, sG, 25}, {sJ, sY, 30}, {sK, sX, 15}, {sK, sG, 25}, {sX, sH, 10}, {sX, sG, 25}, {sH, sG, 30}, {sX, sSh, 60},
	{sV, sF, 25}, {sV, sU, 25}, {sV, sB, 30}, {sP, sB, 50}, {sP, sF, 40}, {sT, sD, 50}, {sT, sTs, 30}, {sD, sZ, 40}, {sM, sN, 60},
}

// confusion[i][j] is the cost of phoneme i for phoneme j.
var confusion = func() (c [soundCount][soundCount]int) {
	for i := range c {
		for j := range c {
			switch {
			case i == j:
			case sound(1)<<i&vowels != 0 && sound(1)<<j&vowels != 0:
				c[i][j] = 50
			default:
				c[i][j] = whole
			}
		}
	}
	at := func(s sound) int { return bits.TrailingZeros32(uint32(s)) }
	for _, n := range nearness {
		i, j := at(n.a), at(n.b)
		c[i][j], c[j][i] = n.cost, n.cost
	}
	return c
}()

// ear tells how freely sounds are taken for one another and passed over: not
// freely between two Latin spellings, freely where a script does not write
// them. Costs are in hundredths.
type ear struct {
	vowel  int // a vowel that only one has
	thin   int // an u, which scripts of syllables put in where there is no vowel
	first  int // a vowel that only one begins with
	swap   int // the most that one vowel for another costs
	long   int // a vowel that is written with two letters, and that only one has
	lastA  int // a last a or o, by which languages tell women from men
	breath int // an h, or a y beside a vowel
	mute   int // an r that no vowel follows
	ng     int // a g after an n
	within int // the most that words which sound alike differ by, for each sound
	most   int // and in all
}

var (
	// sharp: two Latin spellings.
	sharp = ear{vowel: 30, thin: 30, first: 30, swap: 50, long: 40, lastA: whole, breath: 14, mute: whole, ng: whole, within: 6, most: 60}
	// foreign: an alphabet that spells a foreign name by its sound.
	foreign = ear{vowel: 14, thin: 14, first: 14, swap: 22, long: 20, lastA: whole, breath: 10, mute: whole, ng: whole, within: 9, most: 90}
	// syllabic: scripts that put vowels in, or leave those out that every
	// letter has.
	syllabic = ear{vowel: 7, thin: 7, first: 7, swap: 18, long: 12, lastA: 10, breath: 8, mute: 35, ng: whole, within: 9, most: 90}
	// characters: Chinese, whose few syllables stand for those of other languages.
	characters = ear{vowel: 7, thin: 7, first: 7, swap: 18, long: 12, lastA: 80, breath: 8, mute: 12, ng: 12, within: 9, most: 90}
	// blocks: Korean and Japanese, which say r and ng as English does: Turner.
	blocks = ear{vowel: 14, thin: 7, first: 60, swap: 18, long: 12, lastA: 60, breath: 8, mute: 12, ng: 12, within: 9, most: 90}
	// consonantal: short vowels are not written.
	consonantal = ear{vowel: 2, thin: 2, first: 2, swap: 40, long: 45, lastA: 50, breath: 8, mute: whole, ng: whole, within: 7, most: 36}
)

// apart returns how far two readings are from each other, as the least sum of
// what taking one for the other costs (an edit distance over phonemes, after
// Kondrak's ALINE, 2000); more than limit is given as limit+1.
func apart(x, y []sound, e *ear, limit int) int {
	var d [maxSounds + 1][maxSounds + 1]int
	x, y = x[:min(len(x), maxSounds)], y[:min(len(y), maxSounds)]
	for j := range y {
		d[0][j+1] = d[0][j] + drop(y, j, e)
	}
	for i := range x {
		gone := drop(x, i, e)
		d[i+1][0] = d[i][0] + gone
		least := d[i+1][0]
		for j := range y {
			c := d[i][j]
			if x[i]&y[j] == 0 {
				c += exchange(x[i], y[j], e)
				if i == len(x)-1 && j == len(y)-1 && endsApart(x[i], y[j]) && (e.lastA > 50 || (x[i]|y[j])&sO != 0) {
					c = d[i][j] + whole
				}
			}
			c = min(c, d[i][j+1]+gone, d[i+1][j]+drop(y, j, e))
			switch { // ts is one sound or two
			case i > 0 && twoInOne(x[i-1], x[i], y[j], i == 1):
				c = min(c, d[i-1][j]+5)
			case j > 0 && twoInOne(y[j-1], y[j], x[i], j == 1):
				c = min(c, d[i][j-1]+5)
			}
			d[i+1][j+1] = c
			least = min(least, c)
		}
		if least > limit {
			return limit + 1
		}
	}
	return min(d[len(x)][len(y)], limit+1)
}

// twoInOne tells whether two sounds are written as one: ts, dz, tsh, ai.
func twoInOne(a, b, one sound, first bool) bool {
	switch {
	case a == vowels && first: // alef and ya for a first e
		return b&one&vowels != 0
	case a&(sT|sD) != 0:
		return b&(sS|sZ) != 0 && one&(sTs|sZ) != 0 || b&sSh != 0 && one&sC != 0
	case a == vowels: // the ai of Michael in Arabic
		return one&(sY|sV) == 0 && one&(one-1) != 0 && one&vowels&b != 0
	}
	return false
}

// endsApart tells whether two last sounds are a and o, by which Romance and
// Slavic names tell women from men.
func endsApart(x, y sound) bool {
	return x == sA && y&sO != 0 && y&sA == 0 || y == sA && x&sO != 0 && x&sA == 0
}

const maxSounds = 24

// exchange is the cost of one sound for another that it has no phoneme in
// common with.
func exchange(x, y sound, e *ear) int {
	best := whole
	for u := x; u != 0; u &= u - 1 {
		near := &confusion[bits.TrailingZeros32(uint32(u))]
		for v := y; v != 0; v &= v - 1 {
			best = min(best, near[bits.TrailingZeros32(uint32(v))])
		}
	}
	switch {
	case x&vowels != 0 && y&vowels != 0 && ((x|y)&sV == 0 || e == &consonantal):
		best = min(best, e.swap)
	case e == &blocks && (x|y)&vowels == 0:
		best = min(best*3/2, whole) // its letters say what they may be
	}
	return best
}

// breathed are consonants that languages of India and Thailand say with an h, which
// Cyrillic writes and Latin letters may not: Дхами, Пхонг.
const breathed = sB | sP | sD | sT | sG | sK | sJ | sC

// drop is the cost of a sound that the other reading has not.
func drop(x []sound, i int, e *ear) int {
	s, last := x[i], i == len(x)-1
	switch {
	case s == sE && last && i > 0:
		return min(10, e.vowel) // Alexandre, Alexander; silent in French and English
	case last && i > 0 && (s == sA || s == sO || s&^(sI|sY) == 0 && s&sI != 0 && x[i-1]&vowels == 0 && (e == &sharp || e == &foreign)): // Soleiman is no Soleimani
		if s == sO && e == &consonantal { // Rabbo, ربه
			return e.breath
		}
		return e.lastA
	case e == &consonantal:
		return dropWritten(x, i)
	case s&vowels != 0 && s != sU && i == 0 && e.first > e.long:
		return e.first
	case s&vowels != 0 && s&(sV|sY) == 0 && s&(s-1) != 0:
		return e.long
	case s&sV != 0 && s&vowels != 0: // w
		return 60
	case s == sU:
		return e.thin
	case s&vowels != 0:
		return e.vowel
	case s == sH || s == sY, e == &foreign && s&sH != 0 && i > 0 && x[i-1]&breathed != 0:
		return e.breath
	case s&sG != 0 && i > 0 && x[i-1]&sN != 0:
		return e.ng
	case s&sN != 0 && i > 0 && x[i-1]&sN != 0: // 彭南特 is Pennant
		return e.ng
	case s&sR != 0 && (s == sR || e == &syllabic) && i > 0 && (last || x[i+1]&vowels == 0):
		return e.mute
	}
	return whole
}

// dropWritten is drop beside Arabic and Hebrew, which write consonants, long
// vowels, and the first sound of a word whatever it is.
func dropWritten(x []sound, i int) int {
	e, s, last := &consonantal, x[i], i == len(x)-1
	switch {
	case s == vowels && last: // Solovieva is no Soloviev
		return 40
	case s&vowels == vowels && i == 0 && !last && x[1]&vowels != 0: // the alef of Olaf, the ayn of Uzi
		return 5
	case s == vowels && i > 0 && !last && (x[i-1]&vowels != 0 || x[i+1]&vowels != 0): // between two vowels: Leo, Joel
		return e.breath
	case s == vowels:
		return 30
	case i > 0 && s == x[i-1]: // two letters for one in Latin ones, or one that a vowel parts
		return e.breath
	case s&sH != 0 && s&vowels != 0 && i == 0: // Holland, and Olland of who does not say it
		return 40
	case s&sH != 0 && (last || s&vowels != 0): // a last h, a hamza
		return e.breath
	case s == sH:
		return 60
	case s&vowels != 0 && s&(sV|sY) != 0: // Hamad is no Hamid
		return 30
	case s == sO|sU: // the ou of Moustafa, or of Mahmoud
		return 20
	case s&vowels != 0 && s&(s-1) != 0:
		return e.long
	case s&vowels != 0 && i == 0:
		return 30
	case s&vowels != 0:
		return e.vowel
	case s == sY:
		return e.breath
	}
	return whole
}

// alike tells whether two folded words can be read alike.
func alike(a, b string) bool {
	return a == b || alikeSounds(sounds(a), sounds(b), &sharp)
}

// alikeSounds tells whether two readings are of one name. Those of less than
// three sounds must be the same.
func alikeSounds(x, y []sound, e *ear) bool {
	n := max(len(x), len(y))
	if min(len(x), len(y)) < 2 {
		return false
	}
	limit := min(e.within*n, e.most)
	if n < 3 {
		limit = 0
	}
	return apart(x, y, e, limit) <= limit
}
