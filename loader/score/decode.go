package score

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// fields is a JSON object whose fields may have further right values beside
// the label: those of "role" are in "role_or", "roleAlso" or "roleAlt".
type fields map[string]json.RawMessage

// choices returns the label of a field and then its further right values.
func choices[T any](f fields, name string, read func(json.RawMessage) (T, error)) ([]T, error) {
	var out []T
	put := func(raw json.RawMessage) error {
		v, err := read(raw)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, v)
		return nil
	}
	if raw, has := f[name]; has {
		if err := put(raw); err != nil {
			return nil, err
		}
	}
	more, err := f.more(name)
	if err != nil {
		return nil, err
	}
	for _, raw := range more {
		if err := put(raw); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// more returns the further right values of a field, a list or one alone.
func (f fields) more(name string) ([]json.RawMessage, error) {
	var out []json.RawMessage
	for _, ending := range []string{"_or", "Also", "Alt"} {
		raw, has := f[name+ending]
		if !has {
			continue
		}
		if raw[0] != '[' {
			raw = slices.Concat([]byte("["), raw, []byte("]"))
		}
		var list []json.RawMessage
		if err := json.Unmarshal(raw, &list); err != nil {
			return nil, fmt.Errorf("%s: %w", name+ending, err)
		}
		out = append(out, list...)
	}
	return out, nil
}

// oneOf reads one of the values of an enumeration.
func oneOf[T ~string](values []T) func(json.RawMessage) (T, error) {
	return func(raw json.RawMessage) (T, error) {
		var v T
		if err := json.Unmarshal(raw, &v); err != nil {
			return v, err
		}
		if !slices.Contains(values, v) {
			var all []string
			for _, known := range values {
				all = append(all, string(known))
			}
			return v, fmt.Errorf("%q is none of %s", string(v), strings.Join(all, ", "))
		}
		return v, nil
	}
}

// orNone reads a string; null is "".
func orNone(raw json.RawMessage) (string, error) {
	var s string
	err := json.Unmarshal(raw, &s)
	return s, err
}

// decode reads an object both into a struct and as fields.
func decode(b []byte, into any, f *fields) error {
	if err := json.Unmarshal(b, into); err != nil {
		return err
	}
	return json.Unmarshal(b, f)
}

// UnmarshalJSON reads an entity with its further right kinds.
func (e *Entity) UnmarshalJSON(b []byte) error {
	type plain struct {
		Name      string     `json:"name"`
		Also      []string   `json:"also"`
		Positions []Position `json:"positions"`
		Optional  bool       `json:"optional"`
	}
	var p plain
	var f fields
	if err := decode(b, &p, &f); err != nil {
		return err
	}
	kind, err := choices(f, "kind", oneOf(kinds))
	if err != nil {
		return fmt.Errorf("entity %q: %w", p.Name, err)
	}
	*e = Entity{Kind: kind, Name: p.Name, Also: p.Also, Positions: p.Positions, Optional: p.Optional}
	return nil
}

// UnmarshalJSON reads a participant with its further right roles.
func (p *Participant) UnmarshalJSON(b []byte) error {
	type plain struct {
		Name     string   `json:"name"`
		Also     []string `json:"also"`
		Optional bool     `json:"optional"`
	}
	var q plain
	var f fields
	if err := decode(b, &q, &f); err != nil {
		return err
	}
	if q.Name == "" {
		return errors.New(`a participant has no "name"`)
	}
	role, err := choices(f, "role", oneOf(roles))
	if err != nil {
		return fmt.Errorf("participant %q: %w", q.Name, err)
	}
	*p = Participant{Name: q.Name, Also: q.Also, Role: role, Optional: q.Optional}
	return nil
}

// UnmarshalJSON reads an occurrence with all that is right of it.
func (o *Occurrence) UnmarshalJSON(b []byte) error {
	type plain struct {
		Participants []Participant `json:"participants"`
		Topics       []topic       `json:"topics"`
		Quote        string        `json:"quote"`
		Optional     bool          `json:"optional"`
	}
	var p plain
	var f fields
	if err := decode(b, &p, &f); err != nil {
		return err
	}
	for _, name := range []string{"date", "place"} { // what is left out is not told
		if _, has := f[name]; !has {
			f[name] = json.RawMessage("null")
		}
	}
	*o = Occurrence{Participants: p.Participants, Topics: p.Topics, Quote: p.Quote, Optional: p.Optional}
	var err [6]error
	o.Mode, err[0] = choices(f, "mode", oneOf(modes))
	o.Status, err[1] = choices(f, "status", oneOf(statuses))
	o.Type, err[2] = choices(f, "type", oneOf(types))
	o.Place, err[3] = choices(f, "place", orNone)
	o.Date, err[4] = choices(f, "date", readSpan)
	o.MoreTopics, err[5] = moreTopics(f)
	if err := errors.Join(err[:]...); err != nil {
		return fmt.Errorf("the occurrence of %q: %w", p.Quote, err)
	}
	return nil
}

func moreTopics(f fields) ([]topic, error) {
	list, err := f.more("topics")
	var out []topic
	for _, raw := range list {
		var t topic
		if err := json.Unmarshal(raw, &t); err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, err
}

// UnmarshalJSON reads ["a|b", "c"], or "a|b" alone.
func (t *topic) UnmarshalJSON(b []byte) error {
	items := make([]string, 1)
	into := any(&items[0])
	if b[0] == '[' {
		into = &items
	}
	if err := json.Unmarshal(b, into); err != nil {
		return fmt.Errorf("topics: %w", err)
	}
	*t = topic{}
	for _, item := range items {
		*t = append(*t, strings.Split(item, "|"))
	}
	return nil
}

// readSpan reads {"start": …, "end": …}, a day alone, or null.
func readSpan(raw json.RawMessage) (span, error) {
	var d struct{ Start, End string }
	var err error
	if raw[0] == '"' {
		err = json.Unmarshal(raw, &d.Start)
	} else {
		err = json.Unmarshal(raw, &d)
	}
	return newSpan(d.Start, d.End), err
}

// newSpan returns the dates of a span as they are compared: a day without a
// year is none, a time of day falls, and an end on the first day is no end.
func newSpan(start, end string) span {
	s := span{day(start), day(end)}
	if s.end == s.start {
		s.end = ""
	}
	return s
}

func day(date string) string {
	if strings.HasPrefix(date, "--") {
		return ""
	}
	date, _, _ = strings.Cut(date, "T")
	return date
}
