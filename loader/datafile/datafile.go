// Package datafile reads the files of words and names that the packages of the
// loader embed: an entry a line, blank lines and what follows "#" left out,
// [sections] where a file has several, and lists within a line.
package datafile

import (
	"iter"
	"strings"
)

// Lines yields the entries of a file without space around them, each with the
// number of its line, from 1.
func Lines(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		n := 0
		for line := range strings.Lines(text) {
			n++
			line, _, _ = strings.Cut(line, "#")
			if line = strings.TrimSpace(line); line != "" && !yield(n, line) {
				return
			}
		}
	}
}

// Sections returns the entries by the "[section]" line above them, those before
// the first under "".
func Sections(text string) map[string][]string {
	out, section := map[string][]string{}, ""
	for _, line := range Lines(text) {
		if line[0] == '[' {
			section = strings.Trim(line, "[]")
		} else {
			out[section] = append(out[section], line)
		}
	}
	return out
}

// List returns what stands between separators, without space around it and
// without empty ones.
func List(s, separator string) []string {
	var out []string
	for item := range strings.SplitSeq(s, separator) {
		if item = strings.TrimSpace(item); item != "" {
			out = append(out, item)
		}
	}
	return out
}
