package extract

import "github.com/whomet/whomet/loader/datafile"

// titleClass is what titles.txt tells of a title.
type titleClass struct {
	class  string // titles of one class are synonyms
	gender byte   // 'm', 'f' or 0
}

func (t titleClass) isOffice() bool { return t.class != "" && t.class != "mr" && t.class != "rank" }

// The [classes] of titles.txt, which tells of each column what its classes are.
var (
	classes = readTable(datafile.Sections(titlesFile)["classes"])

	leaders, stateOffices, single = classes.column("lead"), classes.column("state"), classes.column("single")
	ofCrown, ofLand               = classes.column("crown"), classes.column("land")
	ofField, attendant            = classes.column("field"), classes.column("serve")
	officeWord, holding           = classes.column("word"), classes.column("hold")
)
