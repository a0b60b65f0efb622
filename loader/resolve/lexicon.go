package resolve

import (
	"github.com/whomet/whomet/graph"
)

// stems returns the stems of the words.
func stems(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range roots(words) {
		m[w] = true
	}
	return m
}

// Words that tell that someone was killed.
var killing = set(`assassinate assassinated assassinating assassination assassinations kill killed killing killings murder murdered murdering martyr martyred martyrdom
	slay slain slaying execute executed execution beheaded fatal deadly death deaths dead`)

// Words by which a topic speaks of an event of the type; for killings,
// [killing] and these.
var loss = set("loss lost crime case")

var speakingOf = map[graph.EventType]map[string]bool{
	graph.EventAssault: set(`attack attacks attacked attacking strike strikes striking raid raids bombing bombings bomb bombardment shelling missile missiles airstrike airstrikes
		invasion assault offensive retaliation retaliatory shooting hit`),
	graph.EventAccident:    set("crash crashes crashed accident accidents downing disaster collision tragedy explosion explosions wreck sinking derailment fire loss plane planes aircraft airliners jetliner airliner"),
	graph.EventAgree:       set("agreement agreements deal accord accords treaty pact signing"),
	graph.EventSanction:    set("sanction sanctions embargo"),
	graph.EventElection:    set("election elections vote referendum poll"),
	graph.EventProtest:     set("protest protests demonstration demonstrations riot riots strike unrest"),
	graph.EventAppointment: set("appointment nomination inauguration"),
	graph.EventTravel:      set("visit trip tour travel journey"),
	graph.EventMobilize:    set("deployment mobilization buildup manoeuvres maneuvers exercise exercises"),
	graph.EventRetreat:     set("withdrawal pullout retreat ceasefire"),
	graph.EventAid:         set("aid assistance relief"),
	graph.EventCoerce:      set("arrest arrests seizure detention capture siege blockade kidnapping abduction"),
	graph.EventThreaten:    set("threat threats ultimatum"),
	graph.EventConcede:     set("admission apology concession"),
}

// Words that a topic's wording may have or lack.
var idle = stems(`a an the of to in on at for by with from and or but that this these those it its his her their our your my as is are was were be been being has have had will would
	should could can may might must shall not no nor so than then there here which who whom whose what when where why how all any both each more most other some such only own same
	too very just about over between into during through after before above below up down out off under again further once also among amid against toward towards regarding
	concerning because although though whether while whereas if unless until without instead despite besides beyond behind beneath near off around along via per
	upon within throughout however therefore thus hence yet still ever never always often also even rather quite much many every either neither another other others away
	back together else instead whatever whichever everyone someone anyone nobody somebody anybody everything something nothing anything longer
	including general lieutenant lt president minister prime mr mrs ms dr he she they them him us we i you said say`)

func hasAny(words []string, in map[string]bool) bool {
	for _, w := range words {
		if in[w] {
			return true
		}
	}
	return false
}
