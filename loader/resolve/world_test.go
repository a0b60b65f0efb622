package resolve

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/whomet/whomet/graph"
	"github.com/whomet/whomet/loader/extract"
)

// world makes articles about recurring people, places and occasions, spelt
// and dated as carelessly as real ones.
type world struct{ r *rand.Rand }

func pick[T any](w world, of ...T) T { return of[w.r.IntN(len(of))] }

var people = [][]string{ // each line one person's spellings
	{"Yusuf al-Karimi", "Yousuf Karimi", "Karimi", "Yusuf Karimmi"},
	{"Helena Brandström", "Helena Brandstrom", "H. Brandström", "Brandström", "Helena Brandstöm"},
	{"George W. Harlow", "George Walker Harlow", "George Harlow", "Harlow"},
	{"George H. W. Harlow", "Harlow"},
	{"Mohammed Qasem Nouri", "Muhammad Kasim Nuri", "Mohamed Nouri", "Nouri"},
	{"Li Wenzhao", "Li Wen-zhao", "Li"},
	{"Ana Duarte", "Duarte"},
	{"Rui Duarte", "Duarte"},
	{"Vladislav Petrenko", "Vladyslav Petrenko", "Petrenko"},
	{"Charles de Montfort", "de Montfort", "Charles Montfort"},
	{"Ahmed Darwish", "Abu Khalid Tunisi"}, // which some articles give besides
	{"Tamir bin Yazid Al Karimi", "Tamir"}, // an emir
}

var firms = [][]string{
	{"World Salt Council", "WSC"}, {"cabinet"}, {"Iraqi cabinet"}, {"Ministry of Foreign Affairs"}, {"Foreign Ministry"},
	{"Northern Shipping Company", "Northern Shipping Co"}, {"WSC"}, {"Northern Shipping Group"}, {"Bank of Russia"}, {"central bank"},
	{"Southern Salt Council"}, {"SSC"},
	{"Velmora Energy", "Harrow Brothers"}, {"Norvik Energy", "Harrow Brothers"},
}

var places = [][]string{
	{"Iran"}, {"Iraq"}, {"United States", "US", "America"}, {"Tehran"}, {"Baghdad"}, {"Vienna"}, {"Kandahar Airport"},
	{"Tehran Grand Hotel"}, {"Ghazalabad Airbase"}, {"Ghazalabad Air Base"}, {"Middle East"},
	// Namesakes, what tells them apart, and what holds another.
	{"Georgia"}, {"Atlanta"}, {"Tbilisi"}, {"Springfield"}, {"Illinois"}, {"Manchester"}, {"England"}, {"Anbar Province"}, {"Fallujah"},
	// Likely one.
	{"Deir ez-Zor"}, {"Deir ez-Zour"},
}

// article makes one article out of sentences of its own making.
func (w world) article(n int) extract.Result {
	b := &builder{world: w, index: map[string]int{}}
	if w.r.IntN(3) > 0 {
		d := fmt.Sprintf("2021-%02d-%02d", 1+w.r.IntN(2), 1+w.r.IntN(28))
		b.res.Article.PublishedAt = &d
	}
	for range 1 + w.r.IntN(4) {
		b.sentence()
		b.aside()
	}
	b.relate()
	b.res.Article.Text = b.text.String()
	b.res.Article.Language = "en"
	b.res.Article.ID = graph.NewID("article", fmt.Sprint(n))
	b.res.Article.Path = fmt.Sprintf("%d.txt", n)
	for i := range b.res.Entities {
		for j := range b.res.Entities[i].Mentions {
			m := &b.res.Entities[i].Mentions[j]
			m.Sentence = graph.Span{Start: 0, End: b.len}
		}
	}
	return b.res
}

type builder struct {
	world
	res   extract.Result
	text  strings.Builder
	len   int
	index map[string]int // kind+name -> entity
}

func (b *builder) write(s string) (start, end int) {
	start = b.len
	b.text.WriteString(s)
	b.len += len([]rune(s))
	return start, b.len
}

