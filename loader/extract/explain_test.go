package extract

import (
	"bytes"
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/article"
	"github.com/whomet/whomet/loader/clean"
)

//go:embed *.txt
var dataFiles embed.FS

// slotOf names the slot that a field of a report fills, "" where it needs no
// reason: what identifies it, and what the reasons themselves quote.
var slotOf = map[string]string{
	"Meeting.Occurrence": "", "Meeting.Mode": "mode", "Event.Occurrence": "", "Event.Type": "type",
	"Occurrence.ID": "", "Occurrence.Participants": "participant", "Occurrence.Status": "status", "Occurrence.Date": "date", "Occurrence.Place": "place",
	"Occurrence.Topics": "topic", "Occurrence.Relations": "relation", "Occurrence.Evidence": "", "Occurrence.Confidence": "", "Occurrence.Explain": "",
	"Participant.Entity": "participant", "Participant.Role": "role", "Participant.Title": "title", "Participant.OnBehalfOf": "onBehalfOf",
}

// TestEveryFieldIsASlot fails when a report gets a field that no reason speaks
// of: let explain give one, then name its slot above and in slots below.
func TestEveryFieldIsASlot(t *testing.T) {
	for _, v := range []any{Meeting{}, Event{}, Occurrence{}, Participant{}} {
		typ := reflect.TypeOf(v)
		for i := range typ.NumField() {
			if name := typ.Name() + "." + typ.Field(i).Name; !hasKey(slotOf, name) {
				t.Errorf("%s: which slot does it fill?", name)
			}
		}
	}
}

func hasKey(m map[string]string, k string) bool { _, ok := m[k]; return ok }

// slots lists what an occurrence holds, as "slot value of" lines.
func slots(o *Occurrence, kind, value string) map[string]int {
	out := map[string]int{kind + " " + value + " ": 1, "status " + string(o.Status) + " ": 1}
	add := func(slot string, value *string, of string) {
		if value != nil {
			out[slot+" "+*value+" "+of]++
		}
	}
	for _, p := range o.Participants {
		add("participant", &p.Entity, "")
		role := string(p.Role)
		add("role", &role, p.Entity)
		add("title", p.Title, p.Entity)
		add("onBehalfOf", p.OnBehalfOf, p.Entity)
	}
	add("place", o.Place, "")
	for _, topic := range o.Topics {
		add("topic", &topic.Text, "")
	}
	for _, l := range o.Relations {
		value := string(l.Kind) + " " + l.To
		add("relation", &value, "")
	}
	if d := o.Date; d != nil {
		value := ""
		if d.Start != nil {
			value = *d.Start
		}
		if d.End != nil && *d.End != value {
			value += "/" + *d.End
		}
		add("date", &value, "")
	}
	return out
}

// TestEverySlotHasAReason explains the samples, and the articles beside the
// repository where there are any.
func TestEverySlotHasAReason(t *testing.T) {
	p := parser(t)
	paths := []string{filepath.Join("..", "..", "samples")}
	for _, folder := range []string{"articles/seeds", "dev/gold/articles-input.jsonl"} {
		if path := filepath.Join(sharedFolder(), folder); !testing.Short() && exists(path) {
			paths = append(paths, path)
		}
	}
	reports := 0
	for raw, err := range article.Read(t.Context(), paths, nil) {
		if err != nil {
			t.Fatal(err)
		}
		page, err := clean.Article(raw)
		if err != nil {
			t.Fatal(err)
		}
		doc := p.Parse(page.Text, SentenceStarts(page.Text)...)
		meta := Meta{Path: fmt.Sprint(raw.Path, " ", raw.SourceID), PublishedAt: graph.PartialDate(page.PublishedAt)}
		r := Explain(doc, meta)
		for i := range r.Meetings {
			checkReasons(t, &r, &r.Meetings[i].Occurrence, "mode", string(r.Meetings[i].Mode))
			r.Meetings[i].Explain = nil
			reports++
		}
		for i := range r.Events {
			checkReasons(t, &r, &r.Events[i].Occurrence, "type", string(r.Events[i].Type))
			r.Events[i].Explain = nil
			reports++
		}
		if !reflect.DeepEqual(r, Read(doc, meta)) {
			t.Errorf("%s: explaining changes what is read", meta.Path)
		}
	}
	t.Logf("%d reports", reports)
	if reports < 100 {
		t.Errorf("only %d reports were explained", reports)
	}
}

