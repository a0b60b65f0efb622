package article

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// record is one line of a .jsonl file; other fields are ignored.
type record struct {
	ID          id     `json:"id"`
	URL         string `json:"url"`
	Title       string `json:"title"`
	Source      string `json:"source"`
	PublishedAt string `json:"publishedAt"`
	Text        string `json:"text"`
	HTML        string `json:"html"`
}

// id takes a string or a number, as databases export both.
type id string

func (v *id) UnmarshalJSON(data []byte) error {
	if data[0] == '"' {
		return json.Unmarshal(data, (*string)(v))
	}
	var n json.Number
	err := json.Unmarshal(data, &n)
	*v = id(n)
	return err
}

// lines reads a stream with one article a line. Blank lines are passed over.
func (r *reader) lines(path string, in *bufio.Reader) {
	tried := false
	for n := 1; !r.done; n++ {
		line, size, err := readLine(in)
		if err != nil && err != io.EOF {
			r.reject(path, n, "%s", reason(err))
			return
		}
		switch {
		case size > MaxBytes:
			tried = true
			r.reject(path, n, "%s", tooLarge)
		case len(bytes.TrimSpace(line)) > 0:
			tried = true
			raw, bad := parseRecord(line)
			raw.Path, raw.Line, raw.Size = path, n, int64(size)
			if bad != nil {
				r.reject(path, n, "%v", bad)
			} else {
				r.emit(raw, nil)
			}
		}
		if err == io.EOF {
			break
		}
	}
	if !tried {
		r.reject(path, 0, "is empty; there is no article to read")
	}
}

// readLine gives the next line with its end, and its size; of a line larger than
// MaxBytes only the size. The error is io.EOF with the last line.
func readLine(in *bufio.Reader) (line []byte, size int, err error) {
	for {
		part, err := in.ReadSlice('\n')
		size += len(part)
		if size <= MaxBytes {
			line = append(line, part...)
		} else {
			line = nil
		}
		if err != bufio.ErrBufferFull {
			return line, size, err
		}
	}
}

// parseRecord reads one line. The error is a reason to set it aside.
func parseRecord(line []byte) (Raw, error) {
	if _, err := decode(line, JSONL); err != nil {
		return Raw{}, err
	}
	var rec record
	if err := json.Unmarshal(line, &rec); err != nil {
		var kind *json.UnmarshalTypeError
		if errors.As(err, &kind) && kind.Field != "" {
			return Raw{}, fmt.Errorf("has a %s as %q; give it as a string", kind.Value, kind.Field)
		}
		if errors.As(err, &kind) {
			return Raw{}, fmt.Errorf("is a JSON %s, not an object; write one {…} a line", kind.Value)
		}
		return Raw{}, fmt.Errorf("is broken JSON (%v); write one {…} a line", err)
	}
	raw := Raw{
		SourceID: string(rec.ID), URL: rec.URL, Title: rec.Title,
		Source: rec.Source, PublishedAt: rec.PublishedAt,
	}
	switch {
	case strings.TrimSpace(rec.Text) != "":
		raw.Text = rec.Text
	case strings.TrimSpace(rec.HTML) != "":
		raw.HTML = rec.HTML
	default:
		return Raw{}, fmt.Errorf(`has neither "text" nor "html"; give one of them`)
	}
	return raw, nil
}
