package nlp

import "unicode/utf8"

// runeStride is the distance in bytes between the marks of Doc.runes.
const runeStride = 64

// Runes returns the number of code points before byteOffset in d.Text: the
// offset that Python, and the web, would call this place. An offset beyond
// either end counts as that end. The count of a text that is not valid UTF-8
// takes each bad byte as one code point.
func (d *Doc) Runes(byteOffset int) int {
	d.runesOnce.Do(d.markRunes)
	byteOffset = max(0, min(byteOffset, len(d.Text)))
	if d.runes == nil {
		return byteOffset
	}
	k := byteOffset / runeStride
	at, n := d.markAt(k), d.runes[k]
	return n + utf8.RuneCountInString(d.Text[at:max(at, byteOffset)])
}

// markRunes counts code points up to every mark, unless all bytes are ASCII.
func (d *Doc) markRunes() {
	ascii := true
	for i := 0; i < len(d.Text) && ascii; i++ {
		ascii = d.Text[i] < utf8.RuneSelf
	}
	if ascii {
		return
	}
	d.runes = make([]int, len(d.Text)/runeStride+1)
	n, at := 0, 0
	for k := range d.runes {
		next := d.markAt(k)
		n += utf8.RuneCountInString(d.Text[at:next])
		at = next
		d.runes[k] = n
	}
}

// markAt returns where mark k lies: at k*runeStride, or at the beginning of
// the code point that straddles it.
func (d *Doc) markAt(k int) int {
	i := k * runeStride
	for back := 0; back < utf8.UTFMax && i-back > 0; back++ {
		if i-back < len(d.Text) && utf8.RuneStart(d.Text[i-back]) {
			if _, size := utf8.DecodeRuneInString(d.Text[i-back:]); size > back {
				return i - back
			}
			return i
		}
	}
	return min(i, len(d.Text))
}
