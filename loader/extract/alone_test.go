package extract

import (
	"slices"
	"testing"
)

// Names of one word that nothing but what stands around them tells to be whose.
func TestNamesAlone(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"what only people do", "Brezko resigned after a night of talks.", "PER Brezko"},
		{"what only people undergo", "Tolvaj was jailed for nine years.", "PER Tolvaj"},
		{"the oath of an office", "Varmak was sworn in at noon.", "PER Varmak"},
		{"what only people have", "Sobrak's widow kept the letters.", "PER Sobrak"},
		{"who flies somewhere", "Zelmar flew to Peru with two aides.", "PER Zelmar"},
		{"whose what he has is", "Tolmari packed his bags in silence.", "PER Tolmari"},
		{"ends as surnames do", "Hralenko mended the roof.", "PER Hralenko"},
		{"a known leader", "Gorbachev drew the crowds.", "PER Gorbachev"},
		{"a leader who goes by one name", "Sukarno handed power to the army.", "PER Sukarno"},
		{"in a list of people", "Anna Dayan, Peter Weizman and Vance drafted the letters.", "PER Vance"},
		{"an occupation before it", "The French defender Marvux refused a place on the bench.", "PER Marvux"},
		{"an occupation behind it", "Zarvik, now a senator, filed the papers.", "PER Zarvik"},
		{"a rank before it", "General Brosnik told Congress that the valley was quiet.", "PER Brosnik"},
		{"a surname that is an office's abbreviation", "Prime Minister Bunar Sen opened the bridge.", "PER Bunar Sen"},
		{"a city that the tagger takes for a plural", "Madras was under water.", "PLA Madras"},
		{"a noted city that the model misses", "Constantinople fell after seven weeks.", "PLA Constantinople"},
		{"a city in several words", "Newcastle upon Tyne closed its last pit shaft.", "PLA Newcastle upon Tyne"},
		{"a peak, as the text tells", "Kanbolu, the region's highest peak, was shut to climbers.", "PLA Kanbolu"},
		{"a firm, whatever town is called so", "Santos, the Australian gas firm, was fined.", "ORG Santos"},
		{"a team with an article", "The Northern Rovers beat Texas in the final.", "ORG Northern Rovers"},
		{"a body of a faith", "Egypt's Islamic Jihad killed a judge.", "ORG Islamic Jihad"},
		{"letters that act", "In Ghana the NKZ gave up power.", "ORG NKZ"},
		{"letters with an owner", "Rwanda's FAR fled over the border.", "ORG FAR"},
		{"a club by its mark before the town", "FC Barcelona said it had found a sponsor.", "ORG FC Barcelona"},
		{"a club by its mark behind the name", "Halvard F.C. gave him a year more.", "ORG Halvard F.C."},
		{"who owns a person is a body", "Citi's Jane Fraser dined with friends.", "ORG Citi"},
		{"what has offices", "Prosecutors raided the offices of Glencore in Baar.", "ORG Glencore"},
		{"joined with a body", "The firm will build a plant in Kumamoto with Sony Group and Denso.", "ORG Denso"},
		{"a town's team", "The Ottawa Kestrels traded a guard to the Miami Dolphins.", "ORG Miami Dolphins"},
		{"a town's team in two names", "The Pittsburgh Steelers beat the Dallas Cowboys 21-17 in the final.", "ORG Dallas Cowboys"},
		{"a party for which one speaks", "Rainer Barzel spoke for the Social Democrats.", "ORG Social Democrats"},
		{"a particle that the tagger takes for a noun", "Prime Minister Joop den Uyl was present.", "PER Joop den Uyl"},
		{"a city of five tokens", "The minister had fled to Rostov-on-Don.", "PLA Rostov-on-Don"},
		{"a region in the land named behind it", "Fishermen from Galicia, in Spain's northwest, blocked the port.", "PLA Galicia"},
		{"a particle and a word", "Le Dref was expelled from the party he had founded.", "PER Le Dref"},
		{"who plays against a person", "Belvedic lost to Rafael Nadal in the final.", "PER Belvedic"},
		{"somebody's kin", "Maria Quist's brother Tolvan met lawyers in Lima.", "PER Tolvan"},
		{"a yard", "He spoke to workers at the Lenin Shipyard.", "PLA Lenin Shipyard"},
		{"a place before an article is no part of the name", "In Lisbon the Socialist Party named a banker.", "ORG Socialist Party"},
	} {
		if got := readText(t, c.text).named(); !slices.Contains(got, c.want) {
			t.Errorf("%s: %q names %q, want %s", c.rule, c.text, got, c.want)
		}
	}
}

// What stands likewise and is no one.
func TestNoNamesAlone(t *testing.T) {
	for _, c := range []struct{ why, text, not string }{
		{"a word of the language", "Democracy must not be given up, for a democrat can see its worth and she will fight for it.", "PER Democracy"},
		{"a firm whose name a rank's is", "General Motors told its workers that the plant would shut.", "PER Motors"},
		{"initials", "The paper by AS Moreau in 1989 was read by all.", "ORG AS Moreau"},
		{"what prices do", "Zolvenko fell by four per cent in Frankfurt.", "PER Zolvenko"},
	} {
		if got := readText(t, c.text).named(); slices.Contains(got, c.not) {
			t.Errorf("%s: %q names %q", c.why, c.text, got)
		}
	}
}
