package graphtest

import (
	"sync"
	"time"

	"github.com/whomet/whomet/graph"
)

// A SampleGraph is a [Graph] of which the parts are called by name.
//
// Two states share a strait and quarrel about fish. What happened:
//
//	occurrence  when                what                 who                                                              where         about
//	----------  ------------------  -------------------  ---------------------------------------------------------------  ------------  ------------------
//	summit      2019-03-04          held, in person      ada (host), bruno (visitor)                                      castle        fishing
//	call        2019-05             held, phone          ada, clara for league                                            -             fishing, prisoners
//	visit       2019-06-10 to 12    planned, visit       bruno (host), ada (visitor)                                      vesper        -
//	conference  2018                held, multilateral   ada for norland, bruno for sudmark, clara (chair), elise, league  aldermoor     tariffs, fishing
//	dinner      "last week"         held, unknown mode   clara, dario                                                     -             -
//	video       2019-07-01          cancelled, video     bruno, dario                                                     -             tariffs
//	strike      2019-02-20          held, an assault     front (agent), vesper (patient)                                  vesper        -
//	statement   2019-05-02          held, a statement    elise (agent)                                                    -             prisoners
//
// The visit comes after the summit, and the statement in response to the
// strike, as articles say; the dinner was part of the conference, as nobody
// says in so many words.
//
// Places lie within places, people hold offices, and a topic speaks of an
// event:
//
//	norland                 sudmark                 ada    -- Foreign Minister, Minister for Fisheries --> norland
//	   ^                       ^                    ada    -- Chair of the Strait Council --> league
//	aldermoor               vesper <-- fishing      bruno  -- Prime Minister --> sudmark
//	   ^                    strike <-- fishing      greta  -- Deputy Foreign Minister --> norland
//	castle                                          farid  -- Special Envoy --> (nobody)
//
// Six articles tell of it; a6 has no date:
//
//	article  published   source             reports                  names
//	-------  ----------  -----------------  -----------------------  ---------------------------------------------
//	a1       2019-03-05  The Strait Post    summit                   ada bruno castle aldermoor norland sudmark
//	a2       2019-05-03  Norland Radio      call, statement          ada clara elise league
//	a3       2019-05-20  The Strait Post    visit, summit, strike    ada bruno vesper front
//	a4       2018        L'Écho de Sudmark  conference               ada bruno clara elise league norland sudmark
//	a5       2019-07-02  Norland Radio      dinner, video, call      clara dario bruno
//	a6       -           ""                 -                        farid greta norland henrik
//
// ada, summit, fishing, norland and league are each known under two units. Of
// who is who, and of what happened once, it was said:
//
//	judgement  on             verdict    by             at
//	---------  -------------  ---------  -------------  ----------------
//	j1         ada, greta     UNDECIDED  librarian      2024-03-01 09:30
//	j2         ada, greta     DIFFERENT  librarian      2024-03-02 09:30
//	j3         ada, nobody    SAME       archivist      2024-03-03 09:30
//	j4         bruno, dario   UNDECIDED  whomet/rules   2024-03-04 09:30
//	j5         front, league  UNDECIDED  whomet/rules   2024-03-01 09:30
//	j6         henrik         CALLED     archivist      2024-03-05 09:30
//	j7         ada, elise     UNDECIDED  whomet/rules   2024-03-06 09:30
//	j8         call, video    DIFFERENT  librarian      2024-03-07 09:30
type SampleGraph struct {
	Graph
	b *builder
}

// ID returns the id of the node, or the article, of that name.
func (s SampleGraph) ID(name string) graph.ID { return s.b.id(name) }

// IDs returns the ids of the nodes of those names.
func (s SampleGraph) IDs(names ...string) []graph.ID { return s.b.ids(names...) }

// UnitID returns the id of a unit of the node that is not the node's own id,
// or "" if it has but one unit.
func (s SampleGraph) UnitID(name string) graph.ID {
	for _, u := range s.b.units[name] {
		if id := unitID(name, u); id != s.b.id(name) {
			return id
		}
	}
	return ""
}

