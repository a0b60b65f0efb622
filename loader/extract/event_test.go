package extract

import (
	"strings"
	"testing"
)

// happened reads a text and describes its events, one a line.
func happened(t *testing.T, text string) []string {
	t.Helper()
	d := &document{Doc: parser(t).Parse(text)}
	d.readEntities()
	n := d.narrate()
	var out []string
	for _, o := range n.findEvents(n.mergeMeetings(n.findMeetings())) {
		out = append(out, string(o.kind)+" "+n.describe(o))
	}
	return out
}

func TestEvents(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a killing, as a noun", "The Syrian murder of General Omar Haddad in Basra shocked his friends.",
			[]string{"ASSAULT Syria:AGENT Omar_Haddad:PATIENT @Basra"}},
		{"one killing told twice", "General Omar Haddad was killed in Basra on Monday. The killing of General Haddad shocked his friends.",
			[]string{`ASSAULT Omar_Haddad:PATIENT @Basra "Monday"`}},
		{"an attack on what is of a state", "Libya ordered a rocket attack on a French base in Chad.",
			[]string{"ASSAULT Libya:AGENT France:PATIENT @Chad"}},
		{"a journey", "Prime Minister Anthony Eden travelled to Cairo on Tuesday.",
			[]string{`TRAVEL Anthony_Eden:AGENT @Cairo "Tuesday"`}},
		{"said to a newspaper", "Foreign Minister Maurice Schumann told the newspaper Le Monde that France would wait.",
			[]string{"STATEMENT Maurice_Schumann:AGENT"}},
		{"said by an under secretary", "\"Wages will rise,\" said Treasury Under Secretary Maurice Schumann.",
			[]string{"STATEMENT Maurice_Schumann:AGENT"}},
		{"an accusation", "Egypt accused Israel of breaking the truce.",
			[]string{"ACCUSE Egypt:AGENT Israel:PATIENT"}},
		{"people killed at a place, nobody named", "The blast killed five people in Basra on Monday.", []string{`ASSAULT @Basra "Monday"`}},
		{"nobody named, nowhere", "The blast killed five people.", nil},
		{"sanctions, on whom", "Egypt imposed sanctions on Libya.", []string{"SANCTION Egypt:AGENT Libya:PATIENT"}},
		{"assets frozen", "Egypt froze the assets of Omar Haddad.", []string{"SANCTION Egypt:AGENT Omar_Haddad:PATIENT"}},
		{"a plan frozen is none", "Egypt froze the plan of Omar Haddad.", nil},
		{"aid sent", "Egypt sent Libya forty tonnes of flour.", []string{"AID Egypt:AGENT Libya:BENEFICIARY"}},
		{"a letter sent is none", "Egypt sent Libya forty angry letters.", nil},
		{"called up, called for", "Egypt called up reservists. Egypt called for patience.", []string{"MOBILIZE Egypt:AGENT", "REQUEST Egypt:AGENT"}},
		{"asked of whom", "Egypt demanded that Libya withdraw its troops.", []string{"REQUEST Egypt:AGENT Libya:PATIENT"}},
		{"a crowd", "Hundreds of students marched in Cairo on Monday.", []string{`PROTEST @Cairo "Monday"`}},
		{"an election won", "Anthony Eden won the election in May.", []string{`ELECTION Anthony_Eden:AGENT "May"`}},
		{"a match won is none", "Anthony Eden won the match in May.", nil},
		{"a coup", "The army launched a coup against President Omar Haddad in 1951.", []string{`ASSAULT Omar_Haddad:PATIENT "1951"`}},
		{"a deal struck", "Egypt reached an agreement with Libya.", []string{"AGREE Egypt:AGENT Libya:AGENT"}},
		{"a government's request", "The Egyptian government appealed to Libya for help.", []string{"REQUEST Egypt:AGENT Libya:PATIENT"}},
		{"quoted", "Diplomats quoted President Omar Haddad as saying that he was tired.", []string{"STATEMENT Omar_Haddad:AGENT"}},
		{"a strike of workers is no assault", "The Union of Miners held a 24-hour strike on Tuesday.",
			[]string{`PROTEST Union_of_Miners:AGENT "Tuesday"`}},
		{"a vote in a referendum", "Egypt approved the plan in a referendum in May.", []string{`ELECTION Egypt:AGENT "May"`}},
		{"a cargo on its way", "A ship carrying 40 tonnes of Egyptian flour docked in Haifa on Monday.", []string{`AID Egypt:AGENT @Haifa "Monday"`}},
		{"a ship with tourists is none", "A ship carrying 40 tourists docked in Haifa on Monday.", nil},
		{"a ban lifted", "Egypt lifted a ban on Libya in May.", []string{"CONCEDE Egypt:AGENT Libya:BENEFICIARY"}},
		{"ties cut", "Egypt severed ties with Libya in 1951.", []string{`SANCTION Egypt:AGENT Libya:PATIENT "1951"`}},
		{"sanctions imposed, as a participle", "The sanctions against Libya imposed by Egypt in May hurt its trade.", []string{"SANCTION Egypt:AGENT Libya:PATIENT"}},
		{"an invitation withdrawn is no retreat", "Egypt withdrew its invitation on Monday.", []string{"REJECT Egypt:AGENT"}},
		{"troops withdrawn", "Egypt withdrew its troops on Monday.", []string{"RETREAT Egypt:AGENT"}},
		{"said not to be coming", "Egypt said on Monday that it would not attend the congress.", []string{`REJECT Egypt:AGENT "Monday"`}},
		{"what would not have been is no refusal", "President Anwar Sadat said that he would not have signed the text.", []string{"STATEMENT Anwar_Sadat:AGENT"}},
		{"what may be done, said", "President Anwar Sadat said that he might halt payments.", []string{"THREATEN Anwar_Sadat:AGENT"}},
		{"ready to", "President Anwar Sadat said that he was ready to attack Libya.", []string{"THREATEN Anwar_Sadat:AGENT Libya:PATIENT"}},
		{"a blast's harm", "A blast damaged the French mission in Basra on Monday.", []string{`ASSAULT France:PATIENT @Basra "Monday"`}},
		{"a killing destroys no hopes", "The killing of General Omar Haddad destroyed the hopes of Anwar Sadat.", []string{"ASSAULT Omar_Haddad:PATIENT HELD"}},
		{"a storm's harm is none", "A storm damaged the market in Basra on Monday.", nil},
		{"troops deployed, nobody's", "Soldiers were deployed in Basra.", []string{"MOBILIZE @Basra"}},
		{"a post", "Omar Haddad was named chief of staff by Egypt.", []string{"APPOINTMENT Egypt:AGENT Omar_Haddad:PATIENT"}},
		{"a post, the name before it", "Egypt named Omar Haddad chief of staff.", []string{"APPOINTMENT Egypt:AGENT Omar_Haddad:PATIENT"}},
		{"only named is no post", "The report named Omar Haddad.", nil},
		{"a company buys another", "Fiat bought a part of General Motors in 1996.", []string{`AGREE Fiat:AGENT General_Motors:PARTICIPANT "1996"`}},
		{"a suit", "General Motors filed a lawsuit against Fiat.", []string{"ACCUSE General_Motors:AGENT Fiat:PATIENT"}},
		{"a report published", "The report of the European Commission was published in May.", []string{`OTHER European_Commission:AGENT "May"`}},
		{"fled, no one says where", "Anthony Eden fled on Tuesday.", []string{`TRAVEL Anthony_Eden:AGENT "Tuesday"`}},
		{"who says what may be done", "Egyptian officials said they might halt payments.", []string{"THREATEN Egypt:AGENT"}},
		{"what others may do is no threat of the speaker's", "President Anwar Sadat said that rebels might attack Libya.", []string{"STATEMENT Anwar_Sadat:AGENT"}},
		{"a convoy that enters", "A convoy of food entered Basra on Tuesday.", []string{`AID Basra:BENEFICIARY @Basra "Tuesday"`}},
		{"a journey to talks", "President Anwar Sadat flew to Basra on Wednesday for talks with King Hussein.", []string{`TRAVEL Anwar_Sadat:AGENT @Basra "Wednesday"`}},
		{"attacks with an aim, nowhere", "Libya has carried out attacks on shipping.", []string{"ASSAULT Libya:AGENT"}},
		{"measures taken against", "Egypt deplored the punitive measures taken by France against Libya.",
			[]string{"ACCUSE Egypt:AGENT", "SANCTION France:AGENT Libya:PATIENT"}},
		{"a wish is none", "The troops should leave the country.", nil},
		{"struck a deal is no strike", "The two sides struck a balance.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := happened(t, c.text)
			if len(got) != len(c.want) {
				t.Fatalf("%d events: %q, want %q", len(got), got, c.want)
			}
			for i, want := range c.want {
				for _, word := range strings.Fields(want) {
					if !strings.Contains(got[i], word) {
						t.Errorf("event %d: %q lacks %s", i+1, got[i], word)
					}
				}
			}
		})
	}
}
