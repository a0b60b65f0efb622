package extract

import (
	_ "embed"

	"github.com/whomet/whomet/loader/datafile"
)

//go:embed encounters.txt
var encountersFile string

// The columns of encounters.txt, which says what each holds: sets of lemmas.
var (
	encounters = readTable(datafile.Sections(encountersFile)[""])

	facing, conversing, phoning = encounters.column("face"), encounters.column("together"), encounters.column("phone")
	outcomes, uttered, aired    = encounters.column("outcome"), encounters.column("uttered"), encounters.column("aired")
	addressing, personalDeed    = encounters.column("address"), encounters.column("personal")
	running, convening          = encounters.column("run"), encounters.column("convene")
	ending, closing             = encounters.column("end"), encounters.column("close")
	going, coming, arriving     = encounters.column("go"), encounters.column("come"), encounters.column("arrive")
	hadByPeople, hadWithPerson  = encounters.column("have"), encounters.column("with")
	countable, ofAnyMeeting     = encounters.column("one"), encounters.column("any")
	gatherings, meals           = encounters.column("gathering"), encounters.column("meal")
)