// MentionID returns the id of the article's mention of the entity.
func (s SampleGraph) MentionID(article, entity string) graph.ID { return mentionID(article, entity) }

// Name returns the name that the sample calls a node or article by.
func (s SampleGraph) Name(id graph.ID) string { return sampleNames()[id] }

var sampleNames = sync.OnceValue(func() map[graph.ID]string {
	names := map[graph.ID]string{"": "-"}
	b := Sample().b
	for n := range b.units {
		names[b.id(n)] = n
	}
	for n := range b.articles {
		names[b.id(n)] = n
	}
	for n := range b.judgements {
		names[b.id(n)] = n
	}
	return names
})

// Sample returns the graph that most of the suite asks about, made anew at
// each call.
func Sample() SampleGraph {
	b := newBuilder()
	sampleNodes(b)
	sampleArticles(b)
	sampleMentions(b)
	sampleReports(b)
	sampleEntities(b)
	sampleOccurrences(b)
	sampleJudgements(b)
	return SampleGraph{Graph: b.graph(), b: b}
}

func sampleNodes(b *builder) {
	b.node(graph.KindPerson, "ada", "ada lindqvist", "minister lindqvist")
	b.node(graph.KindPerson, "bruno", "bruno castellan")
	b.node(graph.KindPerson, "clara", "clara okafor")
	b.node(graph.KindPerson, "dario", "dario vey")
	b.node(graph.KindPerson, "elise", "elise angstrom")
	b.node(graph.KindPerson, "farid", "farid al najar")
	b.node(graph.KindPerson, "greta", "greta lindqvist")
	b.node(graph.KindPerson, "henrik", "henrik o'hara")
	b.node(graph.KindOrganization, "league", "concord league", "league")
	b.node(graph.KindOrganization, "front", "harbour front")
	b.node(graph.KindPlace, "norland", "norland", "kingdom of norland")
	b.node(graph.KindPlace, "aldermoor", "aldermoor")
	b.node(graph.KindPlace, "castle", "castle hill")
	b.node(graph.KindPlace, "sudmark", "sudmark")
	b.node(graph.KindPlace, "vesper", "port vesper")
	for _, m := range []string{"call", "visit", "conference", "dinner", "video"} {
		b.node(graph.KindMeeting, m, m)
	}
	b.node(graph.KindMeeting, "summit", "summit in a1", "summit in a3")
	b.node(graph.KindEvent, "strike", "strike")
	b.node(graph.KindEvent, "statement", "statement")
	b.node(graph.KindTopic, "fishing", "fishing rights in the strait", "who may fish where")
	b.node(graph.KindTopic, "prisoners", "an exchange of prisoners")
	b.node(graph.KindTopic, "tariffs", "harbour tariffs")
}

func sampleArticles(b *builder) {
	b.article("a1", "The Strait Post", "2019-03-05", `Lindqvist receives Castellan
CASTLE HILL, Aldermoor. Foreign Minister Ada Lindqvist of Norland received Prime Minister Bruno Castellan of Sudmark on Monday. Lindqvist and Castellan spoke about fishing rights in the strait. Nothing was signed.`)
	b.article("a2", "Norland Radio", "2019-05-03", `A call and a plea
Ada Lindqvist and Clara Okafor of the Concord League spoke by telephone about fishing rights in the strait and an exchange of prisoners. Élise Ångström called on Thursday for an exchange of prisoners. "Both sides must move", the League said.`)
	b.article("a3", "The Strait Post", "2019-05-20", `Castellan invites
Prime Minister Castellan will host Lindqvist in Port Vesper from 10 to 12 June. In March Lindqvist and Castellan had met to settle who may fish where. The Harbour Front had shelled Port Vesper in February.`)
	b.article("a4", "L'Écho de Sudmark", "2018", `Tariffs talks in Aldermoor
Clara Okafor of the Concord League chaired a conference on harbour tariffs between Norland and Sudmark. Ada Lindqvist, Bruno Castellan and Élise Ångström took part. They touched on fishing rights in the strait as well.`)
	b.article("a5", "Norland Radio", "2019-07-02", `No video after all 😀
Clara Okafor dined with Dario Vey last week. Bruno Castellan called off a video conference with Dario Vey on harbour tariffs. Okafor recalled her call with Lindqvist about an exchange of prisoners.`)
	b.article("a6", "", "", `Names to note
Farid al-Najar, a special envoy, wrote to Greta Lindqvist, deputy foreign minister of Norland. Henrik O'Hara "the Quill" wrote back; AND NOT one reply came.`)
}

