package nlp

import "unicode/utf8"

// runeStride is the distance in bytes between the marks of a Doc.
const runeStride = 64

// runeMark is the first code point that begins at or after a multiple of
// runeStride: its byte offset, and how many code points are before it.
type runeMark struct{ at, runes int }

// Runes returns the number of code points that begin before byteOffset in
// d.Text: for the offset of a character, what Python, and the web, call its
// index. An offset beyond either end counts as that end; a byte that is not
// valid UTF-8 counts as a code point. It takes constant time after the first
// call.
func (d *Doc) Runes(byteOffset int) int {
	d.marksOnce.Do(d.setMarks)
	byteOffset = max(0, min(byteOffset, len(d.Text)))
	if d.marks == nil {
		return byteOffset
	}
	m := d.marks[byteOffset/runeStride]
	for i := range d.Text[m.at:] {
		if m.at+i >= byteOffset {
			break
		}
		m.runes++
	}
	return m.runes
}

// setMarks counts the code points, unless all are ASCII.
func (d *Doc) setMarks() {
	ascii := true
	for i := 0; i < len(d.Text) && ascii; i++ {
		ascii = d.Text[i] < utf8.RuneSelf
	}
	if ascii {
		return
	}
	n := 0
	for i := range d.Text {
		for len(d.marks)*runeStride <= i {
			d.marks = append(d.marks, runeMark{i, n})
		}
		n++
	}
	for len(d.marks)*runeStride <= len(d.Text) {
		d.marks = append(d.marks, runeMark{len(d.Text), n})
	}
}