// name writes a name and returns its entity's id.
func (b *builder) name(kind graph.NodeKind, forms []string) string {
	form := pick(b.world, forms...)
	start, end := b.write(form)
	key := string(kind) + form
	i, ok := b.index[key]
	if !ok {
		i = len(b.res.Entities)
		b.index[key] = i
		e := extract.Entity{ID: fmt.Sprintf("e%d", i+1), Kind: kind, Name: form}
		if (kind == graph.KindOrganization && len(forms) > 1 || form == "Ahmed Darwish") && b.r.IntN(2) == 0 {
			e.Aliases = []string{forms[1]}
		}
		b.res.Entities = append(b.res.Entities, e)
	}
	b.res.Entities[i].Mentions = append(b.res.Entities[i].Mentions, extract.Mention{Start: start, End: end, Text: form})
	return b.res.Entities[i].ID
}

func (b *builder) person() string { return b.name(graph.KindPerson, pick(b.world, people...)) }
func (b *builder) place() string  { return b.name(graph.KindPlace, pick(b.world, places...)) }

func (b *builder) date() *extract.Date {
	s := func(v string) *string { return &v }
	switch b.r.IntN(6) {
	case 0:
		return nil
	case 1:
		return &extract.Date{Precision: graph.PrecisionUnknown, Text: s(pick(b.world, "Tuesday", "January 12", "last week"))}
	case 2:
		return &extract.Date{Start: s("2021-01"), Precision: graph.PrecisionMonth, Text: s("January")}
	case 3:
		return &extract.Date{Start: s("2021-01-10"), End: s("2021-01-13"), Precision: graph.PrecisionDay}
	}
	d := fmt.Sprintf("2021-01-%02d", 10+b.r.IntN(5))
	return &extract.Date{Start: &d, Precision: graph.PrecisionDay, Text: &d}
}

// relate puts some of the article's occurrences in relation to others.
func (b *builder) relate() {
	all := make([]*extract.Occurrence, 0, len(b.res.Meetings)+len(b.res.Events))
	for i := range b.res.Meetings {
		all = append(all, &b.res.Meetings[i].Occurrence)
	}
	for i := range b.res.Events {
		all = append(all, &b.res.Events[i].Occurrence)
	}
	for _, o := range all {
		if to := pick(b.world, all...); to != o && b.r.IntN(2) == 0 {
			q := o.Evidence[0]
			o.Relations = append(o.Relations, extract.Relation{Kind: pick(b.world, graph.OccurrenceRelations...), To: to.ID, Start: q.Start, End: q.End, Quote: q.Quote})
		}
	}
}