func sampleMentions(b *builder) {
	b.mention("a1", "ada", "ada lindqvist", "Ada Lindqvist", "Lindqvist")
	b.mention("a1", "bruno", "bruno castellan", "Bruno Castellan", "Castellan")
	b.mention("a1", "castle", "castle hill", "CASTLE HILL")
	b.mention("a1", "aldermoor", "aldermoor", "Aldermoor")
	b.mention("a1", "norland", "norland", "Norland")
	b.mention("a1", "sudmark", "sudmark", "Sudmark")
	b.mention("a2", "ada", "ada lindqvist", "Ada Lindqvist")
	b.mention("a2", "clara", "clara okafor", "Clara Okafor")
	b.mention("a2", "elise", "elise angstrom", "Élise Ångström")
	b.mention("a2", "league", "concord league", "Concord League", "League")
	b.mention("a3", "ada", "minister lindqvist", "Lindqvist")
	b.mention("a3", "bruno", "bruno castellan", "Castellan")
	b.mention("a3", "vesper", "port vesper", "Port Vesper")
	b.mention("a3", "front", "harbour front", "Harbour Front")
	b.mention("a4", "ada", "ada lindqvist", "Ada Lindqvist")
	b.mention("a4", "bruno", "bruno castellan", "Bruno Castellan")
	b.mention("a4", "clara", "clara okafor", "Clara Okafor")
	b.mention("a4", "elise", "elise angstrom", "Élise Ångström")
	b.mention("a4", "league", "league", "Concord League")
	b.mention("a4", "norland", "kingdom of norland", "Norland")
	b.mention("a4", "sudmark", "sudmark", "Sudmark")
	b.mention("a5", "clara", "clara okafor", "Clara Okafor", "Okafor")
	b.mention("a5", "dario", "dario vey", "Dario Vey")
	b.mention("a5", "bruno", "bruno castellan", "Bruno Castellan")
	b.mention("a6", "farid", "farid al najar", "Farid al-Najar")
	b.mention("a6", "greta", "greta lindqvist", "Greta Lindqvist")
	b.mention("a6", "norland", "norland", "Norland")
	b.mention("a6", "henrik", "henrik o'hara", "Henrik O'Hara")
	a6 := b.articles["a6"]
	a6.Mentions[0].Positions = []graph.PositionClaim{{Title: "special envoy"}}
	a6.Mentions[1].Positions = []graph.PositionClaim{{Title: "deputy foreign minister", Of: mentionID("a6", "norland"), OfText: "Norland"}}
}

