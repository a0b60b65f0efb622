package resolve

import "slices"

// pairing says which words of two names stand for each other.
type pairing struct {
	with   []int // by word of the first name: of the second, or -1
	like   []likeness
	weight int
}

// firm is the pairing without the words that are only parts of others.
func (m pairing) firm() []int {
	out := slices.Clone(m.with)
	for i, l := range m.like {
		if l == shortened {
			out[i] = -1
		}
	}
	return out
}

// open tells whether both names, the second of n words, have words that stand
// for none of the other's.
func (m pairing) open(n int) bool {
	paired := 0
	for _, j := range m.firm() {
		if j >= 0 {
			paired++
		}
	}
	return paired < len(m.with) && paired < n
}

// pair finds the pairing that makes most of both names; of equal ones, the one
// with the words most in order.
func pair(a, b []word, from eastern) pairing {
	likes := make([][]likeness, len(a))
	for i := range a {
		likes[i] = make([]likeness, len(b))
		for j := range b {
			likes[i][j] = a[i].likeFrom(b[j], from)
		}
	}
	best := pairing{weight: -1}
	with := make([]int, len(a))
	used := make([]bool, len(b))
	var try func(i, weight int)
	try = func(i, weight int) {
		if i == len(a) {
			for x := range with {
				for y := x + 1; y < len(with); y++ {
					if with[x] >= 0 && with[y] >= 0 && with[x] > with[y] {
						weight--
					}
				}
			}
			if weight > best.weight {
				best = pairing{with: slices.Clone(with), weight: weight}
			}
			return
		}
		for j := range b {
			if l := likes[i][j]; l != unlike && !used[j] {
				used[j], with[i] = true, j
				near := 0
				if i == j || len(a)-i == len(b)-j {
					near = 1
				}
				try(i+1, weight+100*int(l)+100+near)
				used[j] = false
			}
		}
		with[i] = -1
		try(i+1, weight)
	}
	try(0, 0)
	best.like = make([]likeness, len(a))
	for i, j := range best.with {
		if j >= 0 {
			best.like[i] = likes[i][j]
		}
	}
	return best
}

// likeFrom compares two words of names that are of a land.
func (w word) likeFrom(v word, from eastern) likeness {
	if from != nowhere {
		return w.likeEastern(v, from)
	}
	return w.like(v)
}

// join makes one word of neighbours in a that stand for no word of b, where one
// word of b is all of them: "Jong Un", "Jongun".
func join(a, b []word, with []int, from eastern) []word {
	for i := range a {
		if with[i] >= 0 {
			continue
		}
		both, led := a[i], a[i] // without the particles between them, and with these
		for k := i + 1; k < len(a) && with[k] < 0 && a[k].script == a[i].script; k++ {
			if both.letters() < 2 && a[k].letters() < 2 {
				break
			}
			led = led.and(word{text: a[k].led}).and(a[k])
			both = both.and(a[k])
			for j, w := range b {
				if d := both.letters() - w.letters(); slices.Contains(with, j) || a[i].script == w.script && (d > 3 || d < -3) {
					continue
				}
				if both.likeFrom(w, from) >= sameSound || led.text != both.text && led.likeFrom(w, from) >= sameSound {
					return slices.Concat(a[:i], []word{both}, a[k+1:])
				}
			}
		}
	}
	return a
}

// joinSpelt makes one word of two neighbours in a that are a word of b, letter by
// letter, whatever they stand for by themselves: Gian Carlo, Giancarlo.
func joinSpelt(a, b []word) []word {
	for i := 0; i+1 < len(a); i++ {
		both := a[i].text + a[i+1].text
		if a[i].script == a[i+1].script && slices.ContainsFunc(b, func(w word) bool { return w.text == both && w.script == a[i].script }) {
			return slices.Concat(a[:i], []word{a[i].and(a[i+1])}, a[i+2:])
		}
	}
	return a
}

// and makes one word of two.
func (w word) and(v word) word {
	if w.script == latin {
		out := readWord(w.text + v.text)
		out.led = w.led
		return out
	}
	return word{text: w.text + v.text, native: w.native + v.native, stem: w.stem + v.stem, script: w.script, sounds: slices.Concat(w.sounds, v.sounds), korean: slices.Concat(w.korean, v.korean)}
}

// inverted turns a pairing round.
func inverted(with []int, n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	for i, j := range with {
		if j >= 0 {
			out[j] = i
		}
	}
	return out
}