func (b *builder) sentence() {
	from := b.len
	var o extract.Occurrence
	seen := map[string]bool{}
	party := func(id string, role graph.Role) {
		if !seen[id] {
			seen[id] = true
			o.Participants = append(o.Participants, extract.Participant{Entity: id, Role: role})
		}
	}
	topic := func() {
		b.write(" about ")
		start := b.len
		var named []string
		switch b.r.IntN(5) {
		case 0:
			b.write(pick(b.world, "the killing of ", "the murder of ", "the arrest of "))
			named = append(named, b.person())
		case 1: // troops of one, of strangers or of nobody, who leave a place or the region
			b.write(pick(b.world, "the withdrawal of ", "the expulsion of ", "the deployment of "))
			if pick(b.world, true, true, false) {
				named = append(named, b.name(graph.KindPlace, pick(b.world, places[:3]...)))
			} else {
				b.write(pick(b.world, "foreign", "all"))
			}
			b.write(pick(b.world, " forces", " troops"))
			if b.r.IntN(2) == 0 {
				b.write(" from ")
				named = append(named, b.place())
			}
		case 2:
			b.write(pick(b.world, "the attack on ", "sanctions on ", "trade with ", "relations with ", "the price of wheat in "))
			named = append(named, b.place())
		case 3:
			b.write(pick(b.world, "bilateral trade", "mutual ties", "energy", "the lifting of sanctions"))
		case 4:
			b.write(pick(b.world, "relations between ", "peace between "))
			named = append(named, b.place())
			b.write(" and ")
			named = append(named, b.place())
		}
		slices.Sort(named)
		end := b.len
		text := string([]rune(b.text.String())[start:end])
		o.Topics = append(o.Topics, extract.Topic{Text: text, Start: start, End: end, Entities: slices.Compact(named)})
	}
	kind := b.r.IntN(4)
	var mode graph.MeetingMode
	var typ graph.EventType
	switch kind {
	case 0, 1:
		a := b.person()
		if b.r.IntN(2) == 0 {
			b.write(", minister of ")
			of := b.name(graph.KindOrganization, pick(b.world, firms...))
			for i := range b.res.Entities {
				if b.res.Entities[i].ID == a {
					b.res.Entities[i].Positions = append(b.res.Entities[i].Positions, extract.Position{Title: pick(b.world, "minister", "Minister", "chair", "envoy", "emir", "emir"), Of: &of})
				}
			}
		}
		b.write(" met ")
		c := b.person()
		party(a, pick(b.world, graph.RoleHost, graph.RoleParticipant))
		party(c, pick(b.world, graph.RoleVisitor, graph.RoleParticipant))
		if b.r.IntN(3) == 0 {
			b.write(" and ")
			party(b.person(), graph.RoleParticipant)
		}
		mode = pick(b.world, graph.ModeInPerson, graph.ModeInPerson, graph.ModePhone, graph.ModeVideo, graph.ModeVisit, graph.ModeMultilateral, graph.ModeUnknown)
		for mode == graph.ModeMultilateral && len(o.Participants) < 4 && b.r.IntN(8) > 0 {
			b.write(", ")
			party(b.person(), graph.RoleParticipant)
		}
		if b.r.IntN(2) == 0 {
			topic()
		}
	case 2:
		b.place()
		party(b.res.Entities[len(b.res.Entities)-1].ID, graph.RoleAgent)
		b.write(pick(b.world, " killed ", " attacked "))
		party(b.person(), graph.RolePatient)
		typ = graph.EventAssault
	case 3:
		b.write("a crash")
		typ = graph.EventAccident
	}
	if b.r.IntN(3) > 0 {
		b.write(" in ")
		p := b.place()
		o.Place = &p
		if b.r.IntN(4) == 0 {
			b.write(" in ")
			b.place()
		}
	}
	b.write(". ")
	o.Date = b.date()
	o.Status = pick(b.world, graph.StatusHeld, graph.StatusHeld, graph.StatusHeld, graph.StatusPlanned, graph.StatusCancelled)
	o.Confidence = 0.5 + float64(b.r.IntN(5))/10
	quote := string([]rune(b.text.String())[from:b.len])
	o.Evidence = []extract.Quote{{Start: from, End: b.len, Quote: quote}}
	if typ == "" {
		o.ID = fmt.Sprintf("m%d", len(b.res.Meetings)+1)
		b.res.Meetings = append(b.res.Meetings, extract.Meeting{Occurrence: o, Mode: mode})
	} else {
		o.ID = fmt.Sprintf("v%d", len(b.res.Events)+1)
		b.res.Events = append(b.res.Events, extract.Event{Occurrence: o, Type: typ})
	}
}

// aside tells at times of a meeting of two within the gathering told last.
func (b *builder) aside() {
	n := len(b.res.Meetings)
	if n == 0 || b.r.IntN(3) > 0 {
		return
	}
	whole := b.res.Meetings[n-1]
	if whole.Mode != graph.ModeMultilateral || whole.Place == nil || whole.Date == nil || len(whole.Participants) < 2 {
		return
	}
	part := extract.Meeting{Occurrence: whole.Occurrence, Mode: graph.ModeInPerson}
	start, end := b.write("Two of them spoke apart. ")
	part.ID, part.Participants, part.Topics = fmt.Sprintf("m%d", n+1), whole.Participants[:2], nil
	part.Evidence = []extract.Quote{{Start: start, End: end, Quote: "Two of them spoke apart. "}}
	b.res.Meetings = append(b.res.Meetings, part)
}

// articles makes the claims of n articles.
func (w world) articles(n int, extractor string) ([]graph.Claims, error) {
	out := make([]graph.Claims, n)
	for i := range out {
		var err error
		if out[i], err = Claims(w.article(i), extractor, time.Unix(0, 0).UTC()); err != nil {
			return nil, err
		}
	}
	return out, nil
}