func sampleReports(b *builder) {
	const strait, exchange, tariffs = "fishing rights in the strait", "an exchange of prisoners", "harbour tariffs"
	b.report("a1", "summit", "summit in a1", map[string]string{strait: "fishing"},
		"Lindqvist and Castellan spoke about fishing rights in the strait.",
		"Foreign Minister Ada Lindqvist of Norland received Prime Minister Bruno Castellan of Sudmark on Monday.")
	b.report("a2", "call", "call", map[string]string{strait: "fishing", exchange: "prisoners"},
		"Ada Lindqvist and Clara Okafor of the Concord League spoke by telephone about fishing rights in the strait and an exchange of prisoners.")
	b.report("a2", "statement", "statement", map[string]string{exchange: "prisoners"},
		"Élise Ångström called on Thursday for an exchange of prisoners.")
	b.report("a3", "visit", "visit", nil, "Prime Minister Castellan will host Lindqvist in Port Vesper from 10 to 12 June.")
	b.report("a3", "summit", "summit in a3", map[string]string{"who may fish where": "fishing"},
		"In March Lindqvist and Castellan had met to settle who may fish where.")
	b.report("a3", "strike", "strike", nil, "The Harbour Front had shelled Port Vesper in February.")
	b.report("a4", "conference", "conference", map[string]string{tariffs: "tariffs", strait: "fishing"},
		"Clara Okafor of the Concord League chaired a conference on harbour tariffs between Norland and Sudmark.")
	b.report("a5", "dinner", "dinner", nil, "Clara Okafor dined with Dario Vey last week.")
	b.report("a5", "video", "video", map[string]string{tariffs: "tariffs"},
		"Bruno Castellan called off a video conference with Dario Vey on harbour tariffs.")
	b.report("a5", "call", "call", map[string]string{exchange: "prisoners"},
		"Okafor recalled her call with Lindqvist about an exchange of prisoners.")

	// One report in full, as an extractor gives it.
	summit := &b.articles["a1"].Reports[0]
	summit.Mode = graph.ModeInPerson
	summit.Date = &graph.DateSpan{Start: "2019-03-04", Precision: graph.PrecisionDay, Text: "Monday"}
	summit.Participants = []graph.ParticipantClaim{
		{Mention: mentionID("a1", "ada"), Role: graph.RoleHost, Title: "Foreign Minister", OnBehalfOf: mentionID("a1", "norland")},
		{Mention: mentionID("a1", "bruno"), Role: graph.RoleVisitor, Title: "Prime Minister", OnBehalfOf: mentionID("a1", "sudmark")},
	}
	summit.Place = mentionID("a1", "castle")
	summit.Topics[0].Mentions = []graph.ID{mentionID("a1", "sudmark")}
	summit.Confidence = 0.30000000000000004 // all 17 digits come back
}

func sampleEntities(b *builder) {
	at := func(f float64) *float64 { return &f }
	b.entity("ada", graph.Entity{Name: "Ada Lindqvist", Aliases: []string{"Lindqvist"}, Positions: []graph.Position{
		{Title: "Chair of the Strait Council", Of: b.id("league"), FirstSeen: "2018", LastSeen: "2019-05-03"},
		{Title: "Foreign Minister", Of: b.id("norland"), FirstSeen: "2019-03-05", LastSeen: "2019-03-05", Mentions: []graph.ID{mentionID("a1", "ada")}},
		{Title: "Minister for Fisheries", Of: b.id("norland"), FirstSeen: "2018", LastSeen: "2018", Mentions: []graph.ID{mentionID("a4", "ada"), mentionID("a2", "ada")}},
	}})
	b.entity("bruno", graph.Entity{Name: "Bruno Castellan", Aliases: []string{"Castellan", "B. Castellan"}, Positions: []graph.Position{
		{Title: "Prime Minister", Of: b.id("sudmark"), FirstSeen: "2019-03-05", LastSeen: "2019-05-20", Mentions: []graph.ID{mentionID("a1", "bruno")}},
	}})
	b.entity("clara", graph.Entity{Name: "Clara Okafor", Aliases: []string{"Okafor"}})
	b.entity("dario", graph.Entity{Name: "Dario Vey"})
	b.entity("elise", graph.Entity{Name: "Élise Ångström", Aliases: []string{"Elise Angstroem"}})
	b.entity("farid", graph.Entity{Name: "Farid al-Najar", Positions: []graph.Position{
		{Title: "Special Envoy", Mentions: []graph.ID{mentionID("a6", "farid")}},
	}})
	b.entity("greta", graph.Entity{Name: "Greta Lindqvist", Positions: []graph.Position{
		{Title: "Deputy Foreign Minister", Of: b.id("norland"), Mentions: []graph.ID{mentionID("a6", "greta")}},
	}})
	b.entity("henrik", graph.Entity{Name: "Henrik O'Hara", Aliases: []string{`"the Quill"`}})
	b.entity("league", graph.Entity{Name: "Concord League", Aliases: []string{"League"}})
	b.entity("front", graph.Entity{Name: "Harbour Front"})
	b.entity("norland", graph.Entity{Name: "Norland", Aliases: []string{"Kingdom of Norland"}, CountryCode: "NL"})
	b.entity("aldermoor", graph.Entity{Name: "Aldermoor", CountryCode: "NL", Within: b.id("norland"), Latitude: at(59.123456789012345), Longitude: at(-0.1)})
	b.entity("castle", graph.Entity{Name: "Castle Hill", CountryCode: "NL", Within: b.id("aldermoor"), Latitude: at(0), Longitude: at(0)})
	b.entity("sudmark", graph.Entity{Name: "Sudmark", CountryCode: "SM"})
	b.entity("vesper", graph.Entity{Name: "Port Vesper", CountryCode: "SM", Within: b.id("sudmark")})
}