func exists(path string) bool { _, err := os.Stat(path); return err == nil }

func checkReasons(t *testing.T, r *Result, o *Occurrence, kind, value string) {
	t.Helper()
	want := slots(o, kind, value)
	text := []rune(r.Article.Text)
	trigger := 0
	for _, why := range o.Explain {
		at := r.Article.Path + " " + o.ID + " " + why.Slot + " " + why.Value
		if why.Slot == "trigger" {
			trigger++
		} else if key := why.Slot + " " + why.Value + " " + why.Of; want[key] == 0 {
			t.Errorf("%s: a reason for what the report does not hold", at)
		} else {
			want[key]--
		}
		if why.Rule == "" && why.Entry == "" {
			t.Errorf("%s: no reason", at)
		}
		if why.Words == "" || string(text[why.Start:why.End]) != why.Words {
			t.Errorf("%s: %q does not stand at [%d,%d)", at, why.Words, why.Start, why.End)
		}
		if steps := strings.Fields(why.Path); len(steps) > 0 && !strings.Contains(why.Words, steps[len(steps)-1]) {
			t.Errorf("%s: the path %q does not end in %q", at, why.Path, why.Words)
		}
		checkEntry(t, at, why.Entry)
	}
	if trigger != 1 {
		t.Errorf("%s %s: %d triggers", r.Article.Path, o.ID, trigger)
	}
	for slot, n := range want {
		if n > 0 {
			t.Errorf("%s %s: nothing says why %s", r.Article.Path, o.ID, slot)
		}
	}
}

// checkEntry looks up the line of a data file that a reason names.
func checkEntry(t *testing.T, at, entry string) {
	t.Helper()
	if entry == "" {
		return
	}
	where, name, _ := strings.Cut(entry, " ")
	file, number, _ := strings.Cut(where, ":")
	data, err := dataFiles.ReadFile(file)
	line, err2 := strconv.Atoi(number)
	if err != nil || err2 != nil {
		t.Errorf("%s: %q names no line of a data file", at, entry)
		return
	}
	have := strings.Join(strings.Fields(string(bytes.Split(data, []byte("\n"))[line-1])), " ")
	if i := strings.LastIndex(name, "] "); i >= 0 {
		name = name[i+2:] // a word of governors.txt, after its class
	}
	if !strings.Contains(have, name) {
		t.Errorf("%s: %s is %q, not %q", at, where, have, name)
	}
}

// TestExplanation reads one explanation as a person does.
func TestExplanation(t *testing.T) {
	const text = "Danish Foreign Minister Karen Holm held talks with Lars Ek in Oslo on 6 May 2019 about the ferry strike."
	r := Explain(parser(t).Parse(text), Meta{Path: "ferry.txt"})
	var b strings.Builder
	if err := r.WriteExplanation(&b); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	for _, want := range []string{
		"# ferry.txt: meetings 1, events 0\n\nmeeting m1\n[1] " + text + "\n",
		`Karen Holm  <-  "Karen Holm" [1]; talks ^dobj held /nsubj Holm; patterns.txt:`,
		`Lars Ek  <-  "Lars Ek" [1]; talks /prep with /pobj Ek; patterns.txt:`,
		`Foreign Minister  <-  "Karen Holm" [1]; `,
		`IN_PERSON  <-  "talks" [1]; mode of the word; triggers.txt:`,
		`HELD  <-  "talks" [1]; told as done`,
		`2019-05-06  <-  "6 May 2019" [1]; `,
		`Oslo  <-  "in Oslo" [1]; `,
		`the ferry strike  <-  "about the ferry strike" [1]; `,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