func sampleOccurrences(b *builder) {
	day := func(d graph.PartialDate, words string) *graph.DateSpan {
		return &graph.DateSpan{Start: d, Precision: graph.PrecisionDay, Text: words}
	}
	part := func(e string, r graph.Role, title, behalf string) graph.Participation {
		return graph.Participation{Entity: b.id(e), Role: r, Title: title, OnBehalfOf: b.id(behalf)}
	}
	b.occurrence("summit", graph.Occurrence{
		Summary: "Lindqvist receives Castellan", Status: graph.StatusHeld, Mode: graph.ModeInPerson,
		Date: day("2019-03-04", "Monday"), Place: b.id("castle"), Topics: b.ids("fishing"), Confidence: 0.95,
		Participants: []graph.Participation{
			part("ada", graph.RoleHost, "Foreign Minister", "norland"),
			part("bruno", graph.RoleVisitor, "Prime Minister", "sudmark"),
		},
		Disagreements: []graph.Disagreement{{Field: graph.DisagreePlace, Versions: []graph.Version{
			{Place: b.id("castle"), Reports: 1, Evidence: []graph.Citation{b.citation("a1", "CASTLE HILL")}},
			{Place: b.id("vesper"), Reports: 1, Evidence: []graph.Citation{b.citation("a3", "Port Vesper")}},
		}}, {Field: graph.DisagreeParticipants, Versions: []graph.Version{{Value: "2", Reports: 1}, {Value: "3", Reports: 1}}}}})
	b.occurrence("call", graph.Occurrence{
		Summary: "Lindqvist and Okafor telephone", Status: graph.StatusHeld, Mode: graph.ModePhone,
		Date:   &graph.DateSpan{Start: "2019-05", Precision: graph.PrecisionMonth},
		Topics: b.ids("prisoners", "fishing"), Confidence: 0.9,
		Participants: []graph.Participation{
			part("ada", graph.RoleParticipant, "", ""),
			part("clara", graph.RoleParticipant, "", "league"),
		}})
	b.occurrence("visit", graph.Occurrence{
		Summary: "Lindqvist to visit Port Vesper", Status: graph.StatusPlanned, Mode: graph.ModeVisit,
		Date:  &graph.DateSpan{Start: "2019-06-10", End: "2019-06-12", Precision: graph.PrecisionDay, Text: "from 10 to 12 June"},
		Place: b.id("vesper"), Confidence: 0.8,
		Participants: []graph.Participation{
			part("bruno", graph.RoleHost, "Prime Minister", ""),
			part("ada", graph.RoleVisitor, "", ""),
		},
		Relations: []graph.Relation{b.relation(graph.RelAfter, "summit", "a3", "In March Lindqvist and Castellan had met")}})
	b.occurrence("conference", graph.Occurrence{
		Summary: "Conference on tariffs", Status: graph.StatusHeld, Mode: graph.ModeMultilateral,
		Date:  &graph.DateSpan{Start: "2018", Precision: graph.PrecisionYear},
		Place: b.id("aldermoor"), Topics: b.ids("tariffs", "fishing"), Confidence: 0.9,
		Participants: []graph.Participation{
			part("ada", graph.RoleParticipant, "", "norland"),
			part("bruno", graph.RoleParticipant, "", "sudmark"),
			part("clara", graph.RoleChair, "", ""),
			part("elise", graph.RoleParticipant, "", ""),
			part("league", graph.RoleOrganizer, "", ""),
		}})
	b.occurrence("dinner", graph.Occurrence{
		Summary: "Okafor dines with Vey", Status: graph.StatusHeld, Mode: graph.ModeUnknown,
		Date: &graph.DateSpan{Precision: graph.PrecisionUnknown, Text: "last week"}, Confidence: 0.5,
		Participants: []graph.Participation{
			part("clara", graph.RoleParticipant, "", ""),
			part("dario", graph.RoleParticipant, "", ""),
		},
		Relations: []graph.Relation{{Kind: graph.RelPartOf, To: b.id("conference")}}})
	b.occurrence("video", graph.Occurrence{
		Summary: "Castellan calls off Vey", Status: graph.StatusCancelled, Mode: graph.ModeVideo,
		Date: day("2019-07-01", ""), Topics: b.ids("tariffs"), Confidence: 0.5,
		Participants: []graph.Participation{
			part("bruno", graph.RoleParticipant, "", ""),
			part("dario", graph.RoleParticipant, "", ""),
		}})
	b.occurrence("strike", graph.Occurrence{
		Summary: "Harbour Front shells Port Vesper", Status: graph.StatusHeld, Type: graph.EventAssault,
		Date: day("2019-02-20", "in February"), Place: b.id("vesper"), Confidence: 0.7,
		Participants: []graph.Participation{
			part("front", graph.RoleAgent, "", ""),
			part("vesper", graph.RolePatient, "", ""),
		}})
	b.occurrence("statement", graph.Occurrence{
		Summary: "Ångström asks for an exchange", Status: graph.StatusHeld, Type: graph.EventStatement,
		Date: day("2019-05-02", "Thursday"), Topics: b.ids("prisoners"), Confidence: 0.7,
		Participants: []graph.Participation{
			part("elise", graph.RoleAgent, "", ""),
		},
		Relations: []graph.Relation{b.relation(graph.RelInResponseTo, "strike", "a2", "called on Thursday")}})

	b.topic("fishing", graph.Topic{Name: "fishing rights in the strait",
		Wordings: []string{"fishing rights in the strait", "who may fish where"}, Concerns: b.ids("vesper", "strike")})
	b.topic("prisoners", graph.Topic{Name: "an exchange of prisoners", Wordings: []string{"an exchange of prisoners"}})
	b.topic("tariffs", graph.Topic{Name: "harbour tariffs", Wordings: []string{"harbour tariffs"}, Concerns: b.ids("front")})
}

func sampleJudgements(b *builder) {
	at := func(day int) time.Time { return time.Date(2024, 3, day, 9, 30, 0, 250_000_000, time.UTC) }
	b.judgement("j1", "ada", "greta", graph.Judgement{Verdict: graph.VerdictUndecided, Score: 0.5, By: "librarian", At: at(1)})
	b.judgement("j2", "ada", "greta", graph.Judgement{Verdict: graph.VerdictDifferent, Reason: `two ministers, "one" name`, By: "librarian", At: at(2)})
	b.judgement("j3", "ada", "nobody", graph.Judgement{Verdict: graph.VerdictSame, Score: 1, By: "archivist", At: at(3)})
	b.judgement("j4", "bruno", "dario", graph.Judgement{Verdict: graph.VerdictUndecided, Score: 0.625, Reason: "both may be short for one", By: graph.ByRules, At: at(4)})
	b.judgement("j5", "front", "league", graph.Judgement{Verdict: graph.VerdictUndecided, Score: 0.75, By: graph.ByRules, At: at(1)})
	b.judgement("j6", "henrik", "", graph.Judgement{Verdict: graph.VerdictCalled, Name: "Henrik O'Hara", Score: 1, By: "archivist", At: at(5)})
	b.judgement("j7", "ada", "elise", graph.Judgement{Verdict: graph.VerdictUndecided, Score: 0.625, By: graph.ByRules, At: at(6)})
	b.judgement("j8", "call", "video", graph.Judgement{Of: graph.KindMeeting, Verdict: graph.VerdictDifferent, Reason: "two talks", By: "librarian", At: at(7)})
}
